"""Who led whom, from the tables of offices: ties of one party, with their source."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

from ..knowledge import who
from ..records.chronicles import Dyad, Tie
from ..records.times import Grain, Interval

SOURCE = "knowledge/actors/holders.tsv"
_LEADS = 3  # rank of the last office in `offices.yaml` whose holders are told
_NAMED = ("head-of-state", "head-of-government")


def leaders_of(dyad: Dyad, first: date, last: date) -> list[Tie]:
    """Those who led the two sides between two days, predecessors for as long as they count as their side.

    Heads of state and heads of government stand side by side, each as what he was: the kind of the tie is the office.
    """
    found = []
    for side in (dyad.left, dyad.right):
        ends = {side.actor: last, **{code: min(last, day) for code, day in side.predecessors}}
        for code, end in ends.items():
            found += [_tie(held) for held in _leading(code) if held.since <= end and (held.until or end) >= first]
    return found


def _leading(code: str) -> list[who.Holding]:
    """Holdings of every office that leads, each for its time; what one person holds twice at a time stands once.

    A head of state who is also called the leader stands as head of state; "leader" is kept for who led without such an
    office, or for longer, and then the offices that he held meanwhile are left out.
    """
    offices = [key for key, entry in who.offices().items() if entry.get("leads", 9) <= _LEADS]
    held = [one for office in offices for one in who.holders(code, office)]
    kept = [
        one for one in held if one.office != "leader" or not any(_covers(o, one) for o in held if o.office in _NAMED)
    ]
    firm = [one for one in kept if one.office == "leader"]
    return [one for one in kept if one.office == "leader" or not any(_covers(leader, one) for leader in firm)]


def _covers(one: who.Holding, other: who.Holding) -> bool:
    if one.person != other.person or one.since > other.since:
        return False
    return one.until is None or (other.until is not None and other.until <= one.until)


def _tie(held: who.Holding) -> Tie:
    said = f"leader {held.code} {held.person} {held.office} {held.since}"
    return Tie(
        id="t-" + hashlib.sha256(said.encode()).hexdigest()[:12],
        kind=held.office,
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
