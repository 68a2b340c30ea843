"""Lines that newsrooms put around articles, known by their words (``knowledge/languages/*/furniture.yaml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..knowledge.load import languages, of_language
from .lines import Line, fold
from .outlets import furniture_lines

LONGEST, _SHORT = 200, 60
"""Code points in the longest line that a phrase within it can prove to be furniture."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Why a line looks like furniture.

    Attributes:
        reason: a slug of furniture.yaml (``related-item``, ``login-form``).
        how: ``whole``, ``begins``, ``holds`` or ``patterns``.
        opens: whether other articles or services follow such a line.
    """

    reason: str
    how: str
    opens: bool


def cue_of(line: Line) -> Cue | None:
    """The strongest cue in a line, or None: the whole line before its beginning before a phrase within."""
    book = _book()
    found = book.whole.get(line.folded)
    if found is not None:
        return found
    if len(line.folded) <= _SHORT:
        for pattern, cue in book.patterns:
            if pattern.fullmatch(line.folded):
                return cue
    head = line.folded.split(" ", 1)[0]
    for phrase, cue in book.begins.get(head, ()):
        if line.folded.startswith(phrase) or line.text.lower().startswith(phrase):
            return cue
    if len(line.text) <= LONGEST:
        inner = book.holds.search(line.text.lower())
        if inner is not None:
            return book.held[inner.group()]
    return None


@dataclass(frozen=True, slots=True)
class _Book:
    whole: dict[str, Cue]
    begins: dict[str, tuple[tuple[str, Cue], ...]]
    holds: re.Pattern[str]
    held: dict[str, Cue]
    patterns: tuple[tuple[re.Pattern[str], Cue], ...]


@cache
def _book() -> _Book:
    whole: dict[str, Cue] = {}
    begins: dict[str, list[tuple[str, Cue]]] = {}
    held: dict[str, Cue] = {}
    patterns: dict[str, list[str]] = {}
    for code in languages():
        for reason, entry in of_language(code, "furniture.yaml").items():
            opens = bool(entry.get("opens"))
            for phrase in entry.get("whole", ()):
                whole.setdefault(fold(phrase), Cue(reason, "whole", opens))
            for phrase in entry.get("begins", ()):
                begins.setdefault(fold(phrase).split(" ", 1)[0], []).append(
                    (phrase.lower(), Cue(reason, "begins", False))
                )
            for phrase in entry.get("holds", ()):
                held.setdefault(phrase.lower(), Cue(reason, "holds", False))
            for form in entry.get("patterns", ()):
                patterns.setdefault(reason, []).append(form.replace("{n}", r"\d[\d.,]*"))
    for phrase in furniture_lines():
        begins.setdefault(fold(phrase).split(" ", 1)[0], []).append((phrase, Cue("outlet", "begins", False)))
    longest_first = sorted(held, key=lambda phrase: (-len(phrase), phrase))
    return _Book(
        whole,
        {head: tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0]))) for head, found in begins.items()},
        re.compile("|".join(map(re.escape, longest_first)) or r"(?!)"),
        held,
        tuple((re.compile("|".join(forms)), Cue(reason, "patterns", False)) for reason, forms in sorted(patterns.items())),
    )
