"""Whom short words mean: surnames of those who lead, small and gone states, bodies in lower case, words with anti- before them."""

from __future__ import annotations

import pytest

from tests.mentions.actor_texts import codes, named


@pytest.mark.parametrize(
    ("surname", "told", "code"),
    [
        ("Castro", "1975", "CUB"),
        ("Abe", "2015", "JPN"),
        ("Mubarak", "2000", "EGY"),
        ("Sisi", "2018", "EGY"),
        ("Carter", "1979", "USA"),
        ("Johnson", "1966", "USA"),
        ("Johnson", "2020", "GBR"),
        ("Rumsfeld", "2003", "USA"),
        ("Subianto", "2025", "IDN"),
        ("Schroeder", "2002", "DEU"),
        ("Maliki", "2010", "IRQ"),
        ("Gorbachev", "1988", "SUN"),
    ],
)
def test_a_surname_alone_means_who_is_in_office(surname: str, told: str, code: str) -> None:
    assert codes(f"{surname} menolak tawaran itu.", told=told)[surname] == (code,)
    assert codes(f"Later that year {surname} condemned the demand.", "en", told)[surname] == (code,)


def test_a_surname_is_kept_some_years_after_the_office_and_not_for_ever() -> None:
    assert named("Carter terbang ke Pyongyang.", told="1994")["Carter"].person == "Jimmy Carter"
    assert codes("Carter membeli sawah.", told="2009") == {}


def test_another_given_name_makes_a_surname_somebody_else() -> None:
    text = "Fans cheered when actor Dwayne Johnson arrived. Later Johnson thanked them."
    assert not codes(text, "en", "2020")


def test_a_common_surname_needs_its_state_in_the_article() -> None:
    assert codes("Khan menolak tawaran itu.", told="2020") == {}
    assert codes("Pakistan bergolak. Khan menolak tawaran itu.", told="2020")["Khan"] == ("PAK",)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Libia menutup pelabuhan itu.", "Libia", "LBY"),
        ("Kongo mengusir para konsul.", "Kongo", "COD"),
        ("Siam menolak perjanjian baru.", "Siam", "THA"),
        ("Kapal perang mendekati Formosa.", "Formosa", "TWN"),
        ("Georgia memutus hubungan dengan Rusia.", "Georgia", "GEO"),
        ("Perbatasan Rusia-Georgia ditutup.", "Georgia", "GEO"),
        ("Sengketa Indo-Pakistan berlarut.", "Indo", "IND"),
        ("Panglima TNI menolak.", "Panglima TNI", "IDN"),
        ("Istana Elysee menolak.", "Istana Elysee", "FRA"),
    ],
)
def test_every_name_of_a_state_is_known(text: str, words: str, code: str) -> None:
    assert codes(text, told="1999")[words] == (code,)


def test_a_weak_name_is_borne_out_by_its_neighbours() -> None:
    assert codes("Russia shelled Georgia at dawn.", "en", "2008")["Georgia"] == ("GEO",)
    assert "Georgia" not in codes("Voters queued in Atlanta because Georgia counts late.", "en", "2020")
    assert codes("Korea Utara geram. Selatan menolak tuntutan itu.")["Selatan"] == ("KOR",)


def test_experts_sent_to_a_state_are_not_its_own() -> None:
    assert codes("Rusia mengirim ahli untuk Iran.")["Iran"] == ("IRN",)
    assert codes("Russia sent experts to Iran.", "en") == {"Russia": ("RUS",), "Iran": ("IRN",)}
    assert codes("Duta besar Rusia untuk Iran mundur.") == {"Duta besar Rusia untuk Iran": ("RUS",)}


def test_a_headline_in_title_case_names_people_by_surname() -> None:
    assert codes("Jokowi Temui Putin di Moskow", told="2022-06") == {
        "Jokowi": ("IDN",),
        "Putin": ("RUS",),
        "Moskow": ("RUS",),
    }


def test_who_is_leaned_on_is_kept_and_is_no_party() -> None:
    against = named("Crowds held anti-American rallies in Tehran.", "en")["American"]
    assert (against.rule, against.actors, against.candidates) == ("prefix:anti", (), ("USA",))
    assert named("Milisi pro-Moskow menyerang.")["Moskow"].rule == "prefix:pro"


@pytest.mark.parametrize(
    ("language", "text", "words", "pair"),
    [
        ("id", "India dan Pakistan baku tembak. Cina mendesak kedua negara mundur.", "kedua negara", {"IND", "PAK"}),
        ("id", "Peru dan Chile bersengketa. Brasil menjatuhkan sanksi kepada keduanya.", "keduanya", {"PER", "CHL"}),
        ("en", "Greece and Turkey quarrelled. Italy urged both sides to talk.", "both sides", {"GRC", "TUR"}),
        ("en", "The two Koreas met at the border.", "The two Koreas", {"KOR", "PRK"}),
        (
            "id",
            "Indonesia dan Malaysia pergi ke Mahkamah Internasional. Tim kedua negara bertemu.",
            "kedua negara",
            {"IDN", "MYS"},
        ),
    ],
)
def test_who_speaks_to_a_pair_is_neither_of_the_two(language: str, text: str, words: str, pair: set[str]) -> None:
    assert set(codes(text, language)[words]) == pair


def test_a_parliament_speaks_to_its_own_government() -> None:
    text = "Malaysia menutup perairan itu. Ketua DPR RI mendesak pemerintah membalas."
    assert codes(text)["pemerintah"] == ("IDN",)
    assert codes("Thailand menutup pasar. Pemerintah menahan pedagang.")["Pemerintah"] == ("THA",)


def test_a_surname_that_is_a_word_needs_its_state_at_the_head_of_a_sentence() -> None:
    assert "Rice" not in codes("Rice exports fell in Thailand.", "en", "2007")
    assert codes("The United States waited. Rice flew to Doha.", "en", "2007")["Rice"] == ("USA",)


def test_the_kingdom_is_the_one_that_the_article_names() -> None:
    assert codes("Arab Saudi membom Yaman. Kerajaan itu menolak kritik.")["Kerajaan itu"] == ("SAU",)
