"""What people type, made into what the book knows: days, events, books, texts."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from ..errors import BookError, EdtfError, ReaderError, TidebookError
from ..events.ask_line import Endpoint
from ..records.edtf import parse
from ..records.events import Event, Report
from ..records.times import Interval
from ..stores.base import Book
from .sayings import say_again
from .shelf import Shelf
from .words import Words

BOOK_FILE = "book.db"


def open_book(book: Path, words: Words, as_known_on: str | None = None) -> Book:
    """The book in a folder, or what it would have been on an earlier day.

    Raises:
        BookError: there is none, or another version of Tidebook made it.
        PileError: nothing of it was out by that day.
        TidebookError: no day can be made of `as_known_on`.
    """
    from ..stores.sqlite import SqliteStore

    path = book if book.is_file() else book / BOOK_FILE
    if not path.is_file():
        raise BookError(words.say("cli.no_book", path=book))
    if as_known_on is None:
        return SqliteStore(path).read_book()
    from ..runs.known import as_known_on as known

    return known(SqliteStore(path).read_book(), day_asked(as_known_on, words))


def report_of(book: Path, as_known_on: str | None, words: Words) -> Path:
    """Where the report of a book lies, or that of what was known of it on a day, which does not take its place.

    Raises:
        TidebookError: no day can be made of `as_known_on`.
    """
    folder = book.parent if book.is_file() else book
    if as_known_on is None:
        return folder / "report.html"
    return folder / f"report-{day_asked(as_known_on, words).isoformat()}.html"


def day_asked(text: str, words: Words) -> date:
    """One day; a month or a year means its last day.

    Raises:
        TidebookError: no day can be made of the text.
    """
    try:
        when = parse(text)
    except EdtfError:
        raise TidebookError(words.say("cli.bad_day", text=text)) from None
    if when.start is None or when.end is None or "/" in text:
        raise TidebookError(words.say("cli.open_day", text=text))
    return when.end - timedelta(days=1)


def publication_asked(text: str | None, words: Words) -> Interval | None:
    """The days on which a text may have been published.

    Raises:
        TidebookError: the text is no date.
    """
    if text is None:
        return None
    try:
        return parse(text)
    except EdtfError:
        raise TidebookError(words.say("cli.bad_published", text=text)) from None


def endpoint_asked(
    reader: str | None, url: str | None, model: str | None, seconds: float, words: Words
) -> Endpoint | None:
    """The model that is to read, or None where the rules are; its key is what TIDEBOOK_API_KEY holds.

    Raises:
        ReaderError: there is no such reader, or its address or model is missing or no good.
    """
    if reader not in (None, "rules", "openai"):
        raise ReaderError(words.say("cli.no_reader", reader=reader, choices="openai, rules"))
    if reader != "openai":
        if url is not None or model is not None:
            raise ReaderError(words.say("cli.reader_alone"))
        return None
    if not url or not model:
        raise ReaderError(words.say("cli.reader_needs"))
    return Endpoint(url=url, model=model, key=os.environ.get("TIDEBOOK_API_KEY", "").strip(), seconds=seconds)


def fields_asked(text: str | None, words: Words) -> dict[str, str]:
    """Fields of JSON articles by what they hold, from ``text=isi,url=tautan``.

    Raises:
        TidebookError: that is not how they are written, or something that is not read is named.
    """
    from ..pages.jsonl import FIELDS

    named: dict[str, str] = {}
    for part in (text or "").split(","):
        what, sign, field = (piece.strip() for piece in part.partition("="))
        if text and (not sign or not field or what not in FIELDS):
            raise TidebookError(words.say("cli.bad_fields", given=part.strip(), choices=", ".join(FIELDS)))
        if sign:
            named[what] = field
    return named


def event_asked(shelf: Shelf, ident: str, words: Words) -> Event:
    """The event whose id begins so (``e-`` may be left out).

    Raises:
        BookError: there is none, or there are several.
    """
    wanted = ident if ident.startswith("e-") else f"e-{ident}"
    found = [event for key, event in sorted(shelf.events.items()) if key.startswith(wanted)]
    if not found:
        raise BookError(words.say("cli.no_event", id=ident))
    if len(found) > 1:
        raise BookError(words.say("cli.many_events", id=ident, choices=", ".join(event.id for event in found[:8])))
    return found[0]


def report_asked(shelf: Shelf, ident: str, words: Words) -> Report:
    """The report whose id begins so.

    Raises:
        BookError: there is none, or there are several.
    """
    found = [report for key, report in sorted(shelf.reports.items()) if key.startswith(ident)]
    if not found:
        raise BookError(words.say("cli.no_event", id=ident))
    if len(found) > 1:
        raise BookError(words.say("cli.many_events", id=ident, choices=", ".join(report.id for report in found[:8])))
    return found[0]


def text_asked(source: str, words: Words) -> str:
    """The text of a file, or of standard input for ``-``.

    Raises:
        TidebookError: it cannot be read, or is no text in any encoding that pages come in.
    """
    try:
        if source == "-" and sys.stdin is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise TidebookError(words.say("cli.no_file", path=source, reason=error.strerror)) from error
    if b"\x00" not in raw:
        with suppress(UnicodeDecodeError):
            return raw.decode("utf-8-sig")
    from ..pages.decode import decode

    decoded = decode(raw)
    if isinstance(decoded, str):
        raise TidebookError(words.say("cli.not_text", path=source, what=say_again(words, decoded)))
    return decoded.text
