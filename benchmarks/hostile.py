"""What becomes of each hazard: seconds, memory at its peak, and what is said.

    python -m benchmarks.hostile [NAME]        only the hazards whose name holds NAME

Each is read in a process of its own that reads nothing else; its processor time (with that of its children) is printed, as a busy
machine stretches the other, and its peak of memory less what the process held before it began. The bar is 2 seconds and 500 MB.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tidebook.pages.guard import guard
from tidebook.pages.pile import read_file
from tidebook.records.pages import Page

from .hazards import hazards

MOST_SECONDS = 2.0
MOST_MEGABYTES = 500


def main() -> int:
    """Prints a line for each hazard; 1 where one passes the bar."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    failed = 0
    print(f"{'hazard':38} {'seconds':>7} {'MB':>5}  outcome")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, file, make) in enumerate(hazards()):
            if wanted not in name:
                continue
            path = Path(folder, str(number), file)
            path.parent.mkdir()
            make(path)
            seconds, megabytes, outcome = measured(path)
            late = seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES
            failed += late
            print(f"{name:38} {seconds:7.2f} {megabytes:5.0f}  {'PAST THE BAR: ' if late else ''}{outcome}", flush=True)
            path.unlink()
    print(f"{failed} past {MOST_SECONDS:.0f} seconds or {MOST_MEGABYTES} MB")
    return 1 if failed else 0


def measured(path: Path) -> tuple[float, float, str]:
    """Processor seconds, peak megabytes and outcome of reading one file in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        outcome = _outcome(path).encode()
        guard.end()
        os.write(writing, outcome[:4_000])
        os._exit(0)
    os.close(writing)
    _, status, used = os.wait4(child, 0)
    told = os.read(reading, 8_000).decode() or f"died with status {status}"
    os.close(reading)
    _, before = os.wait4(_idle(), 0)[1:]
    return used.ru_utime + used.ru_stime, max(0.0, (used.ru_maxrss - before.ru_maxrss) / 1_024), told


def _idle() -> int:
    child = os.fork()
    if not child:
        os._exit(0)
    return child


def _outcome(path: Path) -> str:
    pages, said = 0, Counter[str]()
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    for found in read_file(path, path.name):
        if isinstance(found, Page):
            pages += 1
        else:
            said[f"{found.page}: {found.detail}"] += 1
    first = next(iter(said), "")
    return f"{pages} pages" + (f", {sum(said.values())} said; {first}" if said else "")


if __name__ == "__main__":
    sys.exit(main())
