"""What the judgement of lines looks at: layout, marks, small words, known phrases, position and repetition.

Every feature is a number of about -1 to 3 that can be read off the page (and the pile) alone; none knows a language by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from ..knowledge.load import ROOT, languages, of_language, read_table
from .characters import (
    ASK,
    BLANK,
    BULLET,
    CLASS,
    COMMA,
    DIGIT,
    LETTER,
    LOWER,
    PUNCTUATION,
    QUOTE,
    STOP,
    UPPER,
    Array,
)  # fmt: skip
from .cues import Cue
from .layout import Layout, Places
from .marks import Marks
from .wording import Vocabulary, Wording

REASONS = (
    "related-item", "age", "login-form", "share", "advert", "legal", "comments", "tags", "navigation", "paging-line", "newsletter",
    "outlet",
)  # fmt: skip
"""The kinds of known phrases, in the order of their features."""
_MARKS = 18
PHRASES = slice(-_MARKS - len(REASONS) - 4, -_MARKS)
"""The features that rest on phrases written down for single languages."""
REPEATS = slice(-2, None)
"""The features that rest on the other pages of the pile."""
SHORTEST_LEANING = 40
"""Code points in the shortest line whose words are weighed; what shorter ones are, their shape tells."""
LEANINGS = ROOT / "line_words.tsv"
_AWAY = -0.7
_ELLIPSIS = 0x2026
_LENGTHS = (12, 25, 45, 70, 110, 180, 320)
_LONG, _CONTENT = 100, 5
"""Code points of the shortest line that tells the story, and of the shortest word that carries it."""
_OFTEN = 4
"""Times that the words of a story are told on its page."""
_SHELF = 1 << 13
"""Slots for the words of a page, where it is counted which of them are told more than once."""
_OPENING = ("comments", "related-item")
"""Reasons of the lines behind which, once the story was told, something else follows to the end of many pages."""
_BEGINNING, _FEW = 18, 8
"""Code points by which two lines are held to begin alike, and entries of one list to begin as such."""


@dataclass(frozen=True, slots=True)
class Leanings:
    """How words and pairs of words lean: above 0 towards articles, below 0 towards what stands around them.

    Attributes:
        words, pairs: to be looked up. of_words, of_pairs: log odds, one more at the end for what is not known.
        small, address: whether a word is a function word; whether a site speaks to its readers, or of itself, with it.
    """

    words: Vocabulary
    pairs: Vocabulary
    of_words: Array
    of_pairs: Array
    small: Array
    address: Array


def features_of(
    layout: Layout,
    wording: Wording,
    counts: npt.NDArray[np.int64],
    marks: Marks,
    repeats: Places,
    leanings: Leanings | None = None,
) -> Array:
    """One row of features per line of all pages.

    Args:
        layout, wording, counts, marks: of the same pages. repeats: for each line on how many other pages of the pile it stands.
        leanings: other than those that are shipped.
    """
    first = layout.first
    length = (layout.end - layout.begin).astype(np.float32)
    sizes = np.diff(first)
    page = np.repeat(np.arange(len(sizes)), sizes)
    columns = [
        *_shape(layout, wording, counts.astype(np.float32), length),
        *_position(first, page, length, marks),
        *_words(layout, wording, page, leanings or shipped_leanings()),
        *_known(marks.cues),
        *_shown(layout, marks, first, page, repeats),
    ]
    return np.stack(columns, axis=1).astype(np.float32, copy=False)


def _shape(layout: Layout, wording: Wording, counts: Array, length: Array) -> list[npt.NDArray[np.generic]]:
    """What kinds of characters a line is made of, and between which it stands."""
    words = counts[:, BLANK] + 1
    letters = counts[:, UPPER] + counts[:, LOWER] + counts[:, LETTER]
    some = np.maximum(length, 1)
    opening = layout.kinds[layout.begin] & CLASS
    closing = layout.kinds[layout.end - 1] & CLASS
    before_last = layout.kinds[np.maximum(layout.end - 2, 0)] & CLASS
    capital = (layout.kinds[wording.begin] & CLASS) == UPPER
    heads = np.bincount(wording.line[capital], minlength=len(length))
    return [
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
        heads / words,
        *(opening == kind for kind in (UPPER, LOWER, DIGIT, BULLET, QUOTE)),
        *(closing == kind for kind in (STOP, ASK, QUOTE, COMMA, BULLET, DIGIT)),
        closing <= LETTER,
        (layout.codes[layout.end - 1] == _ELLIPSIS) | (before_last == STOP) & (closing == STOP),
    ]


def _position(first: Places, page: Places, length: Array, marks: Marks) -> list[npt.NDArray[np.generic]]:
    """Where on its page a line stands, how much prose stands before and behind it, and what was opened above it."""
    place = np.arange(len(page)) - first[page]
    size = np.diff(first)[page]
    before = np.concatenate(([0.0], np.cumsum(length, dtype=np.float64)))
    total = np.maximum(before[first[1:]] - before[first[:-1]], 1)[page]
    told = np.concatenate(([0.0], np.cumsum(np.where(marks.ended & (length >= _LONG), length, 0), dtype=np.float64)))
    since, until = told[first[:-1]][page], told[first[1:]][page]
    opened = []
    for reason in _OPENING:
        opens = np.array([c is not None and c.opens and c.reason == reason for c in marks.cues], dtype=np.bool_)
        above = np.concatenate(([0], np.cumsum(opens & (told[:-1] > since))))
        opened.append(above[:-1] > above[first[:-1]][page])
    return [
        place / np.maximum(size, 1),
        np.log1p(place) / 4,
        np.log1p(size - 1 - place) / 4,
        (before[:-1] - before[first[:-1]][page]) / total,
        (told[:-1] - since) / total,
        (until - told[1:]) / total,
        np.log1p(size) / 5,
        np.log1p(total) / 8,
        (until - since) / total,
        *opened,
    ]


def _words(layout: Layout, wording: Wording, page: Places, leanings: Leanings) -> list[npt.NDArray[np.generic]]:
    """Small words, words told elsewhere on the page, and how the words lean."""
    rows = len(page)
    line = wording.line

    def summed(of_words: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
        return np.bincount(line, weights=of_words, minlength=rows).astype(np.float64, copy=False)

    many = np.bincount(line, minlength=rows)
    some = np.maximum(many, 1)
    which = leanings.words.find(wording.prints)
    odds = leanings.of_words[which]
    weighed = (layout.end - layout.begin) >= SHORTEST_LEANING
    pairs = np.zeros(len(line), dtype=np.float32)
    paired = np.flatnonzero(wording.paired & weighed[line])
    pairs[paired] = leanings.of_pairs[leanings.pairs.find(wording.pairs[paired])]
    heads = (np.cumsum(many) - many)[line]
    start = np.arange(len(line)) - heads < 3
    lowest = np.zeros(rows + 1, dtype=np.float32)
    filled = np.flatnonzero(many)
    if len(filled):
        lowest[filled] = np.minimum.reduceat(np.minimum(odds, pairs), (np.cumsum(many) - many)[filled])
    away = np.where(odds < _AWAY, odds, 0) + np.where(pairs < _AWAY, pairs, 0)
    content, again, often = _told(layout, wording, page)
    return [
        summed(leanings.small[which]) / some,
        np.minimum(summed(leanings.address[which]) / some * 4, 1),
        again,
        often,
        np.minimum(content, 20) / 20,
        np.where(weighed, summed(odds + pairs) / some, 0),
        np.where(weighed, summed(np.where(start, odds, 0)) / 3, 0),
        np.where(weighed, np.maximum(lowest[:-1], -4) / 2, 0),
        np.where(weighed, np.maximum(summed(away), -20) / 5, 0),
        np.where(weighed, summed(away) / some * 2, 0),
    ]


def _told(
    layout: Layout, wording: Wording, page: Places
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """For each line its words that carry a story, and the shares of them that other long lines tell once or often."""
    rows = len(page)
    carrying = np.flatnonzero(wording.end - wording.begin >= _CONTENT)
    line = wording.line[carrying]
    slot = page[line] * _SHELF + (wording.prints[carrying] & np.uint64(_SHELF - 1)).astype(np.int64)
    long = np.flatnonzero(((layout.end - layout.begin) >= _LONG)[line])
    earliest = np.full((len(layout.first) - 1) * _SHELF, -1, dtype=np.int32)
    latest = earliest.copy()
    earliest[slot[long][::-1]] = line[long][::-1]
    latest[slot[long]] = line[long]
    one, other = earliest[slot], latest[slot]
    again = (one >= 0) & ((one != line) | (other != line))
    times = np.bincount(slot[long], minlength=len(earliest))[slot]
    times[long] -= 1
    content = np.bincount(line, minlength=rows)
    some = np.maximum(content, 1)
    return (
        content,
        np.bincount(line, weights=again, minlength=rows) / some,
        np.bincount(line, weights=times >= _OFTEN, minlength=rows) / some,
    )


def _known(cues: Sequence[Cue | None]) -> npt.NDArray[np.float32]:
    """The features of known phrases, one row each."""
    known = np.zeros((4 + len(REASONS), len(cues)), dtype=np.float32)
    for index, cue in enumerate(cues):
        if cue is not None:
            known[0, index] = 1
            known[1, index] = cue.how == "whole"
            known[2, index] = cue.how == "begins"
            known[3, index] = cue.opens
            known[4 + REASONS.index(cue.reason), index] = 1
    return known


def _shown(layout: Layout, marks: Marks, first: Places, page: Places, repeats: Places) -> list[npt.NDArray[np.generic]]:
    """Dates, addresses, captions, bylines, blanks around a line, and what stands twice."""
    lines = layout.lines
    rows = len(lines)
    bare, dated, timed = np.zeros(rows), np.zeros(rows), np.zeros(rows)
    for index, stamps in enumerate(marks.stamps):
        if stamps:
            bare[index] = stamps[0].bare
            dated[index] = not stamps[0].bare and len(lines[index].text) < 120
            timed[index] = any(stamp.at is not None for stamp in stamps)
    stamped = np.bincount(page, weights=timed, minlength=len(first) - 1)[page] / np.maximum(np.diff(first)[page], 1)
    gap = np.minimum(np.fromiter((line.gap for line in lines), dtype=np.int64, count=rows), 2) / 2
    below = np.append(gap[1:], 1.0)[:rows]
    below[first[1:][np.diff(first) > 0] - 1] = 1.0
    twice, echoes, series = _again(layout, page)
    half = (layout.end - layout.begin) // 2
    doubled = np.zeros(rows)
    alike = (half > 12) & (layout.codes[layout.begin] == layout.codes[layout.end - np.maximum(half, 1)])
    for index in np.flatnonzero(alike).tolist():
        words, size = lines[index].text, int(half[index])
        doubled[index] = words[:size] == words[-size:]
    return [
        bare,
        dated,
        timed,
        np.minimum(stamped * 4, 1),
        marks.linked,
        marks.mailed,
        marks.caption,
        marks.byline,
        gap,
        below,
        np.minimum(twice, 3) / 2,
        echoes,
        np.log1p(np.minimum(series, 30)) / 2,
        doubled,
        marks.led,
        marks.ended,
        repeats > 0,
        np.minimum(repeats, 4) / 4,
    ]


def _again(layout: Layout, page: Places) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
    """How often each line stands on its page besides, whether one of the lines around begins as it does, and how many other lines

    of the page begin with the same few letters: entries of a list of titles, of comments, of dates.
    """
    rows = len(page)
    _, where, often = np.unique(layout.hashes ^ (page << 20), return_inverse=True, return_counts=True)
    starts = [line.folded[:_BEGINNING] for line in layout.lines]
    heads = np.fromiter(map(hash, starts), dtype=np.int64, count=rows)
    short = np.fromiter(map(len, starts), dtype=np.int64, count=rows) < _BEGINNING
    alike = np.zeros(rows, dtype=np.bool_)
    for by in (1, 2, 3):
        same = (heads[by:] == heads[:-by]) & (page[by:] == page[:-by]) & ~short[by:] & ~short[:-by]
        alike[by:] |= same
        alike[:-by] |= same
    few = np.fromiter((hash(start[:_FEW]) for start in starts), dtype=np.int64, count=rows)
    _, group, many = np.unique(few ^ (page << 20), return_inverse=True, return_counts=True)
    return often[where] - 1, alike, many[group] - 1


@cache
def shipped_leanings() -> Leanings:
    """The leanings of ``knowledge/line_words.tsv``; none where the file is not made yet."""
    if not LEANINGS.is_file():
        return leanings_from({})
    return leanings_from({row["words"]: float(row["leaning"]) for row in read_table(LEANINGS)})


def leanings_from(odds: Mapping[str, float]) -> Leanings:
    """Words and pairs of words with their log odds, ready to be looked up."""
    little, addresses = _small_words()
    words = sorted({word for word in (*odds, *little, *addresses) if " " not in word})
    pairs = sorted(word for word in odds if " " in word)
    return Leanings(
        Vocabulary(words),
        Vocabulary(pairs, together=2),
        np.array([*(odds.get(word, 0.0) for word in words), 0], dtype=np.float32),
        np.array([*(odds[pair] for pair in pairs), 0], dtype=np.float32),
        np.array([*(word in little for word in words), 0], dtype=np.float32),
        np.array([*(word in addresses for word in words), 0], dtype=np.float32),
    )


def _small_words() -> tuple[frozenset[str], frozenset[str]]:
    """The function words of all known languages, and the words with which a site speaks to its readers or of itself."""
    little: set[str] = set()
    addresses: set[str] = set()
    for code in languages():
        known = of_language(code, "language.yaml")
        little |= set(known.get("function_words", ()))
        addresses |= set(known.get("addresses", ()))
    for row in read_table(ROOT / "languages" / "tongues.tsv"):
        little |= set(row["words"].split("|"))
    for row in read_table(ROOT / "languages" / "addresses.tsv"):
        addresses |= set(row["words"].split("|"))
    return frozenset(little - {""}), frozenset(addresses - {""})
