"""No line, however made, is read in more than linear time."""

from __future__ import annotations

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


@pytest.mark.parametrize(("language", "piece"), [(code, piece) for code, pieces in HOSTILE.items() for piece in pieces])
def test_ten_times_the_text_takes_about_ten_times_as_long(language: str, piece: str) -> None:
    read_times(piece * 3, language, AS_OF)

    def spent(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        began = time.process_time()
        read_times(text, language, AS_OF)
        return time.process_time() - began

    short, long = spent(3_000), spent(30_000)
    assert long < 25 * max(short, 0.004), (short, long)


def test_a_hundred_thousand_digits_are_one_number_and_no_time() -> None:
    began = time.process_time()
    assert read_times("7" * 100_000, "en", AS_OF) == ()
    assert read_times("(" * 50_000 + "2015" + ")" * 50_000, "en", AS_OF)[0].value == "2015"
    assert time.process_time() - began < 2
