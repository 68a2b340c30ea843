"""What the classes and ids of elements tell: how their words lean, and which are made for the body of an article or for what is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from ..knowledge.load import ROOT, read_table, read_yaml
from .characters import Array

LEANINGS = ROOT / "element_words.tsv"
WIDTH = 17
"""Numbers that the names of one line give."""
_NEAR, _FAR = 3, 8
_LONGEST_WAY = 12
_FADING = 0.85
"""How much less each name counts than the one before it."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, and the name itself where it has several (``post-body``: ``post``, ``body``, ``post-body``)."""
    words = tuple(dict.fromkeys(_WORD.findall(name)))
    return (*words, name) if len(words) > 1 else words


class NameScale:
    """Weighs names, each only once.

    Args:
        leaning: how words lean, as log odds of standing around the article's text; the shipped ones if not given.
    """

    def __init__(self, leaning: Mapping[str, float] | None = None) -> None:
        self._names = _Names(leaning if leaning is not None else leanings())
        self._known: dict[tuple[str, ...], int] = {(): 0}
        self._weighed = np.zeros((1, WIDTH), dtype=np.float32)

    def rows(self, named: Sequence[tuple[str, ...]]) -> Array:
        """For each line the `WIDTH` numbers of its names, nearest first: how they lean near and far, and which made ones come first."""
        known = self._known
        new = [names for names in dict.fromkeys(named) if names not in known]
        if new:
            start, end = len(known), len(known) + len(new)
            known.update(zip(new, range(start, end), strict=True))
            if end > len(self._weighed):
                self._weighed = np.concatenate([self._weighed, np.zeros((end, WIDTH), dtype=np.float32)])
            self._weighed[start:end] = self._weigh(new)
        return self._weighed[np.fromiter(map(known.__getitem__, named), dtype=np.int64, count=len(named))]

    def _weigh(self, named: Sequence[tuple[str, ...]]) -> npt.NDArray[np.float64]:
        sizes = np.fromiter(map(len, named), dtype=np.int64, count=len(named))
        told = self._names.of(chain.from_iterable(named))
        places = np.arange(max(_LONGEST_WAY, int(sizes.max())))
        held = places < sizes[:, None]
        odds, lows, highs, bodies, others = (np.full(held.shape, none) for none in (0.0, np.inf, -np.inf, 0.0, 0.0))
        for column, values in zip((odds, lows, highs, bodies, others), told.T, strict=True):
            column[held] = values
        body, other = (_first_of(made[:, :_LONGEST_WAY] > 0) for made in (bodies, others))
        columns: list[npt.NDArray[np.generic]] = [
            odds[:, 0],
            odds[:, :_NEAR].sum(axis=1) / _NEAR,
            lows[:, :_NEAR].min(axis=1),
            highs[:, :_NEAR].max(axis=1),
            lows[:, :_FAR].min(axis=1),
            highs[:, :_FAR].max(axis=1),
            lows.min(axis=1),
            highs.max(axis=1),
            odds @ _FADING**places / 3,
            odds.sum(axis=1) / 6,
            body < _LONGEST_WAY,
            other < _LONGEST_WAY,
            body < other,
            other < body,
            body / _LONGEST_WAY,
            other / _LONGEST_WAY,
            np.minimum(others.sum(axis=1), 4) / 4,
        ]
        return np.stack(columns, axis=1).astype(np.float64, copy=False)


def _first_of(held: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """For each row the first column that holds; behind the last where none does."""
    first: npt.NDArray[np.int64] = np.where(held.any(axis=1), held.argmax(axis=1), held.shape[1])
    return first


class _Names(dict[str, int]):
    """Single names, each read once and numbered."""

    def __init__(self, leaning: Mapping[str, float]) -> None:
        self._leaning = leaning
        self._read: list[tuple[float, float, float, bool, bool]] = []
        self._told = np.zeros((0, 5))

    def of(self, names: Iterable[str]) -> npt.NDArray[np.float64]:
        """What names tell: how their words lean on average, least and most; whether made for the body; whether made for else."""
        numbers = np.fromiter(map(self.__getitem__, names), dtype=np.int64)
        if self._read:
            if len(self) > len(self._told):
                self._told = np.concatenate([self._told, np.zeros((len(self), 5))])
            self._told[len(self) - len(self._read) : len(self)] = self._read
            self._read.clear()
        return self._told[numbers]

    def __missing__(self, name: str) -> int:
        words = _WORD.findall(name)
        told = dict.fromkeys(words)
        if len(told) > 1:
            told[name] = None
        odds = [self._leaning[word] for word in told if word in self._leaning]
        body, other = _made_for()
        is_other = other.search(name) is not None
        is_body = not is_other and body.fullmatch("".join(words)) is not None
        number = self[name] = len(self)
        least, most = (min(odds), max(odds)) if odds else (0.0, 0.0)
        self._read.append((sum(odds) / len(odds) if odds else 0.0, least, most, is_body, is_other))
        return number


@lru_cache(1 << 14)
def purpose_of(names: tuple[str, ...]) -> str | None:
    """What the nearest name of some says that a line is: a slug of furniture (``related-item``, ``comments``), ``caption``, or None."""
    for name in names:
        found = _purpose(name)
        if found is not None:
            return found
    return None


@lru_cache(1 << 14)
def _purpose(name: str) -> str | None:
    table = _purposes()
    return table.get(name) or next((table[word] for word in name_words(name) if word in table), None)


@cache
def _purposes() -> dict[str, str]:
    table = read_yaml(ROOT / "codes" / "element_names.yaml")["purposes"]
    return {word: slug for slug, words in table.items() for word in words}


@cache
def leanings() -> dict[str, float]:
    """How words of names lean (``knowledge/element_words.tsv``); empty where the file is not made yet."""
    if not LEANINGS.is_file():
        return {}
    return {row["word"]: float(row["leaning"]) for row in read_table(LEANINGS)}


@cache
def _made_for() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names made for the body of an article, and words within names that are made for something else."""
    names = read_yaml(ROOT / "codes" / "element_names.yaml")
    first, second = ("|".join(sorted(names["body"][key], key=lambda w: (-len(w), w))) for key in ("of", "part"))
    single = "|".join(sorted(names["body"]["single"], key=lambda w: (-len(w), w)))
    words = "|".join(sorted(names["other"]["words"], key=lambda w: (-len(w), w)))
    inner = "|".join(sorted(names["other"]["within"], key=lambda w: (-len(w), w)))
    body = rf"(?:[a-z]{{0,6}})(?:{first})(?:main|inner|full)?(?:{second})(?:[a-z]{{0,9}})|{single}"
    return re.compile(body), re.compile(rf"(?<![a-z])(?:{words})(?![a-z])|{inner}")
