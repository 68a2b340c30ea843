"""Lines that newsrooms put around articles, known by their words (``knowledge/languages/*/furniture.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from ..knowledge.load import languages, of_language
from .layout import Layout
from .lines import Line, fold
from .outlets import furniture_lines

LONGEST, _SHORT = 200, 60
"""Code points in the longest line that a phrase within it can prove to be furniture, and in the longest that is nothing but a label."""
_LEADS = ":»"
_REMEMBERED = 100_000
"""Short lines whose cue is remembered; sites repeat them on every page."""


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


def cues_in(layout: Layout) -> list[Cue | None]:
    """The strongest cue in each line, or None: the whole line before its beginning before a phrase within."""
    book = _book()
    whole, begins = book.whole, book.begins
    held = _held(layout)
    known = book.known
    if len(known) > _REMEMBERED:
        known.clear()
    found: list[Cue | None] = []
    for index, line in enumerate(layout.lines):
        folded = line.folded
        if len(folded) > _SHORT:
            cue = whole.get(folded)
            if cue is None:
                cut = folded.find(" ")
                phrases = begins.get(folded[:cut] if cut > 0 else folded)
                cue = _beginning(phrases, line) if phrases else None
        elif line.text in known:
            cue = known[line.text]
        else:
            cue = known[line.text] = _short(line)
        found.append(held.get(index) if cue is None else cue)
    return found


def _short(line: Line) -> Cue | None:
    book = _book()
    found = book.whole.get(line.folded)
    if found is not None:
        return found
    match = book.patterns.fullmatch(line.folded)
    if match is not None:
        return book.cues[match.lastgroup or ""]
    phrases = book.begins.get(line.folded.split(" ", 1)[0])
    return _beginning(phrases, line) if phrases else None


def _beginning(phrases: Sequence[tuple[str, Cue]], line: Line) -> Cue | None:
    lowered = line.text.lower()
    return next(
        (cue for phrase, cue in phrases if line.folded.startswith(phrase) or lowered.startswith(phrase)),
        None,
    )


def _held(layout: Layout) -> dict[int, Cue]:
    """The first phrase within each line that is short enough to be proven furniture by it."""
    book = _book()
    matches = book.holds.find_matches_as_indexes(layout.lowered)
    lines = np.searchsorted(layout.begin, [start for _, start, _ in matches], side="right") - 1
    length = (layout.end - layout.begin)[lines]
    found: dict[int, Cue] = {}
    for (number, _, _), index, size in zip(matches, lines.tolist(), length.tolist(), strict=True):
        if size <= LONGEST:
            found.setdefault(index, book.held[number])
    return found


@dataclass(frozen=True, slots=True)
class _Book:
    whole: dict[str, Cue]
    begins: dict[str, tuple[tuple[str, Cue], ...]]
    holds: AhoCorasick
    held: tuple[Cue, ...]
    patterns: re.Pattern[str]
    cues: dict[str, Cue]
    known: dict[str, Cue | None]


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
        AhoCorasick(longest_first, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA),
        tuple(held[phrase] for phrase in longest_first),
        re.compile("|".join(f"(?P<{_group(reason)}>{'|'.join(forms)})" for reason, forms in sorted(patterns.items()))),
        {_group(reason): Cue(reason, "patterns", False) for reason in patterns},
        {},
    )


def _group(reason: str) -> str:
    """A reason as the name of a group of a pattern."""
    return reason.replace("-", "_")
