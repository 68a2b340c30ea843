"""Which sentences tell a day: those that say what many witnesses of the day say, in the words of the whole story.

A word is worth the geometric mean of two shares: of the articles that speak of the day, how many use it there; of all
articles, how many use it at all. Neighbouring words count as pairs in the same way. Words that only the day
has and words that only the story has are both worth little; what a good sentence of a timeline holds is worth most. The
constants were chosen on five topics of Timeline17 (`benchmarks/timelines`); nothing is trained.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from .told import Line, Telling

_HEAD = 8  # lines of an article that tell its news, where they name no day
_DAY_AFTER = 0.5  # what came out the day after counts as half a witness
_DOUBT = 4.0  # witnesses that say nothing, so that one alone decides little
_COST, _PAIR_COST = 0.1, 0.02  # what each word of a sentence must be worth to be worth reading
_PAIRS = 1.5  # what pairs count for against single words
_ABOUT, _OPENS, _TODAY = 0.3, 0.4, -0.4  # names the subject; begins with the day; names the day on which it came out
_TOLD = 0.3  # what is left of the worth of a word once it was said
_SAME = 0.3  # share of the shorter one's words from which on two sentences say the same
_SHORTEST, _LONGEST = 6, 45  # words that carry meaning

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A sentence that may tell a day: who says it, how much that counts, and how fit its form is."""

    line: Line
    witness: int
    counts: float
    fit: float


@dataclass(slots=True)
class Gist:
    """What a story says on each day.

    Attributes:
        words, pairs: in how many articles each is used; articles: of how many.
        said: by day, the sentences that may tell it.
    """

    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[Pair] = field(default_factory=Counter)
    articles: int = 0
    said: dict[int, list[_Said]] = field(default_factory=dict)

    @classmethod
    def of(cls, tellings: Iterable[Telling]) -> Gist:
        """Reads the articles of a story; their order does not matter."""
        gist = cls()
        for witness, telling in enumerate(sorted(tellings, key=_order)):
            gist._hear(witness, telling)
        return gist

    def tell(self, day: int, most: int, but: Collection[str] = ()) -> list[Line]:
        """Up to `most` sentences for a day, best first, none saying what another says.

        Args:
            day: ordinal. but: texts that were used already.
        """
        words, pairs = self._worth(day)
        pool: dict[str, tuple[Line, float]] = {}
        for said in self.said.get(day, ()):
            line = said.line
            if line.text not in but and _SHORTEST <= len(line.words) <= _LONGEST:
                best = pool.get(line.text)
                if best is None or said.fit > best[1]:
                    pool[line.text] = (line, said.fit)
        chosen: list[Line] = []
        while pool and len(chosen) < most:
            _, text = max((_value(line, fit, words, pairs), text) for text, (line, fit) in pool.items())
            line = pool.pop(text)[0]
            chosen.append(line)
            mine = set(line.words)
            for word in mine:
                words[word] *= _TOLD
            for pair in set(pairwise(line.words)):
                pairs[pair] *= _TOLD
            pool = {other: held for other, held in pool.items() if not _alike(mine, set(held[0].words))}
        return chosen

    def shares(self, day: int) -> dict[str, float]:
        """How much of what is said of a day each sentence says, against the one that says most: 0 to 1, by its text."""
        words, pairs = self._worth(day)
        told = {said.line.text: said.line for said in self.said.get(day, ()) if said.line.words}
        values = {text: max(0.0, _value(line, 1.0, words, pairs)) for text, line in told.items()}
        most = max(values.values(), default=0.0)
        return {text: value / most if most else 0.0 for text, value in values.items()}

    def _hear(self, witness: int, telling: Telling) -> None:
        self.articles += 1
        words: set[str] = set()
        pairs: set[Pair] = set()
        counts = telling.relevance
        for place, line in enumerate(telling.lines):
            words.update(line.words)
            pairs.update(pairwise(line.words))
            about = 1.0 + (_ABOUT if line.about else 0.0)
            for day in line.days:
                fit = about + (_OPENS if line.opens == day else 0.0) + (_TODAY if telling.published == day else 0.0)
                self._note(day, _Said(line=line, witness=witness, counts=counts, fit=fit))
            if not line.days and place < _HEAD and telling.published is not None:
                self._note(telling.published, _Said(line=line, witness=witness, counts=counts, fit=about))
                self._note(
                    telling.published - 1, _Said(line=line, witness=witness, counts=counts * _DAY_AFTER, fit=about)
                )
        self.words.update(words)
        self.pairs.update(pairs)

    def _note(self, day: int, said: _Said) -> None:
        self.said.setdefault(day, []).append(said)

    def _worth(self, day: int) -> tuple[dict[str, float], dict[Pair, float]]:
        """What each word and each pair that is said of a day is worth."""
        witnesses: dict[int, float] = {}
        words: dict[str, dict[int, float]] = {}
        pairs: dict[Pair, dict[int, float]] = {}
        for said in self.said.get(day, ()):
            who, counts = said.witness, said.counts
            witnesses[who] = max(witnesses.get(who, 0.0), counts)
            for word in said.line.words:
                heard = words.setdefault(word, {})
                heard[who] = max(heard.get(who, 0.0), counts)
            for pair in pairwise(said.line.words):
                heard = pairs.setdefault(pair, {})
                heard[who] = max(heard.get(who, 0.0), counts)
        whole = (sum(witnesses.values()) + _DOUBT) * max(1, self.articles)
        return (
            {word: (sum(heard.values()) * self.words[word] / whole) ** 0.5 for word, heard in words.items()},
            {pair: (sum(heard.values()) * self.pairs[pair] / whole) ** 0.5 for pair, heard in pairs.items()},
        )


def _value(line: Line, fit: float, words: dict[str, float], pairs: dict[Pair, float]) -> float:
    """What a sentence is worth, over the root of its length: long ones have room for more, and bore."""
    size = len(line.words)
    worth = sum(words[word] for word in sorted(set(line.words))) - _COST * size
    worth += _PAIRS * (sum(pairs[pair] for pair in sorted(set(pairwise(line.words)))) - _PAIR_COST * size)
    return float(worth * (fit if worth > 0 else 1.0) / size**0.5)


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) > _SAME * min(len(one), len(other))


def _order(telling: Telling) -> tuple[str, int, tuple[str, ...]]:
    return (telling.origin, telling.published or 0, tuple(line.text for line in telling.lines[:1]))
