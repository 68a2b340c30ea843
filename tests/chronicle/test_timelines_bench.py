"""The benchmark of timelines reads a folder of the field's format, here one of our own making."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = [
    ("2031-03-02", "Flood hits Marlow .\nThe dam at Marlow burst on Tuesday , March 1 , 2031 after days of rain ."),
    ("2031-03-05", "The Marlow dam burst on March 1 and drowned the lower town , officials said .\nA cat was found ."),
    (
        "2031-03-20",
        "Since the Marlow dam burst on March 1 , the lower town has stood empty .\nWork began on Wednesday .",
    ),
]


def test_it_finds_the_day_that_all_remember_and_tells_it_in_words_of_the_articles(tmp_path: Path) -> None:
    topic = tmp_path / "set" / "marlow"
    topic.mkdir(parents=True)
    with gzip.open(topic / "articles.jsonl.gz", "wt", encoding="utf-8") as out:
        for number, (day, text) in enumerate(ARTICLES):
            out.write(json.dumps({"id": str(number), "source": "x", "time": day, "title": None, "text": text}) + "\n")
    (topic / "keywords.json").write_text('["marlow"]', encoding="utf-8")
    (topic / "timeline_names.json").write_text('["one.txt"]', encoding="utf-8")
    gold = [["2031-03-01", ["The dam at Marlow bursts ."]], ["2031-03-20", ["Work begins ."]]]
    (topic / "timelines.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    out_path = tmp_path / "predictions.json"
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.timelines", str(tmp_path / "set"), "--out", str(out_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    (name, rows), *rest = json.loads(out_path.read_text(encoding="utf-8")).items()
    assert (name, rest) == ("marlow/one.txt", [])
    assert rows[0][0] == "2031-03-01"
    assert len(rows) == 2
    said = {line for _, text in ARTICLES for line in text.split("\n")}
    assert {sentence for _, sentences in rows for sentence in sentences} <= said
    assert "Date-F1" in done.stdout
