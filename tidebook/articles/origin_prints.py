"""Fingerprints of texts: shingles of words, MinHash in bands, winnowed passages.

Broder (1997), "On the resemblance and containment of documents"; Schleimer, Wilkerson and Aiken (2003), "Winnowing: local
algorithms for document fingerprinting", SIGMOD. Hashes come from SHA-256 and arithmetic modulo 2**64, so that every machine
and every run gives the same.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from ..records.articles import Article, BlockKind

Prints = NDArray[np.uint64]

SHINGLE = 5  # words
_LETTERS = 12  # code points of a shingle where words are not set apart by spaces
_BANDS, _ROWS = 40, 3
_WINDOW = 6  # of shingles from which winnowing keeps one
_CROWD = 12  # texts that share a fingerprint from which it is furniture, or a common phrase
_CHAINED = 40  # texts in one bucket from which they are paired in a chain
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"\w+")
_BODY = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.ENTRY)


def body_of(article: Article) -> str:
    """What the newsroom told, without headlines and captions; all of the text where there is nothing else."""
    body = "\n".join(block.span.cut(article.text) for block in article.blocks if block.kind in _BODY)
    return body or article.text


class Shingler:
    """Texts to sorted, distinct hashes of their shingles; remembers the hash of every word."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}

    def prints(self, text: str) -> Prints:
        """Sorted hashes of the shingles of a text; of the whole text where it is shorter than one shingle."""
        found: Prints = np.unique(self.in_order(text))
        return found

    def in_order(self, text: str) -> Prints:
        """Hashes of the shingles in the order of the text."""
        words: Sequence[str] = _WORD.findall(text.casefold())
        size = SHINGLE
        if words and sum(map(len, words)) > 14 * len(words):  # no spaces between words
            words, size = "".join(words), _LETTERS
        known = self._words
        codes = np.fromiter(
            (known[w] if w in known else self._learn(w) for w in words), dtype=np.uint64, count=len(words)
        )
        size = min(size, len(codes))
        if not size:
            return codes
        total = np.zeros(len(codes) - size + 1, dtype=np.uint64)
        for i in range(size):
            total = total * _MULTIPLIER + codes[i : len(codes) - size + 1 + i]
        return _mix(total)

    def _learn(self, word: str) -> int:
        code = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
        self._words[word] = code
        return code


def _mix(values: Prints) -> Prints:
    """Spreads the bits (the finaliser of SplitMix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def winnowed(in_order: Prints) -> Prints:
    """The smallest of every window of consecutive shingles: any passage as long as a window and a shingle leaves one."""
    if len(in_order) <= _WINDOW:
        return np.unique(in_order)
    windows = np.lib.stride_tricks.sliding_window_view(in_order, _WINDOW)
    return np.unique(windows.min(axis=1))


def near_pairs(prints: Sequence[Prints]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that MinHash bands hold to be alike, each pair once, in order."""
    count = _BANDS * _ROWS
    seeds = _mix(np.arange(1, count + 1, dtype=np.uint64))
    buckets: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, shingles in enumerate(prints):
        if not len(shingles):
            continue
        least = _mix(shingles[None, :] ^ seeds[:, None]).min(axis=1)
        bands = least.reshape(_BANDS, _ROWS)
        keys = bands[:, 0] * _MULTIPLIER + bands[:, 1] * np.uint64(3) + _mix(bands[:, 2])
        for band, key in enumerate(keys):
            buckets[band, int(key)].append(number)
    yield from _pairs_of(buckets.values())


def passage_pairs(marks: Sequence[Prints]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that share a winnowed passage which few others have, each pair once, in order."""
    shelves: dict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(marks):
        for mark in found.tolist():
            shelves[mark].append(number)
    yield from _pairs_of(shelf for shelf in shelves.values() if len(shelf) <= _CROWD)


def _pairs_of(shelves: Iterable[list[int]]) -> Iterator[tuple[int, int]]:
    seen: set[tuple[int, int]] = set()
    for shelf in shelves:
        # of a crowd of copies a chain is enough to find them all
        seen.update(combinations(shelf, 2) if len(shelf) <= _CHAINED else pairwise(shelf))
    yield from sorted(seen)
