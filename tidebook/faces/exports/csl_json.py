"""CSL-JSON of the articles, for Zotero, pandoc and every citation style, with the sentences that the book takes from each.

A date that has parts is given in parts, a stretch as two of them, and ``circa`` where it is hedged or doubted; what is open
at an end, and a decade or century, has no parts and is given as ``edtf``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, TextIO

from ...records.articles import Article
from ...records.chronicles import Chronicle
from ...records.events import Report
from ...records.times import Grain, Interval
from ..lacks import Lack, drawn, lacking
from ..plain import one_line
from ..shelf import Shelf

_PARTS = {Grain.DAY: 3, Grain.WEEK: 3, Grain.MONTH: 2, Grain.SEASON: 2, Grain.QUARTER: 2, Grain.YEAR: 1}


def lacks(chronicle: Chronicle) -> tuple[Lack, ...]:
    """Of the events it has the sentences only, and nothing of the book around them."""
    return lacking(
        codings=len(chronicle.events),
        tide=drawn(chronicle),
        phases=len(chronicle.phases),
        ties=len(chronicle.ties),
        drops=len(chronicle.drops),
    )


def write(chronicle: Chronicle, out: TextIO, language: str | None = None) -> None:
    """Writes one item for each article, sorted by id; no `language` changes it."""
    shelf, told = Shelf(chronicle), _told_by(chronicle)
    json.dump(
        [_item(article, told.get(article.id, []), shelf) for article in chronicle.articles],
        out,
        ensure_ascii=False,
        indent=1,
    )
    out.write("\n")


def _item(article: Article, told: Sequence[Report], shelf: Shelf) -> dict[str, Any]:
    pages = [shelf.pages[uri] for uri in article.pages]
    address = article.canonical or next((page.address for page in pages if page.address is not None), None)
    fetched = next((page.fetched for page in pages if page.fetched is not None), None)
    item: dict[str, Any] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": one_line(article.headline),
        "language": article.language,
    }
    optional = {
        "container-title": article.publisher,
        "publisher-place": article.dateline,
        "section": article.section,
        "URL": address,
    }
    item.update({key: one_line(value) for key, value in optional.items() if value})
    if article.byline:
        item["author"] = [{"literal": one_line(article.byline)}]
    if article.published is not None:
        item["issued"] = _issued(article.published)
    if fetched is not None and (day := _day(fetched)) is not None:
        item["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    if told:
        item["annote"] = "\n".join(_quoted(report, shelf) for report in told)
    item["custom"] = {
        "pages": list(article.pages),
        "digests": [page.digest for page in pages],
        "origin": article.origin.id if article.origin else None,
        "published": article.published.edtf if article.published else None,
    }
    return item


def _told_by(chronicle: Chronicle) -> dict[str, list[Report]]:
    """The reports that tell an event, by article, in reading order; of one sentence the first."""
    told = {ident for event in chronicle.events for ident in event.reports}
    first: dict[tuple[str, int, int], Report] = {}
    for report in sorted(chronicle.reports, key=lambda report: report.id):
        if report.id in told:
            first.setdefault((report.article, report.span.start, report.span.end), report)
    found: dict[str, list[Report]] = {}
    for (article, _, _), report in sorted(first.items()):
        found.setdefault(article, []).append(report)
    return found


def _quoted(report: Report, shelf: Shelf) -> str:
    place = shelf.place(report)
    return f"“{one_line(place.quote.exact)}” ({place.page}:{place.line})"


def _issued(when: Interval) -> dict[str, Any]:
    """A CSL date variable."""
    size = _PARTS.get(when.grain)
    if when.start is None or when.last is None or size is None:
        return {"edtf": when.edtf}
    ends = [[day.year, day.month, day.day][:size] for day in (when.start, when.last)]
    issued: dict[str, Any] = {"date-parts": ends[:1] if ends[0] == ends[1] else ends}
    if when.approximate or when.uncertain:
        issued["circa"] = True
    return issued


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None
