"""What every store promises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ..records.chronicles import Chronicle
from ..records.readings import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Everything that was read and concluded.

    Attributes:
        chronicle: the history of the two.
        readings: one for each article: sentences, time expressions, actors.
        colophon: how the book was made: ``root`` (folder of the pages), ``version``, ``format``.
    """

    chronicle: Chronicle
    readings: tuple[Reading, ...]
    colophon: Mapping[str, str]


class Store(Protocol):
    """A keeper of one book. What was written comes back equal, in the same order."""

    def write(self, chronicle: Chronicle, readings: Sequence[Reading], colophon: Mapping[str, str]) -> None:
        """Keeps a book, in place of the one that was there; either the whole of it or, on an error, the old one."""

    def read(self) -> Chronicle:
        """The chronicle as it was written.

        Raises:
            BookError: there is no book, or it was written by another version of the format.
        """

    def read_book(self) -> Book:
        """The chronicle with the readings behind it.

        Raises:
            BookError: as for `read`.
        """
