"""Which lines of a page belong to its article: decided for all lines of a page together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple, Protocol

import numpy as np

from .characters import Array
from .cues import Cue
from .dates import Stamp
from .features import features_of
from .layout import Layout, Places, chunks_of, layout_of
from .lines import Line
from .marks import Flags, Marks, counts_of, ends_sentence, marks_of
from .model import judge_rows
from .repeats import Repeats, repeats_in
from .wording import wording_of

__all__ = ["Judged", "ends_sentence", "judge"]

LIMIT = 0.65
"""The probability above which a line belongs to the article. On a quarter of the sites left out of training, .65 told 95% of the
articles and 12% of the furniture around them (the look of a copied page); .92 told 10% of the furniture, and only 90% of the articles."""
_BESIDE = 0.4
"""The same for a whole sentence without a cue that stands right beside a line of the article."""
_BETWEEN = 0.25
"""The same for a line without a cue between two lines of the article, or one that carries on a series of entries."""
_ALONE = 0.2
"""The same for whole sentences on a page where no line reaches the limit: short news."""
_SCANT, _BARELY = 6, 0.05
"""Lines of a page that holds hardly more than a headline and a sentence, and the same for whole sentences there: nothing is around them."""
_AT_ONCE = 4
"""Parts of the pile that are judged at once; one holds as many pages as are looked at together."""
_STRETCH = 12_000
"""Lines that are judged at once; of a longer page so many after the other."""
_KEPT = 8_000_000
"""Code points of the largest pile whose pages are kept laid out; those of a larger one are laid out a second time."""
_HEADING = 0.7
"""The same for a short line without an end above a line of the article: a heading."""
_LONG, _EVEN = 100, 0.5
"""Code points of a line without an end that may be all the text of a page, and the same for it: the text of a picture."""
_SERIES, _LEADING = 3, 50
"""Lines that make a series of entries; code points of a line that leads to a list."""
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+\S")
_ENTRY = re.compile(r"^\w[^.!?]{2,45}\s[–—-]\s+\w")


class Judged(NamedTuple):
    """A line with what was concluded about it.

    Attributes:
        line: the line. cue: why its words look like furniture, or None. stamps: dates stamped on it.
        likely: probability that it belongs to the article's text. body: whether it does.
        repeats: other pages of the pile on which it stands.
        caption, byline: whether it is one. ended: whether it ends as a sentence does.
    """

    line: Line
    cue: Cue | None
    stamps: tuple[Stamp, ...]
    likely: float
    repeats: int
    body: bool
    caption: bool
    byline: bool
    ended: bool


class _New(Protocol):
    def __call__(self, kind: type[Judged], fields: Iterable[object], /) -> Judged: ...


_NEW_JUDGED: _New = tuple.__new__


class Looked(NamedTuple):
    """Pages as they are looked at: their layout, what their lines show, their features, and the repetition of each line."""

    layout: Layout
    marks: Marks
    features: Array
    repeats: Places


def judge(texts: Sequence[str]) -> Iterator[list[Judged]]:
    """The lines of each page with the judgement whether they belong to its article.

    Args:
        texts: `Page.text` of a pile; what stands on several of its pages tells furniture.
    """
    chunks = list(chunks_of(texts))
    laid: Iterable[Layout] = (layout_of(chunk) for chunk in chunks)
    if sum(map(len, texts)) <= _KEPT:
        laid = list(laid)
    repeats = repeats_in(laid)
    looked: list[Looked] = []
    for part in look_at(laid if isinstance(laid, list) else map(layout_of, chunks), repeats):
        looked.append(part)
        if len(looked) == _AT_ONCE:
            yield from _judge(looked)
            looked = []
    yield from _judge(looked)


def look_at(layouts: Iterable[Layout], repeats: Repeats) -> Iterator[Looked]:
    """The pages of a pile, in order and several at once, as they are looked at."""
    number = 0
    for layout in layouts:
        often = repeats.of_layout(number, layout)
        number += len(layout.first) - 1
        counts = counts_of(layout)
        marks = marks_of(layout, counts)
        yield Looked(layout, marks, features_of(layout, wording_of(layout), counts, marks, often), often)


def _judge(looked: Sequence[Looked]) -> Iterator[list[Judged]]:
    if not looked:
        return
    shift = np.cumsum([0, *(len(part.layout.lines) for part in looked)])
    first = np.concatenate(
        [part.layout.first[:-1] + by for part, by in zip(looked, shift, strict=False)] + [shift[-1:]]
    )
    features = np.concatenate([part.features for part in looked])
    stretches = [0]
    for end in first[1:].tolist():
        stretches += [*range(stretches[-1] + _STRETCH, end, _STRETCH), end]
    chances = np.concatenate(
        [
            judge_rows(features[stretches[n] : stretches[m]], np.array(stretches[n : m + 1]) - stretches[n])
            for n, m in _in_turn(stretches)
        ]
    )
    for part, start, end in zip(looked, shift[:-1], shift[1:], strict=True):
        own = chances[start:end]
        yield from conclude(part, own, _inside(part.layout.lines, part.marks, part.repeats, own, part.layout.first))


def _in_turn(stretches: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of stretches with so many lines together that what is made of them fits into memory."""
    start = 0
    for end in range(1, len(stretches)):
        if end == len(stretches) - 1 or stretches[end + 1] - stretches[start] > _STRETCH:
            yield start, end
            start = end


