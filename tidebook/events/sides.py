"""Who stands as subject, as object, behind a preposition, and who is meant where nobody does."""

from __future__ import annotations

from collections.abc import Sequence

from .around import Around
from .clause import Clause
from .item import TRIGGER, WORD
from .phrases import Phrase, skip
from .told import Told, alike

WRITTEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
"""Types that a paper may tell in a relative clause ("a note that warned ...")."""
_LAUNCHED = frozenset({"missile", "drone", "arms"})
_SEIZES = frozenset({"ASSAULT", "COERCE"})
_ISSUES = frozenset({"do", "make", "express", "ratify", "agree", "sign", "send", "give", "propose", "support"})
_TEXTS = frozenset({"resolution", "statement", "message", "proposal", "protest", "demand"})


class Sides(Around):
    """Finds the two sides of what is told in one sentence."""

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
        if (
            topic >= 0
            and not self.structure.head_first
            and any(s.entry.code in _LAUNCHED for s in self.items[topic].senses)
        ):
            fired = [p for p in self._between(topic, told.trigger) if "from" in p.classes and p.codes]
            if fired:
                return fired[:1]  # "rockets fired from Lebanon struck ..."
        if topic >= 0 and "agent" in self.items[topic].classes:
            return self._owner(topic, told.clause)
        above = told.clause.parent
        if topic >= 0 and told.clause.marker == "relative" and told.type in WRITTEN and above is not None:
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
        if told.operator == "withdraw":  # whose troops they are has not been left by them
            behind = [p for p in behind if not set(p.members) & set(told.words)]
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

    def _own_under(self, told: Told, role: str) -> list[Phrase]:
        """The subject, where a noun tells of what was done to something of its own ("serangan terhadap konsulatnya")."""
        subject = told.clause.subject
        if told.voice not in ("noun", "deed") or subject is None or not subject.codes or not self.structure.own_clitic:
            return []
        n = told.trigger + 1
        under = n + 1 < told.clause.end and f"p:{role}" in self.items[n].classes
        return [subject] if under and self.items[n + 1].clitic == self.structure.own_clitic else []

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

    def _obliging(self, told: Told, askers: Sequence[Phrase]) -> list[Phrase]:
        """Who does something "at X's request"."""
        asked = any("at" in p.classes and "in" in p.classes for p in askers)
        return self._implied(told, askers) if asked and not self.structure.head_first else []

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
        owned = self._own_under(told, role)
        if owned:
            return owned
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
