"""What the reports of one event do not agree on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..records.articles import Article
from ..records.chronicles import Dyad
from ..records.events import Dispute, Report, Standing
from .merge_witness import figures_of

Sides = tuple[tuple[str, tuple[str, ...]], ...]
_SIGN = re.compile(r"[%$€£¥₹₩₽]")
_AGAINST = {Standing.DENIED, Standing.NEGATED}


def disputes_of(
    told: Sequence[Report], main: Sequence[Report], dates: Sides, articles: Mapping[str, Article], dyad: Dyad
) -> tuple[Dispute, ...]:
    """The disputes of an event, sorted by what they are about.

    Args:
        told: all its reports. main: those of its standing. dates: sides of a dispute about the time, as merging found them.
    """
    found = [Dispute(about="when", sides=dates)] if dates else []
    if _figures_differ(main, articles):
        said = {r.id: ", ".join(r.figures) for r in main if figures_of(r.figures)}
        found.append(Dispute(about="figure", sides=sides_of(said)))
    parties = {r.id: frozenset(dyad.fold(code, r.when) for code in (*r.actors, *r.recipients)) for r in main}
    if any(a - b and b - a for a in parties.values() for b in parties.values()):
        named = {r.id: " → ".join(", ".join(x) for x in (r.actors, r.recipients) if x) for r in main}
        found.append(Dispute(about="parties", sides=sides_of(named)))
    kinds = {r.standing for r in told}
    if len(kinds) > 1 and (kinds & _AGAINST or kinds == {Standing.ASSERTED, Standing.ALLEGED}):
        found.append(Dispute(about="standing", sides=sides_of({r.id: r.standing.value for r in told})))
    return tuple(sorted(found, key=lambda d: d.about))


def sides_of(said: Mapping[str, str]) -> Sides:
    """What is said, each with the ids of the reports that say so."""
    sides: dict[str, list[str]] = defaultdict(list)
    for report, what in said.items():
        sides[what].append(report)
    return tuple((what, tuple(sorted(reports))) for what, reports in sorted(sides.items()))


def _figures_differ(reports: Sequence[Report], articles: Mapping[str, Article]) -> bool:
    """Whether two reports give other numbers of one unit.

    Units are compared as they are written, signs (90%, $11) across languages too; between two languages, the only figure
    that each gives is held to be of the same thing.
    """
    given = [(articles[r.article].language, _by_unit(r)) for r in reports if figures_of(r.figures)]
    for i, (tongue, ours) in enumerate(given):
        for other, theirs in given[i + 1 :]:
            units = [(unit, unit) for unit in ours if unit in theirs]
            if not units and tongue != other and len(ours) == len(theirs) == 1:
                units = [(next(iter(ours)), next(iter(theirs)))]
                if any(_SIGN.search(unit) for pair in units for unit in pair):
                    units = []
            if any(not ours[a] & theirs[b] for a, b in units):
                return True
    return False


def _by_unit(report: Report) -> dict[str, frozenset[str]]:
    """The numbers of a report by their unit: a sign, or the words written with them."""
    found: dict[str, set[str]] = defaultdict(set)
    for figure in report.figures:
        sign = _SIGN.search(figure)
        unit = sign.group() if sign else " ".join(re.sub(r"[\d.,]+", " ", figure).casefold().split())
        found[unit] |= figures_of([figure])
    return {unit: frozenset(numbers) for unit, numbers in found.items() if numbers}
