"""Phases: stretches of the tide between two turns, each with what turned it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from ..records.chronicles import Phase
from ..records.times import Grain, Interval
from .moves import Move, day_of, years_of
from .turns import Array, Path

TOO_FEW = "too few events for phases"
RATE, LEAST = 0.4, 8  # events per year, and in all, below which no phases are told
_SURE = 0.5  # probability from which a turn is told
_SPREAD = 3.2  # years within which two turns are one, where events are rare
_CITED = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of the level. Years as in `years_of`; low and high enclose 90% of the paths that turn here."""

    at: float
    low: float
    high: float
    certainty: float


def phases_of(moves: Sequence[Move], paths: Sequence[Path], until: int) -> tuple[tuple[Phase, ...], str]:
    """The phases in order, with why there are none.

    Args:
        moves, paths, until: as for the tide.
    """
    span = (max(m.last for m in moves) - min(m.first for m in moves)) / 365.2425 if moves else 0.0
    if len(moves) < LEAST or len(moves) < RATE * span:
        return (), TOO_FEW
    first = min(m.first for m in moves)
    last = max(until, max(m.last for m in moves))
    at = years_of(np.array([float(m.middle.toordinal()) for m in moves]))
    turns = turns_of(paths, _tolerance(moves, span), np.append(np.sort(at), np.inf))
    edges = [date.fromordinal(first), *(_edge(turn) for turn in turns), date.fromordinal(last + 1)]
    kept = [i for i, turn in enumerate(turns) if edges[i] < edges[i + 1] < edges[-1]]
    turns = [turns[i] for i in kept]
    edges = [edges[0], *(edges[i + 1] for i in kept), edges[-1]]
    phases: list[Phase] = []
    for i, (start, end) in enumerate(pairwise(edges)):
        inside = [m for m in moves if start <= m.middle < end]
        level, trend = _level(inside, paths, start, end)
        before = phases[-1].level if phases else None
        turn = turns[i - 1] if i else None
        cause = _turned_by(inside, before, level)
        phases.append(
            Phase(
                when=Interval(start=start, end=end, grain=_grain(turn, turns[i] if i < len(turns) else None)),
                turn=_interval(turn) if turn else None,
                level=round(level, 3),
                trend=round(trend, 4),
                certainty=round(turn.certainty, 3) if turn else 1.0,
                name=_name(before, level, cause),
                turned_by=tuple(name for move in cause for name in move.events),
            )
        )
    return tuple(phases), ""


def turns_of(paths: Sequence[Path], tolerance: float, at: Array) -> list[Turn]:
    """The turns that more than `_SURE` of the paths take, each path's turns spent once; none after the last event.

    Args:
        tolerance: years within which two turns are one. at: years of the events, ascending: however long a silence
            between two of them, a turn within it is one turn.

    The likeliest stretch of time is taken first; of every path the turn nearest to its middle is held to be that one.
    """
    left = [path.turns[path.turns < at[-2]] for path in paths]
    jumps = [np.diff(path.levels)[: len(turns)] for path, turns in zip(paths, left, strict=True)]
    found: list[Turn] = []
    while True:
        times = np.sort(np.concatenate(left)) if left else np.array([])
        if len(times) < _SURE * len(paths):
            break
        gap = at[np.minimum(np.searchsorted(at, times, side="right"), len(at) - 1)]
        reach = np.searchsorted(times, np.maximum(times + tolerance, gap), side="right") - np.arange(len(times))
        best = int(reach.argmax())
        window = times[best : best + int(reach[best])]
        middle = float(np.median(window))
        taken, signs = [], []
        for i, turns in enumerate(left):
            inside = np.flatnonzero((turns >= window[0]) & (turns <= window[-1]))
            if not len(inside):
                continue
            nearest = int(inside[np.abs(turns[inside] - middle).argmin()])
            taken.append(float(turns[nearest]))
            signs.append(float(np.sign(jumps[i][inside].sum())))
            left[i], jumps[i] = np.delete(turns, inside), np.delete(jumps[i], inside)
        certainty = len(taken) / len(paths) * max(np.mean(np.array(signs) > 0), np.mean(np.array(signs) < 0))
        if len(taken) < _SURE * len(paths):
            break
        if certainty >= _SURE:
            low, high = np.percentile(taken, (5, 95))
            found.append(Turn(at=float(np.median(taken)), low=float(low), high=float(high), certainty=float(certainty)))
    return sorted(found, key=lambda turn: turn.at)


def _tolerance(moves: Sequence[Move], span: float) -> float:
    """Years within which two turns are one: fewer where events are many."""
    return min(_SPREAD, max(0.2, 12 * span / len(moves)))


def _level(inside: Sequence[Move], paths: Sequence[Path], start: date, end: date) -> tuple[float, float]:
    """Mean score of a phase's own events, and its slope per year (0 where they are too few).

    Where a phase holds no event of its own, its level is the mean over the paths.
    """
    if not inside:
        days = np.linspace(start.toordinal(), end.toordinal() - 1, 12)
        return float(np.mean([path.level_at(years_of(days)) for path in paths])), 0.0
    scores = np.array([m.score for m in inside])
    level = float(scores.mean())
    if len(inside) < 4:
        return level, 0.0
    at: Array = years_of(np.array([float(m.middle.toordinal()) for m in inside]))
    at = at - at.mean()
    spread = float((at**2).sum())
    return level, float((at * scores).sum() / (spread + 1.0)) if spread else 0.0


def _turned_by(inside: Sequence[Move], before: float | None, level: float) -> list[Move]:
    """The first events of a phase that pull the way it turned, the strongest of them."""
    if before is None:
        return []
    way = 1.0 if level > before else -1.0
    early = [m for m in inside if way * (m.score - before) > 0][: 2 * _CITED]
    strongest = sorted(early, key=lambda m: (-way * m.score * (1 + 0.25 * len(m.origins)), m.events))[:_CITED]
    return sorted(strongest, key=lambda m: (m.first + m.last, m.events))


def _name(before: float | None, level: float, cause: Sequence[Move]) -> str:
    """``opening``, or which way it turned and by what type of event (``rise.AID``); faces put it into words."""
    if before is None:
        return "opening"
    way = "rise" if level > before else "fall"
    if not cause:
        return way
    strongest = max(cause, key=lambda m: (abs(m.score - before), m.events))
    return f"{way}.{strongest.type}"


def _edge(turn: Turn) -> date:
    """The day a phase begins on: no finer than the turn is known."""
    day, spread = day_of(turn.at), 365.2425 * (turn.high - turn.low)
    if spread <= 14:
        return day
    if spread <= 500:
        return _nearest(day, day.replace(day=1), (day.replace(day=28) + timedelta(days=4)).replace(day=1))
    return _nearest(day, day.replace(month=1, day=1), day.replace(year=day.year + 1, month=1, day=1))


def _nearest(day: date, before: date, after: date) -> date:
    return before if day - before <= after - day else after


def _grain(*turns: Turn | None) -> Grain:
    spreads = [365.2425 * (t.high - t.low) for t in turns if t is not None]
    widest = max(spreads, default=0.0)
    return Grain.DAY if widest <= 14 else Grain.MONTH if widest <= 500 else Grain.YEAR


def _interval(turn: Turn) -> Interval:
    low, high = day_of(turn.low), day_of(turn.high)
    return Interval(start=low, end=date.fromordinal(high.toordinal() + 1), grain=Grain.DAY)
