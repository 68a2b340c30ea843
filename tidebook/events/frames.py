"""What the triggers of a clause tell: frames by themselves, operators with what they govern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from .clause import Clause
from .compose import Composition, alone, compose
from .govern import FAR, Governing
from .item import ACTOR, STOP, TRIGGER, WORD
from .lexicon import Entry, Sense
from .phrases import skip
from .told import Operand, Told

_DEEP = 4
_SPOKEN_OF = frozenset(
    {"request", "urge", "demand", "promise", "offer", "threaten", "refuse", "order", "propose", "agree", "invite"}
)
"""Operators whose content is part of the speech act, and has no report of its own."""
_ABOUT = frozenset(
    {
        "agreement",
        "talks",
        "proposal",
        "demand",
        "invitation",
        "effort",
        "statement",
        "demonstration",
        "permission",
        "resolution",
    }
)
"""Themes whose noun may be followed by a verb that says what it is about."""
_OF_PARTIES = frozenset({"recipient", "person", "military", "parties", "place", "body", "!body"})


def _general(sense: Sense) -> bool:
    """Whether a row asks for no object of its own; those that do say more of the same words."""
    return not any(need.startswith("object:") for need in sense.entry.needs)


@lru_cache(maxsize=1 << 14)
def _by_kind(senses: tuple[Sense, ...]) -> tuple[tuple[Sense, ...], tuple[Sense, ...]]:
    """The operators among the senses, and the frames, those first that ask for an object."""
    frames = sorted((s for s in senses if s.entry.kind == "frame"), key=_general)
    return tuple(s for s in senses if s.entry.kind == "operator"), tuple(frames)


class Teller(Governing):
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
                if verbal and (self._names(at) or self._beneath(at)):
                    continue
                wished = told is not None and (self._wished(told.clause) or (verbal and self._content(at)))
                while told is not None:
                    if told.type not in ("NONE", "=") and not wished:
                        found.append(told)
                    told = told.inner if told.inner_standing else None
        return found

    def _names(self, at: int) -> bool:
        """Whether a verb only says what somebody calls a thing ("over what he called aggression")."""
        opener = self.clause_of(at).opener
        named = opener >= 0 and "quoting" in self.items[opener].classes
        return named and any(sense.entry.code == "ACCUSE" for sense in self.items[at].senses)

    def _beneath(self, at: int) -> bool:
        """Whether a verb is joined to, or the aim of, what somebody only asks for, promises or refuses ("asked X to send ships to defend it")."""
        clause = self.clause_of(at)
        if self.structure.head_first or at in self.content:
            return False
        while clause.marker == "purpose" or (clause.marker == "coordination" and clause.sibling is not None):
            above = clause.parent if clause.marker == "purpose" else clause.sibling
            if above is None:
                return False
            if any(verb in self.content or self._hands_over(verb) for verb in above.verbs[-1:]):
                return True
            clause = above
        return False

    def _hands_over(self, verb: int) -> bool:
        """Whether a verb asks for, or was asked by, what an infinitive behind it says."""
        return any(
            (s.entry.kind == "frame" and s.entry.code == "REQUEST")
            or (s.entry.kind == "operator" and s.entry.code in ("invite", "request", "urge"))
            for s in self.items[verb].senses
        )

    def _wished(self, clause: Clause) -> bool:
        """Whether a clause says what somebody wants of another ("menggugat X agar pasukannya mundur"): nothing happened."""
        above: Clause | None = clause
        while above is not None:
            if above.opener >= 0 and "wish" in self.items[above.opener].classes:
                own = above.subject is not None and not above.inherited and above.subject.start > above.opener
                return own and above.parent is not None and bool(above.parent.verbs)
            above = above.sibling if above.marker in ("coordination", "serial") else above.parent
        return False

    def _content(self, at: int) -> bool:
        """Whether a verb only says what a noun right before it is about ("meneken pakta berbagi intelijen")."""
        before = self.items[at - 1] if at else None
        home = self.clause_of(at)
        if not self.structure.head_first and home.marker == "purpose" and home.verbs[:1] == [at]:
            last = home.start - 1
            while last >= 0 and home.start - last < 9 and not self.items[last].verb and self.items[last].kind != STOP:
                if self.items[last].noun and any(sense.entry.code in _ABOUT for sense in self.items[last].senses):
                    return True  # "clinched a deal in Vienna on Tuesday to curb ..."
                last -= 1
            return False
        if (
            before is None
            or not self.structure.head_first
            or not before.noun
            or home.marker != "serial"
            or home.start != at
        ):
            return False
        return any(sense.entry.code in _ABOUT for sense in before.senses)

    def _governor(self, at: int) -> int:
        """A noun that takes the clause of a verb as what it is about ("janji untuk tidak menyerang"), else the verb."""
        clause = self.clause_of(at)
        noun = clause.start - 1
        if clause.marker not in ("purpose", "that") or not clause.verbs or clause.verbs[0] != at or noun < 0:
            return at
        governs = any(s.entry.kind == "operator" for s in self.items[noun].senses)
        return noun if governs and not self.items[noun].verb and noun not in self.used else at

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

    def _as_noun(self, roles: tuple[str, ...], voice: str, doer: bool) -> tuple[str, ...]:
        """A verb's roles, said as a noun's; roles that are a noun's already stay."""
        said: list[str] = []
        for role in roles:
            if "+" in role:
                left, right = role.split("+", 1)
                said += [f"between|{left}+{right}".split("|")[0], f"of+{right if right != 'obj' else 'to'}", "of"]
            elif role == "subj":
                subject = [r for r in self.structure.noun_subject if not (voice == "deed" and r == "of")]
                said += [*subject, "of"] if voice == "deed" and doer else subject
            elif role == "obj":
                said += ["of", *self.structure.noun_object] if voice == "deed" else list(self.structure.noun_object)
            else:
                said.append(role)
        return tuple(dict.fromkeys(said))

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
        if sense.entry.code in _SPOKEN_OF and self.items[max(operand.index, 0)].verb:
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

    def _row(self, at: int, sense: Sense, operand: Operand | None) -> Composition | None:
        if operand is None:
            return None
        if sense.entry.code == "express" and operand.index >= 0 and self.items[operand.index].verb:
            return None  # a verb behind it is what is said, not what is expressed
        if (
            sense.entry.code == "summon"
            and self._own(operand.index)
            and any(t.code == "ambassador" for t in operand.themes)
        ):
            sense = Sense(replace(sense.entry, code="recall"), sense.voice)  # one's own envoy is called home
        if sense.entry.code == "break" and operand.index >= 0 and self.items[operand.index].verb:
            return None  # ties are broken; with a verb behind it the same word decides
        home = self.clause_of(max(operand.index, 0))
        if sense.entry.code == "do" and home.marker == "that" and home is not self.clause_of(at):
            return None  # who announces that somebody did something did not do it
        names = [entry.code for entry in operand.themes]
        if names and self._at_border(operand.index):
            names = [f"{names[0]}@border", *names]
        if self._negated(at, operand.index):
            row = compose(sense.entry.code, ["not"], None)
            return None if row is not None and row.type == "=" else row
        if operand.told is not None and not self.items[max(operand.index, 0)].verb:
            names = [*names, f"noun:{operand.told.type}"]
        row = compose(sense.entry.code, names, operand.told.type if operand.told else None)
        return None if row is not None and row.type == "=" and operand.told is None else row

    def _own(self, at: int) -> bool:
        """Whether a noun is the subject's own by a pronoun on its end ("duta besarnya")."""
        return at >= 0 and bool(self.items[at].clitic) and self.items[at].clitic == self.structure.own_clitic

    def _at_border(self, at: int) -> bool:
        """Whether a border is where something goes ("mengirim tank ke perbatasan X")."""
        stop = min(self.clause_of(at).end, at + FAR)
        return any(s.entry.code == "border" for n in range(at + 1, stop) for s in self.items[n].senses)

    def _negated(self, at: int, operand: int) -> bool:
        """Whether what an operator governs is said not to be done ("berjanji tidak menyerang")."""
        return self.items[max(operand, 0)].verb and any(
            "negation" in self.items[n].classes for n in range(at + 1, operand)
        )

    def _transparent(self, at: int) -> bool:
        return self.items[at].lower in self.structure.transparent

    def _about_topic(self, at: int, sense: Sense) -> Operand | None:
        """What a verb says of its subject, where that is a theme ("perundingan itu melibatkan ...")."""
        topic = self.clause_of(at).topic
        if topic < 0 or self._voice(at, sense.voice) != "active":
            return None
        themes = tuple(s.entry for s in self.items[topic].senses if s.entry.kind == "theme")
        return Operand(topic, themes) if themes else None

    def _result(self, at: int, sense: Sense, row: Composition, operand: Operand | None) -> Told:
        entry = sense.entry
        voice = self._voice(at, sense.voice)
        told = operand.told if operand else None
        themes = operand.themes if operand else ()
        keeps = row.type == "="
        contexts = set(entry.contexts) | {c for t in themes for c in t.contexts} | (told.contexts if told else set())
        about = {t.code for t in themes} | (told.themes if told else set())
        actor = row.actor or entry.actor or ("subj",)
        recipient = row.recipient or self._recipients(entry, themes, told, row)
        if voice in ("noun", "deed"):
            actor = (*self._as_noun(actor, "noun", True), "theme.of", "gainer")
        if voice == "passive" and operand is not None and operand.index < at:
            deed = operand.told is not None and operand.told.voice == "deed"
            suffers = deed or (recipient[:1] == ("theme.of",) and row.type != "MOBILIZE")
            actor = actor if suffers else (*actor, "between", "theme.of")  # whose ship was seized seized nothing
            recipient = ("theme.of", *recipient) if deed else recipient
        mode = told.mode if row.mode == "=" and told else (None if row.mode == "=" else row.mode)
        inner, inner_standing = told, row.inner
        if inner_standing and told is not None and told.type == "ACCUSE" and told.inner is not None:
            inner = told.inner  # who denies an accusation denies what it is about
        elif inner_standing == "denied" and told is not None and told.type == "ACCUSE":
            inner_standing = ""
        return Told(
            type=told.type if keeps and told else row.type,
            mode=told.mode if keeps and told and not row.mode else mode,
            contexts=contexts,
            themes=about,
            trigger=at,
            voice=voice,
            words=[at, *([operand.index] if operand else []), *(told.words if told else [])],
            actor=actor,
            recipient=recipient,
            clause=self.clause_of(at),
            name=f"{entry.name}/{voice} {row.name}",
            standing=row.standing or (told.standing if told and keeps else ""),
            inner=inner,
            inner_standing=inner_standing,
            without=row.without,
            general=row.name.endswith("**") or row.type == "NONE",
            operator=entry.code,
            operators=(entry.code, *(told.operators if told else ())),
        )

    def _recipients(
        self, entry: Entry, themes: tuple[Entry, ...], told: Told | None, row: Composition
    ) -> tuple[str, ...]:
        roles: list[str] = []
        for theme in themes:
            roles += [f"theme.{r}" if r == "of" else r for r in theme.recipient]
        if told is not None and not themes:
            roles += [r for r in told.recipient if r != "subj"]
            roles.append("inner.recipient")
        kept = row.type == "=" and told is not None and bool(told.recipient)
        roles += entry.recipient or (
            () if kept else ("obj", "to", "with", "against", "from", "for", "on", "between", "leader")
        )
        return tuple(dict.fromkeys(roles))
