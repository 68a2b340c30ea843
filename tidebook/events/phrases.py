"""Noun phrases around actors: what heads them, what preposition governs them, which are coordinated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..records.mentions import MentionedBy
from .item import ACTOR, MARK, STOP, TIME, TRIGGER, WORD, Item
from .structure import NOTHING, Structure

_REACH = 6
_HELD = frozenset({"agreement", "talks", "summit", "meeting", "peace", "ceasefire", "blockade"})
HANDS_ON = frozenset(
    {"give", "request", "urge", "allow", "forbid", "invite", "warn", "accuse", "propose", "order", "say"}
)
_TELLS = frozenset({"report", "claim", "deny"})
_FORCES = "troops"
ACTING = frozenset(
    {
        "troops",
        "peacekeeper",
        "missile",
        "drone",
        "warplane",
        "warship",
        "ambassador",
        "citizen",
        "spy",
        "attack",
        "medics",
    }
)


@dataclass(slots=True)
class Phrase:
    """One noun phrase that names one or more actors, or several such phrases joined by "and".

    Attributes:
        codes: of all its actors, in order, each once; empty for a person or body that nothing ties to an actor.
        members: item indices of the actor mentions. start, end: item indices, half-open, of the whole phrase.
        classes: of the preposition before it (``to``, ``with`` ...); empty for a bare phrase. preposition: its index, or -1.
        acts: whether the phrase as a whole can act (a state, its government, its troops; not its oil price).
        head: index of the noun trigger that heads it (*serangan* Israel), or -1.
        persons: canonical names.
    """

    codes: list[str]
    members: list[int]
    start: int
    end: int
    classes: frozenset[str] = NOTHING
    preposition: int = -1
    acts: bool = True
    head: int = -1
    persons: list[str] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """Whether no preposition governs it."""
        return self.preposition < 0


def phrases_of(items: Sequence[Item], structure: Structure) -> list[Phrase]:
    """All phrases of a sentence, in order."""
    single: list[Phrase] = []
    at = 0
    while at < len(items):
        if items[at].kind != ACTOR:
            at += 1
            continue
        phrase = _one(items, at, structure, single[-1].end if single else 0)
        if single and single[-1].end == phrase.start and phrase.bare and single[-1].members:
            _absorb(single[-1], phrase, structure)  # apposition: "pemimpin Korea Utara" "Kim Jong Un"
        else:
            single.append(phrase)
        at = max(at + 1, single[-1].members[-1] + 1)
    return _coordinate(items, single, structure)


def _one(items: Sequence[Item], at: int, structure: Structure, floor: int) -> Phrase:
    actor = items[at].actor
    assert actor is not None
    start, end, acts, head = at, at + 1, True, -1
    if structure.head_first:
        start = at
        while (
            start > floor
            and at - start < _REACH
            and (_nominal(items[start - 1]) or _lasts(items, start - 1) or _around(items, start - 1, floor))
        ):
            start -= 1
        while start < at and _counts(items[start]):
            start += 1
        if start < at:
            acts, head = _heads(items, start)
        while end < len(items) and items[end].kind == WORD and items[end].capital and not items[end].verb:
            end += 1  # what is left of a name that the tables know in part
        before = start - 1
        while before >= floor and _counts(items[before]):
            before -= 1
    else:
        before = at - 1
        if items[at].possessive or (end < len(items) and _compounds(items[end])):
            while end < len(items) and end - at < _REACH and _nominal(items[end]):
                end += 1
            if end > at + 1:
                acts, head = _heads(items, end - 1)
                acts = acts or (
                    items[end - 1].kind == WORD and items[end - 1].capital
                )  # "Turkish F-16s", "Iraqi Scuds"
                placed = not items[at].possessive and actor.by is MentionedBy.CAPITAL
                if placed and any(s.entry.code in _HELD for s in items[end - 1].senses):
                    actor = replace(actor, actors=())  # "the Paris accords": where, not whose
        while before >= floor and at - before < 4 and items[before].kind == WORD and not items[before].verb:
            before -= 1
    while before >= floor and _small(items[before]):
        before -= 1
    classes, preposition = NOTHING, -1
    if before >= 0 and before >= floor - 1 and items[before].kind in (MARK, TRIGGER):
        classes = frozenset(c[2:] for c in items[before].classes if c.startswith("p:"))
        if "by" in items[before].classes:
            classes |= {"by"}
        if classes:
            preposition = before
    if actor.rule.startswith("place") and head < 0 and not structure.head_first:
        acts = False  # a town is where, not who
    phrase = Phrase(list(actor.actors), [at], start, end, classes, preposition, acts, head)
    if structure.head_first and end < len(items) and "p:of" in items[end].classes:
        phrase.codes = []  # "Airbus milik Iran Air": whose it is follows
    if any("backed" in item.classes for item in items[start + 1 : at]):
        phrase.codes = []  # "kelompok separatis dukungan Moskow", "rudal buatan Amerika": others', whose is not said
    if actor.person:
        phrase.persons.append(actor.person)
    if structure.head_first and preposition < 0 and start == at:
        _place(items, phrase, floor)
    if preposition >= 0 and "of" in classes and structure.head_first:
        _own(items, phrase, floor)
    elif preposition >= 0 and classes & {"in", "from", "of"} and phrase.acts:
        _lift(items, phrase, structure, floor)
    return phrase


def _place(items: Sequence[Item], phrase: Phrase, floor: int) -> None:
    """A state that only says where an unknown place lies stands under its preposition ("di Lahad Datu, Malaysia, ...")."""
    n = phrase.start - 1
    after = items[phrase.end] if phrase.end < len(items) else None
    ended = after is None or after.kind in (STOP, TIME) or any(c.startswith("p:") for c in after.classes)
    if n < floor or items[n].lower != "," or not ended:
        return
    n -= 1
    named = n
    while n >= floor and items[n].kind == WORD and not items[n].verb:
        n -= 1
    while n >= floor and items[n].noun:
        n -= 1
    classes = frozenset(c[2:] for c in items[n].classes if c.startswith("p:")) if n >= 0 else NOTHING
    if n >= floor - 1 and n < named and items[named].capital and classes & {"in", "to", "from"}:
        phrase.classes, phrase.preposition = classes, n


def _own(items: Sequence[Item], phrase: Phrase, floor: int) -> None:
    """What somebody owns acts as if it bore their name ("pesawat pengebom milik AS menjatuhkan ...")."""
    start = phrase.preposition
    while start > floor and phrase.preposition - start < _REACH and _nominal(items[start - 1]):
        start -= 1
    while start < phrase.preposition and _counts(items[start]):
        start += 1
    if start == phrase.preposition:
        return
    phrase.acts, phrase.head = _heads(items, start)
    before = start - 1
    while before >= floor and items[before].kind == MARK and items[before].classes & {"determiner", "adverb"}:
        before -= 1
    phrase.start, phrase.classes, phrase.preposition = start, NOTHING, -1
    if before >= floor and items[before].kind == MARK:
        classes = frozenset(c[2:] for c in items[before].classes if c.startswith("p:"))
        classes |= {"by"} if "by" in items[before].classes else NOTHING
        if classes:
            phrase.classes, phrase.preposition = classes, before


def _lift(items: Sequence[Item], phrase: Phrase, structure: Structure, floor: int) -> None:
    """An agent noun with its state behind a preposition ("pasukan dari Korea Selatan") acts like the state itself."""
    last = phrase.preposition - 1
    start = last
    while start >= floor and last - start < 4 and items[start].kind == WORD and not items[start].verb:
        start -= 1
    start += 1
    armed = last >= floor and _armed(items[last])
    if start > last and not armed:
        return
    start = min(start, last)
    head = items[start] if structure.head_first else items[last]
    if "agent" not in head.classes and not armed:
        if "origin" not in phrase.classes:
            return
        phrase.acts = False  # "pilgrims from Iran" suffer for Iran, but do not act for it
    before = start - 1
    while before >= floor and items[before].kind == MARK and items[before].classes & {"determiner", "adverb"}:
        before -= 1
    phrase.start = start
    phrase.classes, phrase.preposition = NOTHING, -1
    if before >= floor and items[before].kind == MARK:
        classes = frozenset(c[2:] for c in items[before].classes if c.startswith("p:"))
        if "by" in items[before].classes:
            classes |= {"by"}
        if classes:
            phrase.classes, phrase.preposition = classes, before


def _armed(item: Item) -> bool:
    """Whether a noun that tells something by itself also names forces ("pasukan dari Korea Selatan")."""
    return item.noun and not item.verb and any(sense.entry.code == _FORCES for sense in item.senses)


def _lasts(items: Sequence[Item], at: int) -> bool:
    """Whether a length of time only measures the noun before it ("lawatan empat hari Lee")."""
    time = items[at].time
    return time is not None and time.interval is None and at > 0 and items[at - 1].noun


def _small(item: Item) -> bool:
    """Whether a word may stand between a preposition and its noun, and is no preposition itself ("bersama")."""
    small = item.kind == MARK and bool(item.classes & {"determiner", "adverb"})
    return small and not any(c.startswith("p:") for c in item.classes)


def _around(items: Sequence[Item], at: int, floor: int) -> bool:
    """Whether a small word joins a noun to what lies near it ("perairan sekitar Taiwan")."""
    return "around" in items[at].classes and at > floor and _nominal(items[at - 1])


def _counts(item: Item) -> bool:
    return item.kind == WORD and item.lower[0].isdigit()


def _nominal(item: Item) -> bool:
    return (item.kind == WORD and not item.verb) or (item.kind == TRIGGER and not item.verb)


def _compounds(item: Item) -> bool:
    return (item.kind == WORD and "agent" in item.classes) or item.noun


def _heads(items: Sequence[Item], head: int) -> tuple[bool, int]:
    return acting(items[head]), head if items[head].kind == TRIGGER else -1


def acting(item: Item) -> bool:
    """Whether who or what a word names can act for a state: soldiers, ministers, ships."""
    return "agent" in item.classes or any(s.entry.code in ACTING for s in item.senses)


def _absorb(first: Phrase, second: Phrase, structure: Structure) -> None:
    first.codes += [code for code in second.codes if code not in first.codes]
    first.members += second.members
    first.end = second.end
    first.persons += second.persons
    if not structure.head_first:
        first.acts, first.head = second.acts, second.head


def _apart(items: Sequence[Item], first: Phrase, second: Phrase) -> bool:
    """Whether the second has a verb of its own ("X mengecam A dan B menyerang C")."""
    n = second.end
    while n < len(items) and skip(items[n]):
        n += 1
    if n >= len(items) or not items[n].verb:
        return False
    n = first.start - 1
    while n >= 0 and items[n].kind != STOP and "coordination" not in items[n].classes:
        if items[n].verb:
            if any(s.entry.code in HANDS_ON or s.entry.code in _TELLS for s in items[n].senses):
                return False  # "X mendesak A dan B menyepakati ..."
            m = n - 1
            while m >= 0 and skip(items[m]):
                m -= 1
            return m >= 0 and "relative" not in items[m].classes and any(i.kind == ACTOR for i in items[:n])
        n -= 1
    return False


def _opens(items: Sequence[Item], phrase: Phrase) -> bool:
    """Whether a phrase under a preposition opens its sentence."""
    return not any(item.verb or item.kind == ACTOR for item in items[: phrase.start])


def _leads(items: Sequence[Item], phrase: Phrase) -> bool:
    """Whether a phrase ends the clause that goes before the main one."""
    led = bool(items[0].classes & {"retrospect", "condition", "clause", "purpose"})
    return led and not any(item.kind == STOP for item in items[: phrase.start])


def _coordinate(items: Sequence[Item], single: list[Phrase], structure: Structure) -> list[Phrase]:
    """Joins "A, B dan C" under one preposition; "A dan B menyerang" stays whole, "... A, B menyerang" is left apart."""
    joined: list[Phrase] = []
    at = 0
    while at < len(single):
        phrase = single[at]
        run = [phrase]
        closed = False
        while at + 1 < len(single):
            after = single[at + 1]
            between = items[run[-1].end : after.start if after.bare else after.preposition]
            kinds = [b for b in between if not (b.kind == MARK and b.classes & {"adverb", "determiner"})]
            joint = all((b.kind == STOP and b.lower in ",-/–") or "coordination" in b.classes for b in kinds)
            dashed = bool(kinds) and kinds[0].lower in "-–" and kinds[0].start > items[run[-1].end - 1].end
            same = after.bare or (after.classes == phrase.classes and bool(phrase.classes))
            headed = (
                after.head >= 0 and structure.head_first
            )  # behind adjectives a head serves both: Iranian and Israeli troops
            if not kinds or not joint or dashed or not same or headed or not after.acts or _apart(items, phrase, after):
                break
            fronted = len(run) == 1 and not phrase.bare and after.bare and kinds[0].kind == STOP
            if fronted and (_opens(items, phrase) or _leads(items, phrase)):
                break  # "Di bawah pakta AUKUS, Amerika dan Inggris akan ...", "Setelah berunding di Minsk, Putin dan ..."
            if any("coordination" in b.classes or b.lower in "-/–" for b in kinds):
                closed = True
            run.append(after)
            at += 1
            if any("coordination" in b.classes for b in kinds):
                break
        if len(run) > 1 and not closed and run[-1].end < len(items):
            n = run[-1].end
            n += items[n].kind == STOP and items[n].lower == "," and n + 1 < len(items)
            closed = "coordination" in items[n].classes
        if len(run) > 1 and not closed:
            joined.extend(run)  # a bare comma joins nothing: "..., Pyongyang, ..." is place or apposition
        else:
            for other in run[1:]:
                phrase.codes += [code for code in other.codes if code not in phrase.codes]
                phrase.members += other.members
                phrase.persons += other.persons
                phrase.end = other.end
            joined.append(phrase)
        at += 1
    return joined


def skip(item: Item) -> bool:
    """Whether an item stands between a subject and its verb without changing anything."""
    return item.kind == TIME or (
        item.kind == MARK
        and bool(item.classes & {"adverb", "adverbial", "negation", "future", "possible", "hedge", "have"})
    )
