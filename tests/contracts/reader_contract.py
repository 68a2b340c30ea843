"""What every reader of a format must keep; inherited by the tests of each."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tidebook.pages.formats import READERS, format_of, read_source
from tidebook.pages.pile import read_file
from tidebook.pages.source import SNIFFED, Budget, Source
from tidebook.records.drops import Dropped
from tidebook.records.pages import Page


def found_in(raw: bytes, uri: str = "pile/file") -> list[Page | Dropped]:
    """Everything that is read of some bytes."""
    stream = io.BytesIO(raw)
    return list(read_source(Source(stream=stream, uri=uri, budget=Budget(len(raw)), seekable=stream)))


def pages_in(raw: bytes, uri: str = "pile/file") -> list[Page]:
    return [one for one in found_in(raw, uri) if isinstance(one, Page)]


class ReaderContract:
    """Subclasses name their format, say whether it can be read from the front, and give a sample that holds `WORDS` as a line."""

    format = ""
    streams = False
    WORDS = "Kedua menteri menandatangani perjanjian damai di ibu kota pada hari Kamis."

    def sample(self) -> bytes:
        raise AssertionError("a reader's tests give a sample of its format")

    def damages(self) -> Iterator[bytes]:
        """The sample, cut and changed in ways that are the same every time."""
        raw, dice = self.sample(), random.Random(7)
        for _ in range(150):
            changed = bytearray(raw[: dice.randrange(1, len(raw) + 1)])
            for _ in range(dice.randrange(4)):
                changed[dice.randrange(len(changed))] = dice.randrange(256)
            yield bytes(changed)

    def test_the_sample_is_taken_for_this_format_and_no_other_asked_before_it(self) -> None:
        head = self.sample()[:SNIFFED]
        assert format_of(head) == self.format
        assert next(name for name, reader in READERS if reader.sniff(head)) == self.format

    def test_the_words_of_the_sample_are_a_line_of_one_of_its_pages(self) -> None:
        assert any(self.WORDS in page.text.split("\n") for page in pages_in(self.sample()))

    def test_no_two_pages_have_one_name_and_each_begins_with_the_name_of_its_file(self) -> None:
        uris = [page.uri for page in pages_in(self.sample())]
        assert len(set(uris)) == len(uris) > 0
        assert all(uri == "pile/file" or uri.startswith("pile/file!/") for uri in uris)

    def test_the_same_bytes_give_the_same_pages_from_a_file_and_from_a_stream(self, tmp_path: Path) -> None:
        (tmp_path / "any.name").write_bytes(self.sample())
        assert list(read_file(tmp_path / "any.name", "pile/file")) == found_in(self.sample())
        stream = io.BytesIO(self.sample())
        unsought = Source(stream=stream, uri="pile/file", budget=Budget(None))
        unsought.budget.read(len(self.sample()))
        assert list(read_source(unsought)) == found_in(self.sample())

    def test_every_page_has_text_a_digest_and_elements_that_cut_its_lines(self) -> None:
        for page in pages_in(self.sample()):
            assert page.text.strip()
            assert page.digest.startswith("sha256:")
            assert len(page.digest) == 71
            assert "\r" not in page.text
            assert "\x00" not in page.text
            if page.elements:
                assert [one.span for one in page.elements] == list(page.lines())

    def test_the_first_page_is_had_before_the_rest_is_read(self) -> None:
        if not self.streams:
            pytest.skip("what holds all in one piece is read in one piece")
        raw = self.sample() * 500
        stream = io.BytesIO(raw)
        found = read_source(Source(stream=stream, uri="x", budget=Budget(len(raw))))
        assert any(isinstance(one, Page) for one in found)
        assert stream.tell() < len(raw) / 2

    def test_damage_ends_in_pages_and_sentences_and_never_in_an_exception(self) -> None:
        for raw in self.damages():
            for one in found_in(raw):
                if isinstance(one, Dropped):
                    assert one.reason in ("damaged", "empty", "unreadable", "too-large", "not-a-page", "no-pages")
                    assert one.room == "pages"
                    assert one.detail
                    assert "\n" not in one.detail
                    assert len(one.detail) < 400

    def test_an_empty_file_is_said_to_be_empty(self) -> None:
        found = found_in(b"")
        assert [type(one) for one in found] == [Dropped]
        assert isinstance(found[0], Dropped)
        assert found[0].reason == "empty"
