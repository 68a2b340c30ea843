"""Dates as people say them, no more precisely than they are known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal

from ..records.edtf import write
from ..records.times import Grain, Interval
from .words import Words, fill

_VAGUE = 7320  # days
_END = re.compile(r"(?P<y>\d{4}|\d{3}X|\d\dXX)(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?")


def say_when(words: Words, when: Interval | None, *, short: bool = False) -> str:
    """An interval in words: "12 – 13 April 1990", "about 1961", "since March 2021"; "undated" for None.

    Args:
        short: with the abbreviated names of months.
    """
    if when is None:
        return str(words.table["dates"]["unknown"])
    text = re.sub(r"[~?%]", "", write(replace(when, grain=_grain(when))))
    if "/" not in text:
        said = _say_end(words, text, short)
    else:
        first, last = text.split("/", 1)
        if first == "..":
            said = words.say("dates.until", b=_say_end(words, last, short))
        elif last == "..":
            said = words.say("dates.since", a=_say_end(words, first, short))
        else:
            said = _say_stretch(words, first, last, short)
    if when.approximate:
        said = words.say("dates.about", date=said)
    return words.say("dates.perhaps", date=said) if when.uncertain else said


def say_day(words: Words, day: date, *, short: bool = False) -> str:
    """One day in words: "20 June 2024"."""
    return _say_end(words, day.isoformat(), short)


def month_name(words: Words, month: int, *, short: bool = False) -> str:
    """The name of a month, 1 to 12, in full or abbreviated."""
    return _months(words.table["locale"], "abbreviated" if short else "wide")[month]


def dated_well(when: Interval) -> bool:
    """Whether a date is narrow enough (twenty years) to say where a story begins or ends."""
    return when.days is None or when.days <= _VAGUE


def ends(when: Interval, earliest: date, latest: date) -> tuple[date, date]:
    """First and last day to draw; an open end is drawn to the edge given, and is never a claim."""
    start = when.start or min(earliest, (when.end or earliest) - timedelta(days=1))
    last = when.last or max(latest, start)
    return start, max(start, last)


def _grain(when: Interval) -> Grain:
    """Whole years are said as years and whole months as months, whichever unit the words used."""
    known = [day for day in (when.start, when.end) if day is not None]
    if len(known) < 2 or any(day.day != 1 for day in known):
        return when.grain
    return Grain.MONTH if any(day.month != 1 for day in known) else Grain.YEAR


def _say_end(words: Words, text: str, short: bool) -> str:
    found = _END.fullmatch(text)
    assert found is not None, text
    year, month, day = found["y"], found["m"], found["d"]
    forms: Mapping[str, Any] = words.table["dates"]
    if year.endswith("XX"):
        first = int(year[:2])
        ordinal = words.table["dates"]["ordinals"].get(str(first + 1), str(first + 1))
        return fill(forms["century"], ordinal=ordinal, first=first * 100, last=first * 100 + 99)
    if year.endswith("X"):
        return fill(forms["decade"], y=year[:3] + "0")
    if month is None:
        return fill(forms["year"], y=year)
    number = int(month)
    kind = "month" if day is None else "day"
    return fill(
        forms[f"{kind}_short" if short else kind],
        d=int(day or 1),
        month=month_name(words, number),
        mon=month_name(words, number, short=True),
        y=year,
    )


def _say_stretch(words: Words, first: str, last: str, short: bool) -> str:
    """Two ends in one phrase that says a shared month or year once."""
    if len(first) == len(last) == 4 and (first + last).isdigit():
        return f"{first}–{last}"
    end = _say_end(words, last, short)
    if first[:4] == last[:4] and len(first) == len(last):
        same_month = first[:7] == last[:7]
        cut = _say_end(words, first, short)
        begin = str(int(first[8:])) if same_month else cut.removesuffix(first[:4]).strip()
        return words.say("dates.between", a=begin, b=end)
    return words.say("dates.between", a=_say_end(words, first, short), b=end)


@cache
def _months(locale: str, width: Literal["wide", "abbreviated"]) -> Mapping[int, str]:
    from babel.dates import get_month_names

    return dict(get_month_names(width, locale=locale))
