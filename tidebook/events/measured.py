"""When something was that another date is counted from ("on Monday, a day after Riyadh did so", "seven years after they
broke"), or that only its content is dated ("accused Iran of attacking a plant on Saturday")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ..records.times import Grain, Interval, on
from .clause import Clause
from .item import TIME, Item
from .told import Told

_HANGS = frozenset({"purpose", "complement", "serial", "that"})
_WORDS = frozenset({"ACCUSE", "REJECT"})
_CONTENT = frozenset({"complement", "that"})
_SOON = timedelta(days=31)
_LENGTH = re.compile(r"P(\d+)([YMWD])")
_UNITS = {Grain.YEAR: "Y", Grain.MONTH: "M", Grain.WEEK: "W", Grain.DAY: "D"}


def measure_of(clause: Clause, items: Sequence[Item]) -> tuple[int, int] | None:
    """The item that says how far the act of a clause lies from that of the main one, and in which direction (-1: before it)."""
    while clause.marker in _HANGS and clause.parent is not None:
        clause = clause.parent
    at = clause.opener - 1
    if at < 0 or items[at].kind != TIME:
        return None
    classes = items[clause.opener].classes
    return (at, -1) if "after" in classes else (at, 1) if "ahead" in classes else None


def answers_later(told: Told, clauses: Sequence[Clause], at: int) -> bool:
    """Whether a date (the start of its words) is that of what somebody is accused of or denies, and not of the words."""
    return told.type in _WORDS and any(
        c.end > c.start
        and c is not told.clause
        and c.marker in _CONTENT
        and _under(c, told.clause)
        and c.start <= at < c.end
        for c in clauses
    )


def _under(clause: Clause, above: Clause) -> bool:
    while clause.parent is not None and clause.marker in (*_CONTENT, *_HANGS):
        clause = clause.parent
        if clause is above:
            return True
    return False


def said_after(content: Interval, printed: Interval | None) -> Interval:
    """When words about a deed fell: after it, by the day of printing if that is soon, else within a month or so."""
    if printed is None or content.end is None or content.start is None or printed.end is None:
        return content
    soon = content.end + _SOON
    if printed.end <= content.end:
        return content
    late = printed.end > soon
    return Interval(start=content.start, end=soon if late else printed.end, grain=content.grain, approximate=late)


def counted(item: Item, direction: int, main: Interval) -> Interval | None:
    """The days that lie as far from the main act as an item says; None where it says no length.

    Args:
        item: the length ("seven years"), which may have been read as the day that the length leads to.
        direction: -1 for what came before the main act. main: when that was.
    """
    length = _length(item, main)
    if length is None or main.start is None or main.end is None:
        return None
    number, unit = length
    number *= direction
    if unit == "Y":
        year = main.start.year + number
        return on(year) if 1 < year < 9999 else None
    if unit == "M":
        months = main.start.year * 12 + main.start.month - 1 + number
        return on(months // 12, months % 12 + 1) if 24 < months < 100_000 else None
    step = timedelta(days=number * (7 if unit == "W" else 1))
    start, end = main.start + step, main.end + step
    return Interval(start=start, end=end, grain=main.grain, approximate=main.approximate or unit == "W")


def _length(item: Item, main: Interval) -> tuple[int, str] | None:
    """A number and its unit: as the words give it, or by how far from the main act the day lies that they were read as."""
    time = item.time
    if time is None:
        return None
    found = _LENGTH.fullmatch(time.value)
    if found is not None:
        return int(found[1]), found[2]
    led = time.interval
    if led is None or led.start is None or time.anchor is None or main.start is None or led.grain not in _UNITS:
        return None
    days = abs((led.start - main.start).days)
    years = abs(led.start.year - main.start.year)
    months = abs(_months(led.start) - _months(main.start))
    number = {"Y": years, "M": months, "W": round(days / 7), "D": days}[_UNITS[led.grain]]
    return (number, _UNITS[led.grain]) if number else None


def _months(day: date) -> int:
    return day.year * 12 + day.month
