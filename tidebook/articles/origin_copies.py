"""Which articles copy which others, wholly or in part, within one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .origin_prints import Prints, Shingler, near_pairs, passage_pairs, winnowed

ALIKE = 0.32  # share of all shingles of two texts that both have, from which they are copies (resemblance)
HELD = 0.37  # share of the shorter text that stands in the longer one, from which it is a part of it (containment)


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles (by number) that go back to one text.

    Attributes:
        kind: ``copy``, ``part`` (the first is held by the second) or ``translation``.
        share: resemblance, containment or the share of the facts, 0 to 1. why: in words.
    """

    first: int
    second: int
    kind: str
    share: float
    why: str


def copies_of(texts: Sequence[str]) -> list[Link]:
    """Links between texts that are copies, and of each text without a copy to the one that holds most of it."""
    shingler = Shingler()
    prints: list[Prints] = []
    marks: list[Prints] = []
    for text in texts:
        in_order = shingler.in_order(text)
        prints.append(np.unique(in_order))
        marks.append(winnowed(in_order))
    pairs = sorted({*near_pairs(prints), *passage_pairs(marks)})
    links: list[Link] = []
    held: dict[int, tuple[float, int, int]] = {}
    for first, second in pairs:
        a, b = prints[first], prints[second]
        if not len(a) or not len(b):
            continue
        common = len(np.intersect1d(a, b, assume_unique=True))
        resemblance = common / (len(a) + len(b) - common)
        if resemblance >= ALIKE:
            links.append(
                Link(first, second, "copy", resemblance, f"{resemblance:.0%} of the wording of both is the same")
            )
            continue
        short, long = (first, second) if (len(a), texts[first]) <= (len(b), texts[second]) else (second, first)
        share = common / len(prints[short])
        if share >= HELD:
            best = held.get(short)
            rank = (share, -len(prints[long]), long)
            if best is None or rank[:2] > best[:2]:
                held[short] = rank
    copied = {number for link in links for number in (link.first, link.second)}
    for short, (share, _, long) in sorted(held.items()):
        if short not in copied:
            links.append(Link(short, long, "part", share, f"{share:.0%} of its wording stands in the longer text"))
    return links
