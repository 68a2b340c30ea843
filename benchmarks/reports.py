"""The coder against gold sentences: is there an event, which, between whom, when, with what standing.

    python -m benchmarks.reports tests/gate/gold/reports_id.jsonl [--half dev|kept] [--list]

Each line of the gold is a sentence with its day of publication and all its reports (docs/annotating.md). A report of
ours is right if type, actors and recipients are the gold's (AGREE, CONSULT and COOPERATE have no sides); it is right
"with date and standing" if its standing is the gold's too and its days are the gold's, where the gold gives any: they meet,
and ours are no more than twice as many and two. Matching is one to one within a sentence.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tidebook.records.edtf import parse
from tidebook.records.events import Report
from tidebook.records.times import Interval
from tidebook.runs.read import read_text

NO_SIDES = {"AGREE", "CONSULT", "COOPERATE"}


@dataclass
class Tally:
    """Counts of right, ours and gold, and F1 of them."""

    right: int = 0
    ours: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.ours + self.gold) if self.ours + self.gold else 1.0

    def __str__(self) -> str:
        precision = self.right / self.ours if self.ours else 1.0
        recall = self.right / self.gold if self.gold else 1.0
        return f"P {precision:.3f} R {recall:.3f} F1 {self.f1:.3f} ({self.right} right of {self.ours} ours, {self.gold} gold)"


@dataclass
class Scores:
    """The figures of one run; `misses` are lines for people."""

    event: Tally = field(default_factory=Tally)
    report: Tally = field(default_factory=Tally)
    whole: Tally = field(default_factory=Tally)
    sentences: int = 0
    seconds: float = 0.0
    misses: list[str] = field(default_factory=list)


def score(rows: Iterable[dict[str, Any]]) -> Scores:
    """Reads each sentence alone, as of its day of publication, and holds the reports against its gold."""
    scores = Scores()
    for number, row in enumerate(rows):
        if number == 0:  # the tables of the language are loaded before the clock runs
            read_text(row["text"], parse(row["published"]), row["language"])
        began = time.perf_counter()
        _, reports = read_text(row["text"], parse(row["published"]), row["language"])
        scores.seconds += time.perf_counter() - began
        scores.sentences += 1
        judge(scores, row, reports)
    return scores


def judge(scores: Scores, row: dict[str, Any], reports: Sequence[Report]) -> list[Report]:
    """Holds the reports of one row against its gold; those that are right with date and standing."""
    whole: list[Report] = []
    gold = row["reports"]
    scores.event.right += bool(gold) and bool(reports)
    scores.event.ours += bool(reports)
    scores.event.gold += bool(gold)
    scores.report.ours += len(reports)
    scores.report.gold += len(gold)
    scores.whole.ours += len(reports)
    scores.whole.gold += len(gold)
    free = list(gold)
    spare = []
    for report in sorted(reports, key=lambda r: r.id):
        fits = [g for g in free if _same(report, g)]
        if not fits:
            spare.append(report)
            continue
        best = max(fits, key=lambda g: _same_day(report, g) + (report.standing == g["standing"]))
        free.remove(best)
        scores.report.right += 1
        if _same_day(report, best) and report.standing == best["standing"]:
            scores.whole.right += 1
            whole.append(report)
        else:
            ours = f"{report.when.edtf if report.when else None} {report.standing}"
            scores.misses.append(
                f"DATE/STANDING {row['id']} ours {ours} gold {best['when']} {best['standing']} | {row['text']}"
            )
    scores.misses += [f"MISSED {row['id']} {_told(g)} | {row['text']}" for g in free]
    scores.misses += [f"FALSE  {row['id']} {_told_ours(r)} [{r.rule}] | {row['text']}" for r in spare]
    return whole


def _same(report: Report, gold: dict[str, Any]) -> bool:
    if report.type != gold["type"]:
        return False
    if report.type in NO_SIDES:
        return {*report.actors, *report.recipients} == {*gold["actors"], *gold["recipients"]}
    return set(report.actors) == set(gold["actors"]) and set(report.recipients) == set(gold["recipients"])


def _same_day(report: Report, gold: dict[str, Any]) -> bool:
    if gold["when"] is None:
        return True
    wanted = parse(gold["when"])
    return report.when is not None and report.when.meets(wanted) and _width(report.when) <= 2 * _width(wanted) + 2


def _width(interval: Interval) -> int:
    return 1096 if interval.days is None else interval.days


def _told(gold: dict[str, Any]) -> str:
    return f"{gold['type']} {gold['actors']}→{gold['recipients']} {gold['standing']}"


def _told_ours(report: Report) -> str:
    return f"{report.type} {list(report.actors)}→{list(report.recipients)} {report.standing}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; returns the exit code."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("gold", type=Path)
    asked.add_argument("--half", choices=["dev", "kept"])
    asked.add_argument("--list", action="store_true", help="name every report missed, false or wrongly dated")
    args = asked.parse_args(arguments)
    if not args.gold.is_file():
        print(f"{args.gold}: no such file; give a file of gold sentences (tests/gate/gold/)", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    scores = score(row for row in rows if args.half in (None, row["half"]))
    if args.list:
        print("\n".join(scores.misses))
    print(f"event or none  {scores.event}")
    print(f"report         {scores.report}")
    print(f"date, standing {scores.whole}")
    print(
        f"{scores.sentences} sentences, {scores.sentences / max(scores.seconds, 1e-9):.0f} sentences/s with everything"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
