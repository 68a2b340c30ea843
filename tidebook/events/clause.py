"""A clause: a stretch of a sentence with at most one chain of verbs."""

from __future__ import annotations

from dataclasses import dataclass, field

from .phrases import Phrase

LOWER = frozenset({"relative", "purpose", "condition", "retrospect", "clause", "complement", "that", "hearsay"})
"""Markers of clauses that hang on another."""


@dataclass(slots=True)
class Clause:
    """A stretch of items with at most one chain of verbs.

    Attributes:
        start, end: item indices, half-open.
        marker: ``main``, ``relative``, ``that``, ``purpose``, ``condition``, ``retrospect``, ``clause`` (any other
            subordinate one), ``hearsay`` (according to X), ``coordination``, ``comma``, ``complement`` (a verb behind its matrix verb's object),
            ``serial``, ``resume`` (its parent goes on after it).
        opener: index of the item that opens it, or -1.
        parent: the clause it hangs on. sibling: the clause whose subject and standing it shares.
        verbs: indices of its verbs (known or not).
        subject: who its grammatical subject is; None if unknown or no actor.
        inherited: whether that was taken over from another clause.
        topic: index of the noun trigger that is its subject or antecedent, or -1.
        antecedent: what a relative clause with a subject of its own hangs on: its object.
        participle: whether its first verb only describes the noun before it ("the sailors captured in June were freed").
        taken: whether its subject is somebody who names no actor, so that none is to be inherited from it or by it.
        void: whether it is what somebody is kept from, and so not done.
    """

    start: int
    end: int
    marker: str
    opener: int = -1
    parent: Clause | None = None
    sibling: Clause | None = None
    verbs: list[int] = field(default_factory=list)
    subject: Phrase | None = None
    settled: bool = False
    inherited: bool = False
    topic: int = -1
    antecedent: Phrase | None = None
    participle: bool = False
    taken: bool = False
    void: bool = False
