"""A pile: files and folders, in any order, to pages in one order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..records.drops import Dropped
from ..records.pages import Page
from .html import read_html, sniff
from .text import MOST_BYTES, read_text, refused, too_large

NOT_PAGES = frozenset(
    {".py", ".js", ".css", ".json", ".jsonl", ".csv", ".tsv", ".yaml", ".yml", ".toml", ".md", ".db", ".sqlite"}
    | {
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".svg",
        ".webp",
        ".ico",
        ".mp3",
        ".mp4",
        ".pdf",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
    }
)
"""Endings that tell, of a file met in a folder, that it is no page; a file named by itself is read whatever its ending."""

SNIFFED = 4_096
"""First bytes of a file by which its format is told."""


def read_pile(paths: Sequence[Path]) -> Iterator[Page | Dropped]:
    """Every page under `paths`, sorted by uri; what cannot be read comes as a `Dropped` whose detail is one sentence.

    Folders are read with all that is in them; hidden files and folders (names that begin with a dot) are skipped, links to
    folders are not followed. A file that is reached twice is read once. The uri of a page is its path relative to
    `root_of(paths)`, with ``/``.
    """
    root = root_of(paths)
    found: dict[str, Path] = {}
    for path in paths:
        for file in _files(Path(os.path.abspath(path))):
            found.setdefault(_uri(file, root), file)
    named = {os.path.abspath(path) for path in paths}
    for uri in sorted(found):
        if found[uri].suffix.lower() in NOT_PAGES and os.fspath(found[uri]) not in named:
            yield refused(
                uri, "not-a-page", f"a {found[uri].suffix} file in a folder is not taken for a page; name it to read it"
            )
        else:
            yield read_page(found[uri], uri)


def root_of(paths: Iterable[Path]) -> Path:
    """The deepest folder that holds everything given: a folder itself, a file's folder; absolute, links kept."""
    folders = []
    for path in paths:
        whole = os.path.abspath(path)
        folders.append(whole if os.path.isdir(whole) else os.path.dirname(whole))
    if not folders:
        return Path.cwd()
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # several drives
        return Path(Path(folders[0]).anchor or Path.cwd())


def read_page(path: Path, uri: str) -> Page | Dropped:
    """One file as a page, or one sentence why it is none. The same bytes give the same page, wherever they lie."""
    try:
        if not path.exists():
            return refused(uri, "missing", "there is no such file or folder; check the spelling")
        if not path.is_file():
            return refused(uri, "unreadable", "this is neither a file nor a folder; give files or folders of pages")
        size = path.stat().st_size
        if size > MOST_BYTES:
            return too_large(uri, size)
        with path.open("rb") as source:
            raw = source.read(MOST_BYTES + 1)
    except OSError as error:
        return refused(uri, "unreadable", f"the file cannot be opened ({error.strerror}); check its permissions")
    return read_html(raw, uri) if sniff(raw[:SNIFFED]) else read_text(raw, uri)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder, name)


def _uri(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()
