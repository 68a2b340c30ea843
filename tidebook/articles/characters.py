"""What kind each character is, for all characters of many pages at once."""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt

from .lines import EDGES

Array = npt.NDArray[np.float32]

UPPER, LOWER, LETTER, DIGIT, BLANK, STOP, COMMA, ASK, QUOTE, BULLET, PUNCTUATION = range(11)
CLASSES = 11
CLASS, EDGE, HIDDEN, DASH = 0x0F, 0x10, 0x20, 0x40
"""Parts of a kind: the class; whether it is taken off the ends of a line to compare it; whether it is nothing to see; a dash."""
SIZE = 0x3100
"""Code points that are told apart, up to the kana; what lies beyond is a letter without case."""
_DASHES = "-–—"
_SPREAD = 0x9E3779B97F4A7C15
_SPECIAL = {
    **dict.fromkeys(".…。．", STOP),
    **dict.fromkeys(",;、，", COMMA),
    **dict.fromkeys("!?！？", ASK),
    **dict.fromkeys("\"'“”‘’«»„「」『』", QUOTE),
    **dict.fromkeys("•·▪►▶›‹*|>+~=#/\\_●○◦■□‣→←↓↑✓✔×©®@&", BULLET),
}


def kinds_of(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """The kind of each code point: its class (``& CLASS``) and whether it is an edge, hidden, a dash."""
    kinds: npt.NDArray[np.uint8] = _kinds().take(codes, mode="clip")
    return kinds


def prints_of(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint64]:
    """A number for each code point that capital and small letters share, spread over 64 bits."""
    prints: npt.NDArray[np.uint64] = _prints().take(codes, mode="clip")
    if codes.size and int(codes.max()) >= SIZE:
        prints += np.where(codes >= SIZE, codes, 0).astype(np.uint64) * np.uint64(_SPREAD)
    return prints


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    table = np.full(SIZE, LETTER, dtype=np.uint8)
    for code in range(SIZE):
        character = chr(code)
        table[code] = (
            _class(character)
            | EDGE * (character in EDGES)
            | HIDDEN * (character.isspace() or unicodedata.category(character) in ("Cc", "Cf"))
            | DASH * (character in _DASHES)
        )
    return table


@cache
def _prints() -> npt.NDArray[np.uint64]:
    small = np.array([ord(chr(code).lower()[0]) for code in range(SIZE)], dtype=np.uint64)
    return spread(small + np.uint64(1))


def spread(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Numbers whose every bit hangs on every bit of the given ones (the finaliser of SplitMix64)."""
    values = values * np.uint64(_SPREAD)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _class(character: str) -> int:
    if character in _SPECIAL:
        return _SPECIAL[character]
    category = unicodedata.category(character)
    if category == "Lu":
        return UPPER
    if category == "Ll":
        return LOWER
    if category[0] in "LM":
        return LETTER
    if category[0] == "N":
        return DIGIT
    return BLANK if category[0] in "ZC" else PUNCTUATION
