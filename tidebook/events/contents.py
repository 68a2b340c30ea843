"""What is only the content of a word: asked for, promised, wished, named, agreed on; it has no report of its own."""

from __future__ import annotations

from .clause import Clause
from .govern import Governing
from .item import STOP

SPOKEN_OF = frozenset(
    {"request", "urge", "demand", "promise", "offer", "threaten", "refuse", "order", "propose", "agree", "invite"}
)
"""Operators whose content is part of the speech act, and has no report of its own."""
_ABOUT = frozenset(
    {
        "agreement",
        "talks",
        "proposal",
        "demand",
        "invitation",
        "effort",
        "statement",
        "demonstration",
        "permission",
        "resolution",
    }
)
"""Themes whose noun may be followed by a verb that says what it is about."""

_AGREED = frozenset({"agreement"})
"""Those that a present participle too may say the content of ("a treaty renouncing force"); a statement's is an act."""


class Contents(Governing):
    """Tells contents from deeds in one sentence."""

    def _names(self, at: int) -> bool:
        """Whether a verb only says what somebody calls a thing ("over what he called aggression")."""
        opener = self.clause_of(at).opener
        named = opener >= 0 and "quoting" in self.items[opener].classes
        return named and any(sense.entry.code == "ACCUSE" for sense in self.items[at].senses)

    def _sent_off(self, at: int) -> bool:
        """Whether a participle only says whence the weapons came that go on to strike ("rockets fired from Lebanon struck")."""
        home = self.clause_of(at)
        fired = any(sense.entry.code == "fire" for sense in self.items[at].senses)
        return fired and home.participle and home.verbs[:1] == [at]

    def _beneath(self, at: int) -> bool:
        """Whether a verb is joined to, or the aim of, what somebody only asks for, promises or refuses ("asked X to send ships to defend it")."""
        clause = self.clause_of(at)
        if self.structure.head_first or at in self.content:
            return False
        if clause.marker == "condition":
            before = {s.entry.code for item in self.items[: clause.start] if item.verb for s in item.senses}
            return "threaten" in before  # "threatened to cut off aid unless it turned back migrants"
        while clause.marker == "purpose" or (clause.marker == "coordination" and clause.sibling is not None):
            above = clause.parent if clause.marker == "purpose" else clause.sibling
            if above is None:
                return False
            if any(verb in self.content or self._hands_over(verb) for verb in above.verbs[-1:]):
                return True
            clause = above
        return False

    def _hands_over(self, verb: int) -> bool:
        """Whether a verb asks for, or was asked by, what an infinitive behind it says."""
        return any(
            (s.entry.kind == "frame" and s.entry.code == "REQUEST")
            or (s.entry.kind == "operator" and s.entry.code in ("invite", "request", "urge"))
            for s in self.items[verb].senses
        )

    def _wished(self, clause: Clause) -> bool:
        """Whether a clause says what somebody wants of another ("menggugat X agar pasukannya mundur"): nothing happened."""
        above: Clause | None = clause
        while above is not None:
            if above.opener >= 0 and "wish" in self.items[above.opener].classes:
                own = above.subject is not None and not above.inherited and above.subject.start > above.opener
                return own and above.parent is not None and bool(above.parent.verbs)
            above = above.sibling if above.marker in ("coordination", "serial") else above.parent
        return False

    def _content(self, at: int) -> bool:
        """Whether a verb only says what a noun right before it is about ("meneken pakta berbagi intelijen")."""
        before = self.items[at - 1] if at else None
        home = self.clause_of(at)
        describing = all(s.voice == "gerund" for s in self.items[at].senses) and self.items[home.start].lower != ","
        aims = home.marker == "purpose" or (home.marker in ("serial", "complement") and describing)
        if not self.structure.head_first and aims and home.verbs[:1] == [at]:
            last, about = home.start - 1, _ABOUT if home.marker == "purpose" else _AGREED
            while last >= 0 and home.start - last < 9 and not self.items[last].verb and self.items[last].kind != STOP:
                if self.items[last].noun and any(sense.entry.code in about for sense in self.items[last].senses):
                    return True  # "clinched a deal in Vienna on Tuesday to curb ..."
                last -= 1
            return False
        if (
            before is None
            or not self.structure.head_first
            or not before.noun
            or home.marker != "serial"
            or home.start != at
        ):
            return False
        return any(sense.entry.code in _ABOUT for sense in before.senses)

    def _governor(self, at: int) -> int:
        """A noun that takes the clause of a verb as what it is about ("janji untuk tidak menyerang"), else the verb."""
        clause = self.clause_of(at)
        noun = clause.start - 1
        if clause.marker not in ("purpose", "that") or not clause.verbs or clause.verbs[0] != at or noun < 0:
            return at
        governs = any(s.entry.kind == "operator" for s in self.items[noun].senses)
        return noun if governs and not self.items[noun].verb and noun not in self.used else at
