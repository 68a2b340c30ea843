"""Vague reports that can mean one happening only, as far as the pile knows.

"In 2002 the court gave the islands to A", "the war in B" and "the embassy was stormed that winter" say too little to be weighed,
but where the pile knows one happening of that kind between those parties in that time, and no second, a reader takes them for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from ..knowledge.load import ROOT, read_table
from .merge_shelf import Group
from .weigh import kin_of, may_be_one
from .weigh_what import near, weigh_words
from .weigh_witness import OPEN, Witness

_VAGUE = 7  # days; what is dated to a week or less must be weighed
_LONG = 1500  # days; what is told of more years may be a state of affairs and not one happening
_AGO = 4400  # days before its printing within which something named in passing is looked for
_MOSTLY = 0.5  # share of the more precise time that the vague one must hold
_WORDS = 0.8  # evidence of words that lets a vague report of mere words mean the only one in its time
_Shelves = dict[tuple[str, str], dict[int, Group]]
_ONLY = "the only one of its kind that is told of these days"


def join_lone(groups: Iterable[Group]) -> list[Group]:
    """The groups, those of vague reports joined to the only one that they can mean: the least vague first."""
    kept = {group.number: group for group in groups}
    by_kind: _Shelves = defaultdict(dict)
    for group in kept.values():
        for member in group.members:
            by_kind[_kind(member.type, member)][group.number] = group
    for group in sorted((g for g in kept.values() if _lone(g)), key=lambda g: (g.members[0].width, g.number)):
        found = _meant(group, by_kind)
        if found is None:
            continue
        found.members.extend(group.members)
        found.reasons.extend((*group.reasons, _ONLY))
        del kept[group.number]
        for member in group.members:
            shelf = by_kind[_kind(member.type, member)]
            shelf.pop(group.number, None)
            shelf[found.number] = found
    return list(kept.values())


def _kind(type: str, witness: Witness) -> tuple[str, str]:
    """Under which a group is found: its type, and who it is done to (the parties, where nobody is)."""
    sides = witness.recipients or witness.parties
    return type, " ".join(sorted(sides))


def _lone(group: Group) -> bool:
    """Whether none of its reports says when, to the week."""
    return all(m.passing or _VAGUE < m.width <= _LONG or _since(m) for m in group.members)


def _since(witness: Witness) -> bool:
    """Whether it is told of some time after a day that is known."""
    return not witness.soft and witness.when is not None and witness.when.end is None


def _meant(group: Group, by_kind: _Shelves) -> Group | None:
    """The only group that the reports of a vague one can mean; None where there is none or more than one."""
    vague = group.members[0]
    others: dict[int, Group] = {}
    for type in kin_of(vague.type):
        others.update(by_kind.get(_kind(type, vague), {}))
    others.pop(group.number, None)
    could = [other for other in others.values() if any(_holds(vague, m) for m in other.members)]
    could = [other for other in could if any(m.type == vague.type for m in other.members)] or could
    if len(could) != 1 or not all(_fit(v, m) for v in group.members for m in could[0].members):
        return None
    found = could[0]
    if all(m.type != vague.type for m in found.members) and not _of_one_thing(group, found):
        return None
    rest = (other for number, other in others.items() if number != found.number)
    rare = all(any(_holds(v, m) for v in other.members for m in found.members) for other in rest)
    if rare or vague.type == "CONSULT" or not _deeds().isdisjoint(m.type for m in (vague, *found.members)):
        return found
    said = max(weigh_words(v, m, False)[0] for v in group.members for m in found.members)
    return found if said >= _WORDS else None


def _of_one_thing(group: Group, other: Group) -> bool:
    """Whether reports of two types name one thing."""
    ours, theirs = (frozenset().union(*(m.themes for m in g.members)) for g in (group, other))
    return bool(ours & theirs) or near(ours, theirs)


def _holds(vague: Witness, other: Witness) -> bool:
    """Whether a more precise date lies mostly in a vague one; for what is named in passing, some time before its printing."""
    if vague.when is None:
        return True
    if vague.passing:
        return other.first <= vague.last and vague.last - other.first <= _AGO
    meet = min(vague.last, other.last) - max(vague.first, other.first) + 1
    return other.width < vague.width and meet >= _MOSTLY * other.width


def _fit(vague: Witness, other: Witness) -> bool:
    """Whether nothing speaks against two reports being of one happening: not their parties, persons, words or standing."""
    if other.width >= OPEN and not other.passing:
        return False
    told_twice = vague.articles & other.articles and not vague.passing
    if told_twice or not may_be_one(vague, other):
        return False
    return weigh_words(vague, other, False)[1] > -1.0


@cache
def _deeds() -> frozenset[str]:
    """Types of material events, of which a relationship sees fewer than of words."""
    return frozenset(row["type"] for row in read_table(ROOT / "codes" / "quads.tsv") if row["quad"].startswith("m"))
