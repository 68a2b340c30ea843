"""Which lines of a page belong to its article: decided for all lines of a page together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .cues import Cue, cue_of
from .dates import Stamp, stamps_in
from .features import Looked, features_of
from .lines import Line, lines_of
from .model import judge_rows
from .repeats import repeats_of

LIMIT = 0.72
"""The probability above which a line belongs to the article; higher than even, as a strange line harms more than a missing one."""
_BESIDE = 0.3
"""The same for a whole sentence without a cue that stands right beside a line of the article."""
_ALONE = 0.2
"""The same for whole sentences on a page where no line reaches the limit: short news."""
_AT_ONCE = 400_000
"""Code points of the pages that are judged at once."""
_ENDS = re.compile(r"[.!?…。！？।][\"”’'»)\]]*$|[\"”»]$")


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with what was concluded about it.

    Attributes:
        line: the line. cue: why its words look like furniture, or None. stamps: dates stamped on it.
        likely: probability that it belongs to the article's text. body: whether it does.
        repeats: other pages of the pile on which it stands.
    """

    line: Line
    cue: Cue | None
    stamps: tuple[Stamp, ...]
    likely: float
    repeats: int
    body: bool


def judge(texts: Sequence[str]) -> Iterator[list[Judged]]:
    """The lines of each page with the judgement whether they belong to its article.

    Args:
        texts: `Page.text` of a pile; what stands on several of its pages tells furniture.
    """
    pages = [lines_of(text) for text in texts]
    repeats = repeats_of(pages)
    start = 0
    while start < len(pages):
        end, size = start, 0
        while end < len(pages) and (end == start or size < _AT_ONCE):
            size += len(texts[end])
            end += 1
        yield from _judge_some(pages[start:end], repeats[start:end])
        start = end


def ends_sentence(words: str) -> bool:
    """Whether a line ends as a sentence ends."""
    return _ENDS.search(words) is not None


def _judge_some(pages: Sequence[list[Line]], repeats: Sequence[list[int]]) -> Iterator[list[Judged]]:
    looked: list[Looked] = [
        (lines, [cue_of(line) for line in lines], [stamps_in(line.text) for line in lines], counts)
        for lines, counts in zip(pages, repeats, strict=True)
    ]
    rows, first = features_of(looked)
    likely = judge_rows(rows, first).tolist()
    for number, parts in enumerate(looked):
        chances = likely[int(first[number]) : int(first[number + 1])]
        yield [
            Judged(line, cue, stamps, chance, count, body)
            for line, cue, stamps, count, chance, body in zip(*parts, chances, _inside(parts, chances), strict=True)
        ]


def _inside(looked: Looked, chances: Sequence[float]) -> list[bool]:
    """Which lines belong to the article: the likely ones, and less likely sentences that continue them."""
    lines, cues, stamps, repeats = looked
    open_to = [
        cue is None and not any(stamp.bare for stamp in dates) and not count and ends_sentence(line.text)
        for line, cue, dates, count in zip(lines, cues, stamps, repeats, strict=True)
    ]
    kept = [chance > LIMIT for chance in chances]
    if not any(kept):
        return [chance > _ALONE and fit for chance, fit in zip(chances, open_to, strict=True)]
    for way in (range(1, len(kept)), range(len(kept) - 2, -1, -1)):
        step = -1 if way.step == 1 else 1
        for index in way:
            if not kept[index] and kept[index + step] and open_to[index] and chances[index] > _BESIDE:
                kept[index] = True
    return kept
