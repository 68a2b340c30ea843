"""HTML pages in the manner of several newsrooms, all words our own."""

from tidebook.articles.write import write_articles
from tidebook.pages.html import read_html
from tidebook.records.articles import Article
from tidebook.records.pages import Page

STORY = (
    "Dua pemerintah membuka kembali jalan di tepi danau pada hari Senin, kata pejabat kedua negara itu kepada wartawan.",
    "Jalan itu ditutup selama sembilan tahun karena sengketa batas yang tidak pernah diselesaikan oleh kedua pihak.",
    "Para petani mengatakan bahwa mereka akan memakai jalan tersebut untuk membawa susu ke pasar di kota terdekat.",
)
ENGLISH = (
    "The two governments reopened the road along the lake on Monday, officials of both countries told reporters there.",
    "The road had been closed for nine years because of a dispute over the border that neither side had settled.",
    "Farmers said that they would use the road to bring their milk to the market in the nearest town every morning.",
)


def paragraphs(lines: tuple[str, ...]) -> str:
    """Lines as paragraphs of HTML."""
    return "".join(f"<p>{line}</p>" for line in lines)


def page_of(html: str, address: str | None = None, fetched: str | None = None) -> Page:
    """The page that some HTML makes."""
    page = read_html(html.encode(), "page.html")
    assert isinstance(page, Page)
    from dataclasses import replace

    return replace(page, address=address or page.address, fetched=fetched)


def article_of(html: str, address: str | None = None, fetched: str | None = None) -> Article:
    """The one article of a page."""
    (article,), _ = write_articles([page_of(html, address, fetched)])
    return article
