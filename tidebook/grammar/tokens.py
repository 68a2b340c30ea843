"""Words of a text with their addresses; no word of any language is known here."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\w+(?:[’'\-]\w+)*|[^\w\s]", re.UNICODE)


class Token(NamedTuple):
    """A word (letters, digits, inner hyphens and apostrophes) or one mark of punctuation.

    Attributes:
        text: as written; lower: case-folded for look-up.
        start, end: code points, half-open, into the text that was cut up.
    """

    text: str
    lower: str
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of a stretch of text, in order, with offsets into the whole text."""
    return tuple(
        [
            Token(word := found[0], word.lower(), *found.span())
            for found in _TOKEN.finditer(text, start, len(text) if end is None else end)
        ]
    )
