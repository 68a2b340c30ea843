"""What a model answered, kept beside the book in the same file, so that the same pile gives the same book again."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

_MAKE = "CREATE TABLE IF NOT EXISTS replies (asked TEXT PRIMARY KEY, answered TEXT NOT NULL)"


def read_replies(book: Path) -> dict[str, str]:
    """What was asked (a digest) to what was answered; empty where there is no book, or nobody was asked."""
    if not book.is_file():
        return {}
    try:
        with closing(
            sqlite3.connect(
                f"file:{book.absolute().as_posix().replace('?', '%3f').replace('#', '%23')}?mode=ro", uri=True
            )
        ) as connection:
            return dict(connection.execute("SELECT asked, answered FROM replies"))
    except sqlite3.Error:
        return {}


def write_replies(book: Path, replies: Mapping[str, str]) -> None:
    """Keeps them in a book that was just written; a book for which nobody was asked stays as it is."""
    if not replies:
        return
    with closing(sqlite3.connect(book)) as connection, connection:
        connection.execute(_MAKE)
        connection.executemany("INSERT OR REPLACE INTO replies VALUES (?, ?)", sorted(replies.items()))
