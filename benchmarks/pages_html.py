"""HTML pages with gold: read from where the bench keeps them, scored by 4-grams of words and by the day of publication."""

from __future__ import annotations

import collections
import gzip
import json
import re
import sys
import tarfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.pages_data import read_rows
from tidebook.articles.write import write_articles
from tidebook.pages.html import read_html
from tidebook.records.articles import Article, BlockKind
from tidebook.records.pages import Page

APART = (BlockKind.HEADLINE, BlockKind.CAPTION)
_GOLD = "html_gold.jsonl.gz"
_WORD = re.compile(r"\w+")


def html_rows(path: Path) -> list[dict[str, Any]]:
    """Rows of gold with the bytes of their pages under ``raw``.

    Args:
        path: ``html_gold.jsonl.gz`` beside ``html.tar.xz`` or a folder ``html``; such an archive or folder itself (the gold beside it
            is used where it lies there); or a folder with ``gold.json``, a list of ``file``, ``url`` and ``date``.
    """
    if path.is_dir() and (path / "gold.json").is_file():
        rows = json.loads((path / "gold.json").read_text(encoding="utf-8"))
        return [row | {"id": row["file"], "source": path.name, "raw": _unpacked(path / row["file"])} for row in rows]
    if path.is_dir() or ".tar" in path.name:
        raw = dict(_pages(path))
        gold = {row["id"]: row for row in read_rows(path.parent / _GOLD)} if (path.parent / _GOLD).is_file() else {}
        return [gold.get(name, {"id": name}) | {"raw": raw[name]} for name in sorted(raw)]
    rows = read_rows(path)
    beside = next((p for p in (path.parent / "html.tar.xz", path.parent / "html") if p.exists()), None)
    if beside is None:
        sys.exit(f"{path}: its pages are missing; put html.tar.xz or a folder html beside it")
    raw = dict(_pages(beside))
    return [row | {"raw": raw[row["id"]]} for row in rows if row["id"] in raw]


def read_articles(rows: Sequence[dict[str, Any]], alone: bool = False) -> tuple[dict[str, Article], float]:
    """The article of each row's page, by id, and the seconds that reading them took, bytes to articles with their facts.

    Args:
        rows: with ``raw``; ``url`` where the crawl knew the address. alone: each page as a pile of its own.
    """
    start = time.perf_counter()
    pages = [page for row in rows if isinstance(page := read_html(row["raw"], row["id"]), Page)]
    piles = [[page] for page in pages] if alone else [pages]
    articles = {uri: article for pile in piles for article in write_articles(pile)[0] for uri in article.pages}
    return articles, time.perf_counter() - start


def body_of(article: Article, page: str) -> str:
    """The running text of an article that stands on one page, headings and lists in it, without headline and captions."""
    blocks = (block for block in article.blocks if block.page == page and block.kind not in APART)
    return "\n".join(block.span.cut(article.text) for block in blocks)


def body_figures(rows: Sequence[dict[str, Any]], bodies: Mapping[str, str]) -> Iterator[str]:
    """Precision, recall and F1 of 4-grams of words, every page weighing the same, by source and for Indonesian."""
    sums: dict[str, list[float]] = collections.defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for row in rows:
        want, got = _grams(row["body"]), _grams(bodies.get(row["id"], ""))
        right = sum((want & got).values())
        wrong, missed = sum(got.values()) - right, sum(want.values()) - right
        total = right + wrong + missed or 1
        for group in {row["source"], row["source"].partition("-")[0], "id" if row["lang"] == "id" else "all"}:
            for number, value in enumerate((right / total, wrong / total, missed / total, 1)):
                sums[group][number] += value
    for group, (right, wrong, missed, pages) in sorted(sums.items()):
        precision, recall = right / (right + wrong or 1), right / (right + missed or 1)
        f1 = 2 * precision * recall / (precision + recall or 1)
        yield f"{group:14s} pages {pages:4.0f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def date_figures(rows: Sequence[dict[str, Any]], days: Mapping[str, str | None]) -> Iterator[str]:
    """Of the pages whose gold has a day: how many were dated, and how many of those rightly; "none" is an answer."""
    sums: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for row in rows:
        if not row.get("date"):
            continue
        said, right = days.get(row["id"]), str(row["date"])[:10]
        verdict = "none" if said is None else "right" if said == right else "wrong"
        sums[row.get("source", "")][verdict] += 1
        if verdict == "wrong":
            print(f"  {row['id']}: {said}, gold {row['date']}")
    for source, counts in sorted(sums.items()):
        dated = counts["right"] + counts["wrong"]
        yield (
            f"{source:14s} pages {sum(counts.values()):4d}  dated {dated:4d}  right {counts['right']:4d}  "
            f"precision {counts['right'] / max(1, dated):.3f}"
        )


def day_of(article: Article | None) -> str | None:
    """The day on which an article was published where its page states one; None where it was inferred or is no single day."""
    if article is None or article.published is None or article.published.days != 1 or article.published.approximate:
        return None
    return article.published.edtf


def _pages(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for file in sorted(path.glob("*.html*")):
            yield file.name.partition(".html")[0], _unpacked(file)
        return
    with tarfile.open(path) as archive:
        for member in archive:
            held = archive.extractfile(member) if member.isfile() else None
            if held is not None and ".html" in member.name:
                yield Path(member.name).name.partition(".html")[0], held.read()


def _unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def _grams(text: str, size: int = 4) -> collections.Counter[tuple[str, ...]]:
    words = _WORD.findall(text or "")
    if not words:
        return collections.Counter()
    return collections.Counter(tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))
