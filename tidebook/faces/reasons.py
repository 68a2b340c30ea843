"""Everything behind one event, for `tidebook explain`."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from ..records.articles import Article
from ..records.events import Event, Report
from ..records.readings import Reading
from ..stores.base import Book
from .asking import event_asked, report_asked
from .dates import say_when
from .grades import say_credibility
from .plain import one_line
from .rules import rule_lines
from .sayings import say_again
from .shelf import Shelf
from .terminal import console, place_of
from .words import Words

_STYLES = {"trigger": "bold red", "actor": "green", "recipient": "blue", "speaker": "magenta", "time": "cyan"}


def print_reasons(book: Book, ident: str, words: Words) -> None:
    """The event, why its reports are one, their quarrels, and each report with its rules and the span of every role.

    An id that begins with ``r-`` shows that report alone.

    Raises:
        BookError: the book has no such event or report.
    """
    shelf = Shelf(book.chronicle)
    if ident.startswith("r-"):
        report = report_asked(shelf, ident, words)
        reading = next((r for r in book.readings if r.article.id == report.article), None)
        _print_report(console(), shelf, report, reading, words)
        return
    event = event_asked(shelf, ident, words)
    readings = {reading.article.id: reading for reading in book.readings}
    out = console()
    out.print(Text(words.event_line(event, shelf.reports_of(event), shelf.called(event)), style="bold"))
    _row(out, "", event.id, f"{event.type}{f'/{event.mode}' if event.mode else ''}", *event.contexts)
    edtf = f"EDTF {event.when.edtf}" if event.when else ""
    _row(out, words.say("cli.x_when"), say_when(words, event.when), edtf)
    _row(out, words.say("cli.x_score"), f"{event.score:+g}", words.label("standings", event.standing.value))
    _row(out, words.say("cli.x_origin"), words.say("report.origins_n", len(event.origins)), ", ".join(event.origins))
    _row(out, words.say("cli.x_credibility"), say_credibility(words, shelf.credibility(event)))
    for reason in event.reasons:
        _row(out, words.say("cli.x_merge"), one_line(say_again(words, reason)))
    for line in quarrels(event, words):
        _row(out, words.say("cli.x_dispute"), line)
    for report in shelf.reports_of(event):
        out.print()
        _print_report(out, shelf, report, readings.get(report.article), words)


def quarrels(event: Event, words: Words) -> list[str]:
    """What the reports of an event do not agree on, a sentence each."""
    lines = []
    for dispute in event.disputes:
        named = (
            (words.label("standings", value) if dispute.about == "standing" else one_line(value), ids)
            for value, ids in dispute.sides
        )
        sides = "; ".join(words.say("disputes.says", len(ids), value=value) for value, ids in named)
        lines.append(words.say("disputes.sides", about=words.label("disputes", dispute.about), sides=sides))
    return lines


def _print_report(out: Console, shelf: Shelf, report: Report, reading: Reading | None, words: Words) -> None:
    article, place = shelf.articles[report.article], shelf.place(report)
    address = f"{place_of(shelf, report.id)} [{place.span.start}–{place.span.end}]"
    out.print(Text(f"{words.say('cli.x_report')} {report.id}  {address}", style="bold"))
    sentence = Text(report.span.cut(article.text))
    for part in report.parts:
        sentence.stylize(
            _STYLES.get(part.role, "yellow"), part.span.start - report.span.start, part.span.end - report.span.start
        )
    sentence.plain = _same_length(sentence.plain)
    out.print(Text.assemble("  “", sentence, "”"))
    _print_article(out, article, words)
    _row(out, words.say("cli.x_rule"), report.rule, words.say("cli.c_confidence", share=f"{report.confidence:.0%}"))
    for name, grounds in rule_lines(report, words):
        _row(out, name, one_line(grounds))
    standing = words.label("standings", report.standing.value)
    said = words.say("cli.c_speaker", speaker=words.actors(report.speaker)) if report.speaker else ""
    told = words.say("report.r_background") if report.background else ""
    _row(out, "", f"{report.type}{f'/{report.mode}' if report.mode else ''}", standing, said, told)
    when = report.when.edtf if report.when else words.say("cli.c_undated")
    _row(out, words.say("cli.x_when"), when, words.label("report.when_by", report.when_by))
    for part in report.parts:
        at = article.address(part.span)
        line, column = shelf.line(at.page, at.span.start)
        fills = f"→ {' '.join(part.fills)}" if part.fills else ""
        where = f"{one_line(at.page)}:{line}:{column} [{at.span.start}–{at.span.end}]"
        _row(out, words.label("roles", part.role), f"“{one_line(part.span.cut(article.text))}”", fills, where)
        for reading_line in _readings_at(part.span.start, part.span.end, reading, words):
            _row(out, "", reading_line)
    for other in report.others:
        _row(out, words.say("cli.x_other"), one_line(say_again(words, other)))


def _print_article(out: Console, article: Article, words: Words) -> None:
    _row(out, "", one_line(article.headline), article.publisher or "")
    dated = [e for e in article.evidence if e.fact == "published" and e.chosen]
    why = "; ".join(f"{e.rule}{f': {one_line(say_again(words, e.why))}' if e.why else ''}" for e in dated)
    _row(out, words.say("cli.x_published"), article.published_at or say_when(words, article.published), why)
    if article.origin is not None:
        kind = words.label("origin_kinds", article.origin.kind.value)
        _row(
            out, words.say("cli.x_origin"), article.origin.name, kind, one_line(say_again(words, article.origin.reason))
        )


def _readings_at(start: int, end: int, reading: Reading | None, words: Words) -> list[str]:
    """The rules that read the time or the actor in these words."""
    if reading is None:
        return []
    lines = []
    for time in reading.times:
        if time.span.start < end and start < time.span.end:
            anchor = words.say("cli.c_anchor", anchor=time.anchor) if time.anchor else ""
            lines.append(" · ".join(filter(None, (f"{time.kind.value} {time.value}", time.rule, anchor))))
    for actor in reading.actors:
        if actor.span.start < end and start < actor.span.end:
            who = " ".join(actor.actors)
            lines.append(" · ".join(filter(None, (who, actor.person, actor.by.value, actor.rule))))
    return lines


def _row(out: Console, name: str, *values: str) -> None:
    line = Text("  ")
    line.append(f"{name:<22} ", style="dim")
    line.append("  ".join(value for value in values if value))
    out.print(line)


def _same_length(text: str) -> str:
    """The text with every control character as one blank, so that styled spans keep their places."""
    return "".join(one_line(char) or " " for char in text)
