"""Groups of reports, and where to look for the one that a newcomer belongs to.

Groups are kept by type and month, those of vague reports by who and what they name, so that the work of merging grows with
the number of reports and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from ..records.events import Standing
from ..records.times import Interval
from .weigh import kin_of
from .weigh_witness import Witness

_WEEK = 7  # days; shorter intervals are looked up by day
_LONG = 430  # days; longer intervals are looked up by what they name
_AGES = 4400  # days; longer intervals belong to no year
_SLIP = 2  # days by which dates may be wrong
_LOOKED_AT = 150  # groups of one type that one report is compared with
_EVER = 0  # the year of what has none

_Shelves = dict[tuple[str, int], dict[int, "Group"]]


@dataclass(slots=True)
class Group:
    """Witnesses held to tell one happening, with the reasons."""

    number: int
    members: list[Witness]
    when: Interval | None
    reasons: list[str] = field(default_factory=list)


class Shelf:
    """Groups by what a newcomer can be looked up by."""

    def __init__(self) -> None:
        self._days: _Shelves = defaultdict(dict)
        self._months: _Shelves = defaultdict(dict)
        self._names: dict[str, _Shelves] = defaultdict(lambda: defaultdict(dict))
        self._articles: dict[tuple[str, str], dict[int, Group]] = defaultdict(dict)

    def put(self, group: Group, witness: Witness) -> None:
        """Makes a group findable by a new member."""
        type, number = witness.type, group.number
        if witness.width <= _WEEK:
            for day in range(witness.first, witness.last + 1):
                self._days[type, day][number] = group
        for month in _months(witness):
            self._months[type, month][number] = group
        years = _years(witness) or (_EVER,)
        for name in _names(witness):
            for year in years:
                self._names[name][type, year][number] = group
        for article in witness.articles:
            self._articles[type, article][number] = group

    def near(self, witness: Witness) -> list[Group]:
        """Groups worth comparing, in the order in which they began."""
        found: dict[int, Group] = {}
        for type in kin_of(witness.type):
            found.update(self._by_time(type, witness))
            if witness.standing is Standing.DENIED:
                for article in sorted(witness.articles):
                    found.update(self._articles.get((type, article), {}))
        return [found[number] for number in sorted(found)]

    def _by_time(self, type: str, witness: Witness) -> dict[int, Group]:
        found: dict[int, Group] = {}
        if witness.width <= _WEEK and witness.when is not None and not witness.when.approximate and not witness.soft:
            for day in range(witness.first - _SLIP, witness.last + _SLIP + 1):
                found.update(self._days.get((type, day), {}))
            return found
        for month in _months(witness):
            found.update(self._months.get((type, month), {}))
        if len(found) > _LOOKED_AT:
            found.clear()
        if not found or witness.soft:
            found.update(self._by_name(type, witness))
        return found

    def _by_name(self, type: str, witness: Witness) -> dict[int, Group]:
        """Groups of those years that name the same persons, places or figures, the rarest names first."""
        years = None if witness.soft else _years(witness)
        shelves: list[dict[int, Group]] = []
        for name in _names(witness):
            named = self._names.get(name)
            if named is None:
                continue
            keys = (
                [(type, year) for year in (*years, _EVER)]
                if years
                else [key for key in sorted(named) if key[0] == type]
            )
            shelves += [named[key] for key in keys if key in named]
        found: dict[int, Group] = {}
        for shelf in sorted(shelves, key=len):
            for number, group in shelf.items():
                if len(found) >= _LOOKED_AT:
                    return found
                found[number] = group
        return found


def _months(witness: Witness) -> range:
    """Months (counted from year 0) that an interval touches, with one to each side; none where it is vague."""
    if witness.when is None or witness.width > _LONG:
        return range(0)
    first, last = date.fromordinal(witness.first), date.fromordinal(witness.last)
    around = 12 if witness.when.approximate and witness.width > 31 else 1
    return range(first.year * 12 + first.month - around, last.year * 12 + last.month + 1 + around)


def _years(witness: Witness) -> range:
    """Years that an interval touches; none where it is open or very long."""
    if witness.width > _AGES:
        return range(0)
    return range(date.fromordinal(witness.first).year, date.fromordinal(witness.last).year + 1)


def _names(witness: Witness) -> list[str]:
    return sorted(
        {
            *(f"person {p}" for p in witness.persons),
            *(f"place {p}" for p in witness.places),
            *(f"figure {f}" for f in witness.figures),
            *(f"theme {t}" for t in witness.themes),
            *(f"name {n}" for n in witness.names),
            *(f"run {r}" for r in witness.runs),
            f"parties {' '.join(sorted(witness.actors))} > {' '.join(sorted(witness.recipients))}",
        }
    )
