"""Accuracy has a floor: a change may trade, never slip unnoticed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import book, reports
from tidebook.faces.chronicle_json import as_json
from tidebook.knowledge.load import read_yaml
from tidebook.runs.build import build

ROOT = Path(__file__).resolve().parents[2]
FLOORS: dict[str, Any] = read_yaml(Path(__file__).with_name("floors.yaml"))


def digest(paths: list[Path]) -> str:
    """Of the bytes of the files, in order."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:16]


def hold(figures: dict[str, float], floors: dict[str, float]) -> None:
    """Fails with all the figures that have slipped, not only with the first."""
    slipped = {name: (figures[name], floor) for name, floor in floors.items() if figures[name] < floor}
    assert not slipped, f"fallen under their floors (figure, floor): {slipped}"


@pytest.mark.parametrize("language", sorted(FLOORS["reports"]))
def test_the_coder_keeps_its_floor_on_gold_sentences(language: str) -> None:
    path = ROOT / "tests/gate/gold" / f"reports_{language}.jsonl"
    wanted = FLOORS["reports"][language]
    assert digest([path]) == wanted["gold"], "the gold changed: measure again and set new floors"
    scores = reports.score(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    hold({"event": scores.event.f1, "report": scores.report.f1, "whole": scores.whole.f1}, wanted["floors"])


@pytest.mark.parametrize("name", sorted(FLOORS["piles"]))
def test_a_sample_pile_keeps_its_floor(name: str, tmp_path: Path) -> None:
    folder, wanted = ROOT / "samples" / name, FLOORS["piles"][name]
    assert digest(sorted((folder / "gold").glob("*.jsonl"))) == wanted["gold"], "the gold changed: set new floors"
    pile = book.read_pile(folder)
    made = as_json(build(sorted(folder.glob("*.txt")), pile.pair, tmp_path).chronicle)
    result = book.score(made["events"], pile)
    told = [report for event in made["events"] for report in event["reports"]]
    right, facts, _ = book.article_facts(made["articles"], pile)
    figures = {
        "strict": len(result.strict) / len(pile.events),
        "lenient": len(result.lenient) / len(pile.events),
        "precision": len(result.ours) / len(made["events"]),
        "merged": result.merged / result.several,
        "articles": right / facts,
    }
    hold(figures, wanted["floors"])
    assert [r for r in told if book.squeeze(r["text"]) not in pile.body[Path(r["page"]).name]] == []
