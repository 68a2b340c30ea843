"""json, csv and md keep the promises of every export, and what each adds."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from tests.contracts.export_contract import ExportContract, exported
from tests.faces.hostile import hostile_chronicle
from tests.samples import sample_chronicle
from tidebook.errors import TidebookError
from tidebook.faces.exports import export_of
from tidebook.faces.exports.csv import safe_cell
from tidebook.faces.exports.md import escape


class TestJson(ExportContract):
    format = "json"

    def test_it_can_be_read_back(self) -> None:
        assert len(json.loads(exported("json", sample_chronicle()))["events"]) == len(sample_chronicle().events)


class TestCsv(ExportContract):
    format = "csv"

    def test_there_is_one_row_for_each_report_of_each_event(self) -> None:
        chronicle = sample_chronicle()
        rows = list(csv.DictReader(io.StringIO(exported("csv", chronicle))))
        assert len(rows) == sum(len(event.reports) for event in chronicle.events)
        assert {row["event"] for row in rows} == {event.id for event in chronicle.events}

    def test_no_cell_of_a_hostile_pile_begins_a_formula(self) -> None:
        for row in csv.reader(io.StringIO(exported("csv", hostile_chronicle()))):
            for cell in row:
                assert not re.match(r"\s*[=+@\t\r]", cell)
                assert not cell.startswith("-") or float(cell) <= 0


class TestMarkdown(ExportContract):
    format = "md"

    def test_nothing_of_a_hostile_pile_is_a_tag_or_a_link(self) -> None:
        text = exported("md", hostile_chronicle())
        assert not re.search(r"(?<!\\)<", text)
        assert not re.search(r"(?<!\\)\]\(", text)
        assert not re.search("[\x1b\u202e\u2066]", text)


@pytest.mark.parametrize(
    "words", ["=1+1", "+62 811", "-2 degrees", "@name", "\t=1", " =1", "\u200b=1", "＝1", "|cmd", "%0A", "\r=1"]
)
def test_a_cell_that_would_run_is_shown_instead(words: str) -> None:
    assert safe_cell(words) == "'" + words


@pytest.mark.parametrize("value", ["-3.5", "10", "2024-06-20", "../1994", "“=”", ""])
def test_numbers_dates_and_plain_words_are_left_as_they_are(value: str) -> None:
    assert safe_cell(value) == value


def test_marks_of_markdown_in_a_quote_are_escaped() -> None:
    assert escape("*bold* [x](y) <b> _a_\nnext") == r"\*bold\* \[x\]\(y\) \<b\> \_a\_ next"


def test_what_is_a_mark_only_where_a_line_begins_is_escaped_only_there() -> None:
    assert escape("Suam-suam kuku, 5.0 - 6+1") == "Suam-suam kuku, 5.0 - 6+1"
    assert [escape(text) for text in ("- a", "+ a", "1. a", "12) a")] == [r"\- a", r"\+ a", r"1\. a", r"12\) a"]


def test_markdown_speaks_the_language_asked_for() -> None:
    out = io.StringIO(newline="")
    export_of("md").write(sample_chronicle(), out, "id")
    assert "# Cile dan Ceko" in out.getvalue()


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(TidebookError, match="csl-json, csv, ftm, graphml, ics, json, jsonl, md, timelinejs"):
        export_of("xlsx")
