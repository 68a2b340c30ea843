"""One wire story in print, in four translations and two retellings, a satire on it, and a newsroom that was there itself."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from tidebook.articles.origin import find_origins
from tidebook.articles.write import write_articles
from tidebook.pages.pile import read_pile
from tidebook.records.articles import Article
from tidebook.records.pages import Page

PILE = Path(__file__).parents[1] / "corpora" / "wire"


def gold() -> dict[str, tuple[str, str]]:
    lines = [line for line in (PILE / "gold.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {row["page"]: (row["origin"], row["kind"]) for row in csv.DictReader(lines, delimiter="\t")}


def read() -> list[Page]:
    return [page for page in read_pile(sorted(PILE.glob("*.txt"))) if isinstance(page, Page)]


def witnesses(articles: tuple[Article, ...]) -> dict[str, tuple[str, str]]:
    found = {}
    for article in articles:
        assert article.origin is not None
        found[article.pages[0]] = (article.origin.name.title(), article.origin.kind.value)
    return found


@pytest.mark.parametrize("seed", range(5))
def test_seven_pages_are_one_witness_and_the_eighth_another_whatever_the_order_of_arrival(seed: int) -> None:
    pages = read()
    random.Random(seed).shuffle(pages)
    articles, _ = write_articles(pages)
    told = list(find_origins(articles))
    random.Random(seed).shuffle(told)
    found = witnesses(find_origins(told))
    expected = {page: (name.title(), kind) for page, (name, kind) in gold().items()}
    assert {page: found[page] for page in expected} == expected


def test_translations_that_name_nobody_say_why_they_are_held_to_be_the_agencys() -> None:
    told = find_origins(write_articles(read())[0])
    silent = [article for article in told if article.pages[0] in ("03-suara-pesisir.txt", "05-gerbang-timur.txt")]
    assert all(not article.credits for article in silent)
    assert all(article.origin is not None and "in the same order" in article.origin.reason for article in silent)


def test_the_satire_on_the_story_is_known_as_one_by_what_it_says_of_itself() -> None:
    articles, drops = write_articles(read())
    satire = next(article for article in articles if article.pages[0] == "08-lontar-satir.txt")
    assert satire.section == "satire"
    assert any(drop.page == "08-lontar-satir.txt" and drop.reason == "satire" for drop in drops)


def test_the_day_of_publication_is_read_from_every_manner_of_these_newsrooms() -> None:
    days = {a.pages[0][:2]: a.published.edtf if a.published else None for a in write_articles(read())[0]}
    assert days == {f"{n:02}": f"2018-03-{d:02}" for n, d in enumerate((7, 7, 7, 8, 8, 8, 8, 9, 7), 1)}
