"""The ties with the days on which their verdict changes, so that the script only looks up what was concluded here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...records.chronicles import Chronicle, Tie, TieOnDay
from ...records.times import Interval
from ..shelf import Shelf
from .entries import ReportView, entry_of
from .voices import Voices

_ORDER = {"in": 0, "uncertain": 1, "out": 2}
Step = tuple[int, str, str, str]
"""From this day (ordinal) on: verdict, reason, id of the report that says so ("" for none)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TieView:
    """One tie; `now` is its verdict on the day that the report opens with."""

    id: str
    tie: Tie
    now: TieOnDay
    steps: tuple[Step, ...]
    quotes: tuple[ReportView, ...]


def ties_of(chronicle: Chronicle, shelf: Shelf, v: Voices, day: date) -> list[TieView]:
    """The ties as of a day, those in force first."""
    from ...chronicle.ties import as_of

    if not chronicle.ties:
        return []
    turns = sorted({date.min, *_turns(chronicle.ties)})
    by_day = [(turn, {found.tie.id: found for found in as_of(chronicle, turn)}) for turn in turns]
    quotes = {
        view.report.id: view
        for entry in chronicle.entries
        for view in entry_of(shelf.events[entry.event], shelf, v).reports
    }
    views = []
    for now in as_of(chronicle, day):
        steps: list[Step] = []
        for turn, found in by_day:
            there = found.get(now.tie.id)
            if there is None:
                continue
            step = (there.verdict, there.reason, there.report or "")
            if not steps or steps[-1][1:] != step:
                steps.append((turn.toordinal(), *step))
        told = sorted({step[3] for step in steps if step[3]})
        views.append(
            TieView(
                id=now.tie.id,
                tie=now.tie,
                now=now,
                steps=tuple(steps),
                quotes=tuple(quotes[ident] for ident in told if ident in quotes),
            )
        )
    return sorted(views, key=lambda view: (_ORDER[view.now.verdict], view.tie.kind, view.tie.id))


def _turns(ties: Sequence[Tie]) -> Iterable[date]:
    """Every day on which some verdict may change: the ends of the intervals, and the days beside them."""
    for tie in ties:
        for when in (tie.since, tie.until):
            if when is not None:
                yield from _around(when)


def _around(when: Interval) -> Iterable[date]:
    for day in (when.start, when.end):
        if day is not None:
            yield from (day - timedelta(days=1), day, day + timedelta(days=1))
