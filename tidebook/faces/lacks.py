"""What an export cannot carry, said aloud: nothing of a book is cut short in silence."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.chronicles import Chronicle
from ..records.times import Interval
from .words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One kind of thing that a format has no place for.

    Attributes:
        what: slug under ``exports.lacks`` of the interface (``undated``, ``tide``).
        n: how many of them this chronicle has.
    """

    what: str
    n: int


def lacking(**counts: int) -> tuple[Lack, ...]:
    """The lacks that this chronicle feels: those with a number above 0, in the order given."""
    return tuple(Lack(what=what.replace("_", "-"), n=n) for what, n in counts.items() if n > 0)


def say_lacks(words: Words, lacks: tuple[Lack, ...]) -> str:
    """The lacks in one sentence; "" where there are none."""
    if not lacks:
        return ""
    return words.say("exports.not_carried", what="; ".join(words.say(f"exports.lacks.{x.what}", x.n) for x in lacks))


def untold(chronicle: Chronicle) -> int:
    """Number of events that are no entry of the timeline: negated, only imagined, or without a report."""
    return len(chronicle.events) - len(chronicle.entries)


def drawn(chronicle: Chronicle) -> int:
    """1 where the book draws a tide, else 0."""
    return 1 if chronicle.tide else 0


def disputed(chronicle: Chronicle) -> int:
    """Number of events about which the reports quarrel."""
    return sum(1 for event in chronicle.events if event.disputes)


def exact(when: Interval | None) -> bool:
    """Whether it is one day, and nothing hedges or doubts it."""
    return when is not None and when.days == 1 and not when.approximate and not when.uncertain
