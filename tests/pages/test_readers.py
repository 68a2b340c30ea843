"""Each reader keeps the contract of all."""

from __future__ import annotations

import gzip

from tests.contracts.reader_contract import ReaderContract
from tests.pages import made


class TestText(ReaderContract):
    format = "text"

    def sample(self) -> bytes:
        return f"Damai\n\n{made.WORDS}\n".encode()


class TestHtml(ReaderContract):
    format = "html"

    def sample(self) -> bytes:
        return made.html()


class TestWarc(ReaderContract):
    format = "warc"
    streams = True

    def sample(self) -> bytes:
        return b"".join(made.records())


class TestWet(ReaderContract):
    format = "warc"
    streams = True

    def sample(self) -> bytes:
        return b"".join(made.wet())


class TestWarcGzip(ReaderContract):
    format = "gzip"
    streams = True

    def sample(self) -> bytes:
        return made.members(made.records())


class TestMhtml(ReaderContract):
    format = "mhtml"

    def sample(self) -> bytes:
        return made.mhtml()


class TestFeed(ReaderContract):
    format = "feed"

    def sample(self) -> bytes:
        return made.feed()


class TestAtom(ReaderContract):
    format = "feed"

    def sample(self) -> bytes:
        return made.atom()


class TestJsonLines(ReaderContract):
    format = "jsonl"
    streams = True

    def sample(self) -> bytes:
        return made.jsonl()


class TestZip(ReaderContract):
    format = "zip"

    def sample(self) -> bytes:
        return made.packed_zip()


class TestGzip(ReaderContract):
    format = "gzip"

    def sample(self) -> bytes:
        return gzip.compress(made.html(), mtime=0)
