"""Which person a name means: the full name decides; a surname follows the last full name, else who held office then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..knowledge import who
from ..knowledge.actor_words import Sense
from ..records.times import Interval
from . import offices


class People:
    """The people of one article: those it names in full (`expect`), those no table knows (`learn`), the last one named."""

    def __init__(self) -> None:
        self.full: Counter[str] = Counter()
        self.learned: dict[str, tuple[str, str]] = {}
        self.last: dict[str, str] = {}

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
        if len(readings) > 1:
            acting = tuple(p for p in readings if offices.in_office(p, when) is not None)
            leading = tuple(p for p in acting if (held := offices.in_office(p, when)) and offices.leads(held))
            if short and all(sense.lone for sense in senses) and not titled and not any(self.full[p] for p in readings):
                return None
            firm = tuple(p for p in leading if any(sense.refers == p and not sense.weak for sense in senses))
            chosen = next((some for some in (firm, leading) if len(some) == 1), acting)
            strict = {sense.refers for sense in senses if sense.lone}
            known = not short or titled or (chosen in (firm, leading) and not strict & set(chosen))
            if len(chosen) == 1 and (known or self._supported(chosen[0], support)):
                return chosen[0], readings
            if short and not titled and not any(self.full[p] for p in readings):
                return None
            return None, chosen or readings
        person = readings[0]
        if short and not (titled or self.full[person] or self._likely(senses[0], person, when, support)):
            return None
        if not short:
            self.last.update(dict.fromkeys(who.shorts(person), person))
        return person, readings

    def _likely(self, sense: Sense, person: str, when: Interval | None, support: Counter[str]) -> bool:
        """Whether a surname alone means the one person who bears it in the tables."""
        if sense.lone:
            return False
        if not sense.weak:
            return True
        held = offices.in_office(person, when)
        return held is not None and (offices.leads(held) or self._supported(person, support))

    def _supported(self, person: str, support: Counter[str]) -> bool:
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
