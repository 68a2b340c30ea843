"""What the parties, the persons and the words of two reports say about their being one happening."""

from __future__ import annotations

from functools import cache

from ..knowledge.load import ROOT, read_table
from ..knowledge.who import holdings
from .weigh_witness import Witness

_EQUAL = ("AGREE", "CONSULT", "COOPERATE")  # of these, one side alone may be named as the one who acts


def weigh_parties(a: Witness, b: Witness) -> tuple[float, str] | None:
    """The evidence of who takes part, with the reason; None where others do, or on other sides."""
    if a.equals or b.equals:
        both = a.parties & b.parties
        every = a.parties | b.parties
        if both == every:
            one_sided = a.equals != b.equals and a.type == b.type and a.type not in _EQUAL
            if one_sided and a.type == "ASSAULT":
                return None  # an exchange of fire is not the raid of one side
            return (0.3, "same parties") if one_sided else (1.0 + _many(both), "same parties")
        shared_persons = bool(a.persons & b.persons)
        enough = len(both) >= 2 or a.parties <= b.parties or b.parties <= a.parties
        if not enough or (len(both) < 0.5 * len(every) and not shared_persons):
            return None
        return 0.4, "parties in common: " + ", ".join(sorted(both))
    if a.recipients and b.recipients and a.actors and b.actors:
        if not (a.actors & b.actors and a.recipients & b.recipients):
            return None
        if a.actors == b.actors and a.recipients == b.recipients:
            return 1.0 + _many(a.parties), "same parties on the same sides"
        return 0.5, "parties in common on the same sides"
    if a.recipients & b.recipients and not (a.actors and b.actors):
        if a.recipients == b.recipients and not (a.actors or b.actors):
            return 0.8, "done to the same party, by nobody named"
        return 0.2, "done to the same party, one does not say by whom"
    if not a.actors & b.actors:
        return None
    if a.recipients == b.recipients:
        return 0.8, "same actor"
    return 0.2, "same actor, one does not say towards whom"


def _many(parties: frozenset[str]) -> float:
    """More than two in common are a rarer coincidence."""
    return min(1.2, 0.5 * max(0, len(parties) - 2))


def weigh_persons(a: Witness, b: Witness) -> tuple[float, str] | None:
    """The evidence of the persons named, with the reason; None where they rule it out."""
    if not (a.persons and b.persons):
        return 0.0, ""
    both = a.persons & b.persons
    if both:
        extra = bool(a.persons - both) and bool(b.persons - both)
        if extra and a.type == b.type == "CONSULT" and (len(both) < 2 or max(a.width, b.width) > 1):
            return None  # Lavrov met Kim, Putin met Kim: two meetings
        return min(2.4, 1.2 * len(both)), "persons in common: " + ", ".join(sorted(both))
    if a.type == b.type == "CONSULT":
        if _of_two_sides(a, b):
            return 0.0, ""  # one names the guest, the other the host
        if max(a.width, b.width) <= 1 and a.places & b.places:
            return -1.0, ""
        return None
    return -1.0, ""


def _of_two_sides(a: Witness, b: Witness) -> bool:
    """Whether all persons are known, and those of one report serve others than those of the other."""
    ours, theirs = ([_serves(p) for p in sorted(w.persons)] for w in (a, b))
    known = all(ours) and all(theirs)
    return known and frozenset().union(*ours).isdisjoint(frozenset().union(*theirs))


def _serves(person: str) -> frozenset[str]:
    return frozenset(held.code for held in holdings(person))


def weigh_words(a: Witness, b: Witness, explain: bool) -> tuple[float, float, list[str]]:
    """Evidence for, evidence against (negative) and the reasons, from what both name and how both say it."""
    total, against = 0.0, 0.0
    said: list[str] = []
    for name, ours, theirs, each, most in (
        ("themes", a.themes, b.themes, 0.8, 1.6),
        ("figures", a.figures, b.figures, 1.0, 2.0),
        ("rare names", a.names, b.names, 0.8, 1.6),
        ("rare words", a.words, b.words, 0.3, 1.2),
        ("wording", a.runs, b.runs, 0.5, 2.0),
    ):
        both = ours & theirs
        if both:
            total += min(most, each * len(both))
            if explain:
                said.append(f"{name} in common: {', '.join(sorted(both)[:6])}")
    if a.themes and b.themes and not a.themes & b.themes and not near(a.themes, b.themes):
        against -= 1.5 if max(a.width, b.width) <= 7 else 1.0
    if a.places and b.places:
        if a.places & b.places:
            total += 1.0
            if explain:
                said.append("same place: " + ", ".join(sorted(a.places & b.places)))
        else:
            against -= 2.0 if a.type == "CONSULT" and not a.persons & b.persons else 0.8
    if a.language == b.language and a.triggers & b.triggers:
        total += 0.5
        if explain:
            said.append("same words for it: " + ", ".join(sorted(a.triggers & b.triggers)))
    if a.contexts and b.contexts:
        if a.contexts & b.contexts:
            total += 0.2
        else:
            against -= 0.3
    return total, against, said


def near(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of themes may name one thing from two angles."""
    return any(ours & row and theirs & row for row in _near_themes())


@cache
def _near_themes() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row["themes"].split("|")) for row in read_table(ROOT / "codes" / "near_themes.tsv"))
