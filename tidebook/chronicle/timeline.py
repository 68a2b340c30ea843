"""The timeline: what is told, how much it weighs, and the sentence that tells it best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ..knowledge.load import languages, of_language
from ..records.articles import Article, BlockKind, Sentence
from ..records.chronicles import Entry
from ..records.events import Event, Report, Standing
from ..records.times import Grain
from .alone import flaws
from .gist import Gist
from .told import Line, Telling, words_of

_TOLD = {
    Standing.ASSERTED: 1.0,
    Standing.ALLEGED: 0.7,
    Standing.DENIED: 0.45,
    Standing.PLANNED: 0.4,
}  # what did not happen, or only might, is no entry
_DATED = {Grain.DAY: 1.0, Grain.WEEK: 1.0, Grain.MONTH: 0.97, Grain.SEASON: 0.95, Grain.QUARTER: 0.95, Grain.YEAR: 0.9}
_VAGUE, _UNDATED = 0.8, 0.5
_CROWDED = 0.15  # what every further happening in the same sentence takes from its fitness
_SAID_ALREADY = 0.6
_SAME_OCCASION = 0.85  # what every weightier event of one day, one pair and one temper leaves of an event's weight
_OCCASION = 3  # days
_LATER = 30  # days after which a report remembers an event rather than brings its news
_SHARE = 0.4  # for the sentence that says most of what all sentences on the event say together
_NAMED, _FLAW = 0.15, 0.6  # for each party that it names; for each thing that keeps it from standing alone
_LATE = 0.5  # for what is told at the very end of its sentence, after something else
_LENGTH = (40, 260)  # code points of a sentence that reads well


def entries_of(
    events: Sequence[Event],
    reports: Mapping[str, Report],
    articles: Mapping[str, Article],
    sentences: Mapping[tuple[str, int], Sentence],
    turning: Iterable[str],
) -> tuple[Entry, ...]:
    """The entries in the order of the events.

    What only a sentence tells that already tells another event of that time weighs less, so that the weightiest N of a
    timeline do not say one thing twice.

    Args:
        events: in time order. reports, articles: by id. sentences: by article and index.
        turning: ids of events that turned a phase.
    """
    turned = frozenset(turning)
    small = _small_words(articles.values())
    told_of = {e.id: [reports[name] for name in e.reports if name in reports] for e in events if e.standing in _TOLD}
    weights = {
        e.id: weight_of(e, e.id in turned, remembered(e, told_of[e.id], articles)) for e in events if e.id in told_of
    }
    _thin_occasions([e for e in events if e.id in weights], weights)
    said_of = shares_of(told_of, articles)
    crowd = Counter((r.article, r.sentence) for r in reports.values())
    chosen: dict[str, str] = {}
    shown: dict[str, list[Event]] = {}
    for event in sorted((e for e in events if e.id in weights), key=lambda e: (-weights[e.id], e.id)):
        told = told_of[event.id]
        shares = said_of.get(event.id, {})
        values = {
            r.id: _telling(r, event, articles[r.article], sentences, small)
            + _SHARE * shares.get(_said(r, articles), 0.0)
            - _CROWDED * (crowd[r.article, r.sentence] - 1)
            for r in told
        }
        ranked = sorted(told, key=lambda r: (-values[r.id], r.id))
        for report in ranked:
            said = " ".join(_said(report, articles).casefold().split())
            if not any(_one_time(event, other) for other in shown.get(said, ())):
                shown.setdefault(said, []).append(event)
                chosen[event.id] = report.id
                break
        else:
            if ranked:
                chosen[event.id] = ranked[0].id
                weights[event.id] *= _SAID_ALREADY
    return tuple(
        Entry(event=e.id, weight=round(weights[e.id], 4), report=chosen[e.id]) for e in events if e.id in chosen
    )


def weight_of(event: Event, turning: bool, later: int = 0) -> float:
    """How much an event weighs in the story, 0 to 1.

    Witnesses count, what kind of event it is, whether it turned the tide, and `later`: how many origins remember it.
    """
    total = 0.3 if event.between else 0.05
    total += 0.2 * abs(event.score) / 10
    total += 0.28 * (1 - 0.5 ** (len(event.origins) - 1))
    total += 0.06 * (1 - 0.7 ** (len(event.reports) - 1))
    total += 0.06 * (1 - 0.5**later)
    total += 0.1 if turning else 0.0
    if event.when is None:
        dated = _UNDATED
    else:
        days = event.when.days
        dated = _DATED.get(event.when.grain, _VAGUE) if days is not None and days <= 366 else _VAGUE
    return min(1.0, total * dated * _TOLD.get(event.standing, 0.2))


def remembered(event: Event, told: Iterable[Report], articles: Mapping[str, Article]) -> int:
    """How many independent origins tell of an event more than a month after it; 0 where nothing dates it."""
    last = event.when.last if event.when is not None else None
    if last is None:
        return 0
    found = set()
    for report in told:
        article = articles[report.article]
        out = article.published.start if article.published is not None else None
        if out is not None and (out - last).days > _LATER:
            found.add(_origin(article))
    return len(found)


def shares_of(told_of: Mapping[str, Sequence[Report]], articles: Mapping[str, Article]) -> dict[str, dict[str, float]]:
    """For each event that several sentences tell: how much of what they say together each of them says, 0 to 1."""
    keys = {event: place for place, event in enumerate(sorted(told_of), 1) if len(told_of[event]) > 1}
    events_of: dict[str, dict[str, set[int]]] = {}
    for event, key in keys.items():
        for report in told_of[event]:
            events_of.setdefault(report.article, {}).setdefault(_said(report, articles), set()).add(key)
    tellings = []
    for name, said in sorted(events_of.items()):
        small = _function_words(articles[name].language)
        lines = tuple(Line(text=t, words=words_of(t, small), days=tuple(sorted(k))) for t, k in sorted(said.items()))
        tellings.append(Telling(origin=name, published=None, lines=lines))
    gist = Gist.of(tellings)
    return {event: gist.shares(key) for event, key in keys.items()}


def _thin_occasions(events: Sequence[Event], weights: dict[str, float]) -> None:
    """Takes weight from what is told beside a weightier event of the same days, parties and temper: one visit, five lines."""
    seen: dict[tuple[frozenset[str], bool], list[Event]] = {}
    for event in sorted(events, key=lambda e: (-weights[e.id], e.id)):
        if event.when is None or event.when.days is None or event.when.days > _OCCASION:
            continue
        beside = seen.setdefault((frozenset((*event.actors, *event.recipients)), event.score >= 0), [])
        met = sum(1 for other in beside if other.when is not None and other.when.meets(event.when))
        weights[event.id] *= _SAME_OCCASION**met
        beside.append(event)


def _said(report: Report, articles: Mapping[str, Article]) -> str:
    return report.span.cut(articles[report.article].text)


def _origin(article: Article) -> str:
    return article.origin.id if article.origin is not None else article.id


@cache
def _function_words(language: str) -> frozenset[str]:
    code = language.split("-")[0]
    if code not in languages():
        return frozenset()
    return frozenset(str(word) for word in of_language(code, "language.yaml")["function_words"])


def _telling(
    report: Report,
    event: Event,
    article: Article,
    sentences: Mapping[tuple[str, int], Sentence],
    small: frozenset[str],
) -> float:
    """How well a report's sentence tells the event to someone who reads nothing else."""
    sentence = sentences.get((report.article, report.sentence))
    value = 0.5 * report.confidence
    value += 1.0 if report.standing is event.standing else 0.0
    value += 0.5 if report.type == event.type else 0.0
    value += 0.5 if report.mode == event.mode else 0.0
    if sentence is not None and sentence.kind in (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.CAPTION):
        value -= 0.8
    least, most = _LENGTH
    value -= 0.5 if len(report.span) < least else min(0.8, max(0, len(report.span) - most) / 300)
    named = [p for p in report.parts if p.role in ("actor", "recipient", "speaker")]
    dangling = [p for p in named if len(p.fills) > 1 or _dangles(p.span.cut(article.text), small)]
    value -= 0.7 * len(dangling)
    if any(p.span.start - report.span.start <= 2 for p in dangling):
        value -= 0.6
    value += _dated(report, article)
    value += _NAMED * min(
        2, len({p.fills for p in named if p.fills and p not in dangling and p.span.within(report.span)})
    )
    value -= _LATE * _depth(report)
    value -= _FLAW * flaws(report.span.cut(article.text), article.language.split("-")[0])
    value += 0.4 if report.when is not None and report.when == event.when else 0.0
    value += 0.2 * len(set(event.persons) & set(report.persons))
    if any(not p.span.within(report.span) for p in named):
        value -= 0.5  # a party is named in another sentence
    return value


