"""Whether a page says that its article is made up for fun (``knowledge/languages/*/genres.yaml``): nothing that it tells happened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from ..knowledge.load import languages, of_language
from ..records.articles import MADE_UP, Evidence
from .body import Reading
from .cues import LONGEST
from .sheet import Sheet, seeker_of, sheet_of

_SHORT, _DEEP, _ABOVE = 80, 4, 8
"""Code points of a line that names a section; sections in one trail; lines above the headline where such lines stand."""
_BETWEEN = re.compile(r"\s*[»›>]\s*")
_TITLED = re.compile(r"^[\[(]?\s*([^\W\d][\w\s-]{2,20}?)\s*[\])]?\s*[:|\])]\s*\S")


def made_up(reading: Reading, sheet: Sheet | None = None) -> Evidence | None:
    """The line that says that the article of a page is made up for fun, or None.

    Args:
        reading: a page taken apart. sheet: its lines joined, where they are already.
    """
    top = reading.headline if reading.headline is not None else reading.first
    noticed = (sheet or sheet_of(reading)).holding(_book().seeker)
    for index in sorted({*noticed, *range(max(0, top - _ABOVE), reading.first + 1)}):
        judged = reading.lines[index]
        words = judged.line.text
        named = top - _ABOVE <= index <= reading.first and says_section(words)
        titled = index == reading.headline and _titles(words)
        if named or titled or (index <= reading.last + _ABOVE and says_so(words)):
            return Evidence(
                fact="section",
                value=MADE_UP,
                rule="made-up-section" if named or titled else "made-up-notice",
                why="the page says that it is made up for fun",
                page=reading.page.uri,
                span=judged.line.span,
            )
    return None


def says_section(words: str) -> bool:
    """Whether a line names the section it heads, and that is one for what is made up; a menu of all sections does not."""
    if len(words) > _SHORT:
        return False
    book = _book()
    label, colon, rest = words.lower().partition(":")
    trail = [part.strip() for part in _BETWEEN.split(rest if colon else label)]
    if colon and label.strip() in book.labels:
        return trail[0] in book.names
    if len(trail) == 1 and "/" in words:
        trail = [part.strip() for part in words.lower().split("/")]
        return len(trail) <= _DEEP and trail[0] in book.homes and not book.names.isdisjoint(trail)
    return not colon and 1 < len(trail) <= _DEEP and not book.names.isdisjoint(trail)


def is_made_up_section(name: str) -> bool:
    """Whether the name of a section is one for what is made up."""
    return name.strip().lower() in _book().names


def says_so(words: str) -> bool:
    """Whether a line tells its readers that the page is made up."""
    return len(words) <= LONGEST and _book().notices.search(words.lower()) is not None


def _titles(words: str) -> bool:
    found = _TITLED.match(words)
    return found is not None and found[1].lower() in _book().names


@dataclass(frozen=True, slots=True)
class _Book:
    labels: frozenset[str]
    homes: frozenset[str]
    names: frozenset[str]
    seeker: AhoCorasick
    notices: re.Pattern[str]


@cache
def _book() -> _Book:
    entries = [of_language(code, "genres.yaml") for code in languages("genres.yaml")]
    labels, homes, names = (frozenset(word for e in entries for word in e[key]) for key in ("labels", "homes", "names"))
    notices = sorted(
        {phrase for entry in entries for phrase in entry["notices"]}, key=lambda phrase: (-len(phrase), phrase)
    )
    return _Book(
        labels, homes, names, seeker_of(notices), re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, notices))})(?!\w)")
    )
