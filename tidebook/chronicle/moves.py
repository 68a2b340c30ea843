"""Which events move the tide, and when: one observation per happening and origin, dated within what was said."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from ..records.chronicles import Dyad
from ..records.events import Event, Standing
from .turns import Array, Path, Series, draw_paths

_VAGUEST = 7320  # days; an interval of more than twenty years says nothing about the tide
_PATHS = 900
_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Move:
    """What moves the tide.

    Attributes:
        first, last: days (ordinals) that it may have been. type: PLOVER's. score: -10 to +10.
        events: ids; several where one origin tells one day's events of one type more than once.
        origins: ids of the origins behind it.
    """

    first: int
    last: int
    type: str
    score: float
    events: tuple[str, ...]
    origins: frozenset[str]

    @property
    def middle(self) -> date:
        """The day in the middle, to draw a mark at."""
        return date.fromordinal((self.first + self.last) // 2)


def moves_of(events: Iterable[Event], dyad: Dyad, until: int | None = None) -> list[Move]:
    """The moves of asserted, dated events between the two, in time order.

    What both do to a third ("the two condemned ...") is scored for the third, and says nothing of how they stand to each
    other: it moves nothing. `until` is the last day of which the pile can know. Events of one type that one origin tells of the same days are one move: a second telling is no second witness.
    """
    found: dict[tuple[int, int, str, float, tuple[str, ...]], Move] = {}
    for event in sorted(events, key=lambda e: e.id):
        if not event.between or event.standing is not Standing.ASSERTED or event.when is None or _together(event, dyad):
            continue
        if event.when.start is None or event.when.end is None or (event.when.days or 0) > _VAGUEST:
            continue
        first, last = event.when.start.toordinal(), event.when.end.toordinal() - 1
        if until is not None:
            if first > until:
                continue  # nobody can have seen it yet
            last = min(last, until)
        key = (first, last, event.type, event.score, event.origins)
        known = found.get(key)
        told = (*known.events, event.id) if known else (event.id,)
        found[key] = Move(
            first=first, last=last, type=event.type, score=event.score, events=told, origins=frozenset(event.origins)
        )
    return sorted(found.values(), key=lambda m: (m.first + m.last, m.events))


def _together(event: Event, dyad: Dyad) -> bool:
    """Whether both sides of the dyad do it to somebody else, or suffer it from somebody else."""
    if not event.recipients:
        return False
    sides = {dyad.left.actor, dyad.right.actor}
    acts = {dyad.fold(code, event.when) for code in event.actors}
    suffers = {dyad.fold(code, event.when) for code in event.recipients}
    return (sides <= acts and not sides & suffers) or (sides <= suffers and not sides & acts)


def years_of(days: Array) -> Array:
    """Days (ordinals) as years."""
    return days / _YEAR


def day_of(year: float) -> date:
    """The day of a year that `years_of` gave."""
    return date.fromordinal(max(1, round(year * _YEAR)))


def paths_of(moves: Sequence[Move], until: int, *, number: int = _PATHS) -> list[Path]:
    """Ways that the level may have gone until a day, each with the dates drawn anew within their intervals.

    The draws are made from the content alone: the same moves give the same paths.
    """
    first = np.array([m.first for m in moves], dtype=float)
    last = np.array([m.last for m in moves], dtype=float)
    scores = np.array([m.score for m in moves], dtype=float)
    random = np.random.default_rng(seed_of(moves))
    vague = float((last - first).max(initial=0.0)) > 40
    draws = 1 if not vague else 30 if len(moves) <= 150 else 10
    paths: list[Path] = []
    for _ in range(draws):
        at = years_of(first + (last - first) * random.random(len(moves))) if vague else years_of((first + last) / 2)
        series = Series.of(at, scores)
        paths += draw_paths(
            series, number // draws, max(float(years_of(np.array([until]))[0]), float(at.max())), random
        )
    return paths


def seed_of(moves: Sequence[Move]) -> int:
    """A seed made of the content."""
    said = "\n".join(f"{m.first} {m.last} {m.type} {m.score} {' '.join(m.events)}" for m in moves)
    return int.from_bytes(hashlib.sha256(said.encode()).digest()[:8], "big")
