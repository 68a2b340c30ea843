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
_BETWEEN = 0.12
"""The same for a line without a cue between two lines of the article, or one that carries on a series of entries."""
_ALONE = 0.2
"""The same for whole sentences on a page where no line reaches the limit: short news."""
_AT_ONCE = 400_000
"""Code points of the pages that are judged at once."""
_SERIES, _LEADING = 3, 50
"""Lines that make a series of entries; code points of a line that leads to a list."""
_ENTRY = re.compile(r"^\w[^.!?]{2,45}\s[–—-]\s+\w")
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
        cue is None and not any(stamp.bare for stamp in dates) and not count and _whole(line.text)
        for line, cue, dates, count in zip(lines, cues, stamps, repeats, strict=True)
    ]
    kept = [
        chance > LIMIT and not (cue is not None and _is_firm(line, cue))
        for chance, line, cue in zip(chances, lines, cues, strict=True)
    ]
    if not any(kept):
        return [chance > _ALONE and fit for chance, fit in zip(chances, open_to, strict=True)]
    entries = sum(kept[i] and _ENTRY.match(line.text) is not None for i, line in enumerate(lines))
    for way in (range(1, len(kept)), range(len(kept) - 2, -1, -1)):
        step = -1 if way.step == 1 else 1
        for index in way:
            if kept[index] or not kept[index + step] or not open_to[index]:
                continue
            between = 0 < index < len(kept) - 1 and kept[index - step]
            series = entries >= _SERIES and _ENTRY.match(lines[index].text) is not None
            kept[index] = chances[index] > (_BETWEEN if between or series else _BESIDE)
    return kept


def _is_firm(line: Line, cue: Cue) -> bool:
    """Whether a cue leaves no doubt: the line is nothing else, or it leads to another article as no sentence does."""
    return cue.how in ("whole", "patterns") or (cue.opens_one and not line.text.endswith("."))


def _whole(words: str) -> bool:
    """Whether a line is a sentence, or leads to what follows it."""
    return ends_sentence(words) or (words.endswith(":") and len(words) >= _LEADING)
