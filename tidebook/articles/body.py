"""The judged lines of one page as blocks of an article and a ledger of what was left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records.articles import BlockKind
from ..records.drops import Dropped
from ..records.pages import Page
from .furniture import Judged
from .headline import headline_of
from .lines import Line

_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+\S")
_ITEM = re.compile(r"^[•·▪●○◦■□▶►‣*–—-]\s+")
_SURE, _HEADING = 0.95, 0.3
_LONG = 100


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


def take_text(page: Page, lines: list[Judged]) -> Reading | None:
    """The parts of a page of plain text, or None where it holds no article."""
    paragraphs = paragraphs_of(lines)
    if not paragraphs:
        return None
    first, last = paragraphs[0], paragraphs[-1]
    headline = headline_of(lines, first, paragraphs)
    title = lines[headline].line.folded if headline is not None else ""
    start = headline if headline is not None else max(0, first - 6)
    pieces: list[Piece] = []
    drops: list[Dropped] = []
    captions: set[str] = set()
    for index, judged in enumerate(lines):
        if index == headline:
            continue
        line = judged.line
        kind = _place(judged, index, lines, first, last, start) if judged.body or start < index < last else None
        reason = ""
        if title and line.folded == title:
            kind, reason = None, "duplicate-title"
        elif kind is BlockKind.CAPTION:
            if line.folded in captions:
                kind, reason = None, "duplicate-caption"
            captions.add(line.folded)
        if kind is not None:
            pieces.append(Piece(kind, line))
        else:
            drops.append(
                Dropped(
                    room="articles",
                    page=page.uri,
                    reason=reason or reason_of(judged, index, last),
                    detail=line.text[:160],
                    span=line.span,
                )
            )
    return Reading(page, lines, headline, first, last, pieces, drops)


def _place(judged: Judged, index: int, lines: list[Judged], first: int, last: int, start: int) -> BlockKind | None:
    words = judged.line.text
    if judged.caption and judged.cue is None and start < index < last and _is_caption(judged):
        return BlockKind.CAPTION
    if judged.body and index >= first:
        if _ITEM.match(words):
            return BlockKind.LIST_ITEM
        return BlockKind.HEADING if is_heading(index, lines, last) else BlockKind.PARAGRAPH
    if judged.cue is not None:
        return None
    numbered = _NUMBERED.match(words) is not None
    likely = numbered or (judged.line.gap and judged.likely > _HEADING)
    if likely and first < index < last and is_heading(index, lines, last):
        return BlockKind.HEADING
    return BlockKind.HEADING if numbered and start < index == first - 1 else None


def paragraphs_of(lines: list[Judged]) -> list[int]:
    """The indexes of the lines that are paragraphs of the article."""
    return [
        index
        for index, judged in enumerate(lines)
        if judged.body and not judged.caption and (judged.ended or len(judged.line.text) >= _LONG)
    ]


def _is_caption(judged: Judged) -> bool:
    """Whether a line with the marks of a picture is no paragraph that speaks of one."""
    return judged.likely < _SURE or not judged.ended


def is_heading(index: int, lines: list[Judged], last: int) -> bool:
    """Whether a line, by its words and what follows it, is a heading within the text."""
    words = lines[index].line.text
    if len(words) > 110 or index >= last or not lines[index + 1].body:
        return False
    if words.endswith("?"):
        return len(words) < 90
    return not lines[index].ended and not words.endswith((":", ",", ";"))


def reason_of(judged: Judged, index: int, last: int) -> str:
    """Why a line was left out, as a slug.

    Args:
        judged: the line. index: its place. last: that of the last paragraph.
    """
    if judged.stamps and any(stamp.bare for stamp in judged.stamps):
        return "date-line"
    if judged.cue is not None:
        return judged.cue.reason
    if judged.byline:
        return "byline"
    return "related-item" if index > last else "furniture"
