"""Makes the weights of the line model: ``python -m benchmarks.pages_train DUMPS... --out tidebook/knowledge/lines.npz``.

DUMPS are files of labelled dumps (JSON lines, ``.gz`` or not; `lines`, `labels`, `site`, `render`, `gold_cov`, `suspect`,
`source`). Plain NumPy and one seed: the same files give the same weights on the same machine. ``--hold K/N`` leaves out the sites
whose name hashes to K modulo N and prints the figures on them.
"""

from __future__ import annotations

import argparse
import itertools
import pickle
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.pages_data import figures, held_out, looked_at, read_rows
from tidebook.articles.features import LEANINGS, PHRASES, REPEATS, SHORTEST_LEANING, features_of, leanings_from
from tidebook.articles.furniture import Looked
from tidebook.articles.marks import counts_of
from tidebook.articles.model import NEAR_AND_FAR, Steps, around, beside, faded, judge_rows, scaled, steps_of
from tidebook.articles.wording import wording_of

FOLDS = 4
LEAST_SITES = 15
"""Sites on which a word or pair must stand to be weighed, so that no site's own words are learnt."""
UNITS = (32, 24, 16)
"""Units of the three layers."""


def main() -> None:
    """Trains, prints figures, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dumps", nargs="+", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--hold", default="", help="K/N: sites to leave out and to print figures for")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--members", type=int, default=1, help="networks, whose judgements are averaged")
    parser.add_argument("--cache", type=Path, help="keep the features here between runs")
    arguments = parser.parse_args()
    rows = [row for path in arguments.dumps for row in read_rows(path)]
    samples = _samples(rows, arguments.cache)
    held, kept = [], []
    for sample in samples:
        (held if held_out(sample["site"], arguments.hold) else kept).append(sample)
    kept = [s for s in kept if s["gold_cov"] >= 0.85 and not s["suspect"]]
    print(f"{len(kept)} dumps to learn from, {len(held)} held out", flush=True)
    weights: dict[str, Any] = {}
    for member in range(arguments.members):
        for name, value in train(kept, held, arguments.epochs, arguments.seed + member).items():
            weights.setdefault(name, []).append(value)
    weights = {name: np.stack(values) for name, values in weights.items()}
    if arguments.members > 1 and held:
        print("all members")
        _report(weights, held)
    if arguments.out:
        _write_leanings(arguments.out.with_name(LEANINGS.name), leanings_of(list(looked_at(rows))))
        np.savez(arguments.out, **{name: value.astype(np.float16) for name, value in weights.items()})
        print(f"wrote {arguments.out} ({arguments.out.stat().st_size:,} bytes)")


def train(kept: list[dict[str, Any]], held: list[dict[str, Any]], epochs: int, seed: int) -> dict[str, Any]:
    """Weights by Adam on the log loss, each line weighted by its length."""
    chance = np.random.default_rng(seed)
    width = kept[0]["x"].shape[1]
    mean, deviation = _scale(kept)
    near, far = (1 + 2 * len(fading) for fading in NEAR_AND_FAR)
    sizes = (3 * width, UNITS[0], UNITS[0] * near, UNITS[1], UNITS[1] * far, UNITS[2], UNITS[2], 1)
    weights: dict[str, Any] = {}
    for n in range(4):
        fan = sizes[2 * n]
        weights[f"w{n + 1}"] = (chance.standard_normal((fan, sizes[2 * n + 1])) * np.sqrt(2 / fan)).astype(np.float32)
        weights[f"b{n + 1}"] = np.zeros(sizes[2 * n + 1], dtype=np.float32)
    first = {k: np.zeros_like(v) for k, v in weights.items()}
    second = {k: np.zeros_like(v) for k, v in weights.items()}
    average = {k: np.zeros_like(v) for k, v in weights.items()}
    averaged = 0
    step, total = 0, epochs * ((len(kept) + 15) // 16)
    for epoch in range(epochs):
        order = chance.permutation(len(kept))
        losses = []
        for start in range(0, len(order), 16):
            batch = [kept[i] for i in order[start : start + 16]]
            loss, slopes = _slopes(weights, batch, chance, mean, deviation)
            losses.append(loss)
            step += 1
            rate = 0.003 * min(1.0, step / 100) * (0.5 + 0.5 * np.cos(np.pi * step / total)) + 1e-5
            for k, slope in slopes.items():
                if k[0] == "w":
                    slope = slope + 1e-5 * weights[k]
                first[k] = 0.9 * first[k] + 0.1 * slope
                second[k] = 0.99 * second[k] + 0.01 * slope * slope
                weights[k] = weights[k] - rate * (first[k] / (1 - 0.9**step)) / (
                    np.sqrt(second[k] / (1 - 0.99**step)) + 1e-8
                )
            if epoch >= epochs * 0.7:
                averaged += 1
                for k in weights:
                    average[k] += weights[k]
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}", flush=True)
        if held and (epoch % 4 == 3 or epoch == epochs - 1):
            _report(_stacked(_folded(weights, mean, deviation)), held)
    final = _folded({k: (v / averaged).astype(np.float32) for k, v in average.items()}, mean, deviation)
    if held:
        print("averaged weights")
        _report(_stacked(final), held)
    return final


def _slopes(weights: Any, batch: Any, chance: Any, mean: Any, deviation: Any) -> tuple[float, dict[str, Any]]:
    xs = []
    for sample in batch:
        x = sample["x"]
        if chance.random() < 0.35:
            x = x.copy()
            x[:, REPEATS] = 0  # a pile of one page repeats nothing
        if chance.random() < 0.25:
            x = x.copy()
            x[:, PHRASES] = 0  # a language whose phrases nobody wrote down
        xs.append(x)
    first = np.cumsum([0, *(len(x) for x in xs)])
    steps = steps_of(first)
    features = scaled(np.concatenate(xs), mean, deviation)
    y = np.concatenate([s["y"] for s in batch])
    weight = np.concatenate([s["weight"] for s in batch])
    layers, inputs, masks = [], [], []
    current = beside(features, first)
    for n in range(3):
        inputs.append(current)
        raw = current @ weights[f"w{n + 1}"] + weights[f"b{n + 1}"]
        mask = (raw > 0).astype(np.float32) * (chance.random(raw.shape, dtype=np.float32) > 0.1) / 0.9
        layer = raw * mask
        layers.append(layer)
        masks.append(mask)
        current = around(layer, steps, NEAR_AND_FAR[n]) if n < 2 else layer
    inputs.append(current)
    odds = np.clip((current @ weights["w4"] + weights["b4"])[:, 0], -30, 30)
    p = 1 / (1 + np.exp(-odds))
    known = weight.sum() + 1e-6
    loss = -float((weight * (y * np.log(p + 1e-7) + (1 - y) * np.log(1 - p + 1e-7))).sum() / known)
    slope = ((p - y) * weight / known).astype(np.float32)[:, None]
    slopes: dict[str, Any] = {"w4": inputs[3].T @ slope, "b4": slope.sum(0)}
    back = slope @ weights["w4"].T
    for n in (2, 1, 0):
        back = back * masks[n]
        slopes[f"w{n + 1}"] = inputs[n].T @ back
        slopes[f"b{n + 1}"] = back.sum(0)
        if n:
            back = _back_around(back @ weights[f"w{n + 1}"].T, steps, NEAR_AND_FAR[n - 1])
    return loss, slopes


def _write_leanings(path: Path, leaning: dict[str, float]) -> None:
    """The table of words, sorted, with what it is and how it was made."""
    head = (
        "# How words and pairs of words lean, as log odds of standing in an article rather than around one, counted over\n"
        f"# labelled pages by python -m benchmarks.pages_train; only what stands on at least {LEAST_SITES} sites.\n"
    )
    rows = "".join(f"{word}\t{odds:.2f}\n" for word, odds in sorted(leaning.items()) if not word.startswith("#"))
    path.write_text(f"{head}words\tleaning\n{rows}", encoding="utf-8")


def _back_around(slopes: Any, steps: Steps, fading: tuple[float, ...]) -> Any:
    """How the loss changes with the rows, from how it changes with what `around` makes of them."""
    slopes = slopes.reshape(len(slopes), 1 + 2 * len(fading), -1)
    fades = np.array(fading, dtype=np.float32)[:, None]
    given = np.empty((len(slopes), 2, len(fading), slopes.shape[2]), dtype=np.float32)
    given[:, 0] = slopes[steps.up, 1 : 1 + len(fading)]
    given[:, 1] = slopes[steps.down, 1 + len(fading) :]
    kept = (faded(given, steps, fades) * (1 - fades)).sum(axis=2)
    back = slopes[:, 0].copy()
    back[steps.up] += kept[:, 0]
    back[steps.down] += kept[:, 1]
    return back


def _scale(samples: Any) -> tuple[Any, Any]:
    everything = np.concatenate([s["x"] for s in samples])
    return everything.mean(0), np.maximum(everything.std(0), 0.05)


def _folded(weights: Any, mean: Any, deviation: Any) -> dict[str, Any]:
    """The weights with the scaling of the features folded in; zeros beside a page's edge stand for the mean."""
    return {**weights, "mean": mean.astype(np.float32), "deviation": deviation.astype(np.float32)}


