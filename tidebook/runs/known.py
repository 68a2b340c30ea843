"""A book as it stood: what the pile could tell on a day in the past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..articles.origin import find_origins
from ..chronicle.tell import tell
from ..errors import PileError
from ..events.merge import merge
from ..records.articles import Article
from ..records.drops import Dropped
from ..stores.base import Book


def as_known_on(book: Book, day: date) -> Book:
    """The book that would have been made of the articles that were out by a day (the transaction time of SQL:2011).

    Nothing is read again: reports stand as they were coded, and whom they descend from, what is one event, the tide, its phases
    and the ties are concluded anew from those that were there. An article counts from the last day on which it may have been
    published; one that nothing dates is left out, since nobody can say that it was there. What is left out stands in the
    ledger of the book, by page, with the reason.

    Raises:
        PileError: no article of the book was surely out by then.
    """
    whole = book.chronicle
    out = tuple(article for article in whole.articles if _surely_out(article, day))
    if not out:
        earliest = min(
            (article.published.last for article in whole.articles if article.published and article.published.last),
            default=None,
        )
        hint = f"; the first came out by {earliest}" if earliest else ""
        raise PileError(f"no article of this book was surely out by {day}{hint}")
    kept = {article.id for article in out}
    known = find_origins(tuple(replace(article, origin=None) for article in out))
    reports = tuple(report for report in whole.reports if report.article in kept)
    late = [article for article in whole.articles if article.id not in kept]
    uris = {uri for article in late for uri in article.pages}
    told = tell(
        whole.dyad,
        tuple(page for page in whole.pages if page.uri not in uris),
        known,
        tuple(sentence for sentence in whole.sentences if sentence.article in kept),
        reports,
        merge(reports, known, whole.dyad),
        (*(drop for drop in whole.drops if drop.page not in uris), *(_not_out(article, day) for article in late)),
    )
    by_id = {article.id: article for article in known}
    readings = tuple(
        replace(reading, article=by_id[reading.article.id]) for reading in book.readings if reading.article.id in kept
    )
    return replace(book, chronicle=replace(told, names=whole.names), readings=readings)


def _surely_out(article: Article, day: date) -> bool:
    last = article.published.last if article.published is not None else None
    return last is not None and last <= day


def _not_out(article: Article, day: date) -> Dropped:
    if article.published is None or article.published.last is None:
        detail = f"nothing says that this article was out by {day}"
    else:
        detail = f"this article may have come out as late as {article.published.last}, after {day}"
    return Dropped(room="runs", page=article.pages[0], reason="not-yet-out", detail=detail)
