"""Makes a book with all its faces, and says in plain sentences what became of the pages."""

from __future__ import annotations

import errno
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ..errors import TidebookError
from ..events.ask_line import Endpoint
from ..records.chronicles import Chronicle
from ..records.drops import Dropped
from .plain import one_line
from .sayings import say_again
from .shelf import Shelf, moves_the_tide
from .words import Words

if TYPE_CHECKING:
    from rich.progress import TaskID

    from ..runs.build import Progress

MOST_SAID = 5
"""Lines on standard error for what could not be read in one file; the report and the book list all."""


def make_book(
    pages: Sequence[Path],
    between: tuple[str, str] | None,
    out: Path,
    extra_actors: Path | None,
    words: Words,
    endpoint: Endpoint | None = None,
    fields: Mapping[str, str] | None = None,
    *,
    report_language: str | None,
    quiet: bool,
) -> None:
    """Reads `pages` into `out`: book.db, chronicle.json, report.html; tells standard output unless `quiet`.

    Raises:
        TidebookError: as `runs.build.build` does, or a file cannot be written.
    """
    from ..runs.build import build
    from .exports import export_of
    from .report import write_report

    _check_folder(out, words)
    if endpoint is not None and not quiet:
        print(words.say("cli.reader_sends", host=endpoint.host, model=endpoint.model), file=sys.stderr)
    with _progress(words, quiet) as tell:
        try:
            built = build(pages, between, out, tell, extra_actors, endpoint, fields)
        except TidebookError as error:
            error.args = (say_again(words, str(error)),)
            raise
        except OSError as error:
            raise TidebookError(words.say("cli.cannot_write", path=out, reason=error.strerror)) from error
    chronicle = built.chronicle
    words = words.for_book(chronicle)
    write_text(out / "chronicle.json", lambda stream: export_of("json").write(chronicle, stream), words)
    report = out / "report.html"
    write_text(report, lambda stream: write_report(chronicle, stream, report_language), words)
    for line in _unread(built.unread, words, quiet):
        print(line, file=sys.stderr)
    if not quiet:
        for line in summary(chronicle, report, words):
            print(line)
        if not any(event.between for event in chronicle.events):
            left, right = (words.actor(side.actor) for side in (chronicle.dyad.left, chronicle.dyad.right))
            print(words.say("cli.none_between", left=left, right=right), file=sys.stderr)


def summary(chronicle: Chronicle, report: Path, words: Words) -> Iterator[str]:
    """What was read, which pair, what is told, what was left out, and where the report lies; a sentence each."""
    shelf = Shelf(chronicle)
    yield words.say(
        "cli.read_line",
        pages=words.say("report.n_pages", len(chronicle.pages)),
        articles=words.say("report.n_articles", len(chronicle.articles)),
        origins=words.say("report.n_origins", len(shelf.origins)),
    )
    left, right = (words.actor(side.actor) for side in (chronicle.dyad.left, chronicle.dyad.right))
    yield words.say(f"cli.pair_{chronicle.dyad.chosen}", left=left, right=right)
    told = [shelf.events[entry.event] for entry in chronicle.entries]
    between = [event for event in told if event.between]
    yield words.say(
        "cli.told_line",
        events=words.say("report.n_events", len(told)),
        between=len(between),
        claims=sum(not moves_the_tide(event) for event in between),
    )
    counts = Counter(drop.reason for drop in chronicle.drops)
    if counts:
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        left_out = (words.say("cli.dropped_n", reason=words.label("reasons", reason), n=n) for reason, n in ranked)
        yield words.say("cli.dropped_line", list="; ".join(left_out))
    else:
        yield words.say("cli.dropped_none")
    if chronicle.tide_note:
        yield words.say("cli.tide_line", note=words.note(chronicle.tide_note))
    if chronicle.phases_note:
        yield words.say("cli.phases_line", note=words.note(chronicle.phases_note))
    yield words.say("cli.report_line", path=report)


def _unread(drops: Sequence[Dropped], words: Words, quiet: bool) -> Iterator[str]:
    """A line for each page that could not be read, and one for all files that are no pages, which are no error."""
    others = [drop for drop in drops if drop.reason == "not-a-page"]
    said: Counter[str] = Counter()
    for drop in drops:
        file = drop.page.split("!/")[0]
        if drop.reason == "not-a-page" or (drop.reason == "no-pages" and quiet):
            continue
        said[file] += 1
        if said[file] <= MOST_SAID:
            line = "cli.noted_line" if drop.reason == "no-pages" else "cli.unread_line"
            yield words.say(line, page=one_line(drop.page), detail=one_line(say_again(words, drop.detail)))
    for file, count in sorted(said.items()):
        if count > MOST_SAID:
            yield words.say("cli.unread_more", count - MOST_SAID, page=one_line(file))
    if others and not quiet:
        kinds = ", ".join(sorted({Path(drop.page).suffix.lower() for drop in others}))
        yield words.say("cli.other_files", len(others), kinds=one_line(kinds))


def write_text(path: Path, write: Callable[[TextIO], None], words: Words) -> None:
    """A file in UTF-8 with ``\\n`` line ends, put in place only once it is whole.

    Raises:
        TidebookError: it cannot be written.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        with fresh.open("w", encoding="utf-8", newline="") as stream:
            write(stream)
        os.replace(fresh, path)
    except OSError as error:
        raise TidebookError(words.say("cli.cannot_write", path=path, reason=error.strerror)) from error


def _check_folder(out: Path, words: Words) -> None:
    """Says before the work, not after it, that a book cannot be put there."""
    there = next(path for path in (out, *out.absolute().parents) if path.exists())
    if not there.is_dir():
        raise TidebookError(words.say("cli.cannot_write", path=out, reason=os.strerror(errno.ENOTDIR)))
    if not os.access(there, os.W_OK | os.X_OK):
        raise TidebookError(words.say("cli.cannot_write", path=out, reason=os.strerror(errno.EACCES)))


@contextmanager
def _progress(words: Words, quiet: bool) -> Iterator[Progress | None]:
    """A bar for each room on standard error where that is a terminal; else nothing."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(room: str, done: int, total: int) -> None:
            if room not in tasks:
                tasks[room] = bars.add_task(words.label("cli.steps", room), total=total)
            bars.update(tasks[room], completed=done, total=total)

        yield tell
