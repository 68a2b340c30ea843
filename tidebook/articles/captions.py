"""Lines under pictures, and the marks of those who took them."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from ahocorasick_rs import AhoCorasick, Implementation

from ..knowledge.load import languages, of_language
from .layout import Layout

LONGEST = 600
_TAIL, _HEAD = 70, 14
"""Code points at the end and at the beginning of a line in which the mark of a picture proves a caption."""
_HALF = 20
"""Code points of the longest line that may stand twice by chance."""


def is_caption(words: str) -> bool:
    """Whether a line is the caption of a picture: it begins or ends with a photographer, an archive or an agency as pictures do.

    A line that says the same thing twice is a caption too: the picture's text beside the caption below it.
    """
    if len(words) > LONGEST:
        return False
    half = len(words) // 2
    if half > _HALF and words[:half] == words[-half:]:
        return True
    lowered = words.lower()
    if lowered.endswith(('."', ".”")):
        return False
    ends = lowered if len(lowered) <= _TAIL + _HEAD else f"{lowered[:_HEAD]}\n{lowered[-_TAIL:]}"
    return bool(_marks().find_matches_as_indexes(ends))


def captions_in(layout: Layout) -> npt.NDArray[np.bool_]:
    """Which lines are captions; the same judgement as `is_caption` for all lines at once."""
    length = layout.end - layout.begin
    found = np.zeros(len(length), dtype=np.bool_)
    for _, start, end in _marks().find_matches_as_indexes(layout.lowered, overlapping=True):
        line = int(np.searchsorted(layout.begin, start, side="right")) - 1
        near_end = layout.end[line] - start <= _TAIL
        if near_end or length[line] <= _TAIL + _HEAD or end - layout.begin[line] <= _HEAD:
            found[line] = is_caption(layout.lines[line].text)
    half = length // 2
    if len(length):
        twice = layout.codes[layout.begin] == layout.codes[layout.end - half - (half == 0)]
        for index in np.flatnonzero(twice & (half > _HALF) & (length <= LONGEST)).tolist():
            found[index] |= is_caption(layout.lines[index].text)
    return found


@cache
def _marks() -> AhoCorasick:
    marks = {mark for code in languages() for mark in of_language(code, "language.yaml").get("caption_marks", ())}
    return AhoCorasick(sorted(marks), implementation=Implementation.DFA)
