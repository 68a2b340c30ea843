"""One text dump: the bytes of a file to a `Page`, within limits."""

from __future__ import annotations

import hashlib

from ..records.drops import Dropped
from ..records.pages import Page
from .decode import decode

MOST_BYTES = 8 << 20
"""The largest page that is read; news pages hold a few dozen kilobytes, so what is larger is no page."""
LONGEST_LINE = 400_000
"""Code points in the longest line that is read; whole books fit, packed data does not."""
MOST_LINES = 100_000
"""Lines of the longest page that is read."""


def read_text(raw: bytes, uri: str) -> Page | Dropped:
    """The page that some bytes hold, or one sentence why they hold none."""
    if len(raw) > MOST_BYTES:
        return too_large(uri, len(raw))
    if not raw.strip():
        return refused(uri, "empty", "the file is empty; crawl the page again or leave it out")
    decoded = decode(raw)
    if isinstance(decoded, str):
        return refused(uri, "unreadable", f"the file is {decoded}, not text; save the page as text or HTML")
    text = decoded.text
    if not text.strip():
        return refused(uri, "empty", "the file holds nothing but blanks; crawl the page again or leave it out")
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        detail = f"it has {len(lines):,} lines (at most {MOST_LINES:,} are read); give one page per file"
        return refused(uri, "too-large", detail)
    longest = max(map(len, lines))
    if longest > LONGEST_LINE:
        detail = f"one line has {longest:,} characters (at most {LONGEST_LINE:,} are read); save the page with its line breaks"
        return refused(uri, "too-large", detail)
    return Page(
        uri=uri,
        digest="sha256:" + hashlib.sha256(raw).hexdigest(),
        media_type="text/plain",
        charset=decoded.charset,
        text=text,
    )


def too_large(uri: str, size: int) -> Dropped:
    """What is said of a file that is too large to be a page; `size` in bytes."""
    detail = f"the file has {size / 1e6:,.1f} MB (at most {MOST_BYTES / 1e6:,.1f} MB are read); give one page per file"
    return refused(uri, "too-large", detail)


def refused(uri: str, reason: str, detail: str) -> Dropped:
    """One line of the ledger; its sentence goes on from the name of the page."""
    return Dropped(room="pages", page=uri, reason=reason, detail=detail)
