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
from .lines import Line
from .names import is_byline

_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+\S")
_WORD = re.compile(r"[^\W\d_]{4,}")
_ITEM = re.compile(r"^[•·▪●○◦■□▶►‣*–—-]\s+")
_SURE, _HEADING = 0.95, 0.3
_REACH = 40
"""Lines above the first paragraph among which the headline is looked for."""


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
    body = [index for index, judged in enumerate(lines) if judged.body]
    paragraphs = [index for index in body if _is_paragraph(lines[index].line.text)]
    if not paragraphs:
        return None
    first, last = paragraphs[0], paragraphs[-1]
    headline = _headline(lines, first, paragraphs)
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


def _headline(lines: list[Judged], first: int, paragraphs: list[int]) -> int | None:
    told = {w for index in paragraphs[:12] for w in _WORD.findall(lines[index].line.text.lower())}
    count: dict[str, int] = {}
    for judged in lines:
        count[judged.line.folded] = count.get(judged.line.folded, 0) + 1
    best, choice = 1.0, None
    for index in range(max(0, first - _REACH), first):
        judged = lines[index]
        words = judged.line.text
        if judged.cue is not None or judged.stamps or not 12 <= len(words) <= 250 or is_caption(words):
            continue
        own = _WORD.findall(words.lower())
        if len(own) < 2:
            continue
        score = 4.0 * sum(w in told for w in own) / len(own) + min(len(own), 8) * 0.25
        score += 1.5 if count[judged.line.folded] > 1 else 0.0
        score -= 0.1 * (first - index) + (1.5 if words.endswith(".") else 0.0)
        if score > best:
            best, choice = score, index
    if choice is None:
        return None
    while choice > 0:  # the same title stands higher up: the first of them is the headline
        upper = next(
            (i for i in range(max(0, first - _REACH), choice) if lines[i].line.folded == lines[choice].line.folded),
            None,
        )
        if upper is None:
            break
        choice = upper
    return choice


def _dropped(page: Page, span: Span, reason: str, words: str) -> Dropped:
    return Dropped(room="articles", page=page.uri, reason=reason, detail=words[:160], span=span)
