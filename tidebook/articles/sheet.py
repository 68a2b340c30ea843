"""The lines of one page joined, so that what is looked for on every line is looked for once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

from .body import Reading
from .lines import lower, whole
from .outlets import Outlet, marks_in, names_in

LONGEST = 240
"""Code points in the longest line that may say something of its page; longer ones are paragraphs."""
Names = Sequence[tuple[int, int, Outlet]]
"""Where on a line names of outlets or agencies begin and end, and whose they are."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a page as one text.

    Attributes:
        short: the lines that are no paragraphs, joined by line ends. lowered: the same in lower case.
        places: for each of those lines where it begins in `short`. lines: which line of the page it is.
        named: for each line of the page that names outlets or agencies, the names.
    """

    short: str
    lowered: str
    places: Sequence[int]
    lines: Sequence[int]
    named: Mapping[int, Names]

    def holding(self, seeker: AhoCorasick) -> list[int]:
        """The lines, paragraphs aside, in whose lower case something is found."""
        found = {start for _, start, _ in seeker.find_matches_as_indexes(self.lowered)}
        return sorted({self.lines[bisect_right(self.places, start) - 1] for start in found})

    def marked(self) -> dict[int, tuple[int, int, Outlet]]:
        """The first words on each line that stand on the pages of one outlet alone: begin, end, whose they are."""
        found: dict[int, tuple[int, int, Outlet]] = {}
        for start, end, outlet in marks_in(self.short):
            number = bisect_right(self.places, start) - 1
            at = self.places[number]
            found.setdefault(self.lines[number], (start - at, end - at, outlet))
        return found


def sheet_of(reading: Reading) -> Sheet:
    """The lines of a page taken apart."""
    words = [judged.line.text for judged in reading.lines]
    lines = [index for index, line in enumerate(words) if len(line) <= LONGEST]
    short, places = _joined([words[index] for index in lines])
    text, starts = _joined(words)
    named: dict[int, list[tuple[int, int, Outlet]]] = {}
    for start, end, outlet in names_in(text):
        index = bisect_right(starts, start) - 1
        named.setdefault(index, []).append((start - starts[index], end - starts[index], outlet))
    return Sheet(short, lower(short), places, lines, named)


def _joined(words: Sequence[str]) -> tuple[str, list[int]]:
    starts, at = [], 0
    for line in words:
        starts.append(at)
        at += len(line) + 1
    text = "\n".join(words)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = whole(text)
    return text, starts


def seeker_of(words: Iterable[str]) -> AhoCorasick:
    """Looks for any of some words at once."""
    return AhoCorasick(sorted(set(words)), implementation=Implementation.DFA)
