"""timelinejs, jsonl, ics, graphml, csl-json and ftm keep the promises of every export, and what each adds."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import icalendar
import jsonschema
import networkx
import pytest

from tests.contracts.export_contract import ExportContract, exported
from tests.faces.hostile import hostile_chronicle
from tests.samples import sample_chronicle
from tidebook.faces.chronicle_json import as_json
from tidebook.faces.exports import export_of
from tidebook.faces.exports.csl_json import _issued
from tidebook.faces.exports.ics import escape, fold
from tidebook.records.chronicles import Chronicle
from tidebook.records.edtf import parse

DATE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["year"],
    "properties": {
        "year": {"type": "integer"},
        "month": {"minimum": 1, "maximum": 12},
        "day": {"minimum": 1, "maximum": 31},
    },
    "dependentRequired": {"day": ["month"]},
}
SLIDE_TEXT = {
    "type": "object",
    "required": ["headline"],
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
}
TIMELINEJS = {  # the parts of knightlab's "JSON format" page that we use
    "type": "object",
    "required": ["events"],
    "properties": {
        "title": {"required": ["text"], "properties": {"text": SLIDE_TEXT}},
        "events": {
            "items": {
                "required": ["start_date", "text", "unique_id"],
                "properties": {
                    "start_date": DATE,
                    "end_date": DATE,
                    "display_date": {"type": "string"},
                    "text": SLIDE_TEXT,
                },
            }
        },
        "eras": {
            "items": {"required": ["start_date", "end_date"], "properties": {"start_date": DATE, "end_date": DATE}}
        },
    },
}
CSL_DATE = {  # a date variable of csl-data.json 1.0.2
    "oneOf": [
        {
            "type": "object",
            "required": ["edtf"],
            "additionalProperties": False,
            "properties": {"edtf": {"type": "string"}},
        },
        {
            "type": "object",
            "required": ["date-parts"],
            "additionalProperties": False,
            "properties": {
                "circa": {"type": "boolean"},
                "date-parts": {
                    "minItems": 1,
                    "maxItems": 2,
                    "items": {"minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
                },
            },
        },
    ]
}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            **{
                k: {"type": "string"}
                for k in ("id", "title", "language", "container-title", "publisher-place", "section", "URL", "annote")
            },
            "type": {"const": "article-newspaper"},
            "author": {"items": {"required": ["literal"]}},
            "issued": CSL_DATE,
            "accessed": CSL_DATE,
            "custom": {"type": "object"},
        },
    },
}
FTM = {  # the properties of FollowTheMoney 4 that we fill, of those that each schema has
    "PublicBody": {"name", "alias", "country"},
    "Organization": {"name", "alias"},
    "Person": {"name"},
    "Article": {"title", "publishedAt", "author", "publisher", "fileName", "sourceUrl", "notes"},
    "Event": {"name", "date", "startDate", "endDate", "involved", "location", "keywords", "summary", "notes", "proof", "recordId"},
    "Documentation": {"entity", "document", "role", "summary", "description", "startDate", "endDate", "sourceUrl", "recordId"},
}  # fmt: skip


def _json(format: str, chronicle: Chronicle | None = None) -> Any:
    return json.loads(exported(format, chronicle or sample_chronicle()))


def _lines(format: str, chronicle: Chronicle | None = None) -> list[Any]:
    return [json.loads(line) for line in exported(format, chronicle or sample_chronicle()).splitlines()]


class TestJsonl(ExportContract):
    format = "jsonl"

    def test_every_sentence_of_a_told_event_is_in_it_somewhere(self) -> None:
        said = {line["text"] for line in _lines("jsonl") if line["record"] == "report"}
        assert any("memutus hubungan" in text for text in said)

    def test_it_holds_all_that_the_json_holds_of_each_thing(self) -> None:
        book, lines = as_json(sample_chronicle()), _lines("jsonl")
        reports = [{**report, "record": "report", "event": e["id"]} for e in book["events"] for report in e["reports"]]
        assert [line for line in lines if line["record"] == "report"] == json.loads(json.dumps(reports))
        for key, kind in (
            ("articles", "article"),
            ("ties", "tie"),
            ("phases", "phase"),
            ("tide", "tide"),
            ("drops", "drop"),
        ):
            assert len([line for line in lines if line["record"] == kind]) == len(book[key])

    def test_every_line_is_plain_ascii_so_that_no_reader_breaks_it_elsewhere(self) -> None:
        assert exported("jsonl", hostile_chronicle()).isascii()


class TestTimelineJs(ExportContract):
    format = "timelinejs"

    def test_it_has_the_shape_that_timelinejs_reads(self) -> None:
        for chronicle in (sample_chronicle(), hostile_chronicle()):
            jsonschema.validate(_json("timelinejs", chronicle), TIMELINEJS)

    def test_a_year_has_no_month_and_a_month_no_day(self) -> None:
        event = replace(sample_chronicle().events[0], id="e-y")
        entry = replace(sample_chronicle().entries[0], event="e-y")
        for said, parts in (
            ("1961", {"year"}),
            ("1961-05", {"year", "month"}),
            ("1961-05-06", {"year", "month", "day"}),
        ):
            book = replace(sample_chronicle(), events=(replace(event, when=parse(said)),), entries=(entry,))
            (slide,) = _json("timelinejs", book)["events"]
            assert set(slide["start_date"]) == parts

    def test_what_nothing_dates_stands_on_the_title_slide(self) -> None:
        book = sample_chronicle()
        undated = tuple(replace(a, published=None) for a in book.articles)
        bare = replace(book, articles=undated, events=tuple(replace(e, when=None) for e in book.events))
        slides = _json("timelinejs", bare)
        assert slides["events"] == []
        assert "broke off relations" in slides["title"]["text"]["text"]

    def test_nothing_of_a_hostile_pile_is_a_tag(self) -> None:
        for slide in _json("timelinejs", hostile_chronicle())["events"]:
            for text in slide["text"].values():
                bare = text.replace("<blockquote>", "").replace("</blockquote>", "")
                assert "<script" not in bare
                assert "<img" not in bare


class TestIcs(ExportContract):
    format = "ics"
    line_end = "\r\n"

    def test_every_sentence_of_a_told_event_is_in_it_somewhere(self) -> None:
        text = exported("ics", sample_chronicle()).replace("\r\n ", "")
        for words in ("broke off relations", "memutus hubungan", "Ostrava by 2025"):
            assert words in text

    @pytest.mark.parametrize("chronicle", [sample_chronicle(), hostile_chronicle()], ids=["sample", "hostile"])
    def test_a_calendar_reads_it_without_an_error(self, chronicle: Chronicle) -> None:
        calendar = icalendar.Calendar.from_ical(exported("ics", chronicle))
        parts = [part for part in calendar.walk() if part.name in ("VEVENT", "VJOURNAL")]
        assert len(parts) == len(chronicle.entries)
        assert all(not part.errors for part in parts)
        assert len({str(part["UID"]) for part in parts}) == len(parts)

    def test_no_line_is_longer_than_75_octets(self) -> None:
        for line in exported("ics", hostile_chronicle()).split("\r\n"):
            assert len(line.encode()) <= 75

    def test_a_folded_line_is_whole_again_and_no_letter_is_cut(self) -> None:
        line = "SUMMARY:" + "Ünïversité “日本” 😀" * 20
        assert fold(line).replace("\r\n ", "") == line
        assert all(len(piece.encode()) <= 75 for piece in fold(line).split("\r\n"))

    def test_marks_are_escaped(self) -> None:
        assert escape("a;b,c\\d\ne") == r"a\;b\,c\\d\ne"

    @pytest.mark.parametrize(
        ("said", "kind"),
        [("1950-06-25", "VEVENT"), ("1950-06", "VJOURNAL"), ("1950-06-25~", "VJOURNAL"), ("../1994", "VJOURNAL"), ("1990-04-12/1990-04-13", "VEVENT")],
    )  # fmt: skip
    def test_only_what_is_known_to_the_day_fills_days(self, said: str, kind: str) -> None:
        event = replace(sample_chronicle().events[0], when=parse(said))
        entries = tuple(entry for entry in sample_chronicle().entries if entry.event == event.id)
        book = replace(sample_chronicle(), events=(event,), entries=entries)
        (part,) = [p for p in icalendar.Calendar.from_ical(exported("ics", book)).walk() if p.name != "VCALENDAR"]
        assert part.name == kind
        if said == "1990-04-12/1990-04-13":
            assert (part["DTSTART"].dt, part["DTEND"].dt) == (date(1990, 4, 12), date(1990, 4, 14))
        assert (" ".join(str(part["DESCRIPTION"]).split()).find(f"EDTF {said}")) >= 0


class TestGraphml(ExportContract):
    format = "graphml"

    @pytest.mark.parametrize("chronicle", [sample_chronicle(), hostile_chronicle()], ids=["sample", "hostile"])
    def test_networkx_reads_it(self, chronicle: Chronicle) -> None:
        graph = networkx.parse_graphml(exported("graphml", chronicle), force_multigraph=True)
        events = [node for node, data in graph.nodes(data=True) if data["kind"] == "event"]
        assert sorted(events) == sorted(event.id for event in chronicle.events)
        told = [data for *_, data in graph.edges(data=True) if data["role"] == "report"]
        assert len(told) == sum(len(event.reports) for event in chronicle.events)
        assert all(isinstance(data["line"], int) for data in told)

    def test_both_parties_of_an_event_without_recipient_point_to_it(self) -> None:
        graph = networkx.parse_graphml(exported("graphml", sample_chronicle()), force_multigraph=True)
        event = next(e for e in sample_chronicle().events if len(e.actors) > 1 and not e.recipients)
        assert {f"actor:{code}" for code in event.actors} <= set(graph.predecessors(event.id))


class TestCslJson(ExportContract):
    format = "csl-json"

    def test_it_has_the_shape_of_csl_data(self) -> None:
        for chronicle in (sample_chronicle(), hostile_chronicle()):
            jsonschema.validate(_json("csl-json", chronicle), CSL)

    def test_there_is_one_item_for_each_article(self) -> None:
        assert [item["id"] for item in _json("csl-json")] == [a.id for a in sample_chronicle().articles]

    @pytest.mark.parametrize(
        ("said", "issued"),
        [
            ("2014-08-20", {"date-parts": [[2014, 8, 20]]}),
            ("2014-08", {"date-parts": [[2014, 8]]}),
            ("2014-08-20/2014-08-21", {"date-parts": [[2014, 8, 20], [2014, 8, 21]]}),
            ("2014~", {"date-parts": [[2014]], "circa": True}),
            ("../2014-08-20", {"edtf": "../2014-08-20"}),
            ("199X", {"edtf": "199X"}),
        ],
    )
    def test_a_date_says_no_more_than_is_known(self, said: str, issued: dict[str, object]) -> None:
        assert _issued(parse(said)) == issued


class TestFtm(ExportContract):
    format = "ftm"

    def test_every_entity_has_only_properties_of_its_schema_and_strings_in_them(self) -> None:
        for chronicle in (sample_chronicle(), hostile_chronicle()):
            for entity in _lines("ftm", chronicle):
                assert set(entity) == {"id", "schema", "properties"}
                assert set(entity["properties"]) <= FTM[entity["schema"]]
                assert all(isinstance(v, str) and v for values in entity["properties"].values() for v in values)

    def test_every_link_leads_to_an_entity_of_the_file(self) -> None:
        entities = _lines("ftm")
        known = {entity["id"] for entity in entities}
        assert len(known) == len(entities)
        for entity in entities:
            for name in ("involved", "proof", "entity", "document"):
                assert set(entity["properties"].get(name, ())) <= known

    def test_a_state_is_a_public_body_with_its_country(self) -> None:
        bodies = {
            e["properties"]["alias"][0]: e["properties"].get("country")
            for e in _lines("ftm")
            if e["schema"] == "PublicBody"
        }
        assert bodies["CHL"] == ["cl"]
        assert bodies["CZE"] == ["cz"]
        assert bodies["CSK"] is None  # a state, but none that a country code of today names

    def test_a_date_of_a_month_is_a_month(self) -> None:
        book = sample_chronicle()
        events = tuple(replace(event, when=parse("2018-10")) for event in book.events[:1])
        (event,) = [e for e in _lines("ftm", replace(book, events=events, entries=())) if e["schema"] == "Event"]
        assert event["properties"]["date"] == ["2018-10"]


def test_exports_for_people_speak_the_language_asked_for() -> None:
    for format in ("timelinejs", "ics", "graphml"):
        out = io.StringIO(newline="")
        export_of(format).write(sample_chronicle(), out, "id")
        assert "Ceko" in out.getvalue()


def test_the_sentences_of_an_article_stand_in_its_citation_once_and_in_reading_order() -> None:
    for item in _json("csl-json"):
        said = item.get("annote", "").split("\n")
        assert len(set(said)) == len(said)
        pages = item["custom"]["pages"]
        lines = [
            (pages.index(place.rsplit(":", 1)[0]), int(place.rsplit(":", 1)[1]))
            for place in (one.rsplit("(", 1)[1].removesuffix(")") for one in said if one)
        ]
        assert lines == sorted(lines)
