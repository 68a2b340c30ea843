"""HTML pages become articles: blocks by what the markup says, the rest in the ledger with a reason."""

import pytest

from tests.articles.html_pages_of_our_own import ENGLISH, STORY, article_of, page_of, paragraphs
from tidebook.articles.write import write_articles
from tidebook.records.articles import Article, BlockKind

MALAY = (
    "Kerajaan kedua-dua negara membuka semula jalan di tepi tasik pada hari Isnin, kata pegawai kepada pemberita di sana.",
    "Jalan itu ditutup selama sembilan tahun kerana pertikaian sempadan yang tidak pernah diselesaikan oleh mana-mana pihak.",
    "Petani berkata mereka akan menggunakan jalan tersebut untuk membawa susu ke pasar di bandar yang terdekat setiap pagi.",
)
MENU = (
    "<nav class=menu><ul>"
    + "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("Home", "World", "Sport", "Health"))
    + "</ul></nav>"
)
FOOTER = "<footer class=site-footer><p>Copyright 2024 Lake Courier. All rights reserved.</p><a href=/about>About us</a></footer>"
RELATED = (
    '<aside class="related-posts"><h3>Read also</h3><ul>'
    + "".join(
        f"<li><a href=/{n}>{title}</a></li>"
        for n, title in enumerate(("Lake rises again", "Milk prices fall", "Border post painted"))
    )
    + "</ul></aside>"
)


def courier(story: str, title: str = "Two Governments Reopen the Road Along the Lake", before: str = "") -> str:
    """A page in the manner of a small English paper."""
    return (
        f"<html lang=en><head><title>{title} | Lake Courier</title><meta property=og:title content='{title}'></head><body>{MENU}"
        f"<main><article class=post><header><h1 class=entry-title>{title}</h1><div class=byline>By Jane Shore</div></header>{before}"
        f"<div class=entry-content>{story}</div></article>{RELATED}</main>{FOOTER}</body></html>"
    )


def kinds(article: Article) -> dict[str, list[str]]:
    """The words of each kind of block."""
    found: dict[str, list[str]] = {}
    for block in article.blocks:
        found.setdefault(block.kind, []).append(block.span.cut(article.text))
    return found


def test_the_article_is_its_headline_and_paragraphs_and_nothing_around_them() -> None:
    article = article_of(courier(paragraphs(ENGLISH)))
    assert article.headline == "Two Governments Reopen the Road Along the Lake"
    assert kinds(article) == {"headline": [article.headline], "paragraph": list(ENGLISH)}


@pytest.mark.parametrize(
    ("story", "wrapper", "language"),
    [
        (STORY, '<div class="detail__body-text itp_bodycontent">{}</div>', "id"),
        (STORY, '<div class="read__content"><div class="clearfix">{}</div></div>', "id"),
        (MALAY, '<div class="story-content" itemprop="articleBody">{}</div>', "ms"),
        (ENGLISH, '<section class="article__body"><div>{}</div></section>', "en"),
    ],
)
def test_the_text_is_found_in_the_markup_of_several_newsrooms(
    story: tuple[str, ...], wrapper: str, language: str
) -> None:
    body = wrapper.format(paragraphs(story))
    html = f"<html><head><title>Jalan Tepi Danau</title></head><body>{MENU}<h1>Jalan Tepi Danau</h1>{body}{RELATED}{FOOTER}</body></html>"
    article = article_of(html)
    assert kinds(article)["paragraph"] == list(story)
    assert article.language == language


def test_paragraphs_parted_by_line_breaks_alone_are_paragraphs() -> None:
    html = courier("<br><br>".join(ENGLISH))
    assert kinds(article_of(html))["paragraph"] == list(ENGLISH)


def test_captions_stand_apart_from_the_text() -> None:
    figure = (
        "<figure><img src=a.jpg><figcaption>The road along the lake on Monday. Photo: Jane Shore</figcaption></figure>"
    )
    article = article_of(courier(paragraphs(ENGLISH[:1]) + figure + paragraphs(ENGLISH[1:])))
    assert kinds(article)["caption"] == ["The road along the lake on Monday. Photo: Jane Shore"]
    assert kinds(article)["paragraph"] == list(ENGLISH)


