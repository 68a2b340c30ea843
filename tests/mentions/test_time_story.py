"""For every sentence the time that its undated clauses are told in."""

from __future__ import annotations

import re

from tidebook.mentions.anchors import tell_story
from tidebook.mentions.times import read_times
from tidebook.records.articles import BlockKind, Sentence
from tidebook.records.edtf import parse
from tidebook.records.spans import Span


def story(text: str, published: str | None = "2024-06-20", language: str = "id") -> list[tuple[str, str]]:
    """(by, EDTF) of every sentence; a line is a block, "# " makes it a heading, "! " a caption."""
    sentences: list[Sentence] = []
    plain, kinds = "", []
    for line in text.split("\n"):
        kind = {"# ": BlockKind.HEADING, "! ": BlockKind.CAPTION}.get(line[:2], BlockKind.PARAGRAPH)
        kinds.append(kind)
        plain += line[2:] + "\n" if kind is not BlockKind.PARAGRAPH else line + "\n"
    start = 0
    for block, line in enumerate(plain.rstrip("\n").split("\n")):
        for found in re.finditer(r"\S.*?[.?!](?=\s|$)|\S[^.?!]*$", line):
            span = Span(start=start + found.start(), end=start + found.end())
            sentences.append(Sentence(article="a", index=len(sentences), span=span, block=block, kind=kinds[block]))
        start += len(line) + 1
    day = None if published is None else parse(published)
    told = tell_story(sentences, read_times(plain, language, day), day)
    return [(one.by, "-" if one.interval is None else one.interval.edtf) for one in told]


def test_a_sentence_is_dated_by_its_own_date_first() -> None:
    assert story("Negara itu berdiri pada 1948.") == [("sentence", "1948")]


def test_the_head_of_an_entry_dates_its_sentences_and_the_next_head_takes_over() -> None:
    text = "12 September 2023 — Mereka bertemu. Tuduhan dibantah. 18 Oktober 2023 – Menteri datang. Ia disambut hangat."
    assert [edtf for _, edtf in story(text)] == ["2023-09-12", "2023-09-12", "2023-10-18", "2023-10-18"]


def test_a_range_at_the_head_dates_the_whole_paragraph() -> None:
    assert story("1950-1953 — Pasukan utara menyerang. Banyak yang tewas.") == [
        ("sentence", "1950/1953"),
        ("paragraph", "1950/1953"),
    ]


def test_a_month_told_within_an_entry_carries_to_the_next_sentence_and_then_only_to_the_end_of_the_entry() -> None:
    text = "1950-1953 — Serangan terjadi pada bulan Juni 1950. Bantuan datang. Kota itu direbut."
    assert [edtf for _, edtf in story(text)] == ["1950-06", "1950-06", "1950-06/1953-12"]


def test_a_year_told_within_a_decade_does_not_narrow_what_follows() -> None:
    text = "1990-an — Keruntuhan pada tahun 1991 memukul ekonomi. Pemerintah baru tidak membantu."
    assert story(text)[1] == ("paragraph", "199X")


def test_after_a_dated_sentence_the_next_paragraph_is_then_or_later_up_to_the_next_date() -> None:
    text = "Perang berhenti pada 1953.\nSetelah perang berakhir, bantuan terus mengalir.\nPada 1961 pakta diteken."
    assert [edtf for _, edtf in story(text)] == ["1953", "1953/1960", "1961"]


def test_a_section_that_begins_undated_lies_before_its_first_date() -> None:
    text = "# Sejarah\nUtara didukung Soviet.\nNegara itu berdiri pada 1948."
    assert story(text)[1] == ("story", "../1948")


def test_undated_news_is_of_the_week_before_publication() -> None:
    assert story("Menteri itu mengecam serangan.") == [("published", "2024-06-13~/2024-06-20~")]
    assert story("Menteri itu mengecam serangan.", None) == [("none", "-")]


def test_a_caption_neither_takes_nor_gives_the_time_of_the_story() -> None:
    text = "Perang berhenti pada 1953.\n! Keduanya berjabat tangan, 19 Juni 2024.\nBantuan mengalir."
    assert story(text)[2] == ("story", "1953/..")


def test_since_a_date_is_from_then_on_where_it_opens_the_sentence_and_no_date_where_it_closes_it() -> None:
    assert story("Sejak 2019, keduanya akrab.") == [("sentence", "2019/..")]
    assert story("12 September 2023 — Mereka bertemu, yang pertama sejak 2019.") == [("sentence", "2023-09-12")]


def test_a_named_period_dates_a_sentence_only_where_nothing_better_does() -> None:
    assert story("Selama Perang Dingin, bantuan mengalir.") == [("sentence", "1947/1991")]
    assert story("Setelah Perang Dunia II, negara itu berdiri pada 1948.") == [("sentence", "1948")]


def test_what_used_to_be_at_no_known_time_is_not_dated() -> None:
    assert story("Perang berhenti pada 1953. Ia dulunya prajurit.")[1] == ("none", "-")


def test_english_tells_its_story_alike() -> None:
    text = "In May 1968 students marched. The cabinet fell.\nTwo years later the general died."
    assert [edtf for _, edtf in story(text, "2009-12-19", "en")] == ["1968-05", "1968-05", "1970"]


def test_the_date_of_a_heading_dates_its_section_until_the_next_heading() -> None:
    text = "# 1970-an\nUtang menumpuk. Bantuan datang.\n# Uni Soviet bertindak\nPada 1991 negara itu bubar."
    assert [edtf for _, edtf in story(text)] == ["197X", "197X", "197X", "-", "1991"]


def test_a_day_some_time_to_come_dates_nothing() -> None:
    assert story("Pada 1961 pakta diteken. Isinya janji membela di kemudian hari.")[1] == ("story", "1961")
