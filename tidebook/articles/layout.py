"""Many pages cut into lines side by side, so that what is counted is counted for all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Protocol

import numpy as np
import numpy.typing as npt

from .characters import BLANK, CLASS, EDGE, HIDDEN, kinds_of
from .lines import Line, fold, lower, whole

Places = npt.NDArray[np.int64]
_AT_ONCE = 120_000
"""Code points of the pages that are looked at together: few enough to stay in the processor's cache."""
_HALF_MASK, _HALF = 0xFFFFF800, 0xD800
"""What the code points of halves of characters have in common."""
_MARK, _NOTHING = "\ufeff", "\u200b"
"""A mark of byte order within a text is nothing to see; the other one lies among the characters that are told apart."""


class _New(Protocol):
    def __call__(self, kind: type[Line], fields: Iterable[object], /) -> Line: ...


_NEW_LINE: _New = tuple.__new__
"""Lines are made by the million: without the checks of `Line` itself."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines of several pages, one after another; a line is what stands between two line ends and is not blank.

    Attributes:
        text: the pages, joined by line ends. lowered: the same in lower case, character by character.
        codes, kinds: code point and kind of each character of `text`.
        first: index of the first line of each page, and behind the last page the number of lines.
        begin, end: where each line stands in `text`, without the blanks around it.
        lines: the same as records, with their places on their pages.
        hashes: of `Line.folded`, the same within one run of the program only.
    """

    text: str
    lowered: str
    codes: npt.NDArray[np.uint32]
    kinds: npt.NDArray[np.uint8]
    first: Places
    begin: Places
    end: Places
    lines: list[Line]
    hashes: Places

    def page(self, number: int) -> list[Line]:
        """The lines of one page."""
        return self.lines[int(self.first[number]) : int(self.first[number + 1])]


def chunks_of(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Texts in order, so many at once as are looked at together; at least one."""
    start = 0
    while start < len(texts):
        end, size = start, 0
        while end < len(texts) and (end == start or size + len(texts[end]) <= _AT_ONCE):
            size += len(texts[end])
            end += 1
        yield texts[start:end]
        start = end


def layout_of(texts: Sequence[str]) -> Layout:
    """The lines of the pages with these texts."""
    text = "\n".join(texts)
    codes = np.frombuffer(text.replace(_MARK, _NOTHING).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = kinds_of(codes)
    ends = np.append(np.flatnonzero(codes == 10), len(codes))
    heads = np.concatenate(([0], ends[:-1] + 1))
    seen = np.flatnonzero((kinds & HIDDEN) == 0)
    low, high = np.searchsorted(seen, heads), np.searchsorted(seen, ends)
    filled = np.flatnonzero(low < high)
    begin, end = seen[low[filled]], seen[high[filled] - 1] + 1
    sizes = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts)) + 1
    starts = np.cumsum(sizes) - sizes
    first = np.searchsorted(begin, np.append(starts, len(codes) + 1))
    opening = np.searchsorted(heads, starts)
    of_page = np.repeat(np.arange(len(texts)), np.diff(first))
    number = filled - opening[of_page] + 1
    gap = np.diff(filled, prepend=-1) - 1
    tops = first[:-1][np.diff(first) > 0]
    gap[tops] = number[tops] - 1
    lowered = lower(text)
    if ((codes & _HALF_MASK) == _HALF).any():
        lowered = whole(lowered)
    words = [text[a:b] for a, b in zip(begin.tolist(), end.tolist(), strict=True)]
    folded = _folded(text, lowered, codes, kinds, begin, end)
    offsets = (begin - starts[of_page]).tolist()
    fields = zip(number.tolist(), offsets, words, folded, gap.tolist(), strict=True)
    lines = list(map(_NEW_LINE, repeat(Line), fields))
    hashes = np.fromiter(map(hash, folded), dtype=np.int64, count=len(folded))
    return Layout(text, lowered, codes, kinds, first, begin, end, lines, hashes)


def _folded(
    text: str,
    lowered: str,
    codes: npt.NDArray[np.uint32],
    kinds: npt.NDArray[np.uint8],
    begin: Places,
    end: Places,
) -> list[str]:
    """The lines as they are compared; those with other blanks in them than single ones are joined anew."""
    plain = np.flatnonzero((kinds & (EDGE | HIDDEN)) == 0)
    low, high = np.searchsorted(plain, begin), np.searchsorted(plain, end)
    some = low < high
    at = np.minimum(low, max(0, len(plain) - 1))
    inner = np.where(some, plain[at] if len(plain) else begin, begin)
    outer = np.where(some, plain[np.maximum(high - 1, 0)] + 1 if len(plain) else end, end)
    folded = [lowered[a:b] for a, b in zip(inner.tolist(), outer.tolist(), strict=True)]
    blank = (kinds & CLASS) == BLANK
    odd = np.flatnonzero(blank[1:] & (blank[:-1] | (codes[1:] != 32))) + 1
    if len(odd) and len(begin):
        line = np.searchsorted(begin, odd, side="right") - 1
        inside = (line >= 0) & (odd < end[np.maximum(line, 0)])
        for index in np.unique(line[inside]).tolist():
            folded[index] = fold(text[int(begin[index]) : int(end[index])])
    return folded
