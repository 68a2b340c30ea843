"""The tables of actors hold together: every code is known, every date is one, names lead to codes and back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from tidebook.knowledge import who
from tidebook.knowledge.actor_words import actor_words, all_languages, fold, name_rows
from tidebook.knowledge.load import ROOT, of_language, read_table

KINDS = {"name", "adjective", "people", "capital", "seat", "place", "not", "bloc", "igo", "ngo", "armed", "party"} | {
    "agency",
    "company",
    "media",
    "edu",
}


@pytest.mark.parametrize("language", all_languages())
def test_every_row_has_a_known_kind_and_words(language: str) -> None:
    for row in name_rows(language):
        assert row["kind"].removeprefix("weak ") in KINDS, row
        assert all(row["words"].split("|")), row
        assert row["case"] in ("", "exact", "lone"), row


@pytest.mark.parametrize("language", all_languages())
def test_every_living_state_has_a_name_in_every_language(language: str) -> None:
    unnamed = [code for code in who.states() if who.name(code, language) == code]
    assert unnamed == []


def test_every_successor_is_a_state() -> None:
    assert {s.successor for s in who.states().values() if s.successor} <= set(who.states())


def test_every_holder_is_a_person_in_a_known_office_who_began_before_he_ended() -> None:
    people = {row["person"] for row in read_table(ROOT / "actors" / "people.tsv")}
    for person in sorted(people):
        for held in who.holdings(person):
            assert held.office in who.offices(), held
            assert held.until is None or held.since < held.until, held
    assert {row["person"] for row in read_table(ROOT / "actors" / "holders.tsv")} <= people


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Korea Utara", "PRK"),
        ("korut", "PRK"),
        ("North Korea", "PRK"),
        ("Rusia", "RUS"),
        ("rus", "RUS"),
        ("PBB", "UNO"),
    ],
)
def test_names_in_any_language_lead_to_a_code(words: str, code: str) -> None:
    assert who.find(words) == (code,)


def test_an_open_name_leads_to_all_it_may_mean() -> None:
    assert set(who.find("Korea")) == {"PRK", "KOR"}
    assert who.find("Atlantis") == ()


def test_russia_succeeds_the_soviet_union() -> None:
    assert who.predecessors("RUS") == (("SUN", date(1991, 12, 26)),)
    assert who.successor("DDR", date(2000, 1, 1)) == "DEU"


def test_sixty_states_have_their_leaders() -> None:
    assert sum(1 for code in who.states() if who.leaders(code)) >= 60


@pytest.mark.parametrize(
    ("code", "office", "day", "person"),
    [
        ("RUS", "defence-minister", date(2023, 7, 1), "Sergei Shoigu"),
        ("RUS", "defence-minister", date(2024, 6, 19), "Andrei Belousov"),
        ("IDN", "head-of-state", date(2024, 10, 20), "Prabowo Subianto"),
        ("IDN", "foreign-minister", date(2015, 1, 1), "Retno Marsudi"),
        ("PRK", "foreign-minister", date(2024, 1, 16), "Choe Son Hui"),
        ("USA", "foreign-minister", date(1956, 11, 1), "John Foster Dulles"),
        ("USA", "head-of-state", date(1990, 8, 2), "George H. W. Bush"),
        ("USA", "head-of-state", date(2003, 3, 20), "George W. Bush"),
    ],
)
def test_offices_are_held_by_those_who_held_them(code: str, office: str, day: date, person: str) -> None:
    held = [h.person for h in who.holders(code, office) if h.since <= day and (h.until is None or day < h.until)]
    assert person in held


def test_folding_keeps_every_offset() -> None:
    for text in ("İstanbul’da “Élysée” — Kim Jong-un", "Đinđić, ’tis", "ﬁn"):
        assert len(fold(text)) == len(text)


def test_the_words_of_a_language_load_once() -> None:
    assert actor_words("id") is actor_words("id", None)


@pytest.mark.parametrize("language", all_languages())
@pytest.mark.parametrize("kind", ["offices", "anaphora"])
def test_words_for_offices_and_anaphora_fit_their_schema(language: str, kind: str) -> None:
    schema = json.loads((ROOT / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(of_language(language, f"{kind}.yaml"))


@pytest.mark.parametrize("language", all_languages())
def test_every_word_for_an_office_means_a_known_one(language: str) -> None:
    entries = of_language(language, "offices.yaml")["offices"]
    assert {entry["means"] for entry in entries} <= set(who.offices())


def test_every_home_of_a_body_is_a_state() -> None:
    assert {row["home"] for row in read_table(ROOT / "actors" / "bodies.tsv") if row["home"]} <= set(who.states())


def test_a_leader_stands_once_however_many_offices_he_holds() -> None:
    rows = [held for held in who.leaders("CUB") if held.person == "Fidel Castro"]
    assert [(held.office, held.since) for held in rows] == [("leader", date(1959, 2, 16))]
