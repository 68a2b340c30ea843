"""How warm or cold an event is: the scores of ``codes/scores.tsv``."""

from __future__ import annotations

from functools import cache

from ..errors import KnowledgeError
from .load import ROOT, read_table


def score_of(type: str, mode: str | None) -> tuple[float, float | None]:
    """PLOVER's score and Goldstein's second opinion of a type and mode, both -10 to +10.

    A mode that has no score of its own takes that of its type; the second opinion is None where the file leaves it out.

    Raises:
        KnowledgeError: the file has no such type.
    """
    table = _table()
    found = table.get((type, mode or "")) or table.get((type, ""))
    if found is None:
        known = ", ".join(sorted({name for name, _ in table}))
        raise KnowledgeError(f"{ROOT / 'codes' / 'scores.tsv'}: no event type {type!r}; there are {known}")
    return found


@cache
def _table() -> dict[tuple[str, str], tuple[float, float | None]]:
    path = ROOT / "codes" / "scores.tsv"
    table: dict[tuple[str, str], tuple[float, float | None]] = {}
    for row in read_table(path):
        second = row["goldstein"]
        try:
            table[row["type"], row["mode"]] = (float(row["score"]), float(second) if second else None)
        except ValueError as error:
            raise KnowledgeError(f"{path}: {row['type']} {row['mode']} needs figures for its scores") from error
    return table
