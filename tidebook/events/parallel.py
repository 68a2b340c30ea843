"""Which clause a verb behind "and" or a comma goes on with, told by the form of the verb: like is joined with like.

"said France would build up its fleet and demanded ..." goes on with "said"; "wants to leave and take ..." with "to leave".
A language whose verbs do not show it (no sense has the voice ``gerund`` or ``past``) gets no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .clause import Clause
from .item import Item
from .phrases import skip
from .structure import Structure

BASE, PRESENT, PAST, DOING, ANY = "base", "present", "past", "doing", ""
_TENSED = {"past": PAST, "passive": PAST, "gerund": DOING}
_FITS = {BASE: {BASE}, PRESENT: {PRESENT, PAST}, PAST: {PAST}, DOING: {DOING}}


def form(word: str, voices: Iterable[str], structure: Structure) -> str:
    """The form of a known verb by its first word (lower case); empty where it may be of several, or nothing is known."""
    forms = set()
    for voice in voices:
        kind = _TENSED.get(voice)
        if kind is None and voice == "active":
            shape = structure.present_shape
            present = shape is not None and shape.search(word) is not None
            past = structure.past_shape is not None and structure.past_shape.search(word) is not None
            kind = PAST if past or word in structure.preterites else PRESENT if present else BASE
        forms.add(kind or ANY)
    return forms.pop() if len(forms) == 1 else ANY


def form_of(item: Item, structure: Structure) -> str:
    """The form of a verb."""
    return form(item.lower.split()[0], {sense.voice for sense in item.senses}, structure)


def partner(items: Sequence[Item], now: Clause, at: int, structure: Structure) -> Clause | None:
    """The clause that the verb at an item goes on with, where that is not the clause just read; None if that one fits.

    Behind a comma or "and" a present participle that finds none of its kind describes what the main clause tells.
    """
    if not items[at].verb or not any(s.voice in ("past", "gerund") for i in items for s in i.senses):
        return None
    wanted = _wanted(items, at, structure)
    if wanted == ANY:
        return None
    clause: Clause | None = now
    seen: list[Clause] = []
    while clause is not None and clause not in seen:
        seen.append(clause)
        offered = _offered(items, clause, structure)
        if offered == ANY or offered in _FITS[wanted]:
            return None if clause is now else clause
        clause = clause.parent or clause.sibling
    if wanted == DOING:
        top = next((c for c in seen if c.marker not in ("purpose", "complement")), None)
        return top if top is not None and top is not now else None
    return None


def _wanted(items: Sequence[Item], at: int, structure: Structure) -> str:
    n = at - 1
    while n >= 0 and skip(items[n]):
        if items[n].classes & {"future", "possible", "have"}:
            return ANY
        n -= 1
    return ANY if n >= 0 and "be" in items[n].classes else form_of(items[at], structure)


def _offered(items: Sequence[Item], clause: Clause, structure: Structure) -> str:
    """The form that a verb joined to those of a clause has; ``past`` for all that is told in the past or passive."""
    if not clause.verbs:
        return "none"
    at = clause.verbs[-1]
    n = at - 1
    while n >= clause.start and (skip(items[n]) or "infinitive" in items[n].classes):
        if items[n].classes & {"infinitive", "future", "possible"}:
            return BASE
        if "have" in items[n].classes:
            return PAST
        n -= 1
    if n >= clause.start and "be" in items[n].classes:
        return PAST
    if items[at].senses:
        return form_of(items[at], structure)
    word = items[at].lower
    return PAST if word.endswith("ed") else ANY
