"""The links of quotes lead a browser to the quoted words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tidebook.pages.html import read_html
from tidebook.records.links import link_to
from tidebook.records.pages import Page
from tidebook.records.spans import Quote, Span

_FILLER = "".join(f"<p>Alinea pengisi nomor {number} tanpa arti apa pun.</p>" for number in range(200))
_TARGET = f"""<p>Negara-negara itu, kata juru bicara, <b>menandatangani</b> perjanjian “damai” &amp; dagang&nbsp;baru pada 25&nbsp;April.</p>
<p>Pendek saja.</p><div>Satu kalimat yang sangat panjang {"yang terus berlanjut tanpa henti dan " * 12}akhirnya selesai di sini.</div>
<ul><li>Butir pertama<br>baris kedua</ul>"""
_HTML = f"<!doctype html><html><head><meta charset=utf-8></head><body>{_FILLER}{_TARGET}{_FILLER}</body></html>"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Negara-negara", "25\xa0April."),
        ("Pendek", "saja."),
        ("Satu kalimat", "selesai di sini."),
        ("baris kedua", "baris kedua"),
        ("“damai”", "“damai”"),
        ("Negara-negara", "Pendek saja."),
    ],
)
def test_a_browser_goes_to_the_words_that_a_link_names(browser: Browser, first: str, last: str) -> None:
    read = read_html(_HTML.encode(), "a.html")
    assert isinstance(read, Page)
    start = read.text.index(first)
    span = Span(start=start, end=read.text.index(last, start) + len(last))
    link = link_to("https://kabar.example/a", Quote.of(read.text, span))
    assert link is not None
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(body=_HTML, content_type="text/html; charset=utf-8"))
    page.goto(link)
    page.wait_for_function("scrollY > 1000", timeout=20_000)
    page.close()
