"""HTML pages with gold bodies as the model of elements sees them: which lines the gold holds, and features."""

from __future__ import annotations

import collections
import hashlib
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from tidebook.articles.element_names import NameScale, name_words
from tidebook.articles.furniture import Looked, look_at
from tidebook.articles.html_features import element_features
from tidebook.articles.layout import chunks_of, layout_of
from tidebook.articles.repeats import repeats_in
from tidebook.pages.html import read_html
from tidebook.records.pages import Page

LEAST_SITES = 5
"""Sites on which a word of a name must stand to be weighed."""
_PER_SITE = 3
_WORD = re.compile(r"\w+")
_RUN, _COVERED, _SHORT = 4, 0.5, 8
_FLOOR, _HEAVIEST = 30.0, 0.3
"""Words of the shortest article, as pages are weighed; the most that one line weighs of its page."""


def fold_of(site: str, folds: int, salt: str = "") -> int:
    """Which of some folds a site belongs to."""
    return int(hashlib.sha256((salt + site).encode()).hexdigest(), 16) % folds


def html_pages(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Page]]:
    """Rows with their pages; what cannot be read is passed over."""
    for row in rows:
        page = read_html(row["raw"], row["id"])
        if isinstance(page, Page):
            yield row, page


def looked_pages(pages: Sequence[Page]) -> Iterator[tuple[Looked, int]]:
    """Pages of one pile as they are looked at, with how many there are in each part."""
    texts = [page.text for page in pages]
    layouts = [layout_of(chunk) for chunk in chunks_of(texts)]
    for part in look_at(layouts, repeats_in(layouts)):
        yield part, len(part.layout.first) - 1


def labels_of(texts: Sequence[str], body: str) -> list[int]:
    """For each line 1 where the gold body holds it, else 0.

    A line of four words or more is held where half of its words stand in runs of four that the body has; shorter ones where they go
    on from such a line, or are lines of the body between such lines. What stands oftener on the page than in the body is held where
    it stands nearest to the rest.
    """
    gold = _WORD.findall(body)
    runs: dict[tuple[str, ...], list[int]] = collections.defaultdict(list)
    for at in range(len(gold) - _RUN + 1):
        runs[tuple(gold[at : at + _RUN])].append(at)
    words = [_WORD.findall(text) for text in texts]
    held = [0] * len(texts)
    start: list[int | None] = [None] * len(texts)
    end: list[int | None] = [None] * len(texts)
    for line, own in enumerate(words):
        hits = [(at, runs[run]) for at in range(len(own) - _RUN + 1) if (run := tuple(own[at : at + _RUN])) in runs]
        covered = {at + step for at, _ in hits for step in range(_RUN)}
        if hits and len(covered) >= _COVERED * len(own):
            held[line] = 1
            start[line], end[line] = hits[0][1][0] - hits[0][0], hits[-1][1][-1] + len(own) - hits[-1][0]
    _once(words, held, start, end, runs)
    for way in (1, -1):
        _go_on(words, held, start, end, gold, way)
    inside = [line for line in range(len(texts)) if held[line]]
    if inside:
        lines = collections.Counter(tuple(_WORD.findall(line)) for line in body.split("\n"))
        lines.subtract(tuple(words[line]) for line in inside)
        for line in range(inside[0], inside[-1]):
            own = words[line]
            if not held[line] and 0 < len(own) < _RUN and lines[tuple(own)] > 0:
                held[line] = 1
                lines[tuple(own)] -= 1
    return held


def _once(words: Any, held: Any, start: Any, end: Any, runs: Any) -> None:
    same: dict[tuple[str, ...], list[int]] = collections.defaultdict(list)
    for line, own in enumerate(words):
        if held[line]:
            same[tuple(own)].append(line)
    alone = [lines[0] for lines in same.values() if len(lines) == 1]
    for own, lines in same.items():
        if len(lines) > 1 and alone:
            most = max(1, len(runs.get(own[:_RUN], ())))
            for line in sorted(lines, key=lambda line: min(abs(line - other) for other in alone))[most:]:
                held[line], start[line], end[line] = 0, None, None


def _go_on(words: Any, held: Any, start: Any, end: Any, gold: list[str], way: int) -> None:
    at: int | None = None
    for line in range(len(words))[::way]:
        own = words[line]
        if held[line]:
            at = end[line] if way == 1 else start[line]
        elif own and len(own) < _SHORT and at is not None:
            low = at if way == 1 else at - len(own)
            if low >= 0 and gold[low : low + len(own)] == own:
                held[line], start[line], end[line] = 1, low, low + len(own)
                at = end[line] if way == 1 else low


def name_leanings(samples: Sequence[tuple[str, Page, Sequence[int], Sequence[int]]]) -> dict[str, float]:
    """Log odds of words of names to stand around lines of an article rather than around others; each page is a share, each site a few.

    Args:
        samples: site, page, its lines' numbers, their labels.
    """
    seen: dict[str, list[float]] = collections.defaultdict(lambda: [0.0, 0.0])
    sites: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for site, page, numbers, held in samples:
        counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
        for number, label in zip(numbers, held, strict=True):
            for name in page.elements[number - 1].names:
                for word in name_words(name):
                    counts[word][label] += 1
        for word, (out, inside) in counts.items():
            if sites[word][site] < _PER_SITE:
                sites[word][site] += 1
                seen[word][0] += out / (out + inside)
                seen[word][1] += inside / (out + inside)
    return {
        word: round(math.log((seen[word][1] + 0.5) / (seen[word][0] + 0.5)), 2)
        for word in sorted(sites)
        if len(sites[word]) >= LEAST_SITES
    }


def page_sample(row: Mapping[str, Any], page: Page, part: Looked, number: int, scale: NameScale) -> dict[str, Any]:
    """One page as the training takes it: features, labels, weights of lines, groups."""
    first, last = int(part.layout.first[number]), int(part.layout.first[number + 1])
    lines = part.layout.lines[first:last]
    own, groups = element_features(page, lines, part.marks.ended[first:last].tolist(), scale)
    texts = [line.text for line in lines]
    y = np.array(labels_of(texts, row["body"]), dtype=np.float32)
    words = np.array([len(_WORD.findall(text)) for text in texts], dtype=np.float32)
    weight = np.minimum((words + 1.5) / max(_FLOOR, float((words * y).sum())), _HEAVIEST)
    return {
        "id": row["id"], "site": row["site"], "row": row, "texts": texts, "y": y, "weight": weight.astype(np.float32),
        "x": np.concatenate([part.features[first:last], own], axis=1), "groups": groups,
    }  # fmt: skip
