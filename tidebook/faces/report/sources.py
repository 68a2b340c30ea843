"""What was read, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ...records.articles import Article
from ...records.chronicles import Chronicle
from ...records.drops import Dropped
from ...records.events import Event
from ..shelf import Shelf

_SHOWN = 40
"""Pieces named for each reason; the book holds them all."""


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


def loose_pages(chronicle: Chronicle) -> list[str]:
    """Pages that no article was made of."""
    used = {uri for article in chronicle.articles for uri in article.pages}
    return [page.uri for page in chronicle.pages if page.uri not in used]


def drops_of(drops: Sequence[Dropped], shelf: Shelf) -> list[dict[str, Any]]:
    """What was left out by reason, the commonest first, each with some of its pieces."""
    by_reason: dict[str, list[Dropped]] = {}
    for drop in drops:
        by_reason.setdefault(drop.reason, []).append(drop)
    groups = []
    for reason, found in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        shown = [
            {
                "page": drop.page,
                "line": shelf.line(drop.page, drop.span.start)[0] if drop.span and drop.page in shelf.pages else None,
                "detail": drop.detail,
            }
            for drop in found[:_SHOWN]
        ]
        groups.append({"reason": reason, "count": len(found), "shown": shown, "more": len(found) - len(shown)})
    return groups
