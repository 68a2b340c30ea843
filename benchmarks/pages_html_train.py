"""Makes the weights of the judgement of HTML lines: ``python -m benchmarks.pages_html_train GOLD --out tidebook/knowledge/elements.npz``.

GOLD is ``html_gold.jsonl.gz`` beside its pages, as `pages html` reads it (`body`, `site`, `source`, `lang`). ``--dumps`` names files
of labelled dumps, which teach the words of lines but nothing of elements. ``--folds N`` trains N times, each time without the sites
of one fold, and prints the figures on the sites that were left out. Plain NumPy and one seed: the same files give the same weights.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.pages_data import looked_at, read_rows
from benchmarks.pages_html import body_figures, html_rows
from benchmarks.pages_html_data import fold_of, html_pages, looked_pages, name_leanings, page_sample
from tidebook.articles.element_names import LEANINGS, WIDTH, NameScale
from tidebook.articles.features import PHRASES, REPEATS
from tidebook.articles.html_features import COLUMNS
from tidebook.articles.html_model import Sharing, context, judge_elements, taken
from tidebook.articles.model import NEAR_AND_FAR, Steps, beside, faded, scaled, steps_of

INNER = 4
UNITS = (40, 48, 24)
BATCH, RATE, DECAY, DROPPED = 12, 0.003, 1e-5, 0.1
_NAMES = slice(34, 34 + WIDTH)
_STATED = slice(-6, None)


def main() -> None:
    """Trains, prints figures, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--dumps", nargs="*", type=Path, default=[])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", type=int, nargs="*", help="the folds to try")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--members", type=int, default=3, help="networks, whose judgements are averaged")
    parser.add_argument("--predictions", type=Path, help="where the judgements of held-out pages go")
    arguments = parser.parse_args()
    data = Data(arguments.gold, arguments.dumps)
    bodies: dict[str, str] = {}
    held_rows = []
    kept: list[Any] = []
    for fold in range(arguments.folds):
        if arguments.only and fold not in arguments.only:
            continue
        held = [n for n, row in enumerate(data.rows) if fold_of(row["site"], arguments.folds) == fold]
        weights, scale = data.train({data.rows[n]["site"] for n in held}, arguments.epochs, arguments.members)
        for n in held:
            sample = data.sample(n, scale)
            x = sample["x"]
            chances = judge_elements(x, np.array([0, len(x)]), sample["groups"], weights)
            sizes = np.array([len(text) for text in sample["texts"]])
            keep = taken(chances, sizes)
            bodies[sample["id"]] = "\n".join(text for text, one in zip(sample["texts"], keep, strict=True) if one)
            held_rows.append(data.rows[n])
            kept.append((sample["id"], sample["texts"], sample["y"], chances))
        print(f"fold {fold}", flush=True)
    if held_rows:
        print("\n".join(body_figures(held_rows, bodies)), flush=True)
    if arguments.predictions:
        arguments.predictions.write_bytes(pickle.dumps(kept))
    if arguments.out:
        weights, scale = data.train(set(), arguments.epochs, arguments.members)
        data.write_leanings(arguments.out.with_name(LEANINGS.name))
        np.savez(arguments.out, **{name: value.astype(np.float16) for name, value in weights.items()})
        print(f"wrote {arguments.out} ({arguments.out.stat().st_size:,} bytes)")


