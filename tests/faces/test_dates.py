"""Dates are said in words, no more precisely than they are known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidebook.faces.dates import ends, say_when
from tidebook.faces.words import interfaces, words_of
from tidebook.records.edtf import parse
from tidebook.records.times import Grain, Interval


@pytest.mark.parametrize(
    ("edtf", "english", "indonesian"),
    [
        ("2024-06-20", "20 June 2024", "20 Juni 2024"),
        ("1950-06", "June 1950", "Juni 1950"),
        ("1961~", "about 1961", "sekitar 1961"),
        ("1961?", "perhaps 1961", "mungkin 1961"),
        ("1961%", "perhaps about 1961", "mungkin sekitar 1961"),
        ("197X", "1970s", "1970-an"),
        ("19XX", "20th century (1900–1999)", "abad ke-20 (1900–1999)"),
        ("1950/1953", "1950–1953", "1950–1953"),
        ("1990-04-12/1990-04-13", "12 – 13 April 1990", "12 – 13 April 1990"),
        ("2020-02/2020-06", "February – June 2020", "Februari – Juni 2020"),
        ("2020-02-27/2020-03-02", "27 February – 2 March 2020", "27 Februari – 2 Maret 2020"),
        ("2019/2020-06", "January 2019 – June 2020", "Januari 2019 – Juni 2020"),
        ("1945-01-01/1948-12-31", "1945–1948", "1945–1948"),
        ("1950-06-01/1950-08-31", "June – August 1950", "Juni – Agustus 1950"),
        ("2019/..", "since 2019", "sejak 2019"),
        ("../1994-07-08", "by 8 July 1994", "paling lambat 8 Juli 1994"),
    ],
)
def test_an_interval_is_said_as_a_newsroom_would(edtf: str, english: str, indonesian: str) -> None:
    assert say_when(words_of("en"), parse(edtf)) == english
    assert say_when(words_of("id"), parse(edtf)) == indonesian


def test_no_date_is_said_to_be_none() -> None:
    assert say_when(words_of("en"), None) == "undated"
    assert say_when(words_of("id"), None) == "tanpa tanggal"


def test_short_months_follow_the_language() -> None:
    assert say_when(words_of("id"), parse("2024-08-17"), short=True) == "17 Agu 2024"


_DAYS = st.dates(min_value=date(1001, 1, 1), max_value=date(2998, 1, 1))


@given(_DAYS, st.integers(1, 40000), st.sampled_from(list(Grain)), st.booleans(), st.booleans())
def test_every_interval_can_be_said(start: date, days: int, grain: Grain, approximate: bool, uncertain: bool) -> None:
    end = date.fromordinal(start.toordinal() + days)
    when = Interval(start=start, end=end, grain=grain, approximate=approximate, uncertain=uncertain)
    for code in interfaces():
        assert "{" not in say_when(words_of(code), when)


@given(_DAYS, _DAYS)
def test_an_open_end_is_drawn_to_the_edge_and_never_backwards(known: date, edge: date) -> None:
    for when in (
        Interval(start=known, end=None, grain=Grain.DAY),
        Interval(start=None, end=date.fromordinal(known.toordinal() + 1), grain=Grain.DAY),
    ):
        first, last = ends(when, edge, edge)
        assert first <= last
        assert known in (first, last)
