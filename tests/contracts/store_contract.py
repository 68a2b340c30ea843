"""What every store must keep; inherited by the tests of each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.samples import sample_chronicle
from tidebook.errors import BookError
from tidebook.records.mentions import ActorMention, MentionedBy, TimeMention, TimexKind
from tidebook.records.pages import Element, Stated
from tidebook.records.readings import Reading, StoryTime
from tidebook.records.spans import Span
from tidebook.records.times import on
from tidebook.stores.base import Store


def sample_readings() -> tuple[Reading, ...]:
    """A reading for each article of the sample, with one mention of each kind in the first."""
    chronicle = sample_chronicle()
    readings = [
        Reading(article=article, sentences=tuple(s for s in chronicle.sentences if s.article == article.id))
        for article in chronicle.articles
    ]
    words = Span(start=0, end=4)
    time = TimeMention(span=words, kind=TimexKind.DATE, value="1961", interval=on(1961), rule="en.year")
    actor = ActorMention(span=words, actors=("IND",), by=MentionedBy.NAME, rule="name")
    story = StoryTime(sentence=0, interval=on(1961).hedged(approximate=True), by="sentence", mention=words)
    readings[0] = replace(readings[0], times=(time,), actors=(actor,), story=(story,))
    return tuple(readings)


class StoreContract:
    """Subclasses say how a store is opened."""

    def open(self, folder: Path) -> Store:
        raise AssertionError("a store's tests say how it is opened")

    def test_what_was_written_comes_back_equal(self, tmp_path: Path) -> None:
        store = self.open(tmp_path)
        store.write(sample_chronicle(), sample_readings(), {"root": "/pile"})
        book = store.read_book()
        assert book.chronicle == sample_chronicle()
        assert book.readings == sample_readings()
        assert book.colophon["root"] == "/pile"
        assert store.read() == sample_chronicle()

    def test_a_page_of_html_comes_back_with_its_elements_and_what_it_states(self, tmp_path: Path) -> None:
        chronicle = sample_chronicle()
        line = Element(
            span=Span(start=0, end=4), path="/html/body/p[1]", tag="p", names=("isi", "artikel"), linked=0.25
        )
        fact = Stated(key="og:title", value="“Damai”", path="/html/head/meta[1]")
        page = replace(
            chronicle.pages[0],
            elements=(line,),
            stated=(fact,),
            address="https://kabar.example/a",
            media_type="text/html",
        )
        chronicle = replace(chronicle, pages=(page, *chronicle.pages[1:]))
        store = self.open(tmp_path)
        store.write(chronicle, sample_readings(), {"root": "/pile"})
        assert store.read().pages == chronicle.pages

    def test_a_second_book_takes_the_place_of_the_first(self, tmp_path: Path) -> None:
        store = self.open(tmp_path)
        store.write(sample_chronicle(), sample_readings(), {"root": "/pile"})
        shorter = replace(sample_chronicle(), events=(), entries=())
        store.write(shorter, (), {"root": "/pile"})
        assert store.read() == shorter

    def test_a_missing_book_is_said_in_one_sentence(self, tmp_path: Path) -> None:
        with pytest.raises(BookError, match="no book here"):
            self.open(tmp_path / "nowhere").read()

    def test_a_write_that_fails_leaves_the_old_book(self, tmp_path: Path) -> None:
        store = self.open(tmp_path)
        store.write(sample_chronicle(), sample_readings(), {"root": "/pile"})
        broken = replace(sample_chronicle(), pages=(object(),))  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            store.write(broken, (), {"root": "/pile"})
        assert store.read() == sample_chronicle()
