"""Who is meant by an office or a name at a time: "pemimpin Korea Utara" is Kim Il Sung in 1950 and Kim Jong Un in 2019."""

from __future__ import annotations

from datetime import date
from functools import cache

from ..knowledge import who
from ..records.times import Interval


def holder(code: str, office: str, when: Interval | None) -> str | None:
    """The one person who held an office of an actor at some time within `when`; None where nobody or several are known.

    "The leader" is whoever the tables call so, else the head of government or of state, in the order of ``offices.yaml``.
    """
    if when is None:
        return None
    for kind in _kinds(code, office):
        persons = {held.person for held in who.holders(code, kind) if _meets(held, when)}
        if len(persons) == 1:
            return persons.pop()
        if persons:
            return None
    return None


@cache
def _kinds(code: str, office: str) -> tuple[str, ...]:
    if office != "leader":
        return (office,)
    ranked = sorted((entry["leads"], key) for key, entry in who.offices().items() if "leads" in entry)
    kinds = [key for rank, key in ranked if rank < 4]
    state = who.states().get(code)
    if state is not None and state.led_by is not None:
        kinds.remove(state.led_by)
        kinds.insert(kinds.index("head-of-government"), state.led_by)
    return tuple(kinds)


def code_of(person: str, when: Interval | None) -> str | None:
    """The actor for whom a person acts at a time: whose office he holds then, else the one he served nearest to it.

    A dead state's people act for its successor once it is gone (Gorbachev in 2010 is Russian). None where no table knows him.
    """
    held = who.holdings(person)
    if not held:
        return None
    if when is None:
        return held[-1].code
    now = [holding for holding in held if _meets(holding, when)]
    if now:
        return now[-1].code
    nearest = min(held, key=lambda holding: _distance(holding, when))
    return who.successor(nearest.code, when.start or when.middle)


def sector_of(person: str, when: Interval | None) -> str | None:
    """PLOVER's sector of the office that a person holds at a time, else of the last one he is known to have held."""
    held = who.holdings(person)
    if not held:
        return None
    now = [holding for holding in held if when is not None and _meets(holding, when)]
    ranked = sorted(now or held[-1:], key=lambda holding: _weight(holding.office))
    sector: str = who.offices()[ranked[0].office]["sector"]
    return sector


def in_office(person: str, when: Interval | None) -> who.Holding | None:
    """The weightiest office that a person may hold within `when`, or None."""
    if when is None:
        return None
    now = [holding for holding in who.holdings(person) if _meets(holding, when)]
    return min(now, key=lambda holding: _weight(holding.office), default=None)


def holds(person: str, office: str, when: Interval | None) -> bool:
    """Whether a person may hold this office within `when`; at any time where nothing dates the words."""
    return any(h.office == office and (when is None or _meets(h, when)) for h in who.holdings(person))


LEADS, MINISTER, LATELY, ACTS, GONE = range(5)
_MINISTERS = frozenset({"foreign-minister", "defence-minister", "secretary-general"})
_LONG_AGO = 15 * 366  # days after which a surname alone no longer means who once led


def rank_at(person: str, when: Interval | None) -> int:
    """How likely a surname alone means a person at a time, the smallest number first; GONE where nothing dates the words."""
    held = in_office(person, when)
    if held is not None and leads(held):
        return LEADS
    if held is not None and any(holds(person, office, when) for office in _MINISTERS):
        return MINISTER
    if when is not None and any(leads(one) and 0 < _since(one, when) <= _LONG_AGO for one in who.holdings(person)):
        return LATELY
    return GONE if held is None else ACTS


def _since(holding: who.Holding, when: Interval) -> int:
    """Days between an office and a later time; 0 where the one does not lie before the other."""
    at = when.start or when.middle
    return 0 if holding.until is None or at < holding.until else (at - holding.until).days + 1


def leads(holding: who.Holding) -> bool:
    """Whether an office is the first of its state."""
    return _weight(holding.office) < 4


def _weight(office: str) -> int:
    weight: int = who.offices().get(office, {}).get("leads", 9)
    return weight


def _meets(holding: who.Holding, when: Interval) -> bool:
    starts = when.end is None or holding.since < when.end
    ends = holding.until is None or when.start is None or when.start < holding.until
    return starts and ends


def _distance(holding: who.Holding, when: Interval) -> int:
    at = when.start or when.middle
    if at < holding.since:
        return (holding.since - at).days
    return max(0, (at - (holding.until or date.max)).days)
