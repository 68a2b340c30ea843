"""Clauses: where each begins, what opens it, and who its subject is."""

from __future__ import annotations

from collections.abc import Sequence

from .ahead import OPENERS, Ahead
from .clause import LOWER, Clause
from .item import ACTOR, MARK, STOP, TIME, WORD, Item
from .parallel import BASE, form_of, partner
from .phrases import HANDS_ON, Phrase, acting, skip
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
_HARD = frozenset(".;:!?—–")


class _Splitter(Ahead):
    def __init__(self, items: Sequence[Item], phrases: Sequence[Phrase], structure: Structure) -> None:
        super().__init__(items, phrases, structure)
        self.now = Clause(0, 0, "main")

    def split(self) -> list[Clause]:
        at, count = 0, len(self.items)
        while at < count:
            item = self.items[at]
            if item.kind == STOP:
                self._at_stop(at, at in self.joined)
            elif item.kind == MARK and at not in self.joined:
                self._at_mark(at)
            elif item.verb:
                self._at_verb(at)
            at += 1
        self._close(count)
        self._subjects()
        return self.clauses

    # -- boundaries

    def _open(self, at: int, marker: str, *, parent: Clause | None = None, sibling: Clause | None = None) -> Clause:
        self._close(at)
        opener = at if self.items[at].kind in (MARK, STOP) else -1
        self.now = Clause(at, at, marker, opener, parent, sibling)
        return self.now

    def _close(self, at: int) -> None:
        self.now.end = at
        if at > self.now.start or not self.clauses:
            self.clauses.append(self.now)

    def _at_stop(self, at: int, inside: bool) -> None:
        mark = self.items[at].lower
        now = self.now
        if mark in _HARD:
            if self.items[at].lower in "—–" and not self._verb_ahead(at + 1) and not now.verbs:
                self._open(at, "main")
            else:
                self._open(at, "main", sibling=now if mark in ";—–" else None)
        elif mark == '"':
            following = self.items[at].quoted
            if following and now.verbs and self._verb_ahead(at + 1):
                self._open(at, "that", parent=now)
        elif mark == "," and not inside:
            self._at_comma(at)

    def _at_comma(self, at: int) -> None:
        now = self.now
        kind = self._next(at + 1)
        top = self._top(now)
        if now.marker in LOWER and now is not top:
            if not top.verbs and top.marker in ("main", "resume", "coordination", "comma"):
                self._resume(at, top)
            elif kind == "verb" and (other := self._partner(at)) is not None:
                self._open(at, "coordination", sibling=other)
            elif kind == "verb":
                keeps = now.marker in ("purpose", "that") or (now.marker == "complement" and not self._then(at + 1))
                self._open(at, "coordination", sibling=now if keeps else top)
            elif kind in ("actor", "word") and self._verb_ahead(at + 1):
                self._open(at, "comma", sibling=top)
            elif now.marker == "relative":
                self._open(at, "resume", sibling=top)
        elif now.marker in LOWER:
            if kind != "end":
                self._open(at, "main")
        elif now.verbs:
            if kind == "verb":
                self._open(at, "coordination", sibling=now)
            elif kind in ("actor", "word") and self._verb_ahead(at + 1):
                self._open(at, "comma", sibling=now)

    def _at_mark(self, at: int) -> None:
        classes = self.items[at].classes
        now = self.now
        if "that" in classes and self._noun_content(at):
            self._open(at, "that", parent=now)
            return
        if "relative" in classes and not ("that" in classes and now.verbs and self._completes(at)):
            if self._verb_ahead(at + 1, 7):
                self._open(at, "relative", parent=now)
            return
        if "absolute" in classes and self._absolute(at):
            return
        if "that" in classes and now.verbs and self._verb_ahead(at + 1):
            self._open(at, "that", parent=now)
            return
        if "quotative" in classes and at and self.items[at - 1].kind == STOP and self._said_by(at):
            return
        if at == 0 and "inversion" in classes and self._next(at + 1) == "actor":
            self._open(at, "condition")  # "Were the Kremlin to send troops, ..."
            return
        if "hearsay" in classes:
            self._open(at, "hearsay", parent=None if at == now.start else now)
            return
        for name in ("condition", "retrospect", "clause"):
            if name in classes:
                if not self._preposition_only(at, classes):
                    self._free(at)
                    self._open(at, name, parent=now if self._holds(now, at) else None)
                return
        if "purpose" in classes or "infinitive" in classes:
            if self._next(at + 1) == "verb":
                inserted = (
                    at > 0 and self.items[at - 1].lower == "," and now.marker in ("retrospect", "clause", "relative")
                )
                now = self._top(now) if inserted else now  # "agreed, after talks in Beijing, to reopen ..."
                opened = self._open(at, "purpose", parent=now)
                owner = self._controller(at, now)
                if owner is not None:
                    opened.subject, opened.settled = owner, True
                elif now.verbs and not self.structure.head_first and self._pressed(at, now.verbs[-1]):
                    opened.settled = True
            elif "wish" in classes and now.verbs and self._next(at + 1) == "actor" and self._verb_ahead(at + 1):
                self._open(at, "purpose", parent=now)
            return
        if "coordination" in classes:
            kind = self._next(at + 1)
            other = self._partner(at) if kind == "verb" and now.verbs else None
            if other is None and kind == "verb" and now.marker == "relative" and self._spoken_by_a_thing(at):
                other = self._top(now)
            if other is not None:
                self._open(at, "coordination", sibling=other)
            elif kind == "verb" and now.verbs:
                apart = now.marker in OPENERS or self._turns(now, at) or (now.marker == "complement" and self._then(at))
                self._open(at, "coordination", sibling=self._top(now) if apart else now)
            elif kind in ("actor", "word") and now.verbs and self._verb_ahead(at + 1):
                self._open(at, "coordination", sibling=self._top(now) if now.marker == "relative" else now)

    def _said_by(self, at: int) -> bool:
        """Opens a clause of its own for who said what stands before (", ujar X, seraya ...")."""
        phrase = self.by_start.get(at + 1)
        if phrase is None or not phrase.bare or not phrase.codes or not (self.now.verbs or self._quoted(at)):
            return False
        opened = self._open(at, "main")
        opened.subject, opened.settled = phrase, True
        return True

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
        thing = head >= 0 and self.items[head].kind != ACTOR and not acting(self.items[head])
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
        if clause.marker == "that":
            return self._states(clause) and n < len(self.items) and bool(self.items[n].senses)
        voices = {s.voice for s in self.items[clause.verbs[-1]].senses}
        senses = self.items[n].senses if n < len(self.items) else ()
        after = {s.voice for s in senses}
        if any(s.entry.kind == "operator" and s.entry.code in _WORDS for s in senses):
            return True  # who accuses goes on to demand: accused are deeds, not words
        return voices == {"passive"} and "active" in after

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

    def _absolute(self, at: int) -> bool:
        """Whether "with" brings a clause of its own ("..., dengan Rusia menghapus utang ...")."""
        phrase = next((p for p in self.by_start.values() if p.preposition == at), None)
        if phrase is None or (at > 0 and self.items[at - 1].kind != STOP):
            return False
        n = phrase.end
        while n < len(self.items) and skip(self.items[n]):
            n += 1
        doing = self.structure.gerund_shape
        if n >= len(self.items) or not (
            self.items[n].verb
            or (doing is not None and self.items[n].kind == WORD and doing.match(self.items[n].lower))
        ):
            return False
        self._open(at, "clause", parent=self.now)
        phrase.preposition, phrase.classes = -1, NOTHING
        return True

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

    def _at_verb(self, at: int) -> None:
        now = self.now
        if not now.verbs:
            now.verbs.append(at)
            return
        last = now.verbs[-1]
        between = range(last + 1, at)
        if self._deed_under(at, last):
            return
        if all(skip(self.items[n]) or "infinitive" in self.items[n].classes for n in between):
            now.verbs.append(at)
            return
        owner = None if self._agent_between(last) else self._bare_before(at, last)
        top = self._top(now)
        if owner is None and not self.structure.head_first and self._says(last) and at > last + 1:
            self._open(last + 1, "complement", parent=now).verbs.append(at)  # "Blair said no deal had been struck"
        elif owner is not None:
            opened = self._open(owner.start, "complement", parent=now)
            opened.subject, opened.settled = owner, True
            opened.verbs.append(at)
        elif now.marker == "relative" and now.parent is not None and not now.parent.verbs:
            self._resume(at, now.parent).verbs.append(at)
        elif top is not now and not top.verbs:
            self._resume(at, top).verbs.append(at)
        else:
            start = at
            while start - 1 > last and skip(self.items[start - 1]):
                start -= 1
            own = any(self.items[n].kind == WORD for n in range(last + 1, start))
            if (
                now.verbs[0] == last
                and form_of(self.items[at], self.structure) != BASE
                and self._describes(last, start)
            ):
                now.participle = True
                resumed = self._resume(start, now)
                resumed.verbs.append(at)
                return
            other = self._other_before(start, last)
            suffers = (
                other >= 0 and self.items[at - 1].capital and {s.voice for s in self.items[at].senses} == {"passive"}
            )
            handed = self.structure.head_first and other >= 0 and (self._hands_on(last) or suffers)
            opened = self._open(
                start, "complement" if handed else "serial", parent=now, sibling=None if handed else now
            )
            opened.verbs.append(at)
            if handed:
                opened.settled, opened.topic = (
                    True,
                    other,
                )  # "menuduh kelompok itu menyerang": none of the accuser's deeds
            elif own and not self.structure.head_first:
                opened.settled = True

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

    def _deed_under(self, at: int, last: int) -> bool:
        """Opens a clause for a deed under a preposition ("blamed X for shelling", "kept X from landing", "answered by bombing").

        Who does it is the object before the preposition, else who does what the verb before tells; what somebody is kept from is
        not done.
        """
        governor = self.items[at - 1]
        deed = bool(self.items[at].senses) and all(s.voice == "gerund" for s in self.items[at].senses)
        if not deed or at - 1 <= last or not any(c.startswith("p:") for c in governor.classes):
            return False
        opened = self._open(at, "complement", parent=self.now)
        opened.verbs.append(at)
        opened.void = "p:from" in governor.classes
        phrase = self.by_member.get(at - 2)
        if phrase is not None and phrase.bare and phrase.start > last and "by" not in governor.classes and phrase.codes:
            opened.subject, opened.settled = phrase, True
        elif "object" in self.items[at - 2].classes and "by" not in governor.classes:
            own = set(self.now.subject.codes) if self.now.subject is not None else set()
            named = [
                p for p in self.by_start.values() if p.end <= last and p.codes and p.bare and not own & set(p.codes)
            ]
            opened.subject, opened.settled = (
                (named[-1] if len(named) > 1 else None),
                True,
            )  # "arresting him for ramming"
        return True

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

    def _resume(self, at: int, clause: Clause) -> Clause:
        resumed = self._open(at, "resume", parent=clause.parent, sibling=clause.sibling)
        resumed.subject = self._own_subject(clause)[0]
        resumed.settled = True
        resumed.topic = clause.topic
        if resumed.subject is None and self._own_subject(clause)[1] is None:
            resumed.settled = False
            resumed.sibling = clause
        return resumed


def clauses_of(items: Sequence[Item], phrases: Sequence[Phrase], structure: Structure) -> list[Clause]:
    """The clauses of a sentence with their subjects, in order; together they hold every item once."""
    return _Splitter(items, phrases, structure).split()
