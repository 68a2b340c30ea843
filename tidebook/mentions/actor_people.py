"""Which person a name means: the full name decides; a surname follows the last full name, else who held office then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..knowledge import who
from ..knowledge.actor_words import Sense
from ..records.times import Interval
from . import offices


class People:
    """The people of one article: those it names in full (`expect`), those no table knows (`learn`), the last one named.

    `strangers`: surnames that it gives to others, whom no table knows.
    """

    def __init__(self) -> None:
        self.full: Counter[str] = Counter()
        self.learned: dict[str, tuple[str, str]] = {}
        self.last: dict[str, str] = {}
        self.strangers: set[str] = set()

    def expect(self, person: str) -> None:
        """Notes that the article names this person in full somewhere."""
        self.full[person] += 1

    def learn(self, name: str, code: str) -> None:
        """Notes a person whom no table knows, and for which actor he stands; his surname will do from now on."""
        if not code or name in self.learned:
            return
        self.learned[name] = (name, code)
        words = name.split(" ")
        if len(words) > 1 and len(words[-1]) > 2:
            self.learned.setdefault(words[-1], (name, code))

    def named(self, name: str) -> tuple[str, str] | None:
        """The unknown person whom a full name or surname means, with his actor's code."""
        return self.learned.get(name)

    def meant(
        self,
        senses: Sequence[Sense],
        when: Interval | None,
        codes: tuple[str, ...],
        support: Counter[str],
        titled: bool,
        office: str | None = None,
    ) -> tuple[str | None, tuple[str, ...]] | None:
        """The person, with all who may be meant; (None, readings) where several remain; None where none is likely.

        `codes` are those of the state named beside the name; `titled` says that an office or an honorific is,
        `office` which one: nobody is "Foreign Minister Lam" who never was one.
        """
        readings = tuple(dict.fromkeys(sense.refers for sense in senses))
        short = senses[0].kind == "short"
        if codes:
            of_state = tuple(p for p in readings if any(held.code in codes for held in who.holdings(p)))
            readings = of_state or (() if short else readings)
        if short and office is not None and not any(self.full[p] for p in readings):
            readings = tuple(p for p in readings if any(_could_be(held.office, office) for held in who.holdings(p)))
        if not readings:
            return None
        key = senses[0].words
        if short:
            last = self.last.get(key)
            if last in readings:
                return last, readings
            named = tuple(p for p in readings if self.full[p])
            if len(named) == 1:
                return named[0], readings
            readings = named or readings
        if short and not titled and not any(self.full[p] for p in readings):
            person = None if key in self.strangers else self._of_his_day(senses, readings, when, support)
            return None if person is None else (person, readings)
        if len(readings) > 1:
            acting = tuple(p for p in readings if offices.in_office(p, when) is not None)
            leading = tuple(p for p in acting if (held := offices.in_office(p, when)) and offices.leads(held))
            firm = tuple(p for p in leading if any(sense.refers == p and not sense.weak for sense in senses))
            chosen = next((some for some in (firm, leading) if len(some) == 1), acting)
            return (chosen[0], readings) if len(chosen) == 1 else (None, chosen or readings)
        person = readings[0]
        if not short:
            self.last.update(dict.fromkeys(who.shorts(person), person))
        return person, readings

    def _of_his_day(
        self, senses: Sequence[Sense], readings: tuple[str, ...], when: Interval | None, support: Counter[str]
    ) -> str | None:
        """The one person whom a surname alone means at a time: who leads a state, else its ministers, else who led it not long ago.

        A surname that is a common name or word besides needs his state in the article.
        """
        firm = {sense.refers for sense in senses if not sense.weak}
        if len(readings) == 1 and firm:
            return readings[0]
        strict = {sense.refers for sense in senses if sense.lone}
        ranks = {person: offices.rank_at(person, when) for person in readings}
        ranks = {
            person: rank
            for person, rank in ranks.items()
            if (rank <= offices.LATELY and (rank == offices.LEADS or person not in strict))
            or (rank <= offices.ACTS and self.supported(person, support))
        }
        best = [person for person, rank in ranks.items() if rank == min(ranks.values())]
        if len(best) > 1:
            known = [person for person in best if person in firm]
            best = known or [person for person in best if self.supported(person, support)]
        if len(best) != 1 or (best[0] in strict and not self.supported(best[0], support)):
            return None
        return best[0]

    def supported(self, person: str, support: Counter[str]) -> bool:
        """Whether the article names an actor whom a person served."""
        return any(support[held.code] for held in who.holdings(person))


def _could_be(held: str, office: str) -> bool:
    """Whether the holder of one office may be called by another: exact rows only by their own, vague ones by any."""
    leading = ("leader", "head-of-state", "head-of-government")
    if office == "leader" and held == "group-leader":
        return True
    return held in (office, "official") or office not in _EXACT or (held in leading and office in leading)


_EXACT = frozenset(
    {"leader", "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "vice-president"}
)
