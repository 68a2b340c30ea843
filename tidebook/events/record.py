"""One reading as the record that travels: a report with the words that filled its roles."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from ..records.articles import Sentence
from ..records.events import Lost, Part, Report, Standing
from ..records.spans import Span
from ..records.times import Interval
from .item import ACTOR, MARK, WORD, Item
from .lifetimes import within_lives
from .phrases import Phrase
from .roles import Parties
from .scope import Stance
from .structure import Structure
from .told import Told, alike
from .whose_date import Dated

_SURE = 0.9
"""Share of plain readings that are right in gold sentences on which no rule was tried; what weakens one lowers it."""
_DEEDS = frozenset({"SANCTION", "COERCE", "RETREAT", "AID"})
"""Types of which one sentence often tells several of the same parties."""
_RANK = {standing: rank for rank, standing in enumerate(Standing)}


class Recorder:
    """Writes the reports of one article."""

    def __init__(self, text: str, structure: Structure, language: str) -> None:
        self.text = text
        self.structure = structure
        self.language = language

    def report(
        self,
        sentence: Sentence,
        items: Sequence[Item],
        told: Told,
        parties: Parties,
        stance: Stance,
        dated: Dated,
    ) -> Report:
        """The report of one act on one date."""
        actors, recipients = list(parties.actors), list(parties.recipients)
        if alike(told.type) and told.type != "AGREE":
            actors, recipients = actors + recipients, []
        dated = within_lives(dated, (*actors, *recipients))
        place, place_part = self._place(items, told)
        parts = [
            *(Part(role="trigger", span=Span(start=items[n].start, end=items[n].end)) for n in sorted(set(told.words))),
            *self._party_parts("actor", items, parties.actor_phrases),
            *self._party_parts("recipient", items, parties.recipient_phrases),
            *self._party_parts("speaker", items, stance.speaker_phrases),
            *(Part(role=role, span=Span(start=items[n].start, end=items[n].end)) for role, n in stance.parts),
            *place_part,
        ]
        if dated.at >= 0 and dated.when is not None:
            item = items[dated.at]
            parts.append(Part(role="time", span=Span(start=item.start, end=item.end), fills=(dated.when.edtf,)))
        persons = [p for phrase in (*parties.actor_phrases, *parties.recipient_phrases) for p in phrase.persons]
        sure = _SURE * parties.sure * (0.85 if stance.standing is Standing.ALLEGED else 1.0)
        sure *= {"clause": 1.0, "sentence": 0.97, "paragraph": 0.97, "none": 0.85}.get(dated.by, 0.93)
        if not recipients and len(actors) == 1:
            sure *= 0.85
        told_parts = tuple({(p.role, p.span.start, p.span.end, p.fills): p for p in parts}.values())  # each once
        return Report(
            id=identify(sentence, told.type, told.mode, actors, recipients, dated.when, stance.standing, told_parts),
            article=sentence.article,
            sentence=sentence.index,
            span=sentence.span,
            type=told.type,
            mode=told.mode,
            contexts=tuple(sorted(told.contexts)),
            actors=tuple(actors),
            recipients=tuple(recipients),
            when=dated.when,
            when_by=dated.by,
            standing=stance.standing,
            parts=told_parts,
            rule=f"{self.language}:{told.name} {' '.join(parties.rules)}",
            persons=tuple(dict.fromkeys(persons)),
            place=place,
            speaker=stance.speaker,
            background=stance.background,
            figures=self._figures(items, told),
            themes=tuple(sorted(told.themes)),
            others=tuple(told.lost),
            confidence=round(sure, 3),
        )

    def _party_parts(self, role: str, items: Sequence[Item], phrases: Sequence[Phrase]) -> list[Part]:
        found = []
        for phrase in phrases:
            for member in phrase.members:
                actor = items[member].actor
                if actor is not None and actor.actors:
                    found.append(Part(role=role, span=actor.span, fills=actor.actors))
        return found

    def _place(self, items: Sequence[Item], told: Told) -> tuple[str | None, list[Part]]:
        """The first place named behind the trigger in its clause."""
        for n in range(told.trigger + 1, told.clause.end - 1):
            if {"p:at", "p:in"} & items[n].classes and items[n].kind == MARK:
                last = n + 1
                while last < told.clause.end and (
                    items[last].kind == ACTOR or (items[last].kind == WORD and not items[last].verb)
                ):
                    last += 1
                named = [m for m in range(n + 1, last) if items[m].capital and self.text[items[m].start].isupper()]
                if named:
                    span = Span(start=items[named[0]].start, end=items[named[-1]].end)
                    return span.cut(self.text), [Part(role="place", span=span)]
        return None, []

    def _figures(self, items: Sequence[Item], told: Told) -> tuple[str, ...]:
        if told.clause.end <= told.clause.start:
            return ()
        start, end = items[told.clause.start].start, items[told.clause.end - 1].end
        return tuple(dict.fromkeys(m.group().strip() for m in self.structure.figures.finditer(self.text, start, end)))


def distinct(reports: list[Report]) -> list[Report]:
    """One report per type, parties and date: the one that says most; a meeting within a larger one is that one."""
    kept: list[Report] = []
    again: dict[str, list[str]] = {}
    for report in sorted(
        reports, key=lambda r: (_RANK[r.standing], -len(r.actors) - len(r.recipients), r.background, -r.confidence)
    ):
        first = next((other for other in kept if _same(report, other)), None)
        if first is None:
            kept.append(report)
        elif first.id != report.id:
            name = report.rule.partition(":")[2]
            again.setdefault(first.id, []).append(f"{name}: {report.type}, but it tells the same once more")
    if again:
        kept = [replace(r, others=(*r.others, *again[r.id])) if r.id in again else r for r in kept]
    return sorted(kept, key=lambda r: (min((p.span.start for p in r.parts), default=0), r.id))


def _apart(report: Report, other: Report) -> bool:
    """Whether two verbs tell two deeds of one type ("expelled the envoy and halted trade")."""
    if report.type not in _DEEDS or any(
        f"/{noun}" in r.rule for noun in ("noun", "deed", "gerund") for r in (report, other)
    ):
        return False
    themes = bool(report.themes) and bool(other.themes) and not set(report.themes) & set(other.themes)
    return report.mode != other.mode or themes


def beside(reports: Sequence[Report], lost: Sequence[Lost]) -> tuple[Report, ...]:
    """The reports, each with the lost readings of its sentence that stand nearest to it among `others`."""
    if not lost:
        return tuple(reports)
    found: dict[str, list[str]] = {}
    by_sentence: dict[int, list[tuple[int, str]]] = {}
    for report in reports:
        start = min((part.span.start for part in report.parts if part.role == "trigger"), default=report.span.start)
        by_sentence.setdefault(report.sentence, []).append((start, report.id))
    for one in lost:
        near = by_sentence.get(one.sentence)
        if near is not None and one.name:
            ident = min(near, key=lambda told: (abs(told[0] - one.span.start), told))[1]
            found.setdefault(ident, []).append(one.said)
    return tuple(
        replace(r, others=tuple(dict.fromkeys((*r.others, *found[r.id])))) if r.id in found else r for r in reports
    )


def _same(report: Report, other: Report) -> bool:
    if report.type != other.type or report.when != other.when or _apart(report, other):
        return False
    if alike(report.type):
        return {*report.actors, *report.recipients} <= {*other.actors, *other.recipients}
    return set(report.actors) <= set(other.actors) and set(report.recipients) <= set(other.recipients)


def identify(
    sentence: Sentence,
    type: str,
    mode: str | None,
    actors: Sequence[str],
    recipients: Sequence[str],
    when: Interval | None,
    standing: Standing,
    parts: Sequence[Part],
) -> str:
    """The id of a report, made from its content."""
    content = "|".join(
        (
            sentence.article,
            str(sentence.index),
            type,
            mode or "",
            " ".join(actors),
            " ".join(recipients),
            when.edtf if when else "",
            standing,
            " ".join([f"{p.role}:{p.span.start}-{p.span.end}" for p in parts]),
        )
    )
    return "r-" + hashlib.sha256(content.encode()).hexdigest()[:12]
