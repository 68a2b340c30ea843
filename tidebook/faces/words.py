"""What Tidebook says to people, in their language; every word stands in ``languages/<code>/interface.yaml``."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from ..errors import KnowledgeError, TidebookError
from ..knowledge import who
from ..knowledge.load import ROOT, of_language, read_table
from ..records.chronicles import Chronicle
from ..records.events import Event, Report
from .plain import one_line

_NUMBER = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
_OPERATOR = re.compile(r" ([a-z]+)\*")
"""What a rule's name says of the verb, in a report that a verb and a theme tell together ("id:kurang/active cut*aid")."""
_ABOUT = 2
"""Most themes that stand in a line."""
_FILE = "interface.yaml"
_PLACED = ("CONSULT", "AGREE")
"""Types of which people ask where: meetings and what is signed at them."""
_LEVELS = ((4.5, "very_warm"), (1.5, "warm"), (0.0, "lukewarm"), (-1.5, "cool"), (-4.5, "cold"))
"""Lowest level of each word; a visit scores +4, a threat -3.5, a war -9."""


class Words:
    """The interface in one language.

    Attributes:
        code: the language (``id``).
        table: the whole of its ``interface.yaml``.
        names: what a book calls actors of the user's own, by code.
    """

    def __init__(self, code: str, names: Mapping[str, str] | None = None) -> None:
        self.code = code
        self.names = names or {}
        self.table: Mapping[str, Any] = of_language(code, _FILE)
        self._territories: Mapping[str, str] | None = None

    def for_book(self, chronicle: Chronicle) -> Words:
        """The same interface with the names that a book brings for its user's own actors."""
        return Words(self.code, dict(chronicle.names)) if chronicle.names else self

    def say(self, path: str, /, n: int | str | None = None, **values: object) -> str:
        """The text at a dotted path (``report.title``), filled in; `n` chooses between ``[one|several]`` and fills ``{n}``.

        Raises:
            KnowledgeError: the file has no such text.
        """
        text = self._at(path)
        if not isinstance(text, str):
            raise KnowledgeError(f"languages/{self.code}/{_FILE}: no text {path!r}")
        return fill(text, n, **values)

    def lines(self, path: str) -> tuple[str, ...]:
        """The list of texts at a dotted path."""
        return tuple(self._at(path))

    def label(self, group: str, slug: str) -> str:
        """The word for a slug of a vocabulary (``reasons``, ``login-form``); an unknown slug is said as it is."""
        known = self._at(group).get(slug)
        return known if isinstance(known, str) else slug.replace("-", " ").replace("_", " ")

    def note(self, text: str) -> str:
        """A note of the chronicle ("too few events for phases") in this language."""
        return str(self.table["notes"].get(text, text))

    def actor(self, code: str) -> str:
        """The name of an actor: the book's or the interface's own, else CLDR's, else of the tables of actors, else its code."""
        own = self.names.get(code) or self.table["actors"].get(code)
        if own is not None:
            return str(own)
        if self._territories is None:
            self._territories = _territories(self.table["locale"])
        return self._territories.get(code) or who.name(code, self.code).removeprefix("user:")

    def language(self, code: str) -> str:
        """The name of a language: of our own table, else of CLDR, else its code."""
        own = self.table["languages"].get(code)
        if own is not None:
            return str(own)
        from babel.core import Locale

        return str(Locale.parse(self.table["locale"]).languages.get(code, code))

    def actors(self, codes: Iterable[str]) -> str:
        """Names joined as the language joins them ("Rusia, Tiongkok, dan Korea Utara")."""
        return self.listed([self.actor(code) for code in codes])

    def listed(self, names: Iterable[str]) -> str:
        """Any names, joined as the language joins them."""
        from babel.lists import format_list

        return str(format_list(list(names), locale=self.table["locale"]))

    def type_name(self, type_: str, mode: str | None = None) -> str:
        """The noun for a PLOVER type, or for its mode."""
        entry = self.table["types"].get(type_, {})
        narrow = entry.get("modes", {}).get(mode, {}) if mode else {}
        return str(narrow.get("name") or entry.get("name") or type_.lower())

    def event_line(self, event: Event, reports: Sequence[Report] = (), called: str = "") -> str:
        """Who did what to whom, and about what, in our words: "Rusia memangkas bantuan kepada Korea Utara".

        Args:
            reports: of the event, the one that tells it best first; they say by which words it is told and about what.
            called: the event's own name, as a page gives it ("Perjanjian Simla"); it says more than a theme.
        """
        shape = self._shape(event)
        entry = self.table["types"].get(event.type, {})
        narrow = entry.get("modes", {}).get(event.mode, {}) if event.mode else {}
        told, theme = self._told_as(event.type, shape, reports[0]) if reports else (None, "")
        line = self._filled(event, told or narrow.get(shape) or entry.get(shape))
        about = [word for word in self._about(reports[0], theme) if word.lower() not in line.lower()] if reports else []
        where = [event.place] if event.place and event.type in _PLACED and event.place not in called else []
        details = [*([called] if called else about), *where]
        return f"{line} ({', '.join(map(one_line, details))})" if details else line

    def _told_as(self, type_: str, shape: str, report: Report) -> tuple[str | None, str]:
        """The wording for what a verb does to a theme (``cut*aid``, ``cut*``, ``*aid``), and that theme; None without one."""
        told = self.table["types"].get(type_, {}).get("told", {})
        found = _OPERATOR.search(report.rule)
        operator = found[1] if found else ""
        keys = [(f"{operator}*{theme}", theme) for theme in report.themes]
        for key, theme in (*keys, (f"{operator}*", ""), *((f"*{theme}", theme) for theme in report.themes)):
            if shape in told.get(key, {}):
                return str(told[key][shape]), theme
        return None, ""

    def _about(self, report: Report, said: str) -> list[str]:
        """The themes of a report, without those that only name the act and the one that was `said`."""
        telling = [theme for theme in report.themes if theme not in _bare_themes() and theme != said]
        return [self.label("themes", theme) for theme in telling[:_ABOUT]]

    def _filled(self, event: Event, text: str | None) -> str:
        if text is None:
            return f"{self.type_name(event.type, event.mode)}: {self.actors((*event.actors, *event.recipients))}"
        return fill(text, len(event.actors), actors=self.actors(event.actors), recipients=self.actors(event.recipients))

    def phase_name(self, name: str) -> str:
        """A phase's slug (``opening``, ``fall.SANCTION``) in words."""
        direction, _, type_ = name.partition(".")
        word = self.label("phases", direction)
        return self.say("phases.because", what=word, type=self.type_name(type_)) if type_ else word

    def level_word(self, level: float) -> str:
        """A level of the tide in a word: "Warm"."""
        for floor, word in _LEVELS:
            if level >= floor:
                return self.say(f"tide_words.{word}")
        return self.say("tide_words.hostile")

    @staticmethod
    def _shape(event: Event) -> str:
        if event.actors and event.recipients:
            return "to"
        if event.actors:
            return "both" if len(event.actors) > 1 else "alone"
        return "of"

    def _at(self, path: str) -> Any:
        node: Any = self.table
        for step in path.split("."):
            node = node.get(step) if isinstance(node, Mapping) else None
        if node is None:
            raise KnowledgeError(f"languages/{self.code}/{_FILE}: no entry {path!r}")
        return node


