"""The elements of a page that are open at one moment."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .tags import BLOCK, KINDS, LINKED, UNSEEN

MOST_NAMES = 32
"""Names kept for a line: those of the nearest few elements tell what it is."""
MOST_OWN_NAMES = 6
"""Names kept of one element; menus and style sheets give a dozen."""
LONGEST_NAMES = 500
"""Code points in which the names of one element are looked for."""

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


class Frame:
    """One open element. One is made for every tag of a page, so it holds only what differs from the rule.

    Attributes:
        tag: its name, in lower case.
        parent: the element around it, None for the root.
        is_block: its text stands on lines of its own.
        kind: what its text is subject to, from it and the elements around it (`tags.UNSEEN`, `LINKED`, `PRE`).
        wall: the block around it, or itself, that the page hides until a script shows it.
        prose: a line of prose has been seen in it.
    """

    __slots__ = (
        "_attributes", "_counts", "_named", "_number", "_path", "is_block", "kind", "parent", "prose", "tag", "wall",
    )  # fmt: skip

    def __init__(self, tag: str, attributes: Mapping[str, str], parent: Frame | None) -> None:
        self.tag = tag
        self.parent = parent
        self.prose = False
        self._attributes = attributes
        self._counts: dict[str, int] | None = None
        self._named: tuple[str, ...] = ()
        self._path: str | None = None
        kind = KINDS.get(tag, 0)
        self.is_block = kind & BLOCK != 0
        kind &= ~BLOCK
        if parent is None:
            self.kind = kind
            self.wall: Frame | None = None
            self._number = 0
            return
        self.kind = kind | parent.kind
        self.wall = parent.wall
        counts = parent._counts
        if counts is None:
            parent._counts = {tag: 1}
            self._number = 1
        else:
            counts[tag] = self._number = counts.get(tag, 0) + 1
        if attributes:
            if tag == "a" and "href" in attributes:
                self.kind |= LINKED
            if "hidden" in attributes or ("style" in attributes and _HIDING.search(attributes["style"])):
                self._hide()

    def _hide(self) -> None:
        if not self.is_block:
            self.kind |= UNSEEN
        elif self.wall is None:
            self.wall = self

    def block(self) -> Frame:
        """The nearest block, itself or around it; the root where there is none."""
        found = self
        while not found.is_block and found.parent is not None:
            found = found.parent
        return found

    def path(self) -> str:
        """Its DOM path; head and body, of which there is one, go uncounted."""
        if self._path is None:
            self._describe()
        return self._path or ""

    def names(self) -> tuple[str, ...]:
        """What it and the elements around it are called; see `Element.names`."""
        if self._path is None:
            self._describe()
        return self._named

    def _describe(self) -> None:
        """Works out path and names, first of the elements around it; pages may be nested deeper than calls."""
        waiting = [self]
        outer = self.parent
        while outer is not None and outer._path is None:
            waiting.append(outer)
            outer = outer.parent
        for frame in reversed(waiting):
            outer = frame.parent
            own = frame._own_names() if frame._attributes else None
            if outer is None:
                frame._path = f"/{frame.tag}"
                frame._named = tuple(own or ())
                continue
            if outer.parent is None and frame.tag in ("head", "body"):
                frame._path = f"{outer._path}/{frame.tag}"
            elif frame.tag == "tr" and outer.tag == "table":
                frame._path = f"{outer._path}/tbody[1]/tr[{frame._number}]"  # as browsers put it
            else:
                frame._path = f"{outer._path}/{frame.tag}[{frame._number}]"
            frame._named = (*own, *outer._named)[:MOST_NAMES] if own else outer._named

    def _own_names(self) -> list[str]:
        held = self._attributes
        words = held.get("class", "")
        if len(held) > 1 or not words:
            for key in ("id", "role", "itemprop"):
                if key in held:
                    words = f"{words} {held[key]}"
        return words[:LONGEST_NAMES].lower().split()[:MOST_OWN_NAMES] if words else []
