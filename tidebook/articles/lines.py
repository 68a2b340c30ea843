"""The lines of a page, as the judgement of furniture sees them."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..records.spans import Span

EDGES = " \t•·▪►▶»«›‹*|>-–—_:.,;…[]()\"“”'‘’+~=#/\\✓✔→←!?"
"""What is taken off the ends of a line before it is compared with others."""
_HALVES = re.compile("[\ud800-\udfff]")
_DOTTED = "\u0130"
"""The one letter that becomes two in lower case."""


class Line(NamedTuple):
    """One line of a page that is not blank.

    Attributes:
        number: of the line on the page, from 1.
        start: where it begins in `Page.text`, without the blanks before it. text: what stands there.
        folded: in lower case, with single blanks, without bullets and punctuation at its ends.
        gap: blank lines before it.
    """

    number: int
    start: int
    text: str
    folded: str
    gap: int

    @property
    def span(self) -> Span:
        """Where it stands in `Page.text`, without the blanks around it."""
        return Span(start=self.start, end=self.start + len(self.text))


def lower(text: str) -> str:
    """A text in lower case, character by character."""
    return text.replace(_DOTTED, "I").lower()


def whole(text: str) -> str:
    """A text without halves of characters (surrogates), which no search takes; character by character."""
    return _HALVES.sub("\ufffd", text)


def fold(words: str) -> str:
    """Words as they are compared: lower case, single blanks, no bullets or punctuation at the ends."""
    lowered = " ".join(words.lower().split())
    return lowered.strip(EDGES) or lowered
