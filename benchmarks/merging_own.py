"""Whether many pages about one relationship become the right events, on gold of our own.

    python -m benchmarks.merging_own [--kept | --all] [--list]

The gold stands in `tests/gate/gold/merging`, one file per pair of states: `E` lines name the events (id, day, type, who > whom,
persons), `P` lines open a page (id, language, day of printing, publisher), `T` its title, `S` a sentence with the events that it
tells after `##` (`a06@1998-06`: as this sentence dates it; `@p`: dated by its printing; `!alleged`: its standing; `:SANCTION`: as
the sentence has it). Two of the four files are worked with, the other two (`--kept`) are only counted: no sentence of them is
looked at for a rule.

Merging alone gets the reports as the gold has them, without themes, which only our coder knows; end to end gets the
texts. Where a sentence's report is missing end to end, it counts as an event of its own; "of those read" leaves it out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from benchmarks.merging import EQUAL, Groups, b_cubed, ceaf, muc, quad_of
from tidebook.articles.origin import find_origins
from tidebook.events.merge import merge
from tidebook.records.articles import Article, Block, BlockKind
from tidebook.records.chronicles import Dyad, Side
from tidebook.records.edtf import parse
from tidebook.records.events import Event, Part, Report, Standing
from tidebook.records.spans import Span
from tidebook.records.times import Grain, Interval, on
from tidebook.runs.read import read_article

ROOT = Path(__file__).parent.parent / "tests" / "gate" / "gold" / "merging"
WORKED = ("ethiopia-eritrea", "greece-turkey")
_TELLS = re.compile(r"(\w+)(?:@([^!:\s]+))?(?:!(\w+))?(?::(\w+))?")
_LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Happening:
    """A gold event: its day, type, parties and the people who take part."""

    when: str
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    persons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's telling of a gold event: the event's id, the date as said (None: by its printing), standing and type."""

    event: str
    when: str | None
    standing: Standing
    type: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the article that it is, and for each sentence its span and what it tells."""

    article: Article
    sentences: tuple[tuple[Span, tuple[Telling, ...]], ...]


@dataclass(frozen=True, slots=True)
class Pile:
    """The pages about one pair, and the gold events that they tell."""

    dyad: Dyad
    events: dict[str, Happening]
    pages: tuple[Page, ...]


def read_pile(path: Path) -> Pile:
    """The pile in one gold file."""
    events: dict[str, Happening] = {}
    heads: list[list[str]] = []
    bodies: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "E":
            name, happening = _event(rest)
            events[name] = happening
        elif kind == "P":
            heads.append(rest.split(" ", 3))
            bodies.append([])
        elif kind in ("T", "S"):
            bodies[-1].append(rest)
    pages = tuple(_page(head, body, events) for head, body in zip(heads, bodies, strict=True))
    named = Counter(code for e in events.values() for code in (*e.actors, *e.recipients))
    left, right = sorted(code for code, _ in named.most_common(2))
    return Pile(dyad=Dyad(left=Side(actor=left), right=Side(actor=right)), events=events, pages=pages)


def _event(line: str) -> tuple[str, Happening]:
    told, _, persons = line.partition(";")
    doers, _, others = told.partition(">")
    name, when, type, *actors = doers.split()
    people = tuple(p.strip() for p in persons.split(",") if p.strip())
    return name, Happening(when, type, tuple(actors), tuple(others.split()), people)


def _page(head: Sequence[str], body: Sequence[str], events: dict[str, Happening]) -> Page:
    name, language, day, publisher = head
    text = ""
    blocks: list[Block] = []
    sentences: list[tuple[Span, tuple[Telling, ...]]] = []
    for number, line in enumerate(body):
        said, _, told = line.partition(" ## ")
        span = Span(start=len(text), end=len(text) + len(said))
        kind = BlockKind.PARAGRAPH if number else BlockKind.HEADLINE
        blocks.append(Block(kind=kind, span=span, page=name, source=span))
        sentences.append((span, tuple(_telling(m, events) for m in _TELLS.finditer(told))))
        text += said + "\n\n"
    published = on(*(int(part) for part in day.split("-")))
    article = Article(
        id=f"a-{name}",
        headline=body[0],
        publisher=publisher,
        byline=None,
        dateline=None,
        published=published,
        published_at=None,
        modified=None,
        language=language,
        section=None,
        canonical=None,
        text=text,
        blocks=tuple(blocks),
        pages=(name,),
        missing=(),
        credits=(),
        evidence=(),
    )
    return Page(article=article, sentences=tuple(sentences))


def _telling(found: re.Match[str], events: dict[str, Happening]) -> Telling:
    name, when, standing, type = found.groups()
    event = events[name]
    said = event.when if when is None else None if when == "p" else when
    return Telling(name, said, Standing(standing or "asserted"), type or event.type)


def alone(pile: Pile) -> tuple[Groups, Groups, tuple[Event, ...], list[Report]]:
    """What merging makes of the reports as the gold has them: our groups, the gold's, our events, and the reports."""
    reports, truth = [], {}
    for page in pile.pages:
        for number, (span, told) in enumerate(page.sentences):
            for telling in told:
                report = _report(page.article, number, span, telling, pile.events[telling.event])
                reports.append(report)
                truth[report.id] = telling.event
    events = merge(reports, find_origins(tuple(page.article for page in pile.pages)), pile.dyad)
    ours = {name: event.id for event in events for name in event.reports}
    return ours, {name: truth[name] for name in ours}, events, reports


