"""Reads the files of knowledge.

YAML files hold small, structured knowledge; TSV files hold long tables. YAML is slow to parse, so what was parsed is kept as
JSON in the user's cache, keyed by the digest of the file's bytes: a changed file is read anew, and a cache that cannot be
written is done without.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any

from ..errors import KnowledgeError
from .kept import cache_folder, keep

ROOT = Path(__file__).parent


@cache
def languages(having: str = "language.yaml") -> tuple[str, ...]:
    """Codes of the languages whose folder has a file of this name, sorted; ``structure.yaml`` makes events be coded in one."""
    return tuple(sorted(p.name for p in (ROOT / "languages").iterdir() if (p / having).is_file()))


def of_language(code: str, name: str) -> Any:
    """The parsed file `name` (``times.yaml``) of a language, or an empty mapping where the language has none.

    Raises:
        KnowledgeError: there is no such language, or the file is malformed.
    """
    folder = ROOT / "languages" / code
    if not folder.is_dir():
        raise KnowledgeError(f"no language {code!r} in {folder.parent}; there are {', '.join(languages())}")
    path = folder / name
    return read_yaml(path) if path.is_file() else {}


@cache
def read_yaml(path: Path) -> Any:
    """A YAML file as plain data. Callers share the result and must not change it.

    Raises:
        KnowledgeError: the file is missing or is not YAML.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror})") from error
    kept = cache_folder() / f"{hashlib.sha256(raw).hexdigest()[:32]}.json"
    with suppress(OSError, ValueError):
        return json.loads(kept.read_bytes())
    import yaml

    try:
        data = yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" line {mark.line + 1}" if mark is not None else ""
        raise KnowledgeError(f"{path}{where}: not YAML ({getattr(error, 'problem', error)})") from error
    keep(kept, data)
    return data


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a TSV file: a header line, ``#`` comments, empty cells as ``""``.

    Raises:
        KnowledgeError: the file is missing, or a row has more cells than the header.
    """
    rows = _cells(path)
    header = next(rows, [])
    for cells in rows:
        yield dict(zip(header, cells, strict=True))


def read_columns(path: Path, *names: str) -> Iterator[tuple[str, ...]]:
    """Some columns of a TSV file (two or more), row by row: for tables so long that a mapping for each row would be slow.

    Raises:
        KnowledgeError: as `read_table`, or there is no such column.
    """
    rows = _cells(path)
    header = next(rows, [])
    missing = [name for name in names if name not in header]
    if missing:
        raise KnowledgeError(f"{path}: no column {missing[0]!r}; there are {', '.join(header)}")
    yield from map(itemgetter(*map(header.index, names)), rows)


def _cells(path: Path) -> Iterator[list[str]]:
    """The rows of a TSV file as lists of equal length, the header first."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror})") from error
    bare = " \t" not in text and "\t " not in text  # then only the ends of a line can have blanks to cut
    width = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line[:1] == "#" or not line.strip():
            continue
        cells = line.split("\t")
        if not bare or line[0] == " " or line[-1].isspace():
            cells = [cell.strip() for cell in cells]
        width = width or len(cells)
        if len(cells) != width:
            if len(cells) > width:
                raise KnowledgeError(f"{path} line {number}: {len(cells)} cells where the header names {width}")
            cells += [""] * (width - len(cells))
        yield cells
