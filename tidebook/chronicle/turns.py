"""Where a series of scored events turned: an exact Bayesian model of change points.

After Fearnhead (2006), "Exact and efficient Bayesian inference for multiple changepoint problems", Statistics and Computing
16. Turns come at random with a hazard per year, so that silence makes a turn likelier without saying which way; between two
turns the scores scatter around one mean. The recursion sums over every way of cutting the series up, and paths are drawn
from the result exactly, without a chain to run in. Levels are -10 to +10, times are years.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import lgamma

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

HAZARDS = ((1 / 6, 0.15), (1 / 12, 0.3), (1 / 24, 0.3), (1 / 500, 0.25))  # turns per year, prior weight
MEAN, PULL = 0.0, 0.45  # of a phase's level before any event: 0, worth this many events
SHAPE, RATE = 3.0, 26.0  # of the scatter within a phase: about 3.6 points


@dataclass(frozen=True, slots=True)
class Series:
    """Events in time order; several of one time may be lumped.

    Attributes:
        at: years, ascending. count, total, square: number, sum and sum of squares of the scores at that time.
    """

    at: Array
    count: Array
    total: Array
    square: Array

    @classmethod
    def of(cls, at: Array, scores: Array, most: int = 700) -> Series:
        """The series of scored events in any order; more than `most` of them are lumped into as many equal steps of time."""
        order = np.lexsort((scores, at))
        at, scores = at[order], scores[order]
        if len(at) <= most:
            return cls(at=at, count=np.ones_like(at), total=scores, square=scores**2)
        step = (at[-1] - at[0]) / most or 1.0
        bins = np.floor((at - at[0]) / step).astype(int)
        _, first, place = np.unique(bins, return_index=True, return_inverse=True)
        size = len(first)
        count = np.bincount(place, minlength=size).astype(float)
        return cls(
            at=np.bincount(place, weights=at, minlength=size) / count,
            count=count,
            total=np.bincount(place, weights=scores, minlength=size).astype(float),
            square=np.bincount(place, weights=scores**2, minlength=size).astype(float),
        )


@dataclass(frozen=True, slots=True)
class Path:
    """One way of cutting the series up, drawn in proportion to how likely it is.

    Attributes:
        turns: years at which the level turned, ascending.
        levels: the level of each stretch, one more than there are turns.
    """

    turns: Array
    levels: Array

    def level_at(self, at: Array) -> Array:
        """The level at given years."""
        found: Array = self.levels[np.searchsorted(self.turns, at, side="right")]
        return found


def draw_paths(series: Series, number: int, until: float, random: np.random.Generator) -> list[Path]:
    """Paths drawn from the posterior, from the first event until a given year at or after the last."""
    fits = _fits(series)
    gaps = np.diff(series.at)
    tails = [_tail(fits, series.at, gaps, hazard) for hazard, _ in HAZARDS]
    weights = np.array([np.log(prior) + tail[0] for (_, prior), tail in zip(HAZARDS, tails, strict=True)])
    weights = np.exp(weights - weights.max())
    choices = random.choice(len(HAZARDS), size=number, p=weights / weights.sum())
    return [_path(series, fits, gaps, tails[choice], HAZARDS[choice][0], until, random) for choice in choices]


def _fits(series: Series) -> Array:
    """Log likelihood of every stretch i..j as one phase; -inf below the diagonal."""
    size = len(series.at)
    counts, totals, squares = (
        np.concatenate(([0.0], np.cumsum(x))) for x in (series.count, series.total, series.square)
    )
    fits = np.full((size, size), -np.inf)
    most = int(counts[-1])
    gamma = np.array([lgamma(SHAPE + k / 2) for k in range(most + 1)])
    base = SHAPE * np.log(RATE) - lgamma(SHAPE) + 0.5 * np.log(PULL)
    for i in range(size):
        n = counts[i + 1 :] - counts[i]
        total = totals[i + 1 :] - totals[i]
        square = squares[i + 1 :] - squares[i]
        pull = PULL + n
        rate = RATE + 0.5 * (square + PULL * MEAN**2 - (PULL * MEAN + total) ** 2 / pull)
        fits[i, i:] = (
            base
            + gamma[n.astype(int)]
            - 0.5 * np.log(pull)
            - (SHAPE + n / 2) * np.log(rate)
            - n / 2 * np.log(2 * np.pi)
        )
    return fits


def _tail(fits: Array, at: Array, gaps: Array, hazard: float) -> Array:
    """Log probability of all events from i on, given that a turn came just before i."""
    size = len(at)
    tail = np.zeros(size + 1)
    turn = _log_turn(gaps, hazard)
    for i in range(size - 1, -1, -1):
        whole = fits[i, i:] - hazard * (at[i:] - at[i])
        whole[:-1] += turn[i:] + tail[i + 1 : size]
        top = whole.max()
        tail[i] = top + np.log(np.exp(whole - top).sum())
    return tail


def _log_turn(gaps: Array, hazard: float) -> Array:
    with np.errstate(divide="ignore"):
        found: Array = np.log(-np.expm1(-hazard * gaps))
    return found


def _path(
    series: Series, fits: Array, gaps: Array, tail: Array, hazard: float, until: float, random: np.random.Generator
) -> Path:
    size, turn = len(series.at), _log_turn(gaps, hazard)
    turns: list[float] = []
    levels: list[float] = []
    start = 0
    while start < size:
        odds = fits[start, start:] - hazard * (series.at[start:] - series.at[start])
        odds[:-1] += turn[start:] + tail[start + 1 : size]
        weights = np.cumsum(np.exp(odds - odds.max()))
        end = start + int(np.searchsorted(weights, random.random() * weights[-1], side="right"))
        end = min(end, size - 1)
        levels.append(_level(series, start, end, random))
        if end < size - 1:
            inside = _turns_within(series.at[end], gaps[end], hazard, random)
            turns += inside
            levels += [unknown_level(random) for _ in inside[1:]]
        start = end + 1
    after = series.at[-1] + random.exponential(1 / hazard)
    while after < until:
        turns.append(after)
        levels.append(unknown_level(random))
        after += random.exponential(1 / hazard)
    return Path(turns=np.array(turns), levels=np.array(levels))


def _turns_within(start: float, gap: float, hazard: float, random: np.random.Generator) -> list[float]:
    """One or more turns in a gap between two events, given that there is one."""
    first = -np.log1p(random.random() * np.expm1(-hazard * gap)) / hazard
    found = [float(start + first)]
    after = found[0] + random.exponential(1 / hazard)
    while after < start + gap:
        found.append(float(after))
        after += random.exponential(1 / hazard)
    return found


def _level(series: Series, start: int, end: int, random: np.random.Generator) -> float:
    """The level of the stretch start..end, drawn given its events."""
    n = float(series.count[start : end + 1].sum())
    total, square = float(series.total[start : end + 1].sum()), float(series.square[start : end + 1].sum())
    return _drawn(n, total, square, random)


def unknown_level(random: np.random.Generator) -> float:
    """A level of which nothing is known."""
    return _drawn(0.0, 0.0, 0.0, random)


def _drawn(n: float, total: float, square: float, random: np.random.Generator) -> float:
    pull = PULL + n
    mean = (PULL * MEAN + total) / pull
    rate = RATE + 0.5 * (square + PULL * MEAN**2 - pull * mean**2)
    scatter = rate / random.gamma(SHAPE + n / 2)
    return float(np.clip(mean + random.normal() * np.sqrt(scatter / pull), -10.0, 10.0))
