"""Reports boiled down to what merging compares."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..knowledge.who import find
from ..records.articles import Article
from ..records.chronicles import Dyad
from ..records.events import Report, Standing
from ..records.spans import Span
from .weigh_witness import OPEN, Witness

_WORD = re.compile(r"[^\W_]{3,}")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(
    r"[^\W\d_a-z][^\W\d_]+(?:[ -](?:[^\W\d_]{1,2}-)?[^\W\d_a-z][^\W\d_]+)+"
)  # two or more capitalised words, short ones between their hyphens
_RARE, _FEW = 0.02, 4  # a word of at most this share of the sentences is rare; in small piles, of at most so many
_RUN = 3
_READ = 365  # days
_NOUNS = ("/noun", "/deed")
_TOLD = (Standing.ASSERTED, Standing.ALLEGED)


def origin_of(article: Article) -> str:
    """The id of the origin behind an article; its own where origins were not looked for."""
    return article.origin.id if article.origin is not None else f"article:{article.id}"


def witnesses_of(reports: Iterable[Report], articles: Mapping[str, Article], dyad: Dyad) -> list[Witness]:
    """One witness per report, or per set of reports that copies of one text share: the most precise dates first, those
    that only publication dates last.

    Args:
        reports: those in which at least one side takes part.
        articles: by id; every report's article is among them.
    """
    alike: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: r.id):
        alike[_likeness(report, articles[report.article])].append(report)
    groups = list(alike.values())
    said = [_said(group[0], articles[group[0].article]) for group in groups]
    rare = _rare({(g[0].article, g[0].sentence): s for g, s in zip(groups, said, strict=True)}.values())
    found = [_witness(group, articles, dyad, one, rare) for group, one in zip(groups, said, strict=True)]
    ordered = sorted(zip(found, alike, strict=True), key=lambda pair: (*_order(pair[0]), pair[1], pair[0].reports))
    return [witness for witness, _ in ordered]


def figures_of(words: Iterable[str]) -> frozenset[str]:
    """The numbers in what was written, without the marks of thousands: "$11 miliar" gives "11", "1.500 ton" "1500"."""
    found = set()
    for word in words:
        for number in _FIGURE.findall(word):
            groups = re.split(r"[.,]", number)
            if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
                found.add("".join(groups))
            else:
                found.add(".".join(groups))
    return frozenset(found)


def _order(witness: Witness) -> tuple[bool, int, str, str]:
    """By what is told; the same words on pages of other names come in the same order."""
    start = witness.when.start.isoformat() if witness.when is not None and witness.when.start is not None else ""
    return (witness.soft, witness.width, start, witness.type)


def _likeness(report: Report, article: Article) -> str:
    """What is equal for two reports only if one text was read twice."""
    trigger = _trigger_start(report) - report.span.start
    said = report.span.cut(article.text)
    when = report.when.edtf if report.when is not None else ""
    parts = (
        said,
        trigger,
        report.type,
        report.mode,
        report.standing,
        report.actors,
        report.recipients,
        when,
        report.persons,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _witness(group: list[Report], articles: Mapping[str, Article], dyad: Dyad, said: _Said, rare: _Said) -> Witness:
    report = group[0]
    article = articles[report.article]
    fold = {code: dyad.fold(code, report.when) for code in (*report.actors, *report.recipients)}
    triggers = [p.span.cut(article.text).casefold() for p in report.parts if p.role == "trigger"]
    actors = frozenset(fold[code] for code in report.actors)
    recipients = frozenset(fold[code] for code in report.recipients)
    first = _ordinal(report.when.start if report.when else None, date.min)
    last = _ordinal(report.when.last if report.when else None, date.max)
    printed = _printed(articles[r.article] for r in group)
    if last > printed > first and report.standing in _TOLD:
        last = printed  # nothing is told as done that was not yet
    soft = report.when_by == "published"
    if soft and last == date.max.toordinal():
        last = first + _READ  # published on that day or later: not long after, as far as merging goes
    return Witness(
        reports=tuple(r.id for r in group),
        origins=frozenset(origin_of(articles[r.article]) for r in group),
        type=report.type,
        mode=report.mode,
        standing=report.standing,
        actors=actors,
        recipients=recipients,
        parties=actors | recipients,
        equals=not report.recipients and len(report.actors) > 1,
        frame=report.rule.partition("/")[0],
        noun=report.rule.split(" ")[0].endswith(_NOUNS),
        persons=frozenset(report.persons),
        places=frozenset(w for w in _words(report.place or "")),
        themes=frozenset(report.themes),
        contexts=frozenset(report.contexts),
        figures=figures_of(report.figures),
        triggers=frozenset(triggers),
        words=said.words & rare.words,
        names=said.names & rare.names,
        runs=said.runs & rare.runs,
        when=report.when,
        first=first,
        last=last,
        width=2 * OPEN if report.when is None else min(OPEN, last - first + 1),
        soft=soft,
        late=printed - last > _READ,
        done=printed > last,
        passing=_in_passing(report),
        at=tuple((r.article, r.sentence, _trigger_start(r)) for r in group),
        articles=frozenset(r.article for r in group),
        language=article.language,
        stories=tuple(sorted({place for r in group for place in _stories(r, articles[r.article])})),
    )


def _printed(articles: Iterable[Article]) -> int:
    """The first day on which one of the articles may have been published, 0 where one does not say."""
    days = [a.published.start.toordinal() if a.published is not None and a.published.start else 0 for a in articles]
    return min(days, default=0)


def _in_passing(report: Report) -> bool:
    if report.when is not None:
        return report.when_by == "published" and report.when.start is None
    return report.rule.split(" ")[0].endswith(_NOUNS)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text) if not word.isdigit()]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says besides its parties and its time: words, names of several words, runs of words."""

    words: frozenset[str]
    names: frozenset[str]
    runs: frozenset[str]