def test_headings_lists_and_quotes_keep_what_they_are() -> None:
    quote = (
        "We have waited nine years for this road and we will not see it closed again, said a farmer at the border post."
    )
    points = (
        "The road is open from six in the morning until ten at night.",
        "Lorries pay a toll of two crowns at the border post.",
    )
    body = (
        paragraphs(ENGLISH[:2])
        + "<h2>What changes on the road</h2><ul>"
        + "".join(f"<li>{point}</li>" for point in points)
        + f"</ul><blockquote><p>{quote}</p></blockquote>"
        + paragraphs(ENGLISH[2:])
    )
    found = kinds(article_of(courier(body)))
    assert found["heading"] == ["What changes on the road"]
    assert found["list_item"] == list(points)
    assert found["quote"] == [quote]
    assert found["paragraph"] == list(ENGLISH)


def test_a_row_of_a_table_with_a_date_is_one_entry() -> None:
    rows = (
        (
            "12 March 1998",
            "The two governments signed a treaty on the use of the lake in the town hall of the border town.",
        ),
        (
            "3 June 2009",
            "The road along the lake was closed after a dispute over the border between the two countries.",
        ),
    )
    table = "<table>" + "".join(f"<tr><td>{day}</td><td>{told}</td></tr>" for day, told in rows) + "</table>"
    entries = kinds(article_of(courier(paragraphs(ENGLISH) + table))).get("entry", [])
    assert entries == [f"{day}\n{told}" for day, told in rows]


def test_a_live_blog_keeps_its_times_as_headings_and_its_texts_as_entries() -> None:
    told = [
        (
            "20 June 2024 14:05",
            "The first lorries have crossed the border post, a reporter of this newspaper at the lake says.",
        ),
        (
            "20 June 2024 13:20",
            "The ministers have cut the ribbon and are now walking along the road to the other side together.",
        ),
        (
            "20 June 2024 12:40",
            "Hundreds of farmers are waiting at the barrier with their milk, many of them since early morning.",
        ),
    ]
    live = "".join(f"<div class=live-entry><time>{at}</time><p>{text}</p></div>" for at, text in told)
    found = kinds(article_of(courier(paragraphs(ENGLISH[:1]) + live)))
    assert found["heading"] == [at for at, _ in told]
    assert found["entry"] == [text for _, text in told]


def test_every_line_is_a_block_or_stands_in_the_ledger_with_a_reason() -> None:
    page = page_of(courier(paragraphs(ENGLISH)))
    (article,), drops = write_articles([page])
    told = [block.source for block in article.blocks] + [drop.span for drop in drops if drop.span is not None]
    assert sorted(told) == sorted(page.lines())
    assert all(drop.reason for drop in drops)
    reasons = {drop.detail: drop.reason for drop in drops}
    assert reasons["Milk prices fall"] == "related-item"
    assert reasons["Sport"] == "navigation"


def test_every_character_of_the_article_leads_back_to_its_page() -> None:
    page = page_of(courier(paragraphs(ENGLISH)))
    (article,), _ = write_articles([page])
    for block in article.blocks:
        assert block.source.cut(page.text) == block.span.cut(article.text)


def test_a_line_that_leads_to_another_article_in_the_text_is_left_out() -> None:
    also = "<p><strong>Baca juga: <a href=/x>Danau Surut Lagi, Nelayan Mengeluh</a></strong></p>"
    body = paragraphs(STORY[:1]) + also + paragraphs(STORY[1:])
    article = article_of(courier(body, title="Jalan di Tepi Danau Dibuka Kembali"))
    assert "Danau Surut" not in article.text
    assert kinds(article)["paragraph"] == list(STORY)


def test_a_text_that_a_page_shows_twice_is_told_once() -> None:
    article = article_of(courier(paragraphs(ENGLISH) + f"<div class=print-only>{paragraphs(ENGLISH[:1])}</div>"))
    assert article.text.count(ENGLISH[0]) == 1


