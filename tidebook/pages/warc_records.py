"""Records of a web archive (WARC 0.17 to 1.1, ISO 28500), one after another, and past damage to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .source import Piece

MOST_BODY = 8 << 20
"""Bytes of the largest record that is read; of larger ones only the head is."""
MOST_HEAD = 1 << 16
"""Bytes of the longest head of a record."""
MARK = b"WARC/"
"""What every record begins with."""

_NEXT = re.compile(rb"\nWARC/[01]\.\d+\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"^([A-Za-z-]+):([^\r\n]*)", re.M)
_BLANKS = b"\r\n \t\x00"
_BLANK = re.compile(rb"[\r\n \t\x00]*+")


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    Attributes:
        number: its place in the archive, from 1, all records counted whose head could be read.
        fields: of its head, names in lower case; empty where no record could be read here.
        body: its block; empty where it is larger than `MOST_BODY`.
        size: bytes of the block, read or not.
        lost: one sentence where the record, or what should stand here, could not be read.
    """

    number: int
    fields: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    size: int = 0
    lost: str | None = None


class Records:
    """Takes an archive apart; keeps no more of it than one record.

    It works by segments: bytes between two places where a record surely begins (the start, a gzip member that begins with
    `MARK`, the first bytes after damage). A record that is not whole when its segment ends is lost, and no other.
    """

    def __init__(self, pieces: Iterator[Piece]) -> None:
        self._pieces = pieces
        self._waiting: Piece | None = None
        self._buffer = b""
        self._at = 0
        self._number = 0

    def __iter__(self) -> Iterator[Record]:
        while (piece := self._waiting or next(self._pieces, None)) is not None:
            self._waiting = None
            self._buffer, self._at = piece.data, 0
            if piece.lost is not None:
                yield Record(self._number, lost=piece.lost)
            yield from self._segment()

    def _segment(self) -> Iterator[Record]:
        while self._skip_blanks():
            if self._has(len(MARK)) and not self._buffer.startswith(MARK, self._at):
                yield self._stray()
                continue
            head = self._head()
            if head is None:
                yield self._stray()
                continue
            self._number += 1
            yield self._record(head)

    def _more(self) -> bool:
        """Adds the next piece of the segment; False where the segment ends."""
        if self._waiting is not None:
            return False
        piece = next(self._pieces, None)
        if piece is None or piece.lost is not None or (piece.begins and piece.data.startswith(MARK)):
            self._waiting = piece
            return False
        self._buffer, self._at = self._buffer[self._at :] + piece.data, 0
        return True

    def _has(self, count: int) -> bool:
        """Whether so many bytes follow, as far as the segment goes."""
        while len(self._buffer) - self._at < count:
            if not self._more():
                return False
        return True

    def _skip_blanks(self) -> bool:
        """To the next byte that is no blank; False at the end of the segment."""
        while True:
            blanks = _BLANK.match(self._buffer, self._at)
            self._at = blanks.end() if blanks else self._at
            if self._at < len(self._buffer):
                return True
            if not self._more():
                return False

    def _head(self) -> re.Match[bytes] | None:
        """Where the head at hand ends; None where it has no end."""
        tried = 0
        while True:
            found = _HEAD_END.search(self._buffer, self._at + max(0, tried - 4), self._at + MOST_HEAD)
            if found is not None:
                return found
            tried = len(self._buffer) - self._at
            if tried >= MOST_HEAD or not self._more():
                return None

    def _record(self, head: re.Match[bytes]) -> Record:
        fields = {
            name.decode("ascii").lower(): value.decode("utf-8", "replace").strip()
            for name, value in _FIELD.findall(self._buffer[self._at : head.start()])
        }
        length = fields.get("content-length", "")
        self._at = head.end()
        if not (length.isascii() and length.isdigit() and len(length) <= 15):
            return Record(self._number, fields, lost="it does not say how long it is")
        size = int(length)
        if size > MOST_BODY:
            return self._passed_over(fields, size)
        if not self._has(size):
            within = _NEXT.search(self._buffer, self._at)
            self._at = within.start() if within else len(self._buffer)
            return Record(self._number, fields, size=size, lost=self._why_cut())
        body = self._buffer[self._at : self._at + size]
        self._at += size
        if not self._well_ended():
            within = re.search(rb"(?:\r?\n){2}(?=WARC/[01]\.\d+\r?\n)", body)
            if within is not None:
                self._at -= size - within.end()
                body = body[: within.start()]
        return Record(self._number, fields, body, size)

    def _passed_over(self, fields: dict[str, str], size: int) -> Record:
        left = size
        while left > len(self._buffer) - self._at:
            left -= len(self._buffer) - self._at
            self._at = len(self._buffer)
            if not self._more():
                return Record(self._number, fields, size=size, lost=self._why_cut())
        self._at += left
        return Record(self._number, fields, size=size)

    def _why_cut(self) -> str:
        """Why the record at hand is not whole; damage to the bytes is then said with it and not again."""
        waiting = self._waiting
        if waiting is None or waiting.lost is None:
            return "its end is missing, or its length is wrong"
        self._waiting = Piece(waiting.data, waiting.begins)
        return waiting.lost

    def _well_ended(self) -> bool:
        """Whether blank lines and then a record, or nothing, follow."""
        self._has(4 + len(MARK))
        follows = self._buffer[self._at : self._at + 4 + len(MARK)].lstrip(_BLANKS)
        return follows.startswith(MARK) or MARK.startswith(follows)

    def _stray(self) -> Record:
        """Passes over what is no record, up to the next one."""
        passed = 0
        while True:
            found = _NEXT.search(self._buffer, self._at)
            if found is not None:
                passed += found.start() - self._at
                self._at = found.start() + 1
                break
            kept = max(self._at, len(self._buffer) - 16)
            passed += kept - self._at
            self._at = kept
            if not self._more():
                passed += len(self._buffer) - self._at
                self._at = len(self._buffer)
                break
        return Record(self._number, lost=f"{passed:,} bytes are no record of an archive")
