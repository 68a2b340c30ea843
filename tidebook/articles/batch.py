"""Many pages' lines side by side, so that what is counted is counted for all of them at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

UPPER, LOWER, LETTER, DIGIT, BLANK, STOP, COMMA, ASK, QUOTE, BULLET, PUNCTUATION = range(11)
CLASSES = 11
_TABLE_SIZE = 0x3100


@dataclass(frozen=True, slots=True)
class Batch:
    """Lines of several pages, one after another.

    Attributes:
        first: index of the first line of each page, and behind the last page the number of lines.
        counts: lines by character class. length: code points of each line.
        opening, closing: class of the first and of the last character of each line.
        capitals: words of each line that begin with a capital.
    """

    first: npt.NDArray[np.int64]
    counts: Array
    length: Array
    opening: npt.NDArray[np.uint8]
    closing: npt.NDArray[np.uint8]
    capitals: Array


def batch_of(pages: Sequence[Sequence[str]]) -> Batch:
    """Counts the characters of the lines of pages; lines are not empty."""
    texts = [text for lines in pages for text in lines]
    first = np.cumsum([0, *(len(lines) for lines in pages)])
    joined = "\n".join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    classes = _table()[np.minimum(codes, _TABLE_SIZE - 1)]
    length = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    starts = np.concatenate(([0], np.cumsum(length[:-1] + 1))) if len(texts) else np.zeros(0, dtype=np.int64)
    ends = starts + length
    counts = np.empty((len(texts), CLASSES), dtype=np.float32)
    for number in range(CLASSES):
        total = np.concatenate(([0], np.cumsum(classes == number)))
        counts[:, number] = total[ends] - total[starts]
    before = np.concatenate(([BLANK], classes[:-1])) if len(classes) else classes
    heads = np.concatenate(([0], np.cumsum((classes == UPPER) & (before != UPPER) & (before != LOWER))))
    return Batch(
        first=first,
        counts=counts,
        length=length.astype(np.float32),
        opening=classes[starts],
        closing=classes[ends - 1],
        capitals=(heads[ends] - heads[starts]).astype(np.float32),
    )


@cache
def _table() -> npt.NDArray[np.uint8]:
    """The class of each code point up to the kana; what lies beyond is a letter without case."""
    table = np.full(_TABLE_SIZE, LETTER, dtype=np.uint8)
    for code in range(_TABLE_SIZE):
        table[code] = _class(chr(code))
    return table


_SPECIAL = {
    **dict.fromkeys(".…。．", STOP),
    **dict.fromkeys(",;、，", COMMA),
    **dict.fromkeys("!?！？", ASK),
    **dict.fromkeys("\"'“”‘’«»„「」『』", QUOTE),
    **dict.fromkeys("•·▪►▶›‹*|>+~=#/\\_●○◦■□‣→←↓↑✓✔×©®@&", BULLET),
}


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
