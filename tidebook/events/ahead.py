"""What lies ahead of a word in its sentence, and what it hangs on: the look-outs by which clauses are told apart."""

from __future__ import annotations

from collections.abc import Sequence

from .clause import LOWER, Clause
from .item import ACTOR, MARK, STOP, TIME, WORD, Item
from .phrases import Phrase, skip
from .structure import Structure
from .subjects import Subjects

OPENERS = frozenset({"condition", "retrospect", "clause"})
"""Classes of words that open a clause of circumstance."""


class Ahead(Subjects):
    """Looks ahead and back from one item of a sentence."""

    def __init__(self, items: Sequence[Item], phrases: Sequence[Phrase], structure: Structure) -> None:
        super().__init__(items, phrases, structure)
        self.joined = {  # items between the members of one coordinated phrase
            n
            for p in self.by_start.values()
            if len(p.members) > 1
            for n in range(max(p.start, p.members[0] + 1), min(p.end, p.members[-1]))
        }

    def _inside(self, at: int) -> bool:
        """Whether an item lies between the members of one coordinated phrase."""
        return at in self.joined

    def _next(self, at: int) -> str:
        items = self.items
        while at < len(items) and (
            skip(items[at])
            or _leads_time(items, at)
            or (
                items[at].kind == MARK
                and items[at].classes & {"determiner", "coordination"}
                and not items[at].classes & OPENERS
            )
        ):
            at += 1
        if at >= len(items):
            return "end"
        item = items[at]
        if item.verb or "be" in item.classes:
            return "verb"
        if item.kind == ACTOR:
            return "actor"
        return "word" if item.kind == WORD or item.noun else item.kind

    def _verb_ahead(self, at: int, reach: int = 14) -> bool:
        n, end, skipped = at - 1, min(len(self.items), at + reach), False
        while n + 1 < end:
            n += 1
            item = self.items[n]
            if item.verb and skipped:
                skipped = False  # of the relative clause in between
                continue
            if item.verb:
                return True
            if item.kind == STOP and item.lower != '"':
                past = self._set_between(n) if n > at else -1
                if past < 0:
                    return False
                n, end = past, min(len(self.items), past + reach)
                continue
            if (
                item.kind == MARK
                and n > at
                and item.classes & {"relative", "that", "purpose", "condition", "clause", "coordination"}
            ):
                if "coordination" in item.classes and n + 1 < len(self.items) and self._inside(n):
                    continue
                if (
                    "relative" in item.classes
                    and "that" not in item.classes
                    and not self.structure.head_first
                    and not skipped
                ):
                    skipped = True  # "a diplomat who hosted the talks disclosed"
                    continue
                return False
        return False

    def _set_between(self, at: int) -> int:
        """The second of two commas that set something off between a subject and its verb ("the council, with X absent, called"), or -1."""
        if self.structure.head_first or self.items[at].lower != ",":
            return -1
        n = at + 1
        while n < len(self.items) and n - at < 12 and self.items[n].kind != STOP:
            n += 1
        if n >= len(self.items) or n - at < 3 or self.items[n].lower != ",":
            return -1
        after = n + 1
        while after < len(self.items) and (skip(self.items[after]) or "be" in self.items[after].classes):
            after += 1
        return n if after < len(self.items) and self.items[after].verb else -1

    def _holds(self, clause: Clause, at: int) -> bool:
        return any(self.items[n].kind not in (STOP, MARK) for n in range(clause.start, at))

    def _top(self, clause: Clause) -> Clause:
        while clause.marker in LOWER and clause.parent is not None:
            clause = clause.parent
        return clause

    def _bare_before(self, at: int, floor: int) -> Phrase | None:
        """The bare phrase that ends right before a verb and begins behind the verb before it."""
        n = at - 1
        while n > floor and (skip(self.items[n]) or self.items[n].classes & {"infinitive", "determiner"}):
            n -= 1
        while n > floor and self.items[n].kind == WORD and not self.items[n].verb and n not in self.by_member:
            n -= 1
        phrase = self.by_member.get(n)
        return phrase if phrase is not None and phrase.bare and phrase.start > floor else None


def _leads_time(items: Sequence[Item], at: int) -> bool:
    """Whether an item is the preposition of a time ("and in August the two met")."""
    item = items[at]
    led = at + 1 < len(items) and items[at + 1].kind == TIME
    return led and item.kind == MARK and any(name.startswith("p:") for name in item.classes)
