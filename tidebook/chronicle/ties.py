"""Ties: what stands between parties for a time, opened and closed by events.

Which events open and close which ties is knowledge (``codes/ties.yaml``); who led whom comes from the tables of offices.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ..knowledge import who
from ..records.articles import Article
from ..records.chronicles import Chronicle, Dyad, Stretch, Tie, TieOnDay
from ..records.events import Event, Report, Standing
from .leaders import leaders_of
from .on_day import horizon, on_day
from .tie_names import Names
from .tie_rules import rules
from .tie_told import Told, told_by


def ties_of(
    dyad: Dyad, events: Sequence[Event], reports: Iterable[Report], until: date | None, articles: Iterable[Article] = ()
) -> tuple[Tie, ...]:
    """All ties of the parties to the events, sorted by kind and opening.

    Args:
        events: of the chronicle. reports: theirs, for what they name; articles: theirs, for the names of treaties.
        until: the last day of which the pile can know; leaders are told from the first event to then.
    """
    by_id = {report.id: report for report in reports}
    by_event = {event.id: [by_id[name] for name in event.reports if name in by_id] for event in events}
    dated = [e for e in events if e.when is not None and e.standing is Standing.ASSERTED]
    dated.sort(key=_order)
    found = _joined(told_by(dyad, dated, by_event, Names(articles)))
    starts = [e.when.start for e in dated if e.when is not None and e.when.start is not None]
    if starts:
        found += leaders_of(dyad, min(starts), until or max(starts))
    return tuple(sorted(found, key=lambda t: (t.kind, t.since.edtf if t.since else "", t.parties, t.id)))


def as_of(chronicle: Chronicle, day: date) -> tuple[TieOnDay, ...]:
    """Every tie of the chronicle as it stood on a day, those in force first."""
    last = horizon(chronicle.articles)
    best = _best_reports(chronicle)
    lasting = {rule.kind: rule.lasts for rule in rules()}
    found = [on_day(tie, day, last, lasting.get(tie.kind)) for tie in chronicle.ties]
    told = [replace(t, report=best.get(t.event)) if t.event else t for t in found]
    rank = {"in": 0, "uncertain": 1, "out": 2}
    return tuple(sorted(told, key=lambda t: (rank[t.verdict], t.tie.kind, t.tie.id)))


def _joined(told: Sequence[Told]) -> list[Tie]:
    """Every tie once: the stretches of those of which two parties have one stand in one."""
    rows: dict[tuple[str, ...], list[Told]] = {}
    for number, one in enumerate(told):
        pair = (one.rule.kind, *sorted(one.folded[0])) if one.rule.single else (str(number),)
        rows.setdefault(pair, []).append(one)
    return [_tie(row) for row in rows.values()]


def _tie(stretches: Sequence[Told]) -> Tie:
    """The tie that stretches make, which lie in time order."""
    *before, told = stretches
    rule = told.rule
    end = "known" if told.until is not None else "in force" if rule.lasts is None else "unknown"
    said = [rule.kind, *told.parties]
    for one in stretches:
        said += [*one.opened_by, "|", *one.closed_by]
    return Tie(
        id="t-" + hashlib.sha256("\n".join(said).encode()).hexdigest()[:12],
        kind=rule.kind,
        parties=told.parties,
        about=told.name or rule.kind,
        since=told.since,
        until=told.until,
        end=end,
        opened_by=tuple(told.opened_by),
        closed_by=tuple(told.closed_by),
        earlier=tuple(
            Stretch(since=b.since, until=b.until, opened_by=tuple(b.opened_by), closed_by=tuple(b.closed_by))
            for b in before
        ),
        resumed=stretches[0].resumed,
        born=max((day for code in told.parties if (day := _born(code)) is not None), default=None),
    )


def _born(code: str) -> date | None:
    """The day on which a state, or the first of those that it succeeds, began; None where no table says."""
    states = who.states()
    line = [code, *(name for name, _ in who.predecessors(code))]
    days = [states[one].since for one in line if one in states]
    return None if not days or None in days else min(day for day in days if day is not None)


def _order(event: Event) -> tuple[int, int, str]:
    assert event.when is not None
    start = event.when.start or event.when.last
    assert start is not None
    return (start.toordinal(), event.when.days or 0, event.id)


def _best_reports(chronicle: Chronicle) -> dict[str, str]:
    """The report that tells each event: the timeline's choice, else its first asserted one."""
    standing = {report.id: report.standing for report in chronicle.reports}
    best = {
        event.id: min(event.reports, key=lambda r: (standing.get(r) is not event.standing, r))
        for event in chronicle.events
        if event.reports
    }
    best.update({entry.event: entry.report for entry in chronicle.entries})
    return best
