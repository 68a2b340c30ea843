"""What phrases look like in one language: its links, shapes and marks, compiled once from ``offices.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ..knowledge.load import of_language

_LINKS = {"to": "u", "led": "l", "of": "o", "is": "y", "possessive": "s", "comma": "c"}
_MARKS = {",": "c", "(": "(", ")": ")", ").": ")", "),": ")"}


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """One language's way of putting names together.

    Attributes:
        phrase: matches the letters of a sentence's atoms; the name of the group that matched is ``r`` and an index into `rules`.
        links: words between two atoms (lower case) to their letter.
        within: prepositions that let a few words stand between an institution and its seat.
        name: matches a run of capitalised words at a place in the text; name_before: one that ends in a comma.
        honorifics, leanings, not_after, place_nouns: words (lower case) that may stand right before a name.
        sides: those among the leanings that are kept as a mention with the rule ``prefix:...`` (for or against an actor).
        becoming: words before an office that somebody takes or is given.
        posted: offices whose "to" names where they are sent, not for whom they act.
        tails: words that a hyphen joins to a name which then names no actor ("Soviet-era"); compounds: those that leave it one.
        owners: words ("its") behind which soldiers are somebody else's than the place they leave; abroad: those whom a state has
            in another ("its embassy in", "troops in"). sent: links that lead only the posted to a state ("experts to Iran").
        common: surnames that are ordinary words besides, and need their state in the article where every word has a capital.
        beside: code of a weak name to those whose presence in the article bears it out.
        in_place: matches "di Dalian, " at its end, so that what follows is where that lies; long_places: place nouns of several words.
        openers: words (lower case) that have a capital only because they open a sentence.
        directions: preposition to ``place``, ``toward`` or ``from``.
    """

    phrase: re.Pattern[str]
    rules: tuple[str, ...]
    links: dict[str, str]
    within: frozenset[str]
    name: re.Pattern[str]
    name_before: re.Pattern[str]
    honorifics: frozenset[str]
    leanings: frozenset[str]
    sides: frozenset[str]
    not_after: frozenset[str]
    place_nouns: frozenset[str]
    openers: frozenset[str]
    directions: dict[str, str]
    in_place: re.Pattern[str]
    long_places: tuple[str, ...]
    becoming: frozenset[str]
    posted: frozenset[str]
    tails: frozenset[str]
    compounds: frozenset[str]
    owners: frozenset[str]
    abroad: frozenset[str]
    sent: frozenset[str]
    common: frozenset[str]
    beside: dict[str, tuple[str, ...]]


@cache
def nameless(shapes: Shapes) -> Shapes:
    """The same shapes without unknown names, for headlines."""
    nothing = re.compile(r"(?!)")
    return replace(shapes, name=nothing, name_before=nothing)


@cache
def shapes_of(language: str) -> Shapes:
    """The shapes of a language; they match nothing where it has no ``offices.yaml``."""
    data: dict[str, Any] = of_language(language, "offices.yaml")
    phrases = data.get("phrases", ())
    patterns = [entry["pattern"] for entry in phrases]
    for short, long in data.get("shorthand", {}).items():
        patterns = [pattern.replace(short, long) for pattern in patterns]
    pattern = "|".join(f"(?P<r{number}>{pattern})" for number, pattern in enumerate(patterns))
    links = {words: _LINKS[kind] for kind, group in data.get("links", {}).items() if kind in _LINKS for words in group}
    particles = "|".join(re.escape(word) for word in data.get("names", {}).get("particles", ())) or "-"
    most = data.get("names", {}).get("max_words", 4) - 1
    capital = r"[^\W\d_a-z][\w’'.-]*[\w]"
    run = rf"(?:{capital}|[A-Z]\.)(?: (?:(?:{particles}) )?(?:{capital}|[A-Z]\.)){{0,{most}}}"
    run_before = rf"(?:{capital})(?: (?:(?:{particles}) )?(?:{capital}|[A-Z]\.)){{1,{most}}}"
    directions = {word: direction for direction, words in data.get("place_prepositions", {}).items() for word in words}
    prepositions = "|".join(re.escape(word) for word in sorted(directions, key=len, reverse=True))
    return Shapes(
        phrase=re.compile(pattern or r"(?!)"),
        rules=tuple(entry["rule"] for entry in phrases),
        links=links | _MARKS,
        within=frozenset(data.get("links", {}).get("within", ())),
        name=re.compile(run),
        name_before=re.compile(rf"(?:^|(?<=[^\w]))({run_before}), $"),
        honorifics=frozenset(data.get("honorifics", ())),
        leanings=frozenset(data.get("leanings", ())),
        sides=frozenset(data.get("sides", ())),
        not_after=frozenset(data.get("not_after", ())),
        place_nouns=frozenset(data.get("place_nouns", ())),
        in_place=re.compile(rf"\b({prepositions or '-'}) (?:\w+ ){{0,2}}(?:[^\W\d_a-z][\w'’-]+ ?){{1,3}}, $"),
        long_places=tuple(f" {noun} " for noun in data.get("place_nouns", ()) if " " in noun),
        becoming=frozenset(data.get("becoming", ())),
        posted=frozenset(data.get("posted", ())),
        tails=frozenset(data.get("tails", ())),
        owners=frozenset(data.get("owners", ())),
        abroad=frozenset(data.get("abroad", ())),
        sent=frozenset(data.get("sent", ())),
        common=frozenset(data.get("common", ())),
        beside={code: tuple(codes) for code, codes in data.get("beside", {}).items()},
        compounds=frozenset(data.get("compounds", ())),
        openers=frozenset(
            word.lower()
            for key in ("openers", "function_words")
            for word in of_language(language, "language.yaml").get(key, ())
        ),
        directions=directions,
    )
