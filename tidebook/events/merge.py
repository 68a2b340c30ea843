"""Reports of one happening, from many articles, become one event.

Reports are taken from the most precise date to the vaguest. Each joins the group whose every member it fits (so that
half-matches cannot chain into one lump), or begins a group of its own; a vague report that fits several groups about
equally well joins none of them. Groups are looked up by type and month, those of vague reports by who and what they name,
so that the work grows with the number of reports and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from ..knowledge.load import ROOT, read_table
from ..records.articles import Article
from ..records.chronicles import Dyad
from ..records.events import Event, Report, Standing
from ..records.times import Interval
from .merge_event import event_of
from .merge_witness import witnesses_of
from .weigh import Weighing, Witness, kin_of, weigh

_COMPARED = 6  # members of a group that a newcomer is compared with
_MONTHS = 14  # intervals of up to this many months are looked up by month
_LOOKED_AT = 150  # groups that one vague report is compared with
_VAGUE = 1500  # days; vaguer reports are not told apart by there being one candidate
_ALONE = 0.8  # evidence that there is only one candidate
_MARGIN = 0.7  # evidence by which the best group must beat the second for a vague report


@dataclass(slots=True)
class Group:
    """Witnesses held to tell one happening, with the reasons."""

    number: int
    members: list[Witness]
    when: Interval | None
    reasons: list[str] = field(default_factory=list)


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
    groups = _grouped(witnesses_of(ours, by_article, dyad))
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
    shelf = _Shelf()
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
    fits: list[tuple[float, int, Group, Weighing]] = []
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
    if witness.width > 31 and len(fits) > 1 and best[0] - fits[1][0] < _MARGIN:
        return None
    reasons = best[3].reasons
    return best[2], (*reasons, "the only one of its kind that is told of these days") if alone else reasons


def _only_one(witness: Witness, groups: Iterable[Group]) -> bool:
    """Whether a vague report of a deed can mean one group only, as far as the pile knows."""
    if witness.type not in _deeds() or not 31 < witness.width <= _VAGUE or witness.when is None:
        return False
    could = [
        group
        for group in groups
        if group.members[0].type == witness.type
        and (group.members[0].actors, group.members[0].recipients) == (witness.actors, witness.recipients)
        and any(member.when is not None and member.when.meets(witness.when) for member in group.members)
    ]
    return len(could) == 1


@cache
def _deeds() -> frozenset[str]:
    """Types of material events, of which a relationship sees fewer than of words."""
    return frozenset(row["type"] for row in read_table(ROOT / "codes" / "quads.tsv") if row["quad"].startswith("m"))


def _fit(witness: Witness, group: Group, alone: float) -> tuple[float, Weighing] | None:
    """How well a witness fits all of a group, and its best match there; `alone` adds to the evidence."""
    members = group.members
    if len(members) > _COMPARED:  # the first are the most precise, the last the vaguest
        members = members[: _COMPARED // 2] + members[-(_COMPARED // 2) :]
    total, best = 0.0, Weighing(score=-100.0)
    for member in members:
        found = weigh(member, witness)
        if found.veto is not None or found.score + alone < found.asked - 1.5:
            return None
        total += found.score + alone - found.asked
        if found.score - found.asked > best.score - best.asked:
            best = found
    if total < 0 or best.score + alone < best.asked:
        return None
    return total / len(members), best


class _Shelf:
    """Groups by what a newcomer can be looked up by."""

    def __init__(self) -> None:
        self._months: dict[tuple[str, int], dict[int, Group]] = defaultdict(dict)
        self._tokens: dict[tuple[str, str], dict[int, Group]] = defaultdict(dict)
        self._articles: dict[tuple[str, str], dict[int, Group]] = defaultdict(dict)

    def put(self, group: Group, witness: Witness) -> None:
        for month in _months(witness.when):
            self._months[witness.type, month][group.number] = group
        for token in _tokens(witness):
            if len(self._tokens[witness.type, token]) <= _LOOKED_AT:  # the most precise come first
                self._tokens[witness.type, token][group.number] = group
        for article in {x[0] for x in witness.at}:
            self._articles[witness.type, article][group.number] = group

    def near(self, witness: Witness) -> list[Group]:
        """Groups worth comparing, in the order in which they began."""
        found: dict[int, Group] = {}
        kin, months = kin_of(witness.type), _months(witness.when, slack=1)
        for type in kin:
            for month in months:
                found.update(self._months.get((type, month), {}))
        if not months or witness.soft:
            found.update(self._by_token(witness))
        if witness.standing is Standing.DENIED:
            for type in kin:
                for article in {x[0] for x in witness.at}:
                    found.update(self._articles.get((type, article), {}))
        return [found[number] for number in sorted(found)]

    def _by_token(self, witness: Witness) -> dict[int, Group]:
        """Groups that name the same persons, places or figures, the rarest names first."""
        shelves = [
            self._tokens[type, token]
            for type in kin_of(witness.type)
            for token in _tokens(witness)
            if (type, token) in self._tokens
        ]
        found: dict[int, Group] = {}
        for shelf in sorted(shelves, key=len):
            for number, group in shelf.items():
                if len(found) >= _LOOKED_AT:
                    return found
                if witness.soft or witness.when is None or group.when is None or witness.when.meets(group.when):
                    found[number] = group
        return found


def _months(when: Interval | None, slack: int = 0) -> range:
    """Months (counted from year 0) that an interval touches; none where it is vague."""
    if when is None or when.start is None or when.end is None:
        return range(0)
    last = when.last
    assert last is not None
    first, final = when.start.year * 12 + when.start.month, last.year * 12 + last.month
    if final - first >= _MONTHS:
        return range(0)
    return range(first - slack, final + 1 + slack)


def _tokens(witness: Witness) -> list[str]:
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
