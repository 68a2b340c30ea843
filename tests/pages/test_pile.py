"""Files and folders to pages in one order."""

import os
import time
from pathlib import Path

import pytest

from tidebook.pages.pile import read_file, read_pile, root_of
from tidebook.pages.text import LONGEST_LINE, MOST_BYTES
from tidebook.records.drops import Dropped
from tidebook.records.pages import Page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "a.txt").write_text("One page of words.\n")
    (tmp_path / "b" / "c.txt").write_text("Another page of words.\n")
    (tmp_path / ".hidden" / "d.txt").write_text("never read")
    (tmp_path / ".e.txt").write_text("never read")
    return tmp_path


def uris(found: list[Page | Dropped]) -> list[str]:
    return [one.uri if isinstance(one, Page) else one.page for one in found]


def test_a_folder_is_read_with_all_that_is_in_it_but_hidden_files(folder: Path) -> None:
    assert uris(list(read_pile([folder]))) == ["a.txt", "b/c.txt"]


def test_the_order_of_the_arguments_changes_nothing(folder: Path) -> None:
    first = list(read_pile([folder / "a.txt", folder / "b" / "c.txt"]))
    second = list(read_pile([folder / "b" / "c.txt", folder / "a.txt", folder / "a.txt", folder]))
    assert first == second
    assert root_of([folder / "b" / "c.txt", folder / "a.txt"]) == folder


def test_the_root_of_one_file_is_its_folder_and_of_a_folder_itself(folder: Path) -> None:
    assert root_of([folder / "a.txt"]) == folder
    assert root_of([folder / "b"]) == folder / "b"


def test_the_same_bytes_are_the_same_page_wherever_and_whenever_they_lie(folder: Path) -> None:
    other = folder / "b" / "moved.txt"
    other.write_bytes((folder / "a.txt").read_bytes())
    os.utime(other, (1, 1))
    assert list(read_file(other, "x")) == list(read_file(folder / "a.txt", "x"))


def test_a_missing_path_is_one_sentence_and_the_rest_goes_on(folder: Path) -> None:
    found = list(read_pile([folder / "nowhere.txt", folder / "a.txt"]))
    assert [type(one) for one in found] == [Page, Dropped]
    assert isinstance(found[1], Dropped)
    assert found[1].reason == "missing"
    assert found[1].page == "nowhere.txt"


def test_fifty_megabytes_in_one_line_end_in_one_sentence_at_once(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as out:
        out.truncate(50_000_000)
    start = time.perf_counter()
    found = list(read_pile([big]))
    assert time.perf_counter() - start < 10
    assert isinstance(found[0], Dropped)
    assert found[0].reason == "too-large"
    assert len(found[0].detail) < 200


def test_a_line_longer_than_any_news_is_said_to_be_too_long() -> None:
    from tidebook.pages.text import read_text

    dropped = read_text(b"word " * (LONGEST_LINE // 5 + 1), "x.txt")
    assert isinstance(dropped, Dropped)
    assert "line breaks" in dropped.detail
    assert MOST_BYTES > LONGEST_LINE


@pytest.mark.parametrize(("raw", "reason"), [(b"", "empty"), (b" \n\n", "empty"), (b"%PDF-1.4", "unreadable")])
def test_an_empty_or_binary_file_is_one_sentence(tmp_path: Path, raw: bytes, reason: str) -> None:
    (tmp_path / "x").write_bytes(raw)
    found = next(read_file(tmp_path / "x", "x"))
    assert isinstance(found, Dropped)
    assert found.reason == reason
    assert found.room == "pages"


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found = next(read_file(tmp_path / "pipe", "pipe"))
    assert isinstance(found, Dropped)
    assert found.reason == "unreadable"


def test_a_book_that_lies_among_the_pages_is_not_read_as_one_of_them(folder: Path) -> None:
    (folder / "book").mkdir()
    for name in ("book.db", "chronicle.json", "report.html", "note.txt"):
        (folder / "book" / name).write_text("<html><p>Words of a book.")
    assert uris(list(read_pile([folder]))) == ["a.txt", "b/c.txt", "book/note.txt"]
