"""Re-reads every quote of a book at its address."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import BookError
from ..pages.pile import INNER, file_of, read_file
from ..records.chronicles import Chronicle
from ..records.drops import Dropped
from ..records.pages import Page
from ..records.spans import Address, Span
from ..stores.sqlite import SqliteStore
from .build import BOOK


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that no longer stands where the book says it stands.

    Attributes:
        page: uri of the page.
        kind: ``missing`` (the page is gone), ``unreadable``, ``changed`` (its words differ), ``book`` (the book contradicts
            itself: a sentence differs from its own copy of the page).
        detail: one sentence for people, with the line and the words that differ.
        events: ids of the events that rest on these words, sorted; empty if none does.
    """

    page: str
    kind: str
    detail: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Claim:
    """One sentence of a report at its address, with the events that rest on it."""

    address: Address
    events: tuple[str, ...]


def verify(book: Path, pages: Path | None = None) -> tuple[Fault, ...]:
    """Every fault of a book, sorted; empty if every word stands where the book says.

    Args:
        book: the folder that `build` made, or the book.db in it.
        pages: the folder of the pages, where they have moved since.

    Raises:
        BookError: there is no book, or the folder of its pages is gone.
    """
    kept = SqliteStore(book if book.is_file() else book / BOOK).read_book()
    root = pages or Path(kept.colophon["root"])
    if not root.is_dir():
        raise BookError(f"{root}: the folder of this book's pages is gone; say where they lie now with --pages")
    claims = _claims_of(kept.chronicle)
    fields = json.loads(kept.colophon.get("fields", "{}"))
    faults: list[Fault] = []
    for page in kept.chronicle.pages:
        faults += _inner_faults(page, claims.get(page.uri, []))
    for file, pages_in_it in _by_file(kept.chronicle.pages):
        faults += _outer_faults(file, pages_in_it, claims, root, fields)
    return tuple(sorted(faults, key=lambda fault: (fault.page, fault.kind, fault.detail)))


def passing(chronicle: Chronicle) -> tuple[Page, ...]:
    """The pages of a book that cannot be read again, as they came from standard input; the book keeps their text."""
    return tuple(page for page in chronicle.pages if file_of(page.uri) is None)


def _by_file(pages: Iterable[Page]) -> Iterator[tuple[str, list[Page]]]:
    """The pages of a book by the file in which they lie, so that a container is opened once."""
    files: dict[str, list[Page]] = {}
    for page in pages:
        file = file_of(page.uri)
        if file is not None:
            files.setdefault(file, []).append(page)
    yield from sorted(files.items())


def _claims_of(chronicle: Chronicle) -> dict[str, list[_Claim]]:
    """The sentences of all reports by page. Each was cut from its article, which is cut from its pages."""
    resting: dict[str, list[str]] = {}
    for event in chronicle.events:
        for ident in event.reports:
            resting.setdefault(ident, []).append(event.id)
    articles = {article.id: article for article in chronicle.articles}
    claims: dict[str, list[_Claim]] = {}
    for report in chronicle.reports:
        address = articles[report.article].address(report.span)
        claims.setdefault(address.page, []).append(_Claim(address, tuple(sorted(resting.get(report.id, ())))))
    return claims


def _inner_faults(page: Page, claims: list[_Claim]) -> Iterator[Fault]:
    for claim in claims:
        found = claim.address.span.cut(page.text)
        if found != claim.address.quote.exact:
            line = page.line_of(min(claim.address.span.start, len(page.text)))
            detail = (
                f"line {line}: the book quotes {_short(claim.address.quote.exact)} where its page has {_short(found)}"
            )
            yield Fault(page=page.uri, kind="book", detail=detail, events=claim.events)


def _outer_faults(
    file: str, pages: list[Page], claims: dict[str, list[_Claim]], root: Path, fields: dict[str, str]
) -> Iterator[Fault]:
    path = root / file
    if not path.is_file():
        for page in pages:
            yield Fault(
                page=page.uri, kind="missing", detail=f"{path} is gone", events=_resting(claims.get(page.uri, ()))
            )
        return
    waiting = {page.uri: page for page in pages}
    for now in read_file(path, file, fields):
        uri = now.page if isinstance(now, Dropped) else now.uri
        kept = waiting.pop(uri, None)
        if kept is None:
            continue
        mine = claims.get(uri, [])
        if isinstance(now, Dropped):
            yield Fault(page=uri, kind="unreadable", detail=now.detail, events=_resting(mine))
        elif now.text != kept.text:
            for was, detail in _changes(kept, now):
                resting = _resting(claim for claim in mine if _touches(was, claim.address.span))
                yield Fault(page=uri, kind="changed", detail=detail, events=resting)
        if not waiting:
            return
    for uri in waiting:
        detail = f"{path} holds it no longer" if INNER in uri else f"{path} is read no longer"
        yield Fault(page=uri, kind="missing", detail=detail, events=_resting(claims.get(uri, ())))


def _resting(claims: Iterable[_Claim]) -> tuple[str, ...]:
    return tuple(sorted({event for claim in claims for event in claim.events}))


def _changes(page: Page, now: Page) -> Iterator[tuple[Span, str]]:
    """Stretches of the kept text that read otherwise now, line by line and then letter by letter."""
    old, new = page.text.split("\n"), now.text.split("\n")
    starts = [span.start for span in page.lines()] + [len(page.text)]
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        was, reads = "\n".join(old[i1:i2]), "\n".join(new[j1:j2])
        head = _common(was, reads)
        tail = _common(was[head:][::-1], reads[head:][::-1])
        span = Span(start=starts[i1] + head, end=max(starts[i1] + len(was) - tail, starts[i1] + head))
        before = was[max(0, head - 30) : len(was) - tail + 30]
        after = reads[max(0, head - 30) : len(reads) - tail + 30]
        yield span, f"line {i1 + 1}: {_short(before)} now reads {_short(after)}"


def _common(first: str, second: str) -> int:
    length = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        length += 1
    return length


def _touches(change: Span, sentence: Span) -> bool:
    return change.start <= sentence.end and sentence.start <= change.end


def _short(words: str) -> str:
    return f"“{words if len(words) <= 120 else words[:119] + '…'}”"
