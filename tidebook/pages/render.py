"""An HTML page as the lines that a browser shows, each with the place in the markup where it stood.

The parser is libxml2's, driven as a stream of tags (lxml's parser target): of those measured (lexbor by selectolax, resiliparse, lxml's
tree) it alone takes time in proportion to the page on every hazard (200,000 nested ``<div>``, one tag of 100,000 attributes, 5,000
open ``<font>`` before 5,000 ``<p>``), and it can be stopped in the middle, so that each limit below is exact.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from lxml import etree

from ..records.pages import Element, Stated
from ..records.spans import Span
from .heads import Head
from .tags import BLOCKS, KEPT_BLANKS, UNSEEN

MOST_TAGS = 200_000
"""Tags of the largest page that is read; a long live blog has 30,000."""
DEEPEST = 2_000
"""How deep elements may be nested; browsers draw no more than 512 levels."""
MOST_LINES = 100_000
"""Lines of the longest page that is read."""
MOST_NAMES = 32
"""Names kept for a line: those of the nearest few elements tell what it is."""
MOST_OWN_NAMES = 6
"""Names kept of one element; menus and style sheets give a dozen."""

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BLANKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029 ]+")
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Rendered:
    """The lines of a page, joined by ``\\n``, where each stood, and what the markup states."""

    text: str
    elements: tuple[Element, ...]
    stated: tuple[Stated, ...]


class PastLimitError(Exception):
    """The page is larger than is read; the message goes on from its name."""


def render(html: str) -> Rendered:
    """What a browser shows of a page, line by line.

    Blocks, ``<br>`` and cells of tables begin lines of their own; within a line blanks run together as in a browser, and kept
    they are in ``<pre>``. What is not drawn is left out: scripts, templates, ``hidden``, ``display:none``, lists of choices.

    Raises:
        PastLimitError: too many tags or lines, or nested too deep.
    """
    target = _Target()
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
    if target.trouble:
        raise PastLimitError(target.trouble)
    return target.rendered()


class _Frame:
    """One open element."""

    __slots__ = ("attributes", "block", "counts", "hidden", "linked", "named", "parent", "pre", "step", "tag", "way")

    def __init__(self, tag: str, attributes: Mapping[str, str], parent: _Frame | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.counts: dict[str, int] | None = None
        self.named: tuple[str, ...] | None = None
        self.way: str | None = None
        if parent is None:
            self.step, self.block, self.hidden, self.linked, self.pre = tag, self, False, False, False
            return
        self.step = _step(tag, parent)
        self.block = self if tag in BLOCKS else parent.block
        self.hidden = parent.hidden or tag in UNSEEN
        self.linked = parent.linked
        self.pre = parent.pre or tag in KEPT_BLANKS
        if attributes:
            if not self.hidden and (
                "hidden" in attributes or ("style" in attributes and _HIDING.search(attributes["style"]))
            ):
                self.hidden = True
            if tag == "a" and "href" in attributes:
                self.linked = True

    def path(self) -> str:
        if self.way is None:
            self.way = f"{self.parent.path() if self.parent else ''}/{self.step}"
        return self.way

    def names(self) -> tuple[str, ...]:
        if self.named is None:
            above = self.parent.names() if self.parent else ()
            own = _own_names(self.attributes) if self.attributes else ()
            self.named = tuple(dict.fromkeys((*own, *above)))[:MOST_NAMES] if own else above
        return self.named


def _step(tag: str, parent: _Frame) -> str:
    """The last step of a path; head and body, of which there is one, go uncounted."""
    if parent.parent is None and tag in ("head", "body"):
        return tag
    if parent.counts is None:
        parent.counts = {}
    count = parent.counts.get(tag, 0) + 1
    parent.counts[tag] = count
    return f"{tag}[{count}]"


def _own_names(attributes: Mapping[str, str]) -> tuple[str, ...]:
    words = " ".join(attributes[key][:500] for key in ("class", "id", "role", "itemprop") if key in attributes)
    return tuple(words.lower().split()[:MOST_OWN_NAMES])


class _Target:
    """Takes tags and text from the parser and keeps lines."""

    def __init__(self) -> None:
        self.trouble = ""
        self._top: _Frame | None = None
        self._depth = 0
        self._tags = 0
        self._lines: list[str] = []
        self._elements: list[Element] = []
        self._length = 0
        self._chunks: list[str] = []
        self._linked = 0
        self._holder: _Frame | None = None
        self._holder_depth = 0
        self._low = 0
        self._head = Head()
        self._listening: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._tags += 1
        if self.trouble:
            return
        top = self._top
        if top is not None and tag == "br":
            if not top.hidden:
                self._flush()
            self._top = _Frame(tag, {}, top)
            self._depth += 1
            return
        frame = _Frame(tag, attributes, top)
        self._top = frame
        self._depth += 1
        if self._depth > DEEPEST:
            self.trouble = f"its tags are nested more than {DEEPEST:,} deep; save the page again from a browser"
        elif self._tags > MOST_TAGS:
            self.trouble = f"it has more than {MOST_TAGS:,} tags; give one page per file"
        if frame.block is frame:
            self._flush()
        if (attributes or tag in ("title", "script")) and self._head.wants(tag, attributes):
            self._listening = self._head.opened(tag, attributes, frame.path())

    def end(self, tag: str) -> None:
        frame = self._top
        if self.trouble or frame is None:
            return
        if frame.block is frame:
            self._flush()
        if self._listening is not None and tag in ("title", "script"):
            self._head.closed()
            self._listening = None
        self._top = frame.parent
        self._depth -= 1
        if self._depth < self._low:
            self._low = self._depth

    def data(self, text: str) -> None:
        if self._listening is not None:
            self._listening.append(text)
        top = self._top
        if top is None or top.hidden or self.trouble:
            return
        if top.pre:
            first, *rest = text.split("\n")
            self._take(first, top)
            for line in rest:
                self._flush()
                self._take(line, top)
        else:
            self._take(text, top)

    def _take(self, text: str, top: _Frame) -> None:
        if text.isspace() or not text:
            if self._chunks:
                self._chunks.append(text)
            return
        if self._holder is None:
            self._holder, self._holder_depth = top, self._depth
        elif self._low < self._holder_depth:
            while self._holder_depth > self._low and self._holder.parent is not None:
                self._holder = self._holder.parent
                self._holder_depth -= 1
        self._low = self._depth
        self._chunks.append(text)
        if top.linked:
            self._linked += len(text) - text.count(" ")

    def _flush(self) -> None:
        """Ends the line: what has been taken since the last one becomes a line, if it shows anything."""
        holder = self._holder
        if holder is None:
            if self._chunks:
                self._chunks.clear()
            return
        joined = "".join(self._chunks)
        line = joined.replace("\n", " ").rstrip() if holder.pre else _BLANKS.sub(" ", joined).strip(" ")
        linked = self._linked
        self._chunks.clear()
        self._holder, self._linked = None, 0
        if not line or line.isspace():
            return
        block = holder.block if holder.tag != "time" else holder
        seen = len(line) - line.count(" ")
        span = Span(start=self._length, end=self._length + len(line))
        self._elements.append(
            Element(
                span=span,
                path=block.path(),
                tag=block.tag,
                names=holder.names(),
                linked=0.0 if not linked else min(1.0, round(linked / seen, 3)),
            )
        )
        self._lines.append(line)
        self._length += len(line) + 1
        if len(self._lines) > MOST_LINES:
            self.trouble = f"it has more than {MOST_LINES:,} lines; give one page per file"

    def comment(self, text: str) -> None:
        return

    def pi(self, target: str, data: str | None = None) -> None:
        return

    def close(self) -> Any:
        self._flush()
        return None

    def rendered(self) -> Rendered:
        return Rendered("\n".join(self._lines), tuple(self._elements), self._head.stated())
