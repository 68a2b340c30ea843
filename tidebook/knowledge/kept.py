"""What was made of tables is kept in the user's cache, so that the next start reads it instead of making it once more.

A kept file is named for the digest of all that it was made from: the tables and the code that read them. A changed one is made
anew; a cache that cannot be read or written is done without. It holds plain JSON, best with long tables as rows of text,
which are cut up only when a row is asked for.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

_OLD = 8  # files of one name that stay, for those who work on several copies of the tables at once


def cache_folder() -> Path:
    """Where the user's cache of knowledge is."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "tidebook" / "knowledge"


def kept(name: str, made_from: Iterable[Path], make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What `make` gives, read from the cache where it was made from the same files before.

    Args:
        name: of the kept file, for people; letters, digits and hyphens.
        made_from: every file on which the result depends, code included.
        make: gives plain data: dicts with text keys, lists, text, numbers.
    """
    try:
        digest = _digest(made_from)
    except OSError:
        return make()
    path = cache_folder() / f"{name}-{digest}.json"
    with suppress(OSError, ValueError), resting():
        found = json.loads(path.read_bytes())
        if isinstance(found, dict):
            return found
    with resting():
        data = make()
    keep(path, data)
    _forget(path.parent, name)
    return data


def keep(path: Path, data: Any) -> None:
    """Writes plain data as JSON, whole or not at all; what JSON would change is not kept."""
    try:
        text = json.dumps(data, ensure_ascii=False)
        if json.loads(text) != data:  # integer keys or dates would come back as text
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as out:
            out.write(text)
        os.replace(out.name, path)
    except (OSError, TypeError):
        return


@contextmanager
def resting() -> Iterator[None]:
    """The garbage collector rests while large tables, or many records without cycles, are made: none of what they hold is garbage."""
    awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if awake:
            gc.enable()


@contextmanager
def unhurried() -> Iterator[None]:
    """The garbage collector looks less often while many articles are read: little of what a sentence needs is garbage in circles."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for path in files:
        raw = path.read_bytes()
        digest.update(f"{path.name} {len(raw)}\n".encode())
        digest.update(raw)
    return digest.hexdigest()


def _forget(folder: Path, name: str) -> None:
    with suppress(OSError):
        files = sorted(folder.glob(f"{name}-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[_OLD:]:
            path.unlink(missing_ok=True)
