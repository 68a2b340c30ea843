"""Web archives, whole and broken."""

from __future__ import annotations

import gzip

from tests.contracts.reader_contract import found_in, pages_in
from tests.pages import made
from tidebook.records.drops import Dropped


def test_pages_are_the_answers_that_hold_text_and_the_rest_is_counted_in_one_sentence() -> None:
    found = found_in(b"".join(made.records()))
    assert [one.uri for one in pages_in(b"".join(made.records()))] == ["pile/file!/000003", "pile/file!/000006"]
    assert isinstance(found[-1], Dropped)
    assert found[-1].reason == "no-pages"
    assert "1 image/png, 1 request, 1 status 302, 1 warcinfo" in found[-1].detail


def test_a_page_knows_its_address_its_record_and_when_it_was_crawled() -> None:
    page = pages_in(b"".join(made.records()))[0]
    assert page.address == "https://kabar.example/damai"
    assert page.fetched == "2019-04-26T03:00:00Z"
    assert page.record_id == "urn:uuid:00000000-0000-0000-0000-000000000001"


def test_an_archive_packed_as_a_whole_reads_as_one_packed_by_record() -> None:
    by_record = pages_in(made.members(made.records()))
    whole = pages_in(gzip.compress(b"".join(made.records())))
    assert by_record == whole == pages_in(b"".join(made.records()))


def test_a_record_cut_over_several_members_is_put_together() -> None:
    raw = b"".join(made.records())
    pieces = [raw[start : start + 333] for start in range(0, len(raw), 333)]
    assert pages_in(made.members(pieces)) == pages_in(raw)


def test_one_damaged_member_costs_that_record_alone_and_is_said() -> None:
    parts = [gzip.compress(one, mtime=0) for one in made.wet() + made.records()]
    hurt = bytearray(parts[1])
    hurt[30:60] = bytes(30)
    found = found_in(b"".join([parts[0], bytes(hurt), *parts[2:]]))
    assert len(pages_in(b"".join([parts[0], bytes(hurt), *parts[2:]]))) == 3
    assert any(isinstance(one, Dropped) and one.reason == "damaged" for one in found)


def test_rubbish_between_records_is_passed_over_and_measured() -> None:
    one, other = made.wet()
    found = found_in(one + b"rubbish and more\n" + other)
    assert len([page for page in found if not isinstance(page, Dropped)]) == 2
    said = [drop.detail for drop in found if isinstance(drop, Dropped)]
    assert len(said) == 1
    assert "are no record" in said[0]


def test_a_length_that_reaches_into_the_next_record_swallows_nothing() -> None:
    one, other = made.wet()
    size = int(one.split(b"Content-Length: ")[1].split(b"\r\n")[0])
    long = one.replace(b"Content-Length: %d" % size, b"Content-Length: %d" % (size + 100))
    assert [page.text.split("\n")[1] for page in pages_in(long + other)] == [made.WORDS, made.OTHER]


def test_the_end_that_is_missing_is_said_and_the_records_before_it_are_read() -> None:
    raw = made.members(made.wet())
    found = found_in(raw[:-30])
    assert [type(one) for one in found] == [type(pages_in(raw)[0]), Dropped]
    assert isinstance(found[1], Dropped)
    assert found[1].reason == "damaged"


def test_a_body_in_chunks_and_packed_is_put_together() -> None:
    packed = gzip.compress(made.html())
    body = b"".join(
        b"%x\r\n%s\r\n" % (len(packed[at : at + 50]), packed[at : at + 50]) for at in range(0, len(packed), 50)
    )
    block = made.http(
        body + b"0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\nContent-Type: text/html; charset=utf-8",
    )
    assert made.WORDS in pages_in(made.record(block))[0].text


def test_a_body_packed_in_a_way_that_is_not_read_is_said_for_that_record() -> None:
    block = made.http(b"\x1b\x00\x00", "Content-Encoding: br\r\nContent-Type: text/html")
    found = found_in(made.record(block) + made.wet()[0])
    assert isinstance(found[0], Dropped)
    assert "'br'" in found[0].detail
    assert len(found) == 2


def test_what_the_server_says_of_the_encoding_is_heard() -> None:
    words = "Переговоры между министрами двух стран прошли в столице в четверг"
    block = made.http(made.html(words, "koi8-r"), "Content-Type: text/html; charset=KOI8-R")
    page = pages_in(made.record(block))[0]
    assert page.charset == "koi8-r"
    assert words in page.text


def test_a_feed_in_an_archive_gives_its_items() -> None:
    block = made.http(made.feed(), "Content-Type: application/rss+xml")
    assert [page.uri for page in pages_in(made.record(block))] == [
        "pile/file!/000001!/000001",
        "pile/file!/000001!/000002",
    ]


def test_a_member_that_begins_at_any_byte_of_what_was_read_at_once_is_found() -> None:
    parts = made.members(made.wet())
    for padding in range(1, 12):
        lead = gzip.compress(made.record(b"x" * 9, "warcinfo"), mtime=0)
        raw = lead + bytes((1 << 15) - len(lead) - padding) + parts
        assert len(pages_in(raw)) == len(found_in(raw)) - 1 == 2


def test_a_damaged_first_member_costs_no_other() -> None:
    first, second = (gzip.compress(one, mtime=0) for one in made.wet())
    hurt = bytearray(first)
    hurt[30:60] = bytes(30)
    found = found_in(bytes(hurt) + second)
    assert [type(one).__name__ for one in found] == ["Dropped", "Page"]


def test_a_gzip_of_which_nothing_can_be_had_is_damaged_and_not_empty() -> None:
    found = found_in(b"\x1f\x8b\x08\x00" * 3_000)
    assert isinstance(found[0], Dropped)
    assert found[0].reason == "damaged"
