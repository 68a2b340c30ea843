"""How well the tide finds the turns of a relationship, and how honest its band is.

    python -m benchmarks.tide [--series 240] [--real FOLDER]

The synthetic trial draws relationships with known turns: between turns, events of PLOVER's types come at random around one
level; their dates are told to the day, the month, the year or the decade. Printed:

- F1 of turns, one of ours for one true turn within 2.5 years;
- coverage: the share of days on which the 90% band holds the true level (0.87 to 0.93 is honest);
- false phases: the share of relationships without any turn in which we tell one (at most one in twenty);
- what copies do: the same relationships with every event told by up to five copies as if they were witnesses.

``--real`` runs series of other people's events: a folder with ``icews_2005_2015_sample20_events.csv`` (columns dyad, date,
plover_score) and ``gdelt_dyad_months_2018_2024.csv`` (dyad, ym, mean), and prints the time per dyad and whether each turn in
`TURNS` is an extreme of the tide, or a phase boundary, within one month.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from tidebook.chronicle.moves import Move, paths_of, years_of
from tidebook.chronicle.phases import phases_of
from tidebook.chronicle.tide import tide_of
from tidebook.knowledge.load import ROOT, read_table
from tidebook.records.chronicles import Phase, TidePoint

TOLERANCE = 2.5  # years
TURNS = (  # dyad, month, whether it is a high; as any good curve of the monthly means shows them
    ("RUS-PRK", "2019-04", True),
    ("RUS-PRK", "2023-09", True),
    ("IND-PAK", "2019-02", False),
    ("USA-IRN", "2020-01", False),
    ("SAU-IRN", "2019-09", False),
    ("SAU-IRN", "2023-04", True),
    ("RUS-UKR", "2022-04", False),
    ("TUR-ISR", "2018-05", False),
    ("TUR-ISR", "2022-03", True),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship whose truth is known: its turns (years as in `years_of`), levels, moves and last day."""

    turns: tuple[float, ...]
    levels: tuple[float, ...]
    moves: tuple[Move, ...]
    until: int

    def level_at(self, year: float) -> float:
        """The true level."""
        return self.levels[int(np.searchsorted(self.turns, year, side="right"))]


def draw_relation(random: np.random.Generator, *, still: bool = False) -> Relation:
    """A relationship of 25 to 80 years with 0.6 to 4 events a year; `still` has no turn."""
    scores = np.array(sorted({float(row["score"]) for row in read_table(ROOT / "codes" / "scores.tsv")}))
    first = date(1940, 1, 1).toordinal()
    span = float(random.uniform(25, 80))
    rate = float(np.exp(random.uniform(np.log(0.6), np.log(4.0))))
    turns: list[float] = []
    at = float(years_of(np.array([float(first)]))[0])
    after = at
    while not still:
        after += 4 + float(random.exponential(9.0))
        if after > at + span - 3:
            break
        turns.append(after)
    wanted = [float(random.uniform(-7, 7))]
    while len(wanted) <= len(turns):
        level = float(random.uniform(-8, 8))
        if abs(level - wanted[-1]) >= 5:
            wanted.append(level)
    odds = [np.exp(-((scores - level) ** 2) / (2 * 3.2**2)) for level in wanted]
    odds = [o / o.sum() for o in odds]
    moves: list[Move] = []
    for number in range(int(random.poisson(rate * span))):
        year = at + float(random.uniform(0, span))
        phase = int(np.searchsorted(turns, year, side="right"))
        score = float(random.choice(scores, p=odds[phase]))
        moves.append(_told(round(year * 365.2425), score, number, random))
    moves.sort(key=lambda m: (m.first + m.last, m.events))
    levels = tuple(float((scores * o).sum()) for o in odds)
    return Relation(tuple(turns), levels, tuple(moves), round((at + span) * 365.2425))


