"""What the triggers of a clause tell: frames by themselves, operators with what they govern."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .compose import Composition, alone, compose
from .composing import Composing
from .contents import SPOKEN_OF
from .govern import FAR
from .item import ACTOR, STOP, TRIGGER, WORD
from .lexicon import Sense
from .phrases import skip
from .told import Told

_DEEP = 4
_OF_PARTIES = frozenset({"recipient", "person", "military", "parties", "place", "body", "!body"})


def _general(sense: Sense) -> bool:
    """Whether a row asks for no object of its own; those that do say more of the same words."""
    return not any(need.startswith("object:") for need in sense.entry.needs)


@lru_cache(maxsize=1 << 14)
def _by_kind(senses: tuple[Sense, ...]) -> tuple[tuple[Sense, ...], tuple[Sense, ...]]:
    """The operators among the senses, and the frames, those first that ask for an object."""
    frames = sorted((s for s in senses if s.entry.kind == "frame"), key=_general)
    return tuple(s for s in senses if s.entry.kind == "operator"), tuple(frames)


class Teller(Composing):
    """Reads the triggers of one sentence: frames by themselves, operators with what they govern."""

    def tell(self) -> list[Told]:
        """Every event that the sentence tells, verbs first, each trigger used once."""
        found: list[Told] = []
        triggers = [(at, item.verb) for at, item in enumerate(self.items) if item.kind == TRIGGER]
        for verbal in (True, False):
            for at, verb in triggers:
                if verb is not verbal or at in self.used or self.clause_of(at).void:
                    continue
                told = self.read(self._governor(at) if verbal else at)
                if verbal and (self._names(at) or self._sent_off(at) or self._beneath(at)):
                    continue
                wished = told is not None and (self._wished(told.clause) or (verbal and self._content(at)))
                while told is not None:
                    if told.type not in ("NONE", "=") and not wished:
                        found.append(told)
                    told = told.inner if told.inner_standing else None
        return found

    def read(self, at: int, depth: int = 0) -> Told | None:
        """What one trigger tells; marks what it governs as used."""
        item = self.items[at]
        operators, frames = _by_kind(item.senses)
        lost: list[str] = []
        told = self._best(at, operators, depth) if depth < _DEEP else None
        if told is not None:
            told.lost += [f"{s.entry.name}: {s.entry.code} alone, but it governs {told.name}" for s in frames]
            return told
        first: Told | None = None
        for sense in frames:
            if sense.entry.code == "NONE":
                return first
            if not self._needs_met(at, sense):
                lost.append(
                    f"{sense.entry.name}: {sense.entry.code}, but its condition {'&'.join(sense.entry.needs)} fails"
                )
                continue
            told = self._frame(at, sense)
            if first is None:
                first = told
            else:
                first.alternatives.append(told)
        for sense in operators:
            near = at + 1 < len(self.items) and self.items[at + 1].kind == ACTOR
            rows = (alone(sense.entry.code), self._row_for_anything(at, sense))
            row = next(
                (r for r in (rows if near else rows[::-1]) if r is not None and r.type not in ("NONE", "=")), None
            )
            if row is not None and row.type not in ("NONE", "="):
                self.used.add(at)
                told = self._result(at, sense, row, None)
                if first is None:
                    first = told
                else:
                    first.alternatives.append(told)
        if first is not None:
            first.lost += [*lost, *(f"{other.name}: {other.type}, a later row" for other in first.alternatives)]
        return first

    def _row_for_anything(self, at: int, sense: Sense) -> Composition | None:
        """The row for whatever an operator governs, where something that no table knows follows it."""
        n = at + 1
        while n < len(self.items) and (skip(self.items[n]) or "determiner" in self.items[n].classes):
            n += 1
        if n >= len(self.items) or self.items[n].kind == STOP or self._voice(at, sense.voice) in ("noun", "deed"):
            return None if self._voice(at, sense.voice) != "passive" else compose(sense.entry.code, (), None)
        return compose(sense.entry.code, (), None)

    def _best(self, at: int, operators: Sequence[Sense], depth: int) -> Told | None:
        """What the operators of one word make of what it governs; a row for the very theme beats a row for anything."""
        before, best, after = set(self.used), None, self.used
        for sense in operators:
            self.used = set(before)
            told = self._operate(at, sense, depth)
            if told is not None and (best is None or (best.general and not told.general)):
                best, after = told, self.used
            if best is not None and not best.general:
                break
        self.used = after if best is not None else before
        return best

    # -- frames

    def _frame(self, at: int, sense: Sense) -> Told:
        entry = sense.entry
        voice = self._voice(at, sense.voice)
        actor, recipient = entry.actor or ("subj",), entry.recipient
        if voice in ("noun", "deed"):
            actor, recipient = self._as_noun(actor, voice, True), self._as_noun(recipient, voice, False)
        self.used.add(at)
        return Told(
            type=entry.code,
            mode=entry.mode,
            contexts=set(entry.contexts),
            themes=set(),
            trigger=at,
            voice=voice,
            words=[at],
            actor=actor,
            recipient=recipient,
            clause=self.clause_of(at),
            name=f"{entry.name}/{voice}",
            needs=entry.needs,
        )

    def _needs_met(self, at: int, sense: Sense) -> bool:
        passive = self._voice(at, sense.voice) == "passive" and not self.structure.head_first
        behind = range(at + 1, min(len(self.items), at + FAR))
        before = range(max(self.clause_of(at).start, at - FAR), at) if passive else ()
        for need in sense.entry.needs:
            if need in _OF_PARTIES:
                continue
            wanted = not need.startswith("!")
            what, _, names = need.removeprefix("!").partition(":")
            alternatives = set(names.split("|"))
            if what == "theme":
                there = any(
                    s.entry.kind == "theme" and s.entry.code in alternatives
                    for n in (*before, *behind)
                    for s in self.items[n].senses
                )
            else:
                near = (*before, *behind[:6])
                there = any(alternatives & set(self.items[n].lower.split()) for n in near)
            if there is not wanted:
                return False
        return True

    # -- operators

    def _operate(self, at: int, sense: Sense, depth: int) -> Told | None:
        before = set(self.used)
        self.used.add(at)
        operand = self._operand(at, sense, depth)
        row = self._row(at, sense, operand)
        while row is None and operand is not None and self._transparent(operand.index):
            self.used = before | {at, operand.index}
            operand = self._right(at, depth, "active", operand.index + 1)
            row = self._row(at, sense, operand)
        if row is None:
            self.used = before | {at}
            operand = self._about_topic(at, sense)
            row = compose(sense.entry.code, [f"topic:{e.code}" for e in operand.themes], "topic") if operand else None
        if operand is None or row is None:
            self.used = before
            return None
        self.used |= {at, operand.index}
        if sense.entry.code in SPOKEN_OF and self.items[max(operand.index, 0)].verb:
            self.content.add(operand.index)
        beside = set() if self.items[operand.index].verb else self._beside(operand.index)
        self.used |= beside
        told = self._result(at, sense, row, operand)
        told.words += sorted(beside)
        return told

    def _beside(self, at: int) -> set[int]:
        """What is governed with a noun: another joined to it ("halt flights and trade"), a deed it is about ("the ban on selling")."""
        if at < 0 or at + 2 >= len(self.items):
            return set()
        joined, after = self.items[at + 1], self.items[at + 2]
        if "coordination" in joined.classes:
            last = at + 2
            while last + 1 < len(self.items) and self.items[last].kind == WORD and last < at + 4:
                last += 1  # "climate talks and military contacts"
            return {last} if self.items[last].noun else set()
        deed = after.verb and any(sense.voice == "gerund" for sense in after.senses)
        return {at + 2} if deed and "p:on" in joined.classes else set()
