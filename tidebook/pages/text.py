"""One text dump: the bytes of a file to a `Page`, within limits."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

from ..records.drops import Dropped
from ..records.pages import Page
from .decode import decode, what_else
from .source import Carried, Found, Reading, Source

MOST_BYTES = 8 << 20
"""The largest page that is read; news pages hold a few dozen kilobytes, so what is larger is no page."""
LONGEST_LINE = 400_000
"""Code points in the longest line that is read; whole books fit, packed data does not."""
MOST_LINES = 100_000
"""Lines of the longest page that is read."""
_XML = re.compile(r"(?>\s|<!--[\s\S]*?-->)*+<([A-Za-z_][\w:.-]*+)[\s>/][\s\S]*</\1\s*>\s*\Z|(?>\s)*+<[?!][A-Za-z]")
_ENDINGS = """
.bmp .c .cfg .conf .cpp .css .csv .db .doc .docx .eot .gif .go .h .ico .ini .java .jpeg .jpg .js .lock .log .map .md .mjs .mp3 .mp4
.odt .pdf .php .png .ps1 .py .rs .rst .sh .sqlite .sql .svg .tex .toml .ts .tsv .ttf .wav .webm .webp .woff .woff2 .xls .xlsx .yaml
.yml .zst
"""
NOT_PAGES = frozenset(_ENDINGS.split())
"""Endings that tell, of a file met in a folder that proved to be of no other format, that it is no page; a file named by itself is
read whatever its ending."""


def sniff(head: bytes) -> bool:
    """Anything may be text; this reader is asked last and says what the bytes are where they are none."""
    return True


def read(source: Source, inside: Reading) -> Found:
    """The page that a source holds, or one sentence why it holds none."""
    ending = PurePosixPath(source.uri).suffix.lower()
    if source.in_folder and ending in NOT_PAGES and source.carried.address is None:
        detail = f"a {ending} file in a folder is not taken for a page; name it to read it"
        yield refused(source.uri, "not-a-page", detail)
        return
    raw = source.whole(MOST_BYTES)
    yield too_large(source.uri) if raw is None else read_text(raw, source.uri, source.carried)


def read_text(raw: bytes, uri: str, carried: Carried | None = None) -> Page | Dropped:
    """The page that some bytes hold, or one sentence why they hold none."""
    carried = carried or Carried()
    if len(raw) > MOST_BYTES:
        return too_large(uri)
    if not raw.strip():
        return refused(uri, "empty", "the file is empty; crawl the page again or leave it out")
    decoded = what_else(raw) or decode(raw, carried.charset)
    if isinstance(decoded, str):
        return refused(uri, "unreadable", f"the file is {decoded}, not text; save the page as text or HTML")
    if _XML.match(decoded.text):
        return refused(uri, "unreadable", "it is XML, but neither a page nor a feed; save the page as text or HTML")
    trouble = trouble_of(decoded.text)
    if trouble is not None:
        return refused(uri, *trouble)
    return Page(
        uri=uri,
        digest="sha256:" + hashlib.sha256(raw).hexdigest(),
        media_type="text/plain",
        charset=decoded.charset,
        text=decoded.text,
        fetched=carried.fetched,
        record_id=carried.record_id,
        stated=carried.stated,
        address=carried.address,
    )


def trouble_of(text: str) -> tuple[str, str] | None:
    """Reason and sentence why a text is no page; None where it may be one."""
    if not text.strip():
        return "empty", "the file holds nothing but blanks; crawl the page again or leave it out"
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        return "too-large", f"it has {len(lines):,} lines (at most {MOST_LINES:,} are read); give one page per file"
    longest = max(map(len, lines))
    if longest > LONGEST_LINE:
        detail = f"one line has {longest:,} characters (at most {LONGEST_LINE:,} are read); save the page with its line breaks"
        return "too-large", detail
    return None


def too_large(uri: str) -> Dropped:
    """What is said of what is too large to be a page."""
    return refused(
        uri,
        "too-large",
        f"the file has more than {MOST_BYTES / 1e6:,.1f} MB, the most that is read; give one page per file",
    )


def refused(uri: str, reason: str, detail: str) -> Dropped:
    """One line of the ledger; its sentence goes on from the name of the page, and stands on one line whatever it quotes."""
    return Dropped(room="pages", page=uri, reason=reason, detail=" ".join(detail.split()))
