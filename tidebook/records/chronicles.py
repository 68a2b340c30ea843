"""The events of one relationship told in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .articles import Article, Sentence
from .drops import Dropped
from .events import Event, Report
from .pages import Page
from .times import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a relationship: an actor and the states it succeeds.

    Attributes:
        actor: code today (``RUS``).
        predecessors: (code, last day on which it counts as this side), e.g. ``("SUN", 1991-12-26)``.
    """

    actor: str
    predecessors: tuple[tuple[str, date], ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        """All codes that count as this side, at some time."""
        return frozenset({self.actor, *(code for code, _ in self.predecessors)})

    def holds(self, code: str, when: Interval | None) -> bool:
        """Whether a code counts as this side at that time; a predecessor does as long as its last day is not past."""
        if code == self.actor:
            return True
        start = when.start if when is not None else None
        return any(code == name and (start is None or start <= last) for name, last in self.predecessors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """The two whose history is told. `left` and `right` keep the order in which they were asked for."""

    left: Side
    right: Side
    chosen: str = "asked"  # or "found": the pair that the pile speaks of most

    def fold(self, code: str, when: Interval | None) -> str:
        """The code of today that a party of an event counts as (``SUN`` in 1950: ``RUS``); others stay as they are."""
        for side in (self.left, self.right):
            if side.holds(code, when):
                return side.actor
        return code


@dataclass(frozen=True, slots=True, kw_only=True)
class TidePoint:
    """The level of the relationship on a day: a mean with its band, never a sum.

    Attributes:
        at: the day.
        level: mean score of the events around it, -10 to +10; low, high: 90% band.
        volume: number of events that the level rests on; origins: of independent origins.
    """

    at: date
    level: float
    low: float
    high: float
    volume: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stretch of the tide between two turns.

    Attributes:
        when: from its first to its last day; turn: 90% interval of the day on which it began, None for the first.
        level: mean score within; trend: score per year.
        certainty: probability that a turn began it, 0 to 1.
        name: for people; turned_by: ids of the events that turned it.
    """

    when: Interval
    turn: Interval | None
    level: float
    trend: float
    certainty: float
    name: str
    turned_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time for which a tie stood before it was broken and taken up again; fields as those of `Tie`."""

    since: Interval | None
    until: Interval | None
    opened_by: tuple[str, ...] = ()
    closed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Something that stands between parties for a time: a treaty, a sanction, a debt, a leader, recognition.

    Attributes:
        id: ``t-`` and 12 hex digits.
        kind: ``treaty``, ``alliance``, ``sanctions``, ``diplomatic relations``, ``recognition``, ``debt``,
            ``membership``, ``war``; of who led whom the office (``leader``, ``head-of-state``, ``head-of-government``).
        parties: codes.
        about: for people (``mutual defence treaty``, ``Kim Jong Un leads North Korea``).
        since, until: when it opened and closed; None says nothing by itself, see `end`.
        end: ``known``, ``unknown`` (it ended, nobody says when, or nobody says whether) or ``in force``.
        earlier: stretches before the one that `since` and `until` tell, in time order: relations broken and restored.
        resumed: the first opening that is told takes up something older. born: the first day on which all parties were there.
        opened_by, closed_by: event ids; source: the knowledge file where it is not from the pile (leaders).
    """

    id: str
    kind: str
    parties: tuple[str, ...]
    about: str
    since: Interval | None
    until: Interval | None
    end: str
    opened_by: tuple[str, ...] = ()
    closed_by: tuple[str, ...] = ()
    source: str | None = None
    earlier: tuple[Stretch, ...] = ()
    resumed: bool = False
    born: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieOnDay:
    """Whether a tie was in force on a day, with what says so.

    Attributes:
        tie: the tie.
        verdict: ``in``, ``out`` or ``uncertain``.
        reason: ``in-force``, ``before-opening``, ``after-closing``, ``may-have-opened``, ``may-have-closed``,
            ``end-unknown``, ``opening-unknown``; faces put it into words.
        event: id of the event that decides, where one does (the opening, or the closing).
        report: id of the report whose sentence says so; None where knowledge says it (`Tie.source`).
    """

    tie: Tie
    verdict: str
    reason: str
    event: str | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the timeline.

    Attributes:
        event: event id.
        weight: 0 to 1, from independent origins, type, turning points, later mentions.
        report: id of the report whose sentence tells it best (understood alone, verbatim).
    """

    event: str
    weight: float
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """A whole book: everything that was read and concluded about one relationship.

    Attributes:
        dyad: the two. pages, articles, sentences, reports: all that was read, sorted by id or address.
        events: every event in which at least one of the two takes part, sorted by time and id.
        entries: the timeline, in time order, one per event that is told.
        tide: by day; empty with `tide_note` where too little is known. phases: in order; empty with `phases_note`.
        ties: sorted by kind and since. drops: what was left out and why.
        names: what a user's own actors are called, by code (``("PERSIB", "Persib")``), sorted.
    """

    dyad: Dyad
    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]
    reports: tuple[Report, ...]
    events: tuple[Event, ...]
    entries: tuple[Entry, ...]
    tide: tuple[TidePoint, ...]
    tide_note: str
    phases: tuple[Phase, ...]
    phases_note: str
    ties: tuple[Tie, ...]
    drops: tuple[Dropped, ...]
    names: tuple[tuple[str, str], ...] = ()
