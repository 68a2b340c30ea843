"""docs/readers.md says of every format and limit what the readers do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tidebook.pages import feed, gzips, jsonl, mhtml, render, source, text, warc, zips
from tidebook.pages.formats import READERS

_PAGE = (Path(__file__).resolve().parents[2] / "docs" / "readers.md").read_text(encoding="utf-8")


def limit(what: str) -> int:
    """The number that the table gives for something, megabytes in bytes."""
    (row,) = re.findall(rf"^\| {re.escape(what)} \| ([\d,]+)( MB)? \|$", _PAGE, re.M)
    return int(row[0].replace(",", "")) << (20 if row[1] else 0)


@pytest.mark.parametrize("name", [name for name, _ in READERS])
def test_every_format_has_its_row(name: str) -> None:
    assert f"| `{name}` |" in _PAGE


@pytest.mark.parametrize(
    ("what", "number"),
    [
        ("bytes of a page, or of a record", text.MOST_BYTES),
        ("lines of a page", text.MOST_LINES),
        ("characters of a line", text.LONGEST_LINE),
        ("tags of a page", render.MOST_TAGS),
        ("depth of its elements", render.DEEPEST),
        ("bytes of a feed", feed.MOST_FEED),
        ("bytes of a saved MHTML file", mhtml.MOST_MHTML),
        ("items of a feed", feed.MOST_ITEMS),
        ("tags of a feed", feed.MOST_TAGS),
        ("bytes of one article or one array of JSON", jsonl.LONGEST_RECORD),
        ("entries of a ZIP", zips.MOST_ENTRIES),
        ("containers within containers", source.DEEPEST_CONTAINER),
        (
            "unpacked bytes for each packed one, of a gzip member or an entry of a ZIP, beyond its first 16 MB",
            gzips.MOST_MEMBER_RATIO,
        ),
        ("unpacked bytes for each byte of a file, all containers in it together, beyond 64 MB", source.MOST_RATIO),
        ("damaged places in an archive before it is given up", warc.MOST_LOSSES),
    ],
)
def test_every_limit_is_the_one_that_is_kept(what: str, number: int) -> None:
    assert limit(what) == number


def test_the_free_amounts_are_those_that_are_kept() -> None:
    assert gzips.FREE_MEMBER == zips.FREE_ENTRY == 16 << 20
    assert zips.MOST_ENTRY_RATIO == gzips.MOST_MEMBER_RATIO
    assert source.FREE_UNPACKED == 64 << 20
