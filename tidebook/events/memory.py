"""What a sentence leaves to those before it, and to the acts told beside each one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..records.articles import Sentence
from ..records.events import Standing
from .item import Item
from .roles import Casting, Parties
from .scope import Stance
from .told import Told, alike

REACH = 3
"""Sentences that an allusion may look back over."""
_BLAMES = frozenset({"ACCUSE", "SANCTION", "COERCE", "THREATEN"})
_BLOWS = frozenset({"ASSAULT", "SANCTION"})
_TOLD_TO = frozenset({"CONCEDE", "SUPPORT"})
_SAID_TO = frozenset({"REQUEST", "AGREE"})
_FOLLOWS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"})
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "CONSULT", "CONCEDE"})
_ANSWERED = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN"})


class Memory:
    """Who accused, who talked, who fought, in the sentences read last.

    Attributes:
        accuser, talks: index of the sentence, codes. war: index, who attacked, whom.
    """

    def __init__(self) -> None:
        self.accuser: tuple[int, tuple[str, ...]] = (-9, ())
        self.talks: tuple[int, tuple[str, ...]] = (-9, ())
        self.war: tuple[int, tuple[str, ...], tuple[str, ...]] = (-9, (), ())

    def keep(self, sentence: int, told: Told, parties: Parties) -> None:
        """Remembers an act that was told as having happened."""
        if told.type == "ACCUSE":
            self.accuser = (sentence, tuple(parties.actors))
        if told.type == "ASSAULT" and parties.recipients:
            self.war = (sentence, tuple(parties.actors), tuple(parties.recipients))

    def at_war(self, sentence: int) -> bool:
        """Whether a war was told of in the sentences before."""
        return sentence - self.war[0] <= REACH

    def fill_governed(self, told: Told, parties: Parties, outer: Told, around: Parties) -> None:
        """An accused or denied deed without an actor of its own is the accused's (the denier's)."""
        if parties.actors and parties.actors != around.actors:
            return
        doers = around.recipient_phrases if outer.inner_standing == "alleged" else around.actor_phrases
        if not doers:
            return
        codes = [code for phrase in doers for code in phrase.codes]
        parties.actors = list(dict.fromkeys(codes))
        parties.actor_phrases = list(doers)
        parties.recipients = [code for code in parties.recipients if code not in parties.actors]

    def caused(self, items: Sequence[Item], told: Told, parties: Parties, cast: Sequence[tuple[Told, Parties]]) -> None:
        """What somebody is blamed or punished for is his own deed ("menjatuhkan sanksi terhadap X karena membantu Y")."""
        opener = told.clause.opener
        if opener < 0 or not told.clause.inherited or "reason" not in items[opener].classes:
            return
        for other, around in cast:
            blamed = other.clause is told.clause.parent and other.type in _BLAMES and bool(around.recipients)
            if blamed and parties.actors and set(parties.actors) <= set(around.actors):
                parties.actors = list(around.recipients)
                parties.actor_phrases = list(around.recipient_phrases)
                parties.recipients = [code for code in parties.recipients if code not in parties.actors]
                parties.rules.append("actor:blamed")
                return

    def answer(self, sentence: Sentence, told: Told, parties: Parties, cast: Sequence[tuple[Told, Parties]]) -> None:
        """A denial of "the accusation" answers whoever accused in the sentences just before."""
        if told.type in _BLOWS and parties.actors and not parties.recipients and told.voice == "active":
            for other, struck in reversed(cast):
                if other.type in _BLOWS and struck.actors and set(parties.actors) == set(struck.recipients):
                    parties.recipients = list(struck.actors)
                    parties.rules.append("recipient:struck-first")
                    return
        if told.type == "REJECT" and not parties.recipients:
            for other, asked in cast:
                if other.type in _ANSWERED and set(parties.actors) & set(asked.recipients):
                    parties.recipients = [code for code in asked.actors if code not in parties.actors]
                    parties.rules.append("recipient:who-asked")
                    return
        if "accusation" in told.themes and told.type == "REJECT" and not parties.recipients:
            said, accuser = self.accuser
            if 0 <= sentence.index - said <= REACH:
                parties.recipients = [code for code in accuser if code not in parties.actors]
                parties.rules.append("recipient:last-accuser")

    def same_talks(self, sentence: Sentence, items: Sequence[Item], told: Told, parties: Parties) -> None:
        """ "Those talks" are those that somebody was just said to take part in."""
        if told.type != "CONSULT" or "talks" not in told.themes:
            return
        if "topic:" in told.name:
            said, others = self.talks
            after = min(told.words) + 1
            if 0 < sentence.index - said <= REACH and "determiner" in items[after].classes:
                parties.actors = list(dict.fromkeys((*others, *parties.actors)))
                parties.rules.append("actor:same-talks")
        elif parties.actors:
            self.talks = (sentence.index, tuple(parties.actors))

    def addressed(self, told: Told, parties: Parties, cast: Sequence[tuple[Told, Parties]], casting: Casting) -> None:
        """Who meets somebody and asks or promises something says it to them ("bertemu X dan mengusulkan ...")."""
        if parties.recipients or told.type not in _SAID_TO | _FOLLOWS | _TOLD_TO:
            return
        follows = told.type in _FOLLOWS and told.operator != "deny"
        if told.clause.marker == "coordination" and told.clause.inherited and follows:
            for other, around in reversed(cast):
                kinds = _FOLLOWS | {"COERCE"} if told.type == "SANCTION" else _FOLLOWS
                before = other.clause is told.clause.sibling and other.type in kinds and not casting.asks_another(told)
                if before and around.recipients and around.actors == parties.actors:
                    parties.recipients = list(around.recipients)
                    parties.recipient_phrases = list(around.recipient_phrases)
                    parties.rules.append("recipient:same")
                    return
        if told.type == "SANCTION" and told.clause.marker in ("clause", "comma", "coordination"):
            for other, cut in reversed(cast):
                if other.type == "SANCTION" and cut.recipients and not set(cut.recipients) & set(parties.actors):
                    parties.recipients = list(cut.recipients)
                    parties.rules.append("recipient:same")
                    return
        matrix = told.clause.parent
        if told.type not in _SAID_TO and not (
            told.type in _TOLD_TO
            and told.clause.marker == "purpose"
            and any(m.clause is matrix and m.type == "CONSULT" for m, _ in cast)
        ):
            return
        if told.clause.marker == "purpose" and matrix is not None and matrix.verbs:
            for phrase in casting.phrases:
                if (
                    matrix.verbs[-1] < phrase.members[0] < matrix.end
                    and phrase.bare
                    and phrase is not told.clause.subject
                ):
                    parties.recipients = [code for code in phrase.codes if code not in parties.actors]
                    parties.recipient_phrases = [phrase]
                    parties.rules.append("recipient:matrix-object")
                    return
        if not told.clause.inherited:
            return
        for other, met in reversed(cast):
            if (
                other.type == "CONSULT"
                and other.clause.end <= told.clause.start
                and parties.actors
                and set(parties.actors) <= set(met.actors)
            ):
                others = [code for code in (*met.actors, *met.recipients) if code not in parties.actors]
                if any("+" in role for role in told.actor):
                    parties.actors = [*parties.actors, *others]
                else:
                    parties.recipients = others
                parties.rules.append("recipient:met")
                parties.sure *= 0.9
                return

    def goes_on(self, told: Told, governed: Iterable[tuple[Told, Parties]]) -> tuple[Told, Parties] | None:
        """Who accused of the deed that another is joined to ("menuduh X melintasi perbatasan dan menembaki pasukannya")."""
        if told.clause.marker != "coordination" or not told.clause.inherited or told.type in _WORDS:
            return None
        for outer, around in governed:
            inner = outer.inner
            if inner is not None and outer.inner_standing == "alleged" and told.clause.sibling is inner.clause:
                return outer, around
        return None

    def by_means(self, told: Told, parties: Parties, cast: Sequence[tuple[Told, Parties]]) -> bool:
        """Whether what is fired at nobody named is how the attack just told was made ("menyerang X dengan menembakkan roket")."""
        if told.operator != "fire" or parties.recipients:
            return False
        above = (told.clause.parent, told.clause.sibling)
        return any(
            other is not told
            and other.type == "ASSAULT"
            and around.recipients
            and other.clause in above
            and set(around.actors) == set(parties.actors)
            for other, around in cast
        )

    def of_nobody(self, parties: Parties, outer: Told, around: Parties) -> bool:
        """Whether an accusation is of nobody known, or two accuse each other, so that no known party is said to have done it."""
        if outer.inner_standing == "alleged" and outer.inner is not None and outer.inner.type == "ACCUSE":
            return True  # what is accused of breaking its word is accused, no more
        if outer.inner_standing != "alleged" or around.recipients:
            return False
        return len(around.actors) > 1 or (bool(parties.actors) and set(parties.actors) <= set(around.actors))

    def same(self, told: Told, parties: Parties, cast: Sequence[tuple[Told, Parties]]) -> bool:
        """Fills in what "followed suit" or "answered in kind" did: the act told last in the sentence, by somebody else.

        Whom that act was done to does it in return; anybody else does it to the same party. False if there is no such act.
        """
        for other, done in reversed(cast):
            if other.type == "SAME" or not done.actors or set(done.actors) & set(parties.actors):
                continue
            if not done.recipients or alike(other.type):
                return False
            told.type, told.mode, told.contexts, told.themes = other.type, other.mode, other.contexts, other.themes
            back = set(parties.actors) & set(done.recipients)
            parties.recipients = list(done.actors if back else done.recipients)
            parties.recipient_phrases = list(done.actor_phrases if back else done.recipient_phrases)
            parties.rules.append("recipient:same")
            return bool(parties.actors)
        return False

    def held_against(
        self, items: Sequence[Item], told: Told, stance: Stance, cast: Sequence[tuple[Told, Parties]]
    ) -> Stance:
        """What an accusation gives as its cause ("protes karena X menanam ranjau") is the accuser's claim."""
        opener = told.clause.opener
        if stance.standing is not Standing.ASSERTED or opener < 0 or "cause" not in items[opener].classes:
            return stance
        for other, around in cast:
            if other.type == "ACCUSE" and other.clause is told.clause.parent and other.clause.end == told.clause.start:
                if {"retrospect", "after"} & items[opener].classes:
                    return stance
                return replace(stance, standing=Standing.ALLEGED, speaker=tuple(around.actors))
        return stance

    def claimed(self, outer: Told, around: Parties, stance: Stance) -> Stance:
        """How a governed act stands: alleged by who accuses of it, denied by who denies it, admitted."""
        standing = Standing(outer.inner_standing)
        if standing is Standing.ASSERTED:
            return stance
        if standing is Standing.ALLEGED:
            return replace(
                stance, standing=standing, speaker=tuple(around.actors), speaker_phrases=tuple(around.actor_phrases)
            )
        return replace(stance, standing=standing, speaker=tuple(around.actors))
