"""Newspapers and agencies as data: ``knowledge/outlets/<country>/<domain>.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..knowledge.load import ROOT, read_yaml

AGENCY, OUTLET = "agency", "outlet"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newsroom or agency.

    Attributes:
        name: for people. names: all that it is called, as written. domains: its hosts.
        country: ISO 3166-1 alpha-3, or None. kind: ``outlet`` or ``agency``.
        marks: words that stand on its pages alone.
    """

    name: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
    country: str | None
    kind: str
    marks: tuple[str, ...]


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet with a file, sorted by name."""
    found = []
    for path in sorted((ROOT / "outlets").glob("*/*.yaml")):
        entry = read_yaml(path)
        marks = tuple(mark for manner in entry.get("manners", ()) for mark in manner.get("marks", ()))
        found.append(
            Outlet(
                entry["name"],
                tuple(entry["names"]),
                tuple(entry["domains"]),
                entry.get("country"),
                entry["kind"],
                marks,
            )
        )
    return tuple(sorted(found, key=lambda outlet: outlet.name))


@cache
def names_pattern() -> re.Pattern[str]:
    """Any name or domain of any outlet, longest first; `by_name` says whose it is."""
    words = sorted(by_name(), key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![\w.@])(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?![\w@])")


@cache
def by_name() -> dict[str, Outlet]:
    """Every name and domain, as written, with its outlet; names shared by two outlets belong to the first."""
    table: dict[str, Outlet] = {}
    for outlet in outlets():
        for word in (*outlet.names, *outlet.domains):
            table.setdefault(word, outlet)
            if "." in word:
                table.setdefault(word.upper(), outlet)
                table.setdefault(word.lower(), outlet)
    return table


@cache
def furniture_lines() -> tuple[str, ...]:
    """Lines that single outlets put around their articles, in lower case."""
    lines: set[str] = set()
    for path in sorted((ROOT / "outlets").glob("*/*.yaml")):
        for manner in read_yaml(path).get("manners", ()):
            lines |= {line.lower() for line in manner.get("furniture", ())}
    return tuple(sorted(lines))
