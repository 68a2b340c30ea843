"""What two states share is theirs, also where a sentence names neither: "a friendship treaty followed in 1959", "the summit
collapsed", "the war ended with an accord", "talks were held in Geneva"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from ..knowledge.who import states
from ..records.readings import Reading
from ..records.times import Grain
from .clause import Clause
from .discourse import pair_of
from .item import ACTOR, STOP, TIME, TRIGGER, Item
from .roles import Parties
from .structure import Structure
from .told import Told
from .whose_date import Dated

_KINDS = {
    "talks": ("CONSULT", None),
    "summit": ("CONSULT", None),
    "meeting": ("CONSULT", None),
    "agreement": ("AGREE", None),
    "ceasefire": ("RETREAT", "ceasefire"),
}
_ENDS = {"agreement", "ceasefire"}
_MADE = {"AGREE", "RETREAT"}  # of these only how they came about is told, not how they ended
_BY = {"sign", "agree", "hold", "make", "ratify", "restore", "resume", "open", "begin"}
_FAR = 9  # items between a noun and the verb that tells what became of it
_NEAR = 5  # items between the verb of an ending and the noun that it ended with
_SURE = 0.8


def from_then(dated: Dated) -> Dated:
    """What is in force from a day on came about on that day."""
    when = dated.when
    if when is None or when.start is None or when.end is not None or when.grain is not Grain.DAY:
        return dated
    return replace(dated, when=replace(when, end=when.start + timedelta(days=1)))


class Sharing:
    """The two that an article is about, for what its sentences tell of nobody named."""

    def __init__(self, reading: Reading, structure: Structure) -> None:
        self._structure = structure
        self._reading = reading

    @cached_property
    def _pair(self) -> tuple[str, ...]:
        return pair_of(self._reading)

    @property
    def known(self) -> bool:
        """Whether the article is clearly about two states."""
        return len(self._pair) == 2

    def give(self, told: Told, parties: Parties, items: Sequence[Item]) -> None:
        """Fills the parties of a shared deed in the passive or of a noun that names none."""
        brought = told.name.endswith("/brought")
        if parties.actors or parties.recipients or not self.known or (self._others(items) and not brought):
            return
        made = told.voice == "passive" and told.operator in _BY and told.clause.subject is None
        kept = told.type in ("AGREE", "CONSULT") or (told.type, told.mode) in _KINDS.values()
        if kept and (made or told.name.startswith("shared:")):
            parties.actors = list(self._pair)
            parties.rules.append("actor:story-pair")
            parties.sure *= _SURE

    def happened(self, items: Sequence[Item], clauses: Sequence[Clause]) -> Told | None:
        """What a sentence tells by a noun and what became of it; None where it tells no such thing."""
        for at, item in enumerate(items):
            if item.kind != TRIGGER or item.verb:
                continue
            theme = next((s.entry for s in item.senses if s.entry.code in _KINDS), None)
            home = None if theme is None else next((c for c in clauses if c.start <= at < c.end), None)
            if theme is None or home is None:
                continue
            type, mode = _KINDS[theme.code]
            fates = ("made",) if type in _MADE else ("made", "met")
            brought = self._before(items, at, home)
            if brought is not None or self._fate_behind(items, at, home, fates):
                return Told(
                    type=type,
                    mode=mode,
                    contexts={"diplomatic"},
                    themes={theme.code},
                    trigger=at,
                    voice="noun",
                    words=[at],
                    actor=("between|of+with", "between|subj+with"),
                    recipient=(),
                    clause=home,
                    name=f"shared:{theme.name}/{brought or 'noun'}",
                )
        return None

    def _fate_behind(self, items: Sequence[Item], at: int, home: Clause, fates: Iterable[str]) -> bool:
        """Whether a verb says that what the noun names came about or how it went; no other verb stands between."""
        if any(items[n].verb for n in range(home.start, at)):
            return False
        for n in range(at + 1, min(at + _FAR, len(items))):
            if any(self._says(items, n, fate) for fate in fates):
                return True
            if items[n].verb or items[n].kind == STOP:
                return False
        return False

    def _before(self, items: Sequence[Item], at: int, home: Clause) -> str | None:
        """What the words before a noun say of how it came about: "ended with an accord", "the UN brokered a truce"."""
        if not any(sense.entry.code in _ENDS for sense in items[at].senses):
            return None
        for n in range(at - 1, max(at - _NEAR, home.start - 1), -1):
            if self._says(items, n, "brought"):
                return "brought"
            if {"p:with", "p:in"} & items[n].classes and n > 0:
                return "ended" if self._says(items, n - 1, "ended") else None
            if items[n].kind in (ACTOR, TIME, STOP):
                return None
        return None

    def _says(self, items: Sequence[Item], at: int, fate: str) -> bool:
        words = " ".join(item.lower for item in items[at : at + 4])
        return any(words == said or words.startswith(f"{said} ") for said in self._structure.fates.get(fate, ()))

    def _others(self, items: Sequence[Item]) -> bool:
        """Whether the sentence names another state; bodies and courts only stand by."""
        named = [item.actor for item in items if item.kind == ACTOR and item.actor is not None]
        codes = {code for m in named if not m.rule.endswith("+place") for code in m.actors}
        return not codes & states().keys() <= set(self._pair)