def test_the_headline_is_the_heading_that_the_head_states_and_not_the_name_of_the_site() -> None:
    html = courier(paragraphs(ENGLISH)).replace("<body>", "<body><h1 class=logo>Lake Courier</h1>")
    assert article_of(html).headline == "Two Governments Reopen the Road Along the Lake"


def test_a_headline_that_no_line_shows_is_taken_from_the_head() -> None:
    html = (
        "<html><head><title>Road Reopened | Lake Courier</title><meta property=og:title content='Road Along the Lake Reopened'>"
        f"<meta property=og:site_name content='Lake Courier'></head><body><div class=entry-content>{paragraphs(ENGLISH)}</div></body></html>"
    )
    article = article_of(html)
    assert article.headline == "Road Along the Lake Reopened"
    assert "headline" not in kinds(article)


def test_a_stub_before_a_paid_wall_is_read_as_far_as_it_goes() -> None:
    wall = '<div class="paywall"><p>Subscribe to read the full story.</p><a class=button href=/subscribe>Subscribe now</a></div>'
    article = article_of(courier(paragraphs(ENGLISH[:1]) + wall))
    assert ENGLISH[0] in article.text
    assert "Subscribe now" not in article.text


def test_the_page_of_a_video_keeps_what_is_said_about_it() -> None:
    player = '<div class="video-player"><button>Play</button><span>02:13</span></div>'
    article = article_of(courier(player + paragraphs(ENGLISH)))
    assert kinds(article)["paragraph"] == list(ENGLISH)


def test_the_captions_of_a_gallery_are_captions_and_not_its_text() -> None:
    pictures = "".join(
        f"<figure><img src={n}.jpg><figcaption>Farmers wait at the border post with milk, picture {n}. Photo: Jane Shore</figcaption></figure>"
        for n in range(1, 5)
    )
    found = kinds(article_of(courier(paragraphs(ENGLISH) + pictures)))
    assert len(found["caption"]) == 4
    assert found["paragraph"] == list(ENGLISH)


def test_an_article_that_is_a_list_keeps_its_numbered_headings_in_order() -> None:
    heads = ("1. The northern shore", "2. The old mill", "3. The border post")
    body = "".join(f"<h3>{head}</h3><p>{text}</p>" for head, text in zip(heads, ENGLISH, strict=True))
    found = kinds(article_of(courier(paragraphs((ENGLISH[0].replace("Monday", "Sunday"),)) + body)))
    assert found["heading"] == list(heads)


def test_a_page_of_nothing_but_menus_holds_no_article() -> None:
    articles, drops = write_articles([page_of(f"<html><body>{MENU}{FOOTER}</body></html>")])
    assert not articles or not any(block.kind is BlockKind.PARAGRAPH for block in articles[0].blocks)
    assert drops


def test_the_order_of_the_pile_changes_nothing() -> None:
    from dataclasses import replace

    pages = [
        replace(page_of(courier(paragraphs(story))), uri=f"{n}.html") for n, story in enumerate((ENGLISH, STORY, MALAY))
    ]
    assert write_articles(pages) == write_articles(pages[::-1])


def test_a_page_of_tens_of_thousands_of_lines_is_read_by_its_words_alone() -> None:
    from tidebook.articles.apart import MOST_MARKED

    items = "<li><a href=/x>Lake</a>" * (MOST_MARKED + 1)
    articles, drops = write_articles([page_of(courier(paragraphs(ENGLISH)) + f"<ul>{items}</ul>")])
    assert len(drops) > MOST_MARKED if articles else [drop.reason for drop in drops] == ["no-article"]


def test_a_long_page_is_judged_in_stretches() -> None:
    items = "<li><a href=/x>Lake</a>" * 13_000
    article = article_of(courier(paragraphs(ENGLISH)) + f"<ul>{items}</ul>")
    assert kinds(article)["paragraph"] == list(ENGLISH)
