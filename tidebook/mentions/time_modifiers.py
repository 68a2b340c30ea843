"""Words around an expression: early, mid, late, around, since, until; and two expressions that make one stretch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from ..grammar.named import part_of_period
from ..grammar.scene import Sense
from ..grammar.stretches import PARTS, stretch
from ..grammar.tape import BREAK, Tape
from ..records.times import join
from .time_grammar import Before, TimeGrammar

_CLAUSE = 16  # tokens from the word that opens a clause to the date in it
_CLAUSE_ENDS = frozenset(".,;:!?()—–")


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
        if step is None and edge > floor and tape.words[edge - 1] in known.prepositions:
            step = _before(tape, edge - 1, floor, known)  # "perhaps in 1961"
            step = None if step is None or step[0].inside or step[0].flag else step
        if step is None:
            break
        entry, start = step
        if entry.counts and (not read.counted or tape.words[read.bare] in known.lists.get("determined", ())):
            break
        edge = start
        if entry.inside:
            first = start
        sense = _modified(sense, entry.mod, entry.approximate, entry.uncertain)
        linked = _linked(tape, start, floor, known) if entry.mod in PARTS else None
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
            if part is not None and part[0].mod in PARTS:
                return part[0].mod or "", part[1]
    return None


def _modified(sense: Sense, mod: str | None, approximate: bool, uncertain: bool) -> Sense:
    interval = sense.interval
    if mod in PARTS and interval is not None and "named-period" in sense.flags:
        return replace(part_of_period(interval, mod or ""), flags=sense.flags)
    if mod in PARTS and sense.point is not None and interval is not None:
        interval = stretch(sense.point, mod) or interval
    if interval is not None:
        interval = interval.hedged(approximate=approximate, uncertain=uncertain)
    written = mod or ("APPROX" if approximate and sense.mod is None else sense.mod)
    return replace(sense, mod=written, interval=interval)


def join_ranges(reads: list[Read], tape: Tape, known: TimeGrammar) -> None:
    """Gives both ends of "1950-1953" or "antara 2000 dan 2005" the whole stretch as their interval, in place."""
    for left, right in pairwise(reads):
        between = tuple(tape.words[left.after : right.first])
        if not between or len(between) > 3 or any(tape.gaps[t] == BREAK for t in range(left.after, right.first + 1)):
            continue
        opened = left.first > 0 and tape.words[left.first - 1] in known.opens
        season = between == ("/",) and len(tape.words[right.first]) == 2  # "2007/08"
        if between not in known.to and not season and not (opened and between in known.both):
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


def mark_clauses(reads: list[Read], tape: Tape, known: TimeGrammar) -> None:
    """Flags dates inside a clause that opens with "since" or "after" ("since the Council began ... in 2006"), in place."""
    floor = 0
    for read in reads:
        edge = floor
        floor = read.after
        if set(read.sense.flags) & {"since", "until", "before", "after"} or read.sense.point is None:
            continue
        for token in range(read.first - 1, max(edge, read.first - _CLAUSE) - 1, -1):
            entry = known.before.get((tape.words[token],))
            if tape.words[token] in _CLAUSE_ENDS or tape.gaps[token + 1] == BREAK:
                break
            if entry is not None and entry.clause and entry.flag:
                read.flags = (*read.flags, entry.flag)
                break
