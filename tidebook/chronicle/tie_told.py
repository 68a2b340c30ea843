"""Ties as events tell them, taken in time order: opened, broken, taken up again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from ..knowledge import who
from ..records.chronicles import Dyad
from ..records.events import Event, Report
from ..records.times import Interval
from .tie_names import Names, same_name
from .tie_rules import Rule, operator_of, rules

_SAME_END = 2.0  # years within which a second break, with nothing taken up between, is the first one told again

Folded = tuple[frozenset[str], frozenset[str]]


@dataclass(slots=True)
class Told:
    """A tie, or one stretch of it, that is being told.

    Attributes:
        parties: as the event names them; folded: as the sides of the dyad, without sides where the tie has none.
        name: what it is called, or "". last: the last event that opened it. resumed: its opening takes up something older.
    """

    rule: Rule
    parties: tuple[str, ...]
    folded: Folded
    name: str
    since: Interval | None
    last: Interval | None
    opened_by: list[str]
    resumed: bool = False
    until: Interval | None = None
    closed_by: list[str] = field(default_factory=list)


def told_by(dyad: Dyad, events: Sequence[Event], reports: Mapping[str, Sequence[Report]], names: Names) -> list[Told]:
    """The ties that dated events tell.

    Args:
        events: asserted, in time order. reports: by event.
    """
    ties: list[Told] = []
    taken_up = {
        (rule.kind, event.when)
        for event in events
        for rule in rules()
        if any(c.holds(event, reports[event.id]) for c in rule.opens)
    }
    for event in events:
        for rule in rules():
            ends = any(c.holds(event, reports[event.id]) for c in rule.closes)
            if ends and rule.single and (rule.kind, event.when) in taken_up:
                continue  # what is taken up on a day was not broken on it: its report looks back
            if not ends and not any(c.holds(event, reports[event.id]) for c in rule.opens):
                continue
            for parties, folded in _parties(rule, dyad, event, reports[event.id]):
                new = Told(
                    rule,
                    parties,
                    folded,
                    names.of(event, reports[event.id]) if rule.named else "",
                    event.when,
                    event.when,
                    [event.id],
                )
                if ends:
                    _close(new, event, ties)
                else:
                    new.resumed = any(operator_of(report) in rule.resumes for report in reports[event.id])
                    _open(new, event, ties)
    return [t for t in ties if not t.rule.needs_close or (t.until is not None and t.since is not None)]


def _parties(rule: Rule, dyad: Dyad, event: Event, reports: Sequence[Report]) -> list[tuple[tuple[str, ...], Folded]]:
    """Between whom an event opens or closes a tie: one of the two at least, and no third of whom only
    words such as "both countries" are held to speak.
    """
    sides = {dyad.left.actor, dyad.right.actor}
    fills = [part.fills for report in reports for part in report.parts]
    pointed = (
        {code for codes in fills if len(codes) > 1 for code in codes} - {c[0] for c in fills if len(c) == 1} - sides
    )
    actors = [code for code in event.actors if _heir(dyad, code) in sides or code not in pointed]
    recipients = [code for code in event.recipients if _heir(dyad, code) in sides or code not in pointed]
    if rule.states:
        actors = [code for code in actors if code in who.states()]
        recipients = [code for code in recipients if code in who.states()]
    sets: list[tuple[tuple[str, ...], tuple[str, ...]]]
    if rule.single and recipients:
        sets = [((a,), (b,)) for a, b in product(actors, recipients)]
    elif rule.single:
        sets = [((a, b), ()) for a, b in combinations(actors, 2)]
    else:
        sets = [(tuple(actors), tuple(recipients))]
    found = []
    for acts, suffers in sets:
        a, b = frozenset(_heir(dyad, c) for c in acts), frozenset(_heir(dyad, c) for c in suffers)
        if not sides & (a | b):
            continue
        codes: tuple[str, ...] = (*acts, *suffers)
        if rule.equal:
            order = [dyad.left.actor, dyad.right.actor]
            codes = tuple(
                sorted(codes, key=lambda c: (order.index(h) if (h := _heir(dyad, c)) in order else len(order), c))
            )
        found.append((codes, (a | b, frozenset[str]()) if rule.equal else (a, b)))
    return found


def _open(new: Told, event: Event, ties: list[Told]) -> None:
    if len(new.folded[0] | new.folded[1]) < 2:
        return
    for tie in _standing(new.rule, new.folded, ties):
        again = new.rule.named and same_name(tie.name, new.name) and _years(tie.last, event.when) <= 1
        if again or (new.rule.joins and _years(tie.last, event.when) <= new.rule.joins):
            tie.opened_by.append(event.id)
            tie.last = event.when
            return
    ties.append(new)


def _close(new: Told, event: Event, ties: list[Told]) -> None:
    """Closes the ties of these parties that are open; where none is told, the end alone is known."""
    rule, folded = new.rule, new.folded
    most = rule.closes_within if rule.closes_within is not None else float("inf")
    matching = [
        tie for tie in _standing(rule, folded, ties) if _after(event, tie) and _years(tie.last, event.when) <= most
    ]
    if rule.named and matching:
        called = [tie for tie in matching if same_name(tie.name, new.name)]
        unnamed = [tie for tie in matching if not (tie.name and new.name)]
        matching = called or (unnamed if len(unnamed) == len(matching) == 1 else [])
        if not matching:
            return
    if not matching and rule.also_ends is not None:
        (other,) = (r for r in rules() if r.kind == rule.also_ends)
        implied = [tie for tie in _standing(other, folded, ties) if _after(event, tie)]
        if len(implied) == 1:
            matching = implied
            implied[0].rule = rule
    if not matching:
        if rule.needs_close or len(folded[0] | folded[1]) < 2:
            return
        ended = [t for t in ties if t.rule is rule and t.until is not None and _same(rule, t.folded, folded)]
        if ended and (
            ended[-1].until == event.when or (rule.single and _years(ended[-1].until, event.when) <= _SAME_END)
        ):
            ended[-1].closed_by.append(event.id)
            return
        new.since, new.last, new.opened_by = None, None, []
        matching = [new]
        ties += matching
    for tie in matching:
        tie.until = event.when
        tie.closed_by.append(event.id)


def _standing(rule: Rule, folded: Folded, ties: Sequence[Told]) -> list[Told]:
    """The ties of a kind and of these parties that are open."""
    return [t for t in ties if t.rule is rule and t.until is None and _same(rule, t.folded, folded)]


def _after(event: Event, tie: Told) -> bool:
    """Whether an event can come after the opening of a tie."""
    if tie.since is None or event.when is None or event.when.end is None or tie.since.start is None:
        return True
    return tie.since.start < event.when.end


def _years(before: Interval | None, after: Interval | None) -> float:
    """The least number of years between two times; 0 where one is not known."""
    if before is None or after is None or before.end is None or after.start is None:
        return 0.0
    return max(0, (after.start - before.end).days) / 365.25


def _heir(dyad: Dyad, code: str) -> str:
    """The side that a code belongs to at any time: what a dead state signed, its heir can end."""
    for side in (dyad.left, dyad.right):
        if code in side.codes:
            return side.actor
    return code


def _same(rule: Rule, a: Folded, b: Folded) -> bool:
    if rule.equal:
        return len(a[0] & b[0]) >= 2
    if a[0] & b[0]:
        return not a[1] or not b[1] or bool(a[1] & b[1])
    return False
