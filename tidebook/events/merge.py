"""Reports of one happening, from many articles, become one event.

Reports are taken from the most precise date to the vaguest. Each joins the group whose every member it fits (so that
half-matches cannot chain into one lump), or begins a group of its own; a vague report that fits several groups about
equally well joins none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from ..knowledge.load import ROOT, read_table
from ..records.articles import Article
from ..records.chronicles import Dyad
from ..records.events import Event, Report, Standing
from ..records.times import Interval
from .merge_event import event_of
from .merge_lone import join_lone
from .merge_shelf import Group, Shelf
from .merge_witness import witnesses_of
from .weigh import weigh
from .weigh_witness import Witness

_SHORT = 1.5  # evidence that a member may fall short by, if the group as a whole fits
_COMPARED = 6  # members of a group that a newcomer is compared with
_WEEK, _MONTH = 7, 31  # days
_VAGUE = 1500  # days; vaguer reports are not told apart by there being one candidate
_ALONE = 0.8  # evidence that there is only one candidate
_MARGIN = 0.7  # evidence by which the best group must beat the second for a vague report
_Fits = tuple[float, int, Group, Witness]  # how well a group fits, its rank, the group, the best match in it


def merge(reports: Sequence[Report], articles: Sequence[Article], dyad: Dyad) -> tuple[Event, ...]:
    """The events in which at least one side of the dyad takes part, sorted by time and id.

    Args:
        reports: of the whole pile, in any order.
        articles: every article that the reports are from, with its origin where that is known.
        dyad: the two; a predecessor counts as its side until its last day.
    """
    by_article = {article.id: article for article in articles}
    ours = [r for r in reports if any(_side(dyad, code, r.when) for code in (*r.actors, *r.recipients))]
    by_report = {report.id: report for report in ours}
    groups = join_lone(_grouped(witnesses_of(ours, by_article, dyad)))
    events = []
    for group in groups:
        told = [by_report[name] for witness in group.members for name in witness.reports]
        events.append(event_of(told, by_article, dyad, tuple(dict.fromkeys(group.reasons))))
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[str, str, str]:
    if event.when is None:
        return ("9999", "", event.id)
    start = event.when.start or event.when.last
    assert start is not None
    return (start.isoformat(), event.when.edtf, event.id)


def _side(dyad: Dyad, code: str, when: Interval | None) -> bool:
    return dyad.left.holds(code, when) or dyad.right.holds(code, when)


def _grouped(witnesses: Iterable[Witness]) -> list[Group]:
    shelf = Shelf()
    groups: list[Group] = []
    for witness in witnesses:
        found = _home(witness, shelf.near(witness))
        if found is None:
            group = Group(number=len(groups), members=[witness], when=witness.when)
            groups.append(group)
        else:
            group, reasons = found
            group.members.append(witness)
            group.reasons.extend(reasons)
        shelf.put(group, witness)
    return groups


def _home(witness: Witness, near: Iterable[Group]) -> tuple[Group, tuple[str, ...]] | None:
    """The group that a witness belongs to, with the reasons; None where none fits or several do."""
    fits: list[_Fits] = []
    groups = list(near)
    alone = _ALONE if _only_one(witness, groups) else 0.0
    for group in groups:
        fit = _fit(witness, group, alone)
        if fit is not None:
            fits.append((fit[0], -group.number, group, fit[1]))
    if not fits:
        return None
    fits.sort(key=lambda f: (-f[0], -f[1]))
    best = fits[0]
    if witness.width > _MONTH and _undecided(witness, fits):
        return None
    if witness.width > _WEEK and not witness.soft and any(_apart(best[2], f[2]) for f in fits[1:] if _close(best, f)):
        return None
    reasons = weigh(best[3], witness, explain=True).reasons
    return best[2], (*reasons, "the only one of its kind that is told of these days") if alone else reasons


def _undecided(witness: Witness, fits: Sequence[_Fits]) -> bool:
    """Whether a second group fits about as well as the best."""
    return len(fits) > 1 and _close(fits[0], fits[1]) and not _of_that_day(witness, fits[0][2])


def _close(best: _Fits, other: _Fits) -> bool:
    return best[0] - other[0] < _MARGIN


def _apart(group: Group, other: Group) -> bool:
    """Whether two groups cannot be of one happening."""
    return weigh(group.members[0], other.members[0]).veto is not None


def _of_that_day(witness: Witness, group: Group) -> bool:
    """Whether nothing but its publication dates a report, and that is the very day of a group."""
    return witness.soft and any(m.width <= 1 and m.first == witness.first for m in group.members)


def _only_one(witness: Witness, groups: Iterable[Group]) -> bool:
    """Whether a vague report of a deed can mean one group only, as far as the pile knows."""
    if witness.type not in _deeds() or not 31 < witness.width <= _VAGUE or witness.when is None:
        return False
    could = [
        group
        for group in groups
        if group.members[0].type == witness.type
        and (group.members[0].actors, group.members[0].recipients) == (witness.actors, witness.recipients)
        and any(m.when is not None and m.first <= witness.last and witness.first <= m.last for m in group.members)
    ]
    return len(could) == 1


@cache
def _deeds() -> frozenset[str]:
    """Types of material events, of which a relationship sees fewer than of words."""
    return frozenset(row["type"] for row in read_table(ROOT / "codes" / "quads.tsv") if row["quad"].startswith("m"))


def _fit(witness: Witness, group: Group, alone: float) -> tuple[float, Witness] | None:
    """How well a witness fits all of a group, and its best match there; `alone` adds to the evidence."""
    members = group.members
    if len(members) > _COMPARED:  # the first are the most precise, the last the vaguest
        members = members[: _COMPARED // 2] + members[-(_COMPARED // 2) :]
    members = [m for m in members if m.standing is not Standing.PLANNED] or members  # plans were carried out
    total, best, nearest = 0.0, -100.0, members[0]
    for member in members:
        found = weigh(member, witness)
        beyond = found.score + alone - found.asked
        if found.veto is not None or beyond < -_SHORT:
            return None
        total += beyond
        if beyond > best:
            best, nearest = beyond, member
    if total < 0 or best < 0:
        return None
    return total / len(members), nearest
