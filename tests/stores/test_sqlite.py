"""The SQLite store keeps the promises of every store, and says what is wrong with a file that is no book."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.contracts.store_contract import StoreContract, sample_readings
from tests.samples import sample_chronicle
from tidebook.errors import BookError
from tidebook.stores.base import Store
from tidebook.stores.sqlite import SqliteStore


class TestSqlite(StoreContract):
    def open(self, folder: Path) -> Store:
        return SqliteStore(folder / "book.db")

    def test_events_can_be_asked_in_sql_by_their_first_day(self, tmp_path: Path) -> None:
        self.open(tmp_path).write(sample_chronicle(), sample_readings(), {})
        with sqlite3.connect(tmp_path / "book.db") as db:
            rows = db.execute('select type, "when", when_first from events where when_first is not null order by 3')
            found = rows.fetchall()
        assert found
        assert all(first[:4].isdigit() and edtf for _, edtf, first in found)

    def test_a_file_that_is_no_book_is_refused_in_one_sentence(self, tmp_path: Path) -> None:
        (tmp_path / "book.db").write_bytes(b"not a database at all, but long enough to be looked at" * 40)
        with pytest.raises(BookError, match="not a book that Tidebook wrote"):
            SqliteStore(tmp_path / "book.db").read()

    def test_a_book_of_another_format_is_refused(self, tmp_path: Path) -> None:
        self.open(tmp_path).write(sample_chronicle(), sample_readings(), {})
        with sqlite3.connect(tmp_path / "book.db") as db:
            db.execute("update colophon set value = '0' where key = 'format'")
        with pytest.raises(BookError, match="format 0"):
            SqliteStore(tmp_path / "book.db").read()
