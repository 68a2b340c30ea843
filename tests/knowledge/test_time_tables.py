"""What languages know of times fits its shape, names its sources, and reads its own examples."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tidebook.grammar.feasts import feast
from tidebook.knowledge.load import ROOT, of_language, read_yaml
from tidebook.mentions.time_grammar import time_grammar
from tidebook.mentions.times import read_times
from tidebook.records.edtf import parse

LANGUAGES = sorted(path.parent.name for path in (ROOT / "languages").glob("*/times.yaml"))
LORE = read_yaml(ROOT / "codes" / "periods.yaml")


def schema(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["times", "numbers"])
def test_every_file_of_times_fits_its_shape(language: str, kind: str) -> None:
    errors = [f"{list(e.path)}: {e.message}" for e in schema(kind).iter_errors(of_language(language, f"{kind}.yaml"))]
    assert errors == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_point_to_lists_that_exist_and_have_names_of_their_own(language: str) -> None:
    data = of_language(language, "times.yaml")
    names = [rule["name"] for rule in data["rules"]]
    assert sorted(set(names)) == sorted(names)
    assert all(name.startswith(f"{language}.") for name in names)
    asked = {
        rule.get("given", {}).get(key)
        for rule in data["rules"]
        for key in ("only_after", "only_before", "not_after", "not_before")
    }
    assert asked - {None} <= set(data["lists"]) | set(data["categories"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_its_sources(language: str) -> None:
    for name in ("times.yaml", "numbers.yaml", "periods.yaml"):
        head = (ROOT / "languages" / language / name).read_text(encoding="utf-8")[:600]
        assert "Source" in head, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_named_period_has_its_days_and_every_feast_its_rule(language: str) -> None:
    names = of_language(language, "periods.yaml")
    assert set(names["period"]) <= set(LORE["periods"])
    assert set(names["holiday"]) <= set(LORE["holidays"])


def test_the_dated_table_fits_its_shape_and_its_days_are_days() -> None:
    assert [e.message for e in schema("periods").iter_errors(LORE)] == []
    for entry in LORE["periods"].values():
        assert parse(str(entry["when"])).days
    for name, entry in LORE["holidays"].items():
        for year in entry.get("years", {"2024": None}):
            assert feast(entry, int(year)) is not None, name


def cases(language: str) -> list[tuple[str, str, str]]:
    examples = of_language(language, "time_examples.yaml")
    return [(examples["written"], str(value), words) for value, texts in examples["times"].items() for words in texts]


@pytest.mark.parametrize(("language", "case"), [(code, case) for code in LANGUAGES for case in cases(code)])
def test_every_example_is_read_as_it_says(language: str, case: tuple[str, str, str]) -> None:
    written, value, words = case
    mentions = read_times(words, language, parse(written))
    assert [m.value for m in mentions] == [value]


@pytest.mark.parametrize(
    ("language", "words"),
    [(code, words) for code in LANGUAGES for words in of_language(code, "time_examples.yaml")["not_times"]],
)
def test_what_only_looks_like_a_time_is_not_read(language: str, words: str) -> None:
    assert read_times(words, language, parse("2019-04-25")) == ()


def test_a_grammar_is_compiled_once() -> None:
    assert time_grammar("id") is time_grammar("id")


def test_a_rule_with_an_unknown_meaning_is_refused_by_name() -> None:
    from tidebook.errors import KnowledgeError
    from tidebook.grammar.rule import Grammar

    broken: dict[str, Any] = {"categories": {}, "rules": [{"name": "xx.odd", "pattern": "odd", "means": "guess"}]}
    with pytest.raises(KnowledgeError, match=r"xx\.odd"):
        Grammar.of(broken, frozenset({"calendar"}), "xx/times.yaml")
