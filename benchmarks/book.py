"""Holds the book of a sample pile against what a careful reader takes from its pages.

    python -m benchmarks.book samples/india-pakistan [--chronicle FILE] [--list]

Builds the book of the pile's pair in a folder of its own (or reads a chronicle.json that is there), and prints:

- recall: gold events that one of ours meets, strict (the PLOVER type is equal; each of ours serves one gold event)
  and lenient (the quad class is equal);
- of ours: how many meet a gold event. The gold is not complete: read the others (``--list``) before calling them wrong;
- standing: of the gold events met strictly, how many we hold for what the gold says (asserted, alleged, planned ...);
- merged: a gold event told by n pages, of which one event of ours carries c, earns (c-1)/(n-1);
- off their address: reports whose text does not stand verbatim in the body of their page;
- article facts: headline, date, language and publisher of every article whose pages are put together rightly;
- satire and other subjects: events of ours that rest only on pages of which the gold takes nothing.

Two events meet when they share a page, their dates overlap (ours at most about twice as wide as the gold's, or three
years), and the same parties stand on the same sides; meetings, agreements and cooperation have no sides.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

from tidebook.records.edtf import parse

QUAD = {
    name: quad
    for quad, names in {
        "vc": "AGREE CONSULT SUPPORT CONCEDE",
        "mc": "COOPERATE AID RETREAT",
        "vk": "REQUEST ACCUSE REJECT THREATEN",
        "mk": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
    }.items()
    for name in names.split()
}
SYMMETRIC = {"AGREE", "CONSULT", "COOPERATE"}
OPEN_END = 1095  # days that an open interval is taken to last
WIDEST = 1100  # days; ours may always be this wide
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """A sample pile and its gold; `body` holds the words of each page that are not furniture, white space squeezed."""

    pages: dict[str, Row]
    events: list[Row]
    background: list[Row]
    lines: dict[str, list[str]]
    body: dict[str, str]

    @property
    def pair(self) -> tuple[str, str]:
        """The two that the gold names together most often."""
        together = Counter(
            (a, b) for row in self.events for a, b in permutations(sorted({*row["who"], *row["whom"]}), 2) if a < b
        )
        return max(together, key=lambda pair: (together[pair], pair))


@dataclass(slots=True, kw_only=True)
class Score:
    """What was met: ids of gold events, numbers of ours."""

    strict: dict[str, int] = field(default_factory=dict)
    lenient: set[str] = field(default_factory=set)
    ours: set[int] = field(default_factory=set)
    merged: float = 0.0
    several: int = 0


def squeeze(text: str) -> str:
    """The text with every run of white space as one blank."""
    return re.sub(r"\s+", " ", text).strip()


def read_pile(folder: Path) -> Pile:
    """The pile in `folder`, with the gold beside it."""

    def rows(name: str) -> list[Row]:
        return [json.loads(line) for line in (folder / "gold" / name).read_text(encoding="utf-8").splitlines()]

    pages = {row["page"]: row for row in rows("pages.jsonl")}
    lines = {page: (folder / row["file"]).read_text(encoding="utf-8").split("\n") for page, row in pages.items()}
    body = {}
    for row in rows("lines.jsonl"):
        told = (number for role in ("title", "heading", "caption", "body") for number in sorted(row.get(role, [])))
        body[row["page"]] = " ".join(squeeze(lines[row["page"]][number - 1]) for number in told)
    events = rows("chronicle.jsonl")
    return Pile(
        pages=pages,
        events=[row for row in events if row["type"] != "OTHER"],
        background=[row for row in events if row["type"] == "OTHER"],
        lines=lines,
        body=body,
    )


def build(folder: Path, pile: Pile) -> Row:
    """The chronicle that the product makes of the pile, by its own front door."""
    with tempfile.TemporaryDirectory() as out:
        pages = [str(folder / row["file"]) for row in pile.pages.values()]
        tidebook = Path(sys.executable).with_name("tidebook")
        command = [str(tidebook), "build", *pages, "--between", *pile.pair, "--out", out]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        chronicle: Row = json.loads((Path(out) / "chronicle.json").read_text(encoding="utf-8"))
    return chronicle


def days(edtf: object) -> tuple[int, int] | None:
    """First and last day as ordinals, hedges given their room; None for what is no date."""
    try:
        when = parse(str(edtf))
    except ValueError:
        return None
    slack = (31 if when.days is not None and when.days < 200 else 366) if when.approximate or when.uncertain else 0
    start, last = when.start, when.last
    first = start.toordinal() if start else (last or date.max).toordinal() - OPEN_END
    final = last.toordinal() if last else first + OPEN_END
    return first - slack, final + slack


def dates_meet(ours: object, gold: str) -> bool:
    """Whether both may mean one day, and ours is not far wider."""
    a, b = days(ours), days(gold)
    if a is None or b is None:
        return False
    return a[0] <= b[1] and b[0] <= a[1] and a[1] - a[0] <= max(2 * (b[1] - b[0]) + 31, WIDEST)


def parties_meet(event: Row, gold: Row) -> bool:
    """Whether the same parties stand on the same sides; a side that the gold leaves empty is not asked for."""
    actors, recipients = set(event.get("actors", ())), set(event.get("recipients", ()))
    who, whom = set(gold["who"]), set(gold["whom"])
    if not whom:
        return who <= actors | recipients if len(who) <= 2 else len(who & (actors | recipients)) >= 2
    if gold["type"] in SYMMETRIC and event.get("type") in SYMMETRIC:
        return bool(who & (actors | recipients)) and bool(whom & (actors | recipients))
    return (not who or bool(who & actors)) and bool(whom & recipients)


def pages_of(event: Row) -> set[str]:
    """Names of the page files that tell an event of ours."""
    return {Path(str(report["page"])).name for report in event.get("reports", ())}


def score(events: list[Row], pile: Pile) -> Score:
    """Meets every event of ours with every gold event."""
    result = Score()
    told = [pages_of(event) for event in events]
    for gold in pile.events:
        pages, best = set(gold["pages"]), 0
        for number, event in enumerate(events):
            if QUAD.get(event["type"]) != gold["quad"] or not parties_meet(event, gold):
                continue
            if not told[number] & pages or not dates_meet(event["when"], gold["when"]):
                continue
            result.lenient.add(gold["id"])
            result.ours.add(number)
            best = max(best, len(told[number] & pages))
            if event["type"] == gold["type"] and number not in result.strict.values():
                result.strict.setdefault(gold["id"], number)
        if len(pages) > 1:
            result.several += 1
            result.merged += max(0, best - 1) / (len(pages) - 1)
    for gold in pile.background:
        for number, event in enumerate(events):
            named = {*event.get("actors", ()), *event.get("recipients", ())}
            if (
                told[number] & set(gold["pages"])
                and named & set(gold["who"])
                and dates_meet(event["when"], gold["when"])
            ):
                result.ours.add(number)
    return result


def article_facts(articles: list[Row], pile: Pile) -> tuple[int, int, list[str]]:
    """How many of the four facts of each gold article are right, out of how many, and which are wrong."""
    groups: dict[str, list[Row]] = {}
    for row in pile.pages.values():
        groups.setdefault(row["article"], []).append(row)
    right, wrong = 0, []
    for name, parts in groups.items():
        want = {row["page"] for row in parts}
        ours = next((a for a in articles if {Path(str(page)).name for page in a["pages"]} == want), None)
        if ours is None:
            wrong.append(f"{name}: its pages {sorted(want)} are not one article")
            continue
        gold = parts[0]
        title = squeeze(pile.lines[gold["page"]][gold["title_line"] - 1])
        facts = {
            "headline": squeeze(ours.get("headline") or "") == title,
            "published": published_right(str(ours.get("published") or ""), gold["published"]),
            "language": (ours.get("language") or "").split("-")[0] == gold["language"],
            "publisher": key(ours.get("publisher")) == key(gold["publisher"]),
        }
        right += sum(facts.values())
        wrong += [f"{name}: {fact} is {ours.get(fact)!r}" for fact, held in facts.items() if not held]
    return right, 4 * len(groups), wrong


def published_right(ours: str, gold: str) -> bool:
    """The same day; where the page states none, a date that begins within two weeks after the gold's first day."""
    if gold[-1] not in "~.":
        return ours[:10] == gold[:10]
    mine, theirs = days(ours.split("T")[0]), days(gold[:10])
    return mine is not None and theirs is not None and theirs[0] - 2 <= mine[0] <= theirs[0] + 14


