"""Articles as witnesses of days: what each sentence says, which days it names, whether it is about the subject."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

_WHOLLY = 0.25  # share of lines on the subject from which on an article counts in full
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence as a witness.

    Attributes:
        text: verbatim.
        words: its words that carry meaning, folded, in order; see `words_of`.
        days: proleptic ordinals (`date.toordinal`) of the days that it names to the day, sorted.
        opens: the day with which it begins ("20 April: ..."), or None.
        about: whether it names the subject of the story.
    """

    text: str
    words: tuple[str, ...]
    days: tuple[int, ...] = ()
    opens: int | None = None
    about: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One article as a witness.

    Attributes:
        origin: articles with one origin are one witness.
        published: ordinal of the day on which it came out; None where that is not known to the day.
        lines: its sentences in reading order.
    """

    origin: str
    published: int | None
    lines: tuple[Line, ...]

    @property
    def relevance(self) -> float:
        """How far it counts, 0 to 1: in full from a quarter of its lines on that are about the subject."""
        about = sum(line.about for line in self.lines)
        return min(1.0, about / (_WHOLLY * len(self.lines))) if about else 0.0


def words_of(text: str, small: Collection[str]) -> tuple[str, ...]:
    """The words of a sentence without case and without the small words of its language, in order."""
    return tuple(word for word in _WORD.findall(text.casefold()) if word not in small)
