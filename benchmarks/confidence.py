"""Whether a report's confidence is the share of such reports that are right; with --train, makes it so.

    python -m benchmarks.confidence [--train] [--plot docs/reliability.svg]

A report is right if the gold has its type, actors, recipients and standing, and a date that meets its own (`benchmarks.reports`).
Weights are fitted on the dev halves of the gold (logistic regression with a ridge). The rules were written with those
sentences in view and do better on them than they will elsewhere; so the level of each language, one number, is set on the kept
half, of which only the total is looked at. Dev figures are of five-fold cross-validation; kept figures of weights from dev with
levels from the other one of two parts of the kept half. ECE: the mean distance of confidence from the share right, over ten
bins of equal count; chance alone gives the figure behind it (a perfectly calibrated confidence on as many reports).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.reports import Scores, judge
from tidebook.events import code as coder
from tidebook.events.confidence import Weights, features_of, weights
from tidebook.knowledge.load import ROOT as KNOWLEDGE
from tidebook.records.edtf import parse
from tidebook.records.events import Report
from tidebook.records.readings import Reading
from tidebook.runs.read import Coder, read_text

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests/gate/gold"
OUT = KNOWLEDGE / "codes" / "confidence.yaml"
PLOT = ROOT / "docs" / "reliability.svg"
_RIDGE = 8.0
_FOLDS, _BINS = 5, 10
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One report of ours on a gold sentence: how it was read, and whether it is right.

    `part` is a number from 0 to 9 drawn from the sentence's id.
    """

    features: dict[str, float]
    language: str
    half: str
    part: int
    right: bool


