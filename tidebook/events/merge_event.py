"""One event from the reports that tell it: what they agree on, and what they do not."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..knowledge.scores import score_of
from ..records.articles import Article
from ..records.chronicles import Dyad
from ..records.events import Event, Report, Standing
from .merge_disputes import disputes_of
from .merge_when import Dated, agree_on
from .merge_witness import origin_of

_STRENGTH = (
    Standing.ASSERTED,
    Standing.ALLEGED,
    Standing.DENIED,
    Standing.NEGATED,
    Standing.PLANNED,
    Standing.HYPOTHETICAL,
)
_SOFT = ("published", "story", "none")
# where as many origins say one as the other, the deed outweighs the word
_DEEDS = (
    "ASSAULT",
    "COERCE",
    "SANCTION",
    "MOBILIZE",
    "PROTEST",
    "RETREAT",
    "AID",
    "COOPERATE",
    "CONCEDE",
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "REJECT",
    "THREATEN",
    "ACCUSE",
    "REQUEST",
)


def event_of(
    reports: Sequence[Report], articles: Mapping[str, Article], dyad: Dyad, reasons: tuple[str, ...] = ()
) -> Event:
    """The event that these reports tell.

    Args:
        reports: at least one, of one happening. articles: by id.
        reasons: why they were held to be one.
    """
    told = sorted(reports, key=lambda r: r.id)
    origins = {r.id: origin_of(articles[r.article]) for r in told}
    standing = min((r.standing for r in told), key=_STRENGTH.index)
    main = [r for r in told if r.standing is standing]
    type = _most(main, origins, lambda r: r.type, _deed)
    typed = [r for r in main if r.type == type]
    when, dates = agree_on(
        [Dated(when=r.when, report=r.id, origin=origins[r.id], firm=r.when_by not in _SOFT) for r in main if r.when]
    )
    actors, recipients = _parties(typed, origins)
    mode = _most([r for r in typed if r.mode], origins, lambda r: r.mode or "", str) or None
    score, second = score_of(type, mode)
    folded = {dyad.fold(code, when) for code in (*actors, *recipients)}
    digest = hashlib.sha256("\n".join(r.id for r in told).encode()).hexdigest()
    return Event(
        id=f"e-{digest[:12]}",
        type=type,
        mode=mode,
        contexts=tuple(sorted({c for r in typed for c in r.contexts})),
        actors=actors,
        recipients=recipients,
        persons=_in_order(r.persons for r in _by_place(main)),
        when=when,
        place=_most([r for r in main if r.place], origins, lambda r: r.place or "", str) or None,
        standing=standing,
        speaker=() if standing is Standing.ASSERTED else _in_order(r.speaker for r in _by_place(main)),
        reports=tuple(r.id for r in told),
        origins=tuple(sorted(set(origins.values()))),
        disputes=disputes_of(told, main, dates, articles, dyad),
        score=score,
        goldstein=second,
        between={dyad.left.actor, dyad.right.actor} <= folded,
        background=all(r.background for r in told),
        reasons=reasons,
        first_said=_first_said(told, articles),
    )


def _parties(reports: Sequence[Report], origins: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of both roles, those that most origins name first; a party stands on the side where most put it."""
    acts: dict[str, set[str]] = defaultdict(set)
    suffers: dict[str, set[str]] = defaultdict(set)
    first: dict[str, int] = {}
    for report in reports:
        for code in report.actors:
            acts[code].add(origins[report.id])
        for code in report.recipients:
            suffers[code].add(origins[report.id])
        for place, code in enumerate((*report.actors, *report.recipients)):
            first[code] = min(place, first.get(code, place))
    actors = [c for c in acts if len(acts[c]) >= len(suffers.get(c, ()))]
    at_home = {c for r in reports if r.actors == r.recipients for c in r.actors}  # a parliament and its government
    recipients = [c for c in suffers if c not in actors or (c in at_home and len(suffers) == 1)]
    return (
        tuple(sorted(actors, key=lambda c: (-len(acts[c]), first[c], c))),
        tuple(sorted(recipients, key=lambda c: (-len(suffers[c]), first[c], c))),
    )


def _most(
    reports: Sequence[Report], origins: Mapping[str, str], what: Callable[[Report], str], rank: Callable[[str], object]
) -> str:
    """What most origins say; where as many say something else, what most reports say, then the first by `rank`."""
    by_origin: dict[str, set[str]] = defaultdict(set)
    by_report: Counter[str] = Counter()
    for report in reports:
        by_origin[what(report)].add(origins[report.id])
        by_report[what(report)] += 1
    ranked = sorted(by_origin, key=lambda w: (-len(by_origin[w]), -by_report[w], str(rank(w)), w))
    return ranked[0] if ranked else ""


def _deed(type: str) -> str:
    return f"{_DEEDS.index(type):02}" if type in _DEEDS else type


def _by_place(reports: Iterable[Report]) -> list[Report]:
    return sorted(reports, key=lambda r: (r.article, r.sentence, r.id))


def _in_order(names: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in names for name in group))


def _first_said(reports: Iterable[Report], articles: Mapping[str, Article]) -> str | None:
    days = [articles[r.article].published for r in reports]
    known = [d for d in days if d is not None and d.start is not None]
    if not known:
        return None
    return min(known, key=lambda d: (d.start, d.edtf)).edtf