def _told(day: int, score: float, number: int, random: np.random.Generator) -> Move:
    """An event as news would date it."""
    when = date.fromordinal(day)
    how = random.random()
    if how < 0.4:
        first = last = when
    elif how < 0.65:
        first = when.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    elif how < 0.93:
        first, last = when.replace(month=1, day=1), when.replace(month=12, day=31)
    else:
        first, last = date(when.year // 10 * 10, 1, 1), date(when.year // 10 * 10 + 9, 12, 31)
    return Move(first.toordinal(), last.toordinal(), "", score, (f"e{number:04}",), frozenset({f"o{number:04}"}))


def matched(ours: Sequence[float], truth: Sequence[float]) -> int:
    """Turns of ours that can be paired one to one with true ones within the tolerance, nearest first."""
    pairs = sorted(
        (abs(a - b), i, j) for i, a in enumerate(ours) for j, b in enumerate(truth) if abs(a - b) <= TOLERANCE
    )
    used_ours: set[int] = set()
    used_truth: set[int] = set()
    for _, i, j in pairs:
        if i not in used_ours and j not in used_truth:
            used_ours.add(i)
            used_truth.add(j)
    return len(used_ours)


def read_relation(relation: Relation) -> tuple[tuple[TidePoint, ...], tuple[Phase, ...], str]:
    """Tide and phases as the chronicle would tell them."""
    paths = paths_of(relation.moves, relation.until)
    tide, _ = tide_of(relation.moves, paths, relation.until)
    phases, note = phases_of(relation.moves, paths, relation.until)
    return tide, phases, note


def synthetic(number: int, seed: int = 1) -> None:
    """The trial on relationships whose truth is known."""
    random = np.random.default_rng(seed)
    hits = ours = truth = held = days = told = 0
    started = time.perf_counter()
    for _ in range(number):
        relation = draw_relation(random)
        tide, phases, note = read_relation(relation)
        for point in tide:
            days += 1
            level = relation.level_at(float(years_of(np.array([float(point.at.toordinal())]))[0]))
            held += point.low <= level <= point.high
        if note:
            continue
        told += 1
        edges = [_year(phase.when.start) for phase in phases[1:] if phase.when.start]
        hits += matched(edges, relation.turns)
        ours += len(edges)
        truth += len(relation.turns)
    took = time.perf_counter() - started
    precision, recall = hits / max(1, ours), hits / max(1, truth)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"turning: {told} of {number} relationships have enough events for phases; {took / number:.2f} s each")
    print(f"turns: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} (within {TOLERANCE} years)")
    print(f"coverage of the 90% band: {held / days:.3f}")
    false = enough = phases_told = copied = 0
    for _ in range(number):
        relation = draw_relation(random, still=True)
        _, phases, note = read_relation(relation)
        if note:
            continue
        enough += 1
        false += len(phases) > 1
        phases_told += len(phases)
        copied += len(read_relation(_copied(relation, random))[1])
    print(f"still: {false} of {enough} relationships without a turn are told one = {false / max(1, enough):.3f}")
    print(
        f"still, phases in all: {phases_told}; {copied} if every copy of a report were a witness ({enough} are right)"
    )


def _copied(relation: Relation, random: np.random.Generator) -> Relation:
    moves = [
        Move(m.first, m.last, m.type, m.score, (f"{m.events[0]}-{i}",), frozenset({f"{m.events[0]}-{i}"}))
        for m in relation.moves
        for i in range(1 + int(random.integers(0, 5)))
    ]
    return Relation(relation.turns, relation.levels, tuple(moves), relation.until)


def _year(day: date) -> float:
    return float(years_of(np.array([float(day.toordinal())]))[0])


