"""What a chain of words tells, before its parties and its date are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from .clause import Clause
from .lexicon import Entry

_ALIKE = frozenset({"AGREE", "CONSULT", "COOPERATE"})


@dataclass(slots=True)
class Told:
    """One event that a chain of words tells, before its parties and its date are known.

    Attributes:
        type, mode, contexts, themes: PLOVER and theme slugs.
        trigger: index of the item whose place in the clause decides the roles; voice: its voice there.
        words: indices of all items that tell it.
        actor, recipient: role expressions in order.
        fallback: role expressions for the recipient that are tried last.
        standing: if the words turned it, else "".
        entry: the row of the frame or operator. name: for `Report.rule`.
        place_of: codes of the state in which it happened, where it is named.
        alternatives: what the same words tell where these parties do not fit.
        general: whether any theme would have done. without: see `Composition`.
        inner: what it governs, with `inner_standing` where that is reported too.
        operators: names of the operators that govern nothing more.
        clause: of the trigger. lost: readings that lost, with the reason.
    """

    type: str
    mode: str | None
    contexts: set[str]
    themes: set[str]
    trigger: int
    voice: str
    words: list[int]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    clause: Clause
    name: str
    fallback: tuple[str, ...] = ()
    standing: str = ""
    inner: Told | None = None
    inner_standing: str = ""
    operator: str = ""
    operators: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    general: bool = False
    place_of: tuple[str, ...] | None = None
    alternatives: list[Told] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Operand:
    """What an operator governs: a theme noun, an event, or both readings of one noun."""

    index: int
    themes: tuple[Entry, ...] = ()
    told: Told | None = None


def alike(kind: str) -> bool:
    """Whether events of a type have all parties in `actors`."""
    return kind in _ALIKE