def _report(article: Article, number: int, span: Span, telling: Telling, event: Happening) -> Report:
    said = span.cut(article.text)
    published = article.published.start if article.published is not None else None
    assert published is not None
    lately = Interval(start=published - _LATELY, end=published + timedelta(days=1), grain=Grain.DAY, approximate=True)
    equal = telling.type in EQUAL
    return Report(
        id=f"r-{article.id}-{number:03}-{telling.event}",
        article=article.id,
        sentence=number,
        span=span,
        type=telling.type,
        mode=None,
        contexts=(),
        actors=(*event.actors, *event.recipients) if equal else event.actors,
        recipients=() if equal else event.recipients,
        persons=tuple(p for p in event.persons if p.split()[-1].split("-")[0] in said),
        when=parse(telling.when) if telling.when is not None else lately,
        when_by="clause" if telling.when is not None else "published",
        standing=telling.standing,
        parts=(Part(role="trigger", span=Span(start=span.start, end=span.start + 1)),),
        rule="gold",
    )


def end_to_end(pile: Pile) -> tuple[Groups, Groups, tuple[Event, ...], list[Report]]:
    """What we make of the texts: our groups, the gold's, our events, and the reports."""
    reports: list[Report] = []
    articles: list[Article] = []
    truth: Groups = {}
    missing: list[tuple[str, str]] = []
    for page in pile.pages:
        reading, found = read_article(page.article)
        articles.append(reading.article)
        reports.extend(found)
        for span, told in page.sentences:
            here = [r for r in found if span.start <= r.span.start < span.end]
            for telling in told:
                mine = [r.id for r in here if _tells(r, telling, pile.events[telling.event]) and r.id not in truth]
                if mine:
                    truth[mine[0]] = telling.event
                else:
                    missing.append((f"{page.article.id} {span.start} {telling.event}", telling.event))
    events = merge(reports, find_origins(tuple(articles)), pile.dyad)
    ours = {name: event.id for event in events for name in event.reports if name in truth}
    missing += [(name, event) for name, event in truth.items() if name not in ours]
    truth = {name: truth[name] for name in ours}
    for name, event in missing:
        ours[name], truth[name] = f"none {name}", event
    return ours, truth, events, reports


