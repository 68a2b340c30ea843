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
