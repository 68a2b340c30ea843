"""A text cut once into small tokens, kept as parallel lists because a page has a hundred thousand of them."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_", re.UNICODE)

GLUED, BLANK, BREAK = 0, 1, 2


class Tape:
    """Runs of digits, runs of letters and single marks, in order ("1950-an" is three tokens).

    Attributes:
        text: as it was given; folded: lower-cased without changing any offset.
        words: folded tokens; starts, ends: their code points, half-open.
        gaps: what stands before each: GLUED nothing, BLANK spaces or one line end, BREAK an empty line.
    """

    __slots__ = ("ends", "folded", "gaps", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        gaps: list[int] = []
        last = 0
        for found in _PIECE.finditer(self.folded):
            start, end = found.span()
            words.append(found[0])
            starts.append(start)
            ends.append(end)
            gaps.append(GLUED if start == last else BREAK if text.count("\n", last, start) > 1 else BLANK)
            last = end
        if gaps:
            gaps[0] = BREAK
        self.words, self.starts, self.ends, self.gaps = words, starts, ends, gaps

    def __len__(self) -> int:
        return len(self.words)

    def written(self, index: int) -> str:
        """A token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def glued_before(self, index: int) -> str:
        """The token that touches this one on its left, or "" where a space or the edge of the text does."""
        return self.words[index - 1] if index > 0 and self.gaps[index] == GLUED else ""

    def glued_after(self, index: int) -> str:
        """The token that touches this one on its right, or ""."""
        return self.words[index + 1] if index + 1 < len(self.words) and self.gaps[index + 1] == GLUED else ""


def fold(text: str) -> str:
    """Lower case with every code point at its old offset (a letter that would grow is left as it is)."""
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