def _stacked(weights: dict[str, Any]) -> dict[str, Any]:
    return {name: value[None] for name, value in weights.items()}


def _report(weights: Any, held: Any) -> None:
    predicted = []
    for sample in held:
        p = judge_rows(sample["x"], np.array([0, len(sample["x"])]), weights)
        predicted.append((sample, p))
    for limit in (0.5, 0.6, 0.7, 0.8):
        print(f" limit {limit}: {figures([(s, p > limit) for s, p in predicted])}", flush=True)


def _samples(rows: list[dict[str, Any]], cache: Path | None) -> list[dict[str, Any]]:
    if cache is not None and cache.exists():
        with cache.open("rb") as kept:
            loaded: list[dict[str, Any]] = pickle.load(kept)
            return loaded
    looked = list(looked_at(rows))
    samples: list[dict[str, Any]] = []
    for fold in range(FOLDS):
        leanings = leanings_from(leanings_of(looked, f"{fold}/{FOLDS}"))
        for some, part in looked:
            layout, first = part.layout, part.layout.first
            x = features_of(layout, wording_of(layout), counts_of(layout), part.marks, part.repeats, leanings)
            samples += [
                _sample(row, layout.page(n), x[first[n] : first[n + 1]])
                for n, row in enumerate(some)
                if held_out(row["site"], f"{fold}/{FOLDS}")
            ]
    if cache is not None:
        with cache.open("wb") as out:
            pickle.dump(samples, out)
    return samples


