"""GraphML, for Gephi, Cytoscape, networkx: actors, events and articles as nodes; who took part, and who said so, as edges.

An edge runs from an actor to its event and from the event to whom it was done to; each report is an edge from its
article to the event, with the verbatim sentence and its address. Only plain attributes are used, none of an editor's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from ...records.articles import Article
from ...records.chronicles import Chronicle
from ...records.events import Event, Report
from ..chronicle_json import UNDATED
from ..lacks import Lack, disputed, drawn, lacking, say_lacks
from ..shelf import Shelf
from ..words import Words, language_for, words_of

_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold in any spelling."""
_KEYS = (
    ("node", "kind", "string"),
    ("node", "label", "string"),
    ("node", "when", "string"),
    ("node", "first_day", "string"),
    ("node", "last_day", "string"),
    ("node", "type", "string"),
    ("node", "mode", "string"),
    ("node", "standing", "string"),
    ("node", "between", "boolean"),
    ("node", "origins", "int"),
    ("node", "score", "double"),
    ("node", "weight", "double"),
    ("node", "publisher", "string"),
    ("node", "origin", "string"),
    ("edge", "role", "string"),
    ("edge", "sentence", "string"),
    ("edge", "page", "string"),
    ("edge", "line", "int"),
    ("edge", "said_when", "string"),
    ("edge", "said_standing", "string"),
    ("edge", "rule", "string"),
)
_IDS = {(domain, name): f"{domain[0]}_{name}" for domain, name, _ in _KEYS}

Value = str | int | float | bool | None


def lacks(chronicle: Chronicle) -> tuple[Lack, ...]:
    """A graph has no place for quarrels, the tide, phases, ties in time, and what was left out."""
    return lacking(
        disputes=disputed(chronicle),
        tide=drawn(chronicle),
        phases=len(chronicle.phases),
        ties=len(chronicle.ties),
        drops=len(chronicle.drops),
    )


def write(chronicle: Chronicle, out: TextIO, language: str | None = None) -> None:
    """Writes the graph; labels are in `language` or else that of most articles."""
    words, shelf = words_of(language or language_for(chronicle)).for_book(chronicle), Shelf(chronicle)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    if missing := say_lacks(words, lacks(chronicle)):
        out.write(f"  <desc>{_text(missing)}</desc>\n")
    for domain, name, kind in _KEYS:
        out.write(f'  <key id="{_IDS[domain, name]}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n')
    out.write('  <graph id="G" edgedefault="directed">\n')
    for line in (*_nodes(chronicle, shelf, words), *_edges(chronicle, shelf)):
        out.write(f"    {line}\n")
    out.write("  </graph>\n</graphml>\n")


def _nodes(chronicle: Chronicle, shelf: Shelf, words: Words) -> Iterator[str]:
    for code in sorted({code for event in chronicle.events for code in (*event.actors, *event.recipients)}):
        yield _node(f"actor:{code}", kind="actor", label=words.actor(code))
    for event in chronicle.events:
        yield _event(event, shelf, words)
    for article in chronicle.articles:
        yield _article(article)


def _event(event: Event, shelf: Shelf, words: Words) -> str:
    days, entry = shelf.days_of(event), shelf.entries.get(event.id)
    return _node(
        event.id,
        kind="event",
        label=words.event_line(event, shelf.reports_of(event), shelf.called(event)),
        when=days.edtf if days else UNDATED,
        first_day=days.start.isoformat() if days and days.start else None,
        last_day=days.last.isoformat() if days and days.last else None,
        type=event.type,
        mode=event.mode,
        standing=event.standing.value,
        between=event.between,
        origins=len(event.origins),
        score=event.score,
        weight=entry.weight if entry else None,
    )


def _article(article: Article) -> str:
    return _node(
        article.id,
        kind="article",
        label=article.headline,
        when=article.published.edtf if article.published else None,
        publisher=article.publisher,
        origin=article.origin.name if article.origin else None,
    )


def _edges(chronicle: Chronicle, shelf: Shelf) -> Iterator[str]:
    for event in chronicle.events:
        for code in dict.fromkeys(event.actors):
            yield _edge(f"{event.id}:actor:{code}", f"actor:{code}", event.id, role="actor")
        for code in dict.fromkeys(event.recipients):
            yield _edge(f"{event.id}:recipient:{code}", event.id, f"actor:{code}", role="recipient")
        for report in shelf.reports_of(event):
            yield _report(event, report, shelf)


def _report(event: Event, report: Report, shelf: Shelf) -> str:
    place = shelf.place(report)
    return _edge(
        f"{event.id}:{report.id}",
        report.article,
        event.id,
        role="report",
        sentence=place.quote.exact,
        page=place.page,
        line=place.line,
        said_when=report.when.edtf if report.when else None,
        said_standing=report.standing.value,
        rule=report.rule,
    )


def _node(ident: str, **values: Value) -> str:
    return f"<node id={_attribute(ident)}>{_data('node', values)}</node>"


def _edge(ident: str, source: str, target: str, **values: Value) -> str:
    ends = f"source={_attribute(source)} target={_attribute(target)}"
    return f"<edge id={_attribute(ident)} {ends}>{_data('edge', values)}</edge>"


def _data(domain: str, values: dict[str, Value]) -> str:
    return "".join(
        f'<data key="{_IDS[domain, name]}">{_text(value)}</data>' for name, value in values.items() if value is not None
    )


def _text(value: Value) -> str:
    said = ("true" if value else "false") if isinstance(value, bool) else str(value)
    return escape(_FORBIDDEN.sub("", said))


def _attribute(value: str) -> str:
    return quoteattr(_FORBIDDEN.sub("", value))
