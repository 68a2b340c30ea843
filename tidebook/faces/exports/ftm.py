"""FollowTheMoney entities, one a line, for Aleph, OpenAleph and yente: who took part in which event, and the proof.

An actor is a ``PublicBody`` (a state) or an ``Organization``, a person a ``Person``, an event an ``Event``, an article an
``Article`` and each report a ``Documentation`` that joins event and article with the verbatim sentence. Ids are made from
those of the book, so that a second export of it replaces the first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from hashlib import sha1
from typing import Any, TextIO

from ...knowledge import who
from ...records.articles import Article
from ...records.chronicles import Chronicle
from ...records.events import Event, Report
from ...records.times import Grain, Interval
from ..lacks import Lack, disputed, drawn, lacking
from ..plain import one_line
from ..shelf import Shelf
from ..words import Words, language_for, words_of

_LETTERS = {Grain.YEAR: 4, Grain.MONTH: 7, Grain.DAY: 10}  # of an ISO date; FtM dates are prefixes of it

Entity = dict[str, Any]


def lacks(chronicle: Chronicle) -> tuple[Lack, ...]:
    """Its dates know no doubt, its events no score, and it has no tide, phases, ties in time or ledger."""
    hedged = [event.when for event in chronicle.events if event.when is not None]
    return lacking(
        doubt=sum(1 for when in hedged if when.approximate or when.uncertain),
        disputes=disputed(chronicle),
        tide=drawn(chronicle),
        phases=len(chronicle.phases),
        ties=len(chronicle.ties),
        drops=len(chronicle.drops),
    )


def write(chronicle: Chronicle, out: TextIO, language: str | None = None) -> None:
    """Writes the entities sorted by schema and id; names are in `language` or else that of most articles."""
    words, shelf = words_of(language or language_for(chronicle)).for_book(chronicle), Shelf(chronicle)
    for entity in _entities(chronicle, shelf, words):
        json.dump(entity, out, ensure_ascii=False, sort_keys=True)
        out.write("\n")


def _entities(chronicle: Chronicle, shelf: Shelf, words: Words) -> Iterator[Entity]:
    for code in sorted({code for event in chronicle.events for code in (*event.actors, *event.recipients)}):
        yield _actor(code, words)
    for person in sorted({person for event in chronicle.events for person in event.persons}):
        yield _entity(_person(person), "Person", name=[person])
    for article in chronicle.articles:
        yield _article(article, shelf)
    for event in chronicle.events:
        yield _event(event, shelf, words)
        for report in shelf.reports_of(event):
            yield _documentation(event, report, shelf)


def _actor(code: str, words: Words) -> Entity:
    schema = "PublicBody" if code in who.states() else "Organization"
    return _entity(_of("actor", code), schema, name=[words.actor(code)], alias=[code], country=[_countries().get(code)])


def _article(article: Article, shelf: Shelf) -> Entity:
    addresses = [article.canonical, *(shelf.pages[uri].address for uri in article.pages)]
    return _entity(
        _of("article", article.id),
        "Article",
        title=[article.headline],
        publishedAt=_dates(article.published),
        author=[article.byline],
        publisher=[article.publisher],
        fileName=list(article.pages),
        sourceUrl=sorted({url for url in addresses if url is not None and url.startswith(("http://", "https://"))}),
        notes=[f"origin: {article.origin.name}" if article.origin else None],
    )


def _event(event: Event, shelf: Shelf, words: Words) -> Entity:
    when, dates = event.when, _dates(event.when)
    one = len(dates) == 1 and when is not None and when.start is not None and when.end is not None
    return _entity(
        _of("event", event.id),
        "Event",
        name=[words.event_line(event, shelf.reports_of(event), shelf.called(event))],
        date=dates if one else [],
        startDate=[] if one or when is None else _date(when.start, when),
        endDate=[] if one or when is None else _date(when.last, when),
        involved=[_of("actor", code) for code in (*event.actors, *event.recipients)]
        + [_person(p) for p in event.persons],
        location=[event.place],
        keywords=[event.type, event.mode, *event.contexts],
        summary=[words.label("standings", event.standing.value)],
        notes=[f"EDTF {when.edtf}" if when is not None else None, words.say("report.origins_n", len(event.origins))],
        proof=[_of("article", ident) for ident in sorted({shelf.reports[name].article for name in event.reports})],
        recordId=[event.id],
    )


def _documentation(event: Event, report: Report, shelf: Shelf) -> Entity:
    place = shelf.place(report)
    return _entity(
        _of("report", f"{event.id}.{report.id}"),
        "Documentation",
        entity=[_of("event", event.id)],
        document=[_of("article", report.article)],
        role=[report.standing.value],
        summary=[place.quote.exact],
        description=[f"{place.page}:{place.line}:{place.column}"],
        startDate=[] if report.when is None else _date(report.when.start, report.when),
        endDate=[] if report.when is None else _date(report.when.last, report.when),
        sourceUrl=[place.link if place.link and place.link.startswith(("http://", "https://")) else None],
        recordId=[report.id],
    )


def _entity(ident: str, schema: str, **properties: list[str] | list[str | None]) -> Entity:
    """An entity without empty properties; a value stands once, in the order given."""
    kept = {name: list(dict.fromkeys(one_line(v) for v in values if v)) for name, values in properties.items()}
    return {"id": ident, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _of(kind: str, ident: str) -> str:
    return f"tidebook-{kind}-{ident.replace(':', '-')}"


def _person(name: str) -> str:
    return _of("person", sha1(name.encode()).hexdigest()[:12])


def _dates(when: Interval | None) -> list[str]:
    """One date where the words mean one day, month or year; else the two ends that are known."""
    if when is None:
        return []
    return list(dict.fromkeys([*_date(when.start, when), *_date(when.last, when)]))


def _date(day: date | None, when: Interval) -> list[str]:
    return [] if day is None else [day.isoformat()[: _LETTERS.get(when.grain, 10)]]


@cache
def _countries() -> Mapping[str, str]:
    """Two small letters for three great ones (``CHL``: ``cl``), of states that are there today."""
    from babel.core import get_global

    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    return {
        long: short[0].lower()
        for long, short in aliases.items()
        if len(long) == 3 and long.isalpha() and len(short) == 1 and len(short[0]) == 2
    }
