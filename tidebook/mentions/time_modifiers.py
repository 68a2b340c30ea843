"""Words around an expression: early, mid, late, around, since, until; and two expressions that make one stretch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..grammar.meanings import part_of_period
from ..grammar.points import Point
from ..grammar.scene import Sense
from ..grammar.tape import BREAK, Tape
from ..records.times import Grain, Interval, join
from .time_grammar import Before, TimeGrammar


_PARTS = ("START", "MID", "END")


@dataclass(slots=True)
class Read:
    """An expression on its way to a mention.

    Attributes:
        first, after: its tokens. bare: its first token without the words of `with_modifiers`.
        sense: what it says. rule: the rule that read it. unit: the unit it counts, or None.
        counted: whether it counts units. needs_modifier: whether it is a time only with words such as "the end of" before it.
        flags: of the mention, beside those of its sense.
    """

    first: int
    after: int
    sense: Sense
    rule: str
    bare: int = 0
    unit: str | None = None
    counted: bool = False
    needs_modifier: bool = False
    flags: tuple[str, ...] = ()


def with_modifiers(read: Read, tape: Tape, known: TimeGrammar, floor: int) -> Read:
    """The expression with what the words before it add, nearest first; `floor` is the first token they may take."""
    sense, first, flags = read.sense, read.first, read.sense.flags
    edge = read.first
    for _ in range(4):
        step = _before(tape, edge, floor, known)
        if step is None:
            break
        entry, start = step
        if entry.counts and not read.counted:
            break
        edge = start
        if entry.inside:
            first = start
        sense = _modified(sense, entry.mod, entry.approximate, entry.uncertain)
        linked = _linked(tape, start, floor, known) if entry.mod in _PARTS else None
        if linked is not None and read.sense.point is not None:  # "mid to late 1950s"
            mod, edge = linked
            first = edge
            early = stretch(read.sense.point, mod)
            if early is not None and sense.interval is not None:
                sense = replace(sense, mod=mod, interval=early.hull(sense.interval))
        if entry.flag:
            flags = (*flags, entry.flag)
    return replace(read, first=first, sense=replace(sense, flags=flags))


def _before(tape: Tape, edge: int, floor: int, known: TimeGrammar) -> tuple[Before, int] | None:
    for length in range(min(known.longest, edge - floor), 0, -1):
        start = edge - length
        if any(tape.gaps[token] == BREAK for token in range(start + 1, edge + 1)):
            continue
        entry = known.before.get(tuple(reversed(tape.words[start:edge])))
        if entry is not None:
            return entry, start
    return None


def _linked(tape: Tape, edge: int, floor: int, known: TimeGrammar) -> tuple[str, int] | None:
    """Another part of the same time, joined to the one that begins at `edge`: its mod and its first token."""
    for length in (1, 2):
        if edge - length > floor and tuple(tape.words[edge - length : edge]) in known.to | known.both:
            part = _before(tape, edge - length, floor, known)
            if part is not None and part[0].mod in _PARTS:
                return part[0].mod or "", part[1]
    return None


def _modified(sense: Sense, mod: str | None, approximate: bool, uncertain: bool) -> Sense:
    interval = sense.interval
    if mod in _PARTS and interval is not None and "named-period" in sense.flags:
        return replace(part_of_period(interval, mod or ""), flags=sense.flags)
    if mod in _PARTS and sense.point is not None and interval is not None:
        interval = stretch(sense.point, mod) or interval
    if interval is not None:
        interval = interval.hedged(approximate=approximate, uncertain=uncertain)
    written = mod or ("APPROX" if approximate and sense.mod is None else sense.mod)
    return replace(sense, mod=written, interval=interval)


def stretch(point: Point, mod: str) -> Interval | None:
    """The early, middle or late part of a time, in thirds that overlap where people's do.

    Years of a decade: 0-3, 3-7, 6-9. Months of a year: 1-4, 5-8, 9-12. Days of a month: 1-10, 11-20, 21 on. Others: thirds.
    """
    whole = point.interval
    if whole is None or whole.start is None or whole.end is None:
        return whole
    place = _PARTS.index(mod)
    grain = point.grain
    if grain == "decade":
        low, high = ((0, 3), (3, 7), (6, 9))[place]
        first = whole.start.year
        return Interval(start=date(first + low, 1, 1), end=date(first + high + 1, 1, 1), grain=Grain.YEAR)
    if grain == "century":
        low, high = ((0, 33), (33, 66), (66, 99))[place]
        first = whole.start.year
        return Interval(start=date(first + low, 1, 1), end=date(first + high + 1, 1, 1), grain=Grain.YEAR)
    if grain == "year":
        start = date(whole.start.year, 1 + 4 * place, 1)
        end = date(whole.start.year + (place == 2), 1 if place == 2 else 5 + 4 * place, 1)
        return Interval(start=start, end=end, grain=Grain.MONTH)
    if grain == "month":
        start = whole.start + timedelta(days=10 * place)
        return Interval(start=start, end=whole.end if place == 2 else start + timedelta(days=10), grain=Grain.DAY)
    third = (whole.end - whole.start) // 3
    if third < timedelta(days=1):
        return whole
    start = whole.start + third * place
    return Interval(start=start, end=whole.end if place == 2 else start + third, grain=Grain.DAY)


def join_ranges(reads: list[Read], tape: Tape, known: TimeGrammar) -> None:
    """Gives both ends of "1950-1953" or "antara 2000 dan 2005" the whole stretch as their interval, in place."""
    for left, right in zip(reads, reads[1:], strict=False):
        between = tuple(tape.words[left.after : right.first])
        if not between or len(between) > 3 or any(tape.gaps[t] == BREAK for t in range(left.after, right.first + 1)):
            continue
        opened = left.first > 0 and tape.words[left.first - 1] in known.opens
        if between not in known.to and not (opened and between in known.both):
            continue
        if left.sense.kind != right.sense.kind:
            continue
        first, last = left.sense.interval, right.sense.interval
        if first is None or last is None or "range-end" in left.flags:
            continue
        if first.start is None or last.end is None or last.end <= first.start:
            continue
        whole = join(first, last)
        left.sense, right.sense = replace(left.sense, interval=whole), replace(right.sense, interval=whole)
        left.flags, right.flags = (*left.flags, "range-start"), (*right.flags, "range-end")
