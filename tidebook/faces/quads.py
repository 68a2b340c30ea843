"""The four corners of PLOVER, which give an event its shape and colour."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..knowledge.load import ROOT, read_table

QUADS = ("vc", "mc", "vk", "mk")
"""Verbal and material cooperation, verbal and material conflict."""


def quad_of(type_: str) -> str:
    """The corner of a PLOVER type."""
    return types()[type_]


@cache
def types() -> Mapping[str, str]:
    """Every PLOVER type with its corner, from the warmest corner to the coldest."""
    return {row["type"]: row["quad"] for row in read_table(ROOT / "codes" / "quads.tsv")}
