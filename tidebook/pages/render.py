"""An HTML page as the lines that a browser shows, each with the place in the markup where it stood.

The parser is libxml2's, driven as a stream of tags (lxml's parser target): of those measured (lexbor by selectolax, resiliparse, lxml's
tree) it alone takes time in proportion to the page on every hazard (200,000 nested ``<div>``, one tag of 100,000 attributes, 5,000
open ``<font>`` before 5,000 ``<p>``), and it can be stopped in the middle, so that each limit below is exact.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from typing import Any, cast

from lxml import etree

from ..records.pages import Element, Stated
from ..records.spans import Span
from .frames import Frame
from .heads import STATING, Head
from .lines import PROSE, Line, PastLimitError, line_of, shown, shows_prose, to_elements
from .tags import LINE_ENDS, LINKED, PRE, UNSEEN
from .text import LONGEST_LINE, MOST_LINES

MOST_TAGS = 200_000
"""Tags of the largest page that is read; a long live blog has 30,000."""
DEEPEST = 1_000
"""How deep elements may be nested; browsers draw no more than 512 levels."""
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Rendered:
    """The lines of a page, joined by ``\\n``, where each stood, and what the markup states."""

    text: str
    elements: tuple[Element, ...]
    stated: tuple[Stated, ...]


def render(html: str) -> Rendered:
    """What a browser shows of a page, line by line.

    Blocks, ``<br>`` and cells of tables begin lines of their own; within a line blanks run together as in a browser, and kept
    they are in ``<pre>``. What is not drawn is left out (scripts, templates, ``hidden``, ``display:none``, lists of choices), but
    for paragraphs of the article that wait behind a wall (`lines.shown`).

    Raises:
        PastLimitError: too many tags or lines, or nested too deep.
    """
    with _no_collection():
        return _rendered(html)  # a call of its own, so that its thousands of frames are gone when the collector wakes


def _rendered(html: str) -> Rendered:
    target = _Target()
    _parse(html, target)
    if target.trouble:
        raise PastLimitError(target.trouble)
    lines, stated = shown(target.lines), target.head.stated()
    text, elements = to_elements(lines)
    if not shows_prose(lines):
        text, elements = _with_stated_body(text, elements, stated)
    return Rendered(text, elements, stated)


def _with_stated_body(
    text: str, elements: tuple[Element, ...], stated: tuple[Stated, ...]
) -> tuple[str, tuple[Element, ...]]:
    """The lines of a page that shows no prose, and below them headline and body as its JSON-LD holds them.

    Such a page was saved before its scripts had drawn the article. The path of a line is that of the statement.
    """
    facts = {fact.key: fact for fact in reversed(stated)}
    body = facts.get("ld:articleBody")
    if body is None or len(body.value) < PROSE:
        return text, elements
    added = [(facts["ld:headline"], "h1")] if "ld:headline" in facts else []
    start, lines, found = len(text) + 1 if text else 0, text.split("\n") if text else [], list(elements)
    for fact, tag in (*added, (body, "p")):
        for line in unescape(fact.value).split("\n"):
            words = " ".join(line.split())
            if words and len(words) <= LONGEST_LINE:
                span = Span(start=start, end=start + len(words))
                found.append(Element(span=span, path=fact.path, tag=tag, names=(fact.key.partition(":")[2].lower(),)))
                lines.append(words)
                start += len(words) + 1
    return "\n".join(lines), tuple(found)


def _parse(html: str, target: _Target) -> None:
    parser = etree.HTMLParser(target=cast(Any, target), encoding="utf-8", huge_tree=True)
    raw = html.encode("utf-8", "replace")
    try:
        for start in range(0, len(raw), _CHUNK):
            parser.feed(raw[start : start + _CHUNK])
            if target.trouble:
                break
        parser.close()
    except (etree.ParserError, etree.XMLSyntaxError):
        pass  # nothing but comments, or no markup at all


@contextmanager
def _no_collection() -> Iterator[None]:
    """Frames hold no circles, so the collector would look through thousands of them for nothing: a quarter of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class _Target:
    """Takes tags and text from the parser and keeps lines.

    Of the line that is being taken it keeps the innermost element that holds all of it so far (`_holder`), the depth of that,
    and the least depth since the last words (`_low`), by which it tells when the holder was left.
    """

    __slots__ = ("_chunks", "_depth", "_holder", "_holder_depth", "_linked", "_listening", "_low", "_tags", "_top", "head", "lines", "trouble")  # fmt: skip

    def __init__(self) -> None:
        self.trouble = ""
        self.lines: list[Line] = []
        self.head = Head()
        self._top: Frame | None = None
        self._depth = 0
        self._tags = 0
        self._chunks: list[str] = []
        self._linked = 0
        self._holder: Frame | None = None
        self._holder_depth = 0
        self._low = 0
        self._listening: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.trouble:
            return
        if self._chunks and tag in LINE_ENDS:
            self._end_line()
        self._top = frame = Frame(tag, attributes, self._top)
        self._depth += 1
        self._tags += 1
        if self._depth > DEEPEST or self._tags > MOST_TAGS:
            self.trouble = self._excess()
        if tag in STATING or (attributes and ("itemprop" in attributes or "rel" in attributes)):
            self._listening = self.head.opened(tag, attributes, frame)

    def end(self, tag: str) -> None:
        frame = self._top
        if frame is None or self.trouble:
            return
        if self._chunks and tag in LINE_ENDS:
            self._end_line()
        if self._listening is not None:
            self.head.closed()
            self._listening = None
        self._top = frame.parent
        self._depth = depth = self._depth - 1
        if depth < self._low:
            self._low = depth

    def data(self, text: str) -> None:
        if self._listening is not None:
            self._listening.append(text)
        top = self._top
        if top is None or self.trouble:
            return
        kind = top.kind
        if not kind:
            if not text.isspace():
                self._take(text, top)
            elif self._holder is not None:
                self._chunks.append(text)
        elif not kind & UNSEEN:
            if kind & PRE and "\n" in text:
                for number, line in enumerate(text.split("\n")):
                    if number and self._chunks:
                        self._end_line()
                    self._take(line, top)
            else:
                self._take(text, top)

    def _take(self, text: str, top: Frame) -> None:
        """Adds words to the line; blanks alone begin none, but where blanks are kept."""
        blank = not text or text.isspace()
        if self._holder is None:
            if blank:
                if top.kind & PRE:
                    self._chunks.append(text)
                return
            self._holder, self._holder_depth = top, self._depth
        elif self._low < self._holder_depth and not blank:
            self._widen()
        if not blank:
            self._low = self._depth
        self._chunks.append(text)
        if top.kind & LINKED:
            self._linked += len(text) - text.count(" ")

    def _widen(self) -> None:
        """The holder was left since the last words: the element that was left last holds both."""
        holder = self._holder
        while self._holder_depth > self._low and holder is not None:
            holder = holder.parent
            self._holder_depth -= 1
        self._holder = holder

    def _end_line(self) -> None:
        """What has been taken since the last line becomes a line, if it shows anything."""
        holder = self._holder
        if holder is not None:
            line = line_of("".join(self._chunks), self._linked, holder)
            if line is not None:
                self.lines.append(line)
                if len(self.lines) > MOST_LINES:
                    self.trouble = f"it has more than {MOST_LINES:,} lines; give one page per file"
                elif len(line.words) > LONGEST_LINE:
                    self.trouble = f"one line has {len(line.words):,} characters (at most {LONGEST_LINE:,} are read); save the page with its line breaks"
            self._holder, self._linked = None, 0
        self._chunks.clear()

    def _excess(self) -> str:
        if self._depth > DEEPEST:
            return f"its tags are nested more than {DEEPEST:,} deep; save the page again from a browser"
        return f"it has more than {MOST_TAGS:,} tags; give one page per file"

    def comment(self, text: str) -> None:
        return

    def pi(self, target: str, data: str | None = None) -> None:
        return

    def close(self) -> None:
        if self._chunks:
            self._end_line()
