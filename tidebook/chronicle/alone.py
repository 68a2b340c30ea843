"""Whether a sentence can be understood by someone who reads nothing else."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge.load import languages, of_language

_CUT = ("...", "…")
_MARKS = "\"'“”‘’«»„([-–— "
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def flaws(text: str, language: str) -> int:
    """How many things keep a sentence from standing alone.

    Counted are: it begins with words that point back ("It acted after ...", "Keduanya memulihkan ..."), it begins in the
    middle (a small letter where its script has great ones), it is cut off, it asks.
    """
    bare = text.strip().lstrip(_MARKS)
    end = text.rstrip("\"'”’») ")
    return (
        int(points_back(bare, language))
        + int(bare[:1].islower())
        + int(end.endswith(_CUT))
        + int(end.endswith(("?", "？", "؟")))
    )


def points_back(text: str, language: str) -> bool:
    """Whether a sentence begins with words that name nobody and point back at somebody."""
    words = tuple(_WORD.findall(text.casefold())[: _longest(language)])
    pointers = _pointers(language)
    found = [words[:size] for size in range(1, len(words) + 1) if words[:size] in pointers]
    return bool(found) and pointers[found[-1]]


@cache
def _pointers(language: str) -> dict[tuple[str, ...], bool]:
    """What a language says instead of a name, as words, and whether it leaves open who is meant ("the two Koreas" does not)."""
    if language not in languages("anaphora.yaml"):
        return {}
    entries = of_language(language, "anaphora.yaml")["anaphors"].values()
    said = [(str(phrase), entry["refers"] != "named") for entry in entries for phrase in entry["words"]]
    return {words: open_ for phrase, open_ in said if (words := tuple(_WORD.findall(phrase.casefold())))}


@cache
def _longest(language: str) -> int:
    return max((len(words) for words in _pointers(language)), default=0)