class Data:
    """Pages with gold, looked at once."""

    def __init__(self, gold: Path, dumps: Sequence[Path]) -> None:
        pairs = list(html_pages(html_rows(gold)))
        self.rows = [row for row, _ in pairs]
        self.pages = [page for _, page in pairs]
        self.places = [(part, number) for part, count in looked_pages(self.pages) for number in range(count)]
        self.dumps = [sample for path in dumps for sample in _dump_samples(path)]
        everyone = NameScale({})
        self.labels = [
            page_sample(row, page, *place, everyone)
            for row, page, place in zip(self.rows, self.pages, self.places, strict=True)
        ]
        print(f"{len(self.pages)} pages, {len(self.dumps)} dumps", flush=True)

    def leanings(self, sites: set[str], inner: int = -1) -> dict[str, float]:
        """How names lean, without some sites, and without the sites of an inner fold."""
        return name_leanings(
            [
                (row["site"], page, [line.number for line in _lines(place)], sample["y"].astype(int).tolist())
                for row, page, place, sample in zip(self.rows, self.pages, self.places, self.labels, strict=True)
                if row["site"] not in sites and fold_of(row["site"], INNER, "inner") != inner
            ]
        )

    def sample(self, n: int, scale: NameScale) -> dict[str, Any]:
        """A page with the features that a scale gives it."""
        return page_sample(self.rows[n], self.pages[n], *self.places[n], scale)

    def train(self, without: set[str], epochs: int, members: int) -> tuple[dict[str, Any], NameScale]:
        """Weights, and how names lean, learnt from all pages but those of some sites; no page's names are weighed by itself."""
        samples = []
        for inner in range(INNER):
            scale = NameScale(self.leanings(without, inner))
            samples += [
                self.sample(n, scale)
                for n, row in enumerate(self.rows)
                if row["site"] not in without and fold_of(row["site"], INNER, "inner") == inner
            ]
        samples += [sample for sample in self.dumps if sample["site"] not in without]
        found: dict[str, Any] = {}
        for seed in range(1, members + 1):
            for name, value in _train(samples, epochs, seed).items():
                found.setdefault(name, []).append(value)
        return {name: np.stack(values) for name, values in found.items()}, NameScale(self.leanings(without))

    def write_leanings(self, path: Path) -> None:
        """The table of words of names, sorted, with what it is and how it was made."""
        rows = "".join(
            f"{word}\t{odds:.2f}\n" for word, odds in self.leanings(set()).items() if not word.startswith("#")
        )
        head = (
            "# How words in the classes and ids of elements lean, as log odds of standing around the text of an article, counted over\n"
            "# pages with gold by python -m benchmarks.pages_html_train; only what stands on several sites.\n"
        )
        path.write_text(f"{head}word\tleaning\n{rows}", encoding="utf-8")


def _lines(place: tuple[Any, int]) -> Any:
    part, number = place
    return part.layout.page(number)


def _dump_samples(path: Path) -> list[dict[str, Any]]:
    """Labelled dumps as samples: what elements tell is missing, and each line is a group of its own."""
    samples = []
    for some, part in looked_at(
        [row for row in read_rows(path) if row["render"] == "full" and row["gold_cov"] >= 0.85 and not row["suspect"]]
    ):
        for n, row in enumerate(some):
            first, last = int(part.layout.first[n]), int(part.layout.first[n + 1])
            labels = [row["labels"][line.number - 1] for line in part.layout.page(n)]
            words = np.array([line.text.count(" ") + 1 for line in part.layout.page(n)], dtype=np.float32)
            y = np.array([label == "a" for label in labels], dtype=np.float32)
            known = np.array([label in "af" for label in labels], dtype=np.float32)
            weight = 0.5 * known * np.minimum((words + 1.5) / max(30.0, float((words * y).sum())), 0.3)
            text = part.features[first:last]
            missing = np.full((last - first, COLUMNS), np.nan, dtype=np.float32)
            alone = np.arange(last - first)
            samples.append(
                {
                    "site": row["site"],
                    "x": np.concatenate([text, missing], axis=1),
                    "y": y,
                    "weight": weight,
                    "groups": (alone, alone),
                }
            )
    return samples


