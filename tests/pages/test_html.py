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
    assert "1,000 deep" in found.detail


def text_of(markup: str) -> list[str]:
    found = read_html(markup.encode(), "x.html")
    return found.text.split("\n") if isinstance(found, Page) else [found.detail]


def test_an_encoding_is_heard_from_the_page_itself() -> None:
    words = "Переговоры прошли в столице"
    for head in (
        '<meta charset="windows-1251">',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
    ):
        found = read_html(f"<html><head>{head}</head><p>{words}</p>".encode("cp1251"), "x.html")
        assert isinstance(found, Page)
        assert found.text == words
        assert found.charset == "cp1251"


def test_blanks_run_together_as_in_a_browser_and_no_others() -> None:
    assert text_of("<p> a \n\t b<b> c </b> d\xa0\xa0e\u3000f </p>") == ["a b c d\xa0\xa0e\u3000f"]


def test_inline_elements_part_no_words_and_blocks_part_all() -> None:
    assert text_of("<div>per<b>jan</b>jian<p>dua</p>tiga<div>empat</div></div>") == [
        "perjanjian",
        "dua",
        "tiga",
        "empat",
    ]


def test_a_row_stands_in_the_body_of_its_table_as_browsers_put_it() -> None:
    found = read_html(b"<html><body><table><tr><td>a<tr><td>b</table>", "x.html")
    assert isinstance(found, Page)
    assert found.elements[1].path == "/html/body/table[1]/tbody[1]/tr[2]/td[1]"


def test_a_title_is_no_text_wherever_it_stands() -> None:
    assert text_of("<html><body><title>Judul</title><p>Isi</p>") == ["Isi"]


def test_paragraphs_that_nobody_closes_are_paragraphs() -> None:
    assert text_of("<p>satu<p>dua<li>tiga<li>empat<td>lima") == ["satu", "dua", "tiga", "empat", "lima"]


def test_what_a_browser_does_not_draw_is_no_text() -> None:
    assert text_of(
        "<p>terlihat</p><template><p>a</p></template><noscript>b</noscript><svg><text>c</text></svg><select><option>d</select>"
        "<div style='display: none'>e</div><p>ini <span hidden>f</span> itu</p><textarea>g</textarea>"
    ) == ["terlihat", "ini itu"]


def test_an_article_behind_a_wall_is_read_and_a_hidden_dialog_is_not() -> None:
    prose = "Kedua menteri bertemu di ibu kota pada hari Kamis dan menandatangani perjanjian damai yang lama ditunggu. "
    page = (
        f"<body><div class=isi><div><p>{prose}</p></div><div style='display:none'><p>{prose * 2}</p><p>{prose * 2}</p></div></div>"
        f"<div style='display:none'><p>{prose * 3} kuki</p></div></body>"
    )
    lines = text_of(page)
    assert len(lines) == 3
    assert not any("kuki" in line for line in lines)


def test_the_names_of_a_line_begin_with_the_innermost_element_that_holds_it() -> None:
    found = read_html(b"<div class=meta id=m><span class='author name'>Oleh Sari</span></div>", "x.html")
    assert isinstance(found, Page)
    assert found.elements[0].names == ("author", "name", "meta", "m")
    assert found.elements[0].tag == "div"


def test_what_json_ld_says_of_other_articles_is_not_said_of_this_one() -> None:
    found = read_html(
        b"""<script type="application/ld+json">[{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Lain"}]},
        {"@type": ["ReportageNewsArticle"], "headline": "Ini", "publisher": {"@id": "#o"}}, {"@id": "#o", "@type": "Organization",
        "name": "Kabar"}]</script><p>x</p>""",
        "x.html",
    )
    assert isinstance(found, Page)
    said = [(fact.key, fact.value) for fact in found.stated]
    assert ("ld:headline", "Ini") in said
    assert ("ld:publisher", "Kabar") in said
    assert all(value != "Lain" for _, value in said)


def test_an_article_that_only_scripts_would_draw_is_read_from_what_the_page_states() -> None:
    words = "Kedua menteri bertemu di ibu kota pada hari Kamis dan menandatangani perjanjian damai yang lama ditunggu."
    page = f"""<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Damai", "articleBody": "{words}\\n\\nDua &amp; tiga."}}
    </script><body><div id=app>Memuat ...</div></body>"""
    found = read_html(page.encode(), "x.html")
    assert isinstance(found, Page)
    assert found.text.split("\n") == ["Memuat ...", "Damai", words, "Dua & tiga."]
    assert [one.span for one in found.elements] == list(found.lines())
    assert found.elements[2].path == "/html/head/script[1]#/articleBody"


def test_where_a_saved_page_lay_is_told_by_its_comment_before_its_canonical_link() -> None:
    canonical = "<link rel=canonical href='https://kabar.example/b'>"
    for comment in (
        "<!-- saved from url=(0024)https://kabar.example/a -->",
        "<!--\n Page saved with SingleFile \n url: https://kabar.example/a \n-->",
    ):
        found = read_html(f"{comment}<html><head>{canonical}</head><p>x".encode(), "x.html")
        assert isinstance(found, Page)
        assert found.address == "https://kabar.example/a"


def test_a_large_page_reads_the_same_in_the_process_of_its_own() -> None:
    from tidebook.pages.guard import GUARDED, guard
    from tidebook.pages.render import render

    html = f"<html><body>{'<div class=isi><p>Baris <a href=x>satu</a> dari banyak.</p></div>' * 100}</body></html>"
    assert guard.render(html) == render(html)
    assert len(html) < GUARDED
    guard.end()


def test_a_process_that_dies_over_a_page_costs_that_page_alone() -> None:
    import pytest

    from tidebook.pages.guard import Guard
    from tidebook.pages.lines import PastLimitError

    own = Guard()
    assert own.render("<p>satu").text == "satu"
    assert own._process is not None
    own._process.kill()
    own._process.wait()
    own._process.poll = lambda: None  # type: ignore[method-assign]  # it died within the page, not before it
    with pytest.raises(PastLimitError, match="seconds"):
        own.render("<p>dua")
    assert own.render("<p>tiga").text == "tiga"
    own.end()


def test_a_page_below_other_lines_is_a_page_and_json_that_holds_one_is_not() -> None:
    assert sniff(b"Warning: no such file in x.php on line 3\n<!DOCTYPE html><html><body><p>x")
    assert sniff('<html lang="id"><p>x'.encode("utf-16"))
    assert not sniff(b'{"html": "<html><body><p>x</p></body></html>"}')


def test_the_head_of_an_answer_that_was_saved_with_the_page_is_heard_and_no_text() -> None:
    from tests.contracts.reader_contract import pages_in

    raw = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n<!DOCTYPE html><html><p>"
        + "Встреча прошла".encode("cp1251")
    )
    assert [page.text for page in pages_in(raw)] == ["Встреча прошла"]


def test_elements_nested_deeper_than_calls_may_be_have_their_paths() -> None:
    found = read_html(b"<html><body>" + b"<div>" * 900 + b"<p>x", "x.html")
    assert isinstance(found, Page)
    assert found.elements[0].path == "/html/body" + "/div[1]" * 900 + "/p[1]"
