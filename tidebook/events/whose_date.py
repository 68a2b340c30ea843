"""What a date of a sentence belongs to: the act, somebody named beside it, or all the time up to the day of printing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..records.readings import StoryTime
from ..records.times import Grain, Interval
from .clause import Clause
from .item import ACTOR, STOP, TIME, Item


@dataclass(slots=True)
class Dated:
    """One date of an event: every day it may be, how that was found, and the item that says so (-1 if the story does)."""

    when: Interval | None
    by: str
    at: int = -1


def begun_before(dated: Dated, items: Sequence[Item]) -> Dated:
    """What "still goes on" as an article is printed began at some time before it."""
    time = items[dated.at].time if dated.at >= 0 else None
    now = dated.by == "published" or (time is not None and time.value == "PRESENT_REF")
    if not now or dated.when is None or dated.when.end is None:
        return dated
    return Dated(replace(dated.when, start=None), "published", dated.at)


def not_ahead(dated: Dated, items: Sequence[Item], printed: Interval | None) -> Dated:
    """A day counted from the story that would lie after the printing ("the day after the bombing") was counted from
    another day than the one told last: all that is sure is that it was news."""
    time = items[dated.at].time if dated.at >= 0 else None
    if time is None or time.anchor is None or not time.anchor.startswith("story") or printed is None:
        return dated
    when = dated.when
    if when is None or when != time.interval or when.start is None or printed.end is None or when.start < printed.end:
        return dated
    return Dated(Interval(start=None, end=printed.end, grain=Grain.DAY, approximate=True), "published")


def later_in(items: Sequence[Item], at: int) -> list[Dated]:
    """The first time that a sentence names behind an item ("ended with an accord signed in Cairo in August 1966")."""
    for n in range(at + 1, len(items)):
        when = interval_of(items[n]) if items[n].kind == TIME and not bounds(items[n]) else None
        if when is not None:
            return [Dated(when, "sentence", n)]
    return []


def of_another(items: Sequence[Item], clause: Clause, at: int, trigger: int) -> bool:
    """Whether a time tells of something that is only named beside the trigger ("Kim, who rose in 2011, ...", "attacks,
    including the one that ... in September"), in a stretch that holds no verb of its own that is known."""
    for n in range(at - 1, max(clause.start - 1, 0), -1):
        classes = items[n].classes
        if n == trigger:
            return False
        if "instance" in classes:
            return trigger < n
        named = items[n - 2] if items[n - 1].kind == STOP and n > 1 else items[n - 1]
        if "relative" in classes and (named.kind == ACTOR or named.capital):
            return trigger < n or any(items[m].kind == STOP for m in range(at + 1, trigger))
    return False


def after(named: StoryTime, before: StoryTime | None) -> StoryTime:
    """The story's time where a sentence's own date is that of something named in it: as before; where that was long before
    it, at some time after it."""
    if before is None or before.interval is None or named.interval is None or named.interval.start is None:
        return named
    told, start = before.interval.start, named.interval.start
    if before.by == "published" or (told is not None and told >= start):
        return before
    return replace(named, interval=Interval(start=start, end=None, grain=named.interval.grain), by="story")


def bounds(item: Item) -> bool:
    """Whether a time only says from when or until when ("pertemuan pertama sejak 2019")."""
    return item.time is not None and bool({"since", "until"} & set(item.time.flags))


def interval_of(item: Item) -> Interval | None:
    return None if item.time is None else item.time.interval
