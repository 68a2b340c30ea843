"""Headline, newspaper, dates and writers of one page, each with where it was found."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.articles import BlockKind, Credit, Evidence
from ..records.spans import Span
from ..records.times import Interval
from .body import Reading
from .credits import credits_in
from .date_lines import dates_shown, order_of
from .datelines import dateline_of
from .genre import made_up
from .html_facts import byline_said, canonical_said, headline_said, language_said, section_said
from .language import judge_language
from .masthead import publisher_of
from .names import writer_in
from .outlets import are_dated
from .published import choose, dates_stated
from .sheet import sheet_of
from .stated import said_by


@dataclass(frozen=True, slots=True)
class Facts:
    """What one page says about its article; see `Article` for the fields."""

    headline: str
    publisher: str | None
    byline: str | None
    dateline: str | None
    published: Interval | None
    published_at: str | None
    modified: str | None
    language: str
    section: str | None
    canonical: str | None
    credits: tuple[Credit, ...]
    evidence: tuple[Evidence, ...]


def facts_of(reading: Reading) -> Facts:
    """The facts of one page taken apart: what its lines show weighed against what its markup states."""
    page = reading.page
    told = said_by(page)
    evidence: list[Evidence] = []
    shown = ""
    if reading.headline is not None:
        line = reading.lines[reading.headline].line
        shown = line.text
        evidence.append(_found(reading, "headline", line.text, "title-line", line.span))
    headline, titles = headline_said(page, told, shown)
    sheet = sheet_of(reading)
    publisher, named = publisher_of(reading, told, sheet)
    judged = judge_language("\n".join(piece.line.text for piece in reading.pieces))
    language, tongues = language_said(page, told, judged)
    order = order_of(publisher, language)
    dates = choose(page, [*dates_shown(reading, order), *dates_stated(page, told, order)])
    day = dates.published.moment.interval if dates.published else None
    if day is not None and are_dated():
        publisher, named = publisher_of(reading, told, sheet, day)
    evidence += [*titles, *named, *dates.evidence]
    if dates.published is None and dates.modified is not None:
        day = dates.modified.moment.interval.hedged(approximate=True)
        evidence.append(
            Evidence(
                fact="published",
                value=day.edtf,
                rule="modified-line",
                why="no line says when it was first published; it was changed on this day",
                page=page.uri,
                span=dates.modified.span,
            )
        )
    chosen = language == judged
    evidence.append(Evidence(fact="language", value=judged, rule="function-words", page=page.uri, chosen=chosen))
    evidence += tongues
    section, sections = section_said(page, told, publisher)
    fun = made_up(reading, sheet)
    evidence += [fun] if fun is not None else sections
    writer, writers = byline_said(page, told, _byline(reading, evidence), publisher)
    canonical, addresses = canonical_said(page, told)
    evidence += [*writers, *addresses]
    place = _place(reading, evidence)
    kinds = {piece.line.number: piece.kind for piece in reading.pieces}
    credits = tuple(
        credit
        for index, names in sorted(sheet.named.items())
        if (line := reading.lines[index].line).number in kinds
        for credit in credits_in(kinds[line.number], line, page.uri, names)
        if credit.name != publisher
    )
    return Facts(
        headline=headline,
        publisher=publisher,
        byline=writer,
        dateline=place,
        published=day,
        published_at=dates.published.moment.at if dates.published else None,
        modified=(dates.modified.moment.at or dates.modified.moment.interval.edtf) if dates.modified else None,
        language=language,
        section=fun.value if fun is not None else section,
        canonical=canonical,
        credits=credits,
        evidence=tuple(evidence),
    )


def _byline(reading: Reading, evidence: list[Evidence]) -> str | None:
    for index, judged in enumerate(reading.lines):
        if index < reading.first - 12 or index > reading.last + 4 or judged.body:
            continue
        name = writer_in(judged.line.text)
        if name:
            evidence.append(_found(reading, "byline", name, "byline", judged.line.span))
            return name
    return None


def _place(reading: Reading, evidence: list[Evidence]) -> str | None:
    for piece in reading.pieces:
        if piece.kind is BlockKind.PARAGRAPH:
            dateline = dateline_of(piece.line.text)
            if dateline is None or dateline.place is None:
                return None
            evidence.append(
                _found(reading, "dateline", dateline.place, "dateline", dateline.span.shifted(piece.line.span.start))
            )
            return dateline.place
    return None


def _found(reading: Reading, fact: str, value: str, rule: str, span: Span) -> Evidence:
    return Evidence(fact=fact, value=value, rule=rule, page=reading.page.uri, span=span)
