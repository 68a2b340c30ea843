"""Which state a name or capital means at a time: Moscow is the Soviet Union's until 1991 and Russia's after it."""

from __future__ import annotations

from collections import Counter

from ..knowledge import who
from ..knowledge.actor_words import CAPITAL
from ..records.times import Interval
from .actor_atoms import Atom
from .actor_trail import Trail


def alive(code: str, when: Interval | None) -> bool:
    """Whether a state may have existed within `when`; True where no table says or nothing dates the words."""
    state = who.states().get(code)
    if state is None or when is None:
        return True
    if state.since is not None and when.end is not None and when.end <= state.since:
        return False
    return not (state.until is not None and when.start is not None and when.start >= state.until)


def states_meant(
    head: Atom, when: Interval | None, support: Counter[str], trail: Trail, dated: bool
) -> tuple[str, ...]:
    """Codes that an atom may mean at a time, as few as the date and the article allow; one where they decide.

    `dated` says that the text itself dates the words; else what it named last goes before the date of publication.
    """
    codes = tuple(dict.fromkeys(sense.code for sense in head.senses))
    if len(codes) < 2:
        return codes if head.senses[0].kind == "name" else tuple(_then(code, when) for code in codes)
    if head.senses[0].weak:
        codes = tuple(code for code in codes if support[code]) or codes
        if len(codes) == 1:
            return codes
    if not dated:
        near = _nearest(codes, trail)
        if near is not None:
            return (near,)
    living = tuple(code for code in codes if alive(code, when))
    if len(living) == 1:
        return living
    codes = living or codes
    if head.letter != CAPITAL and not any(support[code] for code in codes):
        return codes
    near = _nearest(codes, trail)
    if near is not None:
        return (near,)
    named = tuple(code for code in codes if support[code])
    return named if len(named) == 1 else codes


def _then(code: str, when: Interval | None) -> str:
    """The state that stood where a later one does ("the Russians" of 1949)."""
    if alive(code, when):
        return code
    before = [one for one, _ in who.predecessors(code) if alive(one, when)]
    return before[0] if len(before) == 1 else code


def _nearest(codes: tuple[str, ...], trail: Trail) -> str | None:
    for trace in reversed(trail.traces[-8:]):
        near = [code for code in trace.mention.actors if code in codes]
        if len(near) == 1:
            return near[0]
    return None
