"""What was read: articles, their pages, and what was left out of each and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...records.articles import Article
from ...records.chronicles import Chronicle
from ...records.drops import Dropped
from ...records.events import Event
from ..shelf import Shelf

_SHOWN = 60
"""Pieces named for each page; the book holds them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something that was left out of a page; `line` counts from 1, None where it is no part of a page."""

    line: int | None
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """One page, with `count` pieces left out of it, of which `pieces` are named."""

    uri: str
    count: int
    pieces: tuple[Piece, ...]


def articles_of(chronicle: Chronicle, told: Sequence[Event], shelf: Shelf) -> list[dict[str, Any]]:
    """The articles by date of publication, each with how many events it tells and why its date was inferred."""
    counts: Counter[str] = Counter()
    for event in told:
        counts.update({shelf.reports[ident].article for ident in event.reports})
    rows = []
    for article in chronicle.articles:
        dated = [e for e in article.evidence if e.fact == "published" and e.chosen]
        inferred = article.published_at is None and any(e.why for e in dated)
        rows.append(
            {
                "article": article,
                "events": counts[article.id],
                "inferred": inferred,
                "why": [e.why for e in dated if e.why],
                "of": shelf.articles.get(article.origin.of) if article.origin and article.origin.of else None,
            }
        )
    return sorted(rows, key=lambda row: (_published(row["article"]), row["article"].id))


def _published(article: Article) -> str:
    return article.published.edtf if article.published else "9999"


def pages_of(chronicle: Chronicle, shelf: Shelf) -> dict[str, PageView]:
    """Every page by its uri, those that could not be read as well, with what was left out of it."""
    left: dict[str, list[Dropped]] = {page.uri: [] for page in chronicle.pages}
    for drop in chronicle.drops:
        left.setdefault(drop.page, []).append(drop)
    views = {}
    for uri, drops in sorted(left.items()):
        placed = sorted(
            drops, key=lambda drop: (drop.span is not None, drop.span.start if drop.span else 0, drop.reason)
        )
        pieces = tuple(Piece(line=_line(d, shelf), reason=d.reason, detail=d.detail) for d in placed[:_SHOWN])
        views[uri] = PageView(uri=uri, count=len(drops), pieces=pieces)
    return views


def loose_pages(chronicle: Chronicle, pages: dict[str, PageView]) -> list[PageView]:
    """Pages that no article was made of."""
    used = {uri for article in chronicle.articles for uri in article.pages}
    return [page for uri, page in pages.items() if uri not in used]


def reasons_of(drops: Sequence[Dropped]) -> list[tuple[str, int]]:
    """How many pieces were left out for each reason, the commonest first."""
    return sorted(Counter(drop.reason for drop in drops).items(), key=lambda item: (-item[1], item[0]))


def _line(drop: Dropped, shelf: Shelf) -> int | None:
    return shelf.line(drop.page, drop.span.start)[0] if drop.span and drop.page in shelf.pages else None
