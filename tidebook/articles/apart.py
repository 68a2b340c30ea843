"""Pages taken apart, each in the way of its format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..records.pages import Page
from .body import Reading, take_text
from .furniture import judge
from .html_body import take_html
from .html_lines import judge_html

MOST_MARKED = 20_000
"""Lines of the longest page whose markup is weighed; a longer one is read by its words alone, in a tenth of the time."""


def take_apart(pages: Sequence[Page]) -> Iterator[Reading | None]:
    """The parts of each page of a pile, or None where a page holds no article."""
    marked = judge_html([page for page in pages if _is_marked(page)])
    plain = judge([page.text for page in pages if not _is_marked(page)])
    for page in pages:
        yield take_html(page, next(marked)) if _is_marked(page) else take_text(page, next(plain))


def _is_marked(page: Page) -> bool:
    return 0 < len(page.elements) <= MOST_MARKED
