"""Ties: what stands between parties for a time, opened and closed by events.

Which events open and close which ties is knowledge (``codes/ties.yaml``); who led whom comes from the tables of offices.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ..records.chronicles import Chronicle, Dyad, Tie, TieOnDay
from ..records.events import Event, Report, Standing
from ..records.times import Interval
from .leaders import leaders_of
from .on_day import horizon, on_day
from .tie_rules import Rule, rules


@dataclass(slots=True)
class _Open:
    """A tie that is being told."""

    rule: Rule
    parties: tuple[str, ...]
    folded: tuple[frozenset[str], frozenset[str]]
    since: Interval | None
    last: Interval | None
    opened_by: list[str]
    until: Interval | None = None
    closed_by: list[str] = field(default_factory=list)


def ties_of(dyad: Dyad, events: Sequence[Event], reports: Iterable[Report], until: date | None) -> tuple[Tie, ...]:
    """All ties of the parties to the events, sorted by kind and opening.

    Args:
        events: of the chronicle. reports: theirs, for what they name.
        until: the last day of which the pile can know; leaders are told from the first event to then.
    """
    by_id = {report.id: report for report in reports}
    by_event = {event.id: [by_id[name] for name in event.reports if name in by_id] for event in events}
    dated = [e for e in events if e.when is not None and e.standing is Standing.ASSERTED]
    dated.sort(key=_order)
    found = _told(dyad, dated, by_event)
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


def _told(dyad: Dyad, events: Sequence[Event], reports: Mapping[str, Sequence[Report]]) -> list[Tie]:
    """The ties that the events tell, taking them in time order."""
    ties: list[_Open] = []
    for event in events:
        for rule in rules():
            if any(c.holds(event, reports[event.id]) for c in rule.closes):
                _close(rule, dyad, event, ties)
            elif any(c.holds(event, reports[event.id]) for c in rule.opens):
                _open(rule, dyad, event, ties)
    kept = [t for t in ties if not t.rule.needs_close or (t.until is not None and t.since is not None)]
    return [_tie(t) for t in kept]


def _open(rule: Rule, dyad: Dyad, event: Event, ties: list[_Open]) -> None:
    folded = _folded(rule, dyad, event)
    if len(folded[0] | folded[1]) < 2:
        return
    for tie in _standing(rule, folded, ties) if rule.joins else ():
        if _years(tie.last, event.when) <= rule.joins:
            tie.opened_by.append(event.id)
            tie.last = event.when
            return
    parties = (*event.actors, *event.recipients)
    ties.append(_Open(rule, parties, folded, since=event.when, last=event.when, opened_by=[event.id]))


def _close(rule: Rule, dyad: Dyad, event: Event, ties: list[_Open]) -> None:
    """Closes the ties of these parties that are open; where none is told, the end alone is known."""
    folded = _folded(rule, dyad, event)
    most = rule.closes_within if rule.closes_within is not None else float("inf")
    matching = [
        tie for tie in _standing(rule, folded, ties) if _after(event, tie) and _years(tie.last, event.when) <= most
    ]
    if not matching and rule.also_ends is not None:
        (other,) = (r for r in rules() if r.kind == rule.also_ends)
        implied = [tie for tie in _standing(other, folded, ties) if _after(event, tie)]
        if len(implied) == 1:
            matching = implied
            implied[0].rule = rule
    if not matching:
        if rule.needs_close or len(folded[0] | folded[1]) < 2:
            return
        ended = [t for t in ties if t.rule is rule and t.until == event.when and _same(rule, t.folded, folded)]
        if ended:
            ended[-1].closed_by.append(event.id)
            return
        matching = [_Open(rule, (*event.actors, *event.recipients), folded, since=None, last=None, opened_by=[])]
        ties += matching
    for tie in matching:
        tie.until = event.when
        tie.closed_by.append(event.id)


def _standing(rule: Rule, folded: tuple[frozenset[str], frozenset[str]], ties: Sequence[_Open]) -> list[_Open]:
    """The ties of a kind and of these parties that are open."""
    return [t for t in ties if t.rule is rule and t.until is None and _same(rule, t.folded, folded)]


def _after(event: Event, tie: _Open) -> bool:
    """Whether an event can come after the opening of a tie."""
    if tie.since is None or event.when is None or event.when.end is None or tie.since.start is None:
        return True
    return tie.since.start < event.when.end


def _years(before: Interval | None, after: Interval | None) -> float:
    """The least number of years between two times; 0 where one is not known."""
    if before is None or after is None or before.end is None or after.start is None:
        return 0.0
    return max(0, (after.start - before.end).days) / 365.25


def _folded(rule: Rule, dyad: Dyad, event: Event) -> tuple[frozenset[str], frozenset[str]]:
    actors = frozenset(_heir(dyad, code) for code in event.actors)
    recipients = frozenset(_heir(dyad, code) for code in event.recipients)
    return (actors | recipients, frozenset()) if rule.equal else (actors, recipients)


def _heir(dyad: Dyad, code: str) -> str:
    """The side that a code belongs to at any time: what a dead state signed, its heir can end."""
    for side in (dyad.left, dyad.right):
        if code in side.codes:
            return side.actor
    return code


def _same(rule: Rule, a: tuple[frozenset[str], frozenset[str]], b: tuple[frozenset[str], frozenset[str]]) -> bool:
    if rule.equal:
        return len(a[0] & b[0]) >= 2
    if a[0] & b[0]:
        return not a[1] or not b[1] or bool(a[1] & b[1])
    return False


def _tie(told: _Open) -> Tie:
    rule = told.rule
    end = "known" if told.until is not None else "in force" if rule.lasts is None else "unknown"
    said = (rule.kind, *told.parties, *told.opened_by, "|", *told.closed_by)
    return Tie(
        id="t-" + hashlib.sha256("\n".join(said).encode()).hexdigest()[:12],
        kind=rule.kind,
        parties=told.parties,
        about=rule.kind,
        since=told.since,
        until=told.until,
        end=end,
        opened_by=tuple(told.opened_by),
        closed_by=tuple(told.closed_by),
    )


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
