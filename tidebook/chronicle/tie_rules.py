"""What opens and closes ties, as ``codes/ties.yaml`` has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..errors import KnowledgeError
from ..knowledge.load import ROOT, read_yaml
from ..records.events import Event, Report

_FILE = ROOT / "codes" / "ties.yaml"


@dataclass(frozen=True, slots=True)
class Condition:
    """An event that opens or closes a tie.

    Attributes:
        type, mode: PLOVER's; a mode of None holds for all.
        any: themes of which a report names at least one; empty holds always. unless: operators that do not count.
    """

    type: str
    mode: str | None
    any: frozenset[str]
    unless: frozenset[str]

    def holds(self, event: Event, reports: Sequence[Report]) -> bool:
        """Whether an event told by these reports is such a one."""
        if event.type != self.type or (self.mode is not None and event.mode != self.mode):
            return False
        return any(
            (not self.any or bool(self.any & set(report.themes))) and operator_of(report) not in self.unless
            for report in reports
        )


def operator_of(report: Report) -> str:
    """The operator that acted on the theme, as the rule's name tells it (``make*relations``); empty for a plain frame."""
    return next((word.split("*")[0] for word in report.rule.split() if "*" in word), "")


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of ``ties.yaml``.

    Attributes:
        joins: years within which a further opening belongs to the tie; 0 where each opens a tie of its own.
        closes_within: years after the last opening within which a closing can be its end; None for any time.
        also_ends: the kind that its closing ends where none of its own is open, or None.
        single: two parties have one such tie, which can be broken and taken up again; `resumes`: operators of taking up.
        states: none but states have it. named: each has a name of its own, and an end that names another ends it not.
        lasts: years after which nobody knows whether it stands; None for a tie that stands until its end is told.
    """

    kind: str
    equal: bool
    joins: int
    closes_within: int | None
    needs_close: bool
    also_ends: str | None
    single: bool
    states: bool
    named: bool
    resumes: frozenset[str]
    lasts: int | None
    opens: tuple[Condition, ...]
    closes: tuple[Condition, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of ``ties.yaml``, in their order.

    Raises:
        KnowledgeError: an entry lacks what it needs.
    """
    found = []
    for entry in read_yaml(_FILE):
        try:
            lasts = entry["lasts"]
            found.append(
                Rule(
                    kind=entry["kind"],
                    equal=bool(entry.get("equal")),
                    joins=int(entry.get("joins", 0)),
                    closes_within=entry.get("closes_within"),
                    needs_close=bool(entry.get("needs_close")),
                    also_ends=entry.get("also_ends"),
                    single=bool(entry.get("single")),
                    states=bool(entry.get("states")),
                    named=bool(entry.get("named")),
                    resumes=frozenset(entry.get("resumes", ())),
                    lasts=None if lasts == "until-told" else int(lasts),
                    opens=tuple(_condition(c) for c in entry["opens"]),
                    closes=tuple(_condition(c) for c in entry["closes"]),
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            raise KnowledgeError(f"{_FILE}: the entry {entry!r} lacks or garbles {error}") from error
    return tuple(found)


def _condition(entry: Mapping[str, Any]) -> Condition:
    return Condition(
        type=entry["type"],
        mode=entry.get("mode"),
        any=frozenset(entry.get("any", ())),
        unless=frozenset(entry.get("unless", ())),
    )
