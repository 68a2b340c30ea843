"""What a reader knows when coming upon a time expression, and what the expression then says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..records.mentions import TimexKind
from ..records.times import Interval
from .points import Point


@dataclass(slots=True)
class Scene:
    """The standing of the story at one expression.

    Attributes:
        published: day of publication, or None.
        line: the last time on the main line of the story, which bare months go on from, passing mentions left out.
        told: the last calendar time that the story told; told_from: offset of its words, for people.
        told_interval: its days; those of the whole where it was a range.
        told_day: the last day that it told, which "two days later" counts from.
        narrative: whether the text tells of times long before its publication; bare months then follow the story.
        near: whether `told` stands in the same paragraph.
        tense: -1 past, +1 future, 0 not said.
        lore: dated periods and holidays by name.
    """

    published: date | None = None
    told: Point | None = None
    line: Point | None = None
    told_interval: Interval | None = None
    told_day: Point | None = None
    told_from: int = 0
    narrative: bool = False
    near: bool = False
    tense: int = 0
    lore: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def today(self) -> Point | None:
        """The day of publication as a point."""
        return None if self.published is None else Point.of_day(self.published)

    @property
    def published_by(self) -> str | None:
        """The anchor "day of publication", for people."""
        return None if self.published is None else f"published {self.published.isoformat()}"

    @property
    def told_by(self) -> str | None:
        """The anchor "last time told", for people."""
        return None if self.told is None else f"story {self.told.value} @{self.told_from}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What an expression says in its scene.

    Attributes:
        kind, value, mod: TIMEX3. interval: every day it could mean, or None.
        point: the calendar place, where it is one; the story goes on from there.
        anchor: what it was counted from, for people; None if absolute.
        flags: see `TimeMention.flags`.
    """

    kind: TimexKind
    value: str
    mod: str | None = None
    interval: Interval | None = None
    point: Point | None = None
    anchor: str | None = None
    flags: tuple[str, ...] = ()
