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
        meet = _meet(sides[0])
        for soft in sorted((d for d in said if not d.firm), key=_key):
            meet = meet.meet(soft.when) or meet
        return meet, ()
    ranked = sorted(sides, key=lambda side: (-len({d.origin for d in side}), -len(side)))
    best = [s for s in ranked if len({d.origin for d in s}) == len({d.origin for d in ranked[0]})]
    when = _meet(best[0])
    for other in best[1:]:
        when = when.hull(_meet(other))
    return when, tuple(sorted((_meet(side).edtf, tuple(sorted({d.report for d in side}))) for side in sides))


def _sides(said: list[Dated]) -> list[list[Dated]]:
    """Groups in which all dates have a day in common; a vague date joins every group that it allows."""
    sides: list[list[Dated]] = []
    for dated in sorted(said, key=_key):
        homes = [
            side for side in sides if all(dated.when.meets(d.when) for d in side) and _meet(side).meets(dated.when)
        ]
        if not homes:
            sides.append([dated])
        for side in homes:
            side.append(dated)
    return sides


def _meet(side: list[Dated]) -> Interval:
    when = side[0].when
    for dated in side[1:]:
        when = when.meet(dated.when) or when
    return when


def _key(dated: Dated) -> tuple[int, str, str]:
    return (dated.when.days or 100_000, dated.when.edtf, dated.report)
