"""Every format that is read, in the order in which they are asked whether some bytes are theirs."""

from __future__ import annotations

from typing import Protocol

from . import feed, gzips, html, jsonl, mhtml, text, warc, zips
from .source import Found, PackedError, Reading, Source
from .text import refused


class Reader(Protocol):
    """One module: it knows its format by the first bytes, and reads it within limits."""

    def sniff(self, head: bytes) -> bool:
        """Whether some first bytes begin this format; True for no other format's samples."""

    def read(self, source: Source, inside: Reading) -> Found:
        """The pages of a source in order, each once, and a line of the ledger for all that cannot be read.

        Args:
            source: what to read; its first bytes were this reader's.
            inside: reads what lies within, of whatever format.
        """


READERS: tuple[tuple[str, Reader], ...] = (
    ("gzip", gzips),
    ("zip", zips),
    ("warc", warc),
    ("mhtml", mhtml),
    ("feed", feed),
    ("html", html),
    ("jsonl", jsonl),
    ("text", text),
)
"""By the name under which docs/readers.md describes each."""


def format_of(head: bytes) -> str:
    """The name of the format that some first bytes begin."""
    return next(name for name, reader in READERS if reader.sniff(head))


def read_source(source: Source) -> Found:
    """The pages of a source, by its content and not by its name; what is wrong with it is a line of the ledger."""
    try:
        head = source.head
        if not head:
            yield refused(source.uri, "empty", "the file is empty; crawl the page again or leave it out")
            return
        reader = next(reader for _, reader in READERS if reader.sniff(head))
        yield from reader.read(source, read_source)
    except PackedError as error:
        if error.deadly and source.depth:
            raise
        yield refused(source.uri, error.reason, str(error))
