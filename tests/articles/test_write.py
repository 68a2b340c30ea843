"""From pages to articles: what is kept, what is left out, and the facts."""

import random

import pytest

from tests.articles.pages_of_our_own import ENGLISH, FIRST, ONE_PAGE, SECOND, page
from tidebook.articles.write import write_articles
from tidebook.records.articles import Article, BlockKind


@pytest.fixture(scope="module")
def one() -> Article:
    articles, _ = write_articles([page(ONE_PAGE)])
    assert len(articles) == 1
    return articles[0]


def test_the_headline_is_the_line_that_the_text_is_about(one: Article) -> None:
    assert one.headline == "Peru dan Bolivia Sepakati Jalur Kereta Baru di Tepi Danau"


def test_the_text_is_the_article_and_nothing_around_it(one: Article) -> None:
    assert "Warga di kedua sisi perbatasan" in one.text
    assert "Menteri Perhubungan Peru" in one.text
    for around in ("Baca Juga", "Lupa Kata Sandi", "Panen Raya", "Pelabuhan Kecil", "Copyright", "WhatsApp", "Iklan"):
        assert around not in one.text


def test_every_block_is_verbatim_at_its_address(one: Article) -> None:
    text = page(ONE_PAGE).text
    for block in one.blocks:
        assert block.span.cut(one.text) == block.source.cut(text)
    assert one.text == "\n\n".join(block.span.cut(one.text) for block in one.blocks)


def test_the_date_is_the_page_s_own_and_never_a_related_item_s(one: Article) -> None:
    assert one.published is not None
    assert one.published.edtf == "2024-03-13"
    assert one.published_at == "2024-03-13T09:20+07:00"


def test_publisher_language_byline_and_dateline_are_found_with_their_evidence(one: Article) -> None:
    assert (one.publisher, one.language, one.byline, one.dateline) == ("SINDOnews", "id", "Sari Utami", "LIMA")
    text = page(ONE_PAGE).text
    for evidence in one.evidence:
        if evidence.fact == "headline" and evidence.span:
            assert evidence.span.cut(text) == evidence.value
    assert {"headline", "published", "publisher", "language"} <= {evidence.fact for evidence in one.evidence}


def test_a_caption_stands_apart_and_its_credit_is_the_picture_s(one: Article) -> None:
    captions = [block for block in one.blocks if block.kind is BlockKind.CAPTION]
    assert [block.span.cut(one.text)[:16] for block in captions] == ["Kereta uji coba "]
    assert {(credit.name, credit.scope) for credit in one.credits} == {("Reuters", "image"), ("Al Jazeera", "text")}
    for credit in one.credits:
        assert credit.span.cut(page(ONE_PAGE).text) in ("REUTERS", "Al Jazeera")


def test_whatever_is_left_out_is_in_the_ledger_with_its_reason() -> None:
    _, drops = write_articles([page(ONE_PAGE)])
    reasons = {drop.detail: drop.reason for drop in drops}
    assert reasons["Rabu, 13 Maret 2024 - 09:20 WIB"] == "date-line"
    assert reasons["Baca Juga: Ini Lima Danau Tertinggi di Dunia"] == "related-item"
    assert reasons["Lupa Kata Sandi? Klik di Sini"] == "login-form"
    text = page(ONE_PAGE).text
    kept = sum(len(block.source) for article in write_articles([page(ONE_PAGE)])[0] for block in article.blocks)
    left = sum(len(drop.span) for drop in drops if drop.span)
    assert kept + left == sum(len(line.strip()) for line in text.split("\n"))


def test_an_english_page_with_a_wire_dateline_credits_the_agency() -> None:
    articles, _ = write_articles([page(ENGLISH)])
    article = articles[0]
    assert article.headline == "Norway and Finland open joint rescue station on the northern border"
    assert (article.language, article.byline, article.dateline) == ("en", "Anna Lindqvist", "OSLO")
    assert article.publisher == "The Northern Gazette"
    assert article.published_at == "2024-03-14T16:15-05:00"
    assert [(credit.name, credit.scope) for credit in article.credits] == [("Reuters", "text")]
    assert "newsletter" not in article.text
    assert "Read more" not in article.text


def test_two_pages_of_one_article_become_one_in_reading_order() -> None:
    articles, drops = write_articles([page(SECOND, "a.txt"), page(FIRST, "b.txt")])
    assert [article.pages for article in articles] == [("b.txt", "a.txt")]
    article = articles[0]
    order = [article.text.index(word) for word in ("1. Persekutuan", "2. Sengketa", "3. Danau", "4. Kereta")]
    assert order == sorted(order)
    assert article.text.count("Lima Babak Hubungan") == 1
    assert article.missing == ()
    assert any(
        drop.reason == "duplicate-title" or drop.reason == "recap" or "Lima Babak" in drop.detail for drop in drops
    )


def test_a_page_whose_other_pages_are_not_in_the_pile_says_so() -> None:
    articles, _ = write_articles([page(FIRST)])
    assert articles[0].missing == (0,)


def test_a_page_that_is_missing_between_others_is_named() -> None:
    head = "Norway and Finland open joint rescue station on the northern border\n\nMarch 14, 2024 4:15 PM EST\n\n"
    foot = "Page {} of 3\n© 2024 The Northern Gazette. All rights reserved.\n"
    first = (
        "OSLO (Reuters) - Norway and Finland opened a joint rescue station on their northern border, officials said on Thursday.\n\n"
        "The station will keep two helicopters and a crew of thirty, the ministry said in a statement to reporters.\n\n"
    )
    third = (
        "The mayor said that the town had waited a long time for the station, and that her colleague had helped it along.\n\n"
        "Both governments have shared the cost since a storm left four skiers stranded for two days on the mountain.\n\n"
    )
    pile = [page(head + third + foot.format(3), "a.txt"), page(head + first + foot.format(1), "b.txt")]
    articles, _ = write_articles(pile)
    assert [(article.pages, article.missing) for article in articles] == [(("b.txt", "a.txt"), (2,))]
    assert {evidence.value for evidence in articles[0].evidence if evidence.fact == "part"} == {"1/3", "3/3"}


def test_two_articles_with_one_headline_are_not_stitched() -> None:
    other = ONE_PAGE.replace("LIMA - Pemerintah", "LA PAZ - Pemerintah").replace("SINDOnews.com", "KOMPAS.com")
    other = other.replace("13 Maret", "14 Maret").replace("(12/3)", "(13/3)")
    articles, _ = write_articles([page(ONE_PAGE, "a.txt"), page(other, "b.txt")])
    assert len(articles) == 2


def test_the_same_pile_in_any_order_gives_the_same_articles() -> None:
    pile = [page(ONE_PAGE, "1.txt"), page(FIRST, "2.txt"), page(SECOND, "3.txt"), page(ENGLISH, "4.txt")]
    first = write_articles(pile)
    for seed in range(3):
        random.Random(seed).shuffle(pile)
        assert write_articles(pile) == first


@pytest.mark.parametrize("text", ["Menu\nHome\nLogin\n", "x", "1\n2\n3\n", "=====\n" * 40])
def test_a_page_without_an_article_is_one_sentence(text: str) -> None:
    articles, drops = write_articles([page(text)])
    assert articles == ()
    assert any(drop.reason == "no-article" for drop in drops)


def test_an_empty_pile_gives_nothing() -> None:
    assert write_articles([]) == ((), ())
