"""Phrases around a trigger: what possesses it, who caused it, who has it at hand."""

from __future__ import annotations

from collections.abc import Sequence

from .clause import Clause
from .item import ACTOR, MARK, STOP, TIME, WORD, Item
from .phrases import Phrase
from .structure import Structure
from .told import Told


class Around:
    """Looks for phrases in one sentence."""

    def __init__(
        self, items: Sequence[Item], phrases: Sequence[Phrase], clauses: Sequence[Clause], structure: Structure
    ) -> None:
        self.items = items
        self.phrases = phrases
        self.clauses = clauses
        self.structure = structure

    def _home(self, at: int) -> Clause | None:
        for clause in self.clauses:
            if clause.start <= at < clause.end:
                return clause
        return None

    def _between(self, start: int, end: int) -> list[Phrase]:
        return [p for p in self.phrases if start <= p.members[0] < end]

    def _owner(self, noun: int, clause: Clause, taken: Sequence[str] = ()) -> list[Phrase]:
        """The actor that possesses or completes a noun."""
        if self.items[noun].kind == ACTOR:
            return [p for p in self.phrases if noun in p.members and p.codes][:1]
        for phrase in self.phrases:
            if phrase.head == noun and phrase.codes:
                return [phrase]
        n = noun + 1
        while n < len(self.items) and n - noun < 5:
            item = self.items[n]
            if item.kind == ACTOR:
                within = next((p for p in self.phrases if n in p.members), None)
                if within is None or not within.codes:
                    return []
                if self.structure.head_first:
                    return [within] if within.bare or within.preposition < noun else []
                return [within] if "of" in within.classes else []
            if item.kind in (STOP, TIME) or item.verb:
                break
            if item.kind == MARK and not (item.classes & {"determiner", "p:of", "adverb"}):
                break
            if item.kind == WORD and not self.structure.head_first:
                break
            n += 1
        if self.items[noun].clitic and self.items[noun].clitic == self.structure.own_clitic:
            near = [p for p in self._between(clause.start, noun) if p is not clause.subject and p.codes and p.acts]
            if near and any(self.items[v].verb for v in range(clause.start, near[-1].start)):
                return near[-1:]
            above: Clause | None = clause
            while taken and above is not None and above.subject is not None and set(above.subject.codes) <= set(taken):
                above = above.parent or above.sibling
            if taken and above is not clause:
                return (
                    [above.subject] if above is not None and above.subject is not None and above.subject.codes else []
                )
            other = [p for p in self.phrases if p.end <= noun and p.codes and p.acts and not set(p.codes) & set(taken)]
            if taken and other:
                return other[-1:]  # "menembak jatuh jet X dan menangkap pilotnya"
            subject = clause.subject or next(
                (c.subject for c in reversed(self.clauses) if c.start <= noun and c.subject), None
            )
            return [subject] if subject is not None and subject.start != noun and subject.codes else []
        return []

    def _victim(self, told: Told) -> list[Phrase]:
        """Whom an attack hit, where the sentence says so of its subject ("Ibu kota X rusak akibat serangan Y")."""
        clause: Clause | None = told.clause
        while clause is not None:
            for n in range(clause.start, min(clause.end, told.trigger)):
                if self.items[n].lower in self.structure.suffers:
                    return [p for p in self._between(clause.start, n) if p.codes and "by" not in p.classes][:1]
            clause = clause.parent if clause.marker in ("retrospect", "clause") else None
        return []

    def _done_by(self, noun: int) -> list[Phrase]:
        """Who did what a noun names, where a passive relative clause says so ("serangan yang dilancarkan X ke Y")."""
        for clause in self.clauses:
            if clause.marker != "relative" or clause.topic != noun or not clause.verbs:
                continue
            verb = clause.verbs[0]
            if any(sense.voice != "passive" for sense in self.items[verb].senses):
                return []
            named = [p for p in self._between(verb + 1, clause.end) if p.codes and "by" in p.classes]
            bare = [p for p in self._between(verb + 1, clause.end) if p.codes and p.bare and p.start == verb + 1]
            return (named or bare if self.structure.bare_agent else named)[:1]
        return []

    def _meant(self, told: Told) -> list[Phrase]:
        """Whom a pronoun at the end of a verb means: the last one named before who is not its subject."""
        own = set(told.clause.subject.codes) if told.clause.subject is not None else set()
        before = [p for p in self.phrases if p.end <= told.trigger and p.codes and not own & set(p.codes)]
        return before[-1:]

    def _gainer(self, told: Told) -> list[Phrase]:
        """Who has what a noun names at hand: the subject of "... dengan bantuan X"."""
        n = told.trigger - 1
        while n >= told.clause.start and (self.items[n].kind == WORD or "determiner" in self.items[n].classes):
            n -= 1
        subject = told.clause.subject
        if n < told.clause.start or "p:with" not in self.items[n].classes or subject is None:
            return []
        return [subject] if subject.codes else []

    def _cause(self, told: Told) -> list[Phrase]:
        """Who did what a deed answers ("melayangkan protes karena X menanam ranjau")."""
        for clause in self.clauses:
            if (
                clause.opener > told.trigger
                and "cause" in self.items[clause.opener].classes
                and clause.subject is not None
            ):
                own = not clause.inherited and clause.subject.codes
                return [clause.subject] if own else []
        return []

    def _leader(self, told: Told) -> list[Phrase]:
        """Who leads what is governed ("upaya yang dipimpin AS")."""
        for clause in self.clauses:
            if (
                clause.marker == "relative"
                and told.trigger < clause.start <= max(told.words) + 12
                and clause.parent is told.clause
            ):
                led = any(s.voice == "passive" for v in clause.verbs for s in self.items[v].senses) or any(
                    self.items[v].verb and not self.items[v].senses for v in clause.verbs
                )
                return (
                    [p for p in self._between(clause.start, clause.end) if p.bare or "by" in p.classes][:1]
                    if led
                    else []
                )
        return []
