"""Reads what chance makes of well-formed files, and says how many it read.

    python -m benchmarks.fuzz [--count N] [--seed S] [KIND ...]

Of each kind N files are made from samples of our own: bytes flipped, cut out, doubled, put elsewhere; numbers made huge; pieces of
other samples and of every format's own marks put in. A file fails if an exception leaves its reader, if what is read breaks a promise
of the records (a line without an element, a sentence over two lines), or if it takes longer than its limit. The same seed makes the
same files. Failures are printed as the Python bytes of the file.
"""

from __future__ import annotations

import argparse
import binascii
import io
import json
import random
import resource
import sys
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable

from tidebook.pages.formats import read_source
from tidebook.pages.source import Budget, Source
from tidebook.records.pages import Page

MOST_SECONDS = 2.0
"""Of the processor, for one file."""

_WORDS = "Kedua menteri menandatangani perjanjian damai di ibu kota pada hari Kamis."
_MARKS = (
    b"<p>", b"</p>", b"<br>", b"<div hidden>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#0;", b"&#x110000;", b"&amp", b"<table><tr><td>",
    b"<script>", b"</script>", b"<title>", b"<pre>", b"<meta charset=utf-16>", b"<meta charset=gbk>", b"<?xml version='1.0'?>", b"<!DOCTYPE",
    b"WARC/1.0\r\n", b"\r\n\r\n", b"Content-Length: 99999999999\r\n", b"Content-Length: -1\r\n", b"HTTP/1.1 200 OK\r\n", b"\x1f\x8b\x08\x00",
    b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"<item>", b"<rss>", b"<entry>",
    b'{"text": "', b"[[[[", b'"}', b"\\ud800", b"\\u0000", b"1e999", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80",
    b"\x1b$B", b"\n" * 50, b" " * 300, b"<a href='" , b"style='display:none'", b"<svg><title>", b"<time datetime='x'>", b"\xe2\x80\xa8",
)  # fmt: skip


def main() -> int:
    """Prints a line for each kind; 1 where something failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}; all where left out")
    parser.add_argument("--count", type=int, default=200_000, help="files of each kind (200,000)")
    parser.add_argument("--seed", type=int, default=1, help="of chance (1)")
    given = parser.parse_args()
    failed = 0
    for kind in given.kinds or KINDS:
        failed += fuzz(kind, given.count, given.seed)
    return 1 if failed else 0


def fuzz(kind: str, count: int, seed: int) -> int:
    """Reads `count` files of a kind; prints what came of them, and returns how many failed."""
    samples = KINDS[kind]()
    dice = random.Random(f"{kind} {seed}")
    came: Counter[str] = Counter()
    failed, slowest, began = 0, 0.0, time.process_time()
    for _ in range(count):
        raw = changed(samples, dice)
        start = time.process_time()
        try:
            came.update(read(raw))
        except Exception:  # whatever leaves a reader is what is looked for
            failed += 1
            print(f"{kind}: {raw!r}\n{traceback.format_exc()}", file=sys.stderr)
        took = time.process_time() - start
        if took > MOST_SECONDS:
            failed += 1
            print(f"{kind}: {took:.1f} seconds: {raw!r}", file=sys.stderr)
        slowest = max(slowest, took)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    said = ", ".join(f"{n:,} {what}" for what, n in came.most_common())
    print(
        f"{kind}: {count:,} files (seed {seed}), {failed} failed; {said}; slowest {slowest:.2f} s, "
        f"{time.process_time() - began:.0f} s in all, {memory:.0f} MB",
        flush=True,
    )
    return failed


def read(raw: bytes) -> list[str]:
    """What came of a file: ``pages`` for each page, the reason for each refusal.

    Raises:
        AssertionError: a promise of the records is broken.
    """
    stream, came = io.BytesIO(raw), []
    for found in read_source(Source(stream=stream, uri="f", budget=Budget(len(raw)), seekable=stream)):
        if isinstance(found, Page):
            came.append("pages")
            assert found.text.strip(), "a page without text"
            assert not {"\r", "\x00"} & set(found.text), "a character that no page holds"
            if found.elements:
                assert [one.span for one in found.elements] == list(found.lines()), "lines and elements differ"
                assert all(0 <= one.linked <= 1 and one.path.startswith("/") for one in found.elements), (
                    "an element is odd"
                )
            found.text.encode()
        else:
            came.append(found.reason)
            assert found.detail, "no sentence"
            assert "\n" not in found.detail, "more than a line"
            assert len(found.detail) < 500, "more than a sentence"
    return came


def changed(samples: list[bytes], dice: random.Random) -> bytes:
    """One of the samples after one to eight accidents."""
    raw = bytearray(dice.choice(samples))
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(raw) + 1)
        accident = dice.randrange(8)
        if accident == 0 and raw:
            raw[dice.randrange(len(raw))] = dice.randrange(256)
        elif accident == 1:
            del raw[at : at + dice.choice((1, 2, 8, 64, 512))]
        elif accident == 2:
            raw[at:at] = dice.choice(_MARKS) * dice.choice((1, 1, 1, 2, 60))
        elif accident == 3:
            raw[at:at] = raw[at : at + dice.choice((4, 40, 400))] * dice.choice((1, 2, 30))
        elif accident == 4:
            other = dice.choice(samples)
            start = dice.randrange(len(other))
            raw[at:at] = other[start : start + dice.randrange(200)]
        elif accident == 5:
            digits = [place for place, byte in enumerate(raw) if 48 <= byte <= 57]
            if digits:
                place = dice.choice(digits)
                raw[place : place + 1] = dice.choice((b"0", b"9", b"99999999", b"-5"))
        elif accident == 6:
            raw[at : at + 4] = dice.randbytes(4)
        else:
            del raw[at:]
    return bytes(raw[: 1 << 16])


def _html() -> list[bytes]:
    page = f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Damai</title>
<link rel="canonical" href="https://kabar.example/a"><meta property="og:title" content="Damai">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Damai", "author": [{{"name": "Sari"}}]}}</script></head>
<body class="isi"><nav><ul><li><a href="/">Beranda</a><li>Politik</ul></nav><h1>Damai</h1><p>{_WORDS}<br>{_WORDS}<p><time
datetime="2019-04-25">25 April</time></p><table><tr><td>1<td>2</table><pre> a
 b</pre><div hidden><p>x</div></body></html>"""
    return [
        page.encode(),
        page.encode("utf-16"),
        f"<p>{_WORDS}<p>{_WORDS}".encode("cp1252"),
        f"Damai\n\n{_WORDS}\n".encode(),
    ]


