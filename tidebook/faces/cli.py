"""The command line: one verb for each thing that Tidebook does."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from .. import __version__
from ..errors import PileError, TidebookError
from ..knowledge.load import languages
from .exports import formats
from .plain import one_line
from .streams import flushed_at_the_end, make_streams_safe, reason_of
from .words import default_language, interfaces, words_of

if TYPE_CHECKING:
    from ..runs.verify import Fault
    from .words import Words

WRONG_WORDS = 3
"""Exit code of `verify` where a page no longer says what the book quotes."""

_HERE = words_of(default_language())
_CHOICES = ", ".join(interfaces())
_BOOK = Path("BOOK")

app = typer.Typer(
    name="tidebook",
    help=_HERE.say("cli.app"),
    epilog=_HERE.say("cli.exits"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Speak = Annotated[
    str | None, typer.Option("--language", "-l", metavar="CODE", help=_HERE.say("cli.interface", choices=_CHOICES))
]
Book = Annotated[Path, typer.Argument(metavar="BOOK", help=_HERE.say("cli.book"))]
KnownOn = Annotated[str | None, typer.Option("--as-known-on", metavar="DATE", help=_HERE.say("cli.known_on"))]
Reader = Annotated[str | None, typer.Option("--reader", metavar="rules|openai", help=_HERE.say("cli.reader"))]
ReaderAt = Annotated[str | None, typer.Option("--endpoint", metavar="URL", help=_HERE.say("cli.reader_endpoint"))]
ReaderModel = Annotated[str | None, typer.Option("--model", metavar="NAME", help=_HERE.say("cli.reader_model"))]
ReaderTime = Annotated[float, typer.Option("--timeout", metavar="SECONDS", help=_HERE.say("cli.reader_timeout"))]
BookOption = Annotated[Path, typer.Option("--book", "-b", metavar="BOOK", help=_HERE.say("cli.book"))]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs a command; what Tidebook raises on purpose becomes one sentence on standard error and exit code 1."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # matrices are small here: threads cost more than they bring
    make_streams_safe()
    try:
        with flushed_at_the_end():
            app(args=None if arguments is None else list(arguments))
    except BrokenPipeError:
        sys.exit(1)
    except TidebookError as error:
        from .sayings import say_again

        for line in error.unread if isinstance(error, PileError) else ():
            page, _, detail = line.partition(": ")
            print(one_line(f"{page}: {say_again(_HERE, detail)}"), file=sys.stderr)
        print(f"tidebook: {say_again(_HERE, str(error))}", file=sys.stderr)
        sys.exit(1)
    except (OSError, UnicodeError) as error:
        print(f"tidebook: {_HERE.say('cli.stopped', reason=reason_of(error))}", file=sys.stderr)
        sys.exit(1)
    sys.exit(0)


@app.callback(invoke_without_command=True)
def _front_door(
    version: Annotated[bool, typer.Option("--version", help=_HERE.say("cli.version"), is_eager=True)] = False,
) -> None:
    if version:
        print(f"tidebook {__version__}")
        raise typer.Exit()


@app.command(help=_HERE.say("cli.build"), epilog=_HERE.say("cli.exits"))
def build(
    pages: Annotated[list[Path], typer.Argument(metavar="PAGES...", help=_HERE.say("cli.build_pages"))],
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="ONE OTHER", help=_HERE.say("cli.build_between"))
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="BOOK", help=_HERE.say("cli.build_out"))] = _BOOK,
    language: Annotated[
        str | None,
        typer.Option("--language", "-l", metavar="CODE", help=_HERE.say("cli.report_interface", choices=_CHOICES)),
    ] = None,
    extra_actors: Annotated[Path | None, typer.Option(metavar="FILE", help=_HERE.say("cli.build_extra"))] = None,
    fields: Annotated[str | None, typer.Option(metavar="NAME=FIELD,...", help=_HERE.say("cli.build_fields"))] = None,
    reader: Reader = None,
    endpoint: ReaderAt = None,
    model: ReaderModel = None,
    timeout: ReaderTime = 60.0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=_HERE.say("cli.quiet"))] = False,
) -> None:
    words = _speaking(language)
    from .asking import endpoint_asked, fields_asked
    from .making import make_book

    asked = endpoint_asked(reader, endpoint, model, timeout, words)
    named = fields_asked(fields, words)
    make_book(pages, between, out, extra_actors, words, asked, named, report_language=language, quiet=quiet)


@app.command(help=_HERE.say("cli.code"))
def code(
    text: Annotated[str, typer.Argument(metavar="FILE", help=_HERE.say("cli.code_text"))] = "-",
    published: Annotated[str | None, typer.Option(metavar="DATE", help=_HERE.say("cli.code_published"))] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--language", "-l", metavar="CODE", help=_HERE.say("cli.code_language", choices=", ".join(languages()))
        ),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="text|json", help=_HERE.say("cli.code_format"))
    ] = "text",
    explain: Annotated[bool, typer.Option("--explain", "-e", help=_HERE.say("cli.code_explain"))] = False,
    reader: Reader = None,
    endpoint: ReaderAt = None,
    model: ReaderModel = None,
    timeout: ReaderTime = 60.0,
) -> None:
    from .asking import endpoint_asked, publication_asked, text_asked

    if format not in ("text", "json"):
        raise typer.BadParameter(_HERE.say("cli.no_code_format", format=format, choices="json, text"))
    if language is not None and language.split("-")[0] not in languages():
        choices = ", ".join(languages())
        raise typer.BadParameter(_HERE.say("cli.unread_language", code=language, choices=choices))
    day = publication_asked(published, _HERE)
    asked = endpoint_asked(reader, endpoint, model, timeout, _HERE)
    content = text_asked(text, _HERE)
    from .readout import lost_readings, print_reading, read, reading_json

    reading, reports = read(content, day, language, asked, _HERE)
    found = reading.article.language.split("-")[0]
    if content.strip() and found not in languages("structure.yaml"):
        print(_HERE.say("cli.not_read", language=_HERE.language(found)), file=sys.stderr)
    lost = lost_readings(reading, asked) if explain else None
    if format == "json":
        print(reading_json(reading, reports, lost))
    else:
        print_reading(reading, reports, _HERE, lost)


@app.command(help=_HERE.say("cli.show"))
def show(
    book: Book = _BOOK,
    top: Annotated[int | None, typer.Option("--top", "-n", min=1, help=_HERE.say("cli.show_top"))] = None,
    everything: Annotated[bool, typer.Option("--all", "-a", help=_HERE.say("cli.show_all"))] = False,
    as_known_on: KnownOn = None,
    language: Speak = None,
) -> None:
    words = _speaking(language)
    from .asking import open_book
    from .terminal import print_timeline

    chronicle = open_book(book, words, as_known_on).chronicle
    print_timeline(chronicle, words.for_book(chronicle), top=top, everything=everything)


@app.command(help=_HERE.say("cli.report"))
def report(
    book: Book = _BOOK,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help=_HERE.say("cli.report_out"))] = None,
    as_known_on: KnownOn = None,
    language: Annotated[
        str | None,
        typer.Option("--language", "-l", metavar="CODE", help=_HERE.say("cli.report_interface", choices=_CHOICES)),
    ] = None,
) -> None:
    words = _speaking(language)
    from .asking import open_book, report_of
    from .making import write_text
    from .report import write_report

    chronicle = open_book(book, words, as_known_on).chronicle
    path = out or report_of(book, as_known_on, words)
    write_text(path, lambda stream: write_report(chronicle, stream, language), words)
    print(words.say("cli.report_line", path=path))


@app.command(help=_HERE.say("cli.asof"))
def asof(
    day: Annotated[str, typer.Argument(metavar="DATE", help=_HERE.say("cli.asof_day"))],
    book: BookOption = _BOOK,
    as_known_on: KnownOn = None,
    language: Speak = None,
) -> None:
    words = _speaking(language)
    from .asking import day_asked, open_book
    from .terminal import print_ties

    asked = day_asked(day, words)
    chronicle = open_book(book, words, as_known_on).chronicle
    print_ties(chronicle, asked, words.for_book(chronicle))


@app.command(help=_HERE.say("cli.explain"))
def explain(
    event: Annotated[str, typer.Argument(metavar="EVENT", help=_HERE.say("cli.explain_event"))],
    book: BookOption = _BOOK,
    as_known_on: KnownOn = None,
    language: Speak = None,
) -> None:
    words = _speaking(language)
    from .asking import open_book
    from .reasons import print_reasons

    if not event.strip():
        raise typer.BadParameter(words.say("cli.no_id"))
    kept = open_book(book, words, as_known_on)
    print_reasons(kept, event, words.for_book(kept.chronicle))


@app.command(help=_HERE.say("cli.verify"), epilog=_HERE.say("cli.exits"))
def verify(
    book: Book = _BOOK,
    pages: Annotated[Path | None, typer.Option(metavar="FOLDER", help=_HERE.say("cli.verify_pages"))] = None,
    language: Speak = None,
) -> None:
    words = _speaking(language)
    from ..runs.verify import passing
    from ..runs.verify import verify as read_again
    from .asking import open_book

    chronicle = open_book(book, words).chronicle
    faults = read_again(book, pages)
    if gone := passing(chronicle):
        print(words.say("cli.verify_stdin", len(gone)), file=sys.stderr)
    if faults:
        _print_faults(faults, words)
        raise typer.Exit(WRONG_WORDS)
    reports = words.say("report.n_reports", len(chronicle.reports))
    print(words.say("cli.verify_ok", reports=reports, pages=words.say("report.n_pages", len(chronicle.pages))))


@app.command(help=_HERE.say("cli.export"))
def export(
    format: Annotated[
        str, typer.Argument(metavar="FORMAT", help=_HERE.say("cli.export_format", choices=", ".join(formats())))
    ],
    book: Book = _BOOK,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help=_HERE.say("cli.export_out"))] = None,
    as_known_on: KnownOn = None,
    language: Annotated[
        str | None,
        typer.Option("--language", "-l", metavar="CODE", help=_HERE.say("cli.export_language", choices=_CHOICES)),
    ] = None,
) -> None:
    words = _speaking(language)
    from .asking import BOOK_FILE, open_book
    from .exports import export_of
    from .lacks import say_lacks
    from .making import write_text

    if format not in formats():
        raise typer.BadParameter(_HERE.say("cli.no_format", format=format, choices=", ".join(formats())))
    chronicle, chosen = open_book(book, words, as_known_on).chronicle, export_of(format)
    if out is not None:
        if (book if book.is_file() else book / BOOK_FILE).resolve() == out.resolve():
            raise typer.BadParameter(words.say("cli.own_book", path=out))
        write_text(out, lambda stream: chosen.write(chronicle, stream, language), words)
    else:
        with open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False) as stream:
            chosen.write(chronicle, stream, language)
    if missing := say_lacks(words, chosen.lacks(chronicle)):
        print(missing, file=sys.stderr)


def _speaking(language: str | None) -> Words:
    return _HERE if language is None else words_of(language)


def _print_faults(faults: Sequence[Fault], words: Words) -> None:
    print(words.say("cli.verify_bad", faults=words.say("cli.n_faults", len(faults))), file=sys.stderr)
    for fault in faults:
        kind = words.label("cli.fault_kinds", fault.kind)
        print(f"  {fault.page}: {kind}: {one_line(fault.detail)}", file=sys.stderr)
        if fault.events:
            print(f"    {words.say('cli.verify_events', events=', '.join(fault.events))}", file=sys.stderr)
