"""A book as it stood on an earlier day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import tidebook
from tidebook.errors import PileError
from tidebook.records.chronicles import Chronicle

DENIAL = """KABAR SELAT

Singapura Bantah Tuduhan Malaysia soal Kapal di Perairan Johor

Rabu, 12 Desember 2018 10:15 WIB

SINGAPURA - Pemerintah Singapura pada Rabu (12/12/2018) membantah tuduhan Malaysia bahwa kapalnya memasuki perairan Johor Bahru tanpa izin.

Malaysia menuduh Singapura melanggar wilayahnya pada 4 Desember 2018, kata juru bicara kementerian luar negeri.
"""
CLAIM = """WARTA TANJUNG

Malaysia Tuduh Kapal Singapura Masuk Perairan Johor

Rabu, 5 Desember 2018 08:30 WIB

KUALA LUMPUR - Malaysia pada Selasa (4/12/2018) menuduh Singapura melanggar wilayah perairannya di lepas pantai Johor Bahru, kata kementerian luar negeri.

Menteri Luar Negeri Malaysia mengunjungi Singapura pada 3 November 2018 untuk membahas batas laut kedua negara.
"""
UNDATED = """SUDUT PANDANG

Dua Tetangga di Selat Johor yang Sulit Akur Sejak Lama

Malaysia dan Singapura menandatangani perjanjian air pada 1962 dan perjanjian itu masih berlaku sampai lama sesudahnya.

Hubungan keduanya pernah memburuk pada 1965 ketika Singapura berpisah dari Malaysia dan berdiri sendiri sebagai negara.
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pile = tmp_path_factory.mktemp("pile")
    for name, text in (("claim.txt", CLAIM), ("denial.txt", DENIAL), ("undated.txt", UNDATED)):
        (pile / name).write_text(text, encoding="utf-8")
    out = tmp_path_factory.mktemp("book")
    tidebook.build([pile], ("MYS", "SGP"), out)
    return out


def pages_of(chronicle: Chronicle) -> set[str]:
    return {page.uri for page in chronicle.pages}


def test_what_came_out_later_is_not_in_the_book_of_an_earlier_day(book: Path) -> None:
    then = tidebook.open_book(book, as_known_on=date(2018, 12, 8))
    assert pages_of(then) == {"claim.txt"}
    assert {event.first_said for event in then.events} == {"2018-12-05"}


def test_on_the_last_day_the_whole_dated_book_is_there(book: Path) -> None:
    then, now = tidebook.open_book(book, as_known_on=date(2026, 1, 1)), tidebook.open_book(book)
    assert pages_of(then) >= {"claim.txt", "denial.txt"}
    assert {event.id for event in then.events} <= {event.id for event in now.events}


def test_what_is_left_out_stands_in_the_ledger_with_the_reason(book: Path) -> None:
    then = tidebook.open_book(book, as_known_on=date(2018, 12, 8))
    late = {drop.page: drop.detail for drop in then.drops if drop.reason == "not-yet-out"}
    assert set(late) == {"denial.txt", "undated.txt"}
    assert "2018-12-12" in late["denial.txt"]


def test_before_the_first_article_there_is_one_sentence_and_no_book(book: Path) -> None:
    with pytest.raises(PileError, match="surely out by 1990-01-01; the first came out by 2018-12-05"):
        tidebook.open_book(book, as_known_on=date(1990, 1, 1))


def test_an_event_of_a_merged_story_counts_only_the_witnesses_of_the_day(book: Path) -> None:
    then = tidebook.open_book(book, as_known_on=date(2018, 12, 8))
    assert all(len(event.origins) == 1 for event in then.events)