def _depth(report: Report) -> float:
    """How far into its sentence the words begin that tell the event, 0 to 1."""
    begins = [p.span.start for p in report.parts if p.role in ("actor", "trigger") and p.span.within(report.span)]
    return (min(begins) - report.span.start) / len(report.span) if begins else 0.0


def _dated(report: Report, article: Article) -> float:
    """What the words for its time add: most where they can be read alone ("25 April 2019"), little for "the next day"."""
    times = [p.span for p in report.parts if p.role == "time" and p.span.within(report.span)]
    if not times and report.when_by != "sentence":
        return 0.0
    said = [span.cut(article.text) for span in times or [report.span]]
    return 0.3 if any(char.isdigit() for words in said for char in words) else 0.05


def _one_time(a: Event, b: Event) -> bool:
    """Whether both may have been on one day, so that one sentence would tell the same twice."""
    return a.when is None or b.when is None or a.when.meets(b.when)


def _dangles(words: str, small: frozenset[str]) -> bool:
    """Whether words point back at a name instead of giving it: every one of them is written small elsewhere."""
    return all(word.casefold() in small for word in words.split())


def _small_words(articles: Iterable[Article]) -> frozenset[str]:
    """Words that the pile writes in small letters somewhere."""
    found: set[str] = set()
    for article in articles:
        found.update(word for word in article.text.split() if word.islower())
    return frozenset(word.strip(".,;:!?\"'“”‘’()") for word in found)
