"""When a clause says that it happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..records.readings import StoryTime
from .clause import Clause
from .item import MARK, STOP, TIME, Item
from .measured import counted, measure_of
from .told import Told
from .whose_date import Dated, begun_before, bounds, interval_of, of_another

_MAIN = ("main", "resume", "comma")
_SHARES = frozenset({"purpose", "complement", "serial"})


def date(told: Told, items: Sequence[Item], clauses: Sequence[Clause], story: StoryTime | None) -> list[Dated]:
    """The dates of an event: several where the clause lists several ("pada tahun 2001 dan 2002")."""
    found = _dates(told, items, clauses, story)
    if told.operator == "continue":
        return [begun_before(dated, items) for dated in found]
    return found


def _dates(told: Told, items: Sequence[Item], clauses: Sequence[Clause], story: StoryTime | None) -> list[Dated]:
    clause = told.clause
    if told.voice in ("noun", "deed") and told.operator == "" and clause.verbs:
        return [_in_passing(told, items, clauses, story)]
    far = _far(told, items, clauses, story)
    if far is not None:
        return [far]
    opened = _opened_by_time(clause, items)
    if opened is not None and _in(clause, items, told.trigger) is None:
        return [opened]
    fronted = _fronted(items, clauses)
    for near in _near(clause, clauses):
        found = _in(near, items, told.trigger)
        if found is not None and not (fronted is not None and bounds(items[found])):
            listed = [Dated(interval_of(items[n]), "clause", n) for n in _listed(items, found)]
            return listed if near is clause else [Dated(d.when, "sentence", d.at) for d in listed]
    above = clause.parent
    if clause.marker == "clause" and above is not None and above.verbs:  # "in August the two met, where they agreed"
        found = _in(above, items, above.verbs[-1])
        if found is not None and not bounds(items[found]):
            return [Dated(interval_of(items[found]), "sentence", found)]
    beside = _beside(clause, items, clauses)
    told_in = fronted.when if fronted is not None else (story.interval if story is not None else None)
    if beside is not None and (told_in is None or beside.when is None or told_in.meets(beside.when)):
        return [beside]
    if fronted is not None and bounds(items[fronted.at]):
        before = _just_before(clause, items, clauses)
        if before is not None:
            return [before]
    if fronted is not None and not _heads(items[fronted.at], fronted, story):
        return [fronted]
    if story is not None and story.interval is not None:
        return [Dated(story.interval, story.by)]
    return [Dated(None, "none")]


def _just_before(clause: Clause, items: Sequence[Item], clauses: Sequence[Clause]) -> Dated | None:
    """The date of the clause that this one goes on from ("since then ..., but A built it in the 1980s, and B protested")."""
    for other in clauses:
        if other.end == clause.start and clause.marker in ("coordination", "comma") and other.end > other.start:
            found = _in(other, items, other.start)
            if found is not None and not bounds(items[found]):
                return Dated(interval_of(items[found]), "sentence", found)
    return None


def _far(told: Told, items: Sequence[Item], clauses: Sequence[Clause], story: StoryTime | None) -> Dated | None:
    """The date of what the main act is counted from ("on Monday, a day after Riyadh did so")."""
    measure = measure_of(told.clause, items)
    if measure is None or _in(told.clause, items, told.trigger) is not None:
        return None
    at, direction = measure
    main = story.interval if story is not None and story.by != "published" else None
    for clause in clauses:
        found = _in(clause, items, clause.start) if clause.marker in _MAIN else None
        if found is not None and found != at:
            main = interval_of(items[found])
            break
    when = counted(items[at], direction, main) if main is not None else None
    return Dated(when, "sentence", at) if when is not None else None


def _opened_by_time(clause: Clause, items: Sequence[Item]) -> Dated | None:
    """The date right before the "when" that opens a clause ("until 1965, when the two signed a treaty")."""
    if clause.opener < 1 or "when" not in items[clause.opener].classes:
        return None
    n = clause.opener - 1
    n -= items[n].kind == STOP and items[n].lower == "," and n > 0
    when = interval_of(items[n])
    if when is None or _measures(items, n):
        return None
    if bounds(items[n]) and when.start is None and when.end is not None:
        return None
    return Dated(when, "clause", n)


def _in_passing(told: Told, items: Sequence[Item], clauses: Sequence[Clause], story: StoryTime | None) -> Dated:
    """The date of what a noun tells beside the verb: of the words right behind it, or of the dated entry it stands in."""
    n = told.trigger + 1
    while n < told.clause.end and not items[n].verb:
        when = interval_of(items[n]) if items[n].kind == TIME and not bounds(items[n]) else None
        if when is not None:
            return Dated(when, "clause", n)
        n += 1
    for n in range(told.trigger - 1, told.clause.start, -1):
        if items[n].verb:
            break
        if items[n].kind == TIME and interval_of(items[n]) is not None and told.clause.verbs[-1] < n:
            return Dated(interval_of(items[n]), "clause", n)  # "memerangi X pada 1950-1953 dengan bantuan Y"
    subject = told.clause.verbs[0] > told.trigger  # "Kunjungan Putin ke Pyongyang berlangsung kemarin"
    found = _in(told.clause, items, told.trigger) if subject else None
    if found is not None:
        return Dated(interval_of(items[found]), "clause", found)
    fronted = _fronted(items, clauses)
    if fronted is not None:
        return fronted
    if story is None or story.interval is None or story.by == "sentence":
        return Dated(None, "none")
    if story.by == "published":  # at some time before it was printed
        before = replace(story.interval, start=None) if story.interval.end is not None else None
        return Dated(before, story.by if before is not None else "none")
    return Dated(story.interval, story.by)


def _fronted(items: Sequence[Item], clauses: Sequence[Clause]) -> Dated | None:
    """The time that opens the sentence, before its first verb."""
    opening = clauses[0] if clauses[0].end > clauses[0].start or len(clauses) == 1 else clauses[1]
    if opening.marker != "main":
        return None
    for n in range(opening.start, opening.end):
        if items[n].verb:
            return None
        if (
            items[n].kind == TIME
            and interval_of(items[n]) is not None
            and not of_another(items, opening, n, opening.end)
        ):
            return Dated(interval_of(items[n]), "sentence", n)
    return None


def _beside(clause: Clause, items: Sequence[Item], clauses: Sequence[Clause]) -> Dated | None:
    """The date of a clause that says when the main one happened: the same ("ketika"), or soon after ("setelah")."""
    for other in clauses:
        if other.opener < 0 or other is clause or clause.marker not in ("main", "resume", "comma"):
            continue
        classes = items[other.opener].classes
        found = _in(other, items, other.start) if classes & {"after", "when"} else None
        if found is not None:
            when = interval_of(items[found])
            if when is not None and "when" not in classes:
                when = when.hedged(approximate=True)
            return Dated(when, "sentence", found)
    return None


def _near(clause: Clause, clauses: Sequence[Clause]) -> list[Clause]:
    """The clause itself, then what shares its time: its matrix, what it governs, what goes on after a break."""
    near = [clause]
    for other in clauses:
        if (other.marker in _SHARES and other.parent is clause) or (
            other.marker == "resume" and other.sibling is clause
        ):
            near.append(other)
    above = clause
    while above.marker in _SHARES and above.parent is not None:
        above = above.parent
        near.append(above)
    return near


def _in(clause: Clause, items: Sequence[Item], trigger: int) -> int | None:
    times = [
        n
        for n in range(clause.start, clause.end)
        if items[n].kind == TIME
        and interval_of(items[n]) is not None
        and not (n > clause.start and "until" in items[n - 1].classes)
        and not _measures(items, n)
        and not of_another(items, clause, n, trigger)
    ]
    if not times:
        return None
    times = [n for n in times if not bounds(items[n])] or times
    behind = [n for n in times if n > trigger]
    before = [n for n in times if n < trigger]
    if behind and before and any("coordination" in items[n].classes for n in range(trigger, behind[0])):
        return before[-1]  # what follows "and" is told of something else
    return behind[0] if behind else before[-1]


def _measures(items: Sequence[Item], at: int) -> bool:
    """Whether a length of time only says how far another act lies ("seven years after Riyadh broke off ties")."""
    time = items[at].time
    if time is None or time.anchor is None or at + 3 >= len(items) or " " not in items[at].lower:
        return False  # a single word is a day and no length ("on Monday after Greece did so")
    follows = items[at + 1]
    told = all(item.kind != STOP for item in items[at + 2 : at + 4])  # more than "after that"
    return follows.kind == MARK and "retrospect" in follows.classes and told


def _listed(items: Sequence[Item], at: int) -> list[int]:
    """The time found and those coordinated with it."""
    found, linked = [at], False
    for step in (1, -1):
        n = at
        while True:
            m = n + step
            joint = spoken = False
            while 0 <= m < len(items) and (
                (items[m].kind == STOP and items[m].lower == ",") or "coordination" in items[m].classes
            ):
                joint = True
                spoken = spoken or "coordination" in items[m].classes
                m += step
            while (
                0 <= m < len(items)
                and joint
                and items[m].kind == MARK
                and any(c.startswith("p:") for c in items[m].classes)
            ):
                m += step
            if not joint or not 0 <= m < len(items) or items[m].kind != TIME or interval_of(items[m]) is None:
                break
            first, second = interval_of(items[n]), interval_of(items[m])
            assert first is not None
            assert second is not None
            if first.meets(second) or first.grain is not second.grain:
                break
            found.append(m)
            linked = linked or spoken
            n = m
    return sorted(found) if linked else [at]  # a comma alone makes no list


def _heads(item: Item, fronted: Dated, story: StoryTime | None) -> bool:
    """Whether a time only heads an entry whose sentence goes on to be more precise ("1950s — A rose in 1957 and B helped it")."""
    if item.time is None or "leads-paragraph" not in item.time.flags or story is None or story.interval is None:
        return False
    return fronted.when is not None and story.by == "sentence" and story.interval.within(fronted.when)
