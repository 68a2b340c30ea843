"""Lines of a rendered page: their words as a browser draws them, and which of them are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..records.pages import Element
from ..records.spans import Span
from .frames import Frame
from .tags import PRE

MOST_PATHS = 1 << 25
"""Code points in the paths of all lines of the largest page that is read: 100,000 lines, each 40 elements deep."""
PROSE = 80
"""Code points from which a line that is mostly no link counts as prose."""
MOST_LINKED = 0.3
"""The largest share of links in a line of prose."""

_RUNS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029 ]+")
_WIDE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Blanks that browsers draw as they are, though Python takes them for blanks like others."""
_ENDS = re.compile("[\n-\r\x1c-\x1f\x85\u2028\u2029]")


class PastLimitError(Exception):
    """The page is larger than is read; the message goes on from its name."""


@dataclass(slots=True)
class Line:
    """Words of one line, the share of links in them, and the innermost element that holds them all."""

    words: str
    linked: float
    holder: Frame


def line_of(words: str, linked: int, holder: Frame) -> Line | None:
    """A line of what was taken, or None where it shows nothing.

    Args:
        words: as they stood in the markup, entities decoded.
        linked: how many of them, blanks not counted, stand in links.
        holder: the innermost element that holds them.
    """
    if holder.kind & PRE:
        words = _ENDS.sub(" ", words).rstrip()
    elif words.isascii() or not _WIDE.search(words):
        words = " ".join(words.split())
    else:
        words = _RUNS.sub(" ", words).strip(" ")
    if not words or words.isspace():
        return None
    share = 0.0
    if linked:
        share = min(1.0, round(linked / (len(words) - words.count(" ")), 3))
    if len(words) >= PROSE and share <= MOST_LINKED and holder.wall is None:
        around: Frame | None = holder
        while around is not None and not around.prose:
            around.prose = True
            around = around.parent
    return Line(words, share, holder)


def shown(lines: Sequence[Line]) -> list[Line]:
    """The lines that a reader gets to see.

    Hidden blocks are left out, unless they go on with an article: where most of a page's prose is hidden, the hidden blocks that
    lie beside seen prose (and not loose in the body, as dialogs do) are what a paid wall's script uncovers for its readers.
    """
    seen = [line for line in lines if line.holder.wall is None]
    if len(seen) == len(lines):
        return seen
    continued = [line for line in lines if line.holder.wall is not None and _goes_on(line.holder.wall)]
    if sum(map(_prose, continued)) <= sum(map(_prose, seen)):
        return seen
    return [line for line in lines if line.holder.wall is None or _goes_on(line.holder.wall)]


def shows_prose(lines: Sequence[Line]) -> bool:
    """Whether any line reads like a sentence of an article."""
    return any(_prose(line) for line in lines)


def to_elements(lines: Sequence[Line]) -> tuple[str, tuple[Element, ...]]:
    """The text of a page, and where each of its lines stood.

    Raises:
        PastLimitError: so many lines stand so deep that their paths alone would fill the memory.
    """
    elements, start, paths = [], 0, 0
    for line in lines:
        end = start + len(line.words)
        holder = line.holder
        block = holder if holder.tag == "time" else holder.block()
        path = block.path()
        paths += len(path)
        if paths > MOST_PATHS:
            raise PastLimitError(f"its {len(lines):,} lines are nested too deep; save the page again from a browser")
        elements.append(
            Element(
                span=Span(start=start, end=end),
                path=path,
                tag=block.tag,
                names=holder.names(),
                linked=line.linked,
            )
        )
        start = end + 1
    return "\n".join([line.words for line in lines]), tuple(elements)


def _goes_on(wall: Frame) -> bool:
    around = wall.parent
    return around is not None and around.prose and around.tag not in ("body", "html")


def _prose(line: Line) -> int:
    return len(line.words) if len(line.words) >= PROSE and line.linked <= MOST_LINKED else 0
