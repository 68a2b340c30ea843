"""What sort of people take part: soldiers, officials, private persons, a crowd, strangers, nobody."""

from __future__ import annotations

from collections.abc import Sequence

from ..knowledge import who
from ..records.mentions import MentionedBy
from .item import ACTOR, WORD, Item
from .phrases import skip
from .roles import Parties
from .structure import Structure
from .told import Told

_PRIVATE = frozenset({"citizen", "fishermen", "refugee"})
_UNOFFICIAL = frozenset({"BUS", "EDU", "NGO"})
_ARMED = frozenset({"troops", "missile", "drone", "warplane", "warship", "arms"})
_PEOPLE = frozenset({MentionedBy.OFFICE, MentionedBy.PERSON, MentionedBy.PRONOUN})


class Partakers:
    """Judges who takes part in what one sentence tells."""

    def __init__(self, items: Sequence[Item], structure: Structure) -> None:
        self.items = items
        self.structure = structure

    def _by_strangers(self, told: Told) -> bool:
        """Whether people of no state do violence ("gunmen attacked India's parliament")."""
        clause, above = told.clause, told.clause.sibling
        if told.type != "ASSAULT" or told.voice != "active" or clause.inherited or clause.subject is not None:
            return False
        described = clause.marker == "resume" and above is not None and not above.verbs
        start, end = (above.start, above.end) if described and above is not None else (clause.start, told.trigger)
        ahead = self.items[start:end]
        return any("agent" in item.classes for item in ahead) and not any(item.kind == ACTOR for item in ahead)

    def _by_nobody(self, told: Told) -> bool:
        """Whether what did it can do nothing by itself ("hit by a quake"), so that nobody did."""
        n = told.trigger + 1
        while n < len(self.items) and skip(self.items[n]):
            n += 1
        if told.voice != "passive" or n >= len(self.items) or "by" not in self.items[n].classes:
            return False
        last = n
        while last + 1 < len(self.items) and (
            self.items[last + 1].kind == WORD or "determiner" in self.items[last + 1].classes
        ):
            last += 1
        inside = self.items[n + 1 : last + 1]
        return (
            last > n
            and not any("agent" in item.classes for item in inside)
            and not self.items[min(last + 1, len(self.items) - 1)].noun
        )

    def _is_crowd(self, item: Item) -> bool:
        return item.kind == ACTOR and "crowd" in self.structure.marks.get(item.lower.split()[0], frozenset())

    def _body(self, parties: Parties) -> bool:
        """Whether an international body acts, which meets by itself."""
        members = [self.items[n].actor for phrase in parties.actor_phrases for n in phrase.members]
        return any(m is not None and m.sector == "IGO" for m in members)

    def _with_body(self, parties: Parties) -> bool:
        """Whether it is an international body that something is done to ("hengkang dari UNESCO")."""
        members = [self.items[n].actor for phrase in parties.recipient_phrases for n in phrase.members]
        return any(m is not None and m.sector == "IGO" for m in members)

    def _private(self, parties: Parties) -> bool:
        """Whether those who act are a state's citizens and no more ("wisatawan dari Cina")."""
        heads = [self.items[n] for phrase in parties.actor_phrases for n in range(phrase.start, phrase.end)]
        return any(s.entry.code in _PRIVATE for item in heads for s in item.senses)

    def _unofficial(self, parties: Parties) -> bool:
        """Whether it is a state's scholars or firms that act, who may be sent but do not speak for it; a body speaks for itself."""
        first = [self.items[n].actor for phrase in parties.actor_phrases[:1] for n in phrase.members]
        states = who.states()
        return any(
            a is not None
            and a.sector in _UNOFFICIAL
            and a.rule != "company"
            and not (a.actors and not set(a.actors) & states.keys())
            for a in first
        )

    def _military(self, parties: Parties) -> bool:
        """Whether those who act are soldiers or weapons."""
        for phrase in parties.actor_phrases:
            for n in range(phrase.start, phrase.end):
                actor = self.items[n].actor
                if (actor is not None and actor.sector == "MIL") or any(
                    s.entry.code in _ARMED for s in self.items[n].senses
                ):
                    return True
        return False

    def _their_forces(self, told: Told) -> bool:
        """Whether "its soldiers" are the subject, whose state alone is the phrase that acts."""
        ahead = self.items[told.clause.start : told.trigger]
        owned = told.clause.inherited and any("owner" in item.classes for item in ahead)
        return owned and any(s.entry.code in _ARMED for item in ahead for s in item.senses)

    def _town(self, parties: Parties) -> bool:
        """Whether what is taken is a place by its name."""
        actors = [self.items[n].actor for phrase in parties.recipient_phrases for n in phrase.members]
        return any(a is not None and (a.rule.startswith("place") or a.by is MentionedBy.CAPITAL) for a in actors)

    def _personal(self, parties: Parties) -> bool:
        """Whether somebody who acts is a person, an office or a delegation rather than a state by its bare name."""
        if self._military(parties) or self._private(parties):
            return False
        for phrase in parties.actor_phrases[:1]:
            last = self.items[phrase.end - 1]
            words = last.lower.split()[-1:] if last.kind == ACTOR else [last.lower]
            if any("unofficial" in self.structure.marks.get(word, ()) for word in words):
                return False
        for phrase in parties.actor_phrases:
            headed = phrase.start < phrase.members[0] or phrase.end > phrase.members[-1] + 1
            if headed or any(_is_person(self.items[member]) for member in phrase.members):
                return True
        return False


def _is_person(item: Item) -> bool:
    return (
        item.actor is not None
        and item.actor.sector != "MIL"
        and (item.actor.person is not None or item.actor.by in _PEOPLE)
    )
