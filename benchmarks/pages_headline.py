"""Makes the weights of the judgement of headlines: ``python -m benchmarks.pages_headline DUMPS... [--out FILE] [--hold K/N]``.

DUMPS are labelled dumps as `pages_train` reads them, with ``t`` for the lines of the title. Gradient descent on the softmax over the
candidates of each page.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.pages_data import held_out, read_rows
from tidebook.articles.body import paragraphs_of
from tidebook.articles.furniture import judge
from tidebook.articles.headline import FEATURES, candidates_of

RATE, ROUNDS, DECAY = 0.5, 600, 1e-3


def main() -> None:
    """Trains, prints the share of right headlines, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dumps", nargs="+", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--hold", default="", help="K/N: sites to leave out and to print figures for")
    arguments = parser.parse_args()
    kept: list[tuple[Any, Any]] = []
    held: list[tuple[Any, Any]] = []
    rows = [row for path in arguments.dumps for row in read_rows(path)]
    for render in sorted({row["render"] for row in rows}):
        pile = [row for row in rows if row["render"] == render]
        for row, lines in zip(pile, judge(["\n".join(row["lines"]) for row in pile]), strict=True):
            paragraphs = paragraphs_of(lines)
            if not paragraphs:
                continue
            candidates, features = candidates_of(lines, paragraphs[0], paragraphs)
            right = np.array([row["labels"][lines[index].line.number - 1] == "t" for index in candidates])
            if right.any():
                (held if held_out(row["site"], arguments.hold) else kept).append((np.array(features), right))
    weights = np.zeros(len(FEATURES))
    for _ in range(ROUNDS):
        slope = DECAY * weights
        for x, right in kept:
            p = _softmax(x @ weights)
            slope -= x.T @ (_softmax(np.where(right, x @ weights, -1e9)) - p) / len(kept)
        weights -= RATE * slope
    for name, pages in (("learnt from", kept), ("held out", held)):
        if pages:
            share = np.mean([right[np.argmax(x @ weights)] for x, right in pages])
            print(f"{name}: {len(pages)} pages with a title above the text, {share:.3f} of them right")
    if arguments.out:
        lines_out = "".join(f"{name}\t{weight:.3f}\n" for name, weight in zip(FEATURES, weights, strict=True))
        head = "# What makes a line above the text its headline; made by python -m benchmarks.pages_headline from labelled pages.\n"
        arguments.out.write_text(f"{head}feature\tweight\n{lines_out}", encoding="utf-8")


def _softmax(scores: Any) -> Any:
    raised = np.exp(scores - scores.max())
    return raised / raised.sum()


if __name__ == "__main__":
    main()
