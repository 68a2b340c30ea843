"""A clock without a day takes the day that its sentence names further on: "took off at 05.35 and was lost at 06.17 on Sunday (28/12)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..grammar.tape import BREAK, Tape
from .time_modifiers import Read

_FULL_STOPS = frozenset(".!?;")


def with_days_ahead(reads: Sequence[Read], tape: Tape) -> None:
    """Gives clocks that stand before the only day of their sentence that day.

    A clock behind a day has its day from the story already; one whose sentence names several days keeps the story's too, since
    the words do not say whose it is.
    """
    for sentence in _sentences(reads, tape):
        named = [place for place, read in enumerate(sentence) if _names_a_day(read)]
        days = {point.without_time() for place in named if (point := sentence[place].sense.point) is not None}
        if len(days) != 1:
            continue
        (day,) = days
        for read in sentence[: named[0]]:
            point = read.sense.point
            if point is None or point.clock is None:
                continue
            moved = replace(day, clock=point.clock, part=point.part, zone=point.zone)
            anchor = sentence[named[0]].sense.anchor
            read.sense = replace(read.sense, value=moved.value, point=moved, interval=moved.interval, anchor=anchor)


def _names_a_day(read: Read) -> bool:
    """Whether an expression has a day of its own and no clock that merely lies on one."""
    point = read.sense.point
    return point is not None and point.day is not None and (point.clock is None or read.sense.anchor is None)


def _sentences(reads: Sequence[Read], tape: Tape) -> list[list[Read]]:
    """The expressions by sentence, as far as full stops and line ends between them tell."""
    found: list[list[Read]] = []
    for read in reads:
        last = found[-1][-1] if found else None
        if last is None or any(
            tape.words[token] in _FULL_STOPS or tape.gaps[token] == BREAK for token in range(last.after, read.first)
        ):
            found.append([])
        found[-1].append(read)
    return found
