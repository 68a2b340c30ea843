"""Files that were made to hang, fill or fool a reader, each by a function that writes it; all of our own making."""

from __future__ import annotations

import gzip
import io
import itertools
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

Make = Callable[[Path], None]

_BODY = b"<p>Kedua menteri bertemu di ibu kota pada Kamis, 25 April 2019, kata juru bicara.</p>"


def hazards() -> Iterator[tuple[str, str, Make]]:
    """Name of the hazard, name of the file, and what writes it."""
    yield from _markup()
    yield from _text()
    yield from _packed()
    yield from _archives()
    yield from _data()


def _markup() -> Iterator[tuple[str, str, Make]]:
    pages = {
        "200,000 nested div": b"<!doctype html>" + b"<div>" * 200_000 + _BODY,
        "100,000 open p": b"<!doctype html>" + b"<p>word " * 100_000,
        "300,000 br": b"<p>" + b"word<br>" * 300_000,
        "a million tags": b"<p>" + b"<i></i>" * 1_000_000,
        "100,000 attributes": b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">word",
        "20,000 open b, 20,000 closed p": b"<p>" + b"<b>" * 20_000 + b"</p>" * 20_000,
        "5,000 fonts before 5,000 p": b"<p>" + b"".join(b"<font size=%d>" % n for n in range(5_000)) + b"<p>w" * 5_000,
        "900 deep, 90,000 lines": b"<div>" * 900 + b"<p>word" * 90_000,
        "900 deep, 150,000 end tags": b"<p>" + b"<div>" * 900 + b"</span>" * 150_000,
        "20 MB line of HTML": b"<p>" + b"word " * 4_000_000,
        "7 MB line of HTML": b"<p>" + b"word " * 1_400_000,
        "a million comments": b"<p>word" + b"<!--" * 1_000_000,
        "500 comments and no page": b"<!---->" * 580 + b"word",
        "3,000,000 less-than signs": b"<p>" + b"<" * 3_000_000,
        "a million entities": b"<p>" + b"&amp" * 1_000_000,
        "a name of 2 MB": b"<p>word</p><" + b"a" * 2_000_000,
        "60,000 open scripts": b"<p>\xe9\xe8\xe9\xe8\xe9\xe8\xe9\xe8\xe9\xe8\xe9\xe8\xe9\xe8" + b"<script>" * 60_000,
        "JSON-LD 50,000 deep": b"<script type='application/ld+json'>" + b"[" * 50_000 + b"</script>" + _BODY,
        "JSON-LD of commas": b"<script type='application/ld+json'>{" + b", " * 400_000 + b"</script>" + _BODY,
        "50,000 nested tables": b"<p>" + b"<table><tr><td>" * 50_000,
        "class of 5 MB": b"<p class='" + b"name " * 1_000_000 + b"'>word</p>",
        "style of blanks": b"<p style='" + b"display " * 200 + b" " * 1_000_000 + b"'>word</p>",
        "NULs": b"<p>w\x00o\x00r\x00d and more \x00 words</p>" * 3_000,
        "bidi controls": "<p>abc\u202edcba\u2066x\u2069 words of a line</p>".encode() * 1_000,
        "script in the title": b"<title><script>alert(1)</script></title>" + _BODY,
        "cut in a tag": b"<html><body>" + _BODY + b"<p class='x",
    }  # fmt: skip
    for name, raw in pages.items():
        yield name, "page.html", _bytes(raw)


def _text() -> Iterator[tuple[str, str, Make]]:
    yield "100 MB line", "page.txt", _sparse(100_000_000)
    yield "7 MB line of text", "page.txt", _bytes(b"word " * 1_400_000)
    yield "7,000,000 line ends", "page.txt", _bytes(b"\n" * 7_000_000 + b"word")
    yield "high bytes that are nothing", "page.txt", _bytes(b"a\xff" * 3_000_000)
    yield "unclosed XML", "page.txt", _bytes(b"<root " + b"</root " * 500_000)


