"""Dates that no line states."""

from datetime import date

from tests.articles.test_sentences import article
from tidebook.articles.dating import date_article
from tidebook.records.mentions import TimeMention, TimexKind
from tidebook.records.spans import Span
from tidebook.records.times import on


def mention(text: str, words: str, *when: int) -> TimeMention:
    start = text.index(words)
    return TimeMention(
        span=Span(start=start, end=start + len(words)),
        kind=TimexKind.DATE,
        value="-".join(f"{part:02}" for part in when),
        interval=on(*when),
        rule="test",
    )


def test_a_day_told_as_news_in_the_lead_is_about_the_day_of_writing() -> None:
    text = "Presiden tiba di Lima, Selasa 12 Maret 2024.\n\nIa pernah datang pada 4 Mei 2019.\n\nKota itu tua."
    dated = date_article(
        article(text), [mention(text, "12 Maret 2024", 2024, 3, 12), mention(text, "4 Mei 2019", 2019, 5, 4)]
    )
    assert dated.published is not None
    assert dated.published.edtf == "2024-03-12~"
    assert dated.evidence[-1].rule == "inferred-from-text"
    assert "12 Maret 2024" in dated.evidence[-1].why


def test_a_history_was_not_written_before_its_last_entry() -> None:
    text = "Ringkasan hubungan.\n\nBeberapa babak:\n\n4 Mei 2019 — Kereta dibuka.\n\n12 Maret 2024 — Jalur baru disepakati."
    dated = date_article(
        article(text), [mention(text, "12 Maret 2024", 2024, 3, 12), mention(text, "4 Mei 2019", 2019, 5, 4)]
    )
    assert dated.published is not None
    assert dated.published.edtf == "2024-03-12/.."


def test_a_day_that_is_still_to_come_proves_nothing() -> None:
    text = "Pertemuan akan digelar pada 12 Maret 2024.\n\nSebelumnya mereka bertemu pada 4 Mei 2019."
    dated = date_article(
        article(text), [mention(text, "12 Maret 2024", 2024, 3, 12), mention(text, "4 Mei 2019", 2019, 5, 4)]
    )
    assert dated.published is not None
    assert dated.published.start == date(2019, 5, 4)


def test_a_text_that_names_no_day_stays_undated() -> None:
    text = "Pada 1955 kedua negara sepakat."
    assert date_article(article(text), [mention(text, "1955", 1955)]).published is None


def test_a_stated_date_is_never_replaced() -> None:
    from dataclasses import replace

    text = "Presiden tiba, Selasa 12 Maret 2024."
    stated = replace(article(text), published=on(2024, 3, 14))
    assert date_article(stated, [mention(text, "12 Maret 2024", 2024, 3, 12)]) is stated
