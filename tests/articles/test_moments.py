"""Times as machines write them, and what addresses say."""

import json

import pytest
from jsonschema import Draft202012Validator

from tidebook.articles.addresses import day_in, lie_apart, part_in
from tidebook.articles.moments import moment_of
from tidebook.knowledge.load import ROOT, read_yaml


@pytest.mark.parametrize(
    ("words", "day", "at"),
    [
        ("2024-06-20", "2024-06-20", None),
        ("2024-06-20T16:15:00+07:00", "2024-06-20", "2024-06-20T16:15:00+07:00"),
        ("2024-06-20T16:15:00.123Z", "2024-06-20", "2024-06-20T16:15:00+00:00"),
        ("2024-06-20 16:15:00 +0700", "2024-06-20", "2024-06-20T16:15:00+07:00"),
        ("20240620T161500Z", "2024-06-20", "2024-06-20T16:15:00+00:00"),
        ("20240620", "2024-06-20", None),
        ("Thu, 20 Jun 2024 09:15:00 GMT", "2024-06-20", "2024-06-20T09:15:00+00:00"),
        ("1718874900", "2024-06-20", "2024-06-20T09:15+00:00"),
        ("1718874900000", "2024-06-20", "2024-06-20T09:15+00:00"),
        ("Kamis, 20 Juni 2024 | 16:15 WIB", "2024-06-20", "2024-06-20T16:15+07:00"),
        ("June 20, 2024", "2024-06-20", None),
    ],
)
def test_a_time_is_read_however_a_machine_writes_it(words: str, day: str, at: str | None) -> None:
    moment = moment_of(words)
    assert moment is not None
    assert (moment.interval.edtf, moment.at) == (day, at)


@pytest.mark.parametrize(
    "words",
    ["", "0001-01-01T00:00:00", "1970-01-01", "2024-13-40", "2024", "20240620161", "soon", "99999999999999", "123"],
)
def test_what_is_no_time_is_read_as_none(words: str) -> None:
    assert moment_of(words) is None


def test_a_numeric_day_that_may_be_two_stays_two() -> None:
    moment = moment_of("05/06/2024")
    assert moment is not None
    assert moment.interval.edtf == "2024-05-06/2024-06-05"


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://money.kabar.example/read/2023/11/02/213419026/jalan", "2023-11-02"),
        ("https://kabar.example/2023-11-02/jalan", "2023-11-02"),
        ("https://kabar.example/news/20231102/jalan", "2023-11-02"),
        ("https://kabar.example/a-road-2023-11-02.html", "2023-11-02"),
        ("https://kabar.example/2023/11/jalan", None),
        ("https://kabar.example/d-20231102/jalan", None),
        ("https://kabar.example/20231102999/jalan", None),
        ("https://kabar.example/2023/02/30/jalan", None),
        ("https://kabar.example/1066/10/14/hastings", None),
        ("not an address", None),
        ("https://kabar.example:port/2023/11/02/", None),
        (None, None),
    ],
)
def test_an_address_names_a_day_only_where_it_names_it_whole(address: str | None, day: str | None) -> None:
    found = day_in(address)
    assert (found and found.edtf) == day


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("https://kabar.example/jalan?page=2", 2),
        ("https://kabar.example/jalan/halaman/3", 3),
        ("https://kabar.example/jalan/2", 2),
        ("https://kabar.example/jalan?page=all", None),
        ("https://kabar.example/jalan?page=20240", None),
        ("https://kabar.example/jalan", None),
    ],
)
def test_an_address_says_which_page_of_its_article_it_is(address: str, part: int | None) -> None:
    assert part_in(address) == part


def test_the_table_of_markup_fits_its_shape() -> None:
    schema = json.loads((ROOT / "schema" / "markup.schema.json").read_text(encoding="utf-8"))
    table = read_yaml(ROOT / "codes" / "markup.yaml")
    assert not list(Draft202012Validator(schema).iter_errors(table))
    for fact, entries in table["facts"].items():
        keys = [key for entry in entries for key in entry["keys"]]
        assert len(keys) == len(set(keys)), fact


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("https://kabar.example/a/jalan", "https://kabar.example/a/jalan?page=2", False),
        ("https://kabar.example/a/jalan.html", "https://www.kabar.example/a/jalan/2", False),
        ("https://kabar.example/a/jalan.html", "https://kabar.example/a/jalan-2.html", False),
        ("https://kabar.example/a/jalan?utm_source=x", "https://kabar.example/a/jalan", False),
        ("https://kabar.example/a/jalan", "https://kabar.example/a/danau", True),
        ("https://kabar.example/read?id=7", "https://kabar.example/read?id=8", True),
        ("https://kabar.example/a/jalan", None, False),
        ("https://kabar.example/a/jalan", "https://koran.example/a/jalan", True),
    ],
)
def test_addresses_that_do_not_go_on_from_each_other_are_of_two_articles(
    one: str, other: str | None, apart: bool
) -> None:
    assert lie_apart(one, other) is apart
