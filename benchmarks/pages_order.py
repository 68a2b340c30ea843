"""Makes the weights of the reading order: ``python -m benchmarks.pages_order DUMPS... [--write] [--hold K/N]``.

DUMPS are labelled dumps as `pages_train` reads them. Their articles are cut into two to four pages between paragraphs, always the
same way for the same article; what stands above the text stays with the first page in most of them. First the words that open and
close articles are counted (``knowledge/openings.tsv``), then the weights learnt by gradient descent on the softmax over all orders.
"""

from __future__ import annotations

import argparse
import itertools
import random
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.pages_data import held_out, read_rows
from tidebook.articles import order
from tidebook.articles.captions import is_caption
from tidebook.articles.datelines import dateline_of
from tidebook.articles.order import FEATURES, OPENINGS, WEIGHTS, Text, orders_of

RATE, ROUNDS, DECAY = 0.5, 1200, 2e-3
LEAST_SITES, CUTS, FEWEST, HEADED = 12, 3, 5, 0.6
"""Sites on which a word must open paragraphs; ways in which an article is cut; paragraphs of the shortest one; the

share of the articles whose first page keeps what stands above the text."""


def main() -> None:
    """Counts, trains, prints the share of right orders, writes both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dumps", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="write the tables into the package")
    parser.add_argument("--hold", default="", help="K/N: sites to leave out and to print figures for")
    arguments = parser.parse_args()
    rows = [row for path in arguments.dumps for row in read_rows(path) if row["render"] == "main"]
    articles = [found for row in rows if (found := _article(row)) is not None]
    halves = [[a for a in articles if held_out(a["site"], f"{k}/2")] for k in (0, 1)]
    cases: list[tuple[dict[str, Any], list[tuple[tuple[int, ...], list[float]]]]] = []
    for own, other in (halves, halves[::-1]):
        table = _openings([a for a in other if not held_out(a["site"], arguments.hold)], LEAST_SITES // 2)
        order._openings = lambda table=table: table  # type: ignore[assignment]
        cases += [(article, orders_of(texts)) for article in own for texts in _cut(article)]
    kept = [found for article, found in cases if not held_out(article["site"], arguments.hold)]
    weights = np.zeros(len(FEATURES))
    made = [(np.array([f for _, f in found]), _right(found)) for found in kept]
    for _ in range(ROUNDS):
        slope = DECAY * weights
        for x, right in made:
            p = np.exp(x @ weights - (x @ weights).max())
            slope -= (x[right] - (p / p.sum()) @ x) / len(made)
        weights -= RATE * slope
    for name, group in (
        ("learnt from", kept),
        ("held out", [f for a, f in cases if held_out(a["site"], arguments.hold)]),
    ):
        for size in (2, 3, 4):
            some = [f for f in group if len(f[0][0]) == size]
            if some:
                share = np.mean([int(np.argmax(np.array([x for _, x in f]) @ weights)) == _right(f) for f in some])
                print(f"{name}: {len(some)} articles of {size} pages, {share:.3f} of them in order")
    print(dict(zip(FEATURES, weights.round(2).tolist(), strict=True)))
    if arguments.write:
        _write(weights, _openings(articles, LEAST_SITES))


def _article(row: dict[str, Any]) -> dict[str, Any] | None:
    """Title, lines above the text and paragraphs of a labelled dump, or None where it is short or its labels are poor."""
    if row["gold_cov"] < 0.85 or row["suspect"] or not row["title"]:
        return None
    lines = [(line.strip(), label) for line, label in zip(row["lines"], row["labels"], strict=True) if line.strip()]
    told = [i for i, (_, label) in enumerate(lines) if label == "a"]
    paragraphs = [lines[i][0] for i in told if not is_caption(lines[i][0])]
    if len(paragraphs) < FEWEST:
        return None
    title = max((i for i, (_, label) in enumerate(lines[: told[0]]) if label == "t"), default=max(0, told[0] - 4))
    above = [words for words, _ in lines[title + 1 : told[0]] if len(words) > 8]
    return {"site": row["site"], "id": row["id"], "title": row["title"], "above": above, "paragraphs": paragraphs}


def _cut(article: dict[str, Any]) -> list[list[Text]]:
    chance = random.Random(article["id"])
    found = []
    for _ in range(CUTS):
        paragraphs = article["paragraphs"]
        size = min(chance.choice((2, 3, 4)), len(paragraphs) // 2)
        cuts = [0, *(_near(len(paragraphs) * n / size, chance) for n in range(1, size)), len(paragraphs)]
        if sorted(set(cuts)) != cuts:
            continue
        headed = chance.random() < HEADED
        found.append(
            [
                Text(
                    article["title"],
                    paragraphs[a:b],
                    article["above"] if headed and a == 0 else [],
                    0,
                    dateline_of(paragraphs[a]) is not None,
                )
                for a, b in itertools.pairwise(cuts)
            ]
        )
    return found


def _near(place: float, chance: random.Random) -> int:
    return max(1, round(place * chance.uniform(0.75, 1.25)))


def _right(found: list[tuple[tuple[int, ...], list[float]]]) -> int:
    return next(n for n, (places, _) in enumerate(found) if list(places) == sorted(places))


def _openings(articles: list[dict[str, Any]], least: int) -> dict[str, tuple[float, float]]:
    """Log odds of words to begin the first, and the last, paragraph of an article rather than one between."""
    counts: list[Counter[str]] = [Counter(), Counter(), Counter()]
    sites: dict[str, set[str]] = {}
    for article in articles:
        paragraphs = article["paragraphs"]
        middle = paragraphs[2:-1][:: max(1, len(paragraphs[2:-1]) // 4)]
        for kind, some in enumerate((paragraphs[:1], paragraphs[-1:], middle)):
            for paragraph in some:
                words = set(order._ANY_WORD.findall(paragraph.lower())[: order._OPENING])
                for word in words:
                    counts[kind][word] += 1
                    sites.setdefault(word, set()).add(article["site"])
    totals = [max(1, sum(count.values())) for count in counts]
    table = {}
    for word in sorted(word for word, found in sites.items() if len(found) >= least):
        odds = [
            float(np.log((counts[kind][word] + 2) / totals[kind]) - np.log((counts[2][word] + 2) / totals[2]))
            for kind in (0, 1)
        ]
        if max(map(abs, odds)) >= 0.3:
            table[word] = (round(odds[0], 2), round(odds[1], 2))
    return table


def _write(weights: Any, openings: dict[str, tuple[float, float]]) -> None:
    rows = "".join(f"{name}\t{weight:.3f}\n" for name, weight in zip(FEATURES, weights, strict=True))
    WEIGHTS.write_text(f"{_HEAD}# What tells the order of pages.\nfeature\tweight\n{rows}", encoding="utf-8")
    rows = "".join(f"{word}\t{first:.2f}\t{last:.2f}\n" for word, (first, last) in sorted(openings.items()))
    OPENINGS.write_text(
        f"{_HEAD}# Log odds of words at the beginning of the first and of the last paragraph of an article, against those between.\n"
        f"word\tfirst\tlast\n{rows}",
        encoding="utf-8",
    )
    print(f"wrote {WEIGHTS} and {OPENINGS}")


_HEAD = "# Made by python -m benchmarks.pages_order from labelled pages.\n"


if __name__ == "__main__":
    main()
