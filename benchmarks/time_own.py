"""Times on gold of our own: sentences with ``[[words|TIMEX3 value|EDTF]]`` in them.

    python -m benchmarks.time_own tests/gate/time_id.txt --language id [--half seen|kept]

A line is one text, read by itself as of the last ``published`` line; "⏎" begins a new paragraph; "-" means no interval. Every
second text is kept aside: rules are written looking at the "seen" half only.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

from tidebook.mentions.times import read_times
from tidebook.records.edtf import parse
from tidebook.records.times import Interval

_MARK = re.compile(r"\[\[(.+?)\|(.+?)\|(.+?)\]\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """One expression of the gold: its place in the text, TIMEX3 value, EDTF ("-" for none)."""

    start: int
    end: int
    value: str
    edtf: str


@dataclass(frozen=True, slots=True)
class Text:
    """One line of the gold: its number in the file, the words without marks, the date it is read as of."""

    line: int
    words: str
    published: Interval
    gold: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How a half of the gold was read.

    Attributes:
        gold: expressions. right: those whose value and EDTF are both exact. same_span: whose words are exactly ours.
        ours: expressions that we read; errors: one line per difference, for people.
    """

    gold: int
    right: int
    same_span: int
    ours: int
    errors: tuple[str, ...]

    @property
    def accuracy(self) -> float:
        """Percent of the gold whose value and EDTF are exact."""
        return 100 * self.right / self.gold

    @property
    def precision(self) -> float:
        """Percent of what we read that is exact."""
        return 100 * self.right / max(1, self.ours)


def read_gold(path: Path, half: str | None = None) -> list[Text]:
    """The texts of a gold file; `half` is "seen" (the first, third ...) or "kept" (the second, fourth ...)."""
    texts: list[Text] = []
    published: Interval | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("published "):
            published = parse(line.split()[1])
        elif line.strip() and not line.startswith("#"):
            assert published is not None, f"{path} line {number}: no date before the first text"
            texts.append(_text(number, line, published))
    return texts if half is None else texts[0 if half == "seen" else 1 :: 2]


def _text(number: int, line: str, published: Interval) -> Text:
    words, gold, last = "", [], 0
    for mark in _MARK.finditer(line):
        words += line[last : mark.start()]
        gold.append(Marked(len(words), len(words) + len(mark[1]), mark[2], mark[3]))
        words += mark[1]
        last = mark.end()
    return Text(number, (words + line[last:]).replace("⏎", "\n"), published, tuple(gold))


def measure(texts: list[Text], language: str) -> Result:
    """Reads every text and holds it against its marks."""
    gold = right = same = ours = 0
    errors: list[str] = []
    for text in texts:
        mentions = list(read_times(text.words, language, text.published))
        gold += len(text.gold)
        ours += len(mentions)
        for mark in text.gold:
            met = [m for m in mentions if m.span.start < mark.end and mark.start < m.span.end]
            met.sort(key=lambda m: (m.span.start, m.span.end) != (mark.start, mark.end))
            if not met:
                errors.append(f"{text.line}: missed {text.words[mark.start : mark.end]!r} ({mark.value})")
                continue
            found = met[0]
            mentions.remove(found)
            edtf = "-" if found.interval is None else found.interval.edtf
            same += (found.span.start, found.span.end) == (mark.start, mark.end)
            right += (found.value, edtf) == (mark.value, mark.edtf)
            if (found.value, edtf) != (mark.value, mark.edtf):
                read = f"{found.span.cut(text.words)!r} {found.value} {edtf} by {found.rule}"
                errors.append(
                    f"{text.line}: {text.words[mark.start : mark.end]!r} {mark.value} {mark.edtf}; read {read}"
                )
        errors.extend(f"{text.line}: no time: {m.span.cut(text.words)!r} {m.value} by {m.rule}" for m in mentions)
    return Result(gold, right, same, ours, tuple(errors))


def main() -> None:
    """Prints the errors and the figures of a gold file."""
    parser = argparse.ArgumentParser(description="Times on gold of our own.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--language", required=True)
    parser.add_argument("--half", choices=("seen", "kept"))
    asked = parser.parse_args()
    result = measure(read_gold(asked.gold, asked.half), asked.language)
    print("\n".join(result.errors))
    print(
        f"{result.gold} expressions, {result.ours} read: value and EDTF exact {result.accuracy:.1f}%, "
        f"same words {100 * result.same_span / result.gold:.1f}%, of ours exact {result.precision:.1f}%"
    )


if __name__ == "__main__":
    main()
