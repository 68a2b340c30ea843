"""Where words stand: spans of code points, and quotes that survive a re-crawl."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of text, half-open, in Unicode code points (not bytes).

    Attributes:
        start: offset of the first code point.
        end: offset after the last one; ``end >= start``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The words that this span names in its text."""
        return text[self.start : self.end]

    def within(self, other: Span) -> bool:
        """Whether every code point of this span lies in the other."""
        return other.start <= self.start and self.end <= other.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same stretch in a text that begins `by` code points earlier."""
        return Span(start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A W3C TextQuoteSelector: the exact words with a little of what stands around them.

    Attributes:
        exact: the words, verbatim.
        prefix: up to 32 code points before them.
        suffix: up to 32 code points after them.
    """

    exact: str
    prefix: str
    suffix: str

    @classmethod
    def of(cls, text: str, span: Span, context: int = 32) -> Quote:
        """The quote of `span` in `text` with `context` code points on each side."""
        return cls(
            exact=span.cut(text),
            prefix=text[max(0, span.start - context) : span.start],
            suffix=text[span.end : span.end + context],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a statement can be clicked back to: a page, a span of its text, the words there.

    Attributes:
        page: `Page.uri`.
        span: into `Page.text`.
        quote: what stands there, so that a changed page is noticed.
    """

    page: str
    span: Span
    quote: Quote
