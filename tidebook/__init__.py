"""Tidebook: the sourced history of a relationship, read from a pile of news pages.

The verbs of the front door are those of the command line:

    >>> import tidebook
    >>> built = tidebook.build(["pages/"], between=("RUS", "PRK"), out="BOOK")  # doctest: +SKIP
    >>> chronicle = tidebook.open_book("BOOK")                                  # doctest: +SKIP
    >>> [event.when.edtf for event in chronicle.events if event.between]        # doctest: +SKIP

What they return are the records of `tidebook.records`; nothing is loaded before it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from .records.chronicles import Chronicle, TieOnDay
    from .records.events import Report
    from .records.readings import Reading
    from .runs.build import Built
    from .runs.verify import Fault

__version__ = "0.1.0"

__all__ = ["asof", "build", "code", "export", "open_book", "verify"]

AnyPath = str | PathLike[str]


def build(
    pages: AnyPath | Sequence[AnyPath],
    between: tuple[str, str] | None = None,
    out: AnyPath = "BOOK",
    extra_actors: AnyPath | None = None,
) -> Built:
    """Reads files and folders of pages (one, or a sequence of them) and keeps their book in ``out/book.db``.

    Raises:
        PileError: no page could be read, or nothing in them is about the pair.
        DyadError: the two are unknown, ambiguous or one and the same.
    """
    from .runs.build import build as run

    extra = None if extra_actors is None else Path(extra_actors)
    paths = [pages] if isinstance(pages, str | PathLike) else pages
    return run([Path(page) for page in paths], between, Path(out), None, extra)


def code(
    text: str, published: date | str | None = None, language: str | None = None
) -> tuple[Reading, tuple[Report, ...]]:
    """What is read in any text: its sentences, times and actors, and the reports made of them.

    Args:
        published: the day it was written (a date, or EDTF such as ``2024-06-20``), for relative dates.
        language: BCP 47; judged from the text where left out.

    Raises:
        EdtfError: `published` is not EDTF.
    """
    from .records.edtf import parse
    from .runs.read import read_text

    written = published.isoformat() if isinstance(published, date) else published
    return read_text(text, parse(written) if written else None, language)


def open_book(book: AnyPath, as_known_on: date | None = None) -> Chronicle:
    """The chronicle of a book that `build` made; as it stood on a day, where one is given.

    Raises:
        BookError: there is no book, or another version wrote it.
        PileError: no article of the book was surely out by that day.
    """
    from .runs.build import BOOK
    from .stores.sqlite import SqliteStore

    store = SqliteStore(Path(book) / BOOK)
    if as_known_on is None:
        return store.read()
    from .runs.known import as_known_on as known

    return known(store.read_book(), as_known_on).chronicle


def asof(chronicle: Chronicle, day: date) -> tuple[TieOnDay, ...]:
    """What stood between the two on a day: in force, not in force, or uncertain, with the reason."""
    from .chronicle.ties import as_of

    return as_of(chronicle, day)


def verify(book: AnyPath, pages: AnyPath | None = None) -> tuple[Fault, ...]:
    """Every quote of a book that no longer stands at its address; empty if all do.

    Raises:
        BookError: there is no book, or the folder of its pages is gone.
    """
    from .runs.verify import verify as run

    return run(Path(book), None if pages is None else Path(pages))


def export(chronicle: Chronicle, form: str, out: TextIO, language: str | None = None) -> None:
    """Writes a chronicle as ``json``, ``csv`` or ``md``; `language` is that of the words in ``md``.

    Raises:
        BookError: there is no such export.
    """
    from .faces.exports import export_of

    export_of(form).write(chronicle, out, language)
