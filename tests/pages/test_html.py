"""HTML pages to lines with their places in the markup."""

from tidebook.pages.html import read_html, sniff
from tidebook.records.drops import Dropped
from tidebook.records.pages import Page

PAGE = """<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title> Dua negara
berdamai </title><link rel="canonical" href="https://kabar.example/a/1">
<meta property="og:title" content="Dua negara berdamai"><meta name="author" content="Sari">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "Damai",
"datePublished": "2019-04-25T10:00:00+07:00", "author": [{"@type": "Person", "name": "Sari"}],}]}</script>
<style>p { color: red }</style></head>
<body class="Artikel"><nav id=menu><ul><li><a href="/">Beranda</a><li><a href="/x">Politik</a> dan lain</ul></nav>
<div class="isi badan"><h1>Dua   negara
berdamai</h1><p class="tanggal"><time datetime="2019-04-25">Kamis, 25 April</time></p>
<p>Baris satu.<br>Baris <b>dua</b> &amp; akhir.<p>Alinea kedua</p>
<p hidden>tak tampak</p><script>var x = "<p>bukan</p>"</script>
<table><tr><td>1965<td>Hubungan putus</table><pre>a  b
c</pre></div></body></html>"""


def page() -> Page:
    found = read_html(PAGE.encode(), "a.html")
    assert isinstance(found, Page)
    return found


def test_a_page_becomes_the_lines_that_a_browser_shows() -> None:
    assert page().text.split("\n") == [
        "Beranda",
        "Politik dan lain",
        "Dua negara berdamai",
        "Kamis, 25 April",
        "Baris satu.",
        "Baris dua & akhir.",
        "Alinea kedua",
        "1965",
        "Hubungan putus",
        "a  b",
        "c",
    ]


def test_every_line_has_one_element_whose_span_cuts_it() -> None:
    assert [one.span.cut(page().text) for one in page().elements] == page().text.split("\n")
    assert [one.span for one in page().elements] == list(page().lines())


def test_a_line_knows_its_block_its_path_and_what_its_elements_are_called() -> None:
    by_text = {one.span.cut(page().text): one for one in page().elements}
    assert by_text["Beranda"].path == "/html/body/nav[1]/ul[1]/li[1]"
    assert by_text["Beranda"].linked == 1.0
    assert by_text["Beranda"].names == ("menu", "artikel")
    assert by_text["Politik dan lain"].linked == 0.5
    assert by_text["Kamis, 25 April"].tag == "time"
    assert by_text["Baris satu."].path == by_text["Baris dua & akhir."].path == "/html/body/div[1]/p[2]"
    assert by_text["Baris satu."].names == ("isi", "badan", "artikel")
    assert by_text["1965"].tag == "td"


def test_what_head_and_markup_state_is_kept_verbatim_with_its_place() -> None:
    stated = {fact.key: fact for fact in page().stated}
    assert stated["title"].value == "Dua negara berdamai"
    assert stated["html:lang"].value == "id"
    assert stated["og:title"].value == "Dua negara berdamai"
    assert stated["meta:author"].path == "/html/head/meta[3]"
    assert stated["ld:datePublished"].value == "2019-04-25T10:00:00+07:00"
    assert stated["ld:author"].path == "/html/head/script[1]#/@graph/0/author/0/name"
    assert stated["time:datetime"].value == "2019-04-25"
    assert page().address == "https://kabar.example/a/1"


def test_html_is_told_by_its_first_bytes_and_not_by_its_name() -> None:
    assert sniff(PAGE.encode()[:100])
    assert sniff(b"\xef\xbb\xbf\n<!-- saved from url=(0020)https://kabar.example/ -->\n<html>")
    assert not sniff(b"Jakarta (Kabar) - <b>bukan</b> HTML")


def test_a_page_nested_deeper_than_any_browser_draws_is_refused_in_one_sentence() -> None:
    found = read_html(b"<!doctype html>" + b"<div>" * 200_000, "deep.html")
    assert isinstance(found, Dropped)
    assert found.reason == "too-large"
    assert "2,000 deep" in found.detail
