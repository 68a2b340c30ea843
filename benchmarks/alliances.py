"""What a book says of alliances, year by year, against a list of alliances (ATOP: dyad,year,atop_defense,...).

    python -m benchmarks.alliances BOOK FILE.csv

A year is told right where, on its first of July, an alliance or treaty of the two was in force and the list has an obligation to
defend, not to attack or to consult between them, or where neither is so. What the book holds uncertain is counted apart. Only
the years are compared of which both the list and the pile know.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from datetime import date
from pathlib import Path

import tidebook
from tidebook.chronicle.ties import as_of
from tidebook.records.chronicles import Chronicle, Dyad

OBLIGATIONS = ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul")
KINDS = ("alliance", "treaty")


def measure(chronicle: Chronicle, rows: list[dict[str, str]]) -> dict[int, tuple[bool, str]]:
    """By year: whether the list has an alliance, and our verdict (``in``, ``out`` or ``uncertain``)."""
    names = {f"{one}-{other}" for one, other in _pairs(chronicle.dyad)}
    listed = {
        int(float(row["year"])): any(float(row[o] or 0) for o in OBLIGATIONS) for row in rows if row["dyad"] in names
    }
    known = [int(float(row["year"])) for row in rows]
    told = [
        event.when.start.year for event in chronicle.events if event.when is not None and event.when.start is not None
    ]
    found = {}
    for year in range(max(min(known), min(told)), min(max(known), max(told)) + 1):
        found[year] = (listed.get(year, False), _verdict(chronicle, date(year, 7, 1)))
    return found


def _verdict(chronicle: Chronicle, day: date) -> str:
    verdicts = {
        one.verdict
        for one in as_of(chronicle, day)
        if one.tie.kind in KINDS
        and {chronicle.dyad.fold(code, None) for code in one.tie.parties} >= _sides(chronicle.dyad)
    }
    return next((verdict for verdict in ("in", "uncertain") if verdict in verdicts), "out")


def _sides(dyad: Dyad) -> set[str]:
    return {dyad.left.actor, dyad.right.actor}


def _pairs(dyad: Dyad) -> list[tuple[str, str]]:
    left, right = dyad.left.actor, dyad.right.actor
    return [(left, right), (right, left)]


def main() -> None:
    """The command line of the measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("book", type=Path)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    if not options.file.is_file():
        parser.error(f"{options.file}: there is no such file; give a list of alliances by year")
    with options.file.open(encoding="utf-8", newline="") as source:
        years = measure(tidebook.open_book(options.book), list(csv.DictReader(source)))
    counts = Counter((verdict, listed) for listed, verdict in years.values())
    for verdict in ("in", "out", "uncertain"):
        print(f"we say {verdict:<9}  listed {counts[verdict, True]:>3} years, not listed {counts[verdict, False]:>3}")
    sure = counts["in", True] + counts["out", False]
    wrong = counts["in", False] + counts["out", True]
    print(f"of the years that we are sure of, {sure} of {sure + wrong} as listed")
    print("against the list:", *(f"{year} {v}" for year, (listed, v) in sorted(years.items()) if (v == "in") != listed))


if __name__ == "__main__":
    main()
