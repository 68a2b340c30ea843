"""When an article was written, where no line says so: what its own words prove."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

from ..knowledge.load import languages, of_language
from ..records.articles import Article, BlockKind, Evidence
from ..records.mentions import TimeMention
from ..records.times import Grain, Interval

_LEAD = 2
"""Paragraphs that tell the news of the day, not its history."""
_AHEAD = re.compile(r"[^.!?…]*\Z")


def date_article(article: Article, times: Sequence[TimeMention]) -> Article:
    """The article with a date inferred from what its text says, or as it was where a line dates it or nothing is proved.

    A day that the lead tells of as past is the news of the day: the article is of about that day (``2024-06-19~``). Else no
    article is older than the last day it tells of as past: an interval open to the future (``2024-06-19/..``).

    Args:
        article: put together from its pages; `published` is None where no line states it.
        times: time expressions over `Article.text`, read without a date of publication.
    """
    if article.published is not None:
        return article
    days = [
        time
        for time in times
        if time.interval is not None
        and time.interval.grain is Grain.DAY
        and time.interval.days == 1
        and not _lies_ahead(article, time)
    ]
    if not days:
        return article
    last = max(days, key=lambda time: (time.interval.start, -time.span.start))  # type: ignore[union-attr, return-value, arg-type]
    assert last.interval is not None
    assert last.interval.start is not None
    latest = last.interval.start
    lead = [time for time in days if _in_lead(article, time) and time.interval and time.interval.start]
    newest = max((t.interval.start for t in lead if t.interval and t.interval.start), default=None)
    if newest is not None and latest - newest <= timedelta(days=1):
        told = next(t for t in lead if t.interval and t.interval.start == newest)
        interval = told.interval.hedged(approximate=True)  # type: ignore[union-attr]
        why = "the lead tells the news of this day, and nothing in the text is later"
    else:
        told = last
        interval = Interval(start=latest, end=None, grain=Grain.DAY)
        why = "the text tells of this day as past, so it was not written before it"
    address = article.address(told.span)
    evidence = Evidence(
        fact="published",
        value=interval.edtf,
        rule="inferred-from-text",
        why=f"{why}: “{address.quote.exact}”",
        page=address.page,
        span=address.span,
    )
    return replace(article, published=interval, evidence=(*article.evidence, evidence))


def _in_lead(article: Article, time: TimeMention) -> bool:
    block = article.block_at(time.span.start)
    seen = 0
    for candidate in article.blocks:
        if candidate.kind is BlockKind.PARAGRAPH:
            seen += 1
        if candidate is block:
            return candidate.kind is BlockKind.PARAGRAPH and seen <= _LEAD
    return False


def _lies_ahead(article: Article, time: TimeMention) -> bool:
    """Whether words of the same clause before the date say that it is still to come."""
    block = article.block_at(time.span.start)
    before = _AHEAD.search(article.text, block.span.start, time.span.start)
    return before is not None and _future().search(before.group().lower()) is not None


@cache
def _future() -> re.Pattern[str]:
    words = {word for code in languages() for word in of_language(code, "language.yaml").get("future", ())}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)")
