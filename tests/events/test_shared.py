"""What two states share is theirs where a sentence names neither, if the story is clearly about the two."""

from __future__ import annotations

import pytest

from tidebook.records.edtf import parse
from tidebook.runs.read import read_text

EN = "Chad and Libya are neighbours. Libya fears Chad. Chad likes Libya. "
ID = "Chad dan Libya bertetangga. Libya takut pada Chad. Chad suka Libya. "


def told(text: str, language: str) -> set[str]:
    _, reports = read_text(text, parse("2024-05-03"), language)
    return {f"{r.type} {'+'.join(sorted(r.actors))} {r.when.edtf if r.when else '-'}" for r in reports}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "The treaty was signed in 1961.", "AGREE LBY+TCD 1961"),
        ("en", "A truce was agreed in 1987.", "AGREE LBY+TCD 1987"),
        ("en", "Talks were held in Geneva in 1995.", "CONSULT LBY+TCD 1995"),
        ("en", "A friendship treaty followed in 1959.", "AGREE LBY+TCD 1959"),
        ("en", "The summit at Faya collapsed in July 2001.", "CONSULT LBY+TCD 2001-07"),
        ("en", "The feud ended with an accord signed in Cairo in August 1966.", "AGREE LBY+TCD 1966-08"),
        ("en", "The United Nations brokered a ceasefire in 1949.", "RETREAT LBY+TCD 1949"),
        ("id", "Perundingan di Kairo gagal pada Juli 2001.", "CONSULT LBY+TCD 2001-07"),
        ("id", "Perjanjian damai ditandatangani pada 1987.", "AGREE LBY+TCD 1987"),
        (
            "id",
            "Perang berakhir dengan gencatan senjata, berlaku mulai 1 Januari 1949.",
            "RETREAT LBY+TCD 1949-01-01",
        ),
    ],
)
def test_a_treaty_or_a_meeting_of_nobody_named_is_of_the_two(language: str, sentence: str, expected: str) -> None:
    assert expected in told((EN if language == "en" else ID) + sentence, language)


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty with France followed in 1960.",
        "The new law took effect in 1998.",
        "A treaty failed in 1998.",
        "France says that talks were held in 1998.",
    ],
)
def test_what_is_of_others_or_never_came_about_is_not_theirs(sentence: str) -> None:
    assert not {one for one in told(EN + sentence, "en") if "LBY+TCD" in one}


def test_an_article_about_three_gives_nothing_to_two() -> None:
    text = "Chad, Libya and Niger are neighbours. Niger fears Chad. Libya likes Niger. The treaty was signed in 1961."
    assert told(text, "en") == set()


def test_a_blow_that_its_victim_denies_is_that_blow() -> None:
    _, reports = read_text(
        "Chad bombed a camp in Libya on Monday. Libya denied that anyone had been killed. Chad and Libya are at odds.",
        parse("2024-05-03"),
        "en",
    )
    blows = {(r.actors, r.recipients, r.standing.value) for r in reports if r.type == "ASSAULT"}
    assert blows == {(("TCD",), ("LBY",), "asserted"), (("TCD",), ("LBY",), "denied")}


def test_a_refused_claim_is_of_those_who_made_it_and_praise_of_it_is_for_those_who_shared_it() -> None:
    _, reports = read_text(
        "Chad and Libya agreed on a border on Monday. Egypt called it a win for everyone. "
        "In July Libya and Niger claimed the field, and Chad rejected the claim.",
        parse("2024-05-03"),
        "en",
    )
    told = {(r.type, r.actors, tuple(sorted(r.recipients))) for r in reports}
    assert ("SUPPORT", ("EGY",), ("LBY", "TCD")) in told
    assert ("REJECT", ("TCD",), ("LBY", "NER")) in told


def test_two_bystanders_named_one_after_the_other_are_no_pair() -> None:
    _, reports = read_text(
        "Chad dan Libya berdamai. Chad dan Libya membuka kedutaan. Kesepakatan itu melegakan Niger. "
        "Menteri luar negeri Mesir memujinya. Perjanjian ekonomi ditandatangani kedua negara pada 1998.",
        parse("2024-05-03"),
        "id",
    )
    assert {frozenset(r.actors) for r in reports if r.when is not None and r.when.edtf == "1998"} == {
        frozenset({"TCD", "LBY"})
    }
