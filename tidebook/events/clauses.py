"""Clauses: where each begins, what opens it, and who its subject is."""

from __future__ import annotations

from collections.abc import Sequence

from .ahead import OPENERS
from .clause import LOWER, Clause
from .item import MARK, STOP, WORD, Item
from .joints import Joints
from .parallel import BASE, form_of
from .phrases import Phrase, skip
from .structure import NOTHING, Structure

_HARD = frozenset(".;:!?—–")


class _Splitter(Joints):
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

    def _said_by(self, at: int) -> bool:
        """Opens a clause of its own for who said what stands before (", ujar X, seraya ...")."""
        phrase = self.by_start.get(at + 1)
        if phrase is None or not phrase.bare or not phrase.codes or not (self.now.verbs or self._quoted(at)):
            return False
        opened = self._open(at, "main")
        opened.subject, opened.settled = phrase, True
        return True

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

    def _resume(self, at: int, clause: Clause) -> Clause:
        resumed = self._open(at, "resume", parent=clause.parent, sibling=clause.sibling)
        resumed.subject = self._own_subject(clause)[0]
        resumed.settled = True
        resumed.topic = clause.topic
        other = self._own_subject(clause)[1]
        if clause.participle and resumed.subject is None and other is not None and self.items[other].noun:
            resumed.topic = other  # "rockets fired from Lebanon struck ..."
        if resumed.subject is None and self._own_subject(clause)[1] is None:
            resumed.settled = False
            resumed.sibling = clause
        return resumed


def clauses_of(items: Sequence[Item], phrases: Sequence[Phrase], structure: Structure) -> list[Clause]:
    """The clauses of a sentence with their subjects, in order; together they hold every item once."""
    return _Splitter(items, phrases, structure).split()
