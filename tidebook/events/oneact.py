"""One act that a sentence tells twice, by a noun and a verb or by two verbs, is one: its parties are looked for around both.

"French shelling killed two Germans", "two soldiers were killed when Thai troops opened fire", "were killed in a Russian air
strike", "struck the port, killing two sailors".
"""

from __future__ import annotations

from collections.abc import Sequence

from .item import Item
from .roles import Parties
from .told import Told

_HURTS = frozenset({"ASSAULT", "COERCE"})
_NOUNS = ("noun", "deed")


def doubles(tolds: Sequence[Told], items: Sequence[Item]) -> dict[int, Told]:
    """The acts that another one tells again, by `id` of the one that stays: told beside it, they are not told by themselves."""
    found: dict[int, Told] = {}
    lent: set[int] = set()
    for told in tolds:
        if told.type not in _HURTS or told.voice in _NOUNS or id(told) in lent or told.standing:
            continue
        for other in tolds:
            free = other is not told and id(other) not in lent and id(other) not in found and other.type == told.type
            if free and not other.standing and _same(told, other, items):
                found[id(told)] = other
                lent.add(id(other))
                break
    return found


def lend(told: Told, parties: Parties, again: Told, other: Parties) -> None:
    """Fills what one telling leaves open, its mode and its sides, from the other."""
    told.mode = told.mode or again.mode
    if not parties.actors:
        parties.actors = [code for code in other.actors if code not in parties.recipients]
        parties.actor_phrases = list(other.actor_phrases)
        parties.rules += ["actor:same-act"] if parties.actors else []
    if not parties.recipients:
        parties.recipients = [code for code in other.recipients if code not in parties.actors]
        parties.recipient_phrases = list(other.recipient_phrases)
        parties.rules += ["recipient:same-act"] if parties.recipients else []


def _same(told: Told, other: Told, items: Sequence[Item]) -> bool:
    clause, trigger = told.clause, other.trigger
    if other.voice in _NOUNS:
        if other.operator:
            return False
        head = clause.subject.head if clause.subject is not None else -1
        if told.voice != "passive":
            its = clause.start <= trigger < told.trigger and _its(trigger, items)
            return trigger in (clause.topic, head) or its
        return told.trigger < trigger < clause.end and _means(told.trigger, trigger, items)
    if told.voice == "passive" and other.voice != "passive":
        opener = other.clause.opener
        return other.clause.parent is clause and opener >= 0 and "occasion" in items[opener].classes
    follows = other.clause.sibling is clause and other.clause.inherited and other.trigger > told.trigger
    return follows and other.voice == "gerund" and told.voice != "gerund" and told.clause is not other.clause


def _its(noun: int, items: Sequence[Item]) -> bool:
    """Whether a noun in front is the subject's own ("in its first strike inside Syria, Israel bombed ...")."""
    return any("owner" in item.classes for item in items[max(noun - 3, 0) : noun])


def _means(verb: int, noun: int, items: Sequence[Item]) -> bool:
    """Whether a noun behind a passive verb stands under "in" or "by" ("were killed in a Russian air strike")."""
    n = noun - 1
    while n > verb and not any(c.startswith("p:") for c in items[n].classes):
        if items[n].verb:
            return False
        n -= 1
    return n > verb and bool({"p:in", "by", "p:by"} & items[n].classes)
