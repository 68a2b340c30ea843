"""Pages taken apart, each in the way of its format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..records.pages import Page
from .body import Reading, take_text
from .furniture import judge
from .html_body import take_html
from .html_lines import judge_html


def take_apart(pages: Sequence[Page]) -> Iterator[Reading | None]:
    """The parts of each page of a pile, or None where a page holds no article."""
    marked = judge_html([page for page in pages if page.elements])
    plain = judge([page.text for page in pages if not page.elements])
    for page in pages:
        yield take_html(page, next(marked)) if page.elements else take_text(page, next(plain))
