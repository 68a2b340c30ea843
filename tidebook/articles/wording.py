"""The words of many pages as numbers, so that they are looked up all at once.

A word is a run of letters and digits, capital and small letters being the same. Its number is a polynomial over its characters
modulo 2**64 with the bits spread; two of a hundred thousand words share one in a run of a few thousand million.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from .characters import CLASS, DIGIT, prints_of, spread
from .layout import Layout, Places, layout_of

Prints = npt.NDArray[np.uint64]
_BASE = 0x5851F42D4C957F2D
_PAIR = np.uint64(0xDA942042E4DD58B5)
_KEPT = 1 << 18


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a layout.

    Attributes:
        line: index of the line of each word. begin, end: where it stands in `Layout.text`.
        prints: its number. pairs: the number of it and the word behind it; `paired` says whether that is on the same line.
    """

    line: Places
    begin: Places
    end: Places
    prints: Prints
    pairs: Prints
    paired: npt.NDArray[np.bool_]


def wording_of(layout: Layout) -> Wording:
    """The words of all lines, in order."""
    inside = np.zeros(len(layout.kinds) + 2, dtype=np.bool_)
    np.less_equal(layout.kinds & CLASS, DIGIT, out=inside[1:-1])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    begin, end = edges[0::2], edges[1::2]
    ahead = np.searchsorted(begin, layout.begin)
    line = np.repeat(np.arange(len(layout.begin)), np.diff(ahead, append=len(begin)))
    powers, inverse = _powers(len(layout.codes))
    total = np.zeros(len(layout.codes) + 1, dtype=np.uint64)
    np.cumsum(prints_of(layout.codes) * powers, out=total[1:])
    prints = spread((total[end] - total[begin]) * inverse[begin])
    pairs = np.zeros_like(prints)
    pairs[:-1] = prints[:-1] * _PAIR + prints[1:]
    paired = np.zeros(len(line), dtype=np.bool_)
    paired[:-1] = line[1:] == line[:-1]
    return Wording(line, begin, end, prints, pairs, paired)


class Vocabulary:
    """Words, or pairs of words divided by a blank, that are told by their numbers.

    Several shelves of slots: a number that finds its slot taken goes to the next shelf.
    """

    def __init__(self, words: Sequence[str], together: int = 1) -> None:
        """Takes the words, or the pairs of them (`together` 2); what is no such thing is never found."""
        self._size = len(words)
        self._shelves: list[tuple[np.uint64, Prints, npt.NDArray[np.int32]]] = []
        layout = layout_of(["\n".join(words)])
        found = wording_of(layout)
        own = np.array([line.number - 1 for line in layout.lines], dtype=np.int32)
        count = np.bincount(found.line, minlength=len(own))
        heads = np.cumsum(count) - count
        fit = np.flatnonzero(count == together)
        numbers = (found.prints if together == 1 else found.pairs)[heads[fit]]
        numbers, chosen = np.unique(numbers, return_index=True)
        owners = own[fit[chosen]]
        bits = max(8, (4 * len(words)).bit_length())
        shift = 64 - bits
        while len(numbers):
            slots = ((numbers >> np.uint64(shift)) & np.uint64((1 << bits) - 1)).astype(np.int64)
            _, placed = np.unique(slots, return_index=True)
            keys = np.zeros(1 << bits, dtype=np.uint64)
            values = np.full(1 << bits, self._size, dtype=np.int32)
            keys[slots[placed]], values[slots[placed]] = numbers[placed], owners[placed]
            self._shelves.append((np.uint64(shift), keys, values))
            numbers, owners = np.delete(numbers, placed), np.delete(owners, placed)
            shift -= 5

    def find(self, numbers: Prints) -> npt.NDArray[np.int32]:
        """The index of each word in the words of this vocabulary; their count for one that it does not hold."""
        found = np.full(len(numbers), self._size, dtype=np.int32)
        for shift, keys, values in self._shelves:
            slots = ((numbers >> shift) & np.uint64(len(keys) - 1)).astype(np.int64)
            hits = np.flatnonzero(keys[slots] == numbers)
            found[hits] = values[slots[hits]]
        return found


def _powers(size: int) -> tuple[Prints, Prints]:
    if size <= _KEPT:
        powers, inverse = _kept()
        return powers[:size], inverse[:size]
    return _made(size)


@cache
def _kept() -> tuple[Prints, Prints]:
    return _made(_KEPT)


def _made(size: int) -> tuple[Prints, Prints]:
    """The powers of the base and those of its inverse, modulo 2**64."""
    inverse = pow(_BASE, -1, 1 << 64)
    tables = []
    for base in (_BASE, inverse):
        table = np.full(size, base, dtype=np.uint64)
        table[0] = 1
        tables.append(np.cumprod(table, dtype=np.uint64))
    return tables[0], tables[1]
