"""The judged lines of an HTML page as blocks of an article: what its markup says of a line is believed where its words allow it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..records.articles import BlockKind
from ..records.drops import Dropped
from ..records.pages import Element, Page
from .body import Piece, Reading, is_heading, paragraphs_of, reason_of
from .element_names import purpose_of
from .furniture import Judged
from .headline import headline_of
from .html_facts import titles_of
from .lines import Line, fold
from .stated import said_by

_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ROWS = ("td", "th", "tr")
_ITEMS = ("li", "dt", "dd")
_SAME = 60
"""Code points of the shortest paragraph that no article tells twice."""
_ALIKE, _OVER = 0.6, 4
"""The share of a stated title's words that make a line the headline; lines below the first paragraph where it may still stand."""
_LIVE = 3
"""Date lines within the text that make an article one of entries."""
_LINKED = 0.5
_CELL = 40
"""Code points of the longest cell that says when the rest of its row was."""
_WHEN = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)|(?<![\d.,])[0-2]?\d[:.][0-5]\d(?![\d.,])")


def take_html(page: Page, lines: list[Judged]) -> Reading | None:
    """The parts of an HTML page, or None where it holds no article."""
    body = [index for index, judged in enumerate(lines) if judged.body]
    paragraphs = paragraphs_of(lines) or body
    if not paragraphs:
        return None
    elements = [page.elements[judged.line.number - 1] for judged in lines]
    headline = _headline(page, lines, elements, paragraphs)
    first = next((index for index in paragraphs if index != headline), paragraphs[0])
    return _Apart(page, lines, elements, headline, first, paragraphs[-1]).reading(body[-1] if body else paragraphs[-1])


class _Apart:
    """One page while its lines are put into their places."""

    def __init__(
        self, page: Page, lines: list[Judged], elements: Sequence[Element], headline: int | None, first: int, last: int
    ) -> None:
        self.page, self.lines, self.elements = page, lines, elements
        self.headline, self.first, self.last = headline, first, last
        self.start = headline if headline is not None else max(0, first - 6)
        self.live = self._is_live()
        self.around = _around(elements[first].path, elements[last].path)

    def reading(self, end: int) -> Reading:
        """The page taken apart."""
        title = self.lines[self.headline].line.folded if self.headline is not None else ""
        told: set[str] = set()
        pieces: list[Piece] = []
        drops: list[Dropped] = []
        index = 0
        while index < len(self.lines):
            judged = self.lines[index]
            line, kind, reason = judged.line, None, ""
            if index != self.headline:
                kind = self._kind(index, end)
                if title and line.folded == title:
                    kind, reason = None, "duplicate-title"
                elif kind is not None and (kind is BlockKind.CAPTION or len(line.text) >= _SAME):
                    if line.folded in told:
                        kind, reason = None, "duplicate-caption" if kind is BlockKind.CAPTION else "duplicate"
                    told.add(line.folded)
                if kind is BlockKind.ENTRY and self.elements[index].tag in _ROWS:
                    line, index = self._row(index)
                if kind is not None:
                    pieces.append(Piece(kind, line))
                else:
                    drops.append(self._dropped(judged, index, reason))
            index += 1
        return Reading(self.page, self.lines, self.headline, self.first, self.last, pieces, drops)

    def _kind(self, index: int, end: int) -> BlockKind | None:
        judged, element = self.lines[index], self.elements[index]
        fit = judged.cue is None and self.start < index and element.linked < _LINKED
        if fit and self._is_caption(judged, element, index <= end):
            return BlockKind.CAPTION
        if self.live and self.first <= index <= end and self._is_stamp(index):
            return BlockKind.HEADING
        if not judged.body:
            return None
        within = element.path
        if element.tag in _HEADS:
            return BlockKind.HEADING
        if element.tag in _ROWS:
            return BlockKind.ENTRY if self._is_dated(index) else BlockKind.LIST_ITEM
        if element.tag in _ITEMS:
            return BlockKind.LIST_ITEM
        if "/blockquote" in within:
            return BlockKind.QUOTE
        if self.live and index > self.first:
            return BlockKind.ENTRY
        if not is_heading(index, self.lines, self.last):
            return BlockKind.PARAGRAPH
        return (
            BlockKind.HEADING if element.linked < _LINKED else None
        )  # a link between paragraphs leads to another article

    def _is_caption(self, judged: Judged, element: Element, inside: bool) -> bool:
        """Whether a line is the caption of a picture, by the elements around it, their names or its own words."""
        path = element.path
        if "/fig" in path and ("/figcaption" in path or ("/figure" in path and element.tag not in ("p", *_HEADS))):
            return inside or path.startswith(self.around)
        if not inside or not (judged.body or judged.caption):
            return False
        if judged.caption and (judged.likely < 0.95 or not judged.ended):
            return True
        return purpose_of(element.names[:2]) == "caption"

    def _is_live(self) -> bool:
        """Whether the text is one of entries: date lines stand between its paragraphs."""
        stamps = [index for index in range(self.first, self.last) if self._is_stamp(index)]
        between = sum(any(self.lines[n].body for n in range(a + 1, b)) for a, b in pairwise(stamps))
        return between >= _LIVE - 1

    def _is_stamp(self, index: int) -> bool:
        judged = self.lines[index]
        return any(stamp.bare for stamp in judged.stamps) or self.elements[index].tag == "time"

    def _is_dated(self, index: int) -> bool:
        """Whether a cell of the same row says when: a year, or a time of day."""
        row = _row_of(self.elements[index].path)
        near = range(max(0, index - 8), min(len(self.lines), index + 9))
        cells = (self.lines[n].line.text for n in near if _row_of(self.elements[n].path) == row)
        return any(len(words) <= _CELL and _WHEN.search(words) for words in cells)

    def _row(self, index: int) -> tuple[Line, int]:
        """The cells of a row from one on as one line, and the index of the last of them."""
        row, last = _row_of(self.elements[index].path), index
        while last + 1 < len(self.lines) and self.lines[last + 1].body and _row_of(self.elements[last + 1].path) == row:
            last += 1
        first, final = self.lines[index].line, self.lines[last].line
        words = self.page.text[first.start : final.start + len(final.text)]
        return Line(first.number, first.start, words, fold(words), first.gap), last

    def _dropped(self, judged: Judged, index: int, reason: str) -> Dropped:
        element = self.elements[index]
        stated = purpose_of(element.names) if judged.cue is None and not judged.stamps and not judged.byline else None
        return Dropped(
            room="articles",
            page=self.page.uri,
            reason=reason
            or (stated if stated is not None and stated != "caption" else reason_of(judged, index, self.last)),
            detail=judged.line.text[:160],
            span=judged.line.span,
        )