def _said(report: Report, article: Article) -> _Said:
    """The words of a report's sentence, without those that name its parties and its time: they are weighed as such."""
    known = [p.span for p in report.parts if p.role in ("actor", "recipient", "speaker", "time")]
    text, at = article.text, report.span.start
    words: set[str] = set()
    names: set[str] = set()
    for span in (*sorted(known), Span(start=report.span.end, end=report.span.end)):
        stretch = text[at : max(at, min(span.start, report.span.end))]
        words.update(_words(stretch))
        names.update(name for name in map(_own_name, _NAME.findall(stretch)) if name)
        at = max(at, span.end)
    for span in known:  # "the Pakistani group Lashkar-e-Taiba" names more than its state
        names.update(name for name in map(_own_name, _NAME.findall(span.cut(text))) if name)
    every = _words(report.span.cut(text))
    runs = {" ".join(every[i : i + _RUN]) for i in range(len(every) - _RUN + 1)}
    return _Said(words=frozenset(words), names=frozenset(names), runs=frozenset(runs))


@lru_cache(maxsize=4096)
def _own_name(name: str) -> str:
    """A name in lower case, empty where it is that of a state or a body."""
    return "" if find(name) else name.casefold()


def _rare(said: Iterable[_Said]) -> _Said:
    """Words, names and runs that few of the sentences hold, and at least two."""
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    runs: Counter[str] = Counter()
    size = 0
    for one in said:
        words.update(one.words)
        names.update(one.names)
        runs.update(one.runs)
        size += 1
    most = max(_FEW, int(_RARE * size))
    kept = (frozenset(w for w, count in counts.items() if 2 <= count <= most) for counts in (words, names, runs))
    return _Said(*kept)


def _stories(report: Report, article: Article) -> list[tuple[str, float]]:
    """The texts that an article shares with others of its origin, and how far into them a report stands."""
    place = report.span.start / max(1, len(article.text))
    of = article.origin.of if article.origin is not None else None
    return [(article.id, place), (of, place)] if of is not None else [(article.id, place)]


def _ordinal(day: date | None, otherwise: date) -> int:
    return (day or otherwise).toordinal()


def _trigger_start(report: Report) -> int:
    return min((p.span.start for p in report.parts if p.role == "trigger"), default=report.span.start)
