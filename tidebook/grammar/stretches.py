"""The early, middle and late part of a time, as days."""

from __future__ import annotations

from datetime import date, timedelta

from ..records.times import Grain, Interval
from .points import Point

PARTS = ("START", "MID", "END")


def stretch(point: Point, mod: str) -> Interval | None:
    """A part of a calendar time, in thirds that overlap where people's do; None where its days are not known.

    Years of a decade: 0-3, 3-7, 6-9; of a century 0-33, 33-66, 66-99. Months of a year: 1-4, 5-8, 9-12. Days of a month:
    1-10, 11-20, 21 on. Of anything else longer than two days: thirds.
    """
    whole = point.interval
    if whole is None or whole.start is None or whole.end is None:
        return whole
    place = PARTS.index(mod)
    grain = point.grain
    first = whole.start.year
    if grain in ("decade", "century"):
        low, high = (((0, 3), (3, 7), (6, 9)) if grain == "decade" else ((0, 33), (33, 66), (66, 99)))[place]
        return Interval(start=date(first + low, 1, 1), end=date(first + high + 1, 1, 1), grain=whole.grain)
    if grain == "year":
        end = date(first + 1, 1, 1) if place == 2 else date(first, 5 + 4 * place, 1)
        return Interval(start=date(first, 1 + 4 * place, 1), end=end, grain=Grain.MONTH)
    if grain == "month":
        start = whole.start + timedelta(days=10 * place)
        return Interval(start=start, end=whole.end if place == 2 else start + timedelta(days=10), grain=Grain.DAY)
    third = (whole.end - whole.start) // 3
    if third < timedelta(days=1):
        return whole
    start = whole.start + third * place
    return Interval(start=start, end=whole.end if place == 2 else start + third, grain=Grain.DAY)


def stretch_of_days(whole: Interval, mod: str) -> Interval:
    """A part of a named period: its last calendar year, its first (of an era longer than ten years, the first fifth), or its middle.

    "The end of the Cold War" is when it ended; "the early Cold War" is its first years, not the day on which it began.
    """
    start, last = whole.start, whole.last
    assert start is not None
    assert last is not None
    if mod == "START":
        years = (last.year - start.year) // 5 if last.year - start.year > 10 else 0
        last = min(last, date(start.year + years, 12, 31))
    elif mod == "END":
        start = max(start, date(last.year, 1, 1))
    else:
        third = (last - start) // 3
        start, last = start + third, last - third
    end = last + timedelta(days=1)
    whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 1, 1)
    return Interval(start=start, end=end, grain=Grain.YEAR if whole_years else Grain.DAY)
