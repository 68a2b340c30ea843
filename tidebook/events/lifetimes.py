"""No state acts before it is born in the story or after it is dead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..knowledge import who
from ..records.times import Grain, Interval
from .whose_date import Dated

_TOLD = frozenset({"clause", "sentence"})


def within_lives(dated: Dated, codes: Iterable[str]) -> Dated:
    """The date of an event, no later than the death of a state that takes part ("the Soviet Union" in a page of 2024).

    What the sentence itself says is kept, right or wrong. A date out of the story or of publication is cut at the death; where
    nothing of it is left, or there was none, it may be any day on which all who take part were there (`by` is then ``lifetime``).
    """
    states = [state for code in codes if (state := who.states().get(code)) is not None]
    death = min((state.until for state in states if state.until), default=None)
    if death is None or dated.by in _TOLD:
        return dated
    when = dated.when
    if when is not None and (when.start is None or when.start < death):
        return replace(
            dated,
            when=when if when.end is not None and when.end <= death else replace(when, end=death, grain=Grain.DAY),
        )
    birth = max((state.since for state in states if state.since), default=None)
    start = birth if birth is not None and birth < death else None
    return Dated(Interval(start=start, end=death, grain=Grain.DAY), "lifetime")
