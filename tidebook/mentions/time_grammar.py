"""The grammar of times of one language, put together from its folder and compiled once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..errors import KnowledgeError
from ..grammar.meanings import MEANINGS
from ..grammar.rule import Grammar
from ..grammar.tape import fold
from ..knowledge.load import ROOT, of_language, read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Words before an expression that add to it.

    Attributes:
        mod: TIMEX3 mod; flag: of the mention; approximate, uncertain: of the interval.
        inside: whether the words belong to the span. counts: whether they only go with so many units ("nearly two years").
        clause: whether they may open a clause that a date further on belongs to ("since the war began in 2006").
    """

    mod: str | None
    flag: str | None
    approximate: bool
    uncertain: bool
    inside: bool
    counts: bool
    clause: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeGrammar:
    """All that the reader of times knows of a language.

    Attributes:
        grammar: the rules. before: reversed tokens → what they add; longest: of their length in tokens.
        to, both, opens: tokens that join two expressions to a stretch, list them, or announce such a stretch; day_of:
            that tie a time of day to its day.
        future, past: words that tell the direction of an unsaid year; future_pairs: two words in a row that do;
            past_endings: of verbs that do; infinitive: words before a verb without a tense.
        deictic: words that speak from the day of publication.
        ordinal_marks: what may stand after the number of a day ("4th", "4."). numerals: number words of one token.
        small_words: words that may follow a bare day ("15 and 16 in ...").
        prepositions: words that may stand between a hedge and its time.
        lists: named sets of tokens that rules point to.
        vetoes: first token → spellings that are no times.
        lore: dated periods and holidays by name.
    """

    grammar: Grammar
    before: Mapping[tuple[str, ...], Before]
    longest: int
    to: frozenset[tuple[str, ...]]
    both: frozenset[tuple[str, ...]]
    day_of: frozenset[tuple[str, ...]]
    opens: frozenset[str]
    future: frozenset[str]
    future_pairs: frozenset[tuple[str, str]]
    past: frozenset[str]
    infinitive: frozenset[str]
    past_endings: tuple[str, ...]
    deictic: frozenset[str]
    ordinal_marks: frozenset[str]
    numerals: Mapping[str, int]
    small_words: frozenset[str]
    prepositions: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    vetoes: Mapping[str, tuple[tuple[str, ...], ...]]
    lore: Mapping[str, Mapping[str, Any]]


@cache
def time_grammar(language: str) -> TimeGrammar:
    """The compiled grammar of times of a language.

    Raises:
        KnowledgeError: the language has no times, or its files are malformed.
    """
    data = of_language(language, "times.yaml")
    if not data:
        raise KnowledgeError(f"language {language!r} has no times.yaml")
    numbers = of_language(language, "numbers.yaml")
    names = of_language(language, "periods.yaml")
    categories = {**data["categories"], **numbers.get("categories", {})}
    for category in ("period", "holiday"):
        categories[category] = names.get(category, {})
    where = f"languages/{language}/times.yaml"
    grammar = Grammar.of({**data, "categories": categories}, frozenset(MEANINGS), where)
    before = {
        tuple(reversed(tokens_of(words))): Before(
            mod=entry.get("mod"),
            flag=entry.get("flag"),
            approximate=bool(entry.get("approximate")),
            uncertain=bool(entry.get("uncertain")),
            inside=bool(entry.get("in")),
            clause=bool(entry.get("clause")),
            counts=entry.get("of") == "count",
        )
        for entry in data.get("before", [])
        for words in entry["words"]
    }
    between = data.get("between", {})
    tense = data.get("tense", {})
    vetoes: dict[str, list[tuple[str, ...]]] = {}
    for words in data.get("not_times", []):
        tokens = tokens_of(words)
        vetoes.setdefault(tokens[0], []).append(tokens)
    return TimeGrammar(
        grammar=grammar,
        before=before,
        longest=max(map(len, before), default=0),
        to=frozenset(map(tokens_of, between.get("to", []))),
        both=frozenset(map(tokens_of, between.get("and", []))),
        day_of=frozenset(map(tokens_of, between.get("on", []))),
        opens=frozenset(between.get("opens", [])),
        future=frozenset(word for word in tense.get("future", []) if " " not in word),
        future_pairs=frozenset((a, b) for a, _, b in (word.partition(" ") for word in tense.get("future", [])) if b),
        past=frozenset(tense.get("past", [])),
        infinitive=frozenset(tense.get("infinitive", [])),
        past_endings=tuple(tense.get("past_endings", [])),
        deictic=frozenset(data.get("deictic", [])),
        ordinal_marks=frozenset(data.get("ordinal_marks", [])),
        numerals={word: int(value) for (name, word), value in grammar.lexicon.values.items() if name == "numeral"},
        small_words=frozenset(data.get("small_words", [])),
        prepositions=frozenset(data.get("prepositions", [])),
        lists={name: frozenset(fold(word) for word in words) for name, words in data.get("lists", {}).items()},
        vetoes={first: tuple(spellings) for first, spellings in vetoes.items()},
        lore=_lore(),
    )


def tokens_of(words: str) -> tuple[str, ...]:
    """A spelling as the tape cuts it."""
    from ..grammar.tape import Tape

    return tuple(Tape(words).words)


@cache
def _lore() -> Mapping[str, Mapping[str, Any]]:
    path = ROOT / "codes" / "periods.yaml"
    lore: dict[str, Mapping[str, Any]] = {}
    for section in read_yaml(path).values() if path.is_file() else ():
        if isinstance(section, dict):
            lore.update(section)
    return lore
