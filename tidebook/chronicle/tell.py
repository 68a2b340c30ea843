"""Everything that was read and concluded, told as one chronicle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..records.articles import Article, Sentence
from ..records.chronicles import Chronicle, Dyad
from ..records.drops import Dropped
from ..records.events import Event, Report
from ..records.pages import Page
from .moves import moves_of, paths_of
from .on_day import horizon
from .phases import phases_of
from .tide import tide_of
from .ties import ties_of
from .timeline import entries_of


def tell(
    dyad: Dyad,
    pages: Iterable[Page],
    articles: Sequence[Article],
    sentences: Iterable[Sentence],
    reports: Sequence[Report],
    events: Sequence[Event],
    drops: Iterable[Dropped],
) -> Chronicle:
    """The chronicle of a dyad; the same records in any order give the same chronicle.

    Args:
        reports: all that was coded. events: as `merge` made them of these, for this dyad.
    """
    ordered = sorted(events, key=_order)
    lines = sorted(sentences, key=lambda s: (s.article, s.index))
    last = horizon(articles)
    moves = moves_of(ordered, dyad, last.toordinal() if last is not None else None)
    until = last.toordinal() if last is not None else max((m.last for m in moves), default=1)
    paths = paths_of(moves, until) if moves else []
    tide, tide_note = tide_of(moves, paths, until)
    phases, phases_note = phases_of(moves, paths, until)
    turning = {name for phase in phases for name in phase.turned_by}
    return Chronicle(
        dyad=dyad,
        pages=tuple(sorted(pages, key=lambda page: (page.uri, page.digest))),
        articles=tuple(sorted(articles, key=lambda article: article.id)),
        sentences=tuple(lines),
        reports=tuple(sorted(reports, key=lambda report: report.id)),
        events=tuple(ordered),
        entries=entries_of(
            ordered,
            {report.id: report for report in reports},
            {article.id: article for article in articles},
            {(line.article, line.index): line for line in lines},
            turning,
        ),
        tide=tide,
        tide_note=tide_note,
        phases=phases,
        phases_note=phases_note,
        ties=ties_of(dyad, ordered, reports, last, articles),
        drops=tuple(sorted(drops, key=_drop_order)),
    )


def _order(event: Event) -> tuple[str, str, str]:
    if event.when is None:
        return ("9999", "", event.id)
    start = event.when.start or event.when.last
    assert start is not None
    return (start.isoformat(), event.when.edtf, event.id)


def _drop_order(drop: Dropped) -> tuple[str, str, int, int, str, str]:
    start, end = (drop.span.start, drop.span.end) if drop.span is not None else (-1, -1)
    return (drop.page, drop.room, start, end, drop.reason, drop.detail)
