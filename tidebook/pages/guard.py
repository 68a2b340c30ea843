"""A process of its own for large pages, which is ended when it takes more than any page should.

Every limit of `render` is counted while a page is parsed, and the time it takes grows with the page; so this is the last resort,
against what nobody thought of. It is asked for pages of `GUARDED` and more alone, of which a pile holds few or none; it is started
at the first of them, and costs the others nothing.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

from .lines import PastLimitError
from .render import Rendered, render

GUARDED = 1 << 20
"""Code points from which a page is read in the process."""
MOST_SECONDS = 10
"""Seconds of the processor that one page may take there; a page at every limit takes two."""
LONGEST_WAIT = 60.0
"""Seconds by the clock until it is given up on a machine that is busy with other things."""
MOST_MEMORY = 1 << 30
"""Bytes of address space that the process may take for its pages; a page at every limit takes a third."""

_PACKAGE = Path(__file__).parents[2]
_LENGTH = 8


class Guard:
    """Renders pages in a process that can be killed; a new one is started after that."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def render(self, html: str) -> Rendered:
        """As `render.render`.

        Raises:
            PastLimitError: also where the process had to be ended.
        """
        process = self._started()
        if process is None:
            return render(html)
        try:
            _send(process.stdin, html.encode("utf-8", "replace"))
            answer = pickle.loads(
                _received(process.stdout, time.monotonic() + LONGEST_WAIT)
            )  # what our own process wrote
        except (OSError, EOFError, TimeoutError, pickle.UnpicklingError):
            self.end()
            detail = f"taking it apart needs more than {MOST_SECONDS} seconds or {MOST_MEMORY >> 20} MB; save the page as text"
            raise PastLimitError(detail) from None
        if isinstance(answer, str):
            raise PastLimitError(answer)
        assert isinstance(answer, Rendered)
        return answer

    def end(self) -> None:
        """Ends the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
            process.wait()

    def _started(self) -> subprocess.Popen[bytes] | None:
        """The process; None where none can be started or waited for."""
        if sys.platform == "win32":
            return None  # its pipes cannot be waited for with a limit
        if self._process is None or self._process.poll() is not None:
            command = (
                f"import sys; sys.path.insert(0, {str(_PACKAGE)!r}); from tidebook.pages.guard import serve; serve()"
            )
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-c", command],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            except OSError:
                return None
            atexit.register(self.end)
        return self._process


def serve() -> None:
    """What the process does: takes pages from standard input, one after another, and answers with their lines."""
    began_with = _address_space()
    for page in iter(lambda: _received(sys.stdin.buffer), b""):
        _limit(began_with + MOST_MEMORY)
        try:
            answer: Rendered | str = render(page.decode("utf-8"))
        except PastLimitError as error:
            answer = str(error)
        _send(sys.stdout.buffer, pickle.dumps(answer))


def _address_space() -> int:
    """Bytes of address space that the process has; libraries reserve more of it on machines with more processors."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return MOST_MEMORY


def _limit(space: int) -> None:
    """No more address space than this, and `MOST_SECONDS` from now on, where the system can hold a process to that."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (space, space))
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + MOST_SECONDS, hard))


def _send(pipe: IO[bytes] | None, data: bytes) -> None:
    if pipe is None:
        raise EOFError
    pipe.write(len(data).to_bytes(_LENGTH, "big") + data)
    pipe.flush()


def _received(pipe: IO[bytes] | None, until: float | None = None) -> bytes:
    """One message; empty at the end of the pipe where none has begun.

    Raises:
        EOFError: the other side ended within it.
        TimeoutError: it did not come before `until` (of the monotonic clock).
    """
    if pipe is None:
        raise EOFError
    length = _exactly(pipe, _LENGTH, until)
    if not length and until is None:
        return b""
    return _exactly(pipe, int.from_bytes(length, "big"), until)


def _exactly(pipe: IO[bytes], size: int, until: float | None) -> bytes:
    pieces: list[bytes] = []
    while size:
        if until is not None and not select.select([pipe], [], [], max(0.0, until - time.monotonic()))[0]:
            raise TimeoutError
        piece = os.read(pipe.fileno(), size) if until is not None else pipe.read(size)
        if not piece:
            if until is None and not pieces:
                return b""
            raise EOFError
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


guard = Guard()
"""The process of this program."""
