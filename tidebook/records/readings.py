"""All that is known of one article between being put together and being coded."""

from __future__ import annotations

from dataclasses import dataclass

from .articles import Article, Sentence
from .mentions import ActorMention, TimeMention
from .spans import Span
from .times import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTime:
    """The time that an undated clause of one sentence is told in.

    Attributes:
        sentence: `Sentence.index`.
        interval: every day it may mean; None where neither the story nor the date of publication says anything.
        by: ``sentence``, ``paragraph`` (its leading date), ``story`` (the last date told), ``published``, ``none``.
        mention: span of the time expression that decided, where one did.
    """

    sentence: int
    interval: Interval | None
    by: str
    mention: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article with what was found in it so far; each step of the story fills one more field.

    Attributes:
        article: the article; all spans of the other fields point into `Article.text`.
        sentences: in reading order. times, actors: sorted by span.
        story: one `StoryTime` per sentence, in the same order.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    times: tuple[TimeMention, ...] = ()
    story: tuple[StoryTime, ...] = ()
    actors: tuple[ActorMention, ...] = ()
