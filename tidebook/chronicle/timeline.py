"""The timeline: what is told, how much it weighs, and the sentence that tells it best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ..records.articles import Article, BlockKind, Sentence
from ..records.chronicles import Entry
from ..records.events import Event, Report, Standing
from ..records.times import Grain

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
    weights = {e.id: weight_of(e, e.id in turned) for e in events if e.standing in _TOLD}
    crowd = Counter((r.article, r.sentence) for r in reports.values())
    chosen: dict[str, str] = {}
    shown: dict[str, list[Event]] = {}
    for event in sorted((e for e in events if e.id in weights), key=lambda e: (-weights[e.id], e.id)):
        told = [reports[name] for name in event.reports if name in reports]
        values = {
            r.id: _telling(r, event, articles[r.article], sentences, small)
            - _CROWDED * (crowd[r.article, r.sentence] - 1)
            for r in told
        }
        ranked = sorted(told, key=lambda r: (-values[r.id], r.id))
        for report in ranked:
            said = " ".join(report.span.cut(articles[report.article].text).casefold().split())
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


def weight_of(event: Event, turning: bool) -> float:
    """How much an event weighs in the story, 0 to 1: witnesses, what kind of event, whether it turned the tide."""
    total = 0.3 if event.between else 0.05
    total += 0.2 * abs(event.score) / 10
    total += 0.3 * (1 - 0.5 ** (len(event.origins) - 1))
    total += 0.1 * (1 - 0.7 ** (len(event.reports) - 1))
    total += 0.1 if turning else 0.0
    if event.when is None:
        dated = _UNDATED
    else:
        days = event.when.days
        dated = _DATED.get(event.when.grain, _VAGUE) if days is not None and days <= 366 else _VAGUE
    return min(1.0, total * dated * _TOLD.get(event.standing, 0.2))


def _telling(
    report: Report,
    event: Event,
    article: Article,
    sentences: Mapping[tuple[str, int], Sentence],
    small: frozenset[str],
) -> float:
    """How well a report's sentence tells the event to someone who reads nothing else."""
    sentence = sentences.get((report.article, report.sentence))
    value = report.confidence
    value += 1.0 if report.standing is event.standing else 0.0
    value += 0.4 if report.type == event.type else 0.0
    value += 0.3 if report.mode == event.mode else 0.0
    if sentence is not None and sentence.kind in (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.CAPTION):
        value -= 0.8
    least, most = _LENGTH
    value -= 0.5 if len(report.span) < least else min(0.8, max(0, len(report.span) - most) / 300)
    named = [p for p in report.parts if p.role in ("actor", "recipient", "speaker")]
    dangling = [p for p in named if len(p.fills) > 1 or _dangles(p.span.cut(article.text), small)]
    value -= 0.7 * len(dangling)
    if any(p.span.start - report.span.start <= 2 for p in dangling):
        value -= 0.6
    value += 0.3 if any(p.role == "time" and p.span.within(report.span) for p in report.parts) else 0.0
    value += 0.4 if report.when is not None and report.when == event.when else 0.0
    value += 0.2 * len(set(event.persons) & set(report.persons))
    if any(not p.span.within(report.span) for p in named):
        value -= 0.5  # a party is named in another sentence
    return value


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
