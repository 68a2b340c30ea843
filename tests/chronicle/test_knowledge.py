"""The knowledge that merging and the chronicle stand on fits its shape and speaks of what the other tables know."""

from __future__ import annotations

import json

import jsonschema

from tidebook.knowledge.load import ROOT, languages, read_table, read_yaml
from tidebook.knowledge.scores import score_of

CODES = ROOT / "codes"
TYPES = {row["type"] for row in read_table(CODES / "quads.tsv")}


def themes() -> set[str]:
    """Every theme that a language has a word for."""
    paths = [ROOT / "languages" / code / "themes.tsv" for code in languages()]
    return {theme for path in paths if path.is_file() for row in read_table(path) for theme in row["theme"].split("|")}


def test_ties_fit_their_schema() -> None:
    schema = json.loads((ROOT / "schema" / "ties.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(read_yaml(CODES / "ties.yaml"), schema)


def test_ties_are_opened_and_closed_by_types_that_there_are() -> None:
    for entry in read_yaml(CODES / "ties.yaml"):
        assert {c["type"] for c in (*entry["opens"], *entry["closes"])} <= TYPES, entry["kind"]


def test_ties_name_themes_that_a_language_has_a_word_for() -> None:
    known = themes()
    for entry in read_yaml(CODES / "ties.yaml"):
        named = {theme for c in (*entry["opens"], *entry["closes"]) for theme in c.get("any", ())}
        assert named <= known, f"{entry['kind']}: {sorted(named - known)}"


def test_themes_that_are_near_are_known_ones() -> None:
    known = themes()
    for row in read_table(CODES / "near_themes.tsv"):
        assert set(row["themes"].split("|")) <= known, row["note"]


def test_kin_are_types_that_there_are() -> None:
    for row in read_table(CODES / "kin.tsv"):
        assert {row["first"], row["second"]} <= TYPES
        assert row["needs"] in ("theme", "day")
        assert 0 <= float(row["weight"]) <= 1


def test_every_type_has_a_score_on_its_side_of_zero() -> None:
    for row in read_table(CODES / "quads.tsv"):
        score, _ = score_of(row["type"], None)
        assert (score > 0) if row["quad"].endswith("c") else (score <= 0), row["type"]


def test_a_mode_without_a_score_takes_that_of_its_type() -> None:
    assert score_of("CONSULT", "no-such-mode") == score_of("CONSULT", None)


def test_scores_lie_between_war_and_aid() -> None:
    for row in read_table(CODES / "scores.tsv"):
        assert -10 <= float(row["score"]) <= 10
        assert -10 <= float(row["goldstein"]) <= 10


def test_the_table_of_scores_and_the_table_of_types_agree() -> None:
    for entry in read_yaml(CODES / "plover.yaml")["types"]:
        assert score_of(entry["type"], None)[0] == entry["score"], entry["type"]
        for mode, score in entry["modes"].items():
            assert score_of(entry["type"], mode)[0] == score, f"{entry['type']} {mode}"
