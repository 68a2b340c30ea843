"""When an event was, by what its reports say: the narrowest interval that independent origins support."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.times import Interval


@dataclass(frozen=True, slots=True)
class Dated:
    """What one report says about the time.

    Attributes:
        when: the days it may mean. report: its id. origin: whose story it is.
        firm: the words date it themselves; not firm where it took the date of the story or of publication.
    """

    when: Interval
    report: str
    origin: str
    firm: bool


def agree_on(said: list[Dated]) -> tuple[Interval | None, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The merged interval, and the sides of a dispute about it (empty where all agree).

    Days that all reports could mean are taken: a vague date that holds a precise one is no quarrel. Where some rule each
    other out, the side that most origins support wins; where sides are equal, the days of both are kept.
    """
    firm = [d for d in said if d.firm] or said
    if not firm:
        return None, ()
    sides = _sides(firm)
    if len(sides) == 1:
        when = sides[0].when
        for soft in sorted((d for d in said if not d.firm), key=_key):
            when = when.meet(soft.when) or when
        return when, ()
    most = max(side.weight for side in sides)
    best = [side.when for side in sides if side.weight == most]
    when = best[0]
    for other in best[1:]:
        when = when.hull(other)
    return when, tuple(sorted((side.when.edtf, tuple(sorted({d.report for d in side.said}))) for side in sides))


@dataclass(slots=True)
class _Side:
    """Dates that have a day in common; `when` holds the days that all of them could mean."""

    said: list[Dated]
    when: Interval

    @property
    def weight(self) -> tuple[int, int]:
        """Origins, then reports, that stand on this side."""
        return len({d.origin for d in self.said}), len(self.said)


def _sides(said: list[Dated]) -> list[_Side]:
    """Groups in which all dates have a day in common; a vague date joins every group that it allows."""
    sides: list[_Side] = []
    for dated in sorted(said, key=_key):
        joined = False
        for side in sides:
            common = side.when.meet(dated.when)
            if common is not None:
                side.said.append(dated)
                side.when, joined = common, True
        if not joined:
            sides.append(_Side([dated], dated.when))
    return sides


def _key(dated: Dated) -> tuple[int, str, str]:
    return (dated.when.days or 100_000, dated.when.edtf, dated.report)
