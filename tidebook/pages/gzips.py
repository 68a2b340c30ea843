"""Gzip: one member or many, whole or damaged; what cannot be unpacked is said, and reading goes on at the next member."""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterator

from .source import Found, PackedError, Piece, Reading, Source
from .text import refused

MAGIC = b"\x1f\x8b\x08"
MOST_MEMBER_RATIO = 100
"""Times its packed size that a member may unpack to once it is past `FREE_MEMBER`; text packs to a tenth."""
FREE_MEMBER = 16 << 20
"""Bytes that any member may unpack to."""
MOST_HELD = 8 << 20
"""Packed bytes of a damaged member in which the beginning of the next is looked for."""
MOST_TRIES = 20_000
"""Places of one file at which a member might begin that are tried after damage, until the rest is given up."""

_CHUNK = 1 << 15
_MOST_PIECE = 1 << 20
_TRIED = 4_096


def sniff(head: bytes) -> bool:
    """Whether some first bytes begin a gzip member."""
    return head.startswith(MAGIC)


def read(source: Source, inside: Reading) -> Found:
    """What is packed: a page, an archive, a feed ...; its uri is that of the packed file, as it is one thing."""
    try:
        unpacked = Gunzip(source)
        yield from inside(source.inner(unpacked, source.uri, members=unpacked))
    except PackedError as error:
        if error.deadly and source.depth:
            raise
        yield refused(source.uri, error.reason, str(error))


class Gunzip:
    """The unpacked bytes of a source, member after member."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._coming = self._unpack()
        self._waiting: deque[Piece] = deque()

    def read(self, size: int, /) -> bytes:
        """Up to `size` unpacked bytes.

        Raises:
            PackedError: what follows is damaged or a trap.
        """
        while (piece := self._next()) is not None:
            if piece.lost is not None:
                raise PackedError(piece.lost)
            if piece.data:
                if len(piece.data) > size:
                    self._waiting.appendleft(Piece(piece.data[size:]))
                return piece.data[:size]
        return b""

    def peek(self, size: int, /) -> bytes:
        """Up to `size` of the next bytes, which stay to be read; of those after damage the first that can be had.

        Raises:
            PackedError: nothing can be had.
        """
        held = 0
        while held < size and (piece := next(self._coming, None)) is not None:
            self._waiting.append(piece)
            if piece.lost is not None and held:
                break
            held += len(piece.data)
        if not held and self._waiting and self._waiting[0].lost is not None:
            raise PackedError(self._waiting[0].lost)
        return b"".join(piece.data for piece in self._waiting)[:size]

    def pieces(self) -> Iterator[Piece]:
        """What is left, with the places where members begin, and where something was lost."""
        while (piece := self._next()) is not None:
            yield piece

    def _next(self) -> Piece | None:
        return self._waiting.popleft() if self._waiting else next(self._coming, None)

    def _unpack(self) -> Iterator[Piece]:
        packed = _Packed(self._source)
        while packed.fill():
            if packed.skip_padding():
                continue
            if not packed.starts_member():
                yield packed.resume("after its last whole part there are bytes that are no gzip")
                continue
            packed.begin()
            yield from self._member(packed)

    def _member(self, packed: _Packed) -> Iterator[Piece]:
        unpacking = zlib.decompressobj(31)
        begins, unpacked = True, 0
        while not unpacking.eof:
            if not packed.buffer and not packed.fill():
                yield Piece(b"", lost="its end is missing: it was cut off while it was saved or copied")
                return
            given = packed.buffer
            try:
                data = unpacking.decompress(given, _MOST_PIECE)
            except zlib.error:
                yield packed.resume(f"it is damaged at about byte {packed.at:,}")
                return
            packed.take(given, unpacking.unused_data if unpacking.eof else unpacking.unconsumed_tail)
            unpacked += len(data)
            self._source.budget.spend(len(data))
            if unpacked > FREE_MEMBER and unpacked > MOST_MEMBER_RATIO * packed.of_member:
                yield packed.resume(
                    f"a part of {packed.of_member / 1e6:,.1f} MB unpacks to more than {unpacked / 1e6:,.0f} MB, which no text does"
                )
                return
            if data or begins:
                yield Piece(data, begins=begins)
            begins = False


class _Packed:
    """Packed bytes that wait to be unpacked, and those of the member at hand, in which to look for the next after damage."""

    def __init__(self, source: Source) -> None:
        self.buffer = b""
        self.at = 0
        self.of_member = 0
        self._source = source
        self._held: list[bytes] = []
        self._tries = 0

    def fill(self) -> bool:
        if not self.buffer and self._tries <= MOST_TRIES:
            self.buffer = self._source.read(_CHUNK)
        return bool(self.buffer)

    def starts_member(self) -> bool:
        while len(self.buffer) < len(MAGIC) and (more := self._source.read(_CHUNK)):
            self.buffer += more
        return self.buffer.startswith(MAGIC)

    def begin(self) -> None:
        self.of_member = 0
        self._held.clear()

    def take(self, given: bytes, rest: bytes) -> None:
        used = len(given) - len(rest)
        if self.of_member < MOST_HELD:
            self._held.append(given[:used])
        self.of_member += used
        self.at += used
        self.buffer = rest

    def skip_padding(self) -> bool:
        """Zeros after a member pad it to the blocks of a tape."""
        bare = self.buffer.lstrip(b"\x00")
        padded = len(bare) < len(self.buffer)
        self.at += len(self.buffer) - len(bare)
        self.buffer = bare
        return padded

    def resume(self, lost: str) -> Piece:
        """Goes to the next place from which something can be unpacked."""
        held = b"".join(self._held)
        searched, base = held + self.buffer, self.at - len(held)
        first = 1 if searched.startswith(MAGIC) else 0
        self._held.clear()
        while True:
            start = searched.find(MAGIC, first)
            while start >= 0:
                self._tries += 1
                if self._tries > MOST_TRIES:
                    self.buffer = b""
                    return Piece(b"", lost=f"{lost}, and what follows is no gzip")
                if len(searched) - start < _TRIED:
                    searched += self._source.read(_TRIED)
                if _unpacks(searched[start : start + _TRIED]):
                    self.buffer, self.at = searched[start:], base + start
                    return Piece(b"", lost=lost)
                start = searched.find(MAGIC, start + 1)
            more = self._source.read(_CHUNK)
            if not more:
                self.buffer = b""
                return Piece(b"", lost=lost)
            base += max(0, len(searched) - 2)
            searched, first = searched[-2:] + more, 0


def _unpacks(data: bytes) -> bool:
    if len(data) < 18 or data[3] & 0xE0:
        return False
    try:
        return bool(zlib.decompressobj(31).decompress(data, 64))
    except zlib.error:
        return False
