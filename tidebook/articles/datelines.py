"""The first words of a lead: place, newspaper and agency before the dash."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records.spans import Span
from .dates import month_names
from .outlets import by_name

_HEAD = re.compile(r"^(?P<head>[^\W_][^–—\n]{1,70}?)\s*(?:\s-{1,2}|-{2}|\.-|[–—]|\s-(?=\w))\s*(?=[\"“‘'\w])")
_AGENCY = re.compile(r"\s*\(\s*(?P<agency>[^()\d]{2,40}?)\s*\)\s*$")
_HOST = re.compile(r"^(?:www\.)?[\w-]+(?:\.[a-z]{2,4}){1,2}$", re.IGNORECASE)
_LONGEST_PLACE = 24
_TITLED = re.compile(r"^(?:[A-Z][^\W\d_]+[ ,]*){1,3}$")
_DATE = re.compile(r"[,(\s]*\(?\d.*$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the dash of a lead.

    Attributes:
        place: as written, or None. outlet: the newspaper's name as written, or None. agency: what stands in brackets, or None.
        span: into the lead, without the dash.
    """

    place: str | None
    outlet: str | None
    agency: str | None
    span: Span


def dateline_of(lead: str) -> Dateline | None:
    """The dateline of a lead, or None: ``TEMPO.CO, Jakarta -``, ``JAKARTA, KOMPAS.com -``, ``LONDON (Reuters) -``."""
    found = _HEAD.match(lead)
    if found is None:
        return None
    head = found["head"]
    span = Span(start=0, end=found.end("head"))
    agency = None
    inner = _AGENCY.search(head)
    if inner is not None:
        agency, head = inner["agency"], head[: inner.start()]
    place: list[str] = []
    outlet = None
    for part in (piece.strip() for piece in re.split(r"[,;|/]", head)):
        if outlet is None and (part in by_name() or _HOST.match(part)):
            outlet = part
        elif part and not part[0].isdigit():
            words = _DATE.sub("", part)
            if words.lower().strip(". ") not in month_names():
                place.append(words)
    where = ", ".join(place) or None
    if outlet is None and agency is None and (where is None or not _is_place(where)):
        return None
    if where is not None and len(where.split()) > 5:
        return None
    return Dateline(where, outlet, agency, span)


def _is_place(words: str) -> bool:
    """Where nothing else stands beside it, a place is all capitals, or up to three capitalised words."""
    if not any(map(str.isalpha, words)) or len(words) < 3:
        return False
    return words.upper() == words or (len(words) <= _LONGEST_PLACE and _TITLED.match(words) is not None)
