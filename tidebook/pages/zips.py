"""ZIP archives of pages, or of anything else that is read."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections import Counter
from typing import IO, BinaryIO

from .source import Budget, Found, PackedError, Reading, Source
from .text import refused

MOST_ENTRIES = 200_000
"""Entries of the largest archive that is read."""
MOST_DIRECTORY = 64 << 20
"""Bytes of the largest list of entries that is read, as all of it must be held."""
MOST_ENTRY_RATIO = 100
"""Times its packed size that an entry may unpack to once it is past `FREE_ENTRY`."""
FREE_ENTRY = 16 << 20
"""Bytes that any entry may unpack to."""

_END = b"PK\x05\x06"
_OFFICE = (b"[Content_Types].xml", b"mimetype", b"META-INF/", b"AndroidManifest.xml")
_BROKEN = (
    zipfile.BadZipFile, EOFError, IndexError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError, struct.error,
    zlib.error,
)  # fmt: skip
"""What the library raises on archives that are broken in one place or another."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def sniff(head: bytes) -> bool:
    """Whether some first bytes begin a ZIP that is no office document, book or program."""
    return head.startswith((b"PK\x03\x04", _END)) and not head[30:].startswith(_OFFICE)


def read(source: Source, inside: Reading) -> Found:
    """What the entries hold, sorted by name, each named ``FILE.zip!/folder/page.html``; hidden ones are skipped as in a folder."""
    file = source.file()
    archive = _opened(file)
    if isinstance(archive, str):
        yield refused(source.uri, "too-large" if "at most" in archive else "damaged", archive)
        return
    seen: Counter[str] = Counter()
    with archive:
        for entry in sorted(archive.infolist(), key=lambda one: (one.filename, one.header_offset)):
            name = entry.filename.replace("\\", "/").lstrip("/")
            if not name or name.endswith("/") or any(part.startswith((".", "__MACOSX")) for part in name.split("/")):
                continue
            seen[name] += 1
            uri = f"{source.uri}!/{name}" + (f"#{seen[name]}" if seen[name] > 1 else "")
            if entry.flag_bits & 0x1:
                yield refused(uri, "unreadable", "it is locked with a password; unlock the archive first")
            elif entry.compress_type not in _METHODS:
                yield refused(
                    uri, "unreadable", "it is packed in a way that is not read; pack the archive again with deflate"
                )
            else:
                try:
                    with archive.open(entry) as opened:
                        yield from inside(source.inner(_Entry(opened, entry.compress_size, source.budget), uri))
                except _BROKEN:
                    yield refused(uri, "damaged", "it is damaged and cannot be unpacked; copy the archive again")
                except PackedError as error:
                    if error.deadly:
                        raise
                    yield refused(uri, error.reason, str(error))


def _opened(file: BinaryIO) -> zipfile.ZipFile | str:
    """The archive, or one sentence why it is not read; its list of entries is measured before it is read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - (1 << 16) - 22))
    tail = file.read()
    at = tail.rfind(_END)
    if at >= 0 and len(tail) - at >= 22:
        entries, directory = (
            int.from_bytes(tail[at + 10 : at + 12], "little"),
            int.from_bytes(tail[at + 12 : at + 16], "little"),
        )
        long = tail.rfind(b"PK\x06\x06", 0, at)
        if (entries == 0xFFFF or directory == 0xFFFFFFFF) and long >= 0:
            entries = int.from_bytes(tail[long + 32 : long + 40], "little")
            directory = int.from_bytes(tail[long + 40 : long + 48], "little")
        if entries > MOST_ENTRIES or directory > MOST_DIRECTORY:
            return f"its list of entries is longer than any that is read (at most {MOST_ENTRIES:,} entries); unpack it into folders"
    try:
        file.seek(0)
        return zipfile.ZipFile(file)
    except _BROKEN:
        return "it is damaged: the list of its entries is missing or wrong; copy the archive again"


class _Entry:
    """The unpacked bytes of an entry, as far as they may go."""

    def __init__(self, opened: IO[bytes], packed: int, budget: Budget) -> None:
        self._opened = opened
        self._most = max(FREE_ENTRY, MOST_ENTRY_RATIO * packed)
        self._budget = budget
        self._read = 0

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes.

        Raises:
            PackedError: the entry is damaged or unpacks to more than text does.
        """
        try:
            data = self._opened.read(size)
        except _BROKEN as error:
            raise PackedError("it is damaged and cannot be unpacked; copy the archive again") from error
        self._read += len(data)
        self._budget.spend(len(data))
        if self._read > self._most:
            raise PackedError(
                f"it unpacks to more than {MOST_ENTRY_RATIO} times its size, which no text does", "too-large"
            )
        return data