def key(name: object) -> str:
    """The first letters of a publisher's name, as they tell it from others ("The Straits Ledger", "Straits Ledger")."""
    return re.sub(r"^the|\W", "", str(name or "").lower())[:5]


def main(argv: list[str] | None = None) -> int:
    """Prints the figures of one pile."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("pile", type=Path)
    asked.add_argument("--chronicle", type=Path, help="a chronicle.json built before, instead of building one")
    asked.add_argument("--list", action="store_true", help="name what was missed and what of ours met nothing")
    args = asked.parse_args(argv)
    pile = read_pile(args.pile)
    book = json.loads(args.chronicle.read_text(encoding="utf-8")) if args.chronicle else build(args.pile, pile)
    events: list[Row] = book["events"]
    result = score(events, pile)
    reports = [report for event in events for report in event.get("reports", ())]
    astray = [r for r in reports if squeeze(r["text"]) not in pile.body.get(Path(str(r["page"])).name, "")]
    right, facts, wrong = article_facts(book["articles"], pile)
    standing = {
        gold["id"]: (gold["status"], events[result.strict[gold["id"]]].get("status"))
        for gold in pile.events
        if gold["id"] in result.strict
    }
    held = sum(a == b for a, b in standing.values())
    silent = set(pile.pages) - {page for row in pile.events + pile.background for page in row["pages"]}
    noise = [event for event in events if pages_of(event) and pages_of(event) <= silent]

    def line(what: str, some: float, of: int) -> None:
        print(f"{what}: {some:g}/{of} = {some / of if of else 0.0:.3f}")

    print(f"{args.pile.name}, {' and '.join(pile.pair)}: {len(events)} events of ours, {len(pile.events)} gold")
    line("recall strict (type)", len(result.strict), len(pile.events))
    line("recall lenient (quad)", len(result.lenient), len(pile.events))
    line("of ours, meet a gold event", len(result.ours), len(events))
    line("standing right, of those met strictly", held, len(standing))
    line("merged across pages", round(result.merged, 2), result.several)
    line("article facts right", right, facts)
    print(f"reports off their address: {len(astray)} of {len(reports)}")
    print(f"events told only by satire or another subject: {len(noise)}")
    if args.list:
        for gold in pile.events:
            if gold["id"] not in result.strict:
                miss = "TYPE  " if gold["id"] in result.lenient else "MISSED"
                print(miss, gold["id"], gold["when"], gold["type"], gold["who"], gold["whom"], gold["pages"])
        for number, event in enumerate(events):
            if number not in result.ours:
                said = squeeze(event["reports"][0]["text"])[:140] if event.get("reports") else "no report"
                print("OURS  ", event["when"], event["type"], event.get("actors"), event.get("recipients"), "|", said)
        for name, (want, got) in standing.items():
            if want != got:
                print("STANDING", name, "is", want, "but ours", got)
        for report in astray:
            print("ASTRAY", report["page"], squeeze(report["text"])[:140])
        for text in wrong:
            print("ARTICLE", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
