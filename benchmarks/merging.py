"""Whether the right reports are held to be one event, on the sample piles and their gold.

    python -m benchmarks.merging [samples/india-pakistan ...] [--list]

Reads each pile, and labels every report that can mean one gold event only (it stands on a page of the event, has its quad
class, its parties on the same sides, and a date that meets). Over the labelled reports it prints B-cubed, MUC and CEAF-e, their
mean (the CoNLL figure), and how many of our events hold reports of two gold events: a merge that a reader would undo.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tidebook.articles.origin import find_origins
from tidebook.articles.write import write_articles
from tidebook.chronicle.dyad import find_dyad
from tidebook.errors import EdtfError
from tidebook.events.merge import merge
from tidebook.knowledge.load import ROOT, read_table
from tidebook.pages.pile import read_pile
from tidebook.records.edtf import parse
from tidebook.records.events import Report
from tidebook.records.pages import Page
from tidebook.records.readings import Reading
from tidebook.runs.read import read_article

EQUAL = ("AGREE", "CONSULT", "COOPERATE")
WIDEST = 1100  # days; a report's date may be that wide, or twice as wide as the gold's
Groups = dict[str, str]  # report to group


def measure(pile: Path, listed: bool) -> tuple[Groups, Groups]:
    """The groups of the labelled reports of a pile: ours, and the gold's."""
    read = [p for p in read_pile([p for p in sorted(pile.iterdir()) if p.is_file()]) if isinstance(p, Page)]
    articles, _ = write_articles(read)
    readings: list[Reading] = []
    reports: list[Report] = []
    for article in articles:
        reading, found = read_article(article)
        readings.append(reading)
        reports.extend(found)
    known = find_origins(tuple(reading.article for reading in readings))
    pages = {a.id: a for a in known}
    dyad = find_dyad(None, readings, reports)
    gold = [json.loads(line) for line in (pile / "gold" / "chronicle.jsonl").read_text(encoding="utf-8").splitlines()]
    truth: Groups = {}
    for report in reports:
        page = pages[report.article].address(report.span).page
        could = [row["id"] for row in gold if row["type"] != "OTHER" and could_mean(report, page, row)]
        if len(could) == 1:
            truth[report.id] = f"{pile.name} {could[0]}"
    events = merge(reports, known, dyad)
    ours = {name: event.id for event in events for name in event.reports if name in truth}
    truth = {name: truth[name] for name in ours}
    if listed:
        texts = {r.id: f"{r.when.edtf if r.when else '?'} {r.span.cut(pages[r.article].text)[:110]}" for r in reports}
        _list("one of ours mixes two", ours, truth, texts)
        _list("one of the gold's is split", truth, ours, texts)
    return ours, truth


def _list(what: str, groups: Groups, others: Groups, texts: Mapping[str, str]) -> None:
    for members in _groups(groups):
        if len({others[name] for name in members}) > 1:
            print(f"  {what}:")
            for name in sorted(members, key=lambda m: (others[m], m)):
                print(f"    {others[name]}: {texts[name]}")


def could_mean(report: Report, page: str, gold: Mapping[str, Any]) -> bool:
    """Whether a report may be of a gold event."""
    if Path(page).name not in gold["pages"] or quad_of(report.type) != gold["quad"] or report.when is None:
        return False
    try:
        when = parse(gold["when"])
    except EdtfError:
        return False
    if not report.when.meets(when) or (report.when.days or WIDEST + 1) > max(2 * (when.days or 1) + 31, WIDEST):
        return False
    who, whom = set(gold["who"]), set(gold["whom"])
    actors, recipients = set(report.actors), set(report.recipients)
    if not whom or gold["type"] in EQUAL or report.type in EQUAL:
        return len((actors | recipients) & (who | whom)) >= min(2, len(who | whom))
    return (bool(actors & who) or not who) and bool(recipients & whom)


def quad_of(type: str) -> str:
    """The quad class of a PLOVER type."""
    return next((row["quad"] for row in read_table(ROOT / "codes" / "quads.tsv") if row["type"] == type), "")


def b_cubed(ours: Groups, truth: Groups) -> float:
    """B-cubed F1."""
    precision = sum(_overlap(name, ours, truth) / _size(name, ours) for name in ours) / max(1, len(ours))
    recall = sum(_overlap(name, ours, truth) / _size(name, truth) for name in ours) / max(1, len(ours))
    return _f1(precision, recall)


def muc(ours: Groups, truth: Groups) -> float:
    """MUC F1: links that are kept; 1.0 where there is none to keep."""

    def links(groups: Groups, others: Groups) -> tuple[int, int]:
        kept = every = 0
        for members in _groups(groups):
            every += len(members) - 1
            kept += len(members) - len({others[name] for name in members})
        return kept, every

    recall, precision = links(truth, ours), links(ours, truth)
    return _f1(precision[0] / precision[1] if precision[1] else 1.0, recall[0] / recall[1] if recall[1] else 1.0)


def ceaf(ours: Groups, truth: Groups) -> float:
    """CEAF-e F1 with greedy alignment, which is exact where groups overlap with one other only."""
    left, right = _groups(ours), _groups(truth)
    scored = sorted(
        ((2 * len(a & b) / (len(a) + len(b)), i, j) for i, a in enumerate(left) for j, b in enumerate(right) if a & b),
        key=lambda s: (-s[0], s[1], s[2]),
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    total = 0.0
    for value, i, j in scored:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            total += value
    return _f1(total / max(1, len(left)), total / max(1, len(right)))


def _groups(names: Groups) -> list[set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for name, group in names.items():
        groups[group].add(name)
    return [groups[key] for key in sorted(groups)]


def _overlap(name: str, ours: Groups, truth: Groups) -> int:
    return sum(1 for other in ours if ours[other] == ours[name] and truth[other] == truth[name])


def _size(name: str, groups: Groups) -> int:
    return sum(1 for other in groups if groups[other] == groups[name])


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _print(name: str, ours: Groups, truth: Groups) -> None:
    figures = [f(ours, truth) for f in (b_cubed, muc, ceaf)]
    mixed = sum(1 for members in _groups(ours) if len({truth[m] for m in members}) > 1)
    print(
        f"{name}: {len(truth)} labelled reports of {len(set(truth.values()))} events; B-cubed {figures[0]:.3f}, "
        f"MUC {figures[1]:.3f}, CEAF-e {figures[2]:.3f}, CoNLL {sum(figures) / 3:.3f}; "
        f"{mixed} of {len(set(ours.values()))} events of ours mix two"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures each pile, and all of them together."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("piles", nargs="*", type=Path)
    asked.add_argument("--list", action="store_true", help="show every event that is mixed or split")
    given = asked.parse_args(arguments)
    piles: Iterable[Path] = given.piles or [p for p in sorted(Path("samples").iterdir()) if (p / "gold").is_dir()]
    every: tuple[Groups, Groups] = ({}, {})
    for pile in piles:
        ours, truth = measure(pile, given.list)
        _print(pile.name, ours, truth)
        every[0].update({name: f"{pile.name} {group}" for name, group in ours.items()})
        every[1].update(truth)
    _print("all", *every)


if __name__ == "__main__":
    main()
