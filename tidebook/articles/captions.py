"""Lines under pictures, and the marks of those who took them."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick

from ..knowledge.load import languages, of_language

LONGEST = 600
_TAIL, _HEAD = 70, 14
"""Code points at the end and at the beginning of a line in which the mark of a picture proves a caption."""


def is_caption(words: str) -> bool:
    """Whether a line is the caption of a picture: it begins or ends with a photographer, an archive or an agency as pictures do.

    A line that says the same thing twice is a caption too: the picture's text beside the caption below it.
    """
    if len(words) > LONGEST:
        return False
    half = len(words) // 2
    if half > 20 and words[:half] == words[-half:]:
        return True
    lowered = words.lower()
    if lowered.endswith(('."', ".”")):
        return False
    ends = lowered if len(lowered) <= _TAIL + _HEAD else f"{lowered[:_HEAD]}\n{lowered[-_TAIL:]}"
    return bool(_marks().find_matches_as_indexes(ends))


@cache
def _marks() -> AhoCorasick:
    marks = {mark for code in languages() for mark in of_language(code, "language.yaml").get("caption_marks", ())}
    return AhoCorasick(sorted(marks))
