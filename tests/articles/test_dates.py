"""Date lines as newsrooms write them."""

import pytest

from tidebook.articles.dates import stamps_in


@pytest.mark.parametrize(
    ("line", "day", "at"),
    [
        ("Sabtu, 4 Mei 2019 - 07:05 WIB", "2019-05-04", "2019-05-04T07:05+07:00"),
        ("Selasa, 12 Maret 2024 | 18.30 WITA", "2024-03-12", "2024-03-12T18:30+08:00"),
        ("25/12/2021, 23:59 WIT", "2021-12-25", "2021-12-25T23:59+09:00"),
        ("March 12, 2024 9:05 PM EDT", "2024-03-12", "2024-03-12T21:05-04:00"),
        ("12:00 AM GMT, Tue 12 March 2024", "2024-03-12", "2024-03-12T00:00+00:00"),
        ("2024-03-12T06:15:00+07:00", "2024-03-12", "2024-03-12T06:15+07:00"),
        ("12 Mar 2024", "2024-03-12", None),
        ("3rd March 2024", "2024-03-03", None),
    ],
)
def test_a_date_line_gives_its_day_and_time_as_written(line: str, day: str, at: str | None) -> None:
    (stamp,) = stamps_in(line)
    assert (stamp.interval.edtf, stamp.at, stamp.bare) == (day, at, True)
    assert stamp.span.cut(line).strip(" ,") in line


def test_a_date_whose_day_and_month_cannot_be_told_apart_is_both() -> None:
    (stamp,) = stamps_in("03/04/2024")
    assert (stamp.interval.start.isoformat(), stamp.interval.last.isoformat()) == ("2024-03-04", "2024-04-03")  # type: ignore[union-attr]
    assert stamps_in("03/04/2024", "dmy")[0].interval.edtf == "2024-04-03"
    assert stamps_in("03/04/2024", "mdy")[0].interval.edtf == "2024-03-04"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Diperbarui 2 Juli 2023, 10.00 WIB", "modified"),
        ("Last updated on July 2, 2023", "modified"),
        ("Published: 2 July 2023 at 1:16pm", "published"),
        ("2 July 2023", ""),
    ],
)
def test_words_before_a_date_say_what_it_is_the_date_of(line: str, role: str) -> None:
    assert stamps_in(line)[0].role == role


@pytest.mark.parametrize(
    "line", ["Copyright © 2024", "31 Februari 2024", "Skor 2-1 pada 2024", "Pasal 12.3.99999", "1/2"]
)
def test_what_is_no_day_is_no_stamp(line: str) -> None:
    assert stamps_in(line) == ()


def test_a_sentence_that_tells_of_a_day_is_no_date_line() -> None:
    (stamp,) = stamps_in("Keduanya bertemu di Lima pada 12 Maret 2024 untuk membahas kereta.")
    assert not stamp.bare


def test_the_length_of_a_recording_is_no_time_of_day_and_its_date_is_not_the_page_s() -> None:
    assert stamps_in("26.10.2025 | 2:43 min") == ()
    assert stamps_in("26.10.2025 | 2:43") != ()
