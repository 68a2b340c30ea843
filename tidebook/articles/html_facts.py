"""Facts other than dates that the markup of a page states, weighed against what its lines show."""

from __future__ import annotations

import re

from ..records.articles import MADE_UP, Evidence
from ..records.pages import Page
from .addresses import host_of, split_address
from .genre import is_made_up_section
from .language import UNDETERMINED
from .lines import fold
from .names import writer_in
from .outlets import by_name
from .stated import Said, Told, is_made_up

_LONGEST_SECTION, _LONGEST_NAME, _MOST_WRITERS = 60, 80, 6
_SHORTEST_HOUSE = 4
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+\Z")
_TAIL = re.compile(r"\s+(?:[|–—•·»/-]|-{2}|::)\s+")
_LANGUAGE = re.compile(r"(?P<main>[A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\Z")
_RENAMED = {"in": "id", "iw": "he", "ji": "yi", "nb": "no", "nn": "no", "msa": "ms", "ind": "id", "eng": "en"}
"""Codes that ISO 639 has given up, or has in three letters."""


def titles_of(told: Told) -> list[tuple[str, Said]]:
    """The titles that a page states, without the site's name at their ends, the most trusted first."""
    names = {fold(said.value) for said in told.get("publisher", ())}
    found = []
    for said in told.get("headline", ()):
        words = " ".join(said.value.split())
        if words and fold(words) not in names:
            found.append((_bare(words, said, names), said))
    return found


def headline_said(page: Page, told: Told, shown: str) -> tuple[str, list[Evidence]]:
    """The headline (as a line shows it, else as the most trusted place states it) and every place that states one."""
    titles = titles_of(told)
    chosen = shown or next((words for words, _ in titles), "")
    return chosen, [_found(page, said, words, fold(words) == fold(chosen)) for words, said in titles]


def byline_said(page: Page, told: Told, shown: str | None, publisher: str | None) -> tuple[str | None, list[Evidence]]:
    """Who wrote it: as the most trusted place states it, else as a line shows it."""
    names: list[tuple[str, Said]] = []
    for said in told.get("byline", ()):
        words = " ".join(said.value.split())
        words = writer_in(words) or words
        if _is_name(words) and not _is_house(words, publisher, page):
            names.append((words, said))
    first = next((said.where.partition("#")[0] for _, said in names), "")
    together = list(dict.fromkeys(words for words, said in names if said.where.partition("#")[0] == first))
    chosen = ", ".join(together[:_MOST_WRITERS]) or shown
    return chosen, [_found(page, said, words, words in together) for words, said in names]


def section_said(page: Page, told: Told, publisher: str | None) -> tuple[str | None, list[Evidence]]:
    """The section of the outlet; `MADE_UP` where its name or type says that the article is made up for fun."""
    made_up = is_made_up(page)
    found = [
        (" ".join(said.value.split()), said)
        for said in told.get("section", ())
        if len(said.value) <= _LONGEST_SECTION
        and "://" not in said.value
        and not _HOST.match(said.value)
        and fold(said.value) != fold(publisher or "")
    ]
    fun = made_up or next((said for words, said in found if is_made_up_section(words)), None)
    if fun is not None:
        why = f"the page says that it is made up for fun: {fun.where}"
        return MADE_UP, [Evidence(fact="section", value=MADE_UP, rule=fun.rule, why=why, page=page.uri)]
    chosen = found[0][0] if found else None
    return chosen, [_found(page, said, words, words == chosen) for words, said in found]


def canonical_said(page: Page, told: Told) -> tuple[str | None, list[Evidence]]:
    """The canonical address: absolute, and no front page where another place names one within the site."""
    found = []
    for said in told.get("canonical", ()):
        parts = split_address(said.value)
        if parts is not None:
            found.append((said.value, said, bool(parts.path.strip("/") or parts.query)))
    inner = [entry for entry in found if entry[2]] or found
    chosen = inner[0][0] if inner else None
    return chosen, [_found(page, said, value, value == chosen) for value, said, _ in found]


def language_said(page: Page, told: Told, judged: str) -> tuple[str, list[Evidence]]:
    """The language: as the text shows it; as the page states it only where the text does not tell."""
    found = []
    for said in told.get("language", ()):
        match = _LANGUAGE.match(said.value.strip())
        if match is not None:
            main = match["main"].lower()
            found.append((_RENAMED.get(main, main), said))
    chosen = judged if judged != UNDETERMINED or not found else found[0][0]
    return chosen, [_found(page, said, code, code == chosen) for code, said in found]


def _bare(words: str, said: Said, names: set[str]) -> str:
    """A title without the name of its site, which some put behind (``Two lakes - Lake Courier``), a few before it."""
    pieces = [(found.start(), found.end()) for found in _TAIL.finditer(words)]
    if not pieces:
        return words
    start, end = pieces[-1]
    if fold(words[end:]) in names:
        return _bare(words[:start], said, names)
    if fold(words[: pieces[0][0]]) in names:
        return words[pieces[0][1] :]
    if said.rule == "title-element" and len(words[end:].split()) <= 4 and start >= len(words) // 2:
        return words[:start]
    return words


def _is_house(words: str, publisher: str | None, page: Page) -> bool:
    """Whether a name is the newsroom's own, or begins with it (``Kompas Cyber Media``)."""
    folded, house = fold(words), fold(publisher or "")
    if folded == host_of(page) or words in by_name():
        return True
    return folded == house or (len(house) >= _SHORTEST_HOUSE and folded.startswith(house))


def _is_name(words: str) -> bool:
    letters = any(map(str.isalpha, words))
    return letters and len(words) <= _LONGEST_NAME and "://" not in words and "@" not in words and "{" not in words


def _found(page: Page, said: Said, value: str, chosen: bool) -> Evidence:
    return Evidence(fact=said.fact, value=value, rule=said.rule, why=said.where, page=page.uri, chosen=chosen)
