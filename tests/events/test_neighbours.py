"""Quarrels between neighbours: workers kept at home, crowds at embassies, what "they" do to others."""

from __future__ import annotations

import pytest

from tidebook.records.edtf import parse
from tidebook.records.events import Report
from tidebook.runs.read import read_text


def told(text: str, language: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(r.type, r.actors, r.recipients) for r in reports_of(text, language)]


def reports_of(text: str, language: str) -> tuple[Report, ...]:
    return read_text(text, parse("2022-07-29"), language)[1]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Nepal stopped sending maids to Qatar in June 2009.", "SANCTION"),
        ("Nepal resumed sending workers to Qatar.", "COOPERATE"),
    ],
)
def test_keeping_workers_at_home_is_a_sanction_and_letting_them_go_is_cooperation(text: str, type_: str) -> None:
    assert [type for type, _, _ in told(text, "en")] == [type_]


def test_what_stops_without_the_other_named_is_aimed_at_the_other_of_the_story() -> None:
    text = "Nepal accused Qatar of breaking a deal. Qatar said that Nepal was wrong. Nepal halted the sending of all workers."
    assert ("SANCTION", ("NPL",), ("QAT",)) in told(text, "en")


def test_a_crowd_at_an_embassy_is_of_the_city_not_of_the_embassy() -> None:
    assert told("Protesters hurled eggs at the Turkish Embassy in Athens.", "en") == [("PROTEST", ("GRC",), ("TUR",))]


def test_they_who_threaten_somebody_are_none_of_those() -> None:
    text = "Di Ankara, massa membakar bendera Yunani. Mereka mengancam akan mengusir warga Yunani."
    assert ("THREATEN", ("TUR",), ("GRC",)) in told(text, "id")


def test_an_oath_that_somebody_will_be_gone_is_a_threat() -> None:
    assert told("Nasser bersumpah Israel akan lenyap.", "id") == [("THREATEN", ("EGY",), ("ISR",))]


def test_the_year_that_leads_an_entry_holds_for_its_months() -> None:
    text = "1984 — Turkey and Greece signed a pact on a treaty of 1972.\n2005 — Turkey sent warships to Greece in February."
    assert reports_of(text, "en")[-1].when == parse("2005-02")


def test_two_states_are_two_states_though_a_court_was_named_since() -> None:
    text = "Turki dan Yunani berselisih. Mahkamah Internasional memberi pulau itu kepada Yunani. Kedua negara menandatangani perjanjian."
    assert told(text, "id")[-1] == ("AGREE", ("TUR", "GRC"), ())


def test_land_that_a_court_hands_over_is_an_award() -> None:
    text = "Mahkamah Internasional menyerahkan kedaulatan dua pulau kepada Cile."
    assert told(text, "id") == [("SUPPORT", ("ICJ",), ("CHL",))]


def test_the_judges_are_the_court_that_the_article_names() -> None:
    text = "Chile and Peru argued before the International Court of Justice. The judges awarded both islets to Chile."
    assert told(text, "en")[-1] == ("SUPPORT", ("ICJ",), ("CHL",))


def test_a_parliament_speaks_to_its_own_government() -> None:
    text = "Indonesia dan Malaysia berselisih. Malaysia membangun pos. Anggota DPR mengkritik pemerintah karena lalai."
    assert told(text, "id")[-1] == ("ACCUSE", ("IDN",), ("IDN",))


def test_who_accepts_a_ruling_approves_of_it() -> None:
    assert [type for type, _, _ in told("Indonesia menerima putusan itu.", "id")] == ["SUPPORT"]


def test_fishermen_who_are_held_are_seized() -> None:
    assert told("Nepal held seven Qatari fishermen.", "en") == [("COERCE", ("NPL",), ("QAT",))]


def test_the_place_of_a_meeting_is_the_first_that_has_a_name() -> None:
    text = "The leaders of Nepal and Qatar met on Thursday at their first summit in Doha since 2011."
    assert {report.place for report in reports_of(text, "en") if report.type == "CONSULT"} == {"Doha"}
