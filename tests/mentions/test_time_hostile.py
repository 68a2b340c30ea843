"""No line, however made, is read in more than linear time."""

from __future__ import annotations

import gc
import time

import pytest

from tidebook.mentions.times import read_times
from tidebook.records.edtf import parse

AS_OF = parse("2020-01-01")
HOSTILE = {
    "id": ["1", "(", "12 Mei 2020 ", "1950-", "1950 ", "4 dan ", "4, ", "dua puluh ", "sekitar akhir ", "Senin, ", "Kamis (20/6/2024) ", "1/1/", "Mei ", "tahun itu ",
           "dua tahun setelah 1990 ", "berselang dua tahun ", "hingga ", "pertengahan hingga akhir ", "pukul 08.", "İ", "\n", "a\n\n"],
    "en": ["1", "[", "May 12, 2020 ", "1950-", "the end of the ", "May 4 and 5, ", "two ", "two years after 1990 ", "early to mid-", "the ", "'89 ", "480 BC "],
    "de": ["12. Mai 2020 ", "3., ", "10 bis ", "zwei Jahren ", "Ende des Jahres ", "1. "],
}  # fmt: skip


def spent(piece: str, size: int, language: str) -> float:
    """The least of three times, without the collector, whose pauses grow with what other tests have left in memory."""
    text = (piece * (size // len(piece) + 1))[:size]
    times = []
    gc.disable()
    try:
        for _ in range(3):
            began = time.process_time()
            read_times(text, language, AS_OF)
            times.append(time.process_time() - began)
    finally:
        gc.enable()
    return min(times)


@pytest.mark.parametrize(("language", "piece"), [(code, piece) for code, pieces in HOSTILE.items() for piece in pieces])
def test_ten_times_the_text_takes_about_ten_times_as_long(language: str, piece: str) -> None:
    """Quadratic time would take a hundred times as long; the bound leaves room for a machine that is busy with something else."""
    read_times(piece * 3, language, AS_OF)
    short, long = spent(piece, 3_000, language), spent(piece, 30_000, language)
    assert long < 40 * max(short, 0.004), (short, long)


def test_a_hundred_thousand_digits_are_one_number_and_no_time() -> None:
    began = time.process_time()
    assert read_times("7" * 100_000, "en", AS_OF) == ()
    assert read_times("(" * 50_000 + "2015" + ")" * 50_000, "en", AS_OF)[0].value == "2015"
    assert time.process_time() - began < 6
