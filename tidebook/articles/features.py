"""What the judgement of lines looks at: layout, marks, small words, known phrases, position and repetition.

Every feature is a number of about -1 to 3 that can be read off the page (and the pile) alone; none knows a language by name.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from ..knowledge.load import ROOT, languages, of_language, read_table
from .batch import ASK, BLANK, BULLET, COMMA, DIGIT, LETTER, LOWER, PUNCTUATION, QUOTE, STOP, UPPER, Array, batch_of
from .captions import is_caption
from .cues import Cue
from .datelines import dateline_of
from .dates import Stamp
from .lines import Line
from .names import is_byline

REASONS = (
    "related-item", "age", "login-form", "share", "advert", "legal", "comments", "tags", "navigation", "paging-line", "newsletter",
    "outlet",
)  # fmt: skip
"""The kinds of known phrases, in the order of their features."""
_MARKS, _SMALL = 14, 8
PHRASES = slice(-_MARKS - len(REASONS) - 4, -_MARKS)
"""The features that rest on phrases written down for single languages."""
_AWAY = -0.7
SHORTEST_LEANING = 40
"""Code points in the shortest line whose words are weighed; what shorter ones are, their shape tells."""
LEANINGS = ROOT / "line_words.tsv"
_PUNCTUATION = ".,:;!?\"'“”‘’()[]…«»„|•·-–—"
_LENGTHS = (12, 25, 45, 70, 110, 180, 320)
_LONG, _SHORTEST_LEAD = 100, 50
Looked = tuple[Sequence[Line], Sequence[Cue | None], Sequence[tuple[Stamp, ...]], Sequence[int]]
"""A page as it is looked at: lines, their cues, their stamps, and on how many other pages of the pile each line stands."""


def features_of(
    pages: Sequence[Looked], leaning: Mapping[str, float] | None = None
) -> tuple[Array, npt.NDArray[np.int64]]:
    """One row of features per line of all pages, and the index of the first line of each page (and behind the last)."""
    batch = batch_of([[line.text for line in lines] for lines, _, _, _ in pages])
    rows = len(batch.length)
    length, counts, first = batch.length, batch.counts, batch.first
    words = counts[:, BLANK] + 1
    letters = counts[:, UPPER] + counts[:, LOWER] + counts[:, LETTER]
    some = np.maximum(length, 1)
    small = np.zeros((rows, _SMALL), dtype=np.float32)
    known = np.zeros((rows, len(REASONS) + 4), dtype=np.float32)
    marks = np.zeros((rows, _MARKS), dtype=np.float32)
    at = 0
    for lines, cues, stamps, repeats in pages:
        _look(lines, cues, stamps, repeats, small[at:], known[at:], marks[at:], leaning or leanings())
        at += len(lines)
    page = np.repeat(np.arange(len(pages)), np.diff(first))
    place = np.arange(rows) - first[page]
    size = np.diff(first)[page]
    before = np.concatenate(([0.0], np.cumsum(length)))
    total = (before[first[1:]] - before[first[:-1]])[page]
    sentence = np.isin(batch.closing, (STOP, ASK, QUOTE))
    prose = np.where(sentence & (length >= _LONG), length, 0)
    told = np.concatenate(([0.0], np.cumsum(prose)))
    columns = [
        np.log1p(length) / 5,
        *(length > bound for bound in _LENGTHS),
        np.log1p(words) / 4,
        letters / words / 6,
        counts[:, UPPER] / some * 4,
        counts[:, LETTER] / some,
        counts[:, DIGIT] / some * 2,
        counts[:, PUNCTUATION] / some * 5,
        counts[:, BULLET] / some * 5,
        counts[:, STOP] / words * 2,
        counts[:, COMMA] / words * 4,
        np.minimum(counts[:, COMMA], 4) / 2,
        np.minimum(counts[:, STOP], 4) / 2,
        np.minimum(counts[:, QUOTE], 4) / 2,
        counts[:, ASK] > 0,
        batch.capitals / words,
        batch.opening == UPPER,
        batch.opening == LOWER,
        batch.opening == DIGIT,
        batch.opening == BULLET,
        batch.opening == QUOTE,
        batch.closing == STOP,
        batch.closing == ASK,
        batch.closing == QUOTE,
        batch.closing == COMMA,
        batch.closing == BULLET,
        batch.closing == DIGIT,
        np.isin(batch.closing, (UPPER, LOWER, LETTER)),
        place / np.maximum(size, 1),
        np.log1p(place) / 4,
        np.log1p(size - 1 - place) / 4,
        (before[:-1] - before[first[page]]) / np.maximum(total, 1),
        (told[:-1] - told[first[page]]) / np.maximum(total, 1),
        (told[first[1:]][page] - told[1:]) / np.maximum(total, 1),
        np.log1p(size) / 5,
        np.log1p(total) / 8,
        (told[first[1:]] - told[first[:-1]])[page] / np.maximum(total, 1),
    ]
    return np.concatenate([np.stack(columns, axis=1).astype(np.float32), small, known, marks], axis=1), first


def _look(
    lines: Sequence[Line],
    cues: Sequence[Cue | None],
    stamps: Sequence[tuple[Stamp, ...]],
    repeats: Sequence[int],
    small: Array,
    known: Array,
    marks: Array,
    leaning: Mapping[str, float],
) -> None:
    """Fills in what is read line by line: small words, shared words, known phrases, marks and repetition."""
    little, addresses = small_words()
    seen = Counter(line.folded for line in lines)
    cut = [words_of(line.text) for line in lines]
    told: Counter[str] = Counter()
    content: list[set[str]] = []
    for line, words in zip(lines, cut, strict=True):
        own = {word for word in words if len(word) > 4}
        content.append(own)
        if len(line.text) >= _LONG:
            told.update(own)
    for i, line in enumerate(lines):
        words, own, text = cut[i], content[i], line.text
        small[i, 0] = sum(map(little.__contains__, words)) / len(words)
        small[i, 1] = min(1.0, sum(map(addresses.__contains__, words)) / len(words) * 4)
        if own:
            least = 1 if len(text) >= _LONG else 0
            small[i, 2] = sum(told[word] > least for word in own) / len(own)
            small[i, 3] = min(len(own), 20) / 20
        if len(text) >= SHORTEST_LEANING:
            small[i, 4:8] = _lean(words, leaning)
        cue = cues[i]
        if cue is not None:
            known[i, 0] = 1
            known[i, 1] = cue.how == "whole"
            known[i, 2] = cue.how == "begins"
            known[i, 3] = cue.opens
            known[i, 4 + REASONS.index(cue.reason)] = 1
        stamp = stamps[i]
        if stamp:
            marks[i, 0] = stamp[0].bare
            marks[i, 1] = not stamp[0].bare and len(text) < 120
        marks[i, 2] = "://" in text or "www." in text or ".com" in text
        marks[i, 3] = "@" in text
        marks[i, 4] = is_caption(text)
        marks[i, 5] = is_byline(text)
        marks[i, 6] = min(line.gap, 2) / 2
        marks[i, 7] = min(lines[i + 1].gap, 2) / 2 if i + 1 < len(lines) else 1
        marks[i, 8] = min(seen[line.folded] - 1, 3) / 2
        marks[i, 9] = _echoes(lines, i)
        half = len(text) // 2
        marks[i, 10] = half > 12 and text[:half] == text[-half:]
        marks[i, 11] = len(text) >= _SHORTEST_LEAD and dateline_of(text) is not None
        marks[i, 12] = repeats[i] > 0
        marks[i, 13] = min(repeats[i], 4) / 4


def words_of(text: str) -> list[str]:
    """The words of a line in lower case, without the punctuation at their ends."""
    return [word.strip(_PUNCTUATION) for word in text.lower().split()]


def _lean(words: Sequence[str], leaning: Mapping[str, float]) -> tuple[float, float, float, float]:
    """How the words and pairs of words of a line lean, towards articles (above 0) or what stands around them.

    Over all words, over the first three, at the furthest pair or word, and the weight of all that lean away.
    """
    look = leaning.get
    odds = [look(word, 0.0) for word in words]
    start = sum(odds[:3])
    odds += [look(pair, 0.0) for pair in map(" ".join, itertools.pairwise(words))]
    away = sum(x for x in odds if x < _AWAY)
    return sum(odds) / len(words), start / 3, max(min(odds), -4.0) / 2, max(away, -20.0) / 5


def _echoes(lines: Sequence[Line], index: int) -> bool:
    """Whether one of the lines around begins as this one does: a caption told twice, a teaser below its title."""
    head = lines[index].folded[:18]
    if len(head) < 18:
        return False
    around = (*lines[max(0, index - 3) : index], *lines[index + 1 : index + 4])
    return any(line.folded.startswith(head) for line in around)


@cache
def leanings() -> dict[str, float]:
    """How words and pairs of words lean, as log odds (``knowledge/line_words.tsv``); empty where the file is not made yet."""
    if not LEANINGS.is_file():
        return {}
    return {row["words"]: float(row["leaning"]) for row in read_table(LEANINGS)}


@cache
def small_words() -> tuple[frozenset[str], frozenset[str]]:
    """The function words of all known languages, and the words with which a site speaks to its readers or of itself."""
    little: set[str] = set()
    addresses: set[str] = set()
    for code in languages():
        known = of_language(code, "language.yaml")
        little |= set(known.get("function_words", ()))
        addresses |= set(known.get("addresses", ()))
    for row in read_table(ROOT / "languages" / "tongues.tsv"):
        little |= set(row["words"].split("|"))
    return frozenset(little), frozenset(addresses)
