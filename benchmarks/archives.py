"""How fast web archives and HTML pages are read, and in how much memory.

    python -m benchmarks.archives [--count N] [FOLDER OF HTML PAGES]

Writes a WARC of N pages of our own (100,000), a gzip member for each record, reads it, and prints records and pages in a second of the
processor and the peak of memory. With a folder of HTML pages it prints how many of them are rendered in a second.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
import zlib
from pathlib import Path

from tidebook.pages.decode import decode
from tidebook.pages.gzips import Gunzip
from tidebook.pages.html import read_html
from tidebook.pages.pile import read_file
from tidebook.pages.render import render
from tidebook.pages.source import Budget, Source
from tidebook.pages.warc_records import Records
from tidebook.records.pages import Page

_WORDS = "Kedua menteri bertemu di ibu kota pada hari Kamis, kata juru bicara kementerian luar negeri. "


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=100_000, help="records of the archive (100,000)")
    parser.add_argument("folder", nargs="?", type=Path, help="of HTML pages")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder, "made.warc.gz")
        size = write_archive(archive, given.count)
        print(f"{given.count:,} records, {archive.stat().st_size / 1e6:.1f} MB packed, {size / 1e6:.1f} MB unpacked")
        _archive(archive)
    if given.folder is not None:
        _pages([path.read_bytes() for path in sorted(given.folder.rglob("*.html"))])


def write_archive(path: Path, count: int) -> int:
    """Writes an archive; returns how many bytes it unpacks to."""
    size = 0
    with path.open("wb") as out:
        for number in range(count):
            page = f"<html><head><title>Berita {number}</title></head><body><h1>Berita {number}</h1><p>{_WORDS * 12}</p></body></html>"
            block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
                f"WARC-Target-URI: https://kabar.example/{number}\r\nContent-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(block)}\r\n\r\n"
            )
            packing = zlib.compressobj(6, wbits=31)
            raw = head.encode() + block + b"\r\n\r\n"
            size += len(raw)
            out.write(packing.compress(raw) + packing.flush())
    return size


def _archive(path: Path) -> None:
    began = time.process_time()
    with path.open("rb") as stream:
        source = Source(stream=stream, uri="made.warc.gz", budget=Budget(path.stat().st_size))
        records = sum(record.lost is None for record in Records(Gunzip(source).pieces()))
    took = time.process_time() - began
    print(f"records alone: {records:,} in {took:.2f} s ({20_000 * took / records:.2f} s for 20,000)")
    began = time.process_time()
    pages = sum(isinstance(found, Page) for found in read_file(path, path.name))
    took = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    print(f"with their pages: {pages:,} in {took:.2f} s ({pages / took:,.0f} a second), {memory:.0f} MB at the peak")


def _pages(pages: list[bytes]) -> None:
    texts = [found.text for page in pages if not isinstance(found := decode(page), str)]
    for what, read in (
        ("rendered", lambda: [render(text) for text in texts]),
        ("decoded and rendered", lambda: [read_html(page, "page.html") for page in pages]),
    ):
        began = time.process_time()
        read()
        took = time.process_time() - began
        size = sum(map(len, pages)) / len(pages) / 1_000
        print(f"HTML pages {what}: {len(pages):,} of {size:.0f} KB on average, {len(pages) / took:,.0f} a second")


if __name__ == "__main__":
    main()
