"""What an operator makes of a theme or of another event: the table of `knowledge/codes/compose.tsv`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..errors import KnowledgeError
from ..knowledge import load

QUADS: dict[str, frozenset[str]] = {
    quad: frozenset(
        row["type"] for row in load.read_yaml(load.ROOT / "codes" / "plover.yaml")["types"] if row["quad"] == quad
    )
    for quad in ("vc", "mc", "vk", "mk")
}
CLASSES = {
    **{f"+{name}": QUADS[name] for name in ("vc", "mc")},
    **{f"-{name}": QUADS[name] for name in ("vk", "mk")},
    "+coop": QUADS["vc"] | QUADS["mc"],
    "-conflict": QUADS["vk"] | QUADS["mk"],
}
TYPES = frozenset().union(*QUADS.values())


@dataclass(frozen=True, slots=True)
class Composition:
    """One row of the table.

    Attributes:
        type: of the result; ``=`` keeps the governed event's, ``NONE`` tells nothing.
        mode: of the result; ``=`` keeps it.
        standing: of the result, or "" for asserted.
        inner: standing with which the governed event is reported beside it, or "".
        actor, recipient: role expressions instead of the operator's, or ().
        without: type and mode of the result where no recipient is found, or ().
        name: ``operator*on``, for `Report.rule`.
    """

    type: str
    mode: str | None
    standing: str
    inner: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    without: tuple[str, ...]
    name: str


@cache
def _table() -> dict[tuple[str, str], Composition]:
    path = load.ROOT / "codes" / "compose.tsv"
    found: dict[tuple[str, str], Composition] = {}
    for row in load.read_table(path):
        roles = dict(part.split("=", 1) for part in row["roles"].split(";") if part)
        if row["type"] not in TYPES and row["type"] not in ("=", "NONE"):
            raise KnowledgeError(
                f"{path}: {row['operator']} on {row['on']} gives {row['type']!r}, which is no PLOVER type"
            )
        for on in row["on"].split("|"):
            found.setdefault(
                (row["operator"], on),
                Composition(
                    type=row["type"],
                    mode=row["mode"] or None,
                    standing=row["standing"],
                    inner=row["inner"],
                    actor=tuple(roles.get("actor", "").split("|")) if roles.get("actor") else (),
                    recipient=tuple(roles.get("recipient", "").split("|")) if roles.get("recipient") else (),
                    without=tuple(row["without"].split()),
                    name=f"{row['operator']}*{on}",
                ),
            )
    return found


def compose(operator: str, themes: Iterable[str], kind: str | None) -> Composition | None:
    """What the table says of an operator on themes (first that fits), else on an event of a type, else on anything.

    Args:
        operator: its name. themes: of what it governs. kind: PLOVER type of what it governs, or None.
    """
    table = _table()
    for theme in themes:
        row = table.get((operator, theme))
        if row is not None:
            return row
    if kind is not None:
        row = table.get((operator, kind))
        if row is not None:
            return row
        for name, types in CLASSES.items():
            if kind in types:
                row = table.get((operator, name))
                if row is not None:
                    return row
    return None if kind == "topic" else table.get((operator, "*"))


def alone(operator: str) -> Composition | None:
    """What the table says of an operator that governs nothing."""
    return _table().get((operator, "-"))


def operators() -> frozenset[str]:
    """Names of all operators."""
    return frozenset(operator for operator, _ in _table())


def themes() -> frozenset[str]:
    """Names of all themes that some operator knows."""
    return frozenset(on for _, on in _table() if on not in TYPES and on not in CLASSES and on not in "*-")