def _packed() -> Iterator[tuple[str, str, Make]]:
    yield "600 MB in a gzip of 600 KB", "page.html.gz", _gzip_of(b"\x00", 600)
    yield "gzip in a gzip of 1.2 GB", "page.gz", lambda path: path.write_bytes(gzip.compress(_zeros(1_200), 9)) and None
    yield "five gzips deep", "page.gz", lambda path: path.write_bytes(_nested(_BODY, 6)) and None
    yield "gzip of beginnings", "page.gz", _bytes(b"\x1f\x8b\x08\x00" * 5_000_000)
    yield "gzip of damaged members", "page.warc.gz", _bytes((gzip.compress(_BODY)[:-9] + b"123456789") * 20_000)
    yield "gzip cut off", "page.html.gz", _bytes(gzip.compress(_BODY * 999)[:-40])
    yield "ZIP of 1,000-fold entries", "pages.zip", _zip({f"{n}.html": _zeros_raw(20) for n in range(30)})
    yield "ZIP of ZIPs of ZIPs", "pages.zip", lambda path: path.write_bytes(_zips(5, 6)) and None
    yield "ZIP whose entries overlap", "pages.zip", _overlapping
    yield "ZIP that claims 4,000,000 entries", "pages.zip", _claiming
    yield "ZIP cut off", "pages.zip", lambda path: path.write_bytes(_zip_bytes({"a.html": _BODY * 99})[:-60]) and None


def _archives() -> Iterator[tuple[str, str, Make]]:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: "
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _BODY
    whole = head + b"%d\r\n\r\n" % len(page) + page + b"\r\n\r\n"
    yield "WARC record of 600 MB in 600 KB", "crawl.warc.gz", _gzip_of(b"\x00", 600, head + b"600000000\r\n\r\n")
    yield "WARC that claims a petabyte", "crawl.warc", _bytes(head + b"999999999999999\r\n\r\n" + page * 999)
    yield "WARC head without end", "crawl.warc", _bytes(b"WARC/1.0\r\n" + b"X-Name: " + b" \t" * 4_000_000)
    yield (
        "WARC of 100 MB of line ends",
        "crawl.warc",
        _bytes(b"WARC/1.0\r\nContent-Length: 0\r\n\r\n" + b"\n" * 100_000_000),
    )
    yield "WARC of marks", "crawl.warc", _bytes(b"WARC/1.0\r\n\r\n" * 700_000)
    yield "WARC with a damaged member", "crawl.warc.gz", _bytes(_damaged([gzip.compress(whole)] * 6))
    yield "HTTP body of 400 MB in a record", "crawl.warc", _bytes(_bombed_record(head))
    yield "2,000,000 chunks", "crawl.warc", _bytes(_chunked_record(head))


def _data() -> Iterator[tuple[str, str, Make]]:
    yield "a line of JSON of 60 MB", "pages.jsonl", _bytes(b'{"text": "' + b"word " * 12_000_000 + b'"}\n')
    yield "JSON 100,000 deep", "pages.jsonl", _bytes(b'{"text": ' + b"[" * 100_000 + b"\n")
    yield "entities that unfold", "feed.xml", _bytes(_lol())
    yield (
        "entities that unfold quadratically",
        "feed.xml",
        _bytes(
            b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "'
            + b"A" * 100_000
            + b'">]><rss>'
            + b"&a;" * 50_000
            + b"</rss>"
        ),
    )
    yield (
        "entity that reads a file",
        "feed.xml",
        _bytes(
            b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>'
        ),
    )
    yield "feed 100,000 deep", "feed.xml", _bytes(b"<rss>" + b"<channel>" * 100_000)
    many = b" ".join(b"a%d='1'" % n for n in range(100_000))
    yield (
        "feed with 100,000 attributes",
        "feed.xml",
        _bytes(b"<rss><channel><item " + many + b"><title>w</title></item></channel></rss>"),
    )
    spaces = b" ".join(b"xmlns:a%d='u:%d'" % (n, n) for n in range(50_000))
    yield (
        "feed with 50,000 name spaces",
        "feed.xml",
        _bytes(b"<rss " + spaces + b"><channel><item><title>w</title></item></channel></rss>"),
    )
    yield (
        "feed of 1,300,000 elements",
        "feed.xml",
        _bytes(b"<rss><channel><item>" + b"<title/>" * 1_300_000 + b"</item></channel></rss>"),
    )
    yield (
        "feed of 1,300,000 elements in a text",
        "feed.xml",
        _bytes(b"<feed><entry><content type='xhtml'>" + b"<b>w</b>" * 1_300_000 + b"</content></entry></feed>"),
    )
    head = b'From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--x"\r\n\r\n'
    yield "MHTML of 60 MB of marks", "page.mhtml", _bytes(head + b"----x\r\n" * 7_500_000)
    yield (
        "MHTML of one picture of 60 MB",
        "page.mhtml",
        _bytes(head + b"----x\r\nContent-Type: text/html\r\n\r\n" + b"QUJD" * 15_000_000),
    )
    yield (
        "JSON of a million fields",
        "pages.jsonl",
        _bytes(b"{" + b",".join(b'"f%d":1' % n for n in range(1_000_000)) + b"}\n"),
    )
    yield "feed of 100,000 items", "feed.xml", _bytes(b"<rss><channel>" + b"<item><title>w</title></item>" * 100_000)


