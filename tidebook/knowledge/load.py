"""Reads the files of knowledge.

YAML files hold small, structured knowledge; TSV files hold long tables. YAML is slow to parse, so what was parsed is kept as
JSON in the user's cache, keyed by the digest of the file's bytes: a changed file is read anew, and a cache that cannot be
written is done without.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import KnowledgeError

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
    kept = _cache_folder() / f"{hashlib.sha256(raw).hexdigest()[:32]}.json"
    with suppress(OSError, ValueError):
        return json.loads(kept.read_bytes())
    import yaml

    try:
        data = yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" line {mark.line + 1}" if mark is not None else ""
        raise KnowledgeError(f"{path}{where}: not YAML ({getattr(error, 'problem', error)})") from error
    _keep(kept, data)
    return data


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a TSV file: a header line, ``#`` comments, empty cells as ``""``.

    Raises:
        KnowledgeError: the file is missing, or a row has more cells than the header.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror})") from error
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = [cell.strip() for cell in cells]
            continue
        if len(cells) > len(header):
            raise KnowledgeError(f"{path} line {number}: {len(cells)} cells where the header names {len(header)}")
        yield dict(zip(header, [c.strip() for c in cells] + [""] * (len(header) - len(cells)), strict=True))


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "tidebook" / "knowledge"


def _keep(path: Path, data: Any) -> None:
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
