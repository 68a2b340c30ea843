"""Where other readers of times fall: names, numbers, invented precision, impossible days, weeks that are Sundays."""

from __future__ import annotations

import pytest

from tidebook.mentions.times import read_times
from tidebook.records.edtf import parse
from tidebook.records.mentions import TimeMention

AS_OF = "2019-04-25"  # a Thursday


def read(text: str, language: str = "id", as_of: str | None = AS_OF) -> tuple[TimeMention, ...]:
    return read_times(text, language, None if as_of is None else parse(as_of))


def values(text: str, language: str = "id", as_of: str | None = AS_OF) -> list[str]:
    return [m.value for m in read(text, language, as_of)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They may march on, and a second may follow."),
        ("en", "May Ling and June Carter's house at 1600 Elm Street? No: room 2012."),
        ("en", "Flight 8501 carried 2904 people over 1998 miles."),
        ("en", "It cost $2000, or €1999, and won 21-14, 3:2."),
        ("en", "Version 2.0.14 of RFC 2012.5; call 555-1234 or +62 21 1998 2000 1."),
        ("id", "Mei Ling membeli 2904 ekor ayam, nomor 1998, seharga Rp2000."),
        ("id", "Penerbangan QZ8501, F-16 dan MH-17 serta 737-800."),
        ("id", "Skor 21-14; versi 3.11.7; 021-555-1234; harga 19.500; suhu 20,5."),
        ("id", "Salat Jumat dan Jumatan; terlebih dahulu."),
    ],
)
def test_what_is_no_time_is_left_alone(language: str, text: str) -> None:
    found = [m for m in read(text, language) if m.span.cut(text) not in ("June",)]
    assert found == []


def test_a_year_never_becomes_a_day() -> None:
    (mention,) = read("Pada 2017, ia pergi.")
    assert (mention.value, mention.interval and mention.interval.edtf) == ("2017", "2017")


@pytest.mark.parametrize(
    ("language", "text"), [("id", "29 Februari 2015"), ("en", "29 February 2015"), ("de", "29. Februar 2015")]
)
def test_an_impossible_day_keeps_its_numbers_and_is_flagged(language: str, text: str) -> None:
    (mention,) = read(text, language)
    assert mention.value == "2015-02-29"
    assert "impossible-date" in mention.flags
    assert mention.interval is not None
    assert mention.interval.edtf == "2015-02"


def test_a_weekday_that_contradicts_its_date_is_flagged_and_the_date_kept() -> None:
    (mention,) = read("Selasa, 25 April 2019")
    assert (mention.value, mention.flags) == ("2019-04-25", ("weekday-contradicts",))
    (right,) = read("Kamis, 25 April 2019")
    assert right.flags == ()


def test_minggu_is_a_week_after_a_number_and_a_sunday_by_itself() -> None:
    assert values("dua minggu") == ["P2W"]
    assert values("minggu lalu") == ["2019-W16"]
    assert values("Minggu (21/4)") == ["2019-04-21"]
    assert values("hari Minggu") == ["2019-04-21"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Pemilu akan digelar pada Februari.", "2020-02"),
        ("Pemilu telah digelar pada Februari.", "2019-02"),
        ("Ia telah wafat pada November.", "2018-11"),
        ("Sidang akan digelar pada November.", "2019-11"),
    ],
)
def test_a_bare_month_follows_the_tense_and_not_the_nearest(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_bare_month_follows_the_story_where_there_is_one() -> None:
    assert values("Perang pecah pada Mei 1940. Pada September ia selesai.") == ["1940-05", "1940-09"]
    assert values("In November 1940 the front broke. In January it moved.", "en") == ["1940-11", "1941-01"]


def test_a_year_named_in_passing_does_not_carry_the_story_away() -> None:
    text = "In May 1793 the club met. Under the constitution of 1790 this was legal. On 17 August it was closed."
    assert values(text, "en")[-1] == "1793-08-17"


def test_without_a_date_of_publication_relative_words_stay_open() -> None:
    assert values("kemarin", as_of=None) == []
    (mention,) = read("pada 12 Juni", as_of=None)
    assert (mention.value, mention.interval) == ("XXXX-06-12", None)


def test_related_items_do_not_date_the_article_around_them() -> None:
    text = "Ia datang [Rabu, 19 Juni 2024].\n18 jam lalu\nBerita lain\nPada Maret, panel itu bubar."
    found = {m.span.cut(text): m.value for m in read(text, as_of="2024-06-19")}
    assert found["Maret"] == "2024-03"


def test_hedges_make_the_days_approximate_and_doubt_makes_them_uncertain() -> None:
    assert [m.interval.edtf for m in read("sekitar 1961") if m.interval] == ["1961~"]
    assert [m.interval.edtf for m in read("mungkin pada 1961") if m.interval] == ["1961?"]
    assert [m.interval.edtf for m in read("perhaps in 1961", "en") if m.interval] == ["1961?"]


def test_the_head_of_an_entry_is_flagged_wherever_it_stands() -> None:
    text = "12 September 2023 — Mereka bertemu. Tuduhan dibantah. 18 Oktober 2023 – Menteri datang pada malam hari."
    heads = [m.value for m in read(text) if "leads-paragraph" in m.flags]
    assert heads == ["2023-09-12", "2023-10-18"]


def test_words_with_letters_that_grow_when_folded_keep_their_places() -> None:
    text = "İİİ pada 12 Mei 2018"
    (mention,) = read(text)
    assert mention.span.cut(text) == "12 Mei 2018"


def test_an_uncertain_day_of_publication_widens_what_is_counted_from_it_and_nothing_else() -> None:
    found = {
        m.value: m
        for m in read("Kemarin ia datang; tahun lalu ia pergi. Pada 1961 ia lahir.", as_of="2019-04-20/2019-04-25")
    }
    edtf = {value: m.interval.edtf for value, m in found.items() if m.interval is not None}
    assert edtf == {"2019-04-24": "2019-04-19/2019-04-24", "2018": "2018", "1961": "1961"}
    assert "publication-uncertain" in found["2019-04-24"].flags


def test_a_clock_before_the_only_day_of_its_sentence_is_on_that_day() -> None:
    text = "Kapal itu berangkat pukul 05.35 dan hilang kontak pukul 06.17 WIB pada Minggu (4/3/2018)."
    assert [m.value for m in read_times(text, "id", parse("2018-03-07"))] == [
        "2018-03-04T05:35",
        "2018-03-04T06:17",
        "2018-03-04",
    ]


def test_a_clock_of_a_sentence_that_names_two_days_stays_with_the_story() -> None:
    text = "The ferry left at 5:35 a.m. after storms on March 2, 2018 and March 3, 2018."
    assert next(m.value for m in read_times(text, "en", parse("2018-03-07"))) == "2018-03-07T05:35"


def test_what_is_set_or_to_be_lies_ahead() -> None:
    for text in ("The talks are set for Nov. 3.", "The envoys are to meet on Nov. 3.", "The deadline is Nov. 3."):
        assert [m.value for m in read_times(text, "en", parse("2013-03-22"))] == ["2013-11-03"]
