"""No state acts before it is born in the story or after it is dead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ..knowledge import who
from ..records.times import Grain, Interval
from .dating import Dated

_TOLD = frozenset({"clause", "sentence"})


def within_lives(dated: Dated, codes: Iterable[str]) -> Dated:
    """The date of an event, no later than the death of a state that takes part ("the Soviet Union" in a page of 2024).

    What the sentence itself says is kept, right or wrong. A date out of the story or of publication is cut at the death; where
    nothing of it is left, or there was none, the event may be of any day of the state's life (`by` is then ``lifetime``).
    """
    life = _life(codes)
    if life is None or dated.by in _TOLD:
        return dated
    left = None if dated.when is None else dated.when.meet(life)
    if left is not None:
        return replace(dated, when=left)
    return Dated(life, "lifetime")


def _life(codes: Iterable[str]) -> Interval | None:
    """The days on which all the dead states among `codes` lived; None if none of them is dead."""
    dead = [state for code in codes if (state := who.states().get(code)) is not None and state.until is not None]
    if not dead:
        return None
    start = max((state.since for state in dead if state.since), default=date.min)
    end = min(state.until for state in dead if state.until)
    return Interval(start=start, end=end, grain=Grain.DAY) if start < end else None
