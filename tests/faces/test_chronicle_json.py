"""chronicle.json fits its schema, and every date in it says no more than is known."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from tests.samples import sample_chronicle
from tidebook.faces.chronicle_json import UNDATED, as_json
from tidebook.knowledge.load import ROOT
from tidebook.records.chronicles import Chronicle
from tidebook.records.edtf import parse

_SCHEMA = json.loads((ROOT / "schema" / "chronicle.schema.json").read_text(encoding="utf-8"))


def _plain(chronicle: Chronicle) -> dict[str, object]:
    data: dict[str, object] = json.loads(json.dumps(as_json(chronicle)))
    return data


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(_SCHEMA)


def test_the_sample_fits_the_schema() -> None:
    jsonschema.validate(_plain(sample_chronicle()), _SCHEMA, cls=jsonschema.Draft202012Validator)


def test_a_key_that_the_schema_does_not_know_is_noticed() -> None:
    data = {**_plain(sample_chronicle()), "extra": 1}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, _SCHEMA, cls=jsonschema.Draft202012Validator)


def test_every_report_stands_verbatim_at_its_address() -> None:
    chronicle = sample_chronicle()
    pages = {page.uri: page for page in chronicle.pages}
    for event in as_json(chronicle)["events"]:
        for report in event["reports"]:
            start, end = report["span"]
            page = pages[report["page"]]
            assert page.text[start:end] == report["text"] == report["quote"]["exact"]
            assert page.line_of(start) == report["line"]
            assert page.text.split("\n")[report["line"] - 1][report["column"] - 1 :].startswith(report["text"][:5])


def test_every_part_of_a_report_stands_where_it_says() -> None:
    chronicle = sample_chronicle()
    pages = {page.uri: page.text for page in chronicle.pages}
    for event in as_json(chronicle)["events"]:
        for report in event["reports"]:
            for part in report["parts"]:
                assert pages[report["page"]][slice(*part["span"])] == part["text"]


def test_an_event_without_a_date_lies_before_its_publication_and_says_so() -> None:
    chronicle = sample_chronicle()
    undated = [event.id for event in chronicle.events if event.when is None]
    rows = {row["id"]: row for row in as_json(chronicle)["events"]}
    assert undated
    for ident in undated:
        assert rows[ident]["dated"] is False
        assert rows[ident]["when"].startswith("../")
        parse(rows[ident]["when"])


def test_where_nothing_dates_the_article_either_the_date_is_some_year() -> None:
    chronicle = sample_chronicle()
    bare = replace(chronicle, articles=tuple(replace(a, published=None) for a in chronicle.articles))
    rows = [row for row in as_json(bare)["events"] if not row["dated"]]
    assert {row["when"] for row in rows} == {UNDATED}
    jsonschema.validate(_plain(bare), _SCHEMA, cls=jsonschema.Draft202012Validator)


def test_the_time_of_day_is_kept_where_a_date_line_states_it() -> None:
    chronicle = sample_chronicle()
    first = replace(chronicle.articles[0], published_at="2024-06-20T16:15+07:00")
    told = replace(chronicle, articles=(first, *chronicle.articles[1:]))
    assert as_json(told)["articles"][0]["published"] == "2024-06-20T16:15+07:00"


def test_the_report_that_tells_an_event_best_comes_first() -> None:
    for event in as_json(sample_chronicle())["events"]:
        if event["best_report"] is not None:
            assert event["reports"][0]["id"] == event["best_report"]
