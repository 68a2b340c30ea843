"""Whom an article names as its source: in its text, or under its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..knowledge.load import languages, of_language
from ..records.articles import BlockKind, Credit
from ..records.spans import Span
from .datelines import dateline_of
from .lines import Line
from .outlets import AGENCY, Outlet, names_in

_REACH = 28
"""Code points before a name in which a word of crediting must end."""


def credits_in(
    kind: BlockKind, line: Line, page: str, named: Iterable[tuple[int, int, Outlet]] | None = None
) -> Iterator[Credit]:
    """The credits of one block.

    In a caption every name of an outlet or agency is the picture's. In running text a name counts behind a word of crediting,
    before a word of reporting, or in brackets at the start or end of a paragraph.

    Args:
        kind, line, page: of the block. named: the names on the line as `names_in` gives them, where they are known already.
    """
    caption = kind is BlockKind.CAPTION
    for start, end, outlet in names_in(line.text) if named is None else named:
        if not caption and not _credited(line.text, start, end):
            continue
        yield Credit(
            name=outlet.name,
            kind=outlet.kind if outlet.kind == AGENCY else "outlet",
            scope="image" if caption else "text",
            page=page,
            span=Span(start=line.start + start, end=line.start + end),
        )


def _credited(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _REACH) : start].lower()
    if _crediting().search(before):
        return True
    after = text[end : end + _REACH].lower()
    if _reporting().match(after):
        return True
    bracketed = text[start - 1 : start] in "([" and text[end : end + 1] in ")]" and start > 0
    if bracketed and (end + 2 >= len(text.rstrip(".")) or start < 60):
        return True
    dateline = dateline_of(text)
    return dateline is not None and start < dateline.span.end


@cache
def _crediting() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('text')})\s*(?:[:(“\"]\s*)?(?:\w+\s+){{0,2}}\Z")


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(rf"[\"”)]?,?\s+(?:{_words('reporting')})(?!\w)")


def _words(key: str) -> str:
    words = {w for code in languages() for w in of_language(code, "language.yaml").get("credits", {}).get(key, ())}
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"
