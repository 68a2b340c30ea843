"""A place in the calendar as TIMEX3 writes it, and the days it covers.

Values follow TimeML 1.2.1 (TIMEX3): ``1950-06-25``, ``1950-06``, ``195``, ``19``, ``1950-Q2``, ``1950-H1``, ``1950-SU``,
``1950-W26``, ``1950-W26-WE``, ``1950-06-25T08:00``, ``1950-06-25TMO``.
"""

from __future__ import annotations

import calendar as gregorian
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..records.times import Grain, Interval, century, decade, on

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month; northern meteorological seasons
_LAST = date(9998, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A calendar place; what is None was not said.

    Attributes:
        year: 1 to 9998, or None ("12 June", no year known). bc: years before Christ, counted as people do (1 BC = 1).
        month, day, week (ISO), weekend, quarter (1-4), half (1-2), season (SP, SU, FA, WI): finer than the year.
        decade: years // 10; century: years // 100; both without `year`.
        clock: ``08:00`` or ``08:00:30``; part: MO, AF, EV, NI, MI, DT.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekend: bool = False
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    century: int | None = None
    clock: str | None = None
    part: str | None = None
    zone: str = ""
    bc: bool = False

    @classmethod
    def of_day(cls, day: date, *, clock: str | None = None, part: str | None = None) -> Point:
        """The point of a day."""
        return cls(year=day.year, month=day.month, day=day.day, clock=clock, part=part)

    @property
    def grain(self) -> str:
        """``clock``, ``part``, ``day``, ``week``, ``month``, ``season``, ``quarter``, ``half``, ``year``, ``decade``, ``century``."""
        for name in ("clock", "part", "day", "week", "month", "season", "quarter", "half", "decade", "century"):
            if getattr(self, name) is not None:
                return name
        return "year"

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        if self.century is not None:
            return f"{'BC' if self.bc else ''}{self.century:02}"
        if self.decade is not None:
            return f"{'BC' if self.bc else ''}{self.decade:03}"
        year = "XXXX" if self.year is None else f"BC{self.year:04}" if self.bc else f"{self.year:04}"
        late = ("T" + self.clock + self.zone) if self.clock else ("T" + self.part) if self.part else ""
        if self.week is not None:
            return f"{year}-W{self.week:02}" + ("-WE" if self.weekend else "")
        if self.quarter is not None:
            return f"{year}-Q{self.quarter}"
        if self.half is not None:
            return f"{year}-H{self.half}"
        if self.season is not None:
            return f"{year}-{self.season}"
        if self.day is not None:
            month = "XX" if self.month is None else f"{self.month:02}"
            return f"{year}-{month}-{self.day:02}{late}"
        if late:
            return (f"{year}-{self.month:02}-XX" if self.month else "XXXX-XX-XX") + late
        return year if self.month is None else f"{year}-{self.month:02}"

    @property
    def first(self) -> date | None:
        """The first day, or None where the year is not known or lies before Christ."""
        interval = self.interval
        return None if interval is None else interval.start

    @property
    def interval(self) -> Interval | None:
        """The days it covers; None where the year is not known, lies before Christ, or there is no such day."""
        if self.bc:
            return None
        try:
            return self._days()
        except (ValueError, OverflowError):
            return None

    def _days(self) -> Interval | None:
        if self.century is not None:
            return century(self.century * 100) if self.century else None
        if self.decade is not None:
            return decade(self.decade * 10) if self.decade else None
        if self.year is None:
            return None
        if self.week is not None:
            monday = date.fromisocalendar(self.year, self.week, 1)
            start = monday + timedelta(days=5) if self.weekend else monday
            return Interval(start=start, end=monday + timedelta(days=7), grain=Grain.WEEK)
        if self.season is not None:
            return _months(self.year, _SEASONS[self.season], 3, Grain.SEASON)
        if self.quarter is not None:
            return _months(self.year, self.quarter * 3 - 2, 3, Grain.QUARTER)
        if self.half is not None:
            return _months(self.year, self.half * 6 - 5, 6, Grain.MONTH)
        if self.day is not None and self.month is None:
            return None
        if self.day is not None and self.month is not None and self.day > days_in(self.year, self.month):
            return on(self.year, self.month)  # "29 February 2015": the month is all that can be meant
        return on(self.year, self.month, self.day)

    def shifted(self, count: int, unit: str) -> Point | None:
        """The point `count` units later, as coarse as the unit ("two months after 5 May 1950" is July 1950)."""
        if unit in ("century", "decade"):
            base = self.year if self.year is not None else (self.decade or 0) * 10 if self.decade else None
            if base is None:
                return None
            moved = base + count * (100 if unit == "century" else 10)
            if not 0 < moved < _LAST.year:
                return None
            return Point(century=moved // 100) if unit == "century" else Point(decade=moved // 10)
        if self.bc and self.year is not None:
            return self._shifted_bc(count, unit)
        start = self.first
        if start is None:
            return None
        try:
            return _shifted(start, count, unit)
        except (ValueError, OverflowError):
            return None

    def _shifted_bc(self, count: int, unit: str) -> Point | None:
        if unit == "month" and self.month is not None:
            months = self.month - 1 + count
            moved = self._shifted_bc(months // 12, "year")
            return None if moved is None else replace(moved, month=months % 12 + 1)
        if unit != "year" or self.year is None:
            return None
        year = self.year - count
        return Point(year=year, bc=True) if year > 0 else Point(year=1 - year)

    def without_time(self) -> Point:
        """The day, month or year alone."""
        return replace(self, clock=None, part=None, zone="")


def _shifted(start: date, count: int, unit: str) -> Point:
    if unit == "day":
        return Point.of_day(start + timedelta(days=count))
    if unit in ("week", "weekend"):
        year, week, _ = (start + timedelta(days=7 * count)).isocalendar()
        return Point(year=year, week=week, weekend=unit == "weekend")
    if unit in ("month", "quarter", "half"):
        months = start.year * 12 + start.month - 1 + count * {"month": 1, "quarter": 3, "half": 6}[unit]
        year, month = months // 12, months % 12 + 1
        if unit == "quarter":
            return Point(year=year, quarter=(month + 2) // 3)
        return Point(year=year, half=(month + 5) // 6) if unit == "half" else Point(year=year, month=month)
    return Point(year=start.year + count)


def days_in(year: int, month: int) -> int:
    """Number of days of a month."""
    return gregorian.monthrange(year, month)[1]


def _months(year: int, month: int, count: int, grain: Grain) -> Interval:
    after = year * 12 + month - 1 + count
    return Interval(start=date(year, month, 1), end=date(after // 12, after % 12 + 1, 1), grain=grain)
