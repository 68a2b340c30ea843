"""Which line above the text is its headline."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from operator import mul

from ..knowledge.load import ROOT, read_table
from .furniture import Judged

WEIGHTS = ROOT / "headline.tsv"
FEATURES = (
    "told below", "words", "words squared", "stands twice", "above, log", "first of all", "bullet", "full stop", "question",
    "capitals", "blank before", "blank after", "date or byline soon", "furniture next", "candidate above", "candidate below",
    "sentence below", "likely body", "capitals only", "colon end", "opens the text again", "share of page above",
)  # fmt: skip
"""What a candidate is judged by; the weights are made by ``python -m benchmarks.pages_headline``."""
_TOLD = 2_500
"""Code points of paragraphs that are read for the words that a headline takes up."""
_REACH = 60
"""Lines above the first paragraph among which the headline is looked for."""
_SHORTEST, _LONGEST = 8, 250
_WORD = re.compile(r"[^\W\d_]{4,}")
_BULLETS = "•·*–—-▪►"


_FIELD = "   "
"""Blanks in a row: a field to fill in, or columns; no headline."""


def headline_of(lines: Sequence[Judged], first: int, paragraphs: Sequence[int]) -> int | None:
    """The index of the headline's line, or None where no line above the text can be one.

    Args:
        lines: of one page. first: index of the first line of the text. paragraphs: indexes of its paragraphs.
    """
    candidates, rows = candidates_of(lines, first, paragraphs)
    if not candidates:
        return None
    weights = _weights()
    scores = [sum(map(mul, weights, row)) for row in rows]
    best = candidates[max(range(len(scores)), key=lambda n: (scores[n], -candidates[n]))]
    folded = lines[best].line.folded
    return next(index for index in candidates if lines[index].line.folded == folded)


def candidates_of(
    lines: Sequence[Judged], first: int, paragraphs: Sequence[int]
) -> tuple[list[int], list[tuple[float, ...]]]:
    """The lines that may be the headline, with their features."""
    told: Counter[str] = Counter()
    read = 0
    for index in paragraphs[:15]:
        words = lines[index].line.text
        told.update(set(_WORD.findall(words[: _TOLD - read].lower())))
        read += len(words)
        if read >= _TOLD:
            break
    seen = Counter([judged.line.folded for judged in lines])
    found = [index for index in range(max(0, first - _REACH), first) if _may_be(lines[index])]
    known = set(found)
    heads = {lines[index].line.folded[:30] for index in paragraphs[:3]}
    rows = []
    for index in found:
        rows.append(_row(lines, index, first, told, seen, known, heads, found[0]))
    return found, rows


def _may_be(judged: Judged) -> bool:
    words = judged.line.text
    return (
        judged.cue is None
        and not any(stamp.bare for stamp in judged.stamps)
        and _SHORTEST <= len(words) <= _LONGEST
        and _FIELD not in words
        and not judged.caption
        and not judged.byline
    )


def _row(
    lines: Sequence[Judged],
    index: int,
    first: int,
    told: Counter[str],
    seen: Counter[str],
    known: set[int],
    heads: set[str],
    earliest: int,
) -> tuple[float, ...]:
    judged = lines[index]
    words = judged.line.text
    own = _WORD.findall(words.lower())
    soon = lines[index + 1 : index + 5]
    count = words.count(" ") + 1
    capitals = sum(map(str.isupper, [word[0] for word in words.split()])) / count
    return (
        sum([min(told[word], 3) for word in own]) / 3 / max(len(own), 3),
        min(count, 20) / 10,
        (min(count, 20) / 10) ** 2,
        float(seen[judged.line.folded] > 1),
        math.log1p(first - index) / 2,
        float(index == earliest),
        float(words[0] in _BULLETS),
        float(words.endswith(".")),
        float(words.endswith(("?", "!"))),
        capitals,
        float(judged.line.gap > 0),
        float(index + 1 < len(lines) and lines[index + 1].line.gap > 0),
        float(any(j.stamps or j.byline for j in soon)),
        float(bool(soon) and soon[0].cue is not None),
        float(index - 1 in known),
        float(index + 1 in known),
        float(bool(soon) and index + 1 < first and soon[0].ended),
        judged.likely,
        float(words.upper() == words),
        float(words.endswith(":")),
        float(judged.line.folded[:30] in heads),
        index / len(lines),
    )


@cache
def _weights() -> tuple[float, ...]:
    table = {row["feature"]: float(row["weight"]) for row in read_table(WEIGHTS)}
    return tuple(table[name] for name in FEATURES)
