"""MHTML: a page that a browser saved with all that it shows, in one file; its first part of HTML is the page."""

from __future__ import annotations

import binascii
import re

from ..records.drops import Dropped
from ..records.pages import Page
from .html import read_html
from .moments import in_utc
from .source import Carried, Found, PackedError, Reading, Source
from .text import MOST_BYTES, refused

MOST_MHTML = 64 << 20
"""Bytes of the largest such file that is read; most of them are pictures."""
MOST_PARTS = 10_000
"""Parts among which the page is looked for; it is the first or second."""

_HEAD = re.compile(rb"(?:[A-Za-z-]{2,60}:[^\n]*\n(?:[ \t][^\n]*\n)*+){2,60}+", re.M)
_KIND = re.compile(rb"^content-type:[ \t]*multipart/related\b", re.I | re.M)
_BOUNDARY = re.compile(rb"\bboundary\s*=\s*(?:\"([^\"\n]{1,100})\"|([^\s;\"]{1,100}))", re.I)
_FIELD = re.compile(rb"^([A-Za-z-]+):[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", re.M)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';,]+)", re.I)
_HEAD_END = re.compile(rb"\r?\n\r?\n")


def sniff(head: bytes) -> bool:
    """Whether some first bytes begin a message of related parts."""
    return _HEAD.match(head.lstrip(b"\r\n")) is not None and _KIND.search(head) is not None


def read(source: Source, inside: Reading) -> Found:
    """The page of the file, under the file's own name."""
    raw = source.whole(MOST_MHTML)
    if raw is None:
        raise PackedError(
            f"a saved page of more than {MOST_MHTML >> 20} MB is not read; save it as HTML only", "too-large"
        )
    yield _page(raw, source)


def _page(raw: bytes, source: Source) -> Page | Dropped:
    end = _HEAD_END.search(raw.lstrip(b"\r\n"))
    whole = _fields(raw[: end.start() + 4] if end else raw)
    found = _BOUNDARY.search(whole.get("content-type", "").encode("latin-1", "replace"))
    if found is None:
        return refused(source.uri, "damaged", "it does not say where its parts begin; save the page again")
    mark = b"--" + (found[1] or found[2])
    for part in raw.split(mark, MOST_PARTS)[1:]:
        head_end = _HEAD_END.search(part)
        if head_end is None:
            continue
        fields = _fields(part[: head_end.start()])
        kind = fields.get("content-type", "")
        if not kind.lower().startswith(("text/html", "application/xhtml")):
            continue
        body = _unwrapped(part[head_end.end() :], fields.get("content-transfer-encoding", "").lower())
        if len(body) > MOST_BYTES:
            return refused(
                source.uri,
                "too-large",
                f"it has {len(body) / 1e6:,.1f} MB (at most {MOST_BYTES / 1e6:,.1f} MB are read)",
            )
        charset = _CHARSET.search(kind)
        address = whole.get("snapshot-content-location") or fields.get("content-location") or source.carried.address
        carried = Carried(
            charset=charset[1] if charset else None,
            address=address if address and address.startswith(("http://", "https://")) else None,
            fetched=source.carried.fetched or in_utc(whole.get("date")),
            record_id=source.carried.record_id,
        )
        return read_html(body, source.uri, carried)
    return refused(source.uri, "damaged", "none of its parts is a page; save the page again")


def _fields(head: bytes) -> dict[str, str]:
    found = reversed(_FIELD.findall(head))  # of a field that is given twice the first counts
    return {name.decode("ascii").lower(): " ".join(value.decode("latin-1").split()) for name, value in found}


def _unwrapped(body: bytes, wrapped: str) -> bytes:
    if wrapped == "quoted-printable":
        return binascii.a2b_qp(body)
    if wrapped == "base64":
        try:
            return binascii.a2b_base64(body)
        except binascii.Error:
            return b""
    return body
