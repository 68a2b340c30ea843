"""Who wrote it: bylines."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge.load import languages, of_language

_NAME = r"(?:[^\W\d_][\w.'’-]*)(?:\s+[^\W\d_][\w.'’-]*){0,5}"
LONGEST = 120


def is_byline(words: str) -> bool:
    """Whether a line does nothing but name a writer or editor."""
    return len(words) <= LONGEST and _line().match(words) is not None


def writer_in(words: str) -> str | None:
    """The writer whom a line names (``Penulis : A B`` gives ``A B``), or None."""
    if len(words) > LONGEST:
        return None
    found = _writer().match(words)
    return found["name"].strip(" .,|-") if found else None


@cache
def byline_heads() -> frozenset[str]:
    """The first two letters of all words with which a byline begins."""
    return frozenset(
        word[:2].lower()
        for code in languages()
        for word in of_language(code, "language.yaml").get("bylines", {}).get("begins", ())
    )


@cache
def _line() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('begins')})\s*[:|-]?\s*(?:{_NAME}(?:\s*[,|/&-]\s*{_NAME})*)?\W*\Z", re.IGNORECASE)


@cache
def _writer() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_words('writers')})\s*[:|-]?\s+(?P<name>{_NAME}(?:\s*[,&]\s*{_NAME})*)\s*\Z", re.IGNORECASE
    )


def _words(key: str) -> str:
    words = {w for code in languages() for w in of_language(code, "language.yaml").get("bylines", {}).get(key, ())}
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"
