"""The fields that the words of a date themselves give: year, month, day, clock, part of day."""

from __future__ import annotations

from .match import Match
from .points import Point

_LAST_CENTURY = 40  # a larger number before "century" counts something else


def point_of(match: Match) -> Point | None:
    """The fields that the words themselves give; None where they make no date ("25 o'clock", "month 13")."""
    year = _year(match)
    month = number_in(match, "month")
    day = number_in(match, "day")
    clock = _clock(match)
    if clock == "":
        return None
    part = match.value("daypart")
    bc = match.value("bc") is not None
    hundred = number_in(match, "digits") or number_in(match, "ordinal") if "century" in match.rule.given else None
    if hundred is not None:
        if not 1 <= hundred <= _LAST_CENTURY:
            return None
        return Point(century=hundred - 1, bc=bc)
    ten = number_in(match, "decade")
    if ten is not None:
        full = ten if bc or ten >= 100 else 1900 + ten if ten >= 20 else 2000 + ten
        return Point(decade=full // 10, bc=bc)
    quarter, half = number_in(match, "quarter"), number_in(match, "half")
    season = match.value("season")
    if day is not None and not 1 <= day <= 31:
        return None
    return Point(
        year=year,
        month=month,
        day=day,
        quarter=quarter,
        half=half,
        season=None if season is None else str(season),
        clock=clock,
        part=None if part is None or clock else str(part),
        bc=bc,
    )


def _year(match: Match) -> int | None:
    year = number_in(match, "year")
    if year is not None:
        return year
    short = number_in(match, "yy")
    return None if short is None else 1900 + short if short >= 30 else 2000 + short


def _clock(match: Match) -> str | None:
    """``08:00``; None where no hour is named, "" where it is no time of day."""
    hour = number_in(match, "hour")
    if hour is None:
        fixed = match.value("clock")
        return None if fixed is None else str(fixed)
    minute, second = number_in(match, "minute"), number_in(match, "second")
    half = match.value("half_day")  # "AM", "PM", or a part of day that tells the halves apart
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    if hour > 24 or (minute or 0) > 59:
        return ""
    return f"{hour:02}:{minute or 0:02}" + ("" if second is None else f":{second:02}")


def number_in(match: Match, name: str) -> int | None:
    """The value of a part as a number, or None."""
    value = match.value(name)
    return None if value is None else int(value)
