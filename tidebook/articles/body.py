"""The judged lines of one page as blocks of an article and a ledger of what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records.articles import BlockKind
from ..records.drops import Dropped
from ..records.pages import Page
from ..records.spans import Span
from .captions import is_caption
from .furniture import Judged, ends_sentence, judge
from .headline import headline_of
from .lines import Line
from .names import is_byline

_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+\S")
_ITEM = re.compile(r"^[•·▪●○◦■□▶►‣*–—-]\s+")
_SURE, _HEADING = 0.95, 0.3


@dataclass(frozen=True, slots=True)
class Piece:
    """A line that belongs to the article."""

    kind: BlockKind
    line: Line


@dataclass(frozen=True, slots=True)
class Reading:
    """A page taken apart.

    Attributes:
        page: the page. lines: all of its lines, judged.
        headline: index of the headline's line, or None. first, last: indexes of the first and last line of the text.
        pieces: what belongs to the article, in order, without the headline. drops: the rest.
    """

    page: Page
    lines: list[Judged]
    headline: int | None
    first: int
    last: int
    pieces: list[Piece]
    drops: list[Dropped]


def take_apart(pages: Sequence[Page]) -> Iterator[Reading | None]:
    """The parts of each page of a pile, or None where a page holds no article."""
    for page, lines in zip(pages, judge([page.text for page in pages]), strict=True):
        yield _take_apart(page, lines)


def _take_apart(page: Page, lines: list[Judged]) -> Reading | None:
    paragraphs = paragraphs_of(lines)
    if not paragraphs:
        return None
    first, last = paragraphs[0], paragraphs[-1]
    headline = headline_of(lines, first, paragraphs)
    title = lines[headline].line.folded if headline is not None else ""
    pieces: list[Piece] = []
    drops: list[Dropped] = []
    captions: set[str] = set()
    for index, judged in enumerate(lines):
        if index == headline:
            continue
        kind, reason = _place(judged, index, lines, first, last, headline)
        if title and judged.line.folded == title:
            kind, reason = None, "duplicate-title"
        elif kind is BlockKind.CAPTION and judged.line.folded in captions:
            kind, reason = None, "duplicate-caption"
        if kind is None:
            drops.append(_dropped(page, judged.line.span, reason, judged.line.text))
        else:
            if kind is BlockKind.CAPTION:
                captions.add(judged.line.folded)
            pieces.append(Piece(kind, judged.line))
    return Reading(page, lines, headline, first, last, pieces, drops)


def _place(
    judged: Judged, index: int, lines: list[Judged], first: int, last: int, headline: int | None
) -> tuple[BlockKind | None, str]:
    words = judged.line.text
    start = headline if headline is not None else max(0, first - 6)
    if judged.cue is None and start < index < last and _looks_like_caption(judged):
        return BlockKind.CAPTION, ""
    if judged.body and index >= first:
        if _ITEM.match(words):
            return BlockKind.LIST_ITEM, ""
        if _is_heading(index, lines, last):
            return BlockKind.HEADING, ""
        return BlockKind.PARAGRAPH, ""
    near = judged.cue is None and judged.likely > _HEADING and first < index < last
    if near and judged.line.gap and _is_heading(index, lines, last):
        return BlockKind.HEADING, ""
    if judged.cue is None and index < first and _heads_body(index, lines, first) and start < index:
        return BlockKind.HEADING, ""
    return None, _reason(judged, index, last)


def paragraphs_of(lines: list[Judged]) -> list[int]:
    """The indexes of the lines that are paragraphs of the article."""
    return [index for index, judged in enumerate(lines) if judged.body and _is_paragraph(judged.line.text)]


def _is_paragraph(words: str) -> bool:
    return (ends_sentence(words) or len(words) >= 100) and not is_caption(words)


def _looks_like_caption(judged: Judged) -> bool:
    """A line with the marks of a picture that is not plainly a paragraph which speaks of one."""
    words = judged.line.text
    return is_caption(words) and (judged.likely < _SURE or not ends_sentence(words))


def _heads_body(index: int, lines: list[Judged], first: int) -> bool:
    return index == first - 1 and _NUMBERED.match(lines[index].line.text) is not None


def _is_heading(index: int, lines: list[Judged], last: int) -> bool:
    words = lines[index].line.text
    if len(words) > 110 or index >= last or not lines[index + 1].body:
        return False
    if words.endswith("?"):
        return len(words) < 90
    return not ends_sentence(words) and not words.endswith((":", ",", ";"))


def _reason(judged: Judged, index: int, last: int) -> str:
    if any(stamp.bare for stamp in judged.stamps):
        return "date-line"
    if judged.cue is not None:
        return judged.cue.reason
    if is_byline(judged.line.text):
        return "byline"
    return "related-item" if index > last else "furniture"


def _dropped(page: Page, span: Span, reason: str, words: str) -> Dropped:
    return Dropped(room="articles", page=page.uri, reason=reason, detail=words[:160], span=span)
