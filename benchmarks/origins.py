"""How well copies and translations are told from what two newsrooms wrote by themselves.

    python -m benchmarks.origins [--copies neardup.jsonl.gz] [--parallel parallel_id_en.jsonl.gz]

``--copies``: one text a line (``text``, and ``origin``: texts of one origin go back to one text). Prints the adjusted Rand
index of our groups. ``--parallel``: one sentence pair a line (``ind``, ``eng``). Sentences are put together to texts of 6, 10
and 16; prints how many of the texts find their translation, and how many find another's.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tidebook.articles.origin_copies import copies_of
from tidebook.articles.origin_facts import translations_of


def copies(path: Path) -> None:
    """Near copies among texts."""
    rows = _rows(path)
    started = time.perf_counter()
    ours = groups_of([row["text"] for row in rows])
    took = time.perf_counter() - started
    print(
        f"copies: {len(rows)} texts, adjusted Rand index {rand_index(ours, [r['origin'] for r in rows]):.3f}, {took:.1f} s"
    )


def groups_of(texts: Sequence[str]) -> list[int]:
    """For each text the number of the one that stands for its group: texts that go back to one text."""
    parent = list(range(len(texts)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for link in copies_of(texts):
        first, second = sorted((root(link.first), root(link.second)))
        parent[second] = first
    return [root(i) for i in range(len(texts))]


def rand_index(ours: Sequence[object], truth: Sequence[object]) -> float:
    """Adjusted Rand index of two groupings (Hubert and Arabie 1985)."""
    both, left, right = Counter(zip(ours, truth, strict=True)), Counter(ours), Counter(truth)
    pairs = [sum(math.comb(n, 2) for n in counts.values()) for counts in (both, left, right)]
    chance = pairs[1] * pairs[2] / math.comb(len(ours), 2)
    return (pairs[0] - chance) / ((pairs[1] + pairs[2]) / 2 - chance)


def parallel(path: Path) -> None:
    """Translations among texts made of parallel sentences."""
    rows = _rows(path)
    for size in (6, 10, 16):
        chunks = [rows[i : i + size] for i in range(0, len(rows) - size + 1, size)]
        texts = [" ".join(row[key] for row in chunk) for key in ("ind", "eng") for chunk in chunks]
        languages = ["id"] * len(chunks) + ["en"] * len(chunks)
        links = translations_of(texts, languages)
        right = sum(1 for link in links if link.second - link.first == len(chunks))
        print(
            f"translations: {len(chunks)} texts of {size} sentences, {right} find theirs = {right / len(chunks):.3f}, "
            f"{len(links) - right} find another's"
        )


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main() -> None:
    """Measures what is given."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--copies", type=Path)
    asked.add_argument("--parallel", type=Path)
    given = asked.parse_args()
    if given.copies:
        copies(given.copies)
    if given.parallel:
        parallel(given.parallel)


if __name__ == "__main__":
    main()
