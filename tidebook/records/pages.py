"""What was crawled."""

from __future__ import annotations

from dataclasses import dataclass

from .spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the pile as it was found, before anyone judged it.

    Attributes:
        uri: its name in the pile: the path relative to the pile's root, with ``/``, or a WARC-Target-URI.
        digest: ``sha256:`` and the hex digest of the bytes as they lay on disk.
        media_type: what the content proved to be (``text/plain``, ``text/html``).
        charset: the encoding the bytes were decoded from.
        text: the decoded text, line ends as ``\\n``; every address of the book points into it.
        fetched: UTC time of the crawl where the carrier states one (ISO 8601), never used to date the article.
        record_id: WARC-Record-ID where there is one.
    """

    uri: str
    digest: str
    media_type: str
    charset: str
    text: str
    fetched: str | None = None
    record_id: str | None = None

    def line_of(self, offset: int) -> int:
        """The line (from 1) on which a code point stands."""
        return self.text.count("\n", 0, offset) + 1

    def lines(self) -> tuple[Span, ...]:
        """The spans of all lines, without their line ends."""
        spans, start = [], 0
        for line in self.text.split("\n"):
            spans.append(Span(start=start, end=start + len(line)))
            start += len(line) + 1
        return tuple(spans)
