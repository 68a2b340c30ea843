"""EDTF: what is written can be read back, days stay days, and another reader of EDTF agrees."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from tidebook.errors import EdtfError
from tidebook.records.edtf import parse, write
from tidebook.records.edtf_model import EdtfDate, EdtfSet, EdtfSpan, read
from tidebook.records.times import Grain, Interval, decade, join, on, years

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    grain = draw(st.sampled_from([Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.DECADE]))
    start = draw(DAYS)
    if grain is Grain.MONTH:
        whole = on(start.year, start.month)
    elif grain is Grain.YEAR:
        whole = years(start.year, start.year + draw(st.integers(0, 40)))
    elif grain is Grain.DECADE:
        whole = decade(start.year // 10 * 10)
    else:
        whole = Interval(start=start, end=start + timedelta(days=draw(st.integers(1, 900))), grain=grain)
    if draw(st.booleans()):
        ends = draw(st.sampled_from([(None, whole.end), (whole.start, None), (whole.start, whole.end)]))
        whole = Interval(start=ends[0], end=ends[1], grain=whole.grain)
    return whole.hedged(approximate=draw(st.booleans()), uncertain=draw(st.booleans()))


@given(intervals())
def test_what_is_written_is_read_back_as_the_same_days_and_doubts(interval: Interval) -> None:
    again = parse(write(interval))
    assert (again.start, again.end) == (interval.start, interval.end)
    assert (again.approximate, again.uncertain) == (interval.approximate, interval.uncertain)
    assert write(again) == write(interval)


@given(intervals(), intervals())
def test_the_days_two_intervals_share_lie_in_both(one: Interval, other: Interval) -> None:
    shared = one.meet(other)
    assert (shared is not None) == one.meets(other)
    if shared is not None:
        assert shared.within(one)
        assert shared.within(other)
    assert not (one.precedes(other) and one.meets(other))


@given(DAYS, DAYS)
def test_the_ends_of_a_range_join_to_the_whole(one: date, other: date) -> None:
    first, last = sorted((one, other))
    whole = join(on(first.year, first.month, first.day), on(last.year, last.month, last.day))
    assert whole.days == (last - first).days + 1
    assert whole.edtf == (first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}")


@pytest.mark.parametrize(
    ("text", "first", "last", "level"),
    [
        ("1985-04-12", (1985, 4, 12), (1985, 4, 12), 0),
        ("1985-04", (1985, 4, 1), (1985, 4, 30), 0),
        ("1985-04-12T23:20:30Z", (1985, 4, 12), (1985, 4, 12), 0),
        ("1985-04-12T23:20:30+04:30", (1985, 4, 12), (1985, 4, 12), 0),
        ("Y170000002", (170000002, 1, 1), (170000002, 12, 31), 1),
        ("Y-170000002", (-170000002, 1, 1), (-170000002, 12, 31), 1),
        ("2001-21", (2001, 3, 1), (2001, 5, 31), 1),
        ("2001-24", (2001, 12, 1), (2002, 2, 28), 1),
        ("1984?", (1984, 1, 1), (1984, 12, 31), 1),
        ("2004-06~", (2004, 6, 1), (2004, 6, 30), 1),
        ("2004-06-11%", (2004, 6, 11), (2004, 6, 11), 1),
        ("201X", (2010, 1, 1), (2019, 12, 31), 1),
        ("20XX", (2000, 1, 1), (2099, 12, 31), 1),
        ("2004-XX", (2004, 1, 1), (2004, 12, 31), 1),
        ("1985-04-XX", (1985, 4, 1), (1985, 4, 30), 1),
        ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31), 1),
        ("-1985", (-1985, 1, 1), (-1985, 12, 31), 1),
        ("2001-34", (2001, 4, 1), (2001, 6, 30), 2),
        ("156X-12-25", (1560, 12, 25), (1569, 12, 25), 2),
        ("15XX-12-25", (1500, 12, 25), (1599, 12, 25), 2),
        ("1984-1X", (1984, 10, 1), (1984, 12, 31), 2),
        ("2004-06~-11", (2004, 6, 11), (2004, 6, 11), 2),
        ("?2004-06-~11", (2004, 6, 11), (2004, 6, 11), 2),
    ],
)
def test_every_form_of_the_standard_means_its_days(
    text: str, first: tuple[int, ...], last: tuple[int, ...], level: int
) -> None:
    found = read(text)
    assert isinstance(found, EdtfDate)
    assert (tuple(found.first), tuple(found.last), found.level) == (first, last, level)


@pytest.mark.parametrize(
    "text", ["1964/2008", "2004-06/2006-08", "1985-04-12/..", "1985-04/", "../1985-04-12", "/1985", "1984~/2004-06"]
)
def test_intervals_keep_open_and_unknown_ends_apart(text: str) -> None:
    found = read(text)
    assert isinstance(found, EdtfSpan)
    assert str(found) == text


def test_sets_say_whether_one_or_all_are_meant() -> None:
    one, every = read("[1667,1668,1670..1672]"), read("{..1984}")
    assert isinstance(one, EdtfSet)
    assert one.one_of
    assert isinstance(every, EdtfSet)
    assert not every.one_of
    assert parse("[1667,1670..1672]").edtf == "1667/1672"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1950-13",
        "2015-02-29",
        "1953/1950",
        "../..",
        "195",
        "1950-6",
        "Juni 1950",
        "[1950",
        "2001-21-05",
        "1950S2",
        "Y-17E7",
        "1950T10:00",
    ],
)
def test_what_is_not_edtf_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert "\n" not in str(caught.value)


def test_years_that_no_calendar_holds_are_read_but_are_no_interval() -> None:
    assert str(read("-0044-03-15")) == "-0044-03-15"
    with pytest.raises(EdtfError, match="no calendar"):
        parse("-0044-03-15")


@pytest.mark.parametrize(
    "text",
    [
        "1950",
        "1950-06",
        "1950-06-25",
        "195X",
        "19XX",
        "2004-XX",
        "1961~",
        "1984?",
        "1950/1953",
        "2004-06/2006-08",
        "1985-XX-XX",
    ],
)
def test_another_reader_of_edtf_agrees_on_the_days(text: str) -> None:
    theirs, ours = parse_edtf(text), parse(text)
    assert theirs.lower_strict()[:3] == tuple(ours.start.timetuple()[:3] if ours.start else ())
    assert theirs.upper_strict()[:3] == tuple(ours.last.timetuple()[:3] if ours.last else ())


def test_seasons_and_quarters_keep_their_names() -> None:
    assert parse("1941-22").edtf == "1941-22"
    assert parse("2012-35").edtf == "2012-35"
    assert on(1941, 6).hull(on(1941, 8)).edtf == "1941-06/1941-08"
