"""What a newsroom wrote: schema.org's NewsArticle with the address of every word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .spans import Address, Quote, Span
from .times import Interval

MADE_UP = "satire"
"""`Article.section` of an article that says that it is made up for fun."""
GAME = "game"
"""The subject, told by its words, of an article whose sides play."""


class BlockKind(StrEnum):
    """What a block of an article is."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    ENTRY = "entry"  # one dated entry of a live blog or table


class OriginKind(StrEnum):
    """How an article came by its story (after PROV's wasDerivedFrom)."""

    OWN = "own"
    WIRE = "wire"
    COPY = "copy"
    TRANSLATION = "translation"
    RETELLING = "retelling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A verbatim stretch of one page that belongs to the article.

    Attributes:
        kind: what it is.
        span: into `Article.text`.
        page: uri of the page it stands on.
        source: into that `Page.text`; same length as `span`, same characters.
    """

    kind: BlockKind
    span: Span
    page: str
    source: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One fact of an article with where it was found; quarrels are kept, `chosen` says which won.

    Attributes:
        fact: ``headline``, ``published``, ``modified``, ``publisher``, ``byline``, ``dateline``, ``language``, ``section``,
            ``canonical``, ``part`` (page n of m).
        value: the fact as text (dates as EDTF or ISO 8601).
        rule: the name of what found it (``date-line``, ``json-ld``, ``inferred-from-text``), for people and for `explain`.
        why: one sentence for people, needed where the value was inferred.
        page: uri, and `span` into its text, where it stands on a page.
    """

    fact: str
    value: str
    rule: str
    why: str = ""
    page: str | None = None
    span: Span | None = None
    chosen: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Somebody whom the article names as its source.

    Attributes:
        name: canonical name (``AP``, ``Reuters``, ``Al Jazeera``).
        kind: ``agency`` (sells its text to others) or ``outlet``.
        scope: ``text`` (the story is theirs) or ``image`` (only the picture is), which shows by itself no descent of the text.
        page: uri, and `span` into its text: the words of the credit.
    """

    name: str
    kind: str
    scope: str
    page: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an article's story comes from. Articles with one `id` are one witness.

    Attributes:
        id: shared by all articles of one origin (``agency:ap``, ``article:<id>``).
        kind: how this article relates to it.
        name: for people: ``AP``, ``Tempo``.
        of: id of the article it derives from, where that is in the pile.
        reason: in words.
        certainty: 0 to 1.
    """

    id: str
    kind: OriginKind
    name: str
    of: str | None = None
    reason: str = ""
    certainty: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article, put together from its pages.

    Attributes:
        id: ``a-`` and 12 hex digits made from content and pages.
        headline: verbatim.
        publisher: for people (``Tempo``), or None where nothing says it.
        byline: names as written.
        dateline: place as written (``PYONGYANG``, ``Jakarta``).
        published: every day on which it may have been published.
        published_at: ISO 8601 with offset, where a date line states the time.
        modified: like `published_at`.
        language: BCP 47 (``id``, ``en``).
        section: section of the outlet, where stated.
        canonical: canonical address, where stated.
        text: headline, headings, paragraphs, captions; blocks joined by a blank line.
        blocks: in order of `text`; every character outside the joints belongs to one.
        pages: uris in reading order.
        missing: numbers of the pages that the article says it has and the pile has not; 0 means "further pages, number unsaid".
        credits: whom it names as its source.
        evidence: where each fact was found.
        origin: set once the whole pile is known.
    """

    id: str
    headline: str
    publisher: str | None
    byline: str | None
    dateline: str | None
    published: Interval | None
    published_at: str | None
    modified: str | None
    language: str
    section: str | None
    canonical: str | None
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[str, ...]
    missing: tuple[int, ...]
    credits: tuple[Credit, ...]
    evidence: tuple[Evidence, ...]
    origin: Origin | None = None

    @property
    def set_aside(self) -> str | None:
        """Why what it tells is not taken for events: `MADE_UP`, `GAME`, or None for news of the world."""
        if self.section == MADE_UP:
            return MADE_UP
        return next((e.value for e in self.evidence if e.fact == "subject" and e.value == GAME), None)

    def block_at(self, offset: int) -> Block:
        """The block that holds a code point of `text`.

        Raises:
            ValueError: the offset lies in a joint between blocks or outside the text.
        """
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self.blocks[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low == len(self.blocks) or offset < self.blocks[low].span.start:
            raise ValueError(f"offset {offset} of article {self.id} lies in no block")
        return self.blocks[low]

    def address(self, span: Span) -> Address:
        """Page, span there and verbatim words of a stretch that lies within one block."""
        block = self.block_at(span.start)
        if span.end > block.span.end:
            raise ValueError(f"{span} of article {self.id} runs over the end of its block")
        return Address(
            page=block.page,
            span=span.shifted(block.source.start - block.span.start),
            quote=Quote.of(self.text, span),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; it never runs over the end of a block.

    Attributes:
        article: article id.
        index: from 0, in reading order of the article.
        span: into `Article.text`, without the spaces around it.
        block: index into `Article.blocks`.
        kind: kind of that block.
    """

    article: str
    index: int
    span: Span
    block: int
    kind: BlockKind
