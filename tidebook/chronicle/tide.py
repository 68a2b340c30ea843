"""The tide: the level of a relationship through time, a mean with its band, never a sum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from ..records.chronicles import TidePoint
from .moves import Move, seed_of, years_of
from .turns import Array, Path, unknown_level

TOO_FEW = "too few events for a tide"
LEAST = 3  # events below which no tide is drawn
_POINTS = 480
_BAND = (5.0, 95.0)
_HEARD = 1.5  # years after an event for which its level is taken to hold as its phase does
_FORGOTTEN = 6.0  # mean years of silence beyond that after which the level is anybody's guess
_WIDE = 1100  # days; of a vaguer event only the middle is taken to break a silence
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
    levels = _forgetting(levels_at(paths, years_of(days.astype(float))), days, moves)
    low, high = np.percentile(levels, _BAND, axis=0)
    middle = levels.mean(axis=0)
    return tuple(_point(int(day), middle[i], low[i], high[i], moves) for i, day in enumerate(days)), ""


def levels_at(paths: Sequence[Path], at: Array) -> Array:
    """The level of every path (rows) at every year (columns)."""
    return np.vstack([path.level_at(at) for path in paths])


def _forgetting(levels: Array, days: Array, moves: Sequence[Move]) -> Array:
    """The levels of all paths with silence told as not knowing.

    A phase may span years of which nothing is told. The longer the nearest event lies away, the more paths take a level
    drawn anew, as if nothing were known; one draw holds for a whole silence.
    """
    spans = [_span(move) for move in moves]
    first, last = np.array([a for a, _ in spans], dtype=float), np.array([b for _, b in spans], dtype=float)
    random = np.random.default_rng(seed_of(moves))
    quiet = np.array([np.maximum(np.maximum(first - day, day - last), 0.0).min() for day in days]) / 365.2425 - _HEARD
    starts = np.flatnonzero((quiet > 0) & np.append(True, quiet[:-1] <= 0))
    for start in starts:
        end = start + int(np.argmax(np.append(quiet[start:] <= 0, True)))
        lost = random.exponential(_FORGOTTEN, size=(len(levels), 1)) < quiet[None, start:end]
        anew = np.array([[unknown_level(random)] for _ in range(len(levels))])
        levels[:, start:end] = np.where(lost, anew, levels[:, start:end])
    return levels


def _span(move: Move) -> tuple[int, int]:
    if move.last - move.first <= _WIDE:
        return move.first, move.last
    middle = (move.first + move.last) // 2
    return middle - _WIDE // 2, middle + _WIDE // 2


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
