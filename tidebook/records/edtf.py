"""EDTF, the way Tidebook writes every date: from `Interval` to text and back.

The whole grammar is read by `edtf_model`; here it becomes days of the calendar, and days become as short a text as means them.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from ..errors import EdtfError
from .edtf_model import GROUPS, Day, EdtfDate, EdtfSet, read
from .times import Grain, Interval

_SEASONS = {start: code for code, (start, _) in GROUPS.items() if code <= 24}
_QUARTERS = {start: code for code, (start, _) in GROUPS.items() if 33 <= code <= 36}


@lru_cache(maxsize=1 << 12)
def write(interval: Interval) -> str:
    """The interval as EDTF, as short as its days allow ("1950-06", "198X", "1941-22", "1955/1969~", "2019/..")."""
    mark = "%" if interval.approximate and interval.uncertain else "~" if interval.approximate else ""
    mark = mark or ("?" if interval.uncertain else "")
    start, end = interval.start, interval.end
    if start is None:
        assert end is not None
        return f"../{_last(end, interval.grain)}{mark}"
    if end is None:
        return f"{_first(start, interval.grain)}{mark}/.."
    whole = _whole(start, end, interval.grain)
    if whole is not None:
        return whole + mark
    return f"{_first(start, interval.grain)}{mark}/{_last(end, interval.grain)}{mark}"


def parse(text: str) -> Interval:
    """The days an EDTF string may mean.

    Sets (``[1950,1953]``, ``{1950,1953}``) give their hull. ``../1994`` and ``/1994`` are both open here: whether an end
    is unknown or still going on is for the record that holds the interval to say.

    Raises:
        EdtfError: not EDTF, or a time that no calendar of days holds (years before 1 or after 9998, open at both ends).
    """
    expression = read(text)
    if isinstance(expression, EdtfDate):
        return _days(expression, expression, text)
    if isinstance(expression, EdtfSet):
        members = [parse(str(member)) for member in expression.members]
        hull = members[0]
        for member in members[1:]:
            hull = hull.hull(member)
        return hull
    if expression.start is None and expression.end is None:
        raise EdtfError(f"an interval open at both ends says nothing: {text!r}")
    return _days(expression.start, expression.end, text)


def _days(first: EdtfDate | None, last: EdtfDate | None, text: str) -> Interval:
    ends = [one for one in (first, last) if one is not None]
    try:
        return Interval(
            start=None if first is None else _date(first.first),
            end=None if last is None else _date(last.last) + timedelta(days=1),
            grain=min((_grain(one) for one in ends), key=tuple(Grain).index),
            approximate=any(one.approximate for one in ends),
            uncertain=any(one.uncertain for one in ends),
        )
    except (ValueError, OverflowError) as error:
        raise EdtfError(f"no calendar of days holds {text!r}") from error


def _date(day: Day) -> date:
    return date(day.year, day.month, day.day)


def _grain(one: EdtfDate) -> Grain:
    if one.day is not None and "X" not in one.day:
        return Grain.DAY
    if one.month is not None and one.month.isdecimal():
        code = int(one.month)
        return Grain.MONTH if code <= 12 or code > 36 else Grain.SEASON if code < 33 else Grain.QUARTER
    unknown = one.year.count("X")
    return Grain.YEAR if unknown == 0 else Grain.DECADE if unknown == 1 else Grain.CENTURY


def _whole(start: date, end: date, grain: Grain) -> str | None:
    """One EDTF date that means exactly these days, where there is one."""
    if end == start + timedelta(days=1):
        return start.isoformat()
    if start.day != 1 or end.day != 1:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month
    if months == 1:
        return f"{start.year:04}-{start.month:02}"
    if months == 3 and grain in (Grain.SEASON, Grain.QUARTER):
        code = (_SEASONS if grain is Grain.SEASON else _QUARTERS).get(start.month)
        return None if code is None else f"{start.year:04}-{code}"
    if start.month != 1 or end.month != 1:
        return None
    if months == 12:
        return f"{start.year:04}"
    if months == 120 and start.year % 10 == 0:
        return f"{start.year // 10:03}X"
    if months == 1200 and start.year % 100 == 0:
        return f"{start.year // 100:02}XX"
    return None


def _first(start: date, grain: Grain) -> str:
    if start.day != 1 or grain in (Grain.DAY, Grain.WEEK):
        return start.isoformat()
    if start.month != 1 or grain is Grain.MONTH:
        return f"{start.year:04}-{start.month:02}"
    return f"{start.year:04}"


def _last(end: date, grain: Grain) -> str:
    last = end - timedelta(days=1)
    if end.day != 1 or grain in (Grain.DAY, Grain.WEEK):
        return last.isoformat()
    if end.month != 1 or grain is Grain.MONTH:
        return f"{last.year:04}-{last.month:02}"
    return f"{last.year:04}"
