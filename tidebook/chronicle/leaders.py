"""Who led whom, from the tables of offices: ties of one party, with their source."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

from ..knowledge import who
from ..records.chronicles import Dyad, Tie
from ..records.times import Grain, Interval

SOURCE = "knowledge/actors/holders.tsv"


def leaders_of(dyad: Dyad, first: date, last: date) -> list[Tie]:
    """Those who led the two sides between two days, predecessors for as long as they count as their side.

    Where a table knows several offices that lead, the one that leads most firmly is told for its time.
    """
    found = []
    for side in (dyad.left, dyad.right):
        ends = {side.actor: last, **{code: min(last, day) for code, day in side.predecessors}}
        for code, end in ends.items():
            found += [_tie(held) for held in _leading(code) if held.since <= end and (held.until or end) >= first]
    return found


def _leading(code: str) -> list[who.Holding]:
    """Holdings of the firmest office that leads, and of weaker ones where no firmer covers any of their time."""
    offices = who.offices()
    ranked = sorted(who.leaders(code), key=lambda h: (int(offices[h.office]["leads"]), h.since, h.person))
    kept: list[who.Holding] = []
    for held in ranked:
        rank = offices[held.office]["leads"]
        firmer = [k for k in kept if offices[k.office]["leads"] != rank or k.office != held.office]
        if not any(_meet(held, other) for other in firmer):
            kept.append(held)
    return kept


def _meet(a: who.Holding, b: who.Holding) -> bool:
    return (b.until is None or a.since < b.until) and (a.until is None or b.since < a.until)


def _tie(held: who.Holding) -> Tie:
    said = f"leader {held.code} {held.person} {held.office} {held.since}"
    return Tie(
        id="t-" + hashlib.sha256(said.encode()).hexdigest()[:12],
        kind="leader",
        parties=(held.code,),
        about=held.person,
        since=_first(held),
        until=_last(held),
        end="known" if held.until is not None else "in force",
        source=SOURCE,
    )


def _first(held: who.Holding) -> Interval:
    """The day of taking office; the month or year where the table knows no more."""
    if held.exact or held.since.day != 1:
        return Interval(start=held.since, end=held.since + timedelta(days=1), grain=Grain.DAY)
    if held.since.month != 1:
        after = (held.since.replace(day=28) + timedelta(days=4)).replace(day=1)
        return Interval(start=held.since, end=after, grain=Grain.MONTH)
    return Interval(start=held.since, end=held.since.replace(year=held.since.year + 1), grain=Grain.YEAR)


def _last(held: who.Holding) -> Interval | None:
    """The first day out of office, as far as the table knows it."""
    if held.until is None:
        return None
    if held.exact or held.until.day != 1:
        return Interval(start=held.until, end=held.until + timedelta(days=1), grain=Grain.DAY)
    if held.until.month != 1:
        start = (held.until - timedelta(days=1)).replace(day=1)
        return Interval(start=start, end=held.until, grain=Grain.MONTH)
    return Interval(start=held.until.replace(year=held.until.year - 1), end=held.until, grain=Grain.YEAR)
