"""Laws of reading times, whatever the text: addresses, values, ranges, offsets, anchors."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidebook.mentions.time_grammar import time_grammar
from tidebook.mentions.times import read_times
from tidebook.records.edtf import parse
from tidebook.records.times import Grain, Interval

PIECES = {
    "id": ["12 Mei 2020", "Senin", "kemarin", "dua tahun lalu", "1950-an", "awal", "sekitar", "tahun itu", "1950-1953", " — ", ". ", "\n", "(20/6)", "pukul 08.00 WIB",
           "orang", "antara 2000 dan 2005", "sejak", "29 Februari 2015", "x", "abad ke-19", "Mei Ling", "beberapa bulan kemudian", "Lebaran", "\u0130"],
    "en": ["May 12, 2020", "Monday", "yesterday", "two years ago", "the 1950s", "early", "around", "that year", "1950-1953", " — ", ". ", "\n", "6/20/2019", "8 p.m.",
           "people", "between 2000 and 2005", "since", "29 February 2015", "x", "the 19th century", "may", "several months later", "Christmas", "480 BC"],
    "de": ["12. Mai 2020", "Montag", "gestern", "vor zwei Jahren", "die 1950er Jahre", "Anfang", "etwa", "1950-1953", " — ", ". ", "\n", "20.6.2019", "20 Uhr",
           "10 bis 12 Uhr", "zwischen 2000 und 2005", "seit", "29. Februar 2015", "x", "19. Jahrhundert", "Mittwochabend", "einige Monate später", "Ostern"],
}  # fmt: skip
VALUE = re.compile(
    r"(BC)?[\dX]{2}|(BC)?[\dX]{3}|(BC)?[\dX]{4}(-(H[12]|Q[1-4]|SP|SU|FA|WI|W[\dX]{2}(-WE|-[1-7])?|WXX-[1-7]|[\dX]{2}(-[\dX]{2})?))?(T([A-Z]{2}|\d\d:\d\d(:\d\d)?))?"
    r"|PT?[\dX.]+(Y|M|W|D|H|S|Q|DE|CE|WE)|(PAST|PRESENT|FUTURE)_REF|\d{4}(-\d\d)?(-\d\d)?/\d{4}(-\d\d)?(-\d\d)?"
)
READ_ON = parse("2019-04-25")


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    language = draw(st.sampled_from(sorted(PIECES)))
    pieces = draw(st.lists(st.sampled_from(PIECES[language]), max_size=9))
    return language, draw(st.sampled_from([" ", "", ", "])).join(pieces)


@given(texts())
@settings(max_examples=300, deadline=None)
def test_spans_cut_their_words_in_order_and_values_parse(case: tuple[str, str]) -> None:
    language, text = case
    last = 0
    for mention in read_times(text, language, READ_ON):
        assert last <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.cut(text).strip() == mention.span.cut(text)
        assert VALUE.fullmatch(mention.value), mention.value
        assert mention.rule.startswith(f"{language}.")
        if mention.interval is not None:
            assert parse(mention.interval.edtf).start == mention.interval.start
        last = mention.span.end


@given(texts(), st.text(alphabet="äß zöxç—.", max_size=20))
@settings(max_examples=150, deadline=None)
def test_the_same_text_at_another_offset_reads_the_same(case: tuple[str, str], before: str) -> None:
    language, text = case
    lead = before + "\n\n"
    here = read_times(text, language, READ_ON)
    there = read_times(lead + text, language, READ_ON)
    assert [(m.span.shifted(len(lead)), m.value, m.interval, m.rule, m.flags) for m in here] == [
        (m.span, m.value, m.interval, m.rule, m.flags) for m in there
    ]


@given(texts())
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(case: tuple[str, str]) -> None:
    language, text = case
    assert read_times(text, language, READ_ON) == read_times(text, language, READ_ON)


RELATIVE = {
    "id": ["kemarin", "hari ini", "besok", "lusa", "tiga hari lalu", "Senin lalu", "Jumat", "lima hari lagi"],
    "en": ["yesterday", "today", "tomorrow", "three days ago", "last Monday", "Friday", "five days from now"],
    "de": ["gestern", "heute", "morgen", "vor drei Tagen", "vergangenen Montag", "übermorgen"],
}


@given(st.sampled_from(sorted(RELATIVE)), st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 60), st.data())
@settings(max_examples=200, deadline=None)
def test_moving_the_anchor_moves_each_relative_reading_as_far(
    language: str, day: date, weeks: int, data: st.DataObject
) -> None:
    words = data.draw(st.sampled_from(RELATIVE[language]))
    step = timedelta(days=7 * weeks)  # whole weeks, so that weekdays move as far as days do

    def read(on: date) -> Interval:
        published = Interval(start=on, end=on + timedelta(days=1), grain=Grain.DAY)
        (mention,) = read_times(words, language, published)
        assert mention.interval is not None
        return mention.interval

    first, then = read(day), read(day + step)
    assert first.start is not None
    assert then.start == first.start + step


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
@settings(max_examples=100, deadline=None)
def test_days_move_one_by_one(day: date, days: int) -> None:
    def read(on: date) -> Interval | None:
        return read_times("dua hari lalu", "id", Interval(start=on, end=on + timedelta(days=1), grain=Grain.DAY))[
            0
        ].interval

    first, then = read(day), read(day + timedelta(days=days))
    assert first is not None
    assert then is not None
    assert first.start is not None
    assert then.start == first.start + timedelta(days=days)


MONTHS_ID = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]


@given(st.dates(date(1500, 1, 1), date(2035, 1, 1)), st.dates(date(1500, 1, 1), date(2035, 1, 1)))
@settings(max_examples=150, deadline=None)
def test_the_ends_of_a_range_carry_the_whole_of_it(one: date, other: date) -> None:
    first, last = sorted((one, other))
    said = [f"{day.day} {MONTHS_ID[day.month - 1]} {day.year}" for day in (first, last)]
    left, right = read_times(f"Antara {said[0]} dan {said[1]}", "id")
    assert (left.value, right.value) == (first.isoformat(), last.isoformat())
    assert left.interval == right.interval
    assert left.interval is not None
    assert (left.interval.start, left.interval.last) == (first, last)


def test_no_language_without_a_folder() -> None:
    from tidebook.errors import KnowledgeError

    with pytest.raises(KnowledgeError, match="xx"):
        read_times("12 Mei", "xx")


WORDS = {code: sorted({spelling for _, spelling in time_grammar(code).grammar.lexicon.values}) for code in PIECES}


@given(st.sampled_from(sorted(WORDS)), st.data())
@settings(max_examples=200, deadline=None)
def test_no_heap_of_its_own_words_stops_the_reader(language: str, data: st.DataObject) -> None:
    token = st.one_of(
        st.sampled_from(WORDS[language]), st.integers(0, 10**9).map(str), st.sampled_from(list("-–—.,:/()'%$\n"))
    )
    text = data.draw(
        st.lists(token, max_size=15).map(lambda tokens: data.draw(st.sampled_from([" ", ""])).join(tokens))
    )
    published = data.draw(
        st.sampled_from([None, READ_ON, parse("0002-01-01"), parse("9990-12-31"), parse("2024-06-19/..")])
    )
    for mention in read_times(text, language, published):
        assert mention.span.cut(text)


@given(st.text(max_size=200), st.sampled_from(sorted(PIECES)))
@settings(max_examples=100, deadline=None)
def test_no_text_at_all_stops_the_reader(text: str, language: str) -> None:
    read_times(text, language, READ_ON)
