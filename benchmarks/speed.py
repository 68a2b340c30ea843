"""How many sentences a second are read on one core, step by step, and how long the tables take to be ready.

    python -m benchmarks.speed [--sentences 6000] [--only actors coding ...] [--repeat 3]

The corpus is our own: the articles of `samples/`, and the sentences of `tests/gate/gold` put together as articles of twenty, over
and over in another order, with other numbers and another day of publication, until there are as many as asked for; no
two articles are the same. Times are process times (what else the machine does is not counted), the best of some runs after the
tables are loaded. ``everything`` is what a build does with an article: sentences, times, the time of the story, actors, coding.
``start-up`` is the process time of a fresh interpreter from its first import of Tidebook to the reports of one sentence in each
language: all tables are loaded then (from the cache that the first start of all fills).
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from tidebook.articles.sentences import sentences_of
from tidebook.articles.write import write_articles
from tidebook.events.code import code
from tidebook.mentions.actors import read_actors
from tidebook.mentions.anchors import tell_story
from tidebook.mentions.times import read_times
from tidebook.pages.pile import read_pile
from tidebook.records.articles import Article
from tidebook.records.mentions import TimeMention
from tidebook.records.pages import Page
from tidebook.records.readings import Reading
from tidebook.records.times import Interval, on
from tidebook.runs.read import read_article, read_text

ROOT = Path(__file__).parents[1]
_TOGETHER = 20  # gold sentences that make an article
_IN_PARAGRAPH = 4
_STEPS = ("sentences", "times", "actors", "coding", "actors+coding", "everything")
_BEGIN = """
import time; began = time.process_time()
from tidebook.runs.read import read_text
from tidebook.records.times import on
for words, language in (("Presiden Rusia bertemu Kim Jong Un kemarin.", "id"), ("Iran attacked Israel on Monday.", "en")):
    assert read_text(words, on(2024, 6, 19), language)[1]
print(time.process_time() - began)
"""


def corpus(sentences: int, seed: int = 4) -> list[Article]:
    """Articles with at least so many sentences together, the samples' among them; the same for the same seed."""
    chance = random.Random(seed)
    articles = list(_samples())
    count = sum(len(sentences_of(article)) for article in articles)
    gold = {language: _gold(language) for language in ("id", "en")}
    while count < sentences:
        for language, texts in gold.items():
            words = [_varied(text, chance) for text in chance.sample(texts, _TOGETHER)]
            lines = [" ".join(words[n : n + _IN_PARAGRAPH]) for n in range(0, _TOGETHER, _IN_PARAGRAPH)]
            day = date(1950, 1, 1) + timedelta(days=chance.randrange(27_000))
            articles.append(_article("\n".join(lines), on(day.year, day.month, day.day), language))
            count += len(sentences_of(articles[-1]))
    return articles


def _samples() -> list[Article]:
    found: list[Article] = []
    for pile in sorted((ROOT / "samples").iterdir()):
        if pile.is_dir():
            pages = [page for page in read_pile(sorted(pile.glob("*.txt"))) if isinstance(page, Page)]
            found += write_articles(pages)[0]
    return found


def _gold(language: str) -> list[str]:
    lines = (ROOT / "tests/gate/gold" / f"reports_{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines if line.strip()]


def _varied(text: str, chance: random.Random) -> str:
    """The sentence with other numbers, as long as they were; a year keeps its century."""
    letters, before = list(text), 0
    for at, letter in enumerate(text):
        before = before + 1 if letter.isdecimal() else 0
        if before > 2:
            letters[at] = str(chance.randrange(10))
    return "".join(letters)


def _article(text: str, published: Interval, language: str) -> Article:
    return read_text(text, published, language)[0].article


def measure(articles: Sequence[Article], steps: Sequence[str], repeat: int) -> dict[str, float]:
    """Sentences a second of each step, by its name."""
    bare = [Reading(article=article, sentences=sentences_of(article)) for article in articles]
    timed = [replace(reading, times=_times(reading.article)) for reading in bare]
    told = [replace(r, story=tell_story(r.sentences, r.times, r.article.published)) for r in timed]
    acted = [replace(reading, actors=read_actors(reading)) for reading in told]
    count = sum(len(reading.sentences) for reading in bare)

    def actors_and_coding() -> None:
        for reading in told:
            code(replace(reading, actors=read_actors(reading)))

    runs: dict[str, Callable[[], object]] = {
        "sentences": lambda: [sentences_of(article) for article in articles],
        "times": lambda: [_times(article) for article in articles],
        "actors": lambda: [read_actors(reading) for reading in told],
        "coding": lambda: [code(reading) for reading in acted],
        "actors+coding": actors_and_coding,
        "everything": lambda: [read_article(article) for article in articles],
    }
    return {step: count / min(_seconds(runs[step]) for _ in range(repeat)) for step in steps}


def _times(article: Article) -> tuple[TimeMention, ...]:
    return read_times(article.text, article.language, article.published, tuple(block.span for block in article.blocks))


def _seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def start_up(repeat: int) -> float:
    """Seconds of process time from the first import to the first reports in both languages, the best of some runs."""
    command = [sys.executable, "-c", _BEGIN]
    runs = [subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True) for _ in range(repeat)]
    return min(float(run.stdout) for run in runs)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; returns the exit code."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sentences", type=int, default=6000)
    asked.add_argument("--repeat", type=int, default=3)
    asked.add_argument("--only", nargs="+", choices=_STEPS, default=list(_STEPS))
    args = asked.parse_args(arguments)
    articles = corpus(args.sentences)
    print(f"{len(articles)} articles, {sum(len(sentences_of(article)) for article in articles)} sentences")
    for step, speed in measure(articles, args.only, args.repeat).items():
        print(f"{step:14} {speed:8.0f} sentences/s")
    print(f"{'start-up':14} {start_up(max(3, args.repeat)):8.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
