"""The rule of a report in words: which frame read it, what roles the frame asks for, and how each of them was filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..events.entries import Entry, rows_of
from ..knowledge.load import languages
from ..records.events import Report
from .words import Words

_NAMED = re.compile(r"(?P<name>.+?)/(?P<voice>[a-z]+)(?: (?P<row>\S.*))?")


@dataclass(frozen=True, slots=True)
class Rule:
    """A `Report.rule` taken apart.

    Attributes:
        name: of frame or operator; voice: of its words. row: what it was composed with (``lift*sanction``), or "".
        roles: (``actor`` or ``recipient``, how it was found).
    """

    language: str
    name: str
    voice: str
    row: str
    roles: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, written: str) -> Rule | None:
        """The parts of a rule, or None where it is none of our rules."""
        language, _, rest = written.partition(":")
        pieces = rest.split(" ")
        first = next((n for n, p in enumerate(pieces) if p.startswith(("actor:", "recipient:"))), len(pieces))
        found = _NAMED.fullmatch(" ".join(pieces[:first]).strip())
        if found is None or language not in languages("structure.yaml"):
            return None
        roles = tuple((role, how) for role, _, how in (piece.partition(":") for piece in pieces[first:]) if how)
        return cls(language, found["name"], found["voice"], found["row"] or "", roles)

    def entry(self, type: str) -> Entry | None:
        """The row of the table that the rule names, one of this PLOVER type first."""
        rows = _by_name(self.language).get((self.name, bool(self.row)), ())
        return next((entry for entry in rows if entry.code == type), rows[0] if rows else None)


@cache
def _by_name(language: str) -> dict[tuple[str, bool], tuple[Entry, ...]]:
    found: dict[tuple[str, bool], tuple[Entry, ...]] = {}
    for _, _, entry in rows_of(language):
        if entry.kind != "theme":
            key = (entry.name, entry.kind == "operator")
            found[key] = (*found.get(key, ()), entry)
    return found


def rule_lines(report: Report, words: Words) -> Iterator[tuple[str, str]]:
    """(what, in words) of the rule that read a report; nothing but its name where it is none of our rules."""
    rule = Rule.of(report.rule)
    if rule is None:
        kind, _, model = report.rule.partition(":")
        yield words.say("cli.x_frame"), words.say("cli.x_model", model=model) if kind == "llm" else report.rule
        return
    parts = [f"“{rule.name}” ({words.label('voices', rule.voice)})"]
    operator, star, theme = rule.row.partition("*")
    if star:
        governed = words.say("cli.x_anything") if theme in ("*", "-", "") else theme
        parts.append(words.say("cli.x_composed", operator=operator, theme=governed))
    elif rule.row:
        parts.append(rule.row)
    parts.append(words.type_name(report.type, report.mode))
    yield words.say("cli.x_frame"), " · ".join(parts)
    entry = rule.entry(report.type)
    if entry is not None:
        asks = [(role, hows) for role, hows in (("actor", entry.actor), ("recipient", entry.recipient)) if hows]
        if asks:
            told = (
                f"{words.label('roles', role)}: {', '.join(how_found(how, words) for how in hows)}"
                for role, hows in asks
            )
            yield words.say("cli.x_asks"), "; ".join(told)
        if entry.example:
            yield words.say("cli.x_example"), entry.example
    for role, how in rule.roles:
        yield words.say("cli.x_found"), f"{words.label('roles', role)}: {how_found(how, words)}"


def how_found(how: str, words: Words) -> str:
    """How a role was filled ("the subject + behind “with”")."""
    return " + ".join(words.label("found", piece.replace(".", "-")) for piece in how.split("+"))
