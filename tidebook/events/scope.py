"""How the words stand to the world: negation, plans, possibilities, purposes, and whose claim it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..records.events import Standing
from .clause import Clause
from .item import ACTOR, MARK, STOP, WORD, Item
from .phrases import Phrase
from .told import Told

_SPEECH = {"say": False, "report": False, "claim": True}
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
_ONLY_SAID = _SPOKEN | {
    "invitation",
    "proposal",
    "offer",
    "plan",
    "request",
    "demand",
    "promise",
    "agree",
    "invite",
    "propose",
}
_TRAVEL = frozenset({"CONSULT"})
_RANK = {
    Standing.ASSERTED: 0,
    Standing.ALLEGED: 1,
    Standing.PLANNED: 2,
    Standing.HYPOTHETICAL: 3,
    Standing.NEGATED: 4,
    Standing.DENIED: 5,
}


@dataclass(slots=True)
class Stance:
    """How one event is told.

    Attributes:
        standing: see `Standing`. speaker: codes of whose claim it is, `speaker_phrases` where they stand.
        parts: (role, item index) of the small words that decided.
        background: told in passing, as something known.
    """

    standing: Standing
    speaker: tuple[str, ...]
    speaker_phrases: tuple[Phrase, ...]
    parts: tuple[tuple[str, int], ...]
    background: bool


class Scope:
    """Reads the standing of what one sentence tells."""

    def __init__(self, items: Sequence[Item], phrases: Sequence[Phrase], clauses: Sequence[Clause]) -> None:
        self.items = items
        self.phrases = phrases
        self.clauses = clauses

    def stance(self, told: Told, actors: Sequence[str]) -> Stance:
        """The standing and the speaker of one event."""
        standing = Standing(told.standing) if told.standing else Standing.ASSERTED
        parts: list[tuple[str, int]] = []
        clause: Clause | None = told.clause
        inside = False
        seen: set[int] = set()
        background = told.voice in ("noun", "deed") and told.operator == ""
        while clause is not None and id(clause) not in seen:
            seen.add(id(clause))
            anchor = told.trigger if clause is told.clause else (clause.verbs[0] if clause.verbs else clause.end)
            if told.voice in ("noun", "deed") and clause is told.clause:
                words: list[tuple[str, int]] = self._of_noun(told.trigger, clause)
            else:
                words = self._before(anchor, clause)
            for name, at in words:
                below = clause is not told.clause and self._marker_below(told.clause, clause) != "purpose"
                if inside and name == "negation" and below:
                    continue
                found = {
                    "negation": Standing.NEGATED,
                    "future": Standing.PLANNED,
                    "possible": Standing.HYPOTHETICAL,
                    "hedge": Standing.ALLEGED,
                }[name]
                parts.append(("negation" if name == "negation" else "modal", at))
                standing = self._worse(standing, found)
            if clause.marker == "condition":
                standing = self._worse(standing, Standing.HYPOTHETICAL)
            elif clause.marker == "retrospect":
                background = True
            elif clause.marker == "purpose" and self._own_purpose(told, clause) and self._only_meant(told, clause):
                standing = self._worse(standing, Standing.PLANNED)
            inside = True
            clause = self._above(clause)
        none = told.trigger + 1 < told.clause.end and {"negation", "determiner"} <= self.items[told.trigger + 1].classes
        if none and told.voice not in ("noun", "deed") and standing is Standing.ASSERTED:
            parts.append(("negation", told.trigger + 1))
            standing = Standing.NEGATED  # "has freed no prisoners"
        if standing is Standing.PLANNED and any(c.marker == "condition" for c in self.clauses):
            standing = Standing.HYPOTHETICAL
        denier = self._denier(told)
        if denier is not None and standing is not Standing.NEGATED:
            return Stance(Standing.DENIED, tuple(denier.codes), (denier,), tuple(parts), background)
        speaker, phrases, doubtful = self._speaker(told)
        if standing is Standing.ASSERTED and (doubtful or (speaker and not set(speaker) <= set(actors))):
            standing = Standing.ALLEGED
        return Stance(standing, speaker, phrases, tuple(parts), background)

    def _worse(self, first: Standing, second: Standing) -> Standing:
        return first if _RANK[first] >= _RANK[second] else second

    def _marker_below(self, clause: Clause, above: Clause) -> str:
        while clause.parent is not None and clause.parent is not above:
            clause = clause.parent
        return clause.marker

    def _above(self, clause: Clause) -> Clause | None:
        """The clause whose small words hold for this one too."""
        if clause.marker in ("purpose", "complement", "serial", "that"):
            return clause.parent
        if clause.marker == "coordination" and clause.sibling is not None:
            return clause.sibling
        return None

    def _before(self, at: int, clause: Clause) -> list[tuple[str, int]]:
        """Small words of standing in front of a verb."""
        found: list[tuple[str, int]] = []
        n = at - 1
        while n >= clause.start:
            item = self.items[n]
            names = item.classes & {"negation", "future", "possible", "hedge"}
            if "almost" in item.classes and n + 1 < len(self.items) and self.items[n + 1].verb:
                names |= {"negation"}  # "nyaris menyerang"
            found += [(name, n) for name in sorted(names)]
            if item.kind in (STOP, ACTOR) and not names:
                break
            n -= 1
        return found

    def _of_noun(self, at: int, clause: Clause) -> list[tuple[str, int]]:
        """A noun is only touched by what stands right before it ("kemungkinan serangan")."""
        n = at - 1
        while n >= clause.start and self.items[n].kind == MARK and self.items[n].classes & {"determiner", "adverb"}:
            n -= 1
        if n < clause.start:
            return []
        return [(name, n) for name in sorted(self.items[n].classes & {"negation", "possible", "future", "hedge"})]

    def _own_purpose(self, told: Told, clause: Clause) -> bool:
        """Whether a purpose is the clause that tells, or the one that it is joined to ("untuk mundur atau dilucuti")."""
        joined = told.clause.marker == "coordination" and told.clause.sibling is clause
        return clause is told.clause or joined

    def _only_meant(self, told: Told, clause: Clause) -> bool:
        """Whether a purpose is all that is told of a deed; words said on purpose are said."""
        return told.voice not in ("noun", "deed") and told.type not in _SPOKEN and not self._travelled(told, clause)

    def _travelled(self, told: Told, clause: Clause) -> bool:
        """Whether somebody is said to have gone somewhere in order to meet: then they met."""
        above = clause.parent
        if told.type not in _TRAVEL or above is None or not above.verbs:
            return False
        return not any(self._only_says(item) for item in self.items[above.verbs[-1] : clause.start])

    def _only_says(self, item: Item) -> bool:
        """Whether a verb or its object only speaks of going ("accepted an invitation to visit Seoul")."""
        return any(s.entry.code in _ONLY_SAID for s in item.senses)

    # -- whose claim

    def _denier(self, told: Told) -> Phrase | None:
        """Who denies what a clause says ("membantah kabar bahwa ...")."""
        clause: Clause | None = told.clause
        while clause is not None:
            above = clause.parent
            said = clause.marker == "that" and above is not None and bool(above.verbs) and above.subject is not None
            if said and above is not None and any(s.entry.code == "deny" for s in self.items[above.verbs[-1]].senses):
                return above.subject if above.subject is not None and above.subject.codes else None
            clause = above
        return None

    def _speaker(self, told: Told) -> tuple[tuple[str, ...], tuple[Phrase, ...], bool]:
        for verb in told.clause.verbs:
            said = self._speech(verb) if verb < told.trigger else None
            if said is not None:
                return self._voice_of(told.clause.subject, said)
        clause: Clause | None = told.clause
        seen: set[int] = set()
        while clause is not None and id(clause) not in seen:
            seen.add(id(clause))
            above = clause.parent or clause.sibling
            if clause.marker in ("that", "complement") and above is not None and above.verbs:
                said = self._speech(above.verbs[-1])
                if said is not None:
                    return self._voice_of(above.subject, said)
            clause = above
        for other in self.clauses:
            if other.marker == "hearsay":
                phrase = next((p for p in self.phrases if other.start <= p.start < other.end), None)
                return self._voice_of(phrase, False)
        for number, item in enumerate(self.items):
            if number <= told.trigger:
                continue
            if "quotative" in item.classes:
                phrase = next((p for p in self.phrases if p.start > number), None)
                return self._voice_of(phrase if phrase and phrase.start - number < 4 else None, False)
            said = self._speech(number) if item.verb else None
            home = self._home(number)
            behind = home is not None and home.marker not in ("clause", "condition", "retrospect", "relative")
            if said is not None and behind and self._closes(number) and home is not told.clause:
                return self._voice_of(home.subject if home else None, said)
        return (), (), False

    def _voice_of(self, phrase: Phrase | None, doubtful: bool) -> tuple[tuple[str, ...], tuple[Phrase, ...], bool]:
        if phrase is None or not phrase.codes:
            return (), (), doubtful
        return tuple(phrase.codes), (phrase,), doubtful

    def _speech(self, at: int) -> bool | None:
        """Whether a verb of speech is doubtful; None if it is no verb of speech."""
        for sense in self.items[at].senses:
            if sense.entry.kind == "operator" and sense.entry.code in _SPEECH:
                return _SPEECH[sense.entry.code]
        return None

    def _closes(self, at: int) -> bool:
        """Whether nothing that could be said follows ("..., said Putin.", "..., Ethiopia charged, and ...")."""
        rest = self.items[at + 1 :]
        home = self._home(at)
        if rest and rest[0].lower == "," and home is not None and self.items[home.start].lower == ",":
            return True
        return not any(item.verb or item.noun or (item.kind == WORD and not item.capital) for item in rest)

    def _home(self, at: int) -> Clause | None:
        for clause in self.clauses:
            if clause.start <= at < clause.end:
                return clause
        return None
