"""How the words at a joint of a sentence belong: to the clause just read, to one before it, or to what somebody says or asks."""

from __future__ import annotations

from collections.abc import Sequence

from .ahead import Ahead
from .clause import Clause
from .item import ACTOR, MARK, STOP, TIME, WORD, Item
from .parallel import partner
from .phrases import HANDS_ON, Phrase, skip
from .structure import NOTHING, Structure

_SAID = frozenset({"say", "order"})
_SAYS = frozenset({"say", "report", "claim"})
_WORDS = frozenset(
    {
        "urge",
        "request",
        "accuse",
        "condemn",
        "criticise",
        "threaten",
        "warn",
        "summon",
        "recall",
        "refuse",
        "deny",
        "propose",
    }
)


class Joints(Ahead):
    """Judges the joints of one sentence.

    Attributes:
        now: the clause that is being read.
    """

    def __init__(self, items: Sequence[Item], phrases: Sequence[Phrase], structure: Structure) -> None:
        super().__init__(items, phrases, structure)
        self.now = Clause(0, 0, "main")

    def _quoted(self, at: int) -> bool:
        """Whether what stands before is quoted."""
        return any(item.quoted for item in self.items[self.now.start : at])

    def _agent_between(self, last: int) -> bool:
        """Whether a party behind a relative clause's passive is its agent ("Houthi yang didukung Iran menyerang ...")."""
        now = self.now
        if not self.structure.bare_agent or now.marker != "relative" or now.parent is None or now.parent.verbs:
            return False
        senses = self.items[last].senses
        return {s.voice for s in senses} == {"passive"} and not any(s.entry.code in HANDS_ON for s in senses)

    def _partner(self, at: int) -> Clause | None:
        """The clause that the verb behind a comma or "and" goes on with by its form, where that is not this one."""
        n = at + 1
        while n < len(self.items) and not self.items[n].verb:
            if not (skip(self.items[n]) or "coordination" in self.items[n].classes):
                return None
            n += 1
        return partner(self.items, self.now, n, self.structure) if n < len(self.items) else None

    def _spoken_by_a_thing(self, at: int) -> bool:
        """Whether words would be said by what cannot speak ("condemned a strike that killed two and warned Tehran")."""
        n = at + 1
        while n < len(self.items) and not self.items[n].verb:
            n += 1
        words = n < len(self.items) and any(s.entry.code in _WORDS | {"say"} for s in self.items[n].senses)
        head = self.now.start - 1
        while head >= 0 and (skip(self.items[head]) or self.items[head].kind == STOP):
            head -= 1
        thing = head >= 0 and self.items[head].kind != ACTOR and "agent" not in self.items[head].classes
        return words and thing and not self.structure.head_first

    def _then(self, at: int) -> bool:
        """Whether a word says what was done next: by who accused, not by the accused ("menuduh X menyerang, lalu ...")."""
        return at < len(self.items) and "then" in self.items[at].classes

    def _controller(self, at: int, clause: Clause) -> Phrase | None:
        """Whose purpose it is where the verb before hands the action on ("menyerukan kepada Iran untuk ...")."""
        if not clause.verbs or not any(s.entry.code in HANDS_ON - _SAID for s in self.items[clause.verbs[-1]].senses):
            return None
        phrase = self.by_member.get(at - 1)
        return phrase if phrase is not None and phrase.codes and phrase.members[0] > clause.verbs[-1] else None

    def _turns(self, clause: Clause, at: int) -> bool:
        """Whether an active verb after "and" cannot share the passive verb of a complement ("menuntut X ditarik dan mengancam")."""
        if clause.marker not in ("complement", "that"):
            return False
        n = at + 1
        while n < len(self.items) and not self.items[n].verb:
            n += 1
        if clause.marker == "that" and self._suffers(clause) and n < len(self.items):
            words = any(s.entry.kind == "operator" and s.entry.code in _WORDS for s in self.items[n].senses)
            return words and not self.structure.head_first  # "said he had been poisoned and demanded answers"
        if clause.marker == "that":
            return self._states(clause) and n < len(self.items) and bool(self.items[n].senses)
        voices = {s.voice for s in self.items[clause.verbs[-1]].senses}
        senses = self.items[n].senses if n < len(self.items) else ()
        after = {s.voice for s in senses}
        if any(s.entry.kind == "operator" and s.entry.code in _WORDS for s in senses):
            return True  # who accuses goes on to demand: accused are deeds, not words
        return voices == {"passive"} and "active" in after

    def _suffers(self, clause: Clause) -> bool:
        """Whether the verb of a clause stands behind a form of *be*."""
        n = clause.verbs[-1] - 1
        while n > clause.start and skip(self.items[n]):
            n -= 1
        return "be" in self.items[n].classes

    def _states(self, clause: Clause) -> bool:
        """Whether a clause only says how things are, of a subject that cannot act ("that its citizens were involved")."""
        n = clause.verbs[0] - 1
        while n > clause.start and skip(self.items[n]):
            n -= 1
        return "be" in self.items[n].classes and not any(i.kind == ACTOR for i in self.items[clause.start : n])

    def _noun_content(self, at: int) -> bool:
        """Whether "that" gives a noun of speech its content ("the demand that Germany withdraw")."""
        if self.structure.head_first or at == 0 or at + 2 >= len(self.items):
            return False
        spoken = any(s.entry.kind == "operator" for s in self.items[at - 1].senses) and self.items[at - 1].noun
        return spoken and self._next(at + 1) == "actor" and self._verb_ahead(at + 1)

    def _completes(self, at: int) -> bool:
        """Whether a word that may also be relative gives a verb its content ("said that", "told Iran on Monday that")."""
        n = at - 1
        while n >= self.now.start and skip(self.items[n]):
            n -= 1
        if n < self.now.start:
            return False
        if self.items[n].verb or (self.items[n].kind == ACTOR and self._next(at + 1) != "verb"):
            return True
        while n >= self.now.start and (self.items[n].kind == WORD or self.items[n].noun or self._small(n)):
            n -= 1  # "demanded at a summit that Israel respect ..."
        spoken = n >= self.now.start and any(s.entry.kind == "operator" for s in self.items[n].senses)
        follows = self._next(at + 1)
        told = n >= self.now.start and self._says(n) and follows != "verb"  # "told parliament that 1,300 men would ..."
        return spoken and self.items[n].verb and (follows == "actor" or told)

    def _small(self, at: int) -> bool:
        item = self.items[at]
        return item.kind == MARK and any(c.startswith("p:") or c in ("determiner", "adverb") for c in item.classes)

    def _free(self, at: int) -> None:
        """The subject of a clause is not governed by the word that opens it ("karena Myanmar menanam ranjau")."""
        phrase = next((p for p in self.by_start.values() if p.preposition == at), None)
        if phrase is None:
            return
        n = phrase.end
        while n < len(self.items) and skip(self.items[n]):
            n += 1
        if n < len(self.items) and self.items[n].verb:
            phrase.preposition, phrase.classes = -1, NOTHING

    def _preposition_only(self, at: int, classes: frozenset[str]) -> bool:
        """A word of time that merely governs a date ("sejak 2019", "selama tiga tahun") opens nothing."""
        follows = self.items[at + 1] if at + 1 < len(self.items) else None
        return follows is None or (
            follows.kind in (TIME, STOP) and (at + 2 >= len(self.items) or not self._verb_ahead(at + 2, 8))
        )

    def _other_before(self, at: int, floor: int) -> int:
        """The first word of the noun phrase without an actor right before a verb and right behind the one before it, or -1."""
        n = floor + 1
        while n < at and self.items[n].kind == MARK and self.items[n].classes & {"determiner", "adverb"}:
            n += 1
        plain = all(
            i.kind == WORD or i.noun or (i.kind == MARK and i.classes & {"determiner"}) for i in self.items[n:at]
        )
        return n if n < at and plain and (self.items[n].kind == WORD or self.items[n].noun) else -1

    def _hands_on(self, at: int) -> bool:
        """Whether a verb says what another does ("menuduh X menyerang")."""
        return any(s.entry.code in HANDS_ON - _SAID for s in self.items[at].senses)

    def _pressed(self, at: int, verb: int) -> bool:
        """Whether somebody who is no actor is asked or made to do what follows ("forced the governor to surrender")."""
        codes = {sense.entry.code for sense in self.items[verb].senses}
        return bool(codes & (HANDS_ON - _SAID | {"COERCE"})) and self._other_before(at, verb) >= 0

    def _describes(self, at: int, verb: int) -> bool:
        """Whether an -ed form behind a noun only describes it, for the clause has another verb ("the men captured in June were freed").

        Between the two stand phrases under prepositions and times, but nothing that could be the object of the first.
        """
        senses = self.items[at].senses
        if self.structure.head_first or not senses or any(s.voice != "past" for s in senses):
            return False
        n = at - 1
        if n < 0 or not (self.items[n].kind in (ACTOR, WORD) or self.items[n].noun) or self.items[n].verb:
            return False
        free = True
        for m in range(at + 1, verb):
            item = self.items[m]
            if item.kind == MARK and any(c.startswith("p:") for c in item.classes):
                free = False
            elif item.kind == STOP or (free and (item.kind in (ACTOR, WORD) or item.noun)):
                return False
        return True

    def _says(self, at: int) -> bool:
        """Whether a verb may be followed by what is said, without a word between."""
        return any(s.entry.kind == "operator" and s.entry.code in _SAYS for s in self.items[at].senses)
