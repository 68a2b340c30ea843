"""Lines that newsrooms put around articles, known by their words (``knowledge/languages/*/furniture.yaml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ..knowledge.load import languages, of_language
from .lines import Line, fold
from .outlets import furniture_lines

LONGEST, _SHORT = 200, 60
_LEADS = ":»"
"""Code points in the longest line that a phrase within it can prove to be furniture."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Why a line looks like furniture.

    Attributes:
        reason: a slug of furniture.yaml (``related-item``, ``login-form``).
        how: ``whole``, ``begins``, ``holds`` or ``patterns``.
        opens: whether other articles or services follow such a line.
        opens_one: whether such a line goes on with the title of another article.
    """

    reason: str
    how: str
    opens: bool
    opens_one: bool = False


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
        inner = book.holds.find_matches_as_indexes(line.text.lower())
        if inner:
            return book.held[inner[0][0]]
    return None


@dataclass(frozen=True, slots=True)
class _Book:
    whole: dict[str, Cue]
    begins: dict[str, tuple[tuple[str, Cue], ...]]
    holds: AhoCorasick
    held: tuple[Cue, ...]
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
                    (phrase.lower(), Cue(reason, "begins", False, opens and phrase[-1:] in _LEADS))
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
        AhoCorasick(longest_first, matchkind=MatchKind.LeftmostLongest),
        tuple(held[phrase] for phrase in longest_first),
        tuple(
            (re.compile("|".join(forms)), Cue(reason, "patterns", False)) for reason, forms in sorted(patterns.items())
        ),
    )
