"""Standard input and output as they may come: in any encoding, full, or closed."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn


class Closed(io.TextIOBase):
    """Stands for a standard output that was closed before the program began: to write there is an error, not a crash."""

    encoding = "utf-8"

    def write(self, text: str, /) -> NoReturn:
        """Raises OSError (EBADF)."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def make_streams_safe() -> None:
    """Letters that an output cannot write are written as escapes; a closed output refuses what is written to it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if sys.stdout is None:
        sys.stdout = Closed()
    if sys.stderr is None:
        sys.stderr = io.StringIO()


@contextmanager
def flushed_at_the_end() -> Iterator[None]:
    """What was written is out when the block ends, or the error of writing it is raised inside the program.

    Raises:
        OSError: standard output is full, closed, or gone; then nothing more is written to it.
    """
    try:
        yield
    finally:
        try:
            sys.stdout.flush()
        except OSError:
            with suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, sys.stdout.fileno())
            raise


def reason_of(error: OSError | UnicodeError) -> str:
    """Why reading or writing failed, as the system says it."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
