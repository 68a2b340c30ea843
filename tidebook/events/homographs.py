"""Which of its readings a trigger has where the words around it decide: noun or verb, verb or preposition."""

from __future__ import annotations

from functools import lru_cache

from .item import ACTOR, MARK, NOUNS, STOP, TRIGGER, VERBS, WORD, Item
from .lexicon import Sense
from .parallel import BASE, PAST, PRESENT, form
from .phrases import ACTING, HANDS_ON
from .structure import NOTHING, PLAIN, Structure

_ABOUT = frozenset({"agreement", "talks", "invitation", "demonstration", "permission", "resolution"})
"""Themes whose noun may be followed by a verb that says what it is about."""
_BEINGS = ACTING - {"attack"}


def settle(items: list[Item], structure: Structure) -> None:
    """Decides for every trigger that is noun and verb alike what it is here, and drops its other senses."""
    for at, item in enumerate(items):
        if (
            item.kind == WORD
            and item.verb
            and structure.head_first
            and at
            and items[at - 1].noun
            and not any(s.entry.code in _BEINGS for s in items[at - 1].senses)
            and _described(items, at)
        ):
            item.verb = False
        if structure.head_first and at > 1 and items[at - 1].noun and _content(items, at):
            item.kind, item.verb, item.senses = WORD, False, ()
        if item.kind != TRIGGER:
            continue
        verbs, nouns, bare = _voiced(item.senses)
        if item.clitic and item.clitic == structure.own_clitic:
            verbs = tuple(s for s in verbs if s.voice != "passive")  # "diundangnya X" names the deed
        if bare and not _headline(items, at):
            verbs = tuple(s for s in verbs if s.voice != "bare")
        if not nouns and not structure.head_first and _gerund_noun(items, at, verbs, structure):
            nouns = tuple(Sense(s.entry, "noun") for s in verbs)
            verbs = ()
        if verbs and not structure.head_first and _attributive(items, at, verbs, structure):
            verbs = ()
        if verbs and not structure.head_first and _no_verb(items, at, verbs, structure):
            verbs = ()
        if verbs and nouns:
            item.verb = _is_verb(items, at, structure)
        else:
            item.verb = bool(verbs)
        if item.verb and item.classes and _governs(items, at):
            verbs, item.verb = (), False
        if item.verb and "adverb" in item.classes and at + 1 < len(items) and _verbal(items[at + 1]):
            verbs, nouns, item.verb = (), (), False  # "langsung ditepis": an adverb where a verb follows
        item.senses = verbs if item.verb else nouns
        if not item.senses:
            item.classes = item.classes or structure.marks.get(item.lower, NOTHING)
            item.kind = MARK if item.classes - PLAIN else WORD


@lru_cache(maxsize=1 << 14)
def _voiced(senses: tuple[Sense, ...]) -> tuple[tuple[Sense, ...], tuple[Sense, ...], bool]:
    """The senses that are verbs, those that are nouns, and whether a verb is a bare root."""
    verbs = tuple(s for s in senses if s.voice in VERBS)
    return verbs, tuple(s for s in senses if s.voice in NOUNS), any(s.voice == "bare" for s in verbs)


def _content(items: list[Item], at: int) -> bool:
    """Whether a verb only says what a noun right before it is about ("mengakhiri pakta berbagi intelijen")."""
    item = items[at]
    active = (item.kind == WORD and item.verb) or (bool(item.senses) and all(s.voice == "active" for s in item.senses))
    if not active or not any(s.entry.code in _ABOUT for s in items[at - 1].senses):
        return False
    n = at - 2
    while n >= 0 and items[n].kind != STOP and not items[n].classes & {"relative", "coordination", "that"}:
        if items[n].verb:
            return True
        n -= 1
    return False


def _verbal(item: Item) -> bool:
    return item.verb or any(sense.voice in VERBS for sense in item.senses)


def _attributive(items: list[Item], at: int, verbs: tuple[Sense, ...], structure: Structure) -> bool:
    """Whether a form stands within a noun phrase that ends with its head ("the looted statues", "three Iraqi ships")."""
    before = items[at - 1] if at else None
    voices = {sense.voice for sense in verbs}
    described = items[at + 1] if at + 1 < len(items) else None
    people = described is not None and described.actor is not None and described.actor.rule.startswith("people")
    owned = people or (described is not None and described.possessive)
    if before is not None and "determiner" in before.classes and owned:
        return voices <= {"past", "active"}  # two jailed Canadian envoys
    if before is not None and before.verb and owned and voices <= {"past"}:
        return True  # "carry forged Canadian passports"
    if before is None or not (before.possessive or before.lower in structure.noun_after):
        return False
    if voices <= {"gerund"}:
        return before.possessive and described is not None and described.kind == WORD and not described.verb
    if voices <= {"active"}:
        return form(items[at].lower.split()[0], voices, structure) != PAST
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or not voices <= {"past", "active"}:
        return False
    return (after.kind == WORD and not after.verb) or any(s.voice in NOUNS for s in after.senses)


