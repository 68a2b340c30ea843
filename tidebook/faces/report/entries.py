"""One entry of the timeline with everything behind it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...records.articles import Article
from ...records.events import Credibility, Event, Report, Standing
from ..quads import quad_of
from ..reasons import quarrels
from ..shelf import Place, Shelf, moves_the_tide
from .voices import Voices, inert


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One sentence of one page: `words` is verbatim, in pieces of (text, whether it tells what happened)."""

    report: Report
    article: Article
    place: Place
    words: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One event of the timeline; `weight` is 1 to 5."""

    event: Event
    quad: str
    line: Markup
    tell: ReportView
    reports: tuple[ReportView, ...]
    weight: int
    hollow: bool
    quarrels: tuple[Markup, ...]
    themes: tuple[str, ...]
    credibility: Credibility


def entry_of(event: Event, shelf: Shelf, v: Voices) -> EntryView:
    """The entry of an event that the timeline tells."""
    reports = tuple(report_view(report, shelf) for report in shelf.reports_of(event))
    by_language = [quarrels(event, words) for words in v.all]
    spoken = zip(*by_language, strict=True)
    themes = reports[0].report.themes or sorted({theme for view in reports for theme in view.report.themes})
    return EntryView(
        event=event,
        quad=quad_of(event.type),
        line=v.event_line(event, shelf),
        tell=reports[0],
        reports=reports,
        weight=max(1, min(5, round(shelf.entries[event.id].weight * 5))),
        hollow=not moves_the_tide(event) if event.between else event.standing is not Standing.ASSERTED,
        quarrels=tuple(_spoken(v, lines) for lines in spoken),
        themes=tuple(themes),
        credibility=shelf.credibility(event),
    )


def report_view(report: Report, shelf: Shelf) -> ReportView:
    """A report with its article, its place, and its sentence in pieces."""
    article = shelf.articles[report.article]
    triggers = sorted({part.span for part in report.parts if part.role == "trigger"})
    pieces: list[tuple[str, bool]] = []
    at = report.span.start
    for span in triggers:
        if span.start < at or span.end > report.span.end:
            continue
        pieces += [(inert(article.text[at : span.start]), False), (inert(span.cut(article.text)), True)]
        at = span.end
    pieces.append((inert(article.text[at : report.span.end]), False))
    words = tuple(piece for piece in pieces if piece[0])
    return ReportView(report=report, article=article, place=shelf.place(report), words=words)


def _spoken(v: Voices, lines: tuple[str, ...]) -> Markup:
    said = {words.code: inert(line) for words, line in zip(v.all, lines, strict=True)}
    return v.both(lambda words: said[words.code])
