"""What an operator and what it governs tell together: the row of the table that fits, and the roles that it gives."""

from __future__ import annotations

from dataclasses import replace

from .compose import Composition, compose
from .contents import Contents
from .govern import FAR
from .lexicon import Entry, Sense
from .told import Operand, Told


class Composing(Contents):
    """Composes operators with their operands in one sentence."""

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
