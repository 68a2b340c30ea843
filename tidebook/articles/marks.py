"""What single lines show by their words and signs: known phrases, dates, captions, bylines, datelines, ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .captions import captions_in
from .characters import BLANK, CLASS, DASH, DIGIT
from .cues import Cue, cues_in
from .datelines import dateline_of
from .dates import Stamp, stamps_in
from .layout import Layout, Places
from .names import byline_heads, is_byline

Flags = npt.NDArray[np.bool_]
_SHORTEST_LEAD, _LONGEST_HEAD = 50, 75
_DIGITS, _LONGEST_STAMPED = 4, 240
"""Digits of the shortest date; code points of the longest line that is looked at for dates."""
_LETTERS = 3
_SENTENCE_ENDS, _CLOSED = ".!?…。！？।", '"”»'
_CLOSERS = "\"”’'»)]"
_END = re.compile(r"[.!?…。！？।][\"”’'»)\]]*$|[\"”»]$")
_ADDRESSES = ("://", "www.", ".com")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the lines of a layout show, one entry per line.

    Attributes:
        cues: why its words look like furniture, or None. stamps: dates stamped on it.
        caption, byline: whether it is one. led: whether it begins with a dateline. ended: whether it ends as a sentence does.
        worded: whether it has a few letters or digits at all.
        linked, mailed: whether an address of the web, or an at sign, stands in it.
    """

    cues: list[Cue | None]
    stamps: list[tuple[Stamp, ...]]
    caption: Flags
    byline: Flags
    led: Flags
    ended: Flags
    worded: Flags
    linked: Flags
    mailed: Flags


def marks_of(layout: Layout, classes: npt.NDArray[np.int64]) -> Marks:
    """What the lines show.

    Args:
        layout: the lines. classes: characters of each line by class, as `counts_of` gives them.
    """
    rows = len(layout.lines)
    length = layout.end - layout.begin
    texts = [line.text for line in layout.lines]
    stamps: list[tuple[Stamp, ...]] = [()] * rows
    for index in np.flatnonzero((classes[:, DIGIT] >= _DIGITS) & (length <= _LONGEST_STAMPED)).tolist():
        stamps[index] = stamps_in(texts[index])
    byline = np.zeros(rows, dtype=np.bool_)
    heads = byline_heads()
    byline[[n for n, line in enumerate(layout.lines) if line.folded[:2] in heads and is_byline(line.text)]] = True
    near = _first_dash(layout) - layout.begin
    led = np.zeros(rows, dtype=np.bool_)
    for index in np.flatnonzero((near <= _LONGEST_HEAD) & (length >= _SHORTEST_LEAD)).tolist():
        led[index] = dateline_of(texts[index]) is not None
    worded: Flags = classes[:, : DIGIT + 1].sum(axis=1) >= _LETTERS
    linked = np.zeros(rows, dtype=np.bool_)
    for sign in _ADDRESSES:
        linked[_lines_with(layout, sign)] = True
    mailed = np.zeros(rows, dtype=np.bool_)
    mailed[_lines_with(layout, "@")] = True
    return Marks(
        cues_in(layout), stamps, captions_in(layout), byline, led, _ended(layout, texts), worded, linked, mailed
    )


def ends_sentence(words: str) -> bool:
    """Whether a line ends as a sentence ends."""
    return _END.search(words) is not None


def _ended(layout: Layout, texts: Sequence[str]) -> Flags:
    last = layout.codes[layout.end - 1] if len(layout.end) else np.zeros(0, dtype=np.uint32)
    ended: Flags = np.isin(last, [ord(sign) for sign in _SENTENCE_ENDS + _CLOSED])
    closers = [ord(sign) for sign in _CLOSERS if sign not in _CLOSED]
    for index in np.flatnonzero(np.isin(last, closers)).tolist():
        ended[index] = ends_sentence(texts[index])
    return ended


def _first_dash(layout: Layout) -> Places:
    """Where the first dash of each line stands in the text; far behind where there is none."""
    dashes = np.append(np.flatnonzero(layout.kinds & DASH), len(layout.kinds) + 10**9)
    first: Places = dashes[np.searchsorted(dashes, layout.begin)]
    return first


def _lines_with(layout: Layout, sign: str) -> list[int]:
    """The lines that hold a sign."""
    found, at = [], layout.lowered.find(sign)
    while at >= 0:
        found.append(at)
        at = layout.lowered.find(sign, at + 1)
    lines: list[int] = (np.searchsorted(layout.begin, found, side="right") - 1).tolist()
    return lines


def counts_of(layout: Layout) -> npt.NDArray[np.int64]:
    """Characters of each line by class: one row of 16 numbers per line."""
    rows = len(layout.lines)
    if not rows:
        return np.zeros((0, 16), dtype=np.int64)
    inside = np.zeros(len(layout.codes) + 1, dtype=np.int64)
    inside[layout.begin] += 1
    line = np.cumsum(inside[:-1]) - 1
    kinds = (layout.kinds & CLASS).astype(np.int64)
    np.maximum(line, 0, out=line)
    counts = np.bincount(line * 16 + kinds, minlength=16 * rows).reshape(rows, 16)
    length = layout.end - layout.begin
    counts[:, BLANK] += length - counts.sum(axis=1)
    return counts
