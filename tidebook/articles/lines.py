"""The lines of a page, as the judgement of furniture sees them."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.spans import Span

_EDGES = " \t•·▪►▶»«›‹*|>-–—_:.,;…[]()\"“”'‘’+~=#/\\✓✔→←!?"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad \t\r\u00a0"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page that is not blank.

    Attributes:
        number: of the line on the page, from 1.
        span: into `Page.text`, without the blanks around it. text: what stands there.
        folded: in lower case, with single blanks, without bullets and punctuation at its ends.
        gap: blank lines before it.
    """

    number: int
    span: Span
    text: str
    folded: str
    gap: int


def lines_of(text: str) -> list[Line]:
    """The lines of a page that hold anything visible."""
    found, start, gap = [], 0, 0
    for number, raw in enumerate(text.split("\n"), 1):
        words = raw.strip().strip(_INVISIBLE)
        if words:
            first = start + raw.index(words)
            found.append(Line(number, Span(start=first, end=first + len(words)), words, fold(words), gap))
            gap = 0
        else:
            gap += 1
        start += len(raw) + 1
    return found


def fold(words: str) -> str:
    """Words as they are compared: lower case, single blanks, no bullets or punctuation at the ends."""
    lowered = " ".join(words.lower().split())
    return lowered.strip(_EDGES) or lowered
