"""Timelines of news topics: which days, and which sentences tell them, against timelines that newsrooms wrote.

    python -m benchmarks.timelines ROOT --out predictions.json [--topic NAME ...]

ROOT holds one folder for each topic, as Timeline17 does: ``articles.jsonl.gz`` (one article a line: ``time``, ``text`` of
one tokenised sentence a line), ``keywords.json``, ``timeline_names.json`` and ``timelines.jsonl`` (one gold timeline a line:
``[[day, [sentence, ...]], ...]``). As the protocol has it, of a gold timeline only its first and last day, its number of
days and its mean number of sentences a day are known to the reader. Predictions are ``{"topic/name": [[day,
[sentence, ...]], ...]}``. Printed are Date-F1 (F1 of mean precision and mean recall) with the number of days given and
without it, and articles per second of CPU, reading included. Nothing is trained.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tidebook.chronicle.days import best_days, weigh_days
from tidebook.chronicle.gist import Gist
from tidebook.chronicle.told import Line, Telling, words_of
from tidebook.knowledge.load import of_language
from tidebook.mentions.times import read_times
from tidebook.records.times import on

LANGUAGE = "en"
_OPENS = 3  # characters before a date that still begins its sentence
_BRACKET = re.compile(r"-[lr][rsc]b-", re.I)  # how the treebank's tokenisers write brackets

# Date-F1 / AR1 / AR2 of others on the 11 timelines of the shared half, as its README gives them.
PEERS = ("DATEWISE, trained .664 / .140 / .038, 27 docs/s after HeidelTime at 0.5", "CLUST .501 / .091 / .022")


@dataclass(frozen=True, slots=True)
class Task:
    """One gold timeline: its name, its days with their sentences."""

    name: str
    gold: dict[date, list[str]]

    @property
    def sentences_a_day(self) -> int:
        """Mean number of gold sentences, rounded, at least 1."""
        return max(1, round(sum(map(len, self.gold.values())) / len(self.gold)))


def read_articles(folder: Path) -> Iterator[Telling]:
    """The articles of a topic as witnesses, with the days that our own engine reads."""
    keywords = tuple(
        str(word).casefold() for word in json.loads((folder / "keywords.json").read_text(encoding="utf-8"))
    )
    small = frozenset(of_language(LANGUAGE, "language.yaml")["function_words"])
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield read_article(json.loads(line), keywords, small)


def read_article(article: dict[str, Any], keywords: tuple[str, ...], small: frozenset[str]) -> Telling:
    """One article; each line of its text is a sentence."""
    published = date.fromisoformat(article["time"][:10])
    text: str = article["text"]
    lines = text.split("\n")
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    days: list[set[int]] = [set() for _ in lines]
    opens: list[int | None] = [None] * len(lines)
    for mention in read_times(text, LANGUAGE, on(published.year, published.month, published.day)):
        when = mention.interval
        if when is None or when.start is None or when.days != 1:
            continue
        place = bisect_right(starts, mention.span.start) - 1
        days[place].add(when.start.toordinal())
        if mention.span.start - starts[place] <= _OPENS:
            opens[place] = when.start.toordinal()
    return Telling(
        origin=str(article["id"]),
        published=published.toordinal(),
        lines=tuple(
            Line(
                text=line.strip(),
                words=words_of(_BRACKET.sub(" ", line), small),
                days=tuple(sorted(days[place])),
                opens=opens[place],
                about=any(word in line.casefold() for word in keywords),
            )
            for place, line in enumerate(lines)
            if line.strip()
        ),
    )


def read_tasks(folder: Path) -> list[Task]:
    """The gold timelines of a topic."""
    names = json.loads((folder / "timeline_names.json").read_text(encoding="utf-8"))
    golds = (folder / "timelines.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        Task(name, {date.fromisoformat(day): said for day, said in json.loads(gold)})
        for name, gold in zip(names, golds, strict=True)
    ]


def predict(tellings: list[Telling], task: Task) -> tuple[list[tuple[date, list[str]]], list[date]]:
    """The timeline with the number of days given, and the days without it."""
    first, last = min(task.gold).toordinal(), max(task.gold).toordinal()
    within = [telling for telling in tellings if telling.published is not None and first <= telling.published <= last]
    weights = weigh_days(within, first, last)
    gist = Gist.of(within)
    used: set[str] = set()
    timeline = []
    for day in best_days(weights, len(task.gold)):
        chosen = [line.text for line in gist.tell(day, task.sentences_a_day, used)]
        used.update(chosen)
        timeline.append((date.fromordinal(day), chosen))
    return timeline, [date.fromordinal(day) for day in best_days(weights)]


def date_f1(pairs: list[tuple[set[date], set[date]]]) -> float:
    """F1 of mean precision and mean recall over (ours, gold)."""
    precision = sum(len(ours & gold) / max(1, len(ours)) for ours, gold in pairs) / len(pairs)
    recall = sum(len(ours & gold) / len(gold) for ours, gold in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    """Reads, predicts, writes, prints."""
    parser = argparse.ArgumentParser(description="Timelines of the topics of a folder, and how good their days are.")
    parser.add_argument("root", type=Path)
    parser.add_argument("--out", type=Path, help="where the predictions go, as JSON")
    parser.add_argument("--topic", action="append", help="only this one; may be given several times")
    asked = parser.parse_args()
    topics = asked.topic or sorted(path.name for path in asked.root.iterdir() if (path / "articles.jsonl.gz").is_file())
    predictions: dict[str, list[list[Any]]] = {}
    given: list[tuple[set[date], set[date]]] = []
    unsaid: list[tuple[set[date], set[date]]] = []
    articles, spent = 0, 0.0
    for topic in topics:
        began = time.process_time()
        tellings = list(read_articles(asked.root / topic))
        tasks = read_tasks(asked.root / topic)
        for task in tasks:
            timeline, free = predict(tellings, task)
            predictions[f"{topic}/{task.name}"] = [[day.isoformat(), said] for day, said in timeline]
            gold = set(task.gold)
            given.append(({day for day, _ in timeline}, gold))
            unsaid.append((set(free), gold))
            print(
                f"{topic}/{task.name}: Date-F1 {date_f1(given[-1:]):.3f} of {len(gold)} days;"
                f" number not given {date_f1(unsaid[-1:]):.3f} with {len(free)}"
            )
        spent += time.process_time() - began
        articles += len(tellings)
    if asked.out:
        asked.out.write_text(json.dumps(predictions, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(
        f"{asked.root.name}: {len(given)} timelines, {articles} articles\n"
        f"  Tidebook    Date-F1 {date_f1(given):.3f}, number of days not given {date_f1(unsaid):.3f},"
        f" {articles / max(spent, 1e-9):.0f} articles per CPU second"
    )
    for peer in PEERS:
        print(f"  peer, shared half    {peer}")


if __name__ == "__main__":
    main()
