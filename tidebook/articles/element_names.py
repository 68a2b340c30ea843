"""What the classes and ids of elements tell: how their words lean, and which are made for the body of an article or for what is not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from operator import mul

from ..knowledge.load import ROOT, read_table, read_yaml

LEANINGS = ROOT / "element_words.tsv"
WIDTH = 17
"""Numbers that the names of one line give."""
_NEAR, _FAR = 3, 8
_LONGEST_WAY = 12
_FADES = tuple(0.85**n for n in range(64))
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
        self._rows: dict[tuple[str, ...], tuple[float, ...]] = {}

    def row(self, names: tuple[str, ...]) -> tuple[float, ...]:
        """The `WIDTH` numbers of the names of a line, nearest first: how they lean near and far, and which made ones come first."""
        found = self._rows.get(names)
        if found is None:
            found = self._rows[names] = self._weigh(names) if names else (0.0,) * WIDTH
        return found

    def _weigh(self, names: tuple[str, ...]) -> tuple[float, ...]:
        odds, lows, highs, bodies, others = zip(*map(self._names.__getitem__, names), strict=True)
        body = bodies.index(True) if True in bodies[:_LONGEST_WAY] else _LONGEST_WAY
        other = others.index(True) if True in others[:_LONGEST_WAY] else _LONGEST_WAY
        return (
            odds[0],
            sum(odds[:_NEAR]) / _NEAR,
            min(lows[:_NEAR]),
            max(highs[:_NEAR]),
            min(lows[:_FAR]),
            max(highs[:_FAR]),
            min(lows),
            max(highs),
            sum(map(mul, odds, _FADES)) / 3,
            sum(odds) / 6,
            body < _LONGEST_WAY,
            other < _LONGEST_WAY,
            body < other,
            other < body,
            body / _LONGEST_WAY,
            other / _LONGEST_WAY,
            min(sum(others), 4) / 4,
        )


class _Names(dict[str, tuple[float, float, float, bool, bool]]):
    """What single names tell, each read once: how their words lean on average, least and most; made for the body; made for else."""

    def __init__(self, leaning: Mapping[str, float]) -> None:
        self._leaning = leaning

    def __missing__(self, name: str) -> tuple[float, float, float, bool, bool]:
        words = _WORD.findall(name)
        told = dict.fromkeys(words)
        if len(told) > 1:
            told[name] = None
        odds = [self._leaning[word] for word in told if word in self._leaning]
        body, other = _made_for()
        is_other = other.search(name) is not None
        row = self[name] = (
            sum(odds) / len(odds) if odds else 0.0,
            min(odds, default=0.0),
            max(odds, default=0.0),
            not is_other and body.fullmatch("".join(words)) is not None,
            is_other,
        )
        return row


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