def real(folder: Path) -> None:
    """Other people's series: time per dyad, and the known turns."""
    icews: dict[str, list[Move]] = defaultdict(list)
    with open(folder / "icews_2005_2015_sample20_events.csv", encoding="utf-8") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            if row["plover_score"]:
                day = date.fromisoformat(row["date"]).toordinal()
                name = f"i{number:05}"
                icews[row["dyad"]].append(
                    Move(day, day, row["plover_event"], float(row["plover_score"]), (name,), frozenset({name}))
                )
    for dyad, moves in sorted(icews.items()):
        if len(moves) >= 60:
            _, phases, took = _timed(moves)
            print(f"ICEWS {dyad}: {len(moves)} events, {len(phases)} phases, {took:.2f} s")
    gdelt: dict[str, list[tuple[int, float]]] = defaultdict(list)
    with open(folder / "gdelt_dyad_months_2018_2024.csv", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            year, month = map(int, row["ym"].split("-"))
            gdelt[row["dyad"]].append((date(year, month, 15).toordinal(), float(row["mean"])))
    found: dict[str, list[date]] = {}
    for dyad, months in sorted(gdelt.items()):
        values = np.array([value for _, value in months])
        around = values - np.median(values)
        scores = np.clip(around * 8.0 / (float(np.percentile(np.abs(around), 97)) or 1.0), -10, 10)
        moves = [  # the mean of a month's days counts as one observation a week
            Move(day + shift, day + shift, "", round(float(score), 3), (f"g{i:03}{shift:+}",), frozenset({f"g{i:03}"}))
            for i, ((day, _), score) in enumerate(zip(months, scores, strict=True))
            for shift in (-11, -4, 4, 11)
        ]
        tide, phases, took = _timed(moves)
        edges = [phase.when.start for phase in phases[1:] if phase.when.start]
        found[f"{dyad} high"] = [*_extremes(tide, 1.0), *edges]
        found[f"{dyad} low"] = [*_extremes(tide, -1.0), *edges]
        print(
            f"GDELT {dyad}: {len(months)} months, {len(phases)} phases, {len(found[f'{dyad} high'])} highs and "
            f"{len(found[f'{dyad} low'])} lows or boundaries, {took:.2f} s"
        )
    hits = 0
    for dyad, text, high in TURNS:
        year, month = map(int, text.split("-"))
        ours = found.get(f"{dyad} {'high' if high else 'low'}") or found.get(_turned(dyad, high), [])
        near = [d for d in ours if abs((d.year - year) * 12 + d.month - month) <= 1]
        hits += bool(near)
        print(
            f"turn {dyad} {'high' if high else 'low '} {text}: {'found ' + near[0].isoformat() if near else 'MISSED'}"
        )
    print(f"turns found: {hits} of {len(TURNS)}")


def _turned(dyad: str, high: bool) -> str:
    left, right = dyad.split("-")
    return f"{right}-{left} {'high' if high else 'low'}"


def _timed(moves: list[Move]) -> tuple[tuple[TidePoint, ...], tuple[Phase, ...], float]:
    moves = sorted(moves, key=lambda m: (m.first + m.last, m.events))
    until = max(m.last for m in moves)
    started = time.perf_counter()
    paths = paths_of(moves, until)
    tide, _ = tide_of(moves, paths, until)
    phases, _ = phases_of(moves, paths, until)
    return tide, phases, time.perf_counter() - started


def _extremes(tide: Sequence[TidePoint], way: float) -> list[date]:
    """Days of the summits (way 1) or troughs (way -1) that stand out from their valleys by a twentieth of the curve's range."""
    levels = [way * point.level for point in tide]
    asked = (max(levels) - min(levels)) / 20
    found = []
    for i, level in enumerate(levels):
        before = next((j for j in range(i - 1, -1, -1) if levels[j] >= level), -1)
        after = next((j for j in range(i + 1, len(levels)) if levels[j] > level), len(levels))
        if before >= 0 and levels[before] == level:
            continue  # a summit that is level for a while is one
        rise = min(level - min(levels[before + 1 : i + 1]), level - min(levels[i:after]))
        if rise >= asked:
            last = max(j for j in range(i, after) if levels[j] == level)
            found.append(tide[(i + last) // 2].at)
    return found


def main() -> None:
    """Runs the trial, and the real series where a folder is given."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--series", type=int, default=240)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--real", type=Path)
    given = asked.parse_args()
    synthetic(given.series, given.seed)
    if given.real:
        real(given.real)


if __name__ == "__main__":
    main()