def _train(samples: Sequence[dict[str, Any]], epochs: int, seed: int) -> dict[str, Any]:
    """Weights by Adam on the log loss; every page weighs the same."""
    chance = np.random.default_rng(seed)
    everything = np.concatenate([s["x"] for s in samples])
    mean, deviation = np.nanmean(everything, axis=0), np.maximum(np.nanstd(everything, axis=0), 0.05)
    del everything
    seen = [np.nan_to_num(scaled(s["x"], mean, deviation)) for s in samples]
    width = len(mean)
    near, far = (3 + 2 * len(fading) for fading in NEAR_AND_FAR)
    sizes = (3 * width, UNITS[0], UNITS[0] * near, UNITS[1], UNITS[1] * far, UNITS[2], UNITS[2], 1)
    weights: dict[str, Any] = {}
    for n in range(4):
        fan = sizes[2 * n]
        weights[f"w{n + 1}"] = (chance.standard_normal((fan, sizes[2 * n + 1])) * np.sqrt(2 / fan)).astype(np.float32)
        weights[f"b{n + 1}"] = np.zeros(sizes[2 * n + 1], dtype=np.float32)
    first = {k: np.zeros_like(v) for k, v in weights.items()}
    second = {k: np.zeros_like(v) for k, v in weights.items()}
    average = {k: np.zeros_like(v) for k, v in weights.items()}
    averaged, step, total = 0, 0, epochs * -(-len(samples) // BATCH)
    for epoch in range(epochs):
        order = chance.permutation(len(samples))
        for start in range(0, len(order), BATCH):
            slopes = _slopes(weights, [(samples[i], seen[i]) for i in order[start : start + BATCH]], chance)
            step += 1
            rate = RATE * min(1.0, step / 100) * (0.5 + 0.5 * np.cos(np.pi * step / total)) + 1e-5
            for k, slope in slopes.items():
                if k[0] == "w":
                    slope = slope + DECAY * weights[k]
                first[k] = 0.9 * first[k] + 0.1 * slope
                second[k] = 0.99 * second[k] + 0.01 * slope * slope
                weights[k] = weights[k] - rate * (first[k] / (1 - 0.9**step)) / (
                    np.sqrt(second[k] / (1 - 0.99**step)) + 1e-8
                )
            if epoch >= epochs * 0.7:
                averaged += 1
                for k in weights:
                    average[k] += weights[k]
    return {k: (v / averaged).astype(np.float32) for k, v in average.items()} | {
        "mean": mean.astype(np.float32),
        "deviation": deviation.astype(np.float32),
    }


def _slopes(weights: Any, batch: Any, chance: Any) -> dict[str, Any]:
    xs = []
    for _, x in batch:
        x = x.copy()
        if chance.random() < 0.35:
            x[:, :-COLUMNS][:, REPEATS] = 0  # a pile of one page repeats nothing
        if chance.random() < 0.2:
            x[:, :-COLUMNS][:, PHRASES] = 0  # a language whose phrases nobody wrote down
        if chance.random() < 0.2:
            x[:, -COLUMNS:][:, _NAMES] = 0  # a site whose names tell nothing
        if chance.random() < 0.5:
            x[:, -COLUMNS:][:, _STATED] = 0  # a head that states nothing
        xs.append(x)
    bounds = np.cumsum([0, *map(len, xs)])
    steps, sharing = steps_of(bounds), [Sharing(_numbered([s["groups"][n] for s, _ in batch])) for n in (0, 1)]
    y, weight = (np.concatenate([s[key] for s, _ in batch]) for key in ("y", "weight"))
    inputs, masks = [], []
    current = beside(np.concatenate(xs), bounds)
    for n in range(3):
        inputs.append(current)
        raw = current @ weights[f"w{n + 1}"] + weights[f"b{n + 1}"]
        mask = (raw > 0).astype(np.float32) * (chance.random(raw.shape, dtype=np.float32) > DROPPED) / (1 - DROPPED)
        masks.append(mask)
        current = context(raw * mask, steps, NEAR_AND_FAR[n], sharing) if n < 2 else raw * mask
    inputs.append(current)
    p = 1 / (1 + np.exp(-np.clip((current @ weights["w4"] + weights["b4"])[:, 0], -30, 30)))
    slope = ((p - y) * weight / (weight.sum() + 1e-6)).astype(np.float32)[:, None]
    slopes: dict[str, Any] = {"w4": inputs[3].T @ slope, "b4": slope.sum(0)}
    back = slope @ weights["w4"].T
    for n in (2, 1, 0):
        back = back * masks[n]
        slopes[f"w{n + 1}"] = inputs[n].T @ back
        slopes[f"b{n + 1}"] = back.sum(0)
        if n:
            back = _back(back @ weights[f"w{n + 1}"].T, steps, NEAR_AND_FAR[n - 1], sharing)
    return slopes


def _back(slopes: Any, steps: Steps, fading: tuple[float, ...], sharing: Sequence[Sharing]) -> Any:
    """How the loss changes with the rows, from how it changes with what `context` makes of them."""
    slopes = slopes.reshape(len(slopes), 1 + 2 * len(fading) + len(sharing), -1)
    fades = np.array(fading, dtype=np.float32)[:, None]
    given = np.empty((len(slopes), 2, len(fading), slopes.shape[2]), dtype=np.float32)
    given[:, 0] = slopes[steps.up, 1 : 1 + len(fading)]
    given[:, 1] = slopes[steps.down, 1 + len(fading) : 1 + 2 * len(fading)]
    kept = (faded(given, steps, fades) * (1 - fades)).sum(axis=2)
    back = slopes[:, 0].copy()
    back[steps.up] += kept[:, 0]
    back[steps.down] += kept[:, 1]
    for n, one in enumerate(sharing):
        back += one.mean(np.ascontiguousarray(slopes[:, 1 + 2 * len(fading) + n]))
    return back


def _numbered(groups: Sequence[Any]) -> Any:
    """Groups of several pages, numbered on from page to page."""
    found, at = [], 0
    for one in groups:
        found.append(one + at)
        at += int(one.max(initial=-1)) + 1
    return np.concatenate(found)


if __name__ == "__main__":
    main()
