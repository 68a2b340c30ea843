"""Labelled text dumps as the line model sees them, and the figures by which they are judged."""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from tidebook.articles.furniture import Looked, look_at
from tidebook.articles.layout import chunks_of, layout_of
from tidebook.articles.repeats import repeats_in


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines, packed or not; ends the program with one sentence where it is missing."""
    if not path.is_file():
        sys.exit(
            f"{path}: no such file; give a file of JSON lines in the format of this benchmark (see its first lines)"
        )
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def looked_at(rows: list[dict[str, Any]]) -> Iterator[tuple[list[dict[str, Any]], Looked]]:
    """Rows, several at once, with their pages as the model looks at them; the dumps of one render are one pile."""
    for render in sorted({row["render"] for row in rows}):
        pile = [row for row in rows if row["render"] == render]
        texts = ["\n".join(row["lines"]) for row in pile]
        at = 0
        layouts = [layout_of(chunk) for chunk in chunks_of(texts)]
        for part in look_at(layouts, repeats_in(layouts)):
            pages = len(part.layout.first) - 1
            yield pile[at : at + pages], part
            at += pages


def figures(judged: list[tuple[dict[str, Any], Any]]) -> str:
    """F1 by characters and the share of furniture kept, by group and render.

    Args:
        judged: samples (`y`, `known`, `lengths`, `lang`, `source`, `render`) with a truth value per line.
    """
    sums: dict[str, Any] = {}
    for sample, kept in judged:
        if sample["gold_cov"] < 0.85 or sample["suspect"]:
            continue
        lengths, y, known = sample["lengths"], sample["y"] > 0, sample["known"] > 0
        row = np.array(
            [
                lengths[kept & y].sum(),
                lengths[kept & known & ~y].sum(),
                lengths[~kept & y].sum(),
                lengths[known & ~y].sum(),
            ]
        )
        groups = ["wcxb"] if sample["source"] == "wcxb" else ["news"]
        groups += ["id"] if sample["lang"] == "id" else []
        for group in groups:
            key = f"{group}.{sample['render']}"
            sums[key] = sums.get(key, 0) + row
    parts = []
    for key in sorted(sums):
        right, wrong, missed, furniture = sums[key]
        parts.append(f"{key} F1 {2 * right / (2 * right + wrong + missed):.4f} leak {wrong / max(1, furniture):.3f}")
    return "; ".join(parts)


def held_out(site: str, hold: str) -> bool:
    """Whether a site is among those to leave out (``K/N``: whose name hashes to K modulo N)."""
    if not hold:
        return False
    part, parts = map(int, hold.split("/"))
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % parts == part
