"""An HTTP response as a web archive keeps it: status, fields, and the body without its transfer and content encodings."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from .source import PackedError

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
_FIELD = re.compile(rb"^([A-Za-z-]+):([^\r\n]*)", re.M)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';,]+)", re.I)
_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[^\r\n]*\r?\n")

_MOST_CHUNKS = 200_000


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered.

    Attributes:
        status: three digits; 200 where the block has no head.
        media_type: in lower case, empty where it is not stated.
        charset: as the server names it, None where it does not.
        body: decoded.
    """

    status: int
    media_type: str
    charset: str | None
    body: bytes


def response(block: bytes, most: int) -> Response:
    """Takes a response apart.

    Args:
        block: of the record, head and body.
        most: bytes that the body may unpack to.

    Raises:
        PackedError: the body is packed in a way that is not read, damaged, or larger than that.
    """
    status = _STATUS.match(block)
    if status is None:
        return Response(200, "", None, block)
    end = _HEAD_END.search(block)
    head, body = (block, b"") if end is None else (block[: end.start()], block[end.end() :])
    fields = {name.decode("ascii").lower(): value.decode("latin-1").strip() for name, value in _FIELD.findall(head)}
    kind = fields.get("content-type", "")
    charset = _CHARSET.search(kind)
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    packed = fields.get("content-encoding", "").lower().strip()
    if packed and packed != "identity":
        body = _unpacked(body, packed, most)
    return Response(int(status[1]), kind.split(";")[0].strip().lower(), charset[1] if charset else None, body)


def _unchunked(body: bytes) -> bytes:
    """The body without its chunk sizes; as it is where they were taken out already, as some crawlers do and do not say."""
    pieces: list[bytes] = []
    at = 0
    while len(pieces) < _MOST_CHUNKS:
        size = _CHUNK_SIZE.match(body, at)
        if size is None:
            return b"".join(pieces) if pieces else body
        length = int(size[1], 16)
        if not length:
            return b"".join(pieces)
        pieces.append(body[size.end() : size.end() + length])
        at = size.end() + length
        if body.startswith(b"\r\n", at):
            at += 2
        elif body.startswith(b"\n", at):
            at += 1
    raise PackedError(f"its body comes in more than {_MOST_CHUNKS:,} chunks", "too-large")


def _unpacked(body: bytes, packed: str, most: int) -> bytes:
    if packed in ("gzip", "x-gzip"):
        if not body.startswith(b"\x1f\x8b"):
            return body
        ways = [31]
    elif packed == "deflate":
        ways = [15, -15]
    else:
        raise PackedError(
            f"its body is packed as {packed[:20]!r}, which is not read; crawl it again without", "unreadable"
        )
    for way in ways:
        unpacking = zlib.decompressobj(way)
        try:
            data = unpacking.decompress(body, most + 1)
        except zlib.error:
            continue
        if len(data) > most:
            raise PackedError(f"its body unpacks to more than {most / 1e6:,.1f} MB", "too-large")
        return data
    raise PackedError("its packed body is damaged")
