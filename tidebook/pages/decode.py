"""Bytes to text: which encoding, and whether it is text at all.

The order is that of the evidence: a byte order mark, the zeros that UTF-16 leaves in western text, strict UTF-8, what page or carrier
state unless the bytes belie it, UTF-8 that was cut or damaged in a few places, what the bytes look like (`guess`), and last
Windows-1252, which reads anything (WHATWG Encoding Standard, https://encoding.spec.whatwg.org/). The same bytes with the same
carrier always give the same text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from .guess import guess
from .labels import codec_of

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or film)"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"filedesc://", "a web archive in the old ARC form"),
    (b"{\\rtf", "a document in rich text"),
)
_CONTROL = bytes((*range(0x09), *range(0x0E, 0x20)))
_HIGH = re.compile(rb"[\x80-\xff]+")
_LINE_ENDS = ("\x0b", "\x0c", "\x85", "\u2028", "\u2029")
_FEWEST = 6
"""High bytes up to which letters of another encoding may happen to be UTF-8, so that what the page states is believed."""
_MOST_CONTROL = 0.005
"""The share of control characters above which bytes are no text: real pages hold a stray one, binary files hold one in ten."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the name of the encoding that it was in; `text` has ``\\n`` as its only line end and no NUL."""

    text: str
    charset: str


def decode(raw: bytes, stated: str | None = None) -> Decoded | str:
    """The text of some bytes, or what they are instead (``a PNG image``, ``binary data``), for a sentence.

    A byte order mark is no part of the text. NUL bytes that stand in text become spaces.

    Args:
        raw: all bytes.
        stated: the encoding that the page or its carrier names.
    """
    charset = _charset(raw)
    start, utf8 = 0, None
    if charset is None:
        what = what_else(raw)
        if what is not None:
            return what
        utf8 = None if raw.isascii() else _utf8(raw)
        charset = _read_as(raw, codec_of(stated), is_utf8=utf8 is not None)
    else:
        start = next(len(mark) for mark, name in _MARKS if name == charset and raw.startswith(mark))
    if utf8 is not None and charset == "utf-8":
        text = utf8
    else:
        text = _windows(raw) if charset == "windows-1252" else raw[start:].decode(charset, "replace")
    head = text[: 1 << 16].encode("utf-8", "surrogatepass")
    controls = len(head) - len(head.translate(None, _CONTROL))
    if controls > max(2, _MOST_CONTROL * min(len(text), 1 << 16)):
        return "binary data"
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for end in _LINE_ENDS:  # each is looked for by itself, as most pages hold none or one of them
        if end in text:
            text = text.replace(end, "\n")
    return Decoded(text.replace("\x00", " "), charset)


def what_else(raw: bytes) -> str | None:
    """What bytes are that begin like no text (``a PDF document``), for a sentence."""
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            return what
    return "a tar archive" if raw[257:262] == b"ustar" else None


def _read_as(raw: bytes, stated: str | None, *, is_utf8: bool) -> str:
    if raw.isascii():
        return stated if stated == "iso2022-jp" else _without_mark(raw)
    if is_utf8:
        if stated in (None, "utf-8") or sum(map(len, _HIGH.findall(raw))) >= _FEWEST:
            return "utf-8"
        return stated if stated is not None and _reads(raw, stated) else "utf-8"
    unicode = _without_mark(raw)
    if unicode.startswith("utf-16"):
        return unicode
    if stated in (None, "utf-8"):
        return "utf-8" if unicode == "utf-8" else guess(raw)
    if stated == "windows-1252" or not _reads(raw, stated):
        likely = guess(raw)
        if likely != "windows-1252":
            return likely
    return stated


def _reads(raw: bytes, codec: str) -> bool:
    """Whether a codec reads nearly all of some bytes."""
    if codec == "windows-1252":
        return True
    return raw.decode(codec, "replace").count("\ufffd") <= 2 + len(raw) // 10_000


def _charset(raw: bytes) -> str | None:
    return next((name for mark, name in _MARKS if raw.startswith(mark)), None)


def _utf8(raw: bytes) -> str | None:
    """The text of what is UTF-8 and nothing else."""
    if b"\x00" in raw[: 1 << 16]:
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _without_mark(raw: bytes) -> str:
    head = raw[: 1 << 16]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if odd > 0.3 * half and even < 0.1 * odd:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.1 * even:
        return "utf-16-be"
    return "utf-8" if _mostly_utf8(raw) else "windows-1252"


def _mostly_utf8(raw: bytes) -> bool:
    """Whether the runs of high bytes are UTF-8 but for a few that were cut or damaged."""
    runs = _HIGH.findall(raw[: 1 << 20])
    if not runs:
        return True
    good = 0
    for run in runs:
        try:
            run.decode("utf-8")
        except UnicodeDecodeError:
            continue
        good += 1
    return good >= 0.8 * len(runs)


def _windows(raw: bytes) -> str:
    """Windows-1252 with its five holes read as browsers read them, as control characters of Latin-1."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_WINDOWS[byte] for byte in raw)


def _windows_table() -> tuple[str, ...]:
    return tuple(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(256))


_WINDOWS = _windows_table()
