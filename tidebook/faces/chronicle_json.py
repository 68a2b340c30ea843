"""A chronicle as plain data: what ``chronicle.json`` holds. Its shape is ``knowledge/schema/chronicle.schema.json``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import __version__
from ..records.articles import Article
from ..records.chronicles import Chronicle, Phase, Side, TidePoint, Tie
from ..records.drops import Dropped
from ..records.events import Credibility, Event, Report
from ..records.pages import Page
from ..records.spans import Span
from ..records.times import Interval
from .shelf import Shelf

FORMAT = 1
"""Raised when a key changes its meaning or goes; new keys do not raise it."""

UNDATED = "XXXX"
"""EDTF for "some year": neither the words nor the day of publication date the event."""

Json = Mapping[str, Any]


def as_json(chronicle: Chronicle) -> Json:
    """The chronicle with every address, in an order that depends on nothing but its content."""
    shelf = Shelf(chronicle)
    return {
        "format": FORMAT,
        "version": __version__,
        "generator": f"tidebook {__version__}",
        "dyad": {
            "left": _side(chronicle.dyad.left),
            "right": _side(chronicle.dyad.right),
            "chosen": chronicle.dyad.chosen,
        },
        "pages": [_page(page) for page in chronicle.pages],
        "articles": [_article(article) for article in chronicle.articles],
        "events": [_event(event, shelf) for event in chronicle.events],
        "tide": [_tide_point(point) for point in chronicle.tide],
        "phases": [_phase(phase) for phase in chronicle.phases],
        "ties": [_tie(tie) for tie in chronicle.ties],
        "drops": [_drop(drop) for drop in chronicle.drops],
        "notes": {"tide": chronicle.tide_note, "phases": chronicle.phases_note},
    }


def _side(side: Side) -> Json:
    return {
        "actor": side.actor,
        "predecessors": [{"actor": code, "until": last.isoformat()} for code, last in side.predecessors],
    }


def _page(page: Page) -> Json:
    return {
        "uri": page.uri,
        "digest": page.digest,
        "media_type": page.media_type,
        "charset": page.charset,
        "fetched": page.fetched,
        "address": page.address,
    }


def _article(article: Article) -> Json:
    origin = article.origin
    return {
        "id": article.id,
        "headline": article.headline,
        "publisher": article.publisher,
        "published": article.published_at or _edtf(article.published),
        "published_days": _edtf(article.published),
        "modified": article.modified,
        "byline": article.byline,
        "dateline": article.dateline,
        "language": article.language,
        "section": article.section,
        "canonical": article.canonical,
        "pages": list(article.pages),
        "missing": list(article.missing),
        "origin": None
        if origin is None
        else {
            "id": origin.id,
            "kind": origin.kind.value,
            "name": origin.name,
            "of": origin.of,
            "reason": origin.reason,
            "certainty": origin.certainty,
        },
        "credits": [
            {"name": c.name, "kind": c.kind, "scope": c.scope, "page": c.page, "span": _span(c.span)}
            for c in article.credits
        ],
        "evidence": [
            {
                "fact": e.fact,
                "value": e.value,
                "rule": e.rule,
                "why": e.why,
                "page": e.page,
                "span": _span(e.span),
                "chosen": e.chosen,
            }
            for e in article.evidence
        ],
    }


def _event(event: Event, shelf: Shelf) -> Json:
    entry = shelf.entries.get(event.id)
    days = shelf.days_of(event)
    return {
        "id": event.id,
        "when": days.edtf if days is not None else UNDATED,
        "dated": event.when is not None,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "persons": list(event.persons),
        "place": event.place,
        "status": event.standing.value,
        "speaker": list(event.speaker),
        "between": event.between,
        "background": event.background,
        "origins": len(event.origins),
        "origin_ids": list(event.origins),
        "score": event.score,
        "goldstein": event.goldstein,
        "weight": entry.weight if entry else None,
        "best_report": entry.report if entry else None,
        "first_said": event.first_said,
        "credibility": _credibility(shelf.credibility(event)),
        "reasons": list(event.reasons),
        "disputes": [
            {"about": d.about, "sides": [{"says": what, "reports": list(ids)} for what, ids in d.sides]}
            for d in event.disputes
        ],
        "reports": [_report(report, shelf) for report in shelf.reports_of(event)],
    }


def _credibility(grade: Credibility) -> Json:
    return {
        "source": grade.source,
        "source_why": grade.source_why,
        "information": grade.information,
        "why": grade.why,
        "told_after_days": None if grade.lag is None else list(grade.lag),
    }


def _report(report: Report, shelf: Shelf) -> Json:
    place = shelf.place(report)
    article = shelf.articles[report.article]
    return {
        "id": report.id,
        "article": report.article,
        "page": place.page,
        "line": place.line,
        "column": place.column,
        "span": _span(place.span),
        "path": place.path,
        "link": place.link,
        "text": place.quote.exact,
        "quote": {"prefix": place.quote.prefix, "exact": place.quote.exact, "suffix": place.quote.suffix},
        "when": _edtf(report.when),
        "when_by": report.when_by,
        "type": report.type,
        "mode": report.mode,
        "contexts": list(report.contexts),
        "actors": list(report.actors),
        "recipients": list(report.recipients),
        "persons": list(report.persons),
        "place": report.place,
        "standing": report.standing.value,
        "speaker": list(report.speaker),
        "background": report.background,
        "figures": list(report.figures),
        "themes": list(report.themes),
        "rule": report.rule,
        "others": list(report.others),
        "confidence": report.confidence,
        "parts": [
            {
                "role": part.role,
                "span": _span(article.address(part.span).span),
                "text": part.span.cut(article.text),
                "fills": list(part.fills),
            }
            for part in report.parts
        ],
    }


def _tide_point(point: TidePoint) -> Json:
    return {
        "at": point.at.isoformat(),
        "level": point.level,
        "low": point.low,
        "high": point.high,
        "volume": point.volume,
        "origins": point.origins,
    }


def _phase(phase: Phase) -> Json:
    return {
        "when": phase.when.edtf,
        "turn": _edtf(phase.turn),
        "level": phase.level,
        "trend": phase.trend,
        "certainty": phase.certainty,
        "name": phase.name,
        "turned_by": list(phase.turned_by),
    }


def _tie(tie: Tie) -> Json:
    return {
        "id": tie.id,
        "kind": tie.kind,
        "parties": list(tie.parties),
        "about": tie.about,
        "since": _edtf(tie.since),
        "until": _edtf(tie.until),
        "end": tie.end,
        "opened_by": list(tie.opened_by),
        "closed_by": list(tie.closed_by),
        "source": tie.source,
        "earlier": [
            {
                "since": _edtf(one.since),
                "until": _edtf(one.until),
                "opened_by": list(one.opened_by),
                "closed_by": list(one.closed_by),
            }
            for one in tie.earlier
        ],
    }


def _drop(drop: Dropped) -> Json:
    return {
        "room": drop.room,
        "page": drop.page,
        "reason": drop.reason,
        "detail": drop.detail,
        "span": _span(drop.span),
    }


def _edtf(when: Interval | None) -> str | None:
    return None if when is None else when.edtf


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