def _takes_object(items: list[Item], at: int) -> bool:
    """Whether an -ing form that may be a noun has an object ("admitted shelling the post", "after bombing Hanoi")."""
    before, after = items[at - 1], items[at + 1] if at + 1 < len(items) else None
    if after is None or before.possessive or not any(sense.voice == "gerund" for sense in items[at].senses):
        return False
    if before.kind == WORD and not before.verb:
        return False
    return "determiner" not in before.classes and (after.kind == ACTOR or "determiner" in after.classes)


def _no_verb(items: list[Item], at: int, verbs: tuple[Sense, ...], structure: Structure) -> bool:
    """Whether a form that looks like a present or an infinitive stands where neither can ("Direct flights", "hit targets in")."""
    if any(sense.voice != "active" for sense in verbs):
        return False
    kind = form(items[at].lower.split()[0], ("active",), structure)
    if kind == BASE:
        adverb = "adverb" in structure.marks.get(items[at].lower, NOTHING)
        if at > 1 and items[at - 1].kind == ACTOR and "determiner" in items[at - 2].classes:
            return not any(
                "that" in i.classes or _lets(i, structure) for i in items[max(at - 5, 0) : at - 1]
            )  # "the UN force"
        return at == 0 or (adverb and items[at - 1].verb)  # "flew back"
    return kind == PRESENT and at > 0 and items[at - 1].verb and bool(items[at - 1].senses)


def _lets(item: Item, structure: Structure) -> bool:
    """Whether a verb takes the bare verb of another ("let the EU ban oil")."""
    return item.lower in structure.base_verbs or (item.verb and any(s.entry.code in HANDS_ON for s in item.senses))


def _described(items: list[Item], at: int) -> bool:
    """Whether a word shaped like a verb only describes the noun before it ("kolaborasi mengejutkan antara ...")."""
    if at + 1 >= len(items):
        return True
    after = items[at + 1]
    return after.kind == MARK and any(c.startswith("p:") or c in ("determiner", "relative") for c in after.classes)


def _only_verb(items: list[Item], at: int) -> bool:
    """Whether a sentence has no other word that could be its verb ("Prajurit India dan Cina baku hantam di Galwan")."""
    if all(sense.voice not in ("active", "passive") for sense in items[at].senses):
        return False
    return not any(n != at and (i.verb or any(s.voice in VERBS for s in i.senses)) for n, i in enumerate(items))


def _governs(items: list[Item], at: int) -> bool:
    """Whether a word that is verb and preposition alike is a preposition here ("bertempur melawan ...")."""
    if not any(c.startswith("p:") for c in items[at].classes) or at == 0:
        return False
    before = items[at - 1]
    return before.kind == TRIGGER or (before.kind == WORD and "agent" not in before.classes)


def _gerund_noun(items: list[Item], at: int, verbs: tuple[Sense, ...], structure: Structure) -> bool:
    """Whether an -ing form is a noun ("the testing of missiles by Iran")."""
    before, after = (items[at - 1] if at else None), (items[at + 1] if at + 1 < len(items) else None)
    if before is None or after is None or not verbs or any(s.voice != "gerund" for s in verbs):
        return False
    return (before.possessive or before.lower in structure.noun_after) and "p:of" in after.classes


def _headline(items: list[Item], at: int) -> bool:
    """Whether a bare root stands where a headline's verb stands: behind its subject, before its object."""
    n = at - 1
    while n >= 0 and items[n].kind == MARK and items[n].classes & {"adverb", "future", "negation"}:
        n -= 1
    if n < 0 or items[n].kind != ACTOR or at + 1 >= len(items):
        return False
    after = items[at + 1]
    small = any(c.startswith("p:") or c == "determiner" for c in after.classes)
    return after.kind in (ACTOR, TRIGGER, WORD) or small


def _is_verb(items: list[Item], at: int, structure: Structure) -> bool:
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if before is None:
        return False
    if before.lower in structure.verb_after:
        return True
    if not structure.head_first and _takes_object(items, at):
        return True
    if before.lower in structure.noun_after or before.possessive or before.verb:
        return False
    if before.kind == MARK and any(c.startswith("p:") for c in before.classes):
        return False
    if before.kind == ACTOR:
        if structure.head_first:
            if after is None:
                return False
            headline = items[at].capital and after.kind == WORD and after.capital
            return after.kind == ACTOR or after.noun or headline or _only_verb(items, at)
        named = at > 1 and "determiner" in items[at - 2].classes and all(s.voice != "past" for s in items[at].senses)
        if named and any(s.entry.name.split()[0] == items[at].lower for s in items[at].senses if s.voice == "active"):
            return after is not None and (after.kind == ACTOR or "determiner" in after.classes)  # the Berlin blockade
        return after is None or after.kind != MARK or "be" not in after.classes
    pointing = "determiner" in before.classes and "relative" in before.classes
    if pointing and at > 1 and items[at - 2].verb:
        return False  # "rejected that demand"
    if before.kind == MARK and before.classes & {"adverb", "negation", "future", "possible", "relative"}:
        return True
    if not structure.head_first and before.kind == MARK and "coordination" in before.classes:
        return after is not None and (after.kind == ACTOR or "determiner" in after.classes)
    return False
