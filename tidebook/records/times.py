"""When, no more precisely than it was said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum


class Grain(StrEnum):
    """The unit that the words used."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Every day the words could mean, and no other.

    Attributes:
        start: first day, in the calendar of the place of writing; None where it is open ("until 1994").
        end: the day after the last one (half-open, so lengths add up); None where it is open ("since 2019").
        grain: the finest unit that the words used at either end.
        approximate: the words hedge ("around", "sekitar"); EDTF writes ``~``.
        uncertain: the words doubt ("perhaps in 1961"); EDTF writes ``?``.
    """

    start: date | None
    end: date | None
    grain: Grain
    approximate: bool = False
    uncertain: bool = False

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("an interval open at both ends says nothing")
        if self.start is not None and self.end is not None and not self.start < self.end:
            raise ValueError(f"an interval holds at least one day, not {self.start}..{self.end}")

    @property
    def edtf(self) -> str:
        """The interval as EDTF (ISO 8601-2:2019, level 1), as short as it can be said."""
        from .edtf import write

        return write(self)

    @property
    def last(self) -> date | None:
        """The last day, or None where the end is open."""
        return None if self.end is None else self.end - timedelta(days=1)

    @property
    def days(self) -> int | None:
        """Length in days, or None where an end is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days

    def holds(self, day: date) -> bool:
        """Whether the words could mean this day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def meets(self, other: Interval) -> bool:
        """Whether both could mean one and the same day."""
        return _before(self.start, other.end) and _before(other.start, self.end)

    def within(self, other: Interval) -> bool:
        """Whether every day of this interval lies in the other."""
        starts = other.start is None or (self.start is not None and other.start <= self.start)
        ends = other.end is None or (self.end is not None and self.end <= other.end)
        return starts and ends

    def precedes(self, other: Interval) -> bool:
        """Whether every day of this interval lies before every day of the other: certainly earlier."""
        return self.end is not None and other.start is not None and self.end <= other.start

    def meet(self, other: Interval) -> Interval | None:
        """The days that both could mean; None if there is none. Keeps the finer grain and the doubt of both."""
        starts = [d for d in (self.start, other.start) if d is not None]
        ends = [d for d in (self.end, other.end) if d is not None]
        start, end = max(starts, default=None), min(ends, default=None)
        if start is not None and end is not None and start >= end:
            return None
        return Interval(
            start=start,
            end=end,
            grain=min(self.grain, other.grain, key=ORDER.__getitem__),
            approximate=self.approximate and other.approximate,
            uncertain=self.uncertain and other.uncertain,
        )

    def hull(self, other: Interval) -> Interval:
        """The shortest interval that holds both.

        Raises:
            ValueError: the hull would be open at both ends.
        """
        start = None if self.start is None or other.start is None else min(self.start, other.start)
        end = None if self.end is None or other.end is None else max(self.end, other.end)
        return Interval(
            start=start,
            end=end,
            grain=min(self.grain, other.grain, key=ORDER.__getitem__),
            approximate=self.approximate or other.approximate,
            uncertain=self.uncertain or other.uncertain,
        )

    def hedged(self, *, approximate: bool = False, uncertain: bool = False) -> Interval:
        """The same days, said with more doubt."""
        return replace(self, approximate=self.approximate or approximate, uncertain=self.uncertain or uncertain)

    @property
    def middle(self) -> date:
        """The day in the middle (the known end where one is open), to draw a mark at; not a claim."""
        if self.start is None or self.end is None:
            known = self.start or self.last
            assert known is not None
            return known
        return self.start + (self.end - self.start) // 2


ORDER = {grain: rank for rank, grain in enumerate(Grain)}


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end


def on(year: int, month: int | None = None, day: int | None = None) -> Interval:
    """A calendar day, month or year.

    Raises:
        ValueError: there is no such day (29 February 2015).
    """
    if month is None:
        return Interval(start=date(year, 1, 1), end=_year_after(year), grain=Grain.YEAR)
    if day is None:
        end = _year_after(year) if month == 12 else date(year, month + 1, 1)
        return Interval(start=date(year, month, 1), end=end, grain=Grain.MONTH)
    first = date(year, month, day)
    return Interval(start=first, end=first + timedelta(days=1), grain=Grain.DAY)


def decade(first_year: int) -> Interval:
    """The ten years that begin with `first_year` (1950: 1950 to 1959)."""
    return Interval(start=date(first_year, 1, 1), end=_year_after(first_year + 9), grain=Grain.DECADE)


def century(first_year: int) -> Interval:
    """The hundred years that EDTF writes ``19XX`` (1900: 1900 to 1999)."""
    return Interval(start=date(first_year, 1, 1), end=_year_after(first_year + 99), grain=Grain.CENTURY)


def years(first: int, last: int, grain: Grain = Grain.YEAR) -> Interval:
    """From the first day of one year to the last day of another."""
    return Interval(start=date(first, 1, 1), end=_year_after(last), grain=grain)


def join(first: Interval, second: Interval) -> Interval:
    """From the start of one to the end of the other, as in "1950-1953"; doubt of either end is kept.

    Raises:
        ValueError: the second ends before the first begins.
    """
    return Interval(
        start=first.start,
        end=second.end,
        grain=min(first.grain, second.grain, key=ORDER.__getitem__),
        approximate=first.approximate or second.approximate,
        uncertain=first.uncertain or second.uncertain,
    )


def _year_after(year: int) -> date:
    return date(year + 1, 1, 1)