def _feed() -> list[bytes]:
    rss = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Kabar</title><item><title>Damai</title><link>https://kabar.example/a</link><pubDate>Thu, 25 Apr 2019 10:00:00 +0700</pubDate>
<content:encoded><![CDATA[<p>{_WORDS}</p>]]></content:encoded></item><item><title>B</title><description>&lt;p&gt;{_WORDS}</description>
</item></channel></rss>"""
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Damai</title><link href="https://kabar.example/a"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{_WORDS}</p></div></content></entry></feed>"""
    return [rss.encode(), atom.encode(), rss.replace("UTF-8", "UTF-16").encode("utf-16")]


def _jsonl() -> list[bytes]:
    rows = [
        {"title": "Damai", "text": _WORDS, "url": "https://kabar.example/a"},
        {"html": f"<p>{_WORDS}", "authors": ["Sari"]},
    ]
    lines = "\n".join(map(json.dumps, rows))
    return [lines.encode(), json.dumps(rows).encode(), json.dumps(rows[0], indent=1).encode()]


def _records() -> list[bytes]:
    page = _html()[0]
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    packing = zlib.compressobj(wbits=31)
    packed = packing.compress(page) + packing.flush()
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    coded = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" + body
    blocks = (("warcinfo", b"software: x"), ("response", http), ("response", coded), ("conversion", _WORDS.encode()))
    head = "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: https://kabar.example/a\r\nContent-Length: {}\r\n\r\n"
    return [head.format(kind, len(block)).encode() + block + b"\r\n\r\n" for kind, block in blocks]


def _gzip(parts: list[bytes]) -> bytes:
    packed = []
    for part in parts:
        packing = zlib.compressobj(wbits=31)
        packed.append(packing.compress(part) + packing.flush())
    return b"".join(packed)


def _mhtml() -> list[bytes]:
    head = b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--x--"\r\n\r\n'
    part = b"----x--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: %s\r\nContent-Location: https://kabar.example/a\r\n\r\n%s\r\n"
    page = _html()[0]
    ways = ((b"quoted-printable", binascii.b2a_qp(page)), (b"base64", binascii.b2a_base64(page)), (b"binary", page))
    return [head + part % way + b"----x----\r\n" for way in ways]


def _zip() -> list[bytes]:
    archives = []
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            for name, raw in (
                ("a.html", _html()[0]),
                ("b/c.warc", b"".join(_records())),
                ("d.gz", _gzip([_WORDS.encode()])),
            ):
                archive.writestr(zipfile.ZipInfo(name), raw, method)
        archives.append(out.getvalue())
    return archives


KINDS: dict[str, Callable[[], list[bytes]]] = {
    "html": _html,
    "feed": _feed,
    "jsonl": _jsonl,
    "warc": lambda: [b"".join(_records()), _records()[1]],
    "warc.gz": lambda: [_gzip(_records()), _gzip([b"".join(_records())])],
    "mhtml": _mhtml,
    "zip": _zip,
}
"""Samples of each kind of file."""


if __name__ == "__main__":
    sys.exit(main())
