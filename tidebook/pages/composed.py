"""A page whose carrier keeps its headline and its body apart: an item of a feed, an object of JSON."""

from __future__ import annotations

from html import escape

from ..records.drops import Dropped
from ..records.pages import Page
from .html import read_html
from .source import Carried
from .text import read_text


def composed_page(headline: str, body: str, *, is_html: bool, uri: str, carried: Carried) -> Page | Dropped:
    """The headline on a line of its own, and below it the body, as a page; the headline is not said twice.

    Args:
        headline: plain words; may be empty.
        body: HTML or plain text.
        is_html: which of the two it is.
        uri: of the page.
        carried: what the carrier says of it.
    """
    headline = " ".join(headline.split())
    if headline and headline in " ".join(body[: 4 * len(headline) + 2_000].split()):
        headline = ""
    if is_html:
        whole = f"<h1>{escape(headline, quote=False)}</h1>\n{body}" if headline else body
        return read_html(whole.encode("utf-8", "replace"), uri, _in_unicode(carried))
    whole = f"{headline}\n\n{body}" if headline else body
    return read_text(whole.encode("utf-8", "replace"), uri, _in_unicode(carried))


def _in_unicode(carried: Carried) -> Carried:
    return Carried(
        charset="utf-8",
        address=carried.address,
        fetched=carried.fetched,
        record_id=carried.record_id,
        stated=carried.stated,
    )
