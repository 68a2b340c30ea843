"""A vague report joins the only happening that it can mean, and stays alone where there are two."""

from __future__ import annotations

from dataclasses import replace

from tidebook.events.merge import merge
from tidebook.records.edtf import parse
from tidebook.records.events import Standing

from .test_merge import DYAD, KIM_PUTIN, Pile


def test_the_only_ruling_of_its_year_is_the_one_of_that_day() -> None:
    pile = Pile()
    pile.tell("a", "The court awarded it to Moscow on 17 December 2002.", "SUPPORT", "ICJ", "RUS", "2002-12-17")
    pile.tell("b", "In December 2002 judges gave it away.", "SUPPORT", "ICJ", "RUS", "2002-12")
    pile.tell("c", "Five years later it went to Moscow.", "SUPPORT", "ICJ", "RUS", "2002")
    (event,) = pile.events()
    assert event.when is not None
    assert event.when.edtf == "2002-12-17"
    assert "the only one of its kind that is told of these days" in event.reasons


def test_with_two_attacks_in_a_year_a_vague_one_stays_alone() -> None:
    pile = Pile()
    pile.tell("a", "Planes struck in March.", "ASSAULT", "RUS", "PRK", "1969-03-02")
    pile.tell("b", "They struck again in May.", "ASSAULT", "RUS", "PRK", "1969-05-09")
    pile.tell("c", "There was a raid in 1969.", "ASSAULT", "RUS", "PRK", "1969")
    assert len(pile.events()) == 3


def test_words_are_common_so_that_a_vague_accusation_joins_none_of_many() -> None:
    pile = Pile()
    pile.tell("a", "Moscow blamed Pyongyang in November.", "ACCUSE", "RUS", "PRK", "2008-11")
    pile.tell("b", "In 2008 it was blamed.", "ACCUSE", "RUS", "PRK", "2008")
    pile.tell("c", "It was blamed in 2011.", "ACCUSE", "RUS", "PRK", "2011-04-05")
    assert len(pile.events()) == 3


def test_a_war_named_in_passing_is_the_one_that_is_told() -> None:
    pile = Pile()
    pile.tell("a", "Troops marched into it in 2022.", "ASSAULT", "RUS", "UKR", "2022-02-24")
    pile.tell(
        "b",
        "Shells feed the war there.",
        "ASSAULT",
        "RUS",
        "UKR",
        "../2024-06-20",
        when_by="published",
        trigger="war",
    )
    (event,) = pile.events()
    assert event.when is not None
    assert event.when.edtf == "2022-02-24"


def test_what_happened_after_a_known_day_joins_the_only_one_after_it() -> None:
    pile = Pile()
    pile.tell("a", "Moscow backed sanctions.", "SANCTION", "RUS", "PRK", "2016/2017", themes=("sanction",))
    pile.tell(
        "b",
        "The new man met sanctions.",
        "SANCTION",
        "RUS CHN",
        "PRK",
        "2011/..",
        when_by="story",
        themes=("sanction",),
    )
    (event,) = pile.events()
    assert event.when is not None
    assert event.when.edtf == "2016/2017"


def test_help_and_recognition_of_one_month_stay_two() -> None:
    pile = Pile()
    pile.tell("a", "Moscow helped it to stand.", "AID", "RUS", "PRK", "1948-10")
    pile.tell("b", "Moscow recognised it.", "SUPPORT", "RUS", "PRK", "1948-10-12", themes=("recognition",))
    assert len(pile.events()) == 2


def test_a_visit_of_another_year_is_another_visit() -> None:
    pile = Pile()
    pile.tell("a", "Kim came in August 2001.", "CONSULT", "RUS PRK", when="2001-08-04", persons=KIM_PUTIN)
    pile.tell("b", "Kim came in 2002.", "CONSULT", "RUS PRK", when="2002", persons=KIM_PUTIN)
    assert len(pile.events()) == 2


def test_an_attack_told_as_a_purpose_is_the_attack_that_was_made() -> None:
    pile = Pile()
    pile.tell("a", "Men crossed to attack.", "ASSAULT", "RUS", "PRK", "2016-09", standing=Standing.PLANNED)
    pile.tell("b", "Moscow struck over the line.", "ASSAULT", "RUS", "PRK", "2016-09-29")
    assert len(pile.events()) == 2
    later = [replace(article, published=parse("2020-05-01")) for article in pile.articles]
    assert len(merge(pile.reports, later, DYAD)) == 1


def test_who_denies_that_anybody_was_killed_does_not_deny_the_raid() -> None:
    pile = Pile()
    pile.tell(
        "a", "Planes bombed a camp.", "ASSAULT", "RUS", "PRK", "2019-02-26", trigger="bombed", rule="en:bomb/active"
    )
    pile.tell(
        "a",
        "Nobody was killed, it said.",
        "ASSAULT",
        "RUS",
        "PRK",
        "2019-02-19~/2019-02-26~",
        when_by="published",
        standing=Standing.DENIED,
        trigger="killed",
        rule="en:kill/passive",
    )
    assert len(pile.events()) == 2


def test_who_denies_that_the_attack_took_place_denies_it_whatever_the_date_read() -> None:
    pile = Pile()
    pile.tell(
        "a", "Troops struck in 2016.", "ASSAULT", "RUS", "PRK", "2016-09~", trigger="struck", rule="en:strike/active"
    )
    pile.tell(
        "a",
        "It denied the attack.",
        "ASSAULT",
        "RUS",
        "PRK",
        "2016-09/..",
        when_by="story",
        standing=Standing.DENIED,
        trigger="attack",
        rule="en:attack/noun",
    )
    (event,) = pile.events()
    assert event.standing is Standing.ASSERTED
    assert [dispute.about for dispute in event.disputes] == ["standing"]
