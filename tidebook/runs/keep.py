"""What a book keeps of its pages: the whole text, and of the markup what its quotes stand on."""

from __future__ import annotations

from dataclasses import replace

from ..records.chronicles import Chronicle
from ..records.pages import Page
from ..records.spans import Span

LONGEST_KEPT = 2_000
"""Code points of the longest stated fact that a book keeps; what is longer says the article over again."""


def kept_pages(chronicle: Chronicle) -> tuple[Page, ...]:
    """The pages of a chronicle with the elements of those lines alone that its reports quote."""
    articles = {article.id: article for article in chronicle.articles}
    quoted: dict[str, list[Span]] = {}
    for report in chronicle.reports:
        address = articles[report.article].address(report.span)
        quoted.setdefault(address.page, []).append(address.span)
    return tuple(_kept(page, quoted.get(page.uri, [])) for page in chronicle.pages)


def _kept(page: Page, quoted: list[Span]) -> Page:
    if not page.elements and not page.stated:
        return page
    return replace(
        page,
        elements=tuple(one for one in page.elements if any(one.span.meets(span) for span in quoted)),
        stated=tuple(fact for fact in page.stated if len(fact.value) <= LONGEST_KEPT),
    )
