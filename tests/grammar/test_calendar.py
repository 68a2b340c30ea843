"""Calendar places: their values, their days, their neighbours; feasts; parts of times; intervals in people's words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidebook.grammar.feasts import easter, feast, feast_year
from tidebook.grammar.points import Point
from tidebook.grammar.stretches import PARTS, stretch, stretch_of_days
from tidebook.grammar.telling import tell_people
from tidebook.knowledge.load import of_language
from tidebook.records.edtf import parse
from tidebook.records.times import on


@pytest.mark.parametrize(
    ("point", "value", "edtf"),
    [
        (Point(year=1950), "1950", "1950"),
        (Point(year=1950, month=6, day=25), "1950-06-25", "1950-06-25"),
        (Point(year=1950, quarter=2), "1950-Q2", "1950-34"),
        (Point(year=1950, half=1), "1950-H1", "1950-01/1950-06"),
        (Point(year=1950, season="WI"), "1950-WI", "1950-24"),
        (Point(year=2019, week=17), "2019-W17", "2019-04-22/2019-04-28"),
        (Point(year=2019, week=17, weekend=True), "2019-W17-WE", "2019-04-27/2019-04-28"),
        (Point(decade=195), "195", "195X"),
        (Point(century=18), "18", "18XX"),
        (Point(year=2019, month=4, day=25, clock="08:00"), "2019-04-25T08:00", "2019-04-25"),
        (Point(year=2015, month=2, day=29), "2015-02-29", "2015-02"),
        (Point(year=490, bc=True), "BC0490", None),
        (Point(month=6, day=12), "XXXX-06-12", None),
    ],
)
def test_a_point_has_its_value_and_its_days(point: Point, value: str, edtf: str | None) -> None:
    assert point.value == value
    assert (None if point.interval is None else point.interval.edtf) == edtf


def test_a_shift_is_as_coarse_as_its_unit() -> None:
    may = Point(year=1950, month=5, day=31)
    moved = [may.shifted(2, unit) for unit in ("day", "week", "month", "quarter", "year", "decade")]
    assert [None if point is None else point.value for point in moved] == [
        "1950-06-02",
        "1950-W24",
        "1950-07",
        "1950-Q4",
        "1952",
        "197",
    ]


def test_years_before_christ_run_backward_and_there_is_no_year_nought() -> None:
    year = Point(year=2, bc=True)
    assert [p.value for p in (year.shifted(1, "year"), year.shifted(2, "year"), year.shifted(-1, "year")) if p] == [
        "BC0001",
        "0001",
        "BC0003",
    ]


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2019, date(2019, 4, 21)), (2024, date(2024, 3, 31))],
)
def test_easter_is_where_the_almanacs_have_it(year: int, day: date) -> None:
    assert easter(year) == day


def test_feasts_fall_on_days_weekdays_and_by_tables() -> None:
    assert feast({"fixed": "11-4-4"}, 2012) == (date(2012, 11, 22), date(2012, 11, 22))
    assert feast({"fixed": "5-1-9"}, 2021) == (date(2021, 5, 31), date(2021, 5, 31))
    assert feast({"easter": -2}, 2013) == (date(2013, 3, 29), date(2013, 3, 29))
    assert feast({"years": {"2024": ["2024-03-12", "2024-04-09"]}}, 2024) == (date(2024, 3, 12), date(2024, 4, 9))
    assert feast({"years": {}}, 2024) is None


def test_a_feast_without_its_year_is_the_one_that_the_tense_means() -> None:
    christmas = {"fixed": "12-25"}
    assert feast_year(christmas, date(2013, 1, 3), 0) == 2012
    assert feast_year(christmas, date(2013, 11, 3), 0) == 2013
    assert feast_year(christmas, date(2013, 11, 3), -1) == 2012


@given(
    st.sampled_from(PARTS), st.integers(1000, 2090), st.sampled_from(["century", "decade", "year", "month", "season"])
)
def test_a_part_lies_within_its_whole(mod: str, year: int, grain: str) -> None:
    whole = {"century": Point(century=year // 100), "decade": Point(decade=year // 10), "year": Point(year=year), "month": Point(year=year, month=2),
             "season": Point(year=year, season="SU")}[grain]  # fmt: skip
    part = stretch(whole, mod)
    assert part is not None
    assert whole.interval is not None
    assert part.within(whole.interval)


def test_a_period_ends_with_its_last_year_and_an_era_begins_with_its_first_fifth() -> None:
    assert [stretch_of_days(parse("1947/1991"), mod).edtf for mod in ("START", "END")] == ["1947/1955", "1991"]
    assert stretch_of_days(parse("1950-06-25/1953-07-27"), "START").edtf == "1950-06-25/1950-12-31"


@pytest.mark.parametrize(
    ("edtf", "indonesian", "english"),
    [
        ("1961~", "sekitar 1961", "around 1961"),
        ("1950-06-25", "25 Juni 1950", "25 June 1950"),
        ("195X", "1950-an", "the 1950s"),
        ("19XX", "abad ke-20", "the 20th century"),
        ("1941-22", "musim panas 1941", "summer 1941"),
        ("2012-35", "triwulan ke-3 2012", "the third quarter of 2012"),
        ("1950/1953", "1950 hingga 1953", "1950 to 1953"),
        ("2019/..", "sejak 2019", "since 2019"),
        ("../1994?", "mungkin sampai 1994", "perhaps until 1994"),
        ("1990-05-03/1990-05-09", "3–9 Mei 1990", "3–9 May 1990"),
        ("1990-05/1990-07", "Mei 1990 hingga Juli 1990", "May 1990 to July 1990"),
    ],
)
def test_people_are_told_no_more_and_no_less(edtf: str, indonesian: str, english: str) -> None:
    assert tell_people(parse(edtf), of_language("id", "times.yaml")["people"]) == indonesian
    assert tell_people(parse(edtf), of_language("en", "times.yaml")["people"]) == english


def test_the_middle_of_a_decade_is_told_as_such() -> None:
    middle = stretch(Point(decade=195), "MID")
    assert middle is not None
    assert tell_people(middle, of_language("id", "times.yaml")["people"]) == "pertengahan 1950-an"
    assert tell_people(on(1950), of_language("de", "times.yaml")["people"]) == "1950"
