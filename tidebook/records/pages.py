"""What was crawled."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from .spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Where one line of an HTML page's text stood in its markup.

    Attributes:
        span: the whole line, into `Page.text`, without its line end.
        path: the DOM path of its block, every step but the first two counted among those of its name
            (``/html/body/div[2]/p[1]``); what ``<br>`` parts within a block has the same path.
        tag: the name of that block (``p``, ``h1``, ``li``, ``td``, ``div``), or ``time`` where one such element holds all of it.
        names: what the innermost element that holds the whole line, and then each element around it, is called: its ``class``,
            ``id``, ``role`` and ``itemprop``, in lower case, nearest first, at most 6 of one element and 32 in all.
        linked: the share (0 to 1) of its characters other than blanks that stand inside links.
    """

    span: Span
    path: str
    tag: str
    names: tuple[str, ...] = ()
    linked: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A fact that the page's head, markup or carrier states, whether it is true or not.

    Attributes:
        key: who says what: ``ld:datePublished``, ``og:title``, ``meta:author``, ``link:canonical``, ``html:lang``,
            ``time:datetime``, ``title``, ``feed:published``; docs/readers.md lists them.
        value: the words as they stand there, entities decoded, outer blanks removed.
        path: the DOM path of the element; for JSON-LD followed by ``#`` and the JSON pointer (RFC 6901) within it.
    """

    key: str
    value: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the pile as it was found, before anyone judged it.

    Attributes:
        uri: its name in the pile: the path relative to the pile's root, with ``/``, and for a page inside a container
            ``!/`` and its place there (``crawl.warc.gz!/000012``).
        digest: ``sha256:`` and the hex digest of the page's own bytes, as they lay on disk or in the container.
        media_type: what the content proved to be (``text/plain``, ``text/html``).
        charset: the encoding the bytes were decoded from.
        text: the decoded text, line ends as ``\\n``; of an HTML page the text that a browser shows, a line for each block.
            Every address of the book points into it.
        fetched: UTC time of the crawl where the carrier states one (ISO 8601), never used to date the article.
        record_id: WARC-Record-ID where there is one.
        elements: of an HTML page, where each line of `text` stood, in order; empty for others.
        stated: what the head and the markup of an HTML page, or the carrier of any page, state, in document order.
        address: the page's address on the web where page or carrier states one.
    """

    uri: str
    digest: str
    media_type: str
    charset: str
    text: str
    fetched: str | None = None
    record_id: str | None = None
    elements: tuple[Element, ...] = ()
    stated: tuple[Stated, ...] = ()
    address: str | None = None

    def line_of(self, offset: int) -> int:
        """The line (from 1) on which a code point stands."""
        return self.text.count("\n", 0, offset) + 1

    def path_at(self, offset: int) -> str | None:
        """The DOM path of the block in which a code point stands; None where the page is no HTML."""
        place = bisect_right(self.elements, offset, key=lambda element: element.span.start) - 1
        return self.elements[place].path if place >= 0 and offset <= self.elements[place].span.end else None

    def lines(self) -> tuple[Span, ...]:
        """The spans of all lines, without their line ends."""
        spans, start = [], 0
        for line in self.text.split("\n"):
            spans.append(Span(start=start, end=start + len(line)))
            start += len(line) + 1
        return tuple(spans)
