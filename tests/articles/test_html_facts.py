"""Facts that the markup of a page states, weighed against what its lines show."""

import json
from datetime import date

import pytest

from tests.articles.html_pages_of_our_own import ENGLISH, STORY, article_of, paragraphs
from tidebook.records.articles import MADE_UP

LD = '<script type="application/ld+json">{}</script>'


def whole(
    head: str = "", body: str = "", story: tuple[str, ...] = STORY, title: str = "Jalan di Tepi Danau Dibuka Lagi"
) -> str:
    """A page with a head, lines around its headline, and a story."""
    return (
        f"<html lang=id><head><title>{title} - Kabar Danau</title>{head}</head><body><nav><a href=/>Beranda</a></nav>"
        f"<article><h1>{title}</h1>{body}{paragraphs(story)}</article></body></html>"
    )


def ld(**facts: object) -> str:
    """JSON-LD of a news article."""
    return LD.format(json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **facts}))


def test_the_markup_says_when_by_whom_and_where_an_article_appeared() -> None:
    head = (
        ld(
            datePublished="2024-06-20T16:15:00+07:00",
            dateModified="2024-06-21T08:00:00+07:00",
            author={"@type": "Person", "name": "Wulan Danu"},
            publisher={"@type": "Organization", "name": "Kabar Danau"},
            articleSection="Daerah",
        )
        + '<link rel=canonical href="https://kabardanau.example/daerah/jalan">'
    )
    article = article_of(whole(head))
    assert article.published is not None
    assert article.published.start == date(2024, 6, 20)
    assert article.published_at == "2024-06-20T16:15:00+07:00"
    assert article.modified == "2024-06-21T08:00:00+07:00"
    assert article.byline == "Wulan Danu"
    assert article.publisher == "Kabar Danau"
    assert article.section == "Daerah"
    assert article.canonical == "https://kabardanau.example/daerah/jalan"
    assert article.headline == "Jalan di Tepi Danau Dibuka Lagi"
    assert article.language == "id"


def test_every_stated_fact_says_where_in_the_markup_it_stands() -> None:
    article = article_of(whole(ld(datePublished="2024-06-20T16:15:00+07:00")))
    proof = next(proof for proof in article.evidence if proof.fact == "published")
    assert proof.rule == "json-ld"
    assert proof.why.startswith("ld:datePublished at /html/head/script")
    assert proof.page == "page.html"


def test_a_lying_head_is_outvoted_by_the_address_and_the_line_below_the_headline() -> None:
    article = article_of(
        whole(ld(datePublished="2025-03-01T00:00:00+07:00"), "<div>Kamis, 20 Juni 2024 | 16:15 WIB</div>"),
        address="https://kabardanau.example/2024/06/20/jalan",
    )
    assert article.published is not None
    assert article.published.edtf == "2024-06-20"
    lost = [proof for proof in article.evidence if proof.fact == "published" and not proof.chosen]
    assert [proof.rule for proof in lost] == ["json-ld"]


def test_of_two_dates_the_earlier_is_the_publication_and_the_later_the_change() -> None:
    article = article_of(
        whole(body="<p>Diterbitkan: 20 Juni 2024 16:15 WIB</p><p>Diperbarui: 22 Juni 2024 10:00 WIB</p>")
    )
    assert article.published is not None
    assert article.published.edtf == "2024-06-20"
    assert article.modified == "2024-06-22T10:00+07:00"


def test_no_article_is_dated_after_its_crawl() -> None:
    article = article_of(
        whole(ld(datePublished="2031-01-01T00:00:00Z"), "<div>20 Juni 2024</div>"), fetched="2024-07-01T00:00:00Z"
    )
    assert article.published is not None
    assert article.published.edtf == "2024-06-20"


def test_the_day_of_the_crawl_in_the_head_loses_against_a_line_of_the_page() -> None:
    article = article_of(
        whole(ld(datePublished="2024-07-01T03:00:00Z"), "<div>20 Juni 2024 16:15 WIB</div>"),
        fetched="2024-07-01T03:00:02Z",
    )
    assert article.published is not None
    assert article.published.edtf == "2024-06-20"


def test_the_day_is_the_one_at_the_place_of_writing() -> None:
    article = article_of(whole(ld(datePublished="2024-06-19T18:15:00Z"), "<div>Kamis, 20 Juni 2024 01:15 WIB</div>"))
    assert article.published is not None
    assert article.published.edtf == "2024-06-20"
    assert article.published_at == "2024-06-19T18:15:00+00:00"


def test_line_and_address_together_say_on_which_day_it_was_there() -> None:
    article = article_of(
        whole(ld(datePublished="2024-06-20T01:53:14Z"), "<div>19 Juni 2024</div>"),
        address="https://kabardanau.example/2024-06-19/jalan",
    )
    assert article.published is not None
    assert article.published.edtf == "2024-06-19"


