"""Lines under pictures, and the marks of those who took them."""

from __future__ import annotations

from functools import cache

from ..knowledge.load import languages, of_language

LONGEST = 600


def is_caption(words: str) -> bool:
    """Whether a line is the caption of a picture: it names a photographer, an archive or an agency as pictures do."""
    if len(words) > LONGEST:
        return False
    lowered = words.lower()
    return any(mark in lowered for mark in _marks()) and not lowered.endswith(('."', ".”"))


@cache
def _marks() -> tuple[str, ...]:
    return tuple(
        sorted({m for code in languages() for m in of_language(code, "language.yaml").get("caption_marks", ())})
    )