def _headline(page: Page, lines: list[Judged], elements: Sequence[Element], paragraphs: Sequence[int]) -> int | None:
    """The line of the headline: the one that says what the page states as its title, a heading before another line."""
    titles = [_words(words) for words, _ in titles_of(said_by(page))[:4]]
    known = {word for title in titles for word in title}
    reach = min(len(lines), paragraphs[0] + _OVER)
    best: tuple[float, int] | None = None
    for index in range(reach):
        head = elements[index].tag in _HEADS or "/h1" in elements[index].path
        if not head and (index > paragraphs[0] or elements[index].linked > _LINKED):
            continue
        parts = _parts(lines[index].line.text) if titles else []
        own = _counted(parts) if not known.isdisjoint(parts) else None
        alike = max(_share(own, title) for title in titles) if own is not None else 0.0
        top = elements[index].tag == "h1" or "/h1" in elements[index].path
        score = alike + 0.3 * top + 0.1 * head - 0.2 * (elements[index].linked > _LINKED)
        if (alike >= _ALIKE or (not titles and top)) and (best is None or score > best[0] + 1e-9):
            best = (score, index)
    if best is not None:
        return best[1]
    return headline_of(lines, paragraphs[0], paragraphs)


def _words(text: str) -> Counter[str]:
    return _counted(_parts(text))


def _parts(text: str) -> list[str]:
    return fold(text).replace("’", "'").split()


def _counted(parts: Sequence[str]) -> Counter[str]:
    return Counter(word for word in parts if any(map(str.isalnum, word)))


def _share(one: Counter[str], other: Counter[str]) -> float:
    """How far two titles are the same words, 0 to 1."""
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if total else 0.0


def _around(one: str, other: str) -> str:
    """The path of the deepest element around two others, with the stroke behind it."""
    shared = 0
    for at, (a, b) in enumerate(zip(f"{one}/", f"{other}/", strict=False)):
        if a != b:
            break
        if a == "/":
            shared = at + 1
    whole = one[: shared - 1] if shared > len(one) else one[:shared].rstrip("/")
    return f"{whole.rpartition('/')[0]}/" if whole in (one, other) else f"{whole}/"


def _row_of(path: str) -> str:
    """The row of a table in which an element stands."""
    at = path.rfind("/tr[")
    return path[: path.find("]", at) + 1] if at >= 0 else path
