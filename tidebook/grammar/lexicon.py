"""Named categories of words: what a token or a phrase may be, and the value it then has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import KnowledgeError
from .pattern import Sequence, phrase

Value = str | int


@dataclass(frozen=True, slots=True)
class Digits:
    """A category of plain numbers: every `step`-th from `low` to `high`, written with `shortest` to `longest` digits."""

    low: int
    high: int
    shortest: int
    longest: int
    step: int = 1

    def holds(self, word: str) -> bool:
        """Whether this run of digits belongs to the category."""
        return self.shortest <= len(word) <= self.longest and int(word) in range(self.low, self.high + 1, self.step)


@dataclass(slots=True)
class Lexicon:
    """The categories of one language, ready for look-up.

    Attributes:
        single: folded word → categories it alone may be.
        phrases: category → spellings of several tokens, as trees.
        values: (category, folded spelling) → value.
        digits: category → which numbers it holds.
        fields: category → the name under which its words fill a part (``is``; a category's own name by default).
        adds: category → further parts that its words bring along (``adds: {some: X}``: "years" alone are some years).
        capital: folded words that count only where they are written with a capital.
    """

    single: dict[str, frozenset[str]] = field(default_factory=dict)
    phrases: dict[str, list[Sequence]] = field(default_factory=dict)
    values: dict[tuple[str, str], Value] = field(default_factory=dict)
    digits: dict[str, Digits] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    adds: dict[str, tuple[tuple[str, Value], ...]] = field(default_factory=dict)
    capital: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, categories: Mapping[str, Any], capital: list[str], where: str) -> Lexicon:
        """Reads ``{name: {value: [spellings]}}`` and ``{name: {number: [low, high], digits: [shortest, longest]}}``.

        Raises:
            KnowledgeError: a category is neither of the two; names `where` and the category.
        """
        lexicon = cls(capital=frozenset(capital), names=frozenset(categories))
        single: dict[str, set[str]] = {}
        for name, members in categories.items():
            if not isinstance(members, Mapping):
                raise KnowledgeError(f"{where}, category {name}: expected values with their spellings")
            lexicon.fields[name] = members.get("is", name)
            lexicon.adds[name] = tuple(members.get("adds", {}).items())
            if "number" in members:
                low, high = members["number"]
                shortest, longest = members["digits"]
                lexicon.digits[name] = Digits(low, high, shortest, longest, members.get("step", 1))
                continue
            for value, spellings in members.items():
                if value in ("is", "adds"):
                    continue
                for spelling in spellings:
                    lexicon._add(single, name, _value(value), str(spelling))
        lexicon.single = {word: frozenset(found) for word, found in single.items()}
        return lexicon

    def _add(self, single: dict[str, set[str]], name: str, value: Value, spelling: str) -> None:
        tree = phrase(spelling)
        self.values[name, key_of(spelling)] = value
        if len(tree.parts) == 1:
            single.setdefault(spelling.lower(), set()).add(name)
        else:
            self.phrases.setdefault(name, []).append(tree)

    def categories_of(self, word: str) -> frozenset[str]:
        """The categories that one token alone may be."""
        if word.isdecimal():
            if len(word) > 9:
                return frozenset()
            return frozenset(name for name, digits in self.digits.items() if digits.holds(word))
        return self.single.get(word, frozenset())

    def value_of(self, name: str, spelling: str) -> Value:
        """What a spelling means in a category; numbers mean themselves."""
        if name in self.digits:
            return int(spelling)
        return self.values[name, key_of(spelling)]


def key_of(spelling: str) -> str:
    """A spelling as it is looked up: folded, its white space as single blanks."""
    return re.sub(r"\s+", " ", spelling.lower())


def _value(written: str) -> Value:
    return int(written) if re.fullmatch(r"-?\d{1,4}", written) and not re.match(r"-?0\d", written) else written
