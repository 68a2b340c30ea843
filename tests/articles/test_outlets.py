"""Outlets as data, each manner for its time; hosts and the names of elements."""

import json

from jsonschema import Draft202012Validator

from tidebook.articles.element_names import NameScale, purpose_of
from tidebook.articles.outlets import Manner, Outlet
from tidebook.knowledge.load import ROOT, read_yaml
from tidebook.records.edtf import parse

OLD = Manner(since=None, until=parse("2015-06"), marks=("Old Lake Press",))
NEW = Manner(since=parse("2015-07"), until=None, marks=("New Lake Media",))
COURIER = Outlet("Lake Courier", ("Lake Courier",), ("lakecourier.example",), None, "outlet", (OLD, NEW))


def test_the_manner_in_force_on_the_day_of_the_article_wins() -> None:
    assert COURIER.has_mark("Old Lake Press", parse("2014-01-02"))
    assert not COURIER.has_mark("Old Lake Press", parse("2016-01-02"))
    assert COURIER.has_mark("New Lake Media", parse("2016-01-02"))
    assert not COURIER.has_mark("New Lake Media", parse("2015-06-30"))


def test_a_page_that_nobody_dates_may_be_of_any_manner() -> None:
    assert COURIER.has_mark("Old Lake Press", None)
    assert COURIER.has_mark("New Lake Media", None)


def test_a_day_known_only_roughly_may_be_of_both_manners() -> None:
    assert COURIER.has_mark("Old Lake Press", parse("2015"))
    assert COURIER.has_mark("New Lake Media", parse("2015"))


def test_the_nearest_name_says_what_an_element_is_for() -> None:
    assert purpose_of(("item", "related-posts", "article-body")) == "related-item"
    assert purpose_of(("wp-caption-text", "comments")) == "caption"
    assert purpose_of(("paragraph", "story")) is None
    assert purpose_of(()) is None


def test_a_name_made_for_the_body_weighs_otherwise_than_one_made_for_what_stands_around() -> None:
    scale = NameScale({})
    body, other, none = scale.rows([("detail__body-text",), ("related-articles",), ()])
    assert body[10] > other[10]
    assert other[11] > body[11]
    assert not none.any()


def test_the_table_of_names_fits_its_shape_and_no_name_has_two_purposes() -> None:
    schema = json.loads((ROOT / "schema" / "element_names.schema.json").read_text(encoding="utf-8"))
    table = read_yaml(ROOT / "codes" / "element_names.yaml")
    assert not list(Draft202012Validator(schema).iter_errors(table))
    names = [name for purpose in table["purposes"].values() for name in purpose]
    assert len(names) == len(set(names))
