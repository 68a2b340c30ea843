"""JSON-LD of a page (schema.org): the facts of the article that it describes, and of no other article that it lists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

Fact = tuple[str, str, str]
"""Key, value, JSON pointer."""

MOST_NODES = 400
"""Nodes of one script that are looked at."""

_ARTICLES = re.compile(r"Article$|^Report$|BlogPosting$|^Review$|^VideoObject$|^Recipe$|^CreativeWork$")
_PAGES = re.compile(r"Page$")
_BODIES = re.compile(r"Organization$|^WebSite$|^Corporation$|^Person$|^Periodical$|^Newspaper$")
_PROPERTIES = (
    "headline",
    "alternativeHeadline",
    "name",
    "description",
    "datePublished",
    "dateModified",
    "dateCreated",
    "uploadDate",
    "dateline",
    "author",
    "creator",
    "contributor",
    "publisher",
    "provider",
    "sourceOrganization",
    "copyrightHolder",
    "articleSection",
    "genre",
    "keywords",
    "inLanguage",
    "url",
    "mainEntityOfPage",
    "isPartOf",
    "locationCreated",
    "contentLocation",
    "translationOfWork",
    "position",
    "pagination",
    "pageStart",
    "pageEnd",
    "isAccessibleForFree",
    "articleBody",
)
_INWARD = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
_WRAPPING = re.compile(r"^(?://\s*)?(?:<!\[CDATA\[|<!--)\s*(?://[^\n]*\n)?")
_TRAILING = re.compile(r",(\s*[}\]])")
_DECODER = json.JSONDecoder(strict=False)
_LOOSE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def facts_of(script: str) -> Iterator[Fact]:
    """What a script of type ``application/ld+json`` says: ``ld:`` of an article, ``ldpage:`` of the page, ``ldsite:`` of who runs it.

    Broken JSON is read as far as usual breakages allow (CDATA marks, comma before a closing bracket, raw line ends in strings);
    what cannot be read states nothing.
    """
    roots = tuple(_roots(script))
    known = {node["@id"]: node for _, node in roots if isinstance(node.get("@id"), str) and len(node) > 1}
    for pointer, node in roots:
        yield from _facts(node, pointer, known)


def _facts(node: dict[str, Any], pointer: str, known: dict[str, dict[str, Any]]) -> Iterator[Fact]:
    types = [one for one in _listed(node.get("@type")) if isinstance(one, str)]
    prefix = _prefix(types)
    if prefix is None:
        return
    for one in types:
        yield f"{prefix}:@type", one, f"{pointer}/@type"
    for name in _PROPERTIES:
        if name in node and (prefix == "ld" or name not in ("articleBody", "keywords")):
            for value, where in _values(node[name], f"{pointer}/{name}", known):
                yield f"{prefix}:{name}", value, where


def _prefix(types: list[str]) -> str | None:
    bare = [one.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for one in types]
    for pattern, prefix in ((_ARTICLES, "ld"), (_PAGES, "ldpage"), (_BODIES, "ldsite")):
        if any(pattern.search(one) for one in bare):
            return prefix
    return None


def _values(value: Any, pointer: str, known: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The words of a property: a string as it stands, the name (or address) of a node here or elsewhere in the script, each of a list."""
    if isinstance(value, bool):
        yield ("true" if value else "false"), pointer
    elif isinstance(value, int | float):
        yield str(value), pointer
    elif isinstance(value, str):
        yield value, pointer
    elif isinstance(value, list):
        for number, one in enumerate(value[:50]):
            if not isinstance(one, list):
                yield from _values(one, f"{pointer}/{number}", known)
    elif isinstance(value, dict):
        if len(value) <= 2 and isinstance(value.get("@id"), str):
            value = known.get(value["@id"], value)
        for key in ("name", "headline", "@value", "alternateName", "@id", "url"):
            if isinstance(value.get(key), str) and value[key].strip():
                yield value[key], f"{pointer}/{key}"
                return


def _roots(script: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every node that speaks of the page itself, breadth first: not what it lists, recommends or quotes."""
    waiting = [("", _parsed(script), 0)]
    seen = 0
    while waiting and seen < MOST_NODES:
        pointer, value, depth = waiting.pop(0)
        seen += 1
        if isinstance(value, list):
            waiting += [(f"{pointer}/{n}", one, depth + 1) for n, one in enumerate(value[:MOST_NODES])]
        elif isinstance(value, dict):
            yield pointer, value
            if depth < 4:
                inner = [(f"{pointer}/{key}", value[key], depth + 1) for key in _INWARD if key in value]
                waiting += [one for one in inner if isinstance(one[1], dict | list)]


def _parsed(script: str) -> Any:
    text = _WRAPPING.sub("", script.strip("\ufeff \t\r\n")).lstrip()
    try:
        return _DECODER.raw_decode(text)[0]
    except (ValueError, RecursionError):
        pass
    try:
        return _DECODER.raw_decode(_LOOSE.sub(" ", _TRAILING.sub(r"\1", text)))[0]
    except (ValueError, RecursionError):
        return None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
