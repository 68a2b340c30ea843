"""What a reader reads: bytes from the front, once, with their name and what their carrier says of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from ..records.drops import Dropped
from ..records.pages import Page, Stated

SNIFFED = 4_096
"""First bytes by which a format is told."""
DEEPEST_CONTAINER = 4
"""Containers within containers that are opened (a page in a gzip in a ZIP in a ZIP); more is a trap."""
FREE_UNPACKED = 64 << 20
"""Bytes that any file may unpack to, however small it is."""
MOST_RATIO = 200
"""Bytes that each byte of a file may unpack to beyond `FREE_UNPACKED`, all containers within it taken together; text packs to a
tenth, and what packs to a two-hundredth is a bomb."""
MOST_SPOOLED = 2 << 30
"""Bytes of a ZIP that does not lie on disk by itself (standard input, another ZIP) that are kept on disk while it is read."""

_CHUNK = 1 << 16

Found = Iterator[Page | Dropped]


class PackedError(Exception):
    """A container is damaged or a trap; the message goes on from its name.

    Attributes:
        reason: ``damaged`` or ``too-large``.
        deadly: nothing more may be read from the whole file, whatever lies around this container.
    """

    def __init__(self, message: str, reason: str = "damaged", *, deadly: bool = False) -> None:
        super().__init__(message)
        self.reason = reason
        self.deadly = deadly


class Budget:
    """How much a file on disk may still unpack to, shared by all containers within it."""

    def __init__(self, size: int | None) -> None:
        self._left = FREE_UNPACKED + MOST_RATIO * (size or 0)
        self._grows = size is None

    def read(self, count: int) -> None:
        """Bytes of the outermost stream were read; where its size was not known it grows by them."""
        if self._grows:
            self._left += MOST_RATIO * count

    def spend(self, count: int) -> None:
        """Bytes were unpacked.

        Raises:
            PackedError: more than the file may unpack to.
        """
        self._left -= count
        if self._left < 0:
            raise PackedError(
                f"it unpacks to more than {MOST_RATIO} times its size; unpack it yourself if you trust it",
                "too-large",
                deadly=True,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a carrier (an archive record, a feed, a line of JSON) says of the page that it carries.

    Attributes:
        charset: the encoding it names, as it names it.
        address: where on the web the page lay.
        fetched: when it was crawled, as the carrier writes it.
        record_id: its name in an archive.
        stated: facts of the article.
    """

    charset: str | None = None
    address: str | None = None
    fetched: str | None = None
    record_id: str | None = None
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of a stream.

    Attributes:
        data: the bytes.
        begins: they are the first of a gzip member.
        lost: one sentence where something before them could not be read.
    """

    data: bytes
    begins: bool = False
    lost: str | None = None


class Stream(Protocol):
    """Bytes in order."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; none at the end.

        Raises:
            PackedError: nothing more can be had.
        """


class Members(Stream, Protocol):
    """Bytes in order that were packed in parts, some of which may be damaged."""

    def peek(self, size: int, /) -> bytes:
        """Up to `size` of the next bytes, which stay to be read; of those after damage the first that can be had."""

    def pieces(self) -> Iterator[Piece]:
        """All that is left, past damage."""


@dataclass(slots=True, kw_only=True)
class Source:
    """One thing to read: a file, or what lies at one place in a container.

    Attributes:
        stream: its bytes.
        uri: its name in the pile.
        budget: of the file that it lies in.
        carried: what its carrier says of it.
        depth: containers around it.
        seekable: the same bytes as a file that can be read in any order, where there is one.
        fields: names of JSON fields that the user gave, by what they hold (see `jsonl`).
        members: the same bytes with the places where the members of a gzip begin and where something was lost.
        in_folder: it was met in a folder or container, not named by itself.
    """

    stream: Stream
    uri: str
    budget: Budget
    carried: Carried = field(default_factory=Carried)
    depth: int = 0
    seekable: BinaryIO | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    in_folder: bool = False
    members: Members | None = None
    _head: bytes = b""
    _unread: bytes = b""
    _peeked: bool = False

    @property
    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        if not self._peeked:
            self._peeked = True
            if self.members is not None:
                self._head = self.members.peek(SNIFFED)
            else:
                pieces, size = [], 0
                while size < SNIFFED and (data := self.stream.read(SNIFFED - size)):
                    pieces.append(data)
                    size += len(data)
                self._head = self._unread = b"".join(pieces)
        return self._head

    def read(self, size: int = _CHUNK) -> bytes:
        """Up to `size` bytes; none at the end."""
        if self._unread:
            data, self._unread = self._unread[:size], self._unread[size:]
            return data
        return self.stream.read(size)

    def whole(self, most: int) -> bytes | None:
        """Everything, or None where there are more than `most` bytes."""
        pieces, size = [], 0
        while data := self.read(max(_CHUNK, 1 << 20)):
            pieces.append(data)
            size += len(data)
            if size > most:
                return None
        return b"".join(pieces)

    def pieces(self) -> Iterator[Piece]:
        """Everything, piece by piece; of packed bytes also where a member begins and what was lost."""
        if self.members is not None:
            yield from self.members.pieces()
            return
        while data := self.read():
            yield Piece(data)

    def file(self) -> BinaryIO:
        """The same bytes as a file that can be read in any order.

        Raises:
            PackedError: they are too many to be put aside.
        """
        if self.seekable is not None:
            return self.seekable
        aside = tempfile.SpooledTemporaryFile(max_size=16 << 20)  # noqa: SIM115 - it lives as long as the source is read
        size = 0
        while data := self.read():
            size += len(data)
            if size > MOST_SPOOLED:
                raise PackedError(
                    f"it has more than {MOST_SPOOLED >> 30} GB; save it as a file of its own", "too-large"
                )
            aside.write(data)
        aside.seek(0)
        return aside  # type: ignore[return-value]  # typeshed keeps the two apart

    def inner(self, stream: Stream, uri: str, carried: Carried | None = None, members: Members | None = None) -> Source:
        """What lies within this one.

        Raises:
            PackedError: it lies too deep.
        """
        if self.depth >= DEEPEST_CONTAINER:
            raise PackedError(
                f"it lies more than {DEEPEST_CONTAINER} containers deep; unpack the outer ones", "too-large"
            )
        return Source(
            stream=stream,
            uri=uri,
            budget=self.budget,
            carried=carried or self.carried,
            depth=self.depth + 1,
            fields=self.fields,
            in_folder=True,
            members=members,
        )


Reading = Callable[[Source], Found]
"""Reads a source by whatever reader its first bytes ask for."""