def _sample(row: dict[str, Any], lines: Any, x: Any) -> dict[str, Any]:
    labels = [row["labels"][line.number - 1] for line in lines]
    lengths = np.array([len(line.text) for line in lines], dtype=np.float32)
    y = np.array([c == "a" for c in labels], dtype=np.float32)
    known = np.array([c in "af" for c in labels], dtype=np.float32)
    weight = known * (np.minimum(lengths, 500) + 15) / 100
    if row["render"] == "main":
        weight = weight * np.where(y > 0, 1.0, 2.0).astype(np.float32)
    if row["source"] == "wcxb":
        weight = weight * 0.4
    keys = ("id", "site", "lang", "render", "source", "gold_cov", "suspect")
    return {k: row.get(k) for k in keys} | {"x": x, "y": y, "known": known, "lengths": lengths, "weight": weight}


def leanings_of(looked: list[tuple[list[dict[str, Any]], Looked]], hold: str = "") -> dict[str, float]:
    """Log odds of words and pairs of words to stand in an article, from lines that are long enough; each site counts a few times.

    Args:
        looked: labelled pages. hold: sites that are left out, as `held_out` takes them.
    """
    seen: Counter[tuple[str, bool]] = Counter()
    sites: dict[str, set[str]] = {}
    by_site: Counter[tuple[str, str, bool]] = Counter()
    for some, part in looked:
        layout, words = part.layout, wording_of(part.layout)
        tokens = [layout.lowered[a:b] for a, b in zip(words.begin.tolist(), words.end.tolist(), strict=True)]
        at = np.searchsorted(words.line, np.arange(len(layout.lines) + 1)).tolist()
        for page, row in enumerate(some):
            if row["gold_cov"] < 0.85 or row["suspect"] or held_out(row["site"], hold):
                continue
            told: set[tuple[str, bool]] = set()
            for number in range(int(layout.first[page]), int(layout.first[page + 1])):
                line = layout.lines[number]
                label = row["labels"][line.number - 1]
                if label not in "af" or len(line.text) < SHORTEST_LEANING:
                    continue
                own = tokens[at[number] : at[number + 1]]
                told |= {(word, label == "a") for word in (*own, *map(" ".join, itertools.pairwise(own)))}
            for word, inside in told:
                if not any(map(str.isdigit, word)) and by_site[row["site"], word, inside] < 3:
                    by_site[row["site"], word, inside] += 1
                    seen[word, inside] += 1
                    sites.setdefault(word, set()).add(row["site"])
    table = {}
    for word, found in sites.items():
        if len(found) >= LEAST_SITES:
            odds = float(np.log((seen[word, True] + 1.0) / (seen[word, False] + 1.0)))
            if abs(odds) >= 0.4:
                table[word] = round(odds, 2)
    base = float(np.median(list(table.values()))) if table else 0.0
    return {word: round(odds - base, 2) for word, odds in sorted(table.items()) if abs(odds - base) >= 0.4}


if __name__ == "__main__":
    main()
