"""What an operator governs: the theme or the event that its words act on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from .clause import Clause
from .item import ACTOR, MARK, STOP, TRIGGER, WORD, Item
from .lexicon import Sense
from .phrases import Phrase, skip
from .structure import Structure
from .told import Operand, Told

_THROUGH = frozenset({"p:in", "p:for", "p:to", "p:with", "p:about", "p:on", "p:against", "p:over", "p:of"})
_BEHIND_PARTY = frozenset({"p:over", "p:for", "p:about"})
FAR = 9
"""Words that a governed noun may stand away."""


class Governing(ABC):
    """Finds what each operator of one sentence governs.

    Attributes:
        used: item indices that tell something already. content: verbs of what is only asked for, promised, refused.
    """

    def __init__(
        self, items: Sequence[Item], phrases: Sequence[Phrase], clauses: Sequence[Clause], structure: Structure
    ) -> None:
        self.items = items
        self.structure = structure
        self.clauses = clauses
        self.at_member = {member: phrase for phrase in phrases for member in phrase.members}
        self.used: set[int] = set()
        self.content: set[int] = set()
        self._home: list[Clause] = [clauses[0]] * len(items)
        for clause in clauses:
            for n in range(clause.start, clause.end):
                self._home[n] = clause

    def clause_of(self, at: int) -> Clause:
        """The clause that an item belongs to."""
        return self._home[at]

    @abstractmethod
    def read(self, at: int, depth: int = 0) -> Told | None:
        """What one trigger tells; marks what it governs as used."""

    def _voice(self, at: int, voice: str) -> str:
        """English -ed told by the words around; every other voice is its own."""
        if voice == "bare":
            return "active"
        if voice != "past":
            return voice
        n = at - 1
        while n >= 0 and skip(self.items[n]) and "have" not in self.items[n].classes:
            n -= 1
        if n >= 0 and "be" in self.items[n].classes:
            return "passive"
        if self._participle(at, n):
            return "passive"
        if at + 1 < len(self.items) and "by" in self.items[at + 1].classes:
            return "passive" if n < 0 or "have" not in self.items[n].classes else "active"
        return "active"

    def _participle(self, at: int, before: int) -> bool:
        """Whether an English -ed, not behind *have*, describes the noun before it ("ties broken off in 1982", "X, hit by a quake, sent").

        `before` is the first item before it that is no adverb and the like.
        """
        if before >= 0 and "have" in self.items[before].classes:
            return False
        home = self.clause_of(at)
        if home.participle and home.verbs[:1] == [at]:
            return True
        shape = self.structure.participle_shape
        if home.marker == "coordination" and home.sibling is not None and home.sibling.verbs:
            first = home.sibling.verbs[-1] - 1
            while first >= 0 and skip(self.items[first]):
                if "have" in self.items[first].classes:
                    return False  # "has shut its embassy and given ..."
                first -= 1
        if shape is not None and shape.search(self.items[at].lower.split()[0]):
            return True
        if before < 1 or self.items[before].kind != STOP or self.items[before].lower != ",":
            return False
        if any(self.items[n].verb for n in range(home.start, at)) or self.items[before - 1].kind not in (ACTOR, WORD):
            return False
        n = at + 1
        while n < len(self.items) and self.items[n].kind != STOP:
            n += 1
        n += 1
        while n < len(self.items) and (skip(self.items[n]) or "be" in self.items[n].classes):
            n += 1
        if n >= len(self.items) or not self.items[n].verb or self.items[n - 1].lower == ".":
            return False
        return not self.items[n].senses or any(s.voice != "gerund" for s in self.items[n].senses)

    def _operand(self, at: int, sense: Sense, depth: int) -> Operand | None:
        voice = self._voice(at, sense.voice)
        if voice == "passive" and not self.structure.head_first and self._gets(at):
            return self._right(at, depth, "active")
        if voice == "passive":
            topic = self._topic(at)
            if topic is not None:
                return self._as_operand(topic, depth)
        return self._right(at, depth, voice)

    def _gets(self, at: int) -> bool:
        """Whether what is given stands behind a passive, whose subject gets it ("were given asylum")."""
        n = at + 1
        while n < len(self.items) and (self.items[n].classes & {"determiner"} or self.items[n].lower[:1].isdigit()):
            n += 1
        return n < len(self.items) and self.items[n].noun and any(s.entry.kind == "theme" for s in self.items[n].senses)

    def _topic(self, at: int) -> int | None:
        """The noun trigger that is the subject of a passive, or what its relative clause hangs on."""
        clause = self.clause_of(at)
        if clause.topic >= 0 and (clause.topic not in self.used or clause.marker == "relative"):
            return clause.topic
        if clause.subject is not None and clause.subject.members:
            if 0 <= clause.subject.head < at and clause.subject.head not in self.used:
                return clause.subject.head
            member = clause.subject.members[0]
            if member < at and self.items[member].senses and member not in self.used:
                return member
        for n in range(clause.start, at):
            if self.items[n].noun and not self._governed(n):
                return n
        return None

    def _governed(self, at: int) -> bool:
        n = at - 1
        while n >= 0 and self.items[n].kind == WORD:
            n -= 1
        return n >= 0 and any(c.startswith("p:") for c in self.items[n].classes)

    def _right(self, at: int, depth: int, voice: str, start: int = 0) -> Operand | None:
        clause = self.clause_of(at)
        over: list[Clause] = [clause]
        blocked, party, through, thing = False, False, True, False
        n = max(at + 1, start)
        while n < len(self.items) and self.items[n].start < self.items[at].reach:
            n += 1
        stop = min(len(self.items), at + 1 + FAR * 2)
        while n < stop:
            item = self.items[n]
            home = self.clause_of(n)
            if home is not clause:
                if not any(home.parent is c or home.sibling is c for c in over):
                    return None
                if home.marker == "relative" and home.start == n:
                    over.append(home)
                    n = home.end
                    continue
                if home.marker not in ("that", "purpose", "complement", "serial") or home.start != n:
                    return None
                if (blocked or thing) and home.marker == "purpose":
                    return None  # what is given has a purpose of its own ("memberi alasan untuk menyerang")
                return self._first_verb(home, depth)
            if item.kind == ACTOR:
                if item.senses and not party and not blocked and n not in self.used:
                    return Operand(n, tuple(s.entry for s in item.senses))
                phrase = self.at_member.get(n)
                party = True
                thing = thing or blocked
                if phrase is not None:
                    n = max(n + 1, phrase.members[-1] + 1)
                else:
                    n += 1
                blocked = False
                through = False
                continue
            if item.kind == TRIGGER:
                if item.verb:
                    return self._as_operand(n, depth) or Operand(n)
                if any(c.marker == "complement" and c.parent is clause and c.topic == n for c in self.clauses):
                    n += 1
                    continue
                if not blocked and n not in self.used:
                    return self._as_operand(self._compound(n), depth)
                if not blocked or not any(
                    c.marker == "that" and c.parent is clause and c.start > n for c in self.clauses
                ):
                    return None  # "demanded at a summit that ..." goes on
            if item.kind == STOP:
                if item.lower != '"':
                    return None
            elif item.kind == WORD:
                if item.verb:
                    return Operand(n)
                if "transparent" not in item.classes:
                    if self.structure.head_first:
                        if not party and "agent" not in item.classes and not item.lower.isdigit():
                            blocked = True
                    elif n - at > 7:
                        return None
            elif item.kind == MARK and not skip(item):
                classes = item.classes
                if ("coordination" in classes and self._two_adjectives(n)) or classes & {
                    "determiner",
                    "purpose",
                    "that",
                    "infinitive",
                    "transparent",
                }:
                    pass
                elif any(c.startswith("p:") for c in classes) and n + 1 < stop and self.items[n + 1].verb and party:
                    through = True
                elif any(c.startswith("p:") for c in classes):
                    near = n == at + 1 and bool(classes & _THROUGH) and through and "p:at" not in classes
                    joined = "p:in" in classes and "p:at" not in classes
                    if not near and not (party and (joined or classes & _BEHIND_PARTY)) and not self._party_behind(n):
                        blocked = True
                    elif not near and not party:
                        pass
                elif "by" not in classes:
                    return None
            n += 1
        return None

    def _two_adjectives(self, at: int) -> bool:
        """Whether "and" joins two words that describe one noun ("cut diplomatic and transport links")."""
        if self.structure.head_first or at + 2 >= len(self.items):
            return False
        before, after, head = self.items[at - 1], self.items[at + 1], self.items[at + 2]
        plain = before.kind == WORD and not before.verb and "agent" not in before.classes
        return plain and (after.kind == WORD or after.noun) and not after.verb and head.noun

    def _compound(self, at: int) -> int:
        """The head of a compound where heads come last ("trade agreement")."""
        if self.structure.head_first:
            return at
        while at + 1 < len(self.items) and self.items[at + 1].noun and at + 1 not in self.used:
            self.used.add(at)
            at += 1
        return at

    def _party_behind(self, at: int) -> bool:
        """Whether a preposition introduces an actor ("menyerukan kepada Iran ...")."""
        n = at + 1
        while n < len(self.items) and self.items[n].kind in (WORD, MARK) and n - at < 4 and not self.items[n].verb:
            n += 1
        return n < len(self.items) and self.items[n].kind == ACTOR

    def _first_verb(self, clause: Clause, depth: int) -> Operand | None:
        for n in clause.verbs:
            known = self._as_operand(n, depth) if self.items[n].kind == TRIGGER else None
            return known or Operand(n)
        return None

    def _as_operand(self, at: int, depth: int) -> Operand | None:
        item = self.items[at]
        if at in self.used:  # what a relative clause hangs on serves it and the main clause alike
            lent = tuple(s.entry for s in item.senses if s.entry.kind == "theme")
            return (
                Operand(at, lent) if lent and at in {c.topic for c in self.clauses if c.marker == "relative"} else None
            )
        if not item.senses:
            return None
        if item.kind == ACTOR:
            return Operand(at, tuple(s.entry for s in item.senses))
        themes = tuple(s.entry for s in item.senses if s.entry.kind == "theme")
        told = self.read(at, depth + 1) if any(s.entry.kind != "theme" for s in item.senses) else None
        if told is None and not themes:
            return None
        return Operand(at, themes, told)
