"""Sentences of an article, by rules and abbreviation lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..knowledge.load import languages, of_language
from ..records.articles import Article, BlockKind, Sentence
from ..records.spans import Span

_END = re.compile(r"(?:\.{2,}|[.!?…]+|[。！？｡])[\"”’'»)\]」』]*(?=\s|\Z|[“\"‘«])|[。！？｡][」』”）]*")
_WORD_BEFORE = re.compile(r"[^\s(\[“\"‘'«/]+\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_NEXT = re.compile(r"\s*[\"“”‘’'«(\[]*\s*(\S)")
_NEXT_WORD = re.compile(r"\s*[\"“‘'«(\[]*([^\W\d_]+)")
_WHOLE = (BlockKind.HEADLINE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Abbreviations of a language: those behind which a sentence goes on, those that may also end one, and openers.

    `months` are its months where it writes a day of the month with a full stop ("3. Mai"), else empty.
    """

    goes_on: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    months: frozenset[str]


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article in reading order; none runs over the end of its block, and blanks around them are left out.

    Headlines and headings are one sentence each unless they hold a full stop, a question or an exclamation mark inside.
    """
    marks = _marks(article.language)
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        for start, end in _split(article.text, block.span.start, block.span.end, marks):
            found.append(
                Sentence(
                    article=article.id,
                    index=len(found),
                    span=Span(start=start, end=end),
                    block=number,
                    kind=block.kind,
                )
            )
    return tuple(found)


def _split(text: str, start: int, end: int, marks: _Marks) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() >= end:
            break
        if match.start() > begin and _is_end(text, begin, match, end, marks):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _is_end(text: str, begin: int, match: re.Match[str], end: int, marks: _Marks) -> bool:
    mark = match.group()
    if mark[0] in "。！？｡":
        return True
    following = _NEXT.match(text, match.end(), end)
    if following is None:
        return False
    first = following.group(1)
    if first.islower():
        return False
    if mark[0] in "!?" or mark.rstrip("\"”’'»)]") != ".":
        return not first.islower()
    if first in ",;:)]%" or (first in "–—-" and mark == "."):
        return first in "–—-"
    before = _WORD_BEFORE.search(text, begin, match.start())
    word = before.group() if before else ""
    if mark == "." and word:
        if word in marks.may_end:
            return _opens(text, match.end(), end, marks)
        if word in marks.goes_on:
            return False
        if _INITIALS.match(word) and word[0].isupper():
            return _opens(text, match.end(), end, marks)
        if before is not None and word.isdigit() and before.start() <= begin + 1:
            return False  # the number of a list item
        if marks.months and word.isdigit() and len(word) <= 2:
            month = _NEXT_WORD.match(text, match.end(), end)
            return month is None or month.group(1).lower() not in marks.months
    return True


def _opens(text: str, at: int, end: int, marks: _Marks) -> bool:
    word = _NEXT_WORD.match(text, at, end)
    return word is not None and word.group(1) in marks.openers


@cache
def _marks(language: str) -> _Marks:
    codes = [language] if language in languages() else list(languages())
    goes_on: set[str] = set()
    may_end: set[str] = set()
    openers: set[str] = set()
    months: set[str] = set()
    for code in codes:
        known = of_language(code, "language.yaml")
        groups = known.get("abbreviations", {})
        for kind in ("titles", "degrees", "others"):
            goes_on |= set(groups.get(kind, ()))
        may_end |= set(groups.get("may_end", ()))
        openers |= set(known.get("openers", ()))
        if "." in known.get("ordinals", ()):
            months |= {name for names in known.get("months", {}).values() for name in names}
    return _Marks(frozenset(goes_on), frozenset(may_end), frozenset(openers), frozenset(months))
