"""Vague reports that can mean one happening only, as far as the pile knows.

"In 2002 the court gave the islands to A", "the war in B" and "the embassy was stormed that winter" say too little to be weighed,
but where the pile knows one happening of that kind between those parties in that time, and no second, a reader takes them for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache

from ..knowledge.load import ROOT, read_table
from .merge_shelf import Group
from .weigh import kin_of, may_be_one
from .weigh_what import near, weigh_parties, weigh_words
from .weigh_when import summed_up
from .weigh_witness import OPEN, Witness

_VAGUE = 7  # days; what is dated to a week or less must be weighed
_LONG = 1500  # days; what is told of more years may be a state of affairs and not one happening
_AGO = 4400  # days before its printing within which something named in passing is looked for
_MOSTLY = 0.5  # share of the more precise time that the vague one must hold
_WORDS = 0.8  # evidence of words that lets a vague report of mere words mean the only one in its time
_SLACK, _DAYS = 92, 3  # days by which an approximate time, or an approximate day, may miss
_MANY = 200  # groups of one kind in the years of a vague report
_YEAR = 366  # days
_EVER = 0  # the year of them all
_Shelves = dict[tuple[str, str, int], dict[int, Group]]
_ONLY = "the only one of its kind that is told of these days"


def join_lone(groups: Iterable[Group]) -> list[Group]:
    """The groups, those of vague reports joined to the only one that they can mean: the least vague first."""
    kept = {group.number: group for group in groups}
    shelves: _Shelves = defaultdict(dict)
    for group in kept.values():
        _put(group, group.members, shelves)
    for group in sorted((g for g in kept.values() if _lone(g)), key=lambda g: (g.members[0].width, g.number)):
        found = _meant(group, shelves)
        if found is None:
            continue
        for member in group.members:
            for key in _keys(member):
                shelves[key].pop(group.number, None)
        _put(found, group.members, shelves)
        found.members.extend(group.members)
        found.reasons.extend((*group.reasons, _ONLY))
        del kept[group.number]
    return list(kept.values())


def _put(group: Group, members: Iterable[Witness], shelves: _Shelves) -> None:
    for member in members:
        for key in _keys(member):
            shelves[key][group.number] = group


def _keys(witness: Witness) -> list[tuple[str, str, int]]:
    """Under what a report is found: its type, who it is done to (the parties, where nobody is), and its years."""
    return [(witness.type, _sides(witness), year) for year in {_EVER, *_years(witness)}]


def _sides(witness: Witness) -> str:
    return " ".join(sorted(witness.recipients or witness.parties))


def _years(witness: Witness) -> Iterable[int]:
    """The years that it may be of, as many as are looked through; all as one where nothing dates it."""
    if witness.when is None:
        return (_EVER,)
    first, last = witness.first - _SLACK, witness.last + _SLACK
    if last - first > _AGO:
        first, last = (first, first + _AGO) if witness.when.start is not None else (last - _AGO, last)
    return range(date.fromordinal(max(1, first)).year, date.fromordinal(min(last, date.max.toordinal())).year + 1)


def _lone(group: Group) -> bool:
    """Whether none of its reports says when, to the day or week."""
    return all(m.passing or _VAGUE < m.width <= _LONG or _since(m) or _hedged(m) for m in group.members)


def _since(witness: Witness) -> bool:
    """Whether it is told of some time after a day that is known."""
    return not witness.soft and witness.when is not None and witness.when.end is None


def _hedged(witness: Witness) -> bool:
    return not witness.soft and witness.when is not None and witness.when.approximate


def _meant(group: Group, shelves: _Shelves) -> Group | None:
    """The only group that the reports of a vague one can mean; None where there is none or more than one."""
    vague = group.members[0]
    others = _near(group, vague, shelves)
    could = [other for other in others if any(_holds(vague, m) for m in other.members)]
    could = [other for other in could if any(m.type == vague.type for m in other.members)] or could
    could = [other for other in could if any(m.persons & vague.persons for m in other.members)] or could
    could = [other for other in could if vague.mode and any(m.mode == vague.mode for m in other.members)] or could
    if len(could) != 1 or not all(_fit(v, m) for v in group.members for m in could[0].members):
        return None
    found = could[0]
    other_kind = all(m.type != vague.type for m in found.members)
    if (other_kind or (_since(vague) and not _soon_after(vague, found))) and not _of_one_thing(group, found):
        return None
    if _by_whom(group, found) or not _deeds().isdisjoint(m.type for m in (vague, *found.members)):
        return found
    if all(m.parties == vague.parties and m.equals == vague.equals for m in found.members) and vague.equals:
        return found  # meetings and agreements of the two are fewer than what they say to one another
    alike = shelves[vague.type, _sides(vague), _EVER]
    rest = [m for other in alike.values() if other is not found and other is not group for m in other.members]
    if len(alike) <= _MANY and all(
        weigh_parties(vague, v) is None or any(_holds(v, m) for m in found.members) for v in rest
    ):
        return found
    said = max(weigh_words(v, m, False)[0] for v in group.members for m in found.members)
    return found if said >= _WORDS else None


def _near(group: Group, vague: Witness, shelves: _Shelves) -> list[Group]:
    """Groups of its kind and years whose parties and persons do not rule it out."""
    found: dict[int, Group] = {}
    for type in kin_of(vague.type):
        for year in _years(vague):
            found.update(shelves.get((type, _sides(vague), year), {}))
            if len(found) > _MANY:
                return []  # of so many none is the only one
    found.pop(group.number, None)
    return [found[n] for n in sorted(found) if any(may_be_one(vague, m) for m in found[n].members)]


def _soon_after(since: Witness, found: Group) -> bool:
    """Whether it is a deed of the year after the day since when the other is told."""
    return since.type in _deeds() and any(m.first - since.first < _YEAR for m in found.members)


def _of_one_thing(group: Group, other: Group) -> bool:
    """Whether reports that may be of two things name one: by their themes, or by what was done and who did it."""
    ours, theirs = (frozenset().union(*(m.themes for m in g.members)) for g in (group, other))
    return _by_whom(group, other) or bool(ours & theirs) or near(ours, theirs)


def _by_whom(group: Group, other: Group) -> bool:
    """Whether the same was done by the same people."""
    return any(v.mode and v.mode == m.mode and v.persons & m.persons for v in group.members for m in other.members)


def _holds(vague: Witness, other: Witness) -> bool:
    """Whether a more precise date lies mostly in a vague one; for what is named in passing, some time before its printing."""
    if vague.when is None:
        return True
    if vague.passing:
        return other.first <= vague.last and vague.last - other.first <= _AGO
    slack = max(_DAYS, min(_SLACK, vague.width)) if _hedged(vague) else 0
    meet = min(vague.last + slack, other.last) - max(vague.first - slack, other.first) + 1
    return other.width < vague.width + 2 * slack and meet >= _MOSTLY * other.width


def _fit(vague: Witness, other: Witness) -> bool:
    """Whether nothing speaks against two reports being of one happening: not their parties, persons, words or standing."""
    if other.width >= OPEN and not other.passing:
        return False
    told_twice = vague.articles & other.articles and not (vague.passing or summed_up(vague, other))
    if told_twice or not may_be_one(vague, other):
        return False
    return weigh_words(vague, other, False)[1] > -1.0


@cache
def _deeds() -> frozenset[str]:
    """Types of material events, of which a relationship sees fewer than of words."""
    return frozenset(row["type"] for row in read_table(ROOT / "codes" / "quads.tsv") if row["quad"].startswith("m"))
