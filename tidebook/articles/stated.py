"""What the markup of a page states of its article, in the order in which it is believed (``knowledge/codes/markup.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..knowledge.load import ROOT, read_yaml
from ..records.pages import Page


@dataclass(frozen=True, slots=True)
class Said:
    """One fact as the markup, the head or the carrier of a page states it.

    Attributes:
        fact: as in `Evidence`. value: the words as they stand there.
        rule: who found it (``json-ld``, ``meta``, ``microdata``). trust: how far it is believed (0 to 5).
        where: key and place in the markup, for people. path: the DOM path.
    """

    fact: str
    value: str
    rule: str
    trust: float
    where: str
    path: str


Told = Mapping[str, Sequence[Said]]
"""What a page states, by fact, the most trusted first."""


def said_by(page: Page) -> Told:
    """The facts that a page states, by fact, the most trusted first; empty for a page without markup."""
    found: dict[str, list[tuple[int, int, Said]]] = {}
    places = _places()
    for order, stated in enumerate(page.stated):
        for rank, fact, rule, trust in places.get(stated.key.lower(), ()):
            said = Said(fact, stated.value, rule, trust, f"{stated.key} at {stated.path}", stated.path)
            found.setdefault(fact, []).append((rank, order, said))
    return {fact: [said for _, _, said in sorted(rows, key=lambda row: row[:2])] for fact, rows in found.items()}


def is_made_up(page: Page) -> Said | None:
    """The type by which a page's markup says that its article is made up for fun, or None."""
    types = frozenset(_book()["made_up_types"])
    for stated in page.stated:
        kind = stated.value.rsplit("/", 1)[-1].rsplit(":", 1)[-1]
        if stated.key == "ld:@type" and kind.lower() in types:
            return Said("section", kind, "json-ld", 4.0, f"{stated.key} at {stated.path}", stated.path)
    return None


@cache
def part_names() -> frozenset[str]:
    """Names that addresses give to the number of a page within its article, in lower case."""
    return frozenset(_book()["part_names"])


@cache
def _book() -> dict[str, Any]:
    found: dict[str, Any] = read_yaml(ROOT / "codes" / "markup.yaml")
    return found


@cache
def _places() -> dict[str, list[tuple[int, str, str, float]]]:
    """For each key its rank within the facts that it states: rank, fact, rule, trust."""
    table: dict[str, list[tuple[int, str, str, float]]] = {}
    for fact, entries in _book()["facts"].items():
        rank = 0
        for entry in sorted(entries, key=lambda entry: -entry["trust"]):
            for key in entry["keys"]:
                table.setdefault(key, []).append((rank, fact, entry["rule"], entry["trust"]))
                rank += 1
    return table
