"""Clauses and their subjects, seen in the reports that rest on them."""

from __future__ import annotations

import pytest

from tidebook.records.events import Report
from tidebook.records.times import on
from tidebook.runs.read import read_text

PRINTED = on(2024, 6, 20)


def told(text: str) -> tuple[Report, ...]:
    return read_text(text, PRINTED, "id")[1]


def parties(text: str, kind: str) -> list[tuple[str, str]]:
    return [(",".join(r.actors), ",".join(r.recipients)) for r in told(text) if r.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("Mesir mengecam Ethiopia dan mengancam Sudan.", "THREATEN", ("EGY", "SDN")),
        ("Setelah bertemu Presiden Mesir, Raja Yordania mengecam Israel.", "ACCUSE", ("JOR", "ISR")),
        ("Pasukan yang dipimpin Arab Saudi menyerang Yaman.", "ASSAULT", ("SAU", "YEM")),
        ("Mesir mengecam Israel karena Israel menyerang Lebanon.", "ACCUSE", ("EGY", "ISR")),
        ("Harga minyak naik, dan Irak menyerang Kuwait.", "ASSAULT", ("IRQ", "KWT")),
        ("Turki, anggota NATO sejak 1952, menyerang Suriah.", "ASSAULT", ("TUR", "SYR")),
        ("Rusia memuji Iran, sedangkan Turki mengecam Suriah.", "ACCUSE", ("TUR", "SYR")),
    ],
)
def test_each_verb_has_the_subject_that_its_clause_gives_it(text: str, kind: str, wanted: tuple[str, str]) -> None:
    assert parties(text, kind) == [wanted]


def test_an_oil_price_does_not_act_for_its_state() -> None:
    assert not told("Harga minyak Iran menyerang titik terendah.")


def test_two_dates_make_two_reports() -> None:
    found = told("Presiden Rusia mengunjungi India pada tahun 2001 dan 2004.")
    assert [(r.type, r.when and r.when.edtf) for r in found] in (
        [("CONSULT", "2001"), ("CONSULT", "2004")],
        [("CONSULT", "2004"), ("CONSULT", "2001")],
    )


def test_each_act_takes_the_date_of_its_own_clause() -> None:
    found = told("Irak menyerang Iran pada 1980 dan menginvasi Kuwait pada 1990.")
    assert {(r.recipients, r.when and r.when.edtf) for r in found} == {(("IRN",), "1980"), (("KWT",), "1990")}


def test_a_claim_keeps_its_speaker_and_does_not_count_as_fact() -> None:
    (report,) = told("Menurut Kenya, Somalia menyerang Ethiopia.")
    assert (report.standing, report.speaker) == ("alleged", ("KEN",))


def test_every_part_of_a_report_cuts_words_that_stand_in_its_sentence() -> None:
    text = "London dan Paris menuduh Suriah menyediakan senjata kepada Rusia."
    for report in told(text):
        assert report.parts
        for part in report.parts:
            assert part.span.within(report.span)
            assert part.span.cut(text).strip()


def test_the_same_text_gives_the_same_reports_and_ids() -> None:
    text = "Mesir mengecam Ethiopia. Sudan mendukung Mesir."
    assert told(text) == told(text)
    assert len({r.id for r in told(text)}) == 2


def test_what_lost_is_kept_with_its_reason() -> None:
    found = told("Korea Utara menembakkan rudal ke Jepang.")
    assert found[0].rule.startswith("id:")
    assert all(":" in other for r in found for other in r.others)
