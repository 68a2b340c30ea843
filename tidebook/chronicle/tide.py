"""The tide: the level of a relationship through time, a mean with its band, never a sum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from ..records.chronicles import TidePoint
from .moves import Move, years_of
from .turns import Array, Path

TOO_FEW = "too few events for a tide"
LEAST = 3  # events below which no tide is drawn
_POINTS = 480
_BAND = (5.0, 95.0)
_AROUND = 366  # days on each side within which events are counted as "around" a point


def tide_of(moves: Sequence[Move], paths: Sequence[Path], until: int) -> tuple[tuple[TidePoint, ...], str]:
    """The tide by steps of equal length, with why there is none.

    Args:
        moves: in time order. paths: as `paths_of` drew them.
        until: the last day (an ordinal) of which the pile can know.
    """
    if len(moves) < LEAST:
        return (), TOO_FEW
    days = _days(min(m.first for m in moves), max(until, max(m.last for m in moves)))
    levels = levels_at(paths, years_of(days.astype(float)))
    low, high = np.percentile(levels, _BAND, axis=0)
    middle = levels.mean(axis=0)
    return tuple(_point(int(day), middle[i], low[i], high[i], moves) for i, day in enumerate(days)), ""


def levels_at(paths: Sequence[Path], at: Array) -> Array:
    """The level of every path (rows) at every year (columns)."""
    return np.vstack([path.level_at(at) for path in paths])


def _days(first: int, last: int) -> Array:
    """Days to draw the tide at: months, or wider steps where there are many."""
    step = max(1.0, (last - first) / _POINTS, min(30.4, (last - first) / 60))
    days: Array = np.unique(np.append(np.arange(first, last, step).round(), last))
    return days


def _point(day: int, level: float, low: float, high: float, moves: Sequence[Move]) -> TidePoint:
    around = [m for m in moves if m.first <= day + _AROUND and m.last >= day - _AROUND]
    return TidePoint(
        at=date.fromordinal(day),
        level=round(float(level), 3),
        low=round(float(low), 3),
        high=round(float(high), 3),
        volume=sum(len(m.events) for m in around),
        origins=len({origin for m in around for origin in m.origins}),
    )
