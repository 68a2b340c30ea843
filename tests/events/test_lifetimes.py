"""A state that is dead when the page is written did what it did while it lived."""

from __future__ import annotations

from tidebook.events.dating import Dated
from tidebook.events.lifetimes import within_lives
from tidebook.records.edtf import parse


def when(by: str, edtf: str | None, *codes: str) -> tuple[str | None, str]:
    dated = within_lives(Dated(parse(edtf) if edtf else None, by), codes)
    return (dated.when.edtf if dated.when else None, dated.by)


def test_a_page_of_2024_does_not_date_what_the_soviet_union_did() -> None:
    assert when("published", "2024-04-29", "SUN", "PRK") == ("1948-09-09/1991-12-26", "lifetime")


def test_an_undated_deed_of_a_dead_state_is_of_its_lifetime() -> None:
    assert when("none", None, "DDR") == ("1949-10-07/1990-10-02", "lifetime")


def test_a_story_time_that_runs_on_is_cut_at_the_death() -> None:
    assert when("story", "1953/..", "SUN", "PRK") == ("1953-01-01/1991-12-26", "story")


def test_a_beginning_that_the_story_leaves_open_stays_open() -> None:
    assert when("story", "../1948", "SUN", "PRK") == ("../1948", "story")


def test_what_the_sentence_itself_says_is_kept() -> None:
    assert when("clause", "2012", "SUN") == ("2012", "clause")


def test_the_living_are_left_alone() -> None:
    assert when("published", "2024-04-29", "RUS", "PRK") == ("2024-04-29", "published")
