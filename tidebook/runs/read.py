"""Page by page through the story: what is read in one article, or in any text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from ..articles.dating import date_article
from ..articles.language import judge_language
from ..articles.sentences import sentences_of
from ..events.code import code
from ..knowledge.load import languages
from ..mentions.actors import read_actors
from ..mentions.anchors import tell_story
from ..mentions.times import read_times
from ..records.articles import Article, Block, BlockKind
from ..records.events import Report
from ..records.readings import Reading
from ..records.spans import Span
from ..records.times import Interval

Coder = Callable[[Reading], tuple[Report, ...]]
"""Says what the sentences of an article tell: the rules (`events.code.code`), or a model (`events.ask.ModelReader`)."""


def read_article(
    article: Article, extra_actors: Path | None = None, coder: Coder = code
) -> tuple[Reading, tuple[Report, ...]]:
    """Sentences, times, actors and reports of one article.

    An article without a stated date is first read as if it had none, and dated by what that reading proves
    (`date_article`); then its relative dates are counted from there. An article in a language that has no folder keeps its
    sentences, and nothing is read in them. One that is made up for fun, or that tells of a game, gives no reports.
    """
    if article.language.split("-")[0] not in languages():
        return Reading(article=article, sentences=sentences_of(article)), ()
    paragraphs = tuple(block.span for block in article.blocks)
    if article.published is None:
        article = date_article(article, read_times(article.text, article.language, None, paragraphs))
    sentences = sentences_of(article)
    times = read_times(article.text, article.language, article.published, paragraphs)
    story = tell_story(sentences, times, article.published)
    reading = Reading(article=article, sentences=sentences, times=times, story=story)
    mastheads = tuple(_datelines(article))
    actors = read_actors(reading, extra_actors)
    reading = replace(reading, actors=tuple(m for m in actors if not any(m.span.meets(line) for line in mastheads)))
    return reading, () if article.set_aside else coder(reading)


def _datelines(article: Article) -> Iterator[Span]:
    """Where the article says where it was filed: the place named there takes part in nothing."""
    for found in article.evidence:
        if found.fact != "dateline" or found.span is None:
            continue
        for block in article.blocks:
            if block.page == found.page and found.span.within(block.source):
                yield Span(start=block.span.start, end=block.span.start + found.span.end - block.source.start)


def read_text(
    text: str, published: Interval | None, language: str | None = None, coder: Coder = code
) -> tuple[Reading, tuple[Report, ...]]:
    """What is read in a bare text, each of its lines a paragraph; spans point into `Reading.article.text`.

    Args:
        text: any text; kept as it is, so that offsets are those of the caller.
        published: the day it was written, for relative dates; None leaves them undecided.
        language: BCP 47; judged from the text where left out.
        coder: who says what its sentences tell.
    """
    blocks, start = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped[0])
            span = Span(start=first, end=first + len(stripped))
            blocks.append(Block(kind=BlockKind.PARAGRAPH, span=span, page="-", source=span))
        start += len(line) + 1
    article = Article(
        id="a-text",
        headline="",
        publisher=None,
        byline=None,
        dateline=None,
        published=published,
        published_at=None,
        modified=None,
        language=language or judge_language(text),
        section=None,
        canonical=None,
        text=text,
        blocks=tuple(blocks),
        pages=("-",),
        missing=(),
        credits=(),
        evidence=(),
    )
    return read_article(article, None, coder)
