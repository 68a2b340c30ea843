"""The reading order of the pages of one article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, permutations

from ..records.articles import BlockKind
from .body import Reading
from .furniture import ends_sentence
from .paging import Part

_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+\S")
_RUN = re.compile(r"(?<!\w)[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)*")
_DEFINED = re.compile(r"\(([A-Z][\w-]{1,9})\)")
_WORD = re.compile(r"[^\W\d_]{5,}")
_MOST = 6
"""Pages of which all orders are tried."""
_NAMED, _NEAR, _HEAD = 1.0, 0.4, 1.5


def in_order(parts: Sequence[Part]) -> list[Part]:
    """Pages in reading order: by the numbers they state, else by numbered headings, else as the text runs.

    The text says it in three ways: a page that introduces a name in full comes before those that use its short form, the first
    words of a page take up the last of the one before, and only the first page has captions, subtitles and a dateline above its text.
    """
    if all(part.number for part in parts):
        return sorted(parts, key=lambda part: (part.number or 0, part.reading.page.uri))
    counted = [numbers_of(part.reading) for part in parts]
    if any(counted) and sum(map(bool, counted)) >= len(parts) - 1:
        keys = [(found[0] if found else 0, part.reading.page.uri) for found, part in zip(counted, parts, strict=True)]
        if len({key[0] for key in keys}) == len(keys):
            return [part for _, part in sorted(zip(keys, parts, strict=True), key=lambda pair: pair[0])]
    ordered = sorted(parts, key=lambda part: part.reading.page.uri)
    if len(ordered) > _MOST:
        return ordered
    texts = [_Text(part) for part in ordered]
    rare = Counter(word for text in texts for paragraph in text.paragraphs for word in set(_words(paragraph)))
    before = [[_precedes(one, other) for other in texts] for one in texts]
    next_to = [[_NEAR * _takes_up(one, other, rare) for other in texts] for one in texts]
    heads = [_HEAD * text.head for text in texts]
    best = max(
        permutations(range(len(ordered))),
        key=lambda order: (
            heads[order[0]]
            + sum(next_to[a][b] for a, b in pairwise(order))
            + sum(before[a][b] for i, a in enumerate(order) for b in order[i + 1 :])
        ),
    )
    return [ordered[index] for index in best]


def numbers_of(reading: Reading) -> list[int]:
    """The numbers of a page's numbered headings and items, in order."""
    found = (_NUMBER.match(piece.line.text) for piece in reading.pieces if piece.kind is not BlockKind.CAPTION)
    return [int(match.group(1)) for match in found if match is not None]


class _Text:
    """The running text of one page with the names it introduces and uses."""

    def __init__(self, part: Part) -> None:
        reading = part.reading
        self.paragraphs = [p.line.text for p in reading.pieces if p.kind is not BlockKind.CAPTION]
        whole = "\n".join(self.paragraphs)
        runs = [match.group().split() for match in _RUN.finditer(whole)]
        self.full: set[str] = set()
        self.short: set[str] = set()
        for run in runs:
            name = _bare(run[-1])
            if name not in self.full and name not in self.short and len(name) > 2:
                (self.full if len(run) > 1 else self.short).add(name)
        self.full |= set(_DEFINED.findall(whole))
        title = reading.headline if reading.headline is not None else max(0, reading.first - 1)
        captions = sum(p.kind is BlockKind.CAPTION for p in reading.pieces)
        above = sum(1 for judged in reading.lines[title + 1 : reading.first] if len(judged.line.text) > 8)
        self.head = min(above, 4) + min(captions, 2) + 4.0 * (part.facts.dateline is not None)
        if self.paragraphs and self.paragraphs[0][:1].islower():
            self.head -= 5
        elif self.paragraphs and self.paragraphs[0][:1] in "\"“‘'":
            self.head -= 1
        self.unfinished = bool(self.paragraphs) and not ends_sentence(self.paragraphs[-1])


def _bare(name: str) -> str:
    """A name without its possessive."""
    return name.rstrip(".").removesuffix("'s").removesuffix("’s")


def _precedes(one: _Text, other: _Text) -> float:
    return _NAMED * (len(one.full & other.short) - len(other.full & one.short))


def _takes_up(one: _Text, other: _Text, rare: Counter[str]) -> float:
    """How much the beginning of one page shares with the end of another in words that are rare in the article."""
    last = {word for paragraph in one.paragraphs[-2:] for word in _words(paragraph)}
    first = {word for paragraph in other.paragraphs[:2] for word in _words(paragraph)}
    shared = sum(1.0 / rare[word] for word in last & first if rare[word] <= 6)
    return min(shared, 4.0) + (
        8.0 if one.unfinished and other.paragraphs and other.paragraphs[0][:1].islower() else 0.0
    )


def _words(paragraph: str) -> list[str]:
    return _WORD.findall(paragraph.lower())
