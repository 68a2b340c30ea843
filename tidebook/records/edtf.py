"""EDTF, the way Tidebook writes every date: ISO 8601-2:2019 level 0 and 1, and of level 2 what news needs.

The grammar is that of https://www.loc.gov/standards/datetime/ (Library of Congress, 2019).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..errors import EdtfError
from .times import Grain, Interval, century, decade, join, on

_SEASON_STARTS = {
    21: 3,
    22: 6,
    23: 9,
    24: 12,
}  # northern meteorological seasons, as news of our languages means them
_QUARTER_STARTS = {33: 1, 34: 4, 35: 7, 36: 10}
_DATE = re.compile(r"(\d{2}XX|\d{3}X|\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T[0-9:.Z+-]*)?([~?%])?\Z")


def write(interval: Interval) -> str:
    """The interval as EDTF, as short as its days allow ("1950-06", "198X", "1955/1969~", "2019/..")."""
    mark = "%" if interval.approximate and interval.uncertain else "~" if interval.approximate else ""
    mark = mark or ("?" if interval.uncertain else "")
    start, end = interval.start, interval.end
    if start is None:
        assert end is not None
        return f"../{_last(end, interval.grain)}{mark}"
    if end is None:
        return f"{_first(start, interval.grain)}{mark}/.."
    whole = _whole(start, end)
    if whole is not None:
        return whole + mark
    return f"{_first(start, interval.grain)}{mark}/{_last(end, interval.grain)}{mark}"


def parse(text: str) -> Interval:
    """The days an EDTF string may mean.

    Sets (``[1950,1953]``, ``{1950,1953}``) give their hull. ``../1994`` and ``/1994`` are both open here: whether an end
    is unknown or still going on is for the record that holds the interval to say.

    Raises:
        EdtfError: not EDTF, or a form that news does not need.
    """
    text = text.strip()
    if text[:1] in "[{" and text[-1:] in "]}" and len(text) > 2:
        members = [parse(part.replace("..", "/..") if part.endswith("..") else part) for part in text[1:-1].split(",")]
        hull = members[0]
        for member in members[1:]:
            hull = hull.hull(member)
        return hull
    if "/" in text:
        left, right = text.split("/", 1)
        open_left, open_right = left in ("", ".."), right in ("", "..")
        if open_left and open_right:
            raise EdtfError(f"an interval open at both ends says nothing: {text!r}")
        if open_left:
            last = _parse_date(right)
            return Interval(
                start=None,
                end=last.end,
                grain=last.grain,
                approximate=last.approximate,
                uncertain=last.uncertain,
            )
        if open_right:
            first = _parse_date(left)
            return Interval(
                start=first.start,
                end=None,
                grain=first.grain,
                approximate=first.approximate,
                uncertain=first.uncertain,
            )
        try:
            return join(_parse_date(left), _parse_date(right))
        except ValueError as error:
            raise EdtfError(f"an interval that ends before it begins: {text!r}") from error
    return _parse_date(text)


def _parse_date(text: str) -> Interval:
    found = _DATE.match(text)
    if found is None:
        raise EdtfError(
            f"not an EDTF date: {text!r} (expected a form such as 1950-06-25, 1950-06, 195X, 1950/1953, 1961~)"
        )
    year, month, day, mark = found.groups()
    try:
        interval = _calendar(year, month, day)
    except ValueError as error:
        raise EdtfError(f"no such date: {text!r}") from error
    return interval.hedged(approximate=mark in ("~", "%"), uncertain=mark in ("?", "%"))


def _calendar(year: str, month: str | None, day: str | None) -> Interval:
    if year.endswith("XX"):
        return century(int(year[:2]) * 100)
    if year.endswith("X"):
        return decade(int(year[:3]) * 10)
    number = int(year)
    if month is None or month == "XX":
        return on(number)
    part = int(month)
    if part in _SEASON_STARTS:
        return _months(number, _SEASON_STARTS[part], 3, Grain.SEASON)
    if part in _QUARTER_STARTS:
        return _months(number, _QUARTER_STARTS[part], 3, Grain.QUARTER)
    if day is None or day == "XX":
        return on(number, part)
    return on(number, part, int(day))


def _months(year: int, month: int, count: int, grain: Grain) -> Interval:
    after = year * 12 + month - 1 + count
    return Interval(start=date(year, month, 1), end=date(after // 12, after % 12 + 1, 1), grain=grain)


def _whole(start: date, end: date) -> str | None:
    """One EDTF date that means exactly these days, where there is one."""
    if end == start + timedelta(days=1):
        return start.isoformat()
    if start.day != 1 or end.day != 1:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month
    if months == 1:
        return f"{start.year:04}-{start.month:02}"
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