def cases() -> list[Case]:
    """All reports on the gold sentences."""
    found: list[Case] = []
    for path in sorted(GOLD.glob("reports_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            raw: list[tuple[Sequence[Report], Reading]] = []
            reports = read_text(row["text"], parse(row["published"]), row["language"], _keeping(raw))[1]
            if not reports:
                continue
            told, reading = raw[0]
            right = {report.id for report in judge(Scores(), row, reports)}
            part = int(hashlib.sha256(row["id"].encode()).hexdigest()[:8], 16) % 10
            for report, features in zip(told, features_of(told, reading), strict=True):
                found.append(Case(features, row["language"], row["half"], part, report.id in right))
    return found


def _keeping(raw: list[tuple[Sequence[Report], Reading]]) -> Coder:
    """The rules as coder, which also notes the reports before their confidence is weighed."""

    def told(reading: Reading) -> tuple[Report, ...]:
        reports = coder.told(reading)
        raw.append((reports, reading))
        return reports

    return told


def fit(train: Sequence[Case]) -> dict[str, float]:
    """Weights of the features, and of the languages as ``language-id`` (these without a ridge)."""
    names = sorted({name for case in train for name in case.features})
    languages = sorted({case.language for case in train})
    columns = [*names, *(f"language-{language}" for language in languages)]
    rows = np.array(
        [[*(c.features.get(n, 0.0) for n in names), *(float(c.language == code) for code in languages)] for c in train]
    )
    right = np.array([float(case.right) for case in train])
    ridge = np.diag([_RIDGE] * len(names) + [0.01] * len(languages))
    found = np.zeros(len(columns))
    for _ in range(50):
        sure = 1.0 / (1.0 + np.exp(-rows @ found))
        slope = rows.T @ (right - sure) - ridge @ found
        step = np.linalg.solve(rows.T @ (rows * (sure * (1.0 - sure))[:, None]) + ridge, slope)
        found += step
        if np.abs(step).max() < 1e-9:
            break
    return dict(zip(columns, found.tolist(), strict=True))


def as_weights(fitted: dict[str, float], shift: dict[str, float]) -> Weights:
    """Fitted weights with the level of each language moved."""
    levels = {n.removeprefix("language-"): w for n, w in fitted.items() if n.startswith("language-")}
    moved = {language: round(level + shift.get(language, 0.0), 4) for language, level in levels.items()}
    features = {name: round(w, 4) for name, w in fitted.items() if not name.startswith("language-")}
    return Weights(features, moved, round(sum(moved.values()) / len(moved), 4))


def level(trained: Weights, held: Sequence[Case], language: str) -> float:
    """How far the level of a language must move for the mean confidence to be the share right."""
    mine = [case for case in held if case.language == language]
    if not mine:
        return 0.0
    wanted = sum(case.right for case in mine)
    low, high = -6.0, 6.0
    for _ in range(60):
        middle = (low + high) / 2
        moved = Weights(trained.features, {language: trained.levels[language] + middle}, 0.0)
        if sum(moved.sure(case.features, language) for case in mine) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def cross_validated(dev: Sequence[Case]) -> list[tuple[float, bool]]:
    """Confidence and truth of every dev report, each by weights that have not seen its sentence."""
    found: list[tuple[float, bool]] = []
    for fold in range(_FOLDS):
        trained = as_weights(fit([case for case in dev if case.part % _FOLDS != fold]), {})
        found += [(trained.sure(c.features, c.language), c.right) for c in dev if c.part % _FOLDS == fold]
    return found


def bins(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """(mean confidence, share right, how many) of ten bins of equal count."""
    ordered = sorted(pairs)
    cuts = [round(n * len(ordered) / _BINS) for n in range(_BINS + 1)]
    groups = [ordered[a:b] for a, b in pairwise(cuts) if b > a]
    return [(sum(p for p, _ in g) / len(g), sum(r for _, r in g) / len(g), len(g)) for g in groups]


def ece(pairs: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error."""
    return sum(abs(sure - right) * count for sure, right, count in bins(pairs)) / max(1, len(pairs))


def _chance(pairs: Sequence[tuple[float, bool]]) -> float:
    """The mean calibration error of reports that are right exactly as often as their confidence says."""
    drawn = random.Random(1)
    runs = [ece([(sure, drawn.random() < sure) for sure, _ in pairs]) for _ in range(200)]
    return sum(runs) / len(runs)


def figures(name: str, pairs: Sequence[tuple[float, bool]]) -> str:
    """One line for people; AUC is the chance that a right report has more confidence than a wrong one."""
    right = [p for p, r in pairs if r]
    wrong = [p for p, r in pairs if not r]
    won = sum((p > q) + 0.5 * (p == q) for p in right for q in wrong) / max(1, len(right) * len(wrong))
    brier = sum((p - r) ** 2 for p, r in pairs) / len(pairs)
    mean = sum(p for p, _ in pairs) / len(pairs)
    return (
        f"{name:22} {len(pairs):4} reports, {len(right) / len(pairs):.3f} right, mean confidence {mean:.3f}, "
        f"ECE {ece(pairs):.3f} (chance {_chance(pairs):.3f}), Brier {brier:.3f}, AUC {won:.3f}"
    )


def plot(curves: Mapping[str, Sequence[tuple[float, bool]]], out: Path) -> None:
    """Confidence against the share right, as SVG; bars are 90% intervals (Wilson)."""
    size, edge = 420, 52
    inner = size - 2 * edge
    colours = dict(zip(curves, ("#7a8794", "#b5452c", "#2c6e9b"), strict=False))

    def at(sure: float, right: float) -> str:
        return f"{edge + inner * sure:.1f},{size - edge - inner * right:.1f}"

    marks: list[str] = []
    for row, (name, pairs) in enumerate(curves.items()):
        colour = colours[name]
        for sure, right, count in bins(pairs):
            low, high = _wilson(right, count)
            marks.append(
                f'<polyline points="{at(sure, low)} {at(sure, high)}" stroke="{colour}" stroke-opacity=".45"/>'
            )
            x, y = at(sure, right).split(",")
            marks.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>')
        line = " ".join(at(sure, right) for sure, right, _ in bins(pairs))
        marks.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        y_text = edge + 14 + 18 * row
        marks.append(f'<circle cx="{edge + 12}" cy="{y_text - 4}" r="4" fill="{colour}"/>')
        marks.append(f'<text x="{edge + 22}" y="{y_text}">{name}, ECE {ece(pairs):.3f}</text>')
    ticks = "".join(
        f'<text x="{at(n / 5, 0).split(",")[0]}" y="{size - edge + 18}" text-anchor="middle">{n * 20}%</text>'
        f'<text x="{edge - 8}" y="{float(at(0, n / 5).split(",")[1]) + 4:.1f}" text-anchor="end">{n * 20}%</text>'
        for n in range(6)
    )
    out.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="12" '
        f'role="img" aria-label="Reliability of confidence"><rect width="{size}" height="{size}" fill="#fff"/>'
        f'<rect x="{edge}" y="{edge}" width="{inner}" height="{inner}" fill="none" stroke="#ccc"/>'
        f'<polyline points="{at(0, 0)} {at(1, 1)}" stroke="#999" stroke-dasharray="4 4"/>{"".join(marks)}{ticks}'
        f'<text x="{size / 2}" y="{size - 10}" text-anchor="middle">confidence of reports</text>'
        f'<text x="14" y="{size / 2}" text-anchor="middle" transform="rotate(-90 14 {size / 2})">share that is right</text>'
        "</svg>\n",
        encoding="utf-8",
    )


def _wilson(share: float, count: int) -> tuple[float, float]:
    z = 1.645
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def write(trained: Weights, out: Path) -> None:
    """The weights as YAML."""
    lines = [
        "# How sure a report is (events/confidence.py): what each feature of a reading adds to the log-odds that it is right.",
        "# Made by `python -m benchmarks.confidence --train` from the gold sentences in tests/gate/gold; not written by hand.",
        "features:",
        *(f"  {name}: {weight}" for name, weight in sorted(trained.features.items())),
        "levels:",
        *(f'  "{language}": {level}' for language, level in sorted(trained.levels.items())),
        f"level: {trained.level}",
    ]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def unseen(fitted: dict[str, float], kept: Sequence[Case]) -> list[tuple[Case, float]]:
    """The reports of the kept half with their confidence, each part with the levels that the other one sets."""
    bare = as_weights(fitted, {})
    found: list[tuple[Case, float]] = []
    for measured in (False, True):
        setting = [case for case in kept if (case.part >= 5) is not measured]
        trained = as_weights(fitted, {language: level(bare, setting, language) for language in bare.levels})
        found += [(c, trained.sure(c.features, c.language)) for c in kept if (c.part >= 5) is measured]
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; returns the exit code."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--train", action="store_true", help="fit the weights anew, write them, and draw the plot")
    asked.add_argument("--plot", type=Path, help="draw the plot here")
    args = asked.parse_args(arguments)
    found = cases()
    dev = [case for case in found if case.half == "dev"]
    kept = [case for case in found if case.half == "kept"]
    fitted = fit(dev)
    told = unseen(fitted, kept)
    pairs = {"dev, cross-validated": cross_validated(dev), "kept": [(sure, case.right) for case, sure in told]}
    for name, of in pairs.items():
        print(figures(name, of))
    for language in sorted({case.language for case in kept}):
        print(figures(f"kept, {language}", [(sure, case.right) for case, sure in told if case.language == language]))
    shipped = [(weights().sure(case.features, case.language), case.right) for case in kept]
    print(figures("kept, as shipped", shipped))
    if args.train:
        bare = as_weights(fitted, {})
        write(as_weights(fitted, {language: level(bare, kept, language) for language in bare.levels}), OUT)
    if args.plot or args.train:
        plot(pairs, args.plot or PLOT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
