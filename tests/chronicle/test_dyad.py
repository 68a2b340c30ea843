"""Whose history is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.samples import sample_chronicle
from tidebook.chronicle.dyad import find_dyad
from tidebook.errors import DyadError
from tidebook.records.events import Report
from tidebook.records.mentions import ActorMention, MentionedBy
from tidebook.records.readings import Reading
from tidebook.records.spans import Span


def told(*pairs: str) -> list[Report]:
    """One report in a sentence of its own for each pair of codes."""
    base = sample_chronicle().reports[0]
    return [
        replace(base, id=f"r-{i}", sentence=i, actors=tuple(pair.split()), recipients=())
        for i, pair in enumerate(pairs)
    ]


@pytest.mark.parametrize(
    "names", [("RUS", "PRK"), ("Rusia", "Korea Utara"), ("Russia", "North Korea"), ("rus", "Korut")]
)
def test_codes_and_names_in_any_language_are_understood(names: tuple[str, str]) -> None:
    dyad = find_dyad(names, [], [])
    assert (dyad.left.actor, dyad.right.actor) == ("RUS", "PRK")
    assert dyad.chosen == "asked"
    assert "SUN" in dyad.left.codes


def test_the_order_asked_for_is_kept() -> None:
    dyad = find_dyad(("PRK", "RUS"), [], [])
    assert (dyad.left.actor, dyad.right.actor) == ("PRK", "RUS")


def test_an_unknown_name_is_an_error_that_offers_near_ones() -> None:
    with pytest.raises(DyadError) as error:
        find_dyad(("Rusia", "Korea Utarra"), [], [])
    assert "Korea Utara (PRK)" in str(error.value)


def test_an_ambiguous_name_is_an_error_that_lists_its_readings() -> None:
    with pytest.raises(DyadError) as error:
        find_dyad(("Korea", "RUS"), [], [])
    assert "PRK" in str(error.value)
    assert "KOR" in str(error.value)


def test_a_relationship_needs_two() -> None:
    with pytest.raises(DyadError):
        find_dyad(("Russia", "RUS"), [], [])


def test_a_state_and_its_predecessor_are_no_two() -> None:
    with pytest.raises(DyadError):
        find_dyad(("Russia", "Uni Soviet"), [], [])


def test_the_pair_that_most_sentences_report_of_is_taken() -> None:
    dyad = find_dyad(None, [], told("USA CHN", "JPN KOR", "KOR JPN"))
    assert {dyad.left.actor, dyad.right.actor} == {"JPN", "KOR"}
    assert dyad.chosen == "found"


def test_a_predecessor_counts_for_its_heir() -> None:
    dyad = find_dyad(None, [], told("SUN PRK", "RUS PRK", "USA CHN", "USA CHN", "USA CHN", "SUN PRK"[::1], "PRK RUS"))
    assert {dyad.left.actor, dyad.right.actor} == {"RUS", "PRK"}


def test_where_reports_do_not_decide_mentions_do() -> None:
    book = sample_chronicle()
    article = book.articles[0]
    lines = tuple(s for s in book.sentences if s.article == article.id)
    at = lines[1].span.start
    actors = tuple(
        ActorMention(span=Span(start=at + i, end=at + i + 1), actors=(code,), by=MentionedBy.NAME, rule="name")
        for i, code in enumerate(("JPN", "KOR"))
    )
    reading = Reading(article=article, sentences=lines, actors=actors)
    dyad = find_dyad(None, [reading], told("USA CHN", "JPN KOR"))
    assert {dyad.left.actor, dyad.right.actor} == {"JPN", "KOR"}


def test_a_pile_about_no_pair_is_an_error() -> None:
    with pytest.raises(DyadError):
        find_dyad(None, [], [])
