"""Every row of the Indonesian tables proves itself by its example, and by its counter-example where it has one."""

from __future__ import annotations

import pytest

from tidebook.events.compose import TYPES, operators, themes
from tidebook.events.lexicon import Entry, rows_of
from tidebook.records.events import Report
from tidebook.records.times import on
from tidebook.runs.read import read_text

PRINTED = on(2024, 6, 20)
ROWS = [entry for _, _, entry in rows_of("id")]


def told(text: str) -> tuple[Report, ...]:
    return read_text(text, PRINTED, "id")[1]


def of_kind(kind: str) -> list[Entry]:
    return [entry for entry in ROWS if entry.kind == kind]


def test_there_are_at_least_fifteen_hundred_rows() -> None:
    assert len(ROWS) >= 1500


def test_every_frame_is_coded_in_its_example_with_its_own_type() -> None:
    wrong = [
        f"{e.name}: {e.code} in {e.example!r} gave {[r.type for r in told(e.example)]}"
        for e in of_kind("frame")
        if e.example and e.code not in ("NONE", "SAME") and e.code not in {r.type for r in told(e.example)}
    ]
    assert not wrong, "\n".join(wrong)


def test_words_that_tell_the_same_again_tell_it_of_two() -> None:
    found = {e.example: [r.type for r in told(e.example)] for e in of_kind("frame") if e.code == "SAME"}
    assert found
    assert all(len(types) == 2 and len(set(types)) == 1 for types in found.values()), found


def test_words_that_tell_nothing_tell_nothing_in_their_example() -> None:
    wrong = [f"{e.name}: {e.example!r}" for e in of_kind("frame") if e.example and e.code == "NONE" and told(e.example)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", ["operator", "theme"])
def test_every_operator_and_theme_takes_part_in_a_report_in_its_example(kind: str) -> None:
    wrong = [f"{e.name}: {e.code} in {e.example!r}" for e in of_kind(kind) if e.example and not told(e.example)]
    assert not wrong, "\n".join(wrong)


def test_no_counter_example_gives_the_type_of_its_row() -> None:
    counters = {(e.counter, e.code) for e in of_kind("frame") if e.counter}
    wrong = [f"{code}: {text!r}" for text, code in sorted(counters) if code in {r.type for r in told(text)}]
    assert not wrong, "\n".join(wrong)


def test_codes_of_all_rows_are_known() -> None:
    assert {e.code for e in of_kind("frame")} <= TYPES | {"NONE", "SAME"}
    assert {e.code for e in of_kind("operator")} - operators() <= {"say", "report", "claim"}
    assert themes() - {e.code for e in of_kind("theme")} is not None
