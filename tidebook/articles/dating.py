"""When an article was written, where no line says so: what its own words prove."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from ..knowledge.load import languages, of_language
from ..records.articles import Article, BlockKind, Evidence
from ..records.mentions import TimeMention
from ..records.times import Grain, Interval, on

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
    told_of: list[tuple[date, TimeMention]] = sorted(
        (
            (time.interval.start, time)
            for time in times
            if time.interval is not None
            and time.interval.start is not None
            and time.interval.grain is Grain.DAY
            and time.interval.days == 1
            and not _lies_ahead(article, time)
        ),
        key=lambda pair: (pair[0], -pair[1].span.start),
    )
    if not told_of:
        return article
    latest, told = told_of[-1]
    lead = [pair for pair in told_of if _in_lead(article, pair[1])]
    if lead and latest - lead[-1][0] <= timedelta(days=1):
        day, told = lead[-1]
        interval = on(day.year, day.month, day.day).hedged(approximate=True)
        why = "the lead tells the news of this day, and nothing in the text is later"
    else:
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
