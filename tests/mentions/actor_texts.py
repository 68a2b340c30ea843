"""Small readings by hand for the tests of actors: a text, its sentences, and where needed the time each is told in."""

from __future__ import annotations

import re

from tidebook.mentions.actors import read_actors
from tidebook.records.articles import Article, BlockKind, Sentence
from tidebook.records.edtf import parse
from tidebook.records.mentions import ActorMention
from tidebook.records.readings import Reading, StoryTime
from tidebook.records.spans import Span


def reading_of(text: str, language: str = "id", told: str = "2024-06-20", published: str = "2024-06-20") -> Reading:
    """One paragraph in which every sentence is told in `told` (EDTF)."""
    spans = [
        Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\s].*?(?:(?<![A-Z])[.!?](?=\s+[A-Z“])|$)", text)
    ]
    sentences = tuple(
        Sentence(article="a", index=number, span=span, block=0, kind=BlockKind.PARAGRAPH)
        for number, span in enumerate(spans)
    )
    by = "published" if told == published else "paragraph"
    story = tuple(StoryTime(sentence=s.index, interval=parse(told), by=by) for s in sentences)
    article = Article(
        id="a",
        headline="",
        publisher=None,
        byline=None,
        dateline=None,
        published=parse(published),
        published_at=None,
        modified=None,
        language=language,
        section=None,
        canonical=None,
        text=text,
        blocks=(),
        pages=(),
        missing=(),
        credits=(),
        evidence=(),
    )
    return Reading(article=article, sentences=sentences, story=story)


def named(text: str, language: str = "id", told: str = "2024-06-20") -> dict[str, ActorMention]:
    """The mentions of a text by the words they cover; of equal words the last one stays."""
    return {m.span.cut(text): m for m in read_actors(reading_of(text, language, told))}


def codes(text: str, language: str = "id", told: str = "2024-06-20") -> dict[str, tuple[str, ...]]:
    """Words to codes; what is left open is written with a question mark before each candidate."""
    found = named(text, language, told)
    return {words: m.actors or tuple(f"?{code}" for code in m.candidates) for words, m in found.items()}
