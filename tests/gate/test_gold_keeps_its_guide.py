"""The gold keeps the promises of docs/annotating.md, so that a slip of the pen is not scored as a slip of the rules."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tidebook.records.edtf import parse
from tidebook.records.events import Standing

ROOT = Path(__file__).resolve().parents[2]
TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    *("COOPERATE", "AID", "RETREAT"),
    *("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    *("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
LEAST = {"id": 600, "en": 300}
MORE = {"reports_id_2.jsonl": "id", "reports_en_2.jsonl": "en"}
"""Sentences that were only ever to look at: written later, batch by batch, and tuned to."""
PILES = sorted(path.parent for path in (ROOT / "samples").glob("*/gold"))


def rows_of(name: str) -> list[dict[str, Any]]:
    path = ROOT / "tests/gate/gold" / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def sentences(language: str) -> list[dict[str, Any]]:
    return rows_of(f"reports_{language}.jsonl")


@pytest.mark.parametrize("language", LEAST)
def test_there_are_enough_sentences_and_a_third_of_them_tell_nothing(language: str) -> None:
    rows = sentences(language)
    assert len(rows) >= LEAST[language]
    assert sum(not row["reports"] for row in rows) * 3 >= len(rows)


@pytest.mark.parametrize("language", LEAST)
def test_a_sentence_is_in_its_half_by_its_own_words_and_stands_there_once(language: str) -> None:
    rows = sentences(language)
    for row in rows:
        digest = hashlib.sha256(row["text"].encode()).hexdigest()
        assert row["id"] == f"{language}-{digest[:8]}"
        assert row["half"] == ("dev", "kept")[int(digest, 16) % 2]
        date.fromisoformat(row["published"])
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize(("name", "language"), MORE.items())
def test_later_sentences_are_all_to_look_at_and_stand_in_no_other_file(name: str, language: str) -> None:
    rows = rows_of(name)
    for row in rows:
        digest = hashlib.sha256(row["text"].encode()).hexdigest()
        assert (row["id"], row["half"]) == (f"{language}-{digest[:8]}", "dev")
        date.fromisoformat(row["published"])
    ids = {row["id"] for row in rows}
    assert len(ids) == len(rows)
    assert not ids & {row["id"] for row in sentences(language)}


@pytest.mark.parametrize("name", [*(f"reports_{language}.jsonl" for language in LEAST), *MORE])
def test_every_report_of_the_gold_has_a_known_type_a_party_and_a_date_that_reads(name: str) -> None:
    for row in rows_of(name):
        for report in row["reports"]:
            assert report["type"] in TYPES, row["id"]
            assert report["actors"] or report["recipients"], row["id"]
            codes = report["actors"] + report["recipients"] + report["speaker"]
            assert all(re.fullmatch(r"[A-Z0-9]{2,9}", code) for code in codes), row["id"]
            assert report["standing"] in set(Standing), row["id"]
            assert report["speaker"] or report["standing"] != Standing.DENIED, row["id"]
            if report["when"] is not None:
                parse(report["when"])


@pytest.mark.parametrize("pile", PILES, ids=lambda pile: pile.name)
def test_the_gold_of_a_pile_names_lines_and_pages_that_are_there(pile: Path) -> None:
    def rows(name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (pile / "gold" / name).read_text(encoding="utf-8").splitlines()]

    files = {path.name for path in pile.glob("*.txt")}
    assert {row["page"] for row in rows("pages.jsonl")} == files == {row["page"] for row in rows("lines.jsonl")}
    for row in rows("lines.jsonl"):
        lines = (pile / row["page"]).read_text(encoding="utf-8").split("\n")
        numbers = [n for role, told in row.items() if role != "page" for n in told]
        assert len(numbers) == len(set(numbers)), row["page"]
        assert all(lines[n - 1].strip() for n in numbers), row["page"]
    for event in rows("chronicle.jsonl"):
        assert set(event["pages"]) <= files, event["id"]
        assert event["type"] in TYPES | {"OTHER"}, event["id"]
        parse(event["when"])
