"""A date belongs to what it is said of: not to all that its sentence tells."""

from __future__ import annotations

import pytest

from tidebook.records.edtf import parse
from tidebook.runs.read import read_text


def dates(text: str, language: str, kind: str, published: str = "2024-05-03") -> list[str | None]:
    _, reports = read_text(text, parse(published), language)
    return [r.when.edtf if r.when is not None else None for r in reports if r.type == kind]


@pytest.mark.parametrize(
    ("language", "text", "kind", "expected"),
    [
        (
            "en",
            "Chad cut ties with Libya in May 1994. Idriss Deby, who took power in 2005, accused Libya of murder.",
            "ACCUSE",
            "2005/..",
        ),
        (
            "id",
            "Chad memutus hubungan dengan Libya pada Mei 1994. Idriss Deby, yang berkuasa pada 2005, menuduh Libya membunuh warganya.",
            "ACCUSE",
            "2005/..",
        ),
        (
            "en",
            "Chad cut ties with Libya in May 1994. Since then Egypt has blamed Libya for a string of raids, including "
            "the one that halved its output of salt in July 1999.",
            "ACCUSE",
            "1994-05/..",
        ),
        ("en", "Libya attacked Chad in 1983 with tanks that were bought in Prague.", "ASSAULT", "1983"),
    ],
)
def test_a_date_in_a_clause_about_somebody_is_that_clauses_own(
    language: str, text: str, kind: str, expected: str
) -> None:
    assert dates(text, language, kind) == [expected]


def test_what_still_goes_on_at_the_time_of_printing_began_before() -> None:
    assert dates("Rusia saat ini masih melanjutkan serangan terhadap Ukraina.", "id", "ASSAULT") == ["../2024-05-03~"]
    assert dates("Russia continued its attacks on Ukraine in April 2023.", "en", "ASSAULT") == ["2023-04"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Chad and Mali cut ties with Libya on Thursday, a day after Egypt attacked Libya.", "2024-05-01"),
        ("en", "On 3 May 2024 Chad and Libya agreed to restore ties, seven years after Egypt attacked Libya.", "2017"),
        ("en", "Two weeks after Egypt attacked Libya, Chad recalled its envoy on 4 May 2022.", "2022-04-20~"),
        ("en", "Chad bombed Mali on 4 May 2022, three days before Egypt attacked Libya.", "2022-05-07"),
        ("id", "Chad dan Libya pada 3 Mei 2024 sepakat berdamai, tujuh tahun setelah Mesir menyerang Libya.", "2017"),
    ],
)
def test_what_another_act_is_counted_from_lies_that_far_from_it(language: str, text: str, expected: str) -> None:
    _, reports = read_text(text, parse("2024-05-03"), language)
    when = {r.when.edtf for r in reports if r.type == "ASSAULT" and "EGY" in r.actors and r.when is not None}
    assert when == {expected}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Chad accused Libya of attacking two camps on Saturday.", "ACCUSE", "2024-04-27/2024-05-03"),
        ("Libya denied that it had attacked Chad in March 2011.", "REJECT", "2011-03~/2011-05-01~"),
        ("Libya denied on Monday that it had attacked Chad on Saturday.", "REJECT", "2024-04-29"),
        ("In 2019 Chad accused Libya of attacking its camps.", "ACCUSE", "2019"),
    ],
)
def test_words_about_a_deed_fall_after_it(text: str, kind: str, expected: str) -> None:
    assert dates(text, "en", kind) == [expected]


def test_what_goes_on_from_a_dated_clause_is_of_its_time() -> None:
    text = "Chad and Libya quarrelled in 1969. Since then both claimed it, but Libya built a camp there in 1985 and Chad protested to Libya."
    assert dates(text, "en", "ACCUSE") == ["1985"]


def test_the_day_after_another_day_than_the_one_told_last_is_not_ahead_of_the_printing() -> None:
    text = (
        "Chad bombed a camp in Libya on Friday. A bomber killed 40 Chadian soldiers a week before. "
        "Chad expelled the Libyan ambassador the day after the bombing, and Libya bombed Chad on Friday, 3 May. "
        "Chad recalled its envoy from Libya the day after the bombing."
    )
    _, reports = read_text(text, parse("2024-05-03"), "en")
    assert all(r.standing.value == "asserted" for r in reports if r.type == "SANCTION")