def fill(text: str, /, n: int | str | None = None, **values: object) -> str:
    """A text with ``[one|several]`` chosen by `n` and ``{names}`` filled in."""
    if n is not None:
        text = _NUMBER.sub(lambda m: m[1] if n == 1 else m[2], text)
        values = {"n": n, **values}
    return text.format(**values) if values else text


@cache
def interfaces() -> tuple[str, ...]:
    """Codes of the languages that Tidebook speaks, sorted."""
    return tuple(sorted(path.parent.name for path in (ROOT / "languages").glob(f"*/{_FILE}")))


@cache
def words_of(code: str) -> Words:
    """The interface in a language.

    Raises:
        TidebookError: Tidebook does not speak it; the message lists what it speaks.
    """
    if code not in interfaces():
        here = words_of(default_language())
        raise TidebookError(here.say("cli.no_language", code=code, choices=", ".join(interfaces())))
    return Words(code)


def default_language() -> str:
    """The language of the terminal, from ``TIDEBOOK_LANGUAGE`` or the locale; English where that is not spoken."""
    for name in ("TIDEBOOK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = re.split(r"[_.@-]", os.environ.get(name, ""))[0].lower()
        if code in interfaces():
            return code
    return "en"


@cache
def _bare_themes() -> frozenset[str]:
    return frozenset(row["theme"] for row in read_table(ROOT / "codes" / "bare_themes.tsv"))


def _territories(locale: str) -> Mapping[str, str]:
    from babel.core import Locale, get_global

    names = Locale.parse(locale).territories
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    return {
        long: names[short[0]]
        for long, short in aliases.items()
        if len(long) == 3 and long.isalpha() and len(short) == 1 and short[0] in names
    }


def language_for(chronicle: Chronicle) -> str:
    """The interface for readers of these pages: the language of most articles, English where that is not spoken."""
    counts = Counter(article.language.split("-")[0] for article in chronicle.articles)
    spoken = [(-count, code) for code, count in counts.items() if code in interfaces()]
    return min(spoken)[1] if spoken else "en"