def _tells(report: Report, telling: Telling, event: Happening) -> bool:
    """Whether a report of the sentence is of its gold event: the quad class of either type, and a party on each side."""
    if quad_of(report.type) not in (quad_of(telling.type), quad_of(event.type)):
        return False
    gold, ours = {*event.actors, *event.recipients}, {*report.actors, *report.recipients}
    if report.type in EQUAL or event.type in EQUAL or not event.recipients:
        return len(gold & ours) >= min(2, len(gold))
    return bool(set(event.recipients) & set(report.recipients)) and bool(
        set(event.actors) & set(report.actors) or not event.actors
    )


def _print(name: str, ours: Groups, truth: Groups) -> None:
    figures = [f(ours, truth) for f in (b_cubed, muc, ceaf)]
    mixed = {group for group in ours.values() if len({truth[n] for n, g in ours.items() if g == group}) > 1}
    found = sum(not group.startswith("none") for group in ours.values())
    read = {n for n, group in ours.items() if not group.startswith("none")}
    kept = {n: g for n, g in ours.items() if n in read}, {n: g for n, g in truth.items() if n in read}
    of_read = sum(f(*kept) for f in (b_cubed, muc, ceaf)) / 3
    print(
        f"{name}: {found} of {len(truth)} tellings of {len(set(truth.values()))} events; B-cubed {figures[0]:.3f}, "
        f"MUC {figures[1]:.3f}, CEAF-e {figures[2]:.3f}, CoNLL {sum(figures) / 3:.3f} "
        f"(of those read {of_read:.3f}); {len(mixed)} events mix two"
    )


def _list(pile: Pile, ours: Groups, truth: Groups, events: Sequence[Event], reports: Iterable[Report]) -> None:
    texts = {page.article.id: page.article.text for page in pile.pages}
    said = {
        r.id: f"{r.type} {r.when.edtf if r.when else '?'} {r.when_by} {'+'.join(r.actors)}>{'+'.join(r.recipients)} "
        f"{r.standing} | {r.span.cut(texts[r.article])[:120]}"
        for r in reports
    }
    for gold in sorted(set(truth.values())):
        groups = sorted({ours[n] for n in truth if truth[n] == gold})
        mixed = {truth[n] for n in ours if ours[n] in groups and not ours[n].startswith("none")} - {gold}
        if len(groups) > 1 or mixed:
            print(f"  {gold} {pile.events[gold].when} {'SPLIT' if len(groups) > 1 else ''} {sorted(mixed) or ''}")
            for group in groups:
                print(f"    {group}")
                for name in sorted(n for n in ours if ours[n] == group):
                    print(f"       {truth[name]} {said.get(name, name)}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures the worked half; the kept half, or both, if asked."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--kept", action="store_true", help="count on the half that is kept aside")
    asked.add_argument("--all", action="store_true", help="both halves")
    asked.add_argument("--list", action="store_true", help="show events that are split or mixed (the worked half only)")
    asked.add_argument("--text", action="store_true", help="with --list: those of the texts, not of the gold's reports")
    given = asked.parse_args(arguments)
    piles = [p for p in sorted(ROOT.glob("*.txt")) if given.all or (p.stem in WORKED) != given.kept]
    for what, run in (("merging alone", alone), ("end to end", end_to_end)):
        every: tuple[Groups, Groups] = ({}, {})
        for path in piles:
            pile = read_pile(path)
            ours, truth, events, reports = run(pile)
            _print(f"{what}, {path.stem}", ours, truth)
            if given.list and path.stem in WORKED and given.text == (run is end_to_end):
                _list(pile, ours, truth, events, reports)
            every[0].update({f"{path.stem} {n}": f"{g} {path.stem}" for n, g in ours.items()})
            every[1].update({f"{path.stem} {n}": f"{g} {path.stem}" for n, g in truth.items()})
        _print(f"{what}, all", *every)


if __name__ == "__main__":
    main()
