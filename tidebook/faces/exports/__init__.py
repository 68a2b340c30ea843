"""One module for each format, each with ``write(chronicle, out)`` and ``lacks(chronicle)``."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, TextIO

from ...errors import BookError
from ...records.chronicles import Chronicle
from ..lacks import Lack


class Export(Protocol):
    """What every module of this folder promises: the same chronicle gives the same characters."""

    def write(self, chronicle: Chronicle, out: TextIO, language: str | None = None) -> None:
        """Writes the chronicle as text; `out` must not translate line ends.

        Args:
            language: of what is said to people; None takes that of most articles. What is for programs has none.
        """

    def lacks(self, chronicle: Chronicle) -> tuple[Lack, ...]:
        """What of this chronicle the format has no place for; an export is never cut short in silence."""


def formats() -> tuple[str, ...]:
    """Names of the formats, sorted: those of the modules, with hyphens."""
    return tuple(sorted(module.name.replace("_", "-") for module in iter_modules(__path__)))


def export_of(format: str) -> Export:
    """The module of a format.

    Raises:
        BookError: there is no such format; the message lists those there are.
    """
    if format not in formats():
        from ..words import default_language, words_of

        words = words_of(default_language())
        raise BookError(words.say("cli.no_format", format=format, choices=", ".join(formats())))
    module: Export = import_module(f".{format.replace('-', '_')}", __name__)
    return module
