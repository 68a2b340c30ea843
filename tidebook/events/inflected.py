"""Every surface form of every entry of a language, as rows of text that are quick to keep and to read again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .entries import Entry
from .forms import Morphology
from .structure import PLAIN, Structure

GAP = "~"


def tabulate(rows: Sequence[tuple[str, str, Entry]], morphology: Morphology, structure: Structure) -> dict[str, Any]:
    """All forms of all entries, by their first word.

    Returns:
        ``entries``: one line for each (`Entry.row`).
        ``singles``: word to its senses, ``12/active 40/noun`` (number of the entry, voice).
        ``phrases``: first word to lines ``rank size head 12/active second third ...``, `GAP` where other words may
        stand between; rank puts longer ones first, size leaves gaps out, head is the index of the inflected word.
    """
    small = {word for word, classes in structure.marks.items() if not classes <= PLAIN}
    marks = small | structure.not_verbs
    singles: dict[str, list[str]] = {}
    phrases: list[tuple[int, tuple[str, ...], int, str]] = []
    for number, (words, paradigm, _) in enumerate(rows):
        for written in words.split("|"):
            for whole, head, voice in _forms(written.strip(), paradigm, morphology, marks):
                sense = f"{number}/{voice}"
                if len(whole) == 1:
                    singles.setdefault(whole[0], []).append(sense)
                else:
                    phrases.append((len(whole) - whole.count(GAP), whole, head, sense))
    phrases.sort(key=lambda phrase: -phrase[0])
    by_first: dict[str, list[str]] = {}
    for rank, (size, whole, head, sense) in enumerate(phrases):
        by_first.setdefault(whole[0], []).append(f"{rank} {size} {head} {sense} {' '.join(whole[1:])}")
    return {
        "entries": [entry.row for _, _, entry in rows],
        "singles": {word: " ".join(senses) for word, senses in singles.items()},
        "phrases": {word: "\n".join(lines) for word, lines in by_first.items()},
    }


def _forms(
    written: str, paradigm: str, morphology: Morphology, marks: frozenset[str] | set[str]
) -> list[tuple[tuple[str, ...], int, str]]:
    """Each form once: its words, the index of the one that carries the inflection, its voice."""
    parts = written.split()
    at = next((n for n, part in enumerate(parts) if part.startswith("^")), 0)
    head = parts[at].removeprefix("^")
    found: dict[tuple[str, str], tuple[tuple[str, ...], int, str]] = {}
    for voice, form in morphology.inflect(head, paradigm):
        if len(parts) == 1 and form in marks and (voice in ("bare", "passive") or (voice != "active" and form != head)):
            continue
        if (voice, form) not in found:
            found[voice, form] = ((*parts[:at], *form.split(), *parts[at + 1 :]), at, voice)
    return list(found.values())
