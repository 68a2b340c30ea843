"""Newspapers and agencies as data: ``knowledge/outlets/<country>/<domain>.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from ..knowledge.load import ROOT, read_yaml
from ..records.edtf import parse
from ..records.times import Interval

AGENCY, OUTLET = "agency", "outlet"


@dataclass(frozen=True, slots=True)
class Manner:
    """What the pages of a newsroom look like for a time.

    Attributes:
        since, until: the first and the last days of it; None where it is not known to have begun or ended.
        marks: words that stand on its pages alone.
    """

    since: Interval | None
    until: Interval | None
    marks: tuple[str, ...]

    def is_in_force(self, day: Interval | None) -> bool:
        """Whether a page of that day may look so; one that nobody dates may always."""
        if day is None:
            return True
        begun = self.since is None or not day.precedes(self.since)
        return begun and (self.until is None or not self.until.precedes(day))


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newsroom or agency.

    Attributes:
        name: for people. names: all that it is called, as written. domains: its hosts.
        country: ISO 3166-1 alpha-3, or None. kind: ``outlet`` or ``agency``.
        manners: what its pages have looked like, each for its time.
    """

    name: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
    country: str | None
    kind: str
    manners: tuple[Manner, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """Words that stand, or stood, on its pages alone."""
        return tuple(mark for manner in self.manners for mark in manner.marks)

    def has_mark(self, mark: str, day: Interval | None) -> bool:
        """Whether a mark stood on its pages on a day."""
        return any(mark in manner.marks and manner.is_in_force(day) for manner in self.manners)


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet with a file, sorted by name."""
    found = []
    for path in sorted((ROOT / "outlets").glob("*/*.yaml")):
        entry = read_yaml(path)
        manners = tuple(
            Manner(_days(manner["since"]), _days(manner["until"]), tuple(manner["marks"]))
            for manner in entry["manners"]
        )
        found.append(
            Outlet(
                entry["name"],
                tuple(entry["names"]),
                tuple(entry["domains"]),
                entry.get("country"),
                entry["kind"],
                manners,
            )
        )
    return tuple(sorted(found, key=lambda outlet: outlet.name))


@cache
def are_dated() -> bool:
    """Whether the manner of any outlet is known to have begun or ended."""
    return any(manner.since or manner.until for outlet in outlets() for manner in outlet.manners)


def _days(edtf: str | None) -> Interval | None:
    return None if edtf is None else parse(edtf)


def names_in(text: str) -> Iterator[tuple[int, int, Outlet]]:
    """Every name or domain of an outlet that stands in a text as a word of its own: start, end, whose it is."""
    searcher, owners = _searcher()
    for number, start, end in searcher.find_matches_as_indexes(text):
        if (start and (text[start - 1].isalnum() or text[start - 1] in "_.@")) or text[end : end + 1].isalnum():
            continue
        if text[end : end + 1] not in ("_", "@"):
            yield start, end, owners[number]


@cache
def _searcher() -> tuple[AhoCorasick, tuple[Outlet, ...]]:
    words = sorted(by_name(), key=lambda w: (-len(w), w))
    return _seeking(words), tuple(by_name()[word] for word in words)


def marks_in(text: str) -> Iterator[tuple[int, int, Outlet]]:
    """Words of a text that stand on the pages of one outlet alone: start, end, whose they are."""
    searcher, owners = _marks()
    for number, start, end in searcher.find_matches_as_indexes(text):
        yield start, end, owners[number]


@cache
def _marks() -> tuple[AhoCorasick, tuple[Outlet, ...]]:
    owners = {mark: outlet for outlet in outlets() for mark in outlet.marks}
    words = sorted(owners)
    return _seeking(words), tuple(owners[word] for word in words)


def _seeking(words: list[str]) -> AhoCorasick:
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


@cache
def by_name() -> dict[str, Outlet]:
    """Every name and domain, as written, with its outlet; names shared by two outlets belong to the first."""
    table: dict[str, Outlet] = {}
    for outlet in outlets():
        for word in (*outlet.names, *outlet.domains):
            table.setdefault(word, outlet)
            if "." in word:
                table.setdefault(word.upper(), outlet)
                table.setdefault(word.lower(), outlet)
    return table


@cache
def paging_lines() -> tuple[str, ...]:
    """Lines by which single outlets cut their articles into pages, in lower case; ``{n}`` is the page, ``{m}`` how many there are."""
    lines: set[str] = set()
    for path in sorted((ROOT / "outlets").glob("*/*.yaml")):
        for manner in read_yaml(path).get("manners", ()):
            lines |= {line.lower() for line in manner.get("paging", ())}
    return tuple(sorted(lines))


@cache
def furniture_lines() -> tuple[str, ...]:
    """Lines that single outlets put around their articles, in lower case."""
    lines: set[str] = set()
    for path in sorted((ROOT / "outlets").glob("*/*.yaml")):
        for manner in read_yaml(path).get("manners", ()):
            lines |= {line.lower() for line in manner.get("furniture", ())}
    return tuple(sorted(lines))