def conclude(part: Looked, chances: Array, body: Flags) -> Iterator[list[Judged]]:
    """The lines of each page with what was concluded.

    Args:
        part: the pages. chances: probability of each line. body: whether it belongs to its article.
    """
    layout, marks = part.layout, part.marks
    likely = chances.tolist()
    fields = zip(
        layout.lines,
        marks.cues,
        marks.stamps,
        likely,
        part.repeats.tolist(),
        body.tolist(),
        marks.caption.tolist(),
        marks.byline.tolist(),
        marks.ended.tolist(),
        strict=True,
    )
    judged = list(map(_NEW_JUDGED, repeat(Judged), fields))
    for start, end in zip(layout.first[:-1].tolist(), layout.first[1:].tolist(), strict=True):
        yield judged[start:end]


def _inside(lines: Sequence[Line], marks: Marks, repeats: Places, chances: Array, first: Places) -> Flags:
    """Which lines belong to the article: the likely ones, and less likely sentences and headings that continue them."""
    kept = (chances > LIMIT) & marks.worded
    scant = np.repeat(np.diff(first) <= _SCANT, np.diff(first))
    fit = (chances > np.where(scant, _BARELY, min(_BETWEEN, _ALONE))) & (repeats == 0) & marks.worded
    heads = np.zeros(len(kept), dtype=np.bool_)
    for index in np.flatnonzero(kept | fit).tolist():
        cue, chance = marks.cues[index], chances[index]
        if cue is not None:
            kept[index] &= not is_firm(lines[index], cue)
            fit[index] = False
        elif any(stamp.bare for stamp in marks.stamps[index]):
            fit[index] = False
        elif fit[index] and not marks.ended[index] and not _leads(lines[index].text):
            fit[index] = False
            heads[index] = chance > _EVEN
    some = np.bincount(np.repeat(np.arange(len(first) - 1), np.diff(first))[kept], minlength=len(first) - 1)
    for page in range(len(first) - 1):
        start, end = int(first[page]), int(first[page + 1])
        if some[page]:
            _go_on(lines, chances, kept, fit, heads, range(start, end))
        else:
            long = [start + n for n, line in enumerate(lines[start:end]) if len(line.text) >= _LONG]
            kept[long] = heads[long]
            kept[start:end] |= fit[start:end] & (scant[start:end] | (chances[start:end] > _ALONE))
    return kept


def _go_on(lines: Sequence[Line], chances: Array, kept: Flags, fit: Flags, heads: Flags, page: range) -> None:
    """Takes in the lines of a page that are fit for it and stand beside lines of the article, downward and then upward.

    A heading is taken in only above a line that is in, or fit to be.
    """
    open_to = [page.start + n for n in np.flatnonzero((fit | heads)[page.start : page.stop]).tolist()]
    entries = -1
    for way, places in ((1, open_to), (-1, open_to[::-1])):
        for index in places:
            if kept[index] or index - way not in page or not kept[index - way]:
                continue
            chance = chances[index]
            if heads[index]:
                words = lines[index].text
                if len(words) >= _LONG or (chance < _HEADING and not _NUMBERED.match(words)):
                    continue
                below = index + 1
                kept[index] = below in page and (kept[below] or (fit[below] and chances[below] > _BESIDE))
            elif chance > _BESIDE:
                kept[index] = True
            elif index + way in page and kept[index + way]:
                kept[index] = chance > _BETWEEN
            elif chance > _BETWEEN and _ENTRY.match(lines[index].text):
                if entries < 0:
                    entries = sum(_ENTRY.match(lines[n].text) is not None for n in page if kept[n])
                kept[index] = entries >= _SERIES


def is_firm(line: Line, cue: Cue) -> bool:
    """Whether a cue leaves no doubt: the line is nothing else, or it leads to another article as no sentence does."""
    return cue.how in ("whole", "patterns") or (cue.opens_one and not line.text.endswith("."))


def _leads(words: str) -> bool:
    """Whether a line leads to what follows it."""
    return words.endswith(":") and len(words) >= _LEADING