def _bytes(raw: bytes) -> Make:
    return lambda path: path.write_bytes(raw) and None


def _sparse(size: int) -> Make:
    def make(path: Path) -> None:
        with path.open("wb") as out:
            out.truncate(size)

    return make


def _zeros(megabytes: int) -> bytes:
    """Zeros, packed once: about a kilobyte for each megabyte."""
    packing = zlib.compressobj(9, wbits=31)
    return b"".join([*(packing.compress(bytes(1 << 20)) for _ in range(megabytes)), packing.flush()])


def _zeros_raw(megabytes: int) -> bytes:
    return bytes(megabytes << 20)


def _gzip_of(filler: bytes, megabytes: int, head: bytes = b"<html>") -> Make:
    def make(path: Path) -> None:
        with gzip.open(path, "wb", 6) as out:
            out.write(head)
            for _ in range(megabytes):
                out.write(filler * 1_000_000)

    return make


def _nested(raw: bytes, times: int) -> bytes:
    for _ in range(times):
        raw = gzip.compress(raw)
    return raw


def _zip_bytes(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in entries.items():
            archive.writestr(zipfile.ZipInfo(name), raw, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _zip(entries: dict[str, bytes]) -> Make:
    return lambda path: path.write_bytes(_zip_bytes(entries)) and None


def _zips(levels: int, each: int) -> bytes:
    raw = _zip_bytes({"page.html": _zeros_raw(4)})
    for _ in range(levels):
        raw = _zip_bytes({f"{n}.zip": raw for n in range(each)})
    return raw


def _overlapping(path: Path) -> None:
    """Four hundred names for one entry that unpacks to 10 MB."""
    single = _zip_bytes({"a.html": b"<p>" + b"word " * 2_000_000})
    end = single.rfind(b"PK\x05\x06")
    start = struct.unpack("<L", single[end + 16 : end + 20])[0]
    entry = single[start:end]
    entries = b"".join(entry.replace(b"a.html", b"%06d" % n) for n in range(400))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 400, 400, len(entries), start, 0)
    path.write_bytes(single[:start] + entries + tail)


def _claiming(path: Path) -> None:
    single = _zip_bytes({"a.html": _BODY})
    end = single.rfind(b"PK\x05\x06")
    path.write_bytes(
        single[:end] + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFE, 0xFFFE, 0x10000000, len(single) - 100, 0)
    )


def _damaged(members: list[bytes]) -> bytes:
    broken = bytearray(members[2])
    broken[20:30] = b"\xff" * 10
    return b"".join([*members[:2], bytes(broken), *members[3:]])


def _bombed_record(head: bytes) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n" + _zeros(400)
    return head + b"%d\r\n\r\n" % len(body) + body + b"\r\n\r\n"


def _chunked_record(head: bytes) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n" + b"1\nw\n" * 2_000_000
    return head + b"%d\r\n\r\n" % len(body) + body + b"\r\n\r\n"


def _lol() -> bytes:
    names = "abcdefghij"
    defined = "".join(f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in itertools.pairwise(names))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol">{defined}]><rss>&j;</rss>'.encode()
