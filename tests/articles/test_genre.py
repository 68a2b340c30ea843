"""Pages that say that they are made up for fun."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from tests.articles.pages_of_our_own import page
from tidebook.articles.genre import MADE_UP, says_section, says_so
from tidebook.articles.write import write_articles
from tidebook.knowledge.load import ROOT, languages, of_language
from tidebook.runs.read import read_article

STORY = """The Daily Turnip
{label}

Greece declares war on Turkey over the last olive

By Nobody in Particular
3 May 2019

ATHENS - Greece declared war on Turkey on Thursday after a waiter ate the last olive in the Aegean.

Turkey recalled its ambassador from every restaurant in Athens and imposed sanctions on feta cheese.

The two countries agreed to a truce until pudding, officials said late on Thursday evening.
"""


@pytest.mark.parametrize("language", languages("genres.yaml"))
def test_words_for_what_is_made_up_fit_their_schema_and_their_examples_hold(language: str) -> None:
    schema = json.loads((ROOT / "schema" / "genres.schema.json").read_text(encoding="utf-8"))
    words = of_language(language, "genres.yaml")
    Draft202012Validator(schema).validate(words)
    assert says_section(words["example"])
    assert not says_section(words["counter"])


@pytest.mark.parametrize(
    "line", ["Kategori: Satire", "Home / Humour / World", "Beranda » Parodi", "Filed under: Satire"]
)
def test_a_label_or_a_trail_names_the_section(line: str) -> None:
    assert says_section(line)


@pytest.mark.parametrize("line", ["Berita | Humor | Komik", "Home / World / Asia", "Humor", "World > Asia > Politics"])
def test_a_menu_or_another_section_does_not(line: str) -> None:
    assert not says_section(line)


def test_a_notice_says_so_anywhere_in_a_line() -> None:
    assert says_so("Please note: this article is satire.")
    assert not says_so("The novelist is known for satire.")


def test_what_satire_tells_is_no_report_and_the_ledger_says_why() -> None:
    (article,), drops = write_articles([page(STORY.format(label="Section: Satire"), "turnip.txt")])
    assert article.section == MADE_UP
    assert read_article(article)[1] == ()
    assert any(drop.reason == MADE_UP and drop.span is not None for drop in drops)


def test_the_same_story_without_the_label_is_read() -> None:
    (article,), _ = write_articles([page(STORY.format(label="Section: World"), "turnip.txt")])
    assert article.section is None
    assert read_article(article)[1] != ()
