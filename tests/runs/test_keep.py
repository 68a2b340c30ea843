"""From an HTML page to a book whose quotes lead back into it."""

from __future__ import annotations

import json
from pathlib import Path

from tidebook.faces.chronicle_json import as_json
from tidebook.runs.build import build
from tidebook.runs.verify import verify

_PAGE = """<!DOCTYPE html><html lang="en"><head><title>Water accord signed</title>
<link rel="canonical" href="https://news.example/water"></head><body><nav><a href="/">Home</a></nav>
<article><h1>India and Pakistan sign an accord on water</h1><time datetime="2019-04-25">25 April 2019</time>
<p>India and Pakistan signed an accord on water on Thursday, officials of both countries said in New Delhi.</p>
<p>Pakistan recalled its ambassador from India in 2016 after an attack on an army base in the north of the country.</p></article>
</body></html>"""


def test_every_quote_of_an_html_page_has_its_dom_path_and_a_link_that_opens_it(tmp_path: Path) -> None:
    (tmp_path / "water.html").write_text(_PAGE, encoding="utf-8")
    built = build([tmp_path / "water.html"], ("IND", "PAK"), tmp_path / "book")
    told = json.loads(json.dumps(as_json(built.chronicle)))
    assert told["pages"][0]["address"] == "https://news.example/water"
    reports = [report for event in told["events"] for report in event["reports"]]
    recalled = next(report for report in reports if report["text"].startswith("Pakistan recalled"))
    assert recalled["path"] == "/html/body/article[1]/p[2]"
    assert recalled["link"].startswith("https://news.example/water#:~:text=Pakistan%20recalled%20its%20ambassador")
    assert verify(tmp_path / "book") == ()


def test_a_book_keeps_the_elements_of_quoted_lines_alone(tmp_path: Path) -> None:
    (tmp_path / "water.html").write_text(_PAGE, encoding="utf-8")
    page = build([tmp_path / "water.html"], ("IND", "PAK"), tmp_path / "book").chronicle.pages[0]
    assert "Home" in page.text
    assert all(element.span.cut(page.text) != "Home" for element in page.elements)
    assert any(element.tag == "p" for element in page.elements)
