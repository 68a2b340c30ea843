r"""The small language that patterns are written in.

    {weekday} (pekan )?lalu        words, categories, choices and options
    {day}~{month}                  ~ a space that may be missing
    antara {year} dan {year}       a space in the pattern is a space in the text
    {weekday} \\(                  a mark of this language that stands for itself

There is no repetition, so a pattern has a longest match and reading is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..errors import KnowledgeError

_TOKEN = re.compile(r"\\.|\{[\w-]+\}|\s+|[()|?~]|\d+|[^\W\d_]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded token that must stand there."""

    text: str


@dataclass(frozen=True, slots=True)
class Category:
    """One member of a named category."""

    name: str


@dataclass(frozen=True, slots=True)
class Blank:
    """White space, but no empty line."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Any one of these; an empty `Sequence` among them makes it optional."""

    parts: tuple[Node, ...]


Node = Word | Category | Blank | Sequence | Choice
EMPTY = Sequence(())


def parse(pattern: str, where: str, macros: dict[str, str] | None = None) -> Node:
    """The tree of a pattern; `macros` are patterns that stand for a name in braces.

    Raises:
        KnowledgeError: a bracket is missing or a mark stands where it means nothing; names `where`.
    """
    tokens = _TOKEN.findall(pattern.lower())
    if "".join(tokens) != pattern.lower():
        raise KnowledgeError(f"{where}: cannot read the pattern {pattern!r}")
    reader = _Reader(tokens, where, pattern, macros or {})
    node = reader.choice()
    if reader.at < len(tokens):
        raise KnowledgeError(f"{where}: a bracket closes that never opened in {pattern!r}")
    return node


class _Reader:
    def __init__(self, tokens: list[str], where: str, pattern: str, macros: dict[str, str]) -> None:
        self.tokens, self.where, self.pattern, self.macros = tokens, where, pattern, macros
        self.at = 0

    def choice(self) -> Node:
        branches = [self.sequence()]
        while self._peek() == "|":
            self.at += 1
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def sequence(self) -> Node:
        parts: list[Node] = []
        while (token := self._peek()) not in ("", ")", "|"):
            self.at += 1
            if token == "(":
                inner = self.choice()
                if self._peek() != ")":
                    raise KnowledgeError(f"{self.where}: a bracket never closes in {self.pattern!r}")
                self.at += 1
                parts.append(inner)
            elif token == "?":
                if not parts:
                    raise KnowledgeError(f"{self.where}: nothing before '?' in {self.pattern!r}")
                parts[-1] = Choice((parts[-1], EMPTY))
            elif token == "~":
                parts.append(Choice((Blank(), EMPTY)))
            elif token.isspace():
                parts.append(Blank())
            elif token.startswith("\\"):
                parts.append(Word(token[1:]))
            elif token.startswith("{"):
                parts.append(self._named(token[1:-1]))
            else:
                parts.append(Word(token))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _named(self, name: str) -> Node:
        if name in self.macros:
            return parse(self.macros[name], f"{self.where}, {name}", self.macros)
        return Category(name)

    def _peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""


def phrase(text: str) -> Sequence:
    """Words that stand for themselves, without any of the marks of the language."""
    parts: list[Node] = []
    for token in re.findall(r"\s+|\d+|[^\W\d_]+|[^\w\s]|_", text.lower()):
        parts.append(Blank() if token.isspace() else Word(token))
    return Sequence(tuple(parts))


def leaves(node: Node) -> Iterator[Word | Category | Blank]:
    """Every leaf of a tree, left to right."""
    if isinstance(node, (Sequence, Choice)):
        for part in node.parts:
            yield from leaves(part)
    else:
        yield node
