"""A scale of time that gives years in which more happened more room."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

MARGIN = 1.5
"""Room left free at either edge, in percent of the width."""

_QUIET = 0.22
"""Width of a year (or month) without events, where one event adds 1."""
_MONTHS_BELOW = 10
"""Up to so many years the scale stretches by month, above by year."""
_MONTHS_NAMED = 4
"""Up to so many years the axis names months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A labelled day of the axis, the first of a year or month: `x` in percent; `major` has room on a telephone."""

    x: float
    day: date
    major: bool


class TimeScale:
    """Maps days to percent of the width, piecewise linear between the first days of years or months.

    Attributes:
        first, last: the days at the edges.
        knots: (ordinal of a day, percent), rising in both.
    """

    def __init__(self, stretches: Sequence[tuple[date, date]], first: date, last: date) -> None:
        """
        Args:
            stretches: first and last day of each event; a wide one counts a little for each of its years.
            first, last: days that must have a place.
        """
        by_month = last.year - first.year < _MONTHS_BELOW
        edges = list(_edges(first, last, by_month))
        counts = [0.0] * (len(edges) - 1)
        ordinals = [edge.toordinal() for edge in edges]
        for start, end in stretches:
            low = max(0, bisect_right(ordinals, start.toordinal()) - 1)
            high = min(len(counts) - 1, bisect_right(ordinals, end.toordinal()) - 1)
            for place in range(low, high + 1):
                counts[place] += 1 / (high - low + 1)
        widths = [_QUIET + count**0.7 for count in _smoothed(counts)]
        unit = (100 - 2 * MARGIN) / sum(widths)
        self.first, self.last = edges[0], edges[-1]
        self.knots: list[tuple[int, float]] = [(ordinals[0], MARGIN)]
        for ordinal, width in zip(ordinals[1:], widths, strict=True):
            self.knots.append((ordinal, self.knots[-1][1] + width * unit))
        self._ordinals = ordinals

    def x(self, day: date) -> float:
        """Where a day lies, in percent of the width; days outside lie at the edge."""
        ordinal = min(max(day.toordinal(), self._ordinals[0]), self._ordinals[-1])
        place = min(bisect_right(self._ordinals, ordinal), len(self.knots) - 1)
        (left, x0), (right, x1) = self.knots[place - 1], self.knots[place]
        return x0 + (x1 - x0) * (ordinal - left) / (right - left)

    def ticks(self) -> tuple[Tick, ...]:
        """Years to label, round ones first, so far apart that labels do not touch; months too in a short story."""
        taken: list[Tick] = []
        short = self.last.year - self.first.year <= _MONTHS_NAMED
        for major, room in ((True, 15.0), (False, 6.0)):
            for step in (100, 50, 20, 10, 5, 2, 1):
                for year in range(self.first.year, self.last.year + 1):
                    if year % step == 0:
                        self._take(taken, date(year, 1, 1), major, room)
            for step in (6, 3, 1) if short else ():
                for year in range(self.first.year, self.last.year + 1):
                    for month in range(1 + step, 13, step):
                        self._take(taken, date(year, month, 1), major, room)
        return tuple(sorted(taken, key=lambda tick: tick.day))

    def _take(self, taken: list[Tick], day: date, major: bool, room: float) -> None:
        x = round(self.x(day), 2)
        if self.first <= day <= self.last and x <= 100 - 2 * MARGIN and all(abs(x - t.x) >= room for t in taken):
            taken.append(Tick(x=x, day=day, major=major))


def _edges(first: date, last: date, by_month: bool) -> Iterable[date]:
    year, month = first.year, first.month if by_month else 1
    while True:
        edge = date(year, month, 1)
        yield edge
        if edge > last or year == 9999:
            return
        month = month + 1 if by_month else 13
        if month > 12:
            year, month = year + 1, 1


def _smoothed(counts: Sequence[float]) -> list[float]:
    """Each count averaged with its neighbours, so that one busy year does not tear the axis."""
    padded = [counts[0], *counts, counts[-1]]
    return [(padded[i - 1] + 2 * padded[i] + padded[i + 1]) / 4 for i in range(1, len(padded) - 1)]
