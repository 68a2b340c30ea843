"""Who led whom on each day, against a list of leaders with dates (Archigos: iso,leader,startdate,enddate,...).

    python -m benchmarks.leaders FILE.csv [--misses]

A leader-day is right where one of those whom our tables let lead that state on that day bears the listed name: one word of three
letters or more the same once accents and case are folded, or of four that ends the other (``Aziz``, ``Abdulaziz``), or of five
that is nearly the same (``Mahatir``, ``Mahathir``). States that our tables have no leader of are not counted; days before the list begins or after it ends neither.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path

from tidebook.chronicle.leaders import leaders_of
from tidebook.knowledge import who
from tidebook.records.chronicles import Dyad, Side

NEAR = 0.8
"""The least likeness of two spellings of one name, by `difflib`'s ratio of matching letters."""
DEAD = {"RUS": "SUN"}
"""The list counts the Soviet Union as Russia, as a chronicle does until 1991."""


def measure(rows: list[dict[str, str]]) -> tuple[Counter[str], Counter[str], Counter[tuple[str, str, str]]]:
    """Leader-days in all and right ones by state, and the wrong ones by state, listed leader and ours."""
    days: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: Counter[tuple[str, str, str]] = Counter()
    for row in rows:
        since, until = date.fromisoformat(row["startdate"]), date.fromisoformat(row["enddate"])
        ours = list(_leading(row["iso"], since, until))
        if not ours:
            continue
        day = since
        while day < until:
            names = [name for name, start, end in ours if start <= day < end]
            days[row["iso"]] += 1
            if any(_same(row["leader"], name) for name in names):
                right[row["iso"]] += 1
            else:
                wrong[row["iso"], row["leader"], " | ".join(sorted(set(names)))] += 1
            day += timedelta(days=1)
    return days, right, wrong


def _leading(state: str, since: date, until: date) -> Iterator[tuple[str, date, date]]:
    dead = tuple((code, day) for code, day in who.predecessors(state))
    sides = Dyad(left=Side(actor=state, predecessors=dead), right=Side(actor=state))
    for tie in leaders_of(sides, since, until):
        if tie.since is not None and tie.since.start is not None:
            until_then = tie.until.end if tie.until is not None else None
            yield tie.about, tie.since.start, until_then or date.max


def _same(one: str, other: str) -> bool:
    return any(_near(a, b) for a in _words(one) for b in _words(other))


def _near(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long or (len(short) >= 4 and long.endswith(short)):
        return True
    return len(short) >= 5 and SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEAR


def _words(name: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    parts = re.findall("[a-z]+", flat.replace("'", ""))
    return [part for part in parts if len(part) >= 3] + ["".join(parts)]


def main() -> None:
    """The command line of the measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true", help="list the wrong days by leader")
    options = parser.parse_args()
    if not options.file.is_file():
        parser.error(f"{options.file}: there is no such file; give a list of leaders with dates")
    with options.file.open(encoding="utf-8", newline="") as source:
        days, right, wrong = measure(list(csv.DictReader(source)))
    for state in sorted(days):
        print(f"{state}  {right[state] / days[state]:.3f} of {days[state]:,} days")
    print(f"all  {sum(right.values()) / sum(days.values()):.3f} of {sum(days.values()):,} leader-days")
    for (state, leader, ours), count in wrong.most_common() if options.misses else ():
        print(f"  {state} {leader}: {count} days; ours: {ours or 'nobody'}")


if __name__ == "__main__":
    main()
