"""Lines that stand on several pages of a pile: what a site repeats is not its article."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from .layout import Layout, Places

_LONG = 100
_ALIKE = 0.5
"""The share of its paragraphs that a page has in common with its copy; copies of an article repeat the article too."""
_MANY = 12


@dataclass(frozen=True, slots=True)
class Repeats:
    """The lines that stand on several pages of a pile.

    Attributes:
        lines, often: hash of each such line, in order, and on how many pages it stands.
        twins: for pages that are copies of others the lines of those others.
    """

    lines: Places
    often: Places
    twins: dict[int, list[frozenset[int]]]

    def of_layout(self, number: int, layout: Layout) -> Places:
        """For each line on how many other pages it stands, pages that are copies of its own not counted.

        Args:
            number: in the pile, of the first page of the layout.
        """
        if not len(self.lines):
            return np.zeros(len(layout.lines), dtype=np.int64)
        where = np.minimum(np.searchsorted(self.lines, layout.hashes), len(self.lines) - 1)
        found = np.where(self.lines[where] == layout.hashes, self.often[where] - 1, 0)
        for page in range(len(layout.first) - 1):
            for twin in self.twins.get(number + page, ()):
                start, end = int(layout.first[page]), int(layout.first[page + 1])
                found[start:end] -= [one in twin for one in layout.hashes[start:end].tolist()]
        return np.maximum(found, 0)


def repeats_in(layouts: Iterable[Layout]) -> Repeats:
    """What the pages of a pile, laid out in order, have in common."""
    pages: list[Places] = []
    prose: list[tuple[Places, Places]] = []
    for layout in layouts:
        length = layout.end - layout.begin
        long = np.flatnonzero(length >= _LONG)
        told = long[np.array([_is_prose(layout.lines[index].text) for index in long.tolist()], dtype=np.bool_)]
        cut = np.searchsorted(told, layout.first)
        for page, (start, end) in enumerate(itertools.pairwise(layout.first.tolist())):
            pages.append(np.unique(layout.hashes[start:end]))
            own = told[cut[page] : cut[page + 1]]
            prose.append((layout.hashes[own], length[own]))
    if not pages:
        return Repeats(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), {})
    lines, often = np.unique(np.concatenate(pages), return_counts=True)
    lines, often = lines[often > 1], often[often > 1]
    twins = _twins(prose, dict(zip(lines.tolist(), often.tolist(), strict=True)))
    known = {number: frozenset(pages[number].tolist()) for number in {n for found in twins.values() for n in found}}
    return Repeats(lines, often, {number: [known[other] for other in sorted(found)] for number, found in twins.items()})


def _twins(prose: Sequence[tuple[Places, Places]], often: dict[int, int]) -> dict[int, set[int]]:
    """Pages that share most of their long lines with another one."""
    where: dict[int, list[int]] = {}
    size: dict[int, int] = {}
    for number, (hashes, length) in enumerate(prose):
        for line, long in zip(hashes.tolist(), length.tolist(), strict=True):
            if 1 < often.get(line, 0) <= _MANY:
                where.setdefault(line, []).append(number)
                size[line] = long
    shared: dict[tuple[int, int], int] = {}
    for line, found in where.items():
        numbers = sorted(set(found))
        for i, one in enumerate(numbers):
            for other in numbers[i + 1 :]:
                shared[one, other] = shared.get((one, other), 0) + size[line]
    twins: dict[int, set[int]] = {}
    for (one, other), common in shared.items():
        if common >= _ALIKE * min(int(prose[one][1].sum()), int(prose[other][1].sum())):
            twins.setdefault(one, set()).add(other)
            twins.setdefault(other, set()).add(one)
    return twins


def _is_prose(words: str) -> bool:
    """Whether a line is a paragraph; teasers, which end in an ellipsis, are not."""
    return words.endswith((".", "!", "?", "”", '"', "。")) and not words.endswith("..")
