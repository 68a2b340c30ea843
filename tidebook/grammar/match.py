"""Text and rules → matches that remember their rule and their parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .lexicon import Lexicon, Value
from .pattern import Blank, Category, Choice, Node, Sequence, Word
from .rule import Grammar, Rule
from .tape import BLANK, GLUED, Tape


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of tokens that stands for one category of the pattern."""

    name: str
    value: Value
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Match:
    """Words that a rule reads: tokens `first` to `after` (half-open)."""

    rule: Rule
    first: int
    after: int
    parts: tuple[Part, ...]

    def value(self, name: str) -> Value | None:
        """The value of the first part of that name, or None."""
        return next((part.value for part in self.parts if part.name == name), None)

    def values(self, name: str) -> tuple[Value, ...]:
        """The values of all parts of that name, in order."""
        return tuple(part.value for part in self.parts if part.name == name)


def matches_at(grammar: Grammar, tape: Tape, index: int) -> Iterator[Match]:
    """All readings that begin at a token, the longest first, and of equally long ones the earlier rule first."""
    for after, numbers in reversed(grammar.automaton.ends(tape, index)):
        for number in numbers:
            rule = grammar.rules[number]
            walker = _Walker(tape, after, grammar.lexicon, index)
            for end, spaced, parts in walker.walk(rule.tree, index, False):
                if end == after and not spaced:
                    yield Match(rule, index, after, parts)
                    break


Step = tuple[int, bool, tuple[Part, ...]]  # the next token, whether a blank must stand before it, the parts so far


class _Walker:
    """Reads a few tokens once more, with one pattern that is known to fit, to say which words filled which part."""

    def __init__(self, tape: Tape, limit: int, lexicon: Lexicon, start: int) -> None:
        self.tape, self.limit, self.lexicon, self.start = tape, limit, lexicon, start

    def walk(self, node: Node, at: int, spaced: bool) -> Iterator[Step]:
        """Every way in which a tree reads the tokens from `at` on."""
        if isinstance(node, Sequence):
            yield from self._in_order(node.parts, at, spaced)
        elif isinstance(node, Choice):
            for part in node.parts:
                yield from self.walk(part, at, spaced)
        elif isinstance(node, Blank):
            if not spaced:
                yield at, True, ()
        elif isinstance(node, Word):
            if self._stands(at, spaced) and self.tape.words[at] == node.text:
                yield at + 1, False, ()
        else:
            yield from self._category(node, at, spaced)

    def _in_order(self, parts: tuple[Node, ...], at: int, spaced: bool) -> Iterator[Step]:
        if not parts:
            yield at, spaced, ()
            return
        for middle, gap, some in self.walk(parts[0], at, spaced):
            for end, last, rest in self._in_order(parts[1:], middle, gap):
                yield end, last, some + rest

    def _category(self, node: Category, at: int, spaced: bool) -> Iterator[Step]:
        if not self._stands(at, spaced):
            return
        word = self.tape.words[at]
        if node.name in self.lexicon.categories_of(word):
            yield at + 1, False, self._parts(node.name, word, at, at + 1)
        for phrase in self.lexicon.phrases.get(node.name, ()):
            for end, gap, _ in self._in_order(phrase.parts, at, spaced):
                spelling = self.tape.folded[self.tape.starts[at] : self.tape.ends[end - 1]]
                yield end, gap, self._parts(node.name, spelling, at, end)

    def _parts(self, name: str, spelling: str, first: int, after: int) -> tuple[Part, ...]:
        lexicon = self.lexicon
        added = tuple(Part(field, value, first, after) for field, value in lexicon.adds[name])
        return (Part(lexicon.fields[name], lexicon.value_of(name, spelling), first, after), *added)

    def _stands(self, at: int, spaced: bool) -> bool:
        if at >= self.limit:
            return False
        return at == self.start or self.tape.gaps[at] == (BLANK if spaced else GLUED)
