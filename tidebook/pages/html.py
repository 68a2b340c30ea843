"""HTML: a page as a browser, a crawler or an archive saved it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from ..records.drops import Dropped
from ..records.pages import Page, Stated
from .decode import decode
from .guard import GUARDED, guard
from .http import response
from .lines import PastLimitError
from .render import render
from .source import Carried, Found, Reading, Source
from .text import MOST_BYTES, refused, too_large

_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s|<!--.*?-->|<\?xml[^>]*\?>)*+"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|div|p|article|section|main|header|nav|h[1-6]|table|ul|ol|span|center|font|"
    rb"script|style|a|b|br|img|iframe|form|noscript)\b",
    re.I | re.S,
)
"""What a page or a piece of one begins with, after marks and comments. The groups give nothing back, so that it takes linear time."""
_WITHIN = re.compile(rb"<!doctype\s+html\b|<html\b[^<>]{0,1000}>", re.I)
"""What says so further on, below the warnings of a program or the head of an answer that a tool saved with the page."""
_DATA = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_META = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.I)
_XML = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w:.-]{2,40})", re.I)
_PRESCAN = 1 << 14
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->|<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.I)
_ADDRESSES = ("link:canonical", "og:url", "ld:url", "ldpage:url")


def sniff(head: bytes) -> bool:
    """Whether some first bytes begin an HTML page or a piece of one."""
    plain = head.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return _OPENING.match(plain) is not None or (_WITHIN.search(plain) is not None and _DATA.match(plain) is None)


def read(source: Source, inside: Reading) -> Found:
    """The page that a source holds, or one sentence why it holds none."""
    raw = source.whole(MOST_BYTES)
    if raw is None:
        yield too_large(source.uri)
        return
    carried = source.carried
    if raw.startswith(b"HTTP/"):
        answer = response(raw, MOST_BYTES)
        raw, carried = answer.body, replace(carried, charset=carried.charset or answer.charset)
    yield read_html(raw, source.uri, carried)


def read_html(raw: bytes, uri: str, carried: Carried | None = None) -> Page | Dropped:
    """The page that some bytes of HTML hold, or one sentence why they hold none."""
    carried = carried or Carried()
    if len(raw) > MOST_BYTES:
        return too_large(uri)
    decoded = decode(raw, carried.charset or _stated_charset(raw))
    if isinstance(decoded, str):
        return refused(uri, "unreadable", f"the file is {decoded}, not text; save the page as text or HTML")
    try:
        rendered = (guard.render if len(decoded.text) >= GUARDED else render)(decoded.text)
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
        fetched=carried.fetched,
        record_id=carried.record_id,
        stated=(*carried.stated, *rendered.stated),
        address=carried.address or _address(decoded.text, rendered.stated),
    )


def _stated_charset(raw: bytes) -> str | None:
    """What the page says it is written in; further down than browsers look, for dumps put lines above the page."""
    found = _META.search(raw, 0, _PRESCAN) or _XML.match(raw, 0, 400)
    if found is None:
        return None
    label = found[1].decode("ascii")
    return "utf-8" if label.lower().startswith("utf-16") else label  # it could not have been read so far otherwise


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
