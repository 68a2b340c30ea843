"""Lines that stand on several pages of a pile: what a site repeats is not its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .lines import Line

_LONG = 100
_ALIKE = 0.5
"""The share of its paragraphs that a page has in common with its copy; copies of an article repeat the article too."""
_MANY = 12


def repeats_of(pages: Sequence[Sequence[Line]]) -> list[list[int]]:
    """For each line of each page on how many other pages it stands, pages that are copies of this one not counted."""
    where: dict[str, list[int]] = {}
    for number, lines in enumerate(pages):
        for folded in {line.folded for line in lines}:
            where.setdefault(folded, []).append(number)
    several = {folded: found for folded, found in where.items() if len(found) > 1}
    alike = _alike(pages, several)
    counts = []
    for number, lines in enumerate(pages):
        twins = alike.get(number)
        row = []
        for line in lines:
            found = several.get(line.folded)
            if found is None:
                row.append(0)
            else:
                row.append(len(found) - 1 - (sum(other in twins for other in found) if twins else 0))
        counts.append(row)
    return counts


def _alike(pages: Sequence[Sequence[Line]], several: dict[str, list[int]]) -> dict[int, set[int]]:
    """Pages that share most of their long lines with another one."""
    shared: Counter[tuple[int, int]] = Counter()
    prose = {line.folded for lines in pages for line in lines if _is_prose(line)}
    for folded, found in several.items():
        if len(found) <= _MANY and folded in prose:
            for i, one in enumerate(found):
                for other in found[i + 1 :]:
                    shared[one, other] += len(folded)
    totals = [sum(len(line.folded) for line in lines if _is_prose(line)) for lines in pages]
    twins: dict[int, set[int]] = {}
    for (one, other), length in shared.items():
        if length >= _ALIKE * min(totals[one], totals[other]):
            twins.setdefault(one, set()).add(other)
            twins.setdefault(other, set()).add(one)
    return twins


def _is_prose(line: Line) -> bool:
    """Whether a line is a paragraph; teasers, which end in an ellipsis, are not."""
    return (
        len(line.text) >= _LONG and line.text.endswith((".", "!", "?", "”", '"', "。")) and not line.text.endswith("..")
    )
