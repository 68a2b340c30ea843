"""All patterns of a language as one automaton, determinised as far as texts ever walk it.

The positions of Glushkov's construction are the leaves of the patterns; a state of the automaton is the set of leaves that
may have been read last. States are made on first use and kept, so a token costs one look-up, and because patterns have no
repetition no walk is longer than the longest pattern: reading is linear in the text, whatever the text.
"""

from __future__ import annotations

from .lexicon import Lexicon
from .pattern import Blank, Category, Choice, Node, Sequence
from .tape import BLANK, BREAK, Tape

_SPACE = " "
_DEAD = -1
_MANY = 50_000  # moves kept per automaton; numbers of a long text would otherwise fill the memory

Planted = tuple[set[int], set[int], bool]  # first positions, last positions, whether it may be empty


class Automaton:
    """Finds, from a token on, every end at which some pattern is complete."""

    def __init__(self, patterns: list[Node], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._symbols: list[str] = []  # of each position: a word, a blank, or "{category}"
        self._follow: list[set[int]] = []
        self._complete: dict[int, list[int]] = {}  # last position → numbers of patterns
        starts: set[int] = set()
        for number, pattern in enumerate(patterns):
            first, last, _ = self._plant(pattern)
            starts |= first
            for position in last:
                self._complete.setdefault(position, []).append(number)
        self._starts = frozenset(starts)
        self._words = frozenset(symbol for symbol in self._symbols if symbol[0] != "{")
        self._forget()

    def _forget(self) -> None:
        self._numbers: dict[frozenset[int], int] = {}
        self._reach: list[frozenset[int]] = [self._starts]  # of each state: the positions that may come next
        self._done: list[tuple[int, ...]] = [()]
        self.moves: list[dict[str, int]] = [{}]
        self._made = 0

    def ends(self, tape: Tape, index: int) -> list[tuple[int, tuple[int, ...]]]:
        """(token after the last one, patterns complete there) for every end reached from a token, shortest first."""
        words, gaps, moves = tape.words, tape.gaps, self.moves
        size = len(words)
        state = moves[0].get(words[index])
        if state is None:
            state = self._move(0, words[index])
        found: list[tuple[int, tuple[int, ...]]] = []
        while state != _DEAD:
            index += 1
            if self._done[state]:
                found.append((index, self._done[state]))
            if index == size or gaps[index] == BREAK:
                break
            if gaps[index] == BLANK:
                after = moves[state].get(_SPACE)
                state = self._move(state, _SPACE) if after is None else after
                if state == _DEAD:
                    break
            after = moves[state].get(words[index])
            state = self._move(state, words[index]) if after is None else after
        if self._made > _MANY:
            self._forget()
        return found

    def begins(self, word: str) -> bool:
        """Whether any pattern can begin with this token."""
        state = self.moves[0].get(word)
        return (self._move(0, word) if state is None else state) != _DEAD

    def _move(self, state: int, word: str) -> int:
        if word == _SPACE:
            symbols = {_SPACE}
        else:
            symbols = {"{" + name + "}" for name in self._lexicon.categories_of(word)}
            if word in self._words:
                symbols.add(word)
        reached = frozenset(p for p in self._reach[state] if self._symbols[p] in symbols) if symbols else frozenset()
        after = _DEAD if not reached else self._numbers.get(reached, _DEAD)
        if reached and after == _DEAD:
            after = self._numbers[reached] = len(self.moves)
            self.moves.append({})
            self._reach.append(frozenset(p for position in reached for p in self._follow[position]))
            self._done.append(tuple(sorted({n for p in reached for n in self._complete.get(p, ())})))
        self.moves[state][word] = after
        self._made += 1
        return after

    def _plant(self, node: Node) -> Planted:
        if isinstance(node, Choice):
            return self._either([self._plant(part) for part in node.parts])
        if isinstance(node, Sequence):
            return self._in_order(node)
        if isinstance(node, Category):
            phrases = self._lexicon.phrases.get(node.name, [])
            return self._either([self._leaf("{" + node.name + "}"), *map(self._in_order, phrases)])
        return self._leaf(_SPACE if isinstance(node, Blank) else node.text)

    def _leaf(self, symbol: str) -> Planted:
        position = len(self._symbols)
        self._symbols.append(symbol)
        self._follow.append(set())
        return {position}, {position}, False

    @staticmethod
    def _either(planted: list[Planted]) -> Planted:
        first: set[int] = set()
        last: set[int] = set()
        for some_first, some_last, _ in planted:
            first |= some_first
            last |= some_last
        return first, last, any(empty for _, _, empty in planted)

    def _in_order(self, node: Sequence) -> Planted:
        first: set[int] = set()
        last: set[int] = set()
        empty = True
        for part in node.parts:
            some_first, some_last, some_empty = self._plant(part)
            for position in last:
                self._follow[position] |= some_first
            if empty:
                first |= some_first
            last = last | some_last if some_empty else some_last
            empty = empty and some_empty
        return first, last, empty
