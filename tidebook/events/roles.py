"""Who fills the roles of what a clause tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..records.mentions import MentionedBy
from .around import Around
from .clause import Clause
from .item import TRIGGER, WORD, Item
from .phrases import Phrase, skip
from .structure import Structure
from .told import Told

_SHARED = frozenset({"with", "of", "between"})
_ALIKE = frozenset({"AGREE", "CONSULT", "COOPERATE"})


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


_WRITTEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_ISSUES = frozenset({"do", "make", "express", "ratify", "agree", "sign", "send", "give", "propose", "support"})
_TEXTS = frozenset({"resolution", "statement", "message", "proposal", "protest", "demand"})
_SEIZES = frozenset({"ASSAULT", "COERCE"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "THREATEN", "SANCTION", "ACCUSE", "PROTEST"})


class Casting(Around):
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
            if told.type == "REQUEST" and not parties.recipients:
                self._take(parties.recipients, parties.recipient_phrases, self._to_do(told), parties.actors)
                parties.rules += ["recipient:to-do"] if parties.recipients else []
            if told.type in _WRITTEN and told.clause.marker == "relative" and not parties.recipients:
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

    def _subject(self, told: Told) -> list[Phrase]:
        if told.voice == "passive":
            return self._agent(told)
        if told.voice in ("noun", "deed"):
            return self._owner(told.trigger, told.clause)
        subject = told.clause.subject
        if subject is not None:
            return [subject] if subject.codes else []
        led = [p for p in self._between(told.clause.start, told.trigger) if "under" in p.classes and p.codes]
        if led and not self.structure.head_first:
            return led[:1]  # "four states led by Saudi Arabia cut ..."
        topic = told.clause.topic
        if topic >= 0 and "agent" in self.items[topic].classes:
            return self._owner(topic, told.clause)
        above = told.clause.parent
        if topic >= 0 and told.clause.marker == "relative" and told.type in _WRITTEN and above is not None:
            written = any(sense.entry.code in _TEXTS for sense in self.items[topic].senses) and self._issues(above)
            return [above.subject] if written and above.subject is not None and above.subject.codes else []
        return []

    def _apposed(self, told: Told, noun: int) -> list[Phrase]:
        """Who did what a noun behind a comma sums up ("X mengakui Y, langkah yang dikecam Z")."""
        home, above = told.clause, told.clause.parent
        summed = (
            home.marker == "relative" and told.voice == "passive" and noun > 0 and self.items[noun - 1].lower == ","
        )
        if not summed or above is None or above.subject is None or not above.subject.codes:
            return []
        return [above.subject]

    def _as_something(self, phrase: Phrase) -> bool:
        """Whether somebody is there in a part of his own ("dengan Bashir sebagai penengah")."""
        return phrase.end < len(self.items) and "p:as" in self.items[phrase.end].classes

    def _issues(self, clause: Clause) -> bool:
        """Whether the verb of a clause puts words into the world rather than turns them down."""
        return any(s.entry.code in _ISSUES for verb in clause.verbs for s in self.items[verb].senses)

    def _agent(self, told: Told) -> list[Phrase]:
        named = self._behind(told, "by")
        if named or not self.structure.bare_agent:
            return named
        for phrase in self.phrases:
            if phrase.members[0] > told.trigger and phrase.bare:
                between = self.items[told.trigger + 1 : phrase.start]
                return [phrase] if phrase.acts and all(skip(b) for b in between) else []
        return []

    def _object(self, told: Told) -> list[Phrase]:
        if told.voice == "passive":
            subject = told.clause.subject
            if subject is not None and subject.codes:
                return [subject]
            topic = told.clause.topic
            owner = self._owner(topic, told.clause) if topic >= 0 else []
            if owner:
                return owner
            return [p for p in self._between(told.clause.start, told.trigger) if p.bare and p.codes][:1]
        clitic = self.items[told.trigger].clitic
        if clitic and clitic == self.structure.own_clitic:
            return self._meant(told)
        if told.trigger + 1 < told.clause.end and "object" in self.items[told.trigger + 1].classes:
            return self._named_before(told)
        if told.trigger + 1 < told.clause.end and "mutual" in self.items[told.trigger + 1].classes:
            return []
        behind = [p for p in self._after(told) if p.bare and (p.acts or p.head < 0 or not alike(told.type))][:1]
        if not behind and told.clause.antecedent is not None and not self.structure.head_first:
            return [told.clause.antecedent]  # "the man whom Putin wanted"
        return behind or self._shared_object(told) or self._owned_object(told) or self._called_object(told)

    def _called_object(self, told: Told) -> list[Phrase]:
        """Whose deed somebody names in his own words ("condemned what it called German aggression")."""
        for clause in self.clauses:
            if (
                clause.start == told.clause.end
                and clause.opener >= 0
                and "quoting" in self.items[clause.opener].classes
            ):
                return [
                    p
                    for p in self._between(clause.verbs[0] + 1 if clause.verbs else clause.start, clause.end)
                    if p.bare
                ][:1]
        return []

    def _named_before(self, told: Told) -> list[Phrase]:
        """Whom "it" behind a verb means: who led an earlier clause of the sentence, else whoever was named last."""
        own = set(told.clause.subject.codes) if told.clause.subject is not None else set()
        led = [c.subject for c in self.clauses if c.end <= told.clause.start and c.subject is not None]
        named = [p for p in self._meant(told) if "in" not in p.classes]  # a place is nobody
        return [p for p in led if p.codes and not own & set(p.codes)][-1:] or named

    def _owned_object(self, told: Told) -> list[Phrase]:
        """The other party, where a pronoun on the object means it ("fregat Inggris menyeruduk kapal patrolinya")."""
        clitic = self.structure.own_clitic
        n = told.trigger + 1
        while n < told.clause.end and n - told.trigger < 5:
            item = self.items[n]
            if "owner" in item.classes:
                return self._meant(told) if told.type in _SEIZES else []
            if not clitic or n in told.words:
                return []
            if item.clitic == clitic or (
                item.kind == WORD and item.lower.endswith(clitic) and len(item.lower) > len(clitic) + 3
            ):
                return self._meant(told)
            if item.kind not in (WORD, TRIGGER) or item.verb:
                return []
            n += 1
        return []

    def _shared_object(self, told: Told) -> list[Phrase]:
        """ "mendukung dan mengakui X": a verb right before "and" and another verb has that verb's object."""
        if told.clause.end != told.trigger + 1 or told.trigger + 2 >= len(self.items):
            return []
        other = self._home(told.trigger + 1)
        if other is None or other.marker != "coordination" or not other.verbs:
            return []
        return [p for p in self._between(other.verbs[0] + 1, other.end) if p.bare][:1]

    def asks_another(self, told: Told) -> bool:
        """Whether somebody who names no actor is the object of a verb ("asked the Senate to ...")."""
        n = told.trigger + 1
        while n < told.clause.end and "determiner" in self.items[n].classes:
            n += 1
        return n < told.clause.end and self.items[n].kind == WORD and "agent" in self.items[n].classes

    def _own_soil(self, told: Told, role: str) -> bool:
        """Whether a deed named by a noun falls on what belongs to the subject ("condemned a strike on its territory")."""
        n = told.trigger + 1
        if n + 1 >= told.clause.end or f"p:{role}" not in self.items[n].classes:
            return False
        return "owner" in self.items[n + 1].classes

    def _implied(self, told: Told, others: Sequence[Phrase]) -> list[Phrase]:
        """The party that a noun leaves unsaid is the subject of its clause ("setelah pertemuan dengan X, Y ...")."""
        subject = told.clause.subject
        if subject is None or not subject.codes or any(set(subject.codes) & set(p.codes) for p in others):
            return []
        return [subject]

    def _speaker(self, told: Told) -> list[Phrase]:
        """Who says so of somebody else ("Putin said that Poland must ...")."""
        own = told.clause.subject
        clause: Clause | None = told.clause
        while clause is not None:
            above = clause.parent or clause.sibling
            if clause.marker in ("that", "complement") and above is not None and above.verbs:
                said = above.subject
                same = said is None or not said.codes or (own is not None and set(own.codes) <= set(said.codes))
                return [] if same or said is None else [said]
            clause = above
        for clause in self.clauses:  # "..., the French president said"
            spoken = clause.start > told.trigger and clause.verbs and self.items[clause.start].lower == ","
            if spoken and any(s.entry.code == "say" for s in self.items[clause.verbs[0]].senses):
                said = clause.subject if not clause.inherited else None
                other = said is not None and said.codes and not (own is not None and set(own.codes) <= set(said.codes))
                return [said] if other and said is not None else []
        return []

    def _to_do(self, told: Told) -> list[Phrase]:
        """Who is to do what somebody demands ("the demand that Germany withdraw")."""
        for clause in self.clauses:
            if clause.marker == "that" and clause.parent is told.clause and clause.start > told.trigger:
                own = clause.subject is not None and not clause.inherited and clause.subject.codes
                return [clause.subject] if own and clause.subject is not None else []
        return []

    def _announces(self, told: Told) -> list[Phrase]:
        """Who says that something is to be done, where nobody else is to do it ("Howard said that troops would be sent")."""
        clause, above = told.clause, told.clause.parent
        if (
            clause.marker not in ("that", "complement")
            or above is None
            or above.subject is None
            or not above.subject.codes
        ):
            return []
        ahead = self.items[clause.start : told.trigger]
        return [above.subject] if any("future" in item.classes for item in ahead) else []

    # -- phrases around a trigger

    def _after(self, told: Told, role: str = "") -> list[Phrase]:
        """Phrases behind a trigger up to the end of its clause or the next verb that is no part of what is told."""
        end = told.clause.end
        for clause in self.clauses:
            if clause.marker == "complement" and clause.parent is told.clause and clause.subject is not None:
                end = max(end, clause.subject.end)
        tells = told.voice in ("noun", "deed") and told.clause.topic == told.trigger and role in ("between", "with")
        for n in range(told.trigger + 1, end):
            if self.items[n].verb and n not in told.words:
                if tells:
                    tells = False  # "fighting broke out between ..."
                    continue
                end = n
                break
        if told.words:
            last = max(told.words)
            home = self._home(last)
            if last >= end and home is not None:
                end = home.end
        return self._between(told.trigger + 1, end)

    def _behind(self, told: Told, role: str) -> list[Phrase]:
        """Phrases under a class of prepositions: behind the trigger, else in front of it in its clause."""
        behind = [p for p in self._after(told, role) if role in p.classes and p.codes]
        if role == "with":
            behind = [p for p in behind if p.acts or (p.head < 0 and not alike(told.type))]  # "with Qatar's help"
            behind = [p for p in behind if not (alike(told.type) and self._as_something(p))]
        if behind:
            return behind[:1]
        if told.voice in ("noun", "deed") and self._own_soil(told, role):
            return self._implied(told, self._owner(told.trigger, told.clause))
        if role == "against":  # "sanksi yang mencakup tindakan terhadap X"
            within = [
                c for c in self.clauses if c.marker == "relative" and c.parent is told.clause and c.start > told.trigger
            ]
            deeper = [p for c in within[:1] for p in self._between(c.start, c.end) if role in p.classes and p.codes]
            if deeper:
                return deeper[:1]
        before = [p for p in self._between(told.clause.start, told.trigger) if role in p.classes and p.codes]
        if before and told.voice not in ("noun", "deed"):
            return before[-1:]
        if told.clause.topic >= 0 and (told.voice == "passive" or role == "between"):
            return [p for p in self._between(told.clause.topic, told.trigger) if role in p.classes and p.codes][:1]
        return []


def alike(kind: str) -> bool:
    """Whether events of a type have all parties in `actors`."""
    return kind in _ALIKE
