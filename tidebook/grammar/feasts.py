"""When a feast falls in a year: on a fixed day, so many days from Easter, or as a table of its years says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from .points import days_in


def feast(entry: Mapping[str, Any], year: int) -> tuple[date, date] | None:
    """First and last day of a feast in a year; None where the table does not reach that far.

    An entry has ``fixed`` ("12-25", or "11-4-4" for the fourth Thursday of November: month, ISO weekday, number, 9 the last),
    ``easter`` (days after Easter Sunday), or ``years`` ({"2024": ["2024-03-11", "2024-04-09"]}); ``days`` is its length.
    """
    length = timedelta(days=int(entry.get("days", 1)) - 1)
    if "easter" in entry:
        first = easter(year) + timedelta(days=int(entry["easter"]))
        return first, first + length
    if "fixed" in entry:
        fields = [int(field) for field in str(entry["fixed"]).split("-")]
        if len(fields) == 2:
            first = date(year, fields[0], fields[1])
        else:
            first = _weekday_of(year, fields[0], fields[1], fields[2])
        return first, first + length
    told = entry.get("years", {}).get(str(year))
    return None if told is None else (date.fromisoformat(told[0]), date.fromisoformat(told[-1]))


def feast_value(entry: Mapping[str, Any]) -> str:
    """The end of the TIMEX3 value where no year is known: "-12-25", or "-XX-XX"."""
    fixed = str(entry.get("fixed", ""))
    return f"-{fixed}" if len(fixed) == 5 else "-XX-XX"


def feast_year(entry: Mapping[str, Any], published: date, tense: int) -> int:
    """The year of the feast that news of this day speaks of: the nearest, or the one before or after it as the tense says."""
    found = feast(entry, published.year)
    if found is None:
        return published.year
    first, last = found
    if tense > 0 and last < published:
        return published.year + 1
    if tense < 0 and first > published:
        return published.year - 1
    if first - published > timedelta(days=183):
        return published.year - 1
    return published.year + 1 if published - last > timedelta(days=183) else published.year


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm, Astronomical Algorithms, 1991)."""
    golden, hundred = year % 19, year // 100
    shift = (8 * hundred + 13) // 25
    moon = (19 * golden + hundred - hundred // 4 - shift + 15) % 30
    day = (32 + 2 * (hundred % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    step = (golden + 11 * moon + 22 * day) // 451
    month, last = divmod(moon + day - 7 * step + 114, 31)
    return date(year, month, last + 1)


def _weekday_of(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (number - 1)
    while day > days_in(year, month):
        day -= 7
    return date(year, month, day)
