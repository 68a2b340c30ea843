"""Who the subject of each clause is."""

from __future__ import annotations

from collections.abc import Sequence

from .clause import LOWER, Clause
from .item import MARK, STOP, WORD, Item
from .phrases import Phrase, acting
from .structure import Structure

_LETTERS = frozenset({"message", "statement", "protest", "resolution", "demand", "proposal"})
_SAYINGS = frozenset({"say", "warn", "urge", "request", "threaten", "accuse", "condemn", "demand", "deny", "criticise"})


class Subjects:
    """Finds subjects among the phrases of one sentence.

    Attributes:
        by_member, by_start: phrases by the items of their actors, by their first item.
        clauses: those found so far.
    """

    def __init__(self, items: Sequence[Item], phrases: Sequence[Phrase], structure: Structure) -> None:
        self.items = items
        self.structure = structure
        self.by_member = {member: phrase for phrase in phrases for member in phrase.members}
        self.by_start = {phrase.start: phrase for phrase in phrases}
        self.clauses: list[Clause] = []

    def _own_subject(self, clause: Clause) -> tuple[Phrase | None, int | None]:
        """The actor that stands as subject in a clause, and where another noun stands in its place, if one does."""
        end = clause.verbs[0] if clause.verbs else clause.end
        best: Phrase | None = None
        other: int | None = None
        n = clause.start
        while n < end:
            phrase = self.by_start.get(n)
            if phrase is not None and phrase.members[0] < end:
                if phrase.bare:
                    if phrase.acts and phrase.codes:
                        if best is None or not self._set_off(best, phrase, end):
                            best, other = phrase, None
                    elif best is None:
                        other = phrase.head if phrase.head >= 0 else n
                n = max(phrase.end, n + 1)
                continue
            item = self.items[n]
            word = item.kind == WORD and not item.verb and n != clause.opener
            if (
                best is None
                and other is None
                and (item.noun or (word and not self._after_preposition(n, clause.start)))
            ):
                other = n
            n += 1
        return best, other

    def _their_own(self, clause: Clause, at: int) -> None:
        """Who is meant by "its soldiers" as a subject: whoever is the subject of the clause above."""
        n = at
        while (
            n + 1 < clause.end
            and (self.items[n + 1].kind == WORD or self.items[n + 1].noun)
            and not self.items[n + 1].verb
        ):
            n += 1
        owner = at - 1
        while owner > clause.start and self.items[owner].kind == MARK and "owner" not in self.items[owner].classes:
            owner -= 1
        if owner < clause.start or "owner" not in self.items[owner].classes or not acting(self.items[n]):
            return
        above = clause.parent or clause.sibling
        while above is not None and above.subject is None:
            above = above.parent or above.sibling
        if above is not None and above.subject is not None and above.subject.codes:
            clause.subject, clause.inherited, clause.topic = above.subject, True, -1

    def _set_off(self, first: Phrase, second: Phrase, end: int) -> bool:
        """Whether the second only describes the first, between commas ("Turki, anggota NATO, menyerang ...")."""
        before = any(i.kind == STOP and i.lower == "," for i in self.items[first.end : second.start])
        return before and any(i.kind == STOP and i.lower == "," for i in self.items[second.end : end])

    def _after_preposition(self, at: int, floor: int) -> bool:
        n = at - 1
        while n >= floor and self.items[n].kind == WORD:
            n -= 1
        return n >= floor and any(c.startswith("p:") for c in self.items[n].classes)

    def _subjects(self) -> None:
        for number, clause in enumerate(self.clauses):
            own, other = (None, None) if clause.settled and clause.marker != "resume" else self._own_subject(clause)
            if clause.settled:
                clause.subject = own or clause.subject
                continue
            if clause.marker == "relative":
                self._antecedent(clause, own)
                continue
            if own is not None:
                clause.subject = own
            elif other is not None and self.items[other].kind != STOP and clause.verbs:
                clause.topic = other if self.items[other].noun else -1
                clause.taken = (
                    clause.topic < 0 and not self.structure.head_first and "agent" in self.items[other].classes
                )
                self._their_own(clause, other)
            else:
                self._inherit(number, clause)

    def _antecedent(self, clause: Clause, own: Phrase | None) -> None:
        n = clause.start - 1
        while n >= 0 and (
            self.items[n].kind == STOP
            or (self.items[n].kind == MARK and self.items[n].classes & {"determiner", "adverb"})
        ):
            n -= 1
        if own is not None:
            clause.subject = own
            clause.topic = n if n >= 0 and self.items[n].noun else -1
            held = self.by_member.get(n)
            clause.antecedent = held if held is not None and held.codes and held.head < 0 and held is not own else None
            return
        if clause.opener >= 0 and "whose" in self.items[clause.opener].classes:
            verb = clause.verbs[0] if clause.verbs else clause.end
            if not any(acting(item) for item in self.items[clause.start : verb]):
                return  # "X, whose economy shrank"
        while n >= 0 and n not in self.by_member and not self.items[n].verb:
            item = self.items[n]
            if item.kind != WORD and not (item.kind == MARK and item.classes & {"determiner", "adverb"}):
                break
            n -= 1
        if n < 0:
            return
        if "be" in self.items[n].classes and clause.parent is not None:
            clause.subject = self._own_subject(clause.parent)[0]  # "X adalah negara pertama yang ..."
            return
        phrase = self.by_member.get(n) or self._within(n)
        if phrase is None:
            clause.topic = n if self.items[n].noun else -1
        elif phrase.start and "be" in self.items[phrase.start - 1].classes and clause.parent is not None:
            clause.subject = self._own_subject(clause.parent)[0]  # "Mesir menjadi negara Arab pertama yang ..."
        elif self._struck_there(phrase) or self._written_to(clause, phrase):
            clause.topic = phrase.preposition - 1
        elif phrase.acts and phrase.head < 0:
            clause.subject = phrase
        else:
            clause.topic = phrase.head

    def _within(self, at: int) -> Phrase | None:
        """The phrase whose head an item is ("two Chinese surveillance vessels that ...")."""
        n = at
        while n >= 0 and n > at - 6:
            phrase = self.by_member.get(n)
            if phrase is not None:
                return phrase if at < phrase.end and not self.structure.head_first else None
            n -= 1
        return None

    def _written_to(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether somebody only gets the words that a relative clause goes on about ("mengirim nota kepada X yang memperingatkan ...")."""
        at = phrase.preposition - 1
        if at < 0 or not self.structure.head_first or not self.items[at].noun or not clause.verbs:
            return False
        written = any(sense.entry.code in _LETTERS for sense in self.items[at].senses)
        return written and any(sense.entry.code in _SAYINGS for sense in self.items[clause.verbs[0]].senses)

    def _struck_there(self, phrase: Phrase) -> bool:
        """Whether a place only says where the attack was that a relative clause goes on about ("serangan di X yang menewaskan ...")."""
        at = phrase.preposition - 1
        if at < 0 or "at" not in phrase.classes or not self.structure.head_first or not self.items[at].noun:
            return False
        return any(sense.entry.code == "attack" for sense in self.items[at].senses)

    def _agent_of(self, clause: Clause) -> Phrase | None:
        """Who a passive says did it, who is also who did so by another deed ("dibalas Pakistan dengan menembak jatuh ...")."""
        if not clause.verbs or {s.voice for s in self.items[clause.verbs[-1]].senses} != {"passive"}:
            return None
        phrase = self.by_start.get(clause.verbs[-1] + 1)
        return phrase if phrase is not None and phrase.bare and phrase.acts and phrase.codes else None

    def _inherit(self, number: int, clause: Clause) -> None:
        source = clause.sibling or clause.parent
        agent = self._agent_of(source) if clause.marker == "serial" and source is not None else None
        if agent is not None:
            clause.subject, clause.inherited = agent, True
            return
        while source is not None:
            if source.subject is not None:
                clause.subject, clause.inherited, clause.topic = source.subject, True, -1
                return
            if source.topic >= 0:
                clause.topic = source.topic
                return
            if source.taken:
                return
            source = source.sibling or (source.parent if source.marker in LOWER else None)
        opens = clause.marker in LOWER or (clause.marker == "main" and not self.structure.head_first)
        if opens and not any(c.verbs for c in self.clauses[:number]):
            for later in self.clauses[number + 1 :]:
                if later.marker not in LOWER:
                    subject = later.subject or self._own_subject(later)[0]
                    if subject is not None and later.verbs:
                        clause.subject, clause.inherited = subject, True
                    return
