"""The ties with the days on which their verdict changes, so that the script only looks up what was concluded here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from ...chronicle.ties import as_of
from ...records.chronicles import Chronicle, Tie, TieOnDay
from ..shelf import Shelf
from .entries import ReportView, report_view

Step = tuple[int, str, str, str]
"""From this day (ordinal) on: verdict, reason, id of the report that says so ("" for none)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TieView:
    """One tie; `now` is its verdict on the day that the report opens with; `quotes`: with the id of their event."""

    id: str
    tie: Tie
    now: TieOnDay
    steps: tuple[Step, ...]
    quotes: tuple[tuple[str, ReportView], ...]


def ties_of(chronicle: Chronicle, shelf: Shelf, day: date) -> list[TieView]:
    """The ties as of a day, those in force first."""
    bare = replace(chronicle, pages=(), sentences=(), reports=(), events=(), entries=())
    views = []
    for now in as_of(chronicle, day):
        tie = now.tie
        steps = _steps(tie, partial(as_of, replace(bare, ties=(tie,))), shelf)
        events = [shelf.events[ident] for ident in dict.fromkeys(_told_by(tie)) if ident in shelf.events]
        told = {shelf.reports_of(event)[0].id: event.id for event in events}
        said = [ident for ident in sorted(told) if any(step[3] == ident for step in steps)]
        quotes = tuple((told[ident], report_view(shelf.reports[ident], shelf)) for ident in said)
        views.append(TieView(id=tie.id, tie=tie, now=now, steps=steps, quotes=quotes))
    return views


def _told_by(tie: Tie) -> Iterator[str]:
    """Ids of the events that open and close a tie, in its earlier stretches too."""
    for one in tie.earlier:
        yield from (*one.opened_by, *one.closed_by)
    yield from (*tie.opened_by, *tie.closed_by)


def _steps(tie: Tie, found_on: Callable[[date], tuple[TieOnDay, ...]], shelf: Shelf) -> tuple[Step, ...]:
    """The days on which the verdict, its reason or its sentence changes, found by halving between days that differ."""

    def state(day: date) -> tuple[str, str, str]:
        (found,) = found_on(day)
        event = shelf.events.get(found.event or "")
        return found.verdict, found.reason, shelf.reports_of(event)[0].id if event else ""

    days = sorted(_looked_at(tie))
    steps: list[Step] = [(days[0].toordinal(), *state(days[0]))]
    for left, right in pairwise(days):
        for turn in _turns(left, right, state):
            steps.append((turn.toordinal(), *state(turn)))
    return tuple(steps)


def _turns(left: date, right: date, state: Callable[[date], tuple[str, str, str]]) -> Iterator[date]:
    if state(left) == state(right):
        return
    if (right - left).days == 1:
        yield right
        return
    middle = left + (right - left) // 2
    yield from _turns(left, middle, state)
    yield from _turns(middle, right, state)


def _looked_at(tie: Tie) -> set[date]:
    """Days between which at most one thing happens to a tie: the ends of what is known of it, and every ten years."""
    days = {date(year, 1, 1) for year in range(1900, 2101, 10)}
    if tie.born is not None:
        days |= {tie.born - timedelta(days=1), tie.born}
    for when in (tie.since, tie.until, *(edge for one in tie.earlier for edge in (one.since, one.until))):
        for day in (when.start, when.end) if when is not None else ():
            if day is not None:
                days |= {day - timedelta(days=1), day, day + timedelta(days=1)}
    return days
