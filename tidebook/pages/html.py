"""HTML: a page as a browser, a crawler or an archive saved it."""

from __future__ import annotations

import hashlib
import re

from ..records.drops import Dropped
from ..records.pages import Page, Stated
from .decode import decode
from .render import PastLimitError, render
from .text import MOST_BYTES, refused, too_large

_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<!--.*?-->|<\?xml[^>]*\?>)*<(?:!doctype\s+html|html|head|body|title|meta|div|p|article|h1|table|script|a)\b",
    re.I | re.S,
)
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->|<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.I)
_ADDRESSES = ("link:canonical", "og:url", "ld:url", "ldpage:url")


def sniff(head: bytes) -> bool:
    """Whether some first bytes begin an HTML page or a piece of one."""
    return _OPENING.match(head.replace(b"\x00", b"") if b"\x00" in head[:64] else head) is not None


def read_html(raw: bytes, uri: str) -> Page | Dropped:
    """The page that some bytes of HTML hold, or one sentence why they hold none."""
    if len(raw) > MOST_BYTES:
        return too_large(uri, len(raw))
    decoded = decode(raw)
    if isinstance(decoded, str):
        return refused(uri, "unreadable", f"the file is {decoded}, not text; save the page as text or HTML")
    try:
        rendered = render(decoded.text)
    except PastLimitError as error:
        return refused(uri, "too-large", str(error))
    if not rendered.text:
        return refused(uri, "empty", "the page shows no text; save it again once its scripts have run")
    return Page(
        uri=uri,
        digest="sha256:" + hashlib.sha256(raw).hexdigest(),
        media_type="text/html",
        charset=decoded.charset,
        text=rendered.text,
        elements=rendered.elements,
        stated=rendered.stated,
        address=_address(decoded.text, rendered.stated),
    )


def _address(html: str, stated: tuple[Stated, ...]) -> str | None:
    """Where the page says that it lies: what the saving browser noted, then its canonical address."""
    saved = _SAVED.search(html, 0, 4_096)
    if saved is not None:
        return saved[1] or saved[2]
    for key in _ADDRESSES:
        for fact in stated:
            if fact.key == key and fact.value.startswith(("http://", "https://")):
                return fact.value
    return None
