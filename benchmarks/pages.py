"""Articles from pages, measured: ``python -m benchmarks.pages dumps|html|dates|stitch|neardup PATH --out FILE``.

`dumps` reads labelled text dumps and writes ``{"id", "keep"}`` per dump, one character for each of its lines: 1 where the line is
running text of the article (captions, which stand beside it, are 0, as are headlines). `stitch` reads pages of articles that were
split, among others, and writes ``{"id", "group", "position"}``. `html` reads HTML pages (their gold, their archive or their folder)
and writes ``{"id", "body"}``; `dates` reads HTML pages or dumps and writes ``{"id", "date"}``, where null says that none is stated.
`neardup` reads texts and writes ``{"id", "origin"}``, the same origin for copies and near copies of one text.
All print their figures; the pages of one render, or of the whole file, are read as one pile, as `tidebook build` reads them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.origins import groups_of, rand_index
from benchmarks.pages_data import figures, read_rows
from benchmarks.pages_html import APART, body_figures, body_of, date_figures, day_of, html_rows, read_articles
from tidebook.articles.write import write_articles
from tidebook.records.articles import Article
from tidebook.records.pages import Page


def main() -> None:
    """Reads the task, the data and where to write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("task", choices=("dumps", "html", "dates", "stitch", "neardup"))
    parser.add_argument("path", type=Path, help="a file of JSON lines, packed with gzip or not")
    parser.add_argument("--out", type=Path, required=True, help="where the predictions go")
    arguments = parser.parse_args()
    tasks = {"dumps": _dumps, "html": _html, "dates": _dates, "stitch": _stitch, "neardup": _neardup}
    predicted = tasks[arguments.task](arguments.path)
    with arguments.out.open("w", encoding="utf-8") as out:
        for prediction in predicted:
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    print(f"wrote {arguments.out}")


def _html(path: Path) -> list[dict[str, Any]]:
    rows = html_rows(path)
    articles, seconds = read_articles(rows)
    print(f"{len(rows) / seconds:,.0f} pages/s, bytes to articles with their facts")
    bodies = {uri: body_of(article, uri) for uri, article in articles.items()}
    if all("body" in row for row in rows):
        print("\n".join(body_figures(rows, bodies)))
    return [{"id": row["id"], "body": bodies.get(row["id"], "")} for row in rows]


def _dates(path: Path) -> list[dict[str, Any]]:
    dumped = path.is_file() and ".jsonl" in path.name and "lines" in (first := read_rows(path))[0]
    rows = first if dumped else html_rows(path)
    articles: dict[str, Article] = {}
    if dumped:
        for render in sorted({row["render"] for row in rows}):
            pages = [_page(row) for row in rows if row["render"] == render]
            articles |= {uri: article for article in write_articles(pages)[0] for uri in article.pages}
    else:
        articles, _ = read_articles(rows)
    days = {row["id"]: day_of(articles.get(row["id"])) for row in rows}
    print("\n".join(date_figures(rows, days)))
    return [{"id": uri, "date": day} for uri, day in days.items()]


def _dumps(path: Path) -> list[dict[str, Any]]:
    rows = read_rows(path)
    predicted, judged, seconds = [], [], 0.0
    for render in sorted({row["render"] for row in rows}):
        pile = [row for row in rows if row["render"] == render]
        pages = [_page(row) for row in pile]
        start = time.process_time()
        articles, _ = write_articles(pages)
        seconds += time.process_time() - start
        kept = _kept(articles)
        for row, page in zip(pile, pages, strict=True):
            spans = page.lines()
            inside = kept.get(page.uri, set())
            keep = [any(span.start <= at < max(span.end, span.start + 1) for at in inside) for span in spans]
            predicted.append({"id": row["id"], "keep": "".join("1" if line else "0" for line in keep)})
            judged.append((_sample(row), np.array(keep)))
    print(
        f"{len(rows) / seconds:,.0f} pages/s of processor time on one core, pages to articles with their facts, {seconds:.1f} s in all"
    )
    for line in figures(judged).split("; "):
        print(line)
    return predicted


def _page(row: dict[str, Any]) -> Page:
    text = "\n".join(row["lines"])
    digest = "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Page(uri=row["id"], digest=digest, media_type="text/plain", charset="utf-8", text=text)


def _kept(articles: tuple[Article, ...]) -> dict[str, set[int]]:
    """Where the running text of articles begins on each page, block by block."""
    found: dict[str, set[int]] = {}
    for article in articles:
        for block in article.blocks:
            if block.kind not in APART:
                found.setdefault(block.page, set()).add(block.source.start)
    return found


def _sample(row: dict[str, Any]) -> dict[str, Any]:
    keys = ("lang", "source", "render", "gold_cov", "suspect")
    return {key: row.get(key) for key in keys} | {
        "lengths": np.array([len(line) for line in row["lines"]], dtype=float),
        "y": np.array([label == "a" for label in row["labels"]], dtype=float),
        "known": np.array([label in "af" for label in row["labels"]], dtype=float),
    }


def _stitch(path: Path) -> list[dict[str, Any]]:
    rows = read_rows(path)
    pages = [_page(row) for row in rows]
    start = time.process_time()
    articles, _ = write_articles(pages)
    print(f"{len(rows) / (time.process_time() - start):,.0f} pages/s of processor time")
    predicted = list(_places(articles))
    said = {row["id"]: (row["group"], int(row["page"])) for row in rows}
    gold: dict[str, list[tuple[int, str]]] = {}
    for uri, (group, number) in said.items():
        gold.setdefault(group, []).append((number, uri))
    ours = {article.pages for article in articles}
    split = {group: tuple(uri for _, uri in sorted(found)) for group, found in gold.items() if len(found) > 1}
    exact = sum(order in ours for order in split.values())
    false = [pages for pages in ours if len({said[uri][0] for uri in pages}) > 1]
    print(f"exact groups in exact order: {exact}/{len(split)} = {exact / max(1, len(split)):.3f}")
    print(f"articles joined of pages that do not belong together: {len(false)}")
    return predicted


def _neardup(path: Path) -> list[dict[str, Any]]:
    rows = read_rows(path)
    start = time.process_time()
    ours = groups_of([row["text"] for row in rows])
    print(f"{len(rows) / (time.process_time() - start):,.0f} texts/s of processor time")
    if all("origin" in row for row in rows):
        print(f"adjusted Rand index: {rand_index(ours, [row['origin'] for row in rows]):.3f}")
    return [{"id": row["id"], "origin": rows[group]["id"]} for row, group in zip(rows, ours, strict=True)]


def _places(articles: tuple[Article, ...]) -> Iterator[dict[str, Any]]:
    for article in articles:
        for position, uri in enumerate(article.pages, 1):
            yield {"id": uri, "group": article.id, "position": position}


if __name__ == "__main__":
    main()
