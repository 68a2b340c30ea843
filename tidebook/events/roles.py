"""Who fills the roles of what a clause tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..records.mentions import MentionedBy
from .clause import Clause
from .item import Item
from .phrases import Phrase
from .sides import WRITTEN, Sides
from .structure import Structure
from .told import Told, alike

_SHARED = frozenset({"with", "of", "between"})


@dataclass(slots=True)
class Parties:
    """Phrases that fill the roles, and how surely.

    Attributes:
        actors, recipients: codes in order of mention, none in both.
        actor_phrases, recipient_phrases: where they stand.
        sure: 0 to 1.
        rules: how each was found, for `Report.rule`.
    """

    actors: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    actor_phrases: list[Phrase] = field(default_factory=list)
    recipient_phrases: list[Phrase] = field(default_factory=list)
    sure: float = 1.0
    rules: list[str] = field(default_factory=list)


_SEIZES = frozenset({"ASSAULT", "COERCE"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "THREATEN", "SANCTION", "ACCUSE", "PROTEST"})


class Casting(Sides):
    """Finds the parties of what one sentence tells."""

    def __init__(
        self, items: Sequence[Item], phrases: Sequence[Phrase], clauses: Sequence[Clause], structure: Structure
    ) -> None:
        super().__init__(items, phrases, clauses, structure)
        self.attackers: tuple[Phrase, ...] = ()
        self.foes: tuple[Phrase, ...] = ()

    def remember(self, attackers: Sequence[str], foes: Sequence[str]) -> None:
        """What the sentences before told: who attacked ("invasi tersebut"), who fought ("gencatan senjata")."""
        self.attackers = (Phrase(list(attackers), [], -1, -1),) if attackers else ()
        self.foes = (Phrase(list(foes), [], -1, -1),) if foes else ()

    def cast(self, told: Told) -> Parties:
        """The parties of one event; symmetric events have all of them in `actors`."""
        parties = Parties()
        complete = False
        for role in told.actor:
            found = self._role(told, role, parties)
            if role == "of" and self._suffers(told, found):
                continue
            if found:
                self._take(parties.actors, parties.actor_phrases, found, ())
                parties.rules.append(f"actor:{role}")
                complete = alike(told.type) and ("+" in role or "between" in role)
                break
        if not parties.actors and told.voice == "passive" and told.type not in _SEIZES:
            self._take(parties.actors, parties.actor_phrases, self._announces(told), ())
            parties.rules += ["actor:announces"] if parties.actors else []
        if not parties.actors and told.type == "ASSAULT" and "between" in told.actor:
            self._take(parties.actors, parties.actor_phrases, self._fighters(told), ())
        if not parties.actors and told.type == "CONSULT" and told.voice == "noun" and "between" in told.actor:
            self._take(parties.actors, parties.actor_phrases, self._gathered(told), ())
        if not complete:
            for role in told.recipient:
                found = self._role(told, role, parties)
                if role == "of" and found and all(phrase in parties.actor_phrases for phrase in found):
                    found = self._behind(told, role)  # Cuban criticism of Spain
                taken: list[str] = []
                self._take(taken, parties.recipient_phrases, found, parties.actors)
                if not taken and found and told.type in _HOSTILE:
                    taken = self._not_themselves(parties, found)
                if not taken and found and told.type in ("COERCE", "ASSAULT") and role == "obj":
                    taken = self._own_leader(parties, found[0])
                if not taken and found and told.type in ("ACCUSE", "REQUEST"):
                    taken = self._own_government(parties, found[0])
                if taken:
                    parties.recipients = taken
                    parties.rules.append(f"recipient:{role}")
                    break
            if told.voice in ("noun", "deed") and alike(told.type) and not parties.actors and parties.recipient_phrases:
                implied = self._implied(told, parties.recipient_phrases)  # "on a visit to Berlin"
                self._take(parties.actors, parties.actor_phrases, implied, parties.recipients)
                parties.rules += ["actor:implied"] if parties.actors else []
            if told.type == "REQUEST" and told.voice == "noun" and not parties.recipients:
                self._take(
                    parties.recipients,
                    parties.recipient_phrases,
                    self._obliging(told, parties.actor_phrases),
                    parties.actors,
                )
                parties.rules += ["recipient:obliging"] if parties.recipients else []
            if told.type == "REQUEST" and not parties.recipients:
                self._take(parties.recipients, parties.recipient_phrases, self._to_do(told), parties.actors)
                parties.rules += ["recipient:to-do"] if parties.recipients else []
            if told.type in WRITTEN and told.clause.marker == "relative" and not parties.recipients:
                sent = [p for p in self.phrases if p.preposition - 1 == told.clause.topic >= 0 and "to" in p.classes]
                self._take(parties.recipients, parties.recipient_phrases, sent, parties.actors)
            if told.type == "AID" and not parties.recipients:
                self._take(parties.recipients, parties.recipient_phrases, self._meant_for(told), parties.actors)
                parties.rules += ["recipient:aim"] if parties.recipients else []
            beside = told.voice in ("noun", "deed") or told.clause.marker in ("clause", "retrospect")
            if told.type == "ASSAULT" and beside and not parties.recipients:
                self._take(parties.recipients, parties.recipient_phrases, self._victim(told), parties.actors)
                parties.rules += ["recipient:victim"] if parties.recipients else []
        if told.clause.inherited and any(r.startswith("actor:subj") for r in parties.rules):
            parties.sure *= 0.9
        if told.voice in ("noun", "deed"):
            parties.sure *= 0.9
        return parties

    def _own_government(self, parties: Parties, found: Phrase) -> list[str]:
        """The government that its own parliament speaks to, which is the same state."""
        speaks = [self.items[n].actor for phrase in parties.actor_phrases for n in phrase.members]
        hears = [self.items[n].actor for n in found.members]
        if found in parties.actor_phrases or not speaks or not hears or found.codes != parties.actors:
            return []
        parliament = all(a is not None and a.sector == "LEG" for a in speaks)
        government = all(a is not None and a.sector == "GOV" and a.by is not MentionedBy.NAME for a in hears)
        return list(found.codes) if parliament and government else []

    def _gathered(self, told: Told) -> list[Phrase]:
        """The several who do what the clause tells at talks of which nobody else is named ("sepakat dalam KTT di Camp David")."""
        subject, before = told.clause.subject, self.items[told.trigger - 1] if told.trigger else None
        within = before is not None and "p:in" in before.classes and "p:at" not in before.classes
        return [subject] if within and subject is not None and len(subject.codes) > 1 and subject.acts else []

    def _fighters(self, told: Told) -> list[Phrase]:
        """The two who do what the main clause tells after "pertempuran di perbatasan" with nobody named."""
        clause = told.clause
        subject = clause.subject if clause.marker == "retrospect" and clause.inherited else None
        return [subject] if subject is not None and len(subject.codes) > 1 else []

    def _own_leader(self, parties: Parties, found: Phrase) -> list[str]:
        """The state whose own leader or government its soldiers hold or strike ("Militer Myanmar menahan Suu Kyi")."""
        held = [self.items[n].actor for n in found.members]
        known = all(a is not None and a.by in (MentionedBy.PERSON, MentionedBy.OFFICE) for a in held)
        return list(found.codes) if known and found.acts and found not in parties.actor_phrases else []

    def _not_themselves(self, parties: Parties, found: Sequence[Phrase]) -> list[str]:
        """Who is set upon by "them", and so is none of them ("they threatened to expel Greeks", said of Turks or of both)."""
        theirs = [self.items[n].actor for phrase in parties.actor_phrases for n in phrase.members]
        pointing = len(theirs) == 1 and theirs[0] is not None and theirs[0].by is MentionedBy.PRONOUN
        if not pointing or not set(found[0].codes) < set(parties.actors):
            return []
        parties.actors = [code for code in parties.actors if code not in found[0].codes]
        parties.recipient_phrases.append(found[0])
        return list(found[0].codes)

    def _meant_for(self, told: Told) -> list[Phrase]:
        """Whom a gift is to help, where that is said as its aim ("gave money to help Syrian refugees")."""
        for clause in self.clauses:
            if (
                clause.marker == "purpose"
                and clause.parent is told.clause
                and clause.verbs
                and clause.start > told.trigger
            ):
                return [p for p in self._between(clause.verbs[-1] + 1, clause.end) if p.codes][:1]
        return []

    def _suffers(self, told: Told, found: Sequence[Phrase]) -> bool:
        """Whether what completes a noun is whom the deed is done to where heads come last (the bombing *of* Gaza)."""
        noun = told.voice in ("noun", "deed") and not told.operator and not alike(told.type)
        return (
            noun
            and not self.structure.head_first
            and "of" in told.recipient
            and bool(found)
            and "of" in found[0].classes
        )

    def _take(self, codes: list[str], phrases: list[Phrase], found: list[Phrase], taken: Sequence[str]) -> None:
        for phrase in found:
            fresh = [code for code in phrase.codes if code not in taken and code not in codes]
            if fresh:
                codes += fresh
                phrases.append(phrase)

    def _role(self, told: Told, role: str, parties: Parties) -> list[Phrase]:
        if "+" in role:
            left, right = role.split("+", 1)
            if told.voice in ("noun", "deed") and left == "subj":
                left = "of"
            pair = self._behind(told, "between") if told.voice in ("noun", "deed") else []
            if pair and len(pair[0].codes) > 1:
                return pair
            first = self._role(told, left, parties)
            if not first and left == "of":
                first = self._behind(told, "by")
            second = [p for p in self._role(told, right, parties) if p not in first]
            if second and not first and told.voice in ("noun", "deed"):
                first = self._implied(told, second)
            alone = right in _SHARED and told.mode != "third-party"
            return (
                first + second if first and second else (first if first and alone and len(first[0].codes) > 1 else [])
            )
        if role == "subj":
            return self._subject(told)
        if role == "obj":
            return self._object(told)
        if role == "topic.of":
            return self._owner(told.clause.topic, told.clause) if told.clause.topic >= 0 else []
        if role == "obj.of":
            return [p for p in self._object(told) if self.items[p.members[0]].possessive]
        if role == "of":
            owner = self._owner(told.trigger, told.clause)
            if told.voice in ("noun", "deed"):
                return owner or self._done_by(told.trigger)
            return owner or self._behind(told, role)
        if role == "theme.of":
            if len(told.words) < 2:
                return []
            noun = told.words[1]
            return self._owner(noun, told.clause, parties.actors) or self._done_by(noun) or self._apposed(told, noun)
        if role == "attacker":
            others = [p for p in self.attackers if not set(p.codes) & set(parties.actors)]
            fought = {code for foe in self.foes for code in foe.codes} & set(parties.actors)
            return others if len(parties.actors) < 2 or fought else []
        if role == "foes":
            return list(self.foes)
        if role == "gainer":
            return self._gainer(told)
        if role == "parent":
            above = told.clause.parent or (told.clause.sibling if told.voice == "passive" else None)
            if above is None or above.subject is None or not above.subject.codes:
                return []
            others = [p for p in self._between(above.start, above.end) if "with" in p.classes and p.codes]
            return [above.subject, *others]
        if role == "condition":
            return [c.subject for c in self.clauses if c.marker == "condition" and c.subject and not c.inherited][:1]
        if role == "cause":
            return self._cause(told)
        if role == "leader":
            return self._leader(told)
        if role == "speaker":
            return self._speaker(told)
        if role.startswith("inner."):
            return self._inner(told, role.removeprefix("inner."))
        return self._behind(told, role)

    def _inner(self, told: Told, role: str) -> list[Phrase]:
        if told.inner is None:
            return self._owner(told.words[1], told.clause) if len(told.words) > 1 and role == "actor" else []
        parties = self.cast(told.inner)
        return parties.actor_phrases if role == "actor" else parties.recipient_phrases

    # -- subject and object

    # -- phrases around a trigger
