"""How far a newsroom can be relied on, by the Admiralty code's letters."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, NamedTuple

from .load import ROOT, read_yaml


class Grade(NamedTuple):
    """A letter of the Admiralty code (``A`` reliable to ``E`` unreliable, ``F`` cannot be judged) and a slug that says why."""

    letter: str
    why: str


def grade_of(newsroom: str | None, parties: Collection[str]) -> Grade:
    """The grade of a newsroom for what it tells of some actors.

    Args:
        newsroom: its name as the articles room writes it; None where nothing says whose the page is.
        parties: codes of those who take part in what it tells; a state's own medium among them is that party's voice.
    """
    table = _table()
    for entry in table["sources"]:
        owner = entry.get("owners", {}).get(newsroom)
        if owner is not None and owner in parties:
            return _grade(table["party_voice"])
        if owner is not None or newsroom in entry.get("names", ()):
            return _grade(entry)
    return _grade(table["known"] if newsroom in _known() else table["unknown"])


def made_up() -> Grade:
    """The grade of what was written for fun."""
    return _grade(_table()["made_up"])


def is_judged(grade: Grade) -> bool:
    """Whether a source of this grade can confirm what another says."""
    return grade.letter in _table()["judged"]


def _grade(entry: dict[str, Any]) -> Grade:
    return Grade(entry["grade"], entry["why"])


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = read_yaml(ROOT / "codes" / "credibility.yaml")
    return found


@cache
def _known() -> frozenset[str]:
    return frozenset(read_yaml(path)["name"] for path in sorted((ROOT / "outlets").glob("*/*.yaml")))
