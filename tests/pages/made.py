"""Files of every format, written by hand."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

WORDS = "Kedua menteri menandatangani perjanjian damai di ibu kota pada hari Kamis."
OTHER = "Perundingan berikutnya dijadwalkan pada bulan Juni, kata juru bicara."


def html(words: str = WORDS, charset: str = "utf-8", head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}<title>Damai</title></head><body><h1>Damai</h1><p>{words}</p></body></html>".encode(
        charset
    )


def http(body: bytes, head: str = "Content-Type: text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{head}\r\n\r\n".encode() + body


def record(
    block: bytes,
    kind: str = "response",
    uri: str = "https://kabar.example/damai",
    content_type: str = "application/http; msgtype=response",
    number: int = 1,
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        f"WARC-Date: 2019-04-26T03:00:00Z\r\nWARC-Target-URI: {uri}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def records() -> list[bytes]:
    """What a crawler writes of two pages: information, requests, answers, one of them a redirect, one an image."""
    return [
        record(b"software: crawler\r\n", "warcinfo", content_type="application/warc-fields"),
        record(b"GET / HTTP/1.1\r\n\r\n", "request", content_type="application/http; msgtype=request"),
        record(http(html())),
        record(http(b"", status="302 Found"), uri="https://kabar.example/lama"),
        record(http(b"\x89PNG\r\n", "Content-Type: image/png"), uri="https://kabar.example/foto.png"),
        record(http(html(OTHER)), uri="https://kabar.example/runding"),
    ]


def wet() -> list[bytes]:
    return [
        record(f"Damai\n{words}\n".encode(), "conversion", f"https://kabar.example/{n}", "text/plain", n)
        for n, words in enumerate((WORDS, OTHER))
    ]


def mhtml() -> bytes:
    import quopri

    part = quopri.encodestring(html("Kata “penutup” mereka: " + WORDS + f"</p><p>{WORDS}")).replace(b"\n", b"\r\n")
    return (
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://kabar.example/damai\r\nSubject: Damai\r\n"
        b'Date: Fri, 26 Apr 2019 03:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        b'\tboundary="----Mark--x1----"\r\n\r\n\r\n------Mark--x1----\r\nContent-Type: text/html\r\nContent-ID: <frame-1>\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://kabar.example/damai\r\n\r\n"
        + part
        + b"\r\n"
        b"------Mark--x1----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------Mark--x1------\r\n"
    )


def feed() -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Kabar</title><language>id</language>
<item><title>Damai &amp;amp; tenang</title><link>https://kabar.example/damai</link><pubDate>Thu, 25 Apr 2019 10:00:00 +0700</pubDate>
<dc:creator>Sari</dc:creator><description>Ringkas.</description>
<content:encoded><![CDATA[<p>{WORDS}</p><p>{OTHER}</p>]]></content:encoded></item>
<item><title>Runding</title><link>https://kabar.example/runding</link><description>&lt;p&gt;{OTHER}&lt;/p&gt;</description></item>
<item><title>Hanya judul</title><link>https://kabar.example/judul</link></item>
</channel></rss>""".encode()


def atom() -> bytes:
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title>
<entry><title>Damai</title><link rel="self" href="https://kabar.example/api/1"/><link href="https://kabar.example/damai"/>
<published>2019-04-25T10:00:00+07:00</published><author><name>Sari</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}</p></div></content></entry>
<entry><title>Runding</title><id>urn:2</id><content type="text">{OTHER}</content></entry></feed>""".encode()


def jsonl() -> bytes:
    rows = (
        {"title": "Damai", "text": f"{WORDS}\n{OTHER}", "url": "https://kabar.example/damai", "date": "2019-04-25"},
        {"headline": "Runding", "html": f"<p>{OTHER}</p>", "authors": ["Sari", "Budi"]},
    )
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def packed_zip(entries: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in (entries or {"b/page.html": html(), "a.txt": f"Runding\n\n{OTHER}\n".encode()}).items():
            archive.writestr(zipfile.ZipInfo(name), raw, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def members(parts: list[bytes]) -> bytes:
    """Each part a gzip member of its own, with no time in its head."""
    return b"".join(gzip.compress(part, mtime=0) for part in parts)