def test_an_address_alone_names_the_host() -> None:
    assert article_of(whole(), address="https://www.kabardanau.example/jalan").publisher == "kabardanau.example"


def test_names_around_the_text_do_not_outweigh_whom_the_markup_names() -> None:
    mentions = "".join(f"<p>Berita {name} terbaru</p>" for name in ("Kompas", "Kompas", "Kompas", "Kompas", "Kompas"))
    html = whole('<meta property=og:site_name content="Kabar Danau">').replace(
        "</body>", f"<footer>{mentions}</footer></body>"
    )
    assert article_of(html).publisher == "Kabar Danau"


def test_a_related_item_and_a_copyright_year_date_nothing() -> None:
    related = "<aside><h3>Baca juga</h3><ul><li><a href=/x>Danau surut</a> <time datetime=2019-01-01>1 Januari 2019</time></ul></aside>"
    article = article_of(whole().replace("</body>", f"{related}<footer>© 2018 Kabar Danau</footer></body>"))
    assert article.published is None


def test_a_time_element_dates_a_line_that_counts_back_from_the_reader() -> None:
    article = article_of(whole(body='<div><time datetime="2024-06-20T16:15:00+07:00">3 jam lalu</time></div>'))
    assert article.published is not None
    assert article.published.edtf == "2024-06-20"


@pytest.mark.parametrize(
    ("address", "publisher"),
    [
        ("https://health.detik.com/berita/d-1/jalan", "detikcom"),
        ("https://www.bbc.com/indonesia/dunia-1", "BBC Indonesia"),
        ("https://www.bbc.com/news/world-1", "BBC"),
    ],
)
def test_the_host_says_whose_page_it_is(address: str, publisher: str) -> None:
    assert article_of(whole(), address=address).publisher == publisher


def test_an_unknown_newsroom_is_called_what_its_head_calls_it() -> None:
    assert article_of(whole('<meta property=og:site_name content="Lake Courier">')).publisher == "Lake Courier"


def test_an_address_or_the_newsroom_itself_is_no_writer() -> None:
    head = ld(
        author=[{"name": "https://kabardanau.example/author/7"}, {"name": "Kabar Danau"}],
        publisher={"name": "Kabar Danau"},
    )
    assert article_of(whole(head)).byline is None


def test_the_language_is_the_texts_own_even_where_the_template_says_another() -> None:
    article = article_of(whole(story=STORY).replace("lang=id", "lang=en"))
    assert article.language == "id"
    quarrel = [proof for proof in article.evidence if proof.fact == "language" and not proof.chosen]
    assert [(proof.value, proof.rule) for proof in quarrel] == [("en", "html-lang")]


def test_malay_is_not_taken_for_indonesian() -> None:
    malay = (
        "Kerajaan kedua-dua negara membuka semula jalan di tepi tasik pada hari Isnin, kata pegawai kepada pemberita di sana.",
        "Jalan itu ditutup selama sembilan tahun kerana pertikaian sempadan yang tidak pernah diselesaikan oleh mana-mana pihak.",
        "Petani berkata mereka akan menggunakan jalan tersebut untuk membawa susu ke pasar di bandar yang terdekat setiap pagi.",
    )
    assert article_of(whole(story=malay, title="Jalan Tepi Tasik Dibuka Semula")).language == "ms"


def test_a_satirical_article_is_marked_by_its_type_or_section() -> None:
    typed = LD.format(json.dumps({"@type": "SatiricalArticle", "headline": "Lake to be paved"}))
    assert article_of(whole(typed, story=ENGLISH)).section == MADE_UP
    assert article_of(whole('<meta property=article:section content="Satire">', story=ENGLISH)).section == MADE_UP


def test_a_canonical_address_that_leads_to_the_front_page_loses_against_one_within_the_site() -> None:
    head = '<link rel=canonical href="https://kabardanau.example/"><meta property=og:url content="https://kabardanau.example/a/1">'
    assert article_of(whole(head)).canonical == "https://kabardanau.example/a/1"


def test_an_amp_page_names_the_page_it_stands_for() -> None:
    head = '<link rel=canonical href="https://kabardanau.example/daerah/jalan">'
    article = article_of(whole(head).replace("<html ", "<html amp "), address="https://kabardanau.example/amp/jalan")
    assert article.canonical == "https://kabardanau.example/daerah/jalan"


def test_a_page_without_markup_states_nothing_that_it_does_not_show() -> None:
    article = article_of(f"<p>{'</p><p>'.join(ENGLISH)}</p>")
    assert (article.published, article.section, article.canonical, article.byline) == (None, None, None, None)


def test_what_a_copyright_line_leaves_of_a_name_speaks_for_the_whole_of_it() -> None:
    head = ld(datePublished="2024-06-20", publisher={"@type": "Organization", "name": "The Danau Post"})
    page = whole(head).replace("</body>", "<footer>© 2025 Danau</footer></body>")
    assert article_of(page).publisher == "The Danau Post"
