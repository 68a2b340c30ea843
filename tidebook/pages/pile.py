"""A pile: files, folders and standard input, in any order, to pages in one order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..records.drops import Dropped
from ..records.pages import Page
from .formats import read_source
from .source import Budget, Source
from .streams import Metered
from .text import refused

STDIN = Path("-")
"""Names standard input among paths; pages that come from it are named ``-``, or ``-!/000012`` in a container."""
INNER = "!/"
"""Parts the name of a container from the place of a page in it."""

OWN = frozenset(("book.db", "chronicle.json", "report.html"))
"""What `build` writes: a folder that holds all three is a book, and a book is no page of the pile that it lies in."""


def read_pile(paths: Sequence[Path], fields: Mapping[str, str] | None = None) -> Iterator[Page | Dropped]:
    """Every page under `paths`, file by file in the order of their names; what cannot be read comes as a `Dropped` whose detail is
    one sentence. One page is held at a time.

    Folders are read with all that is in them; hidden files and folders (names that begin with a dot) are skipped, links to
    folders are not followed. A file that is reached twice is read once. The uri of a page is its path relative to
    `root_of(paths)`, with ``/``, and in a container its place there (see docs/readers.md).

    Args:
        paths: files and folders; `STDIN` for standard input.
        fields: names of JSON fields by what they hold (``{"text": "isi"}``), where they are none of those that are known.
    """
    root = root_of(paths)
    found: dict[str, Path] = {}
    for path in paths:
        if path == STDIN:
            continue
        for file in _files(Path(os.path.abspath(path))):
            found.setdefault(_uri(file, root), file)
    named = {os.path.abspath(path) for path in paths}
    if STDIN in paths:
        yield from _read_stdin(fields or {})
    for uri in sorted(found):
        yield from read_file(found[uri], uri, fields, in_folder=os.fspath(found[uri]) not in named)


def root_of(paths: Iterable[Path]) -> Path:
    """The deepest folder that holds everything given: a folder itself, a file's folder; absolute, links kept."""
    folders = []
    for path in paths:
        if path == STDIN:
            continue
        whole = os.path.abspath(path)
        folders.append(whole if os.path.isdir(whole) else os.path.dirname(whole))
    if not folders:
        return Path.cwd()
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # several drives
        return Path(Path(folders[0]).anchor or Path.cwd())


def file_of(uri: str) -> str | None:
    """The file, relative to the pile's root, in which a page lies; None where it came from standard input."""
    file = uri.split(INNER)[0]
    return None if file == os.fspath(STDIN) else file


def read_file(
    path: Path, uri: str, fields: Mapping[str, str] | None = None, *, in_folder: bool = False
) -> Iterator[Page | Dropped]:
    """The pages of one file. The same bytes give the same pages, wherever they lie."""
    try:
        if not path.exists():
            yield refused(uri, "missing", "there is no such file or folder; check the spelling")
        elif not path.is_file():
            yield refused(uri, "unreadable", "this is neither a file nor a folder; give files or folders of pages")
        else:
            with path.open("rb") as stream:
                size = os.fstat(stream.fileno()).st_size
                yield from read_source(
                    Source(
                        stream=stream,
                        uri=uri,
                        budget=Budget(size),
                        seekable=stream,
                        fields=fields or {},
                        in_folder=in_folder,
                    )
                )
    except OSError as error:
        yield refused(uri, "unreadable", f"the file cannot be opened ({error.strerror}); check its permissions")


def _read_stdin(fields: Mapping[str, str]) -> Iterator[Page | Dropped]:
    if sys.stdin is None:  # a program without a console
        yield refused(os.fspath(STDIN), "missing", "there is no standard input; give files or folders of pages")
        return
    budget = Budget(None)
    stream = Metered(sys.stdin.buffer, budget)
    yield from read_source(Source(stream=stream, uri=os.fspath(STDIN), budget=budget, fields=fields))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        passed = OWN if set(names) >= OWN else frozenset()
        for name in sorted(names):
            if not name.startswith(".") and name not in passed:
                yield Path(folder, name)


def _uri(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()
