"""Feeds, JSON, ZIP and gzip: what they carry, what they say of it, and what is refused."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from tests.contracts.reader_contract import found_in, pages_in
from tests.pages import made
from tidebook.pages.formats import read_source
from tidebook.pages.pile import file_of, read_pile
from tidebook.pages.source import DEEPEST_CONTAINER, Budget, Source
from tidebook.records.drops import Dropped
from tidebook.records.pages import Page


def stated(page: Page) -> dict[str, str]:
    return {fact.key: fact.value for fact in page.stated}


def test_an_item_of_a_feed_is_a_page_with_its_headline_its_fullest_text_and_what_the_feed_says() -> None:
    page = pages_in(made.feed())[0]
    assert page.text.split("\n") == ["Damai & tenang", made.WORDS, made.OTHER]
    assert page.address == "https://kabar.example/damai"
    facts = stated(page)
    assert facts["feed:published"] == "Thu, 25 Apr 2019 10:00:00 +0700"
    assert facts["feed:author"] == "Sari"
    assert facts["feed:publisher"] == "Kabar"
    assert facts["feed:language"] == "id"


def test_items_without_their_text_are_counted() -> None:
    said = [one.detail for one in found_in(made.feed()) if isinstance(one, Dropped)]
    assert said == ["1 of its 3 items come without their text; give the pages that they point to"]


def test_atom_with_markup_and_with_plain_text_is_read() -> None:
    first, second = pages_in(made.atom())
    assert first.text.split("\n") == ["Damai", made.WORDS]
    assert first.address == "https://kabar.example/damai"
    assert second.text.split("\n") == ["Runding", "", made.OTHER]


@pytest.mark.parametrize(
    "raw",
    [
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>',
        b'<!DOCTYPE lolz [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<lolz>&a;</lolz>',
    ],
)
def test_a_document_type_is_refused_whatever_it_says(raw: bytes) -> None:
    found = found_in(raw)
    assert isinstance(found[0], Dropped)
    assert "document type" in found[0].detail


def test_fields_of_json_are_known_by_their_usual_names() -> None:
    first, second = pages_in(made.jsonl())
    assert first.uri == "pile/file!/000001"
    assert first.text.split("\n") == ["Damai", "", made.WORDS, made.OTHER]
    assert first.address == "https://kabar.example/damai"
    assert stated(first)["json:published"] == "2019-04-25"
    assert second.text.split("\n") == ["Runding", made.OTHER]
    assert second.media_type == "text/html"
    assert stated(second)["json:author"] == "Sari, Budi"


def test_fields_can_be_named_and_lie_within_others() -> None:
    raw = json.dumps({"isi": {"teks": made.WORDS}, "judul": "Damai"}).encode()
    source = Source(
        stream=io.BytesIO(raw), uri="x", budget=Budget(len(raw)), fields={"text": "isi.teks", "headline": "judul"}
    )
    page = next(read_source(source))
    assert isinstance(page, Page)
    assert page.text.split("\n") == ["Damai", "", made.WORDS]


@pytest.mark.parametrize("counted", [1556164800, 1556164800000, "1556164800"])
def test_a_moment_that_a_database_counted_in_seconds_is_said_as_a_date(counted: object) -> None:
    page = pages_in(json.dumps({"text": made.WORDS, "timestamp": counted}).encode())[0]
    assert stated(page)["json:published"] == "2019-04-25T04:00:00Z"


def test_an_array_and_one_object_over_many_lines_are_read_too() -> None:
    rows = [json.loads(line) for line in made.jsonl().splitlines()]
    assert [page.uri for page in pages_in(json.dumps(rows, indent=1).encode())] == [
        "pile/file!/000001",
        "pile/file!/000002",
    ]
    assert [page.uri for page in pages_in(json.dumps(rows[0], indent=1).encode())] == ["pile/file"]


def test_a_broken_line_of_json_costs_that_line_alone() -> None:
    found = found_in(b'{"text": "cut\n' + made.jsonl())
    assert [type(one) for one in found] == [Dropped, Page, Page]


def test_objects_that_are_no_articles_are_counted_with_the_fields_that_they_have() -> None:
    found = found_in(b'{"a": 1, "b": 2}\n{"a": 3}\n')
    assert len(found) == 1
    assert isinstance(found[0], Dropped)
    assert found[0].reason == "not-a-page"
    assert "there are a, b" in found[0].detail


def test_a_page_that_a_browser_saved_in_one_file_knows_where_it_lay() -> None:
    (page,) = pages_in(made.mhtml())
    assert page.uri == "pile/file"
    assert page.address == "https://kabar.example/damai"
    assert page.text.split("\n")[1:] == [f"Kata “penutup” mereka: {made.WORDS}", made.WORDS]


def test_what_lies_in_a_zip_is_read_by_its_content_in_the_order_of_names() -> None:
    raw = made.packed_zip({"z.html": made.html(), "crawl": b"".join(made.wet()), ".hidden": b"no", "__MACOSX/x": b"no"})
    assert [page.uri for page in pages_in(raw)] == [
        "pile/file!/crawl!/000001",
        "pile/file!/crawl!/000002",
        "pile/file!/z.html",
    ]


def test_a_zip_in_a_zip_is_opened_but_not_without_end() -> None:
    raw = made.html()
    for depth in range(DEEPEST_CONTAINER + 1):
        found = found_in(raw)
        assert isinstance(found[0], Page) is (depth <= DEEPEST_CONTAINER), depth
        raw = made.packed_zip({"in": raw})
    found = found_in(raw)
    assert isinstance(found[0], Dropped)
    assert "containers deep" in found[0].detail


def test_an_office_document_is_named_for_what_it_is() -> None:
    found = found_in(made.packed_zip({"[Content_Types].xml": b"<Types/>"}))
    assert isinstance(found[0], Dropped)
    assert "office document" in found[0].detail


def test_one_page_in_a_gzip_keeps_the_name_of_the_file() -> None:
    assert [page.uri for page in pages_in(gzip.compress(made.html()), "a.html.gz")] == ["a.html.gz"]


def test_a_bomb_within_a_zip_costs_itself_alone(tmp_path: Path) -> None:
    entries = {"bomb.jsonl": b'{"text": "' + bytes(40 << 20), "page.html": made.html()}
    (tmp_path / "pages.zip").write_bytes(made.packed_zip(entries))
    found = list(read_pile([tmp_path / "pages.zip"]))
    assert [type(one) for one in found] == [Dropped, Page]


def test_a_folder_is_read_by_content_and_only_what_is_text_by_its_ending(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(made.html())
    (tmp_path / "notes.md").write_bytes(b"# Notes")
    (tmp_path / "crawl.bin").write_bytes(b"".join(made.wet()))
    found = list(read_pile([tmp_path]))
    assert [one.uri for one in found if isinstance(one, Page)] == ["crawl.bin!/000001", "crawl.bin!/000002", "page.md"]
    assert [one.page for one in found if isinstance(one, Dropped)] == ["notes.md"]


def test_standard_input_is_read_like_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    class Given:
        buffer = io.BytesIO(made.members(made.wet()))

    monkeypatch.setattr("sys.stdin", Given())
    found = [one for one in read_pile([Path("-")]) if isinstance(one, Page)]
    assert [page.uri for page in found] == ["-!/000001", "-!/000002"]
    assert file_of(found[0].uri) is None


def test_every_sentence_of_the_readers_can_be_said_in_the_language_of_the_user() -> None:
    from random import Random

    from benchmarks.fuzz import KINDS, changed
    from tidebook.faces.sayings import say_again
    from tidebook.faces.words import words_of

    dice, words = Random(3), words_of("id")
    for samples in (make() for make in KINDS.values()):
        for _ in range(150):
            for one in found_in(changed(samples, dice)):
                if isinstance(one, Dropped):
                    assert say_again(words, one.detail) != one.detail


def test_an_entry_without_a_name_costs_itself_alone() -> None:
    raw = made.packed_zip({"a": made.html(), "b.html": made.html()})
    listed = raw.rfind(b"PK\x01\x02", 0, raw.rfind(b"PK\x01\x02"))
    nameless = raw[: listed + 28] + b"\x00\x00" + raw[listed + 30 : listed + 46] + raw[listed + 47 :]
    end = nameless.rfind(b"PK\x05\x06")
    size = int.from_bytes(nameless[end + 12 : end + 16], "little") - 1
    nameless = nameless[: end + 12] + size.to_bytes(4, "little") + nameless[end + 16 :]
    assert [page.uri for page in pages_in(nameless)] == ["pile/file!/b.html"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2019-04-26T03:00:00Z", "2019-04-26T03:00:00Z"),
        ("2019-04-26T10:00:00.123+07:00", "2019-04-26T03:00:00Z"),
        ("2019-04-26 03:00:00", "2019-04-26T03:00:00Z"),
        ("Fri, 26 Apr 2019 10:00:00 +0700", "2019-04-26T03:00:00Z"),
        ("kemarin", None),
        ("0001-01-01T00:00:00+14:00", None),
        (None, None),
    ],
)
def test_the_moment_of_a_crawl_is_said_in_one_form(written: str | None, said: str | None) -> None:
    from tidebook.pages.moments import in_utc

    assert in_utc(written) == said
