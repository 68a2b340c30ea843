"""The timeline and the ties in a terminal."""

from __future__ import annotations

import sys
from datetime import date

from rich.console import Console
from rich.text import Text

from ..records.chronicles import Chronicle, Phase, TieOnDay
from ..records.events import Event, Standing
from .dates import say_day, say_when
from .plain import one_line
from .quads import quad_of
from .shelf import Shelf
from .words import Words

_DATE_WIDTH = 25
_LIKE = {"vc": "cyan", "mc": "green", "vk": "yellow", "mk": "red"}


def console() -> Console:
    """Standard output; into a pipe lines are left as long as they are."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def print_timeline(chronicle: Chronicle, words: Words, *, top: int | None, everything: bool) -> None:
    """The timeline, phase by phase.

    Args:
        top: only so many, the weightiest; None for all.
        everything: also the events in which only one of the two takes part, and those that did not happen or only might.
    """
    out, shelf = console(), Shelf(chronicle)
    told = [shelf.events[entry.event] for entry in chronicle.entries]
    chosen = list(chronicle.events) if everything else [event for event in told if event.between]
    if top is not None and top < len(chosen):
        ranked = sorted(chosen, key=lambda event: (-_weight(shelf, event), event.id))[:top]
        kept = {event.id for event in ranked}
        shown = [event for event in chosen if event.id in kept]
    else:
        shown = chosen
    out.print(Text(_title(chronicle, words), style="bold"))
    phases = list(chronicle.phases)
    for event in shown:
        while phases and event.when is not None and _begins_before(phases[0], event):
            _print_phase(out, phases.pop(0), words)
        _print_event(out, shelf, event, words)
    if len(shown) < len(chosen):
        out.print(Text(words.say("cli.more_events", n=len(chosen) - len(shown), all=len(chosen)), style="dim"))
    if not everything and len(chosen) < len(told):
        out.print(Text(words.say("cli.not_between", n=len(told) - len(chosen)), style="dim"))


def print_ties(chronicle: Chronicle, day: date, words: Words) -> None:
    """Every tie with its verdict on the day, and the sentence that says so; who led at other times is left out."""
    from ..chronicle.ties import as_of

    out, shelf = console(), Shelf(chronicle)
    left, right = (words.actor(side.actor) for side in (chronicle.dyad.left, chronicle.dyad.right))
    out.print(Text(words.say("cli.as_of_head", left=left, right=right, day=say_day(words, day)), style="bold"))
    verdicts = as_of(chronicle, day)
    if not verdicts:
        out.print(words.say("cli.no_ties"))
    for verdict in ("in", "uncertain", "out"):
        for found in verdicts:
            if found.verdict == verdict and not (verdict == "out" and found.tie.source is not None):
                _print_tie(out, shelf, found, words)


def place_of(shelf: Shelf, report_id: str) -> str:
    """``page:line:column`` of a report, as editors and terminals open it."""
    place = shelf.place(shelf.reports[report_id])
    return f"{one_line(place.page)}:{place.line}:{place.column}"


def _title(chronicle: Chronicle, words: Words) -> str:
    left, right = (words.actor(side.actor) for side in (chronicle.dyad.left, chronicle.dyad.right))
    return words.say("report.title_plain", left=left, right=right)


def _begins_before(phase: Phase, event: Event) -> bool:
    assert event.when is not None
    start = phase.when.start
    return start is None or start <= event.when.middle


def _print_phase(out: Console, phase: Phase, words: Words) -> None:
    line = words.say(
        "cli.phase_line",
        word=words.level_word(phase.level),
        name=words.phase_name(phase.name),
        when=say_when(words, phase.when),
        level=f"{phase.level:+.1f}",
    )
    out.print()
    out.print(Text(f"── {line} ──", style="bold magenta"))


def _print_event(out: Console, shelf: Shelf, event: Event, words: Words) -> None:
    best = shelf.reports_of(event)[0]
    line = Text()
    line.append(f"{say_when(words, event.when, short=True):<{_DATE_WIDTH}} ", style="bold")
    line.append(words.event_line(event, shelf.reports_of(event), shelf.called(event)), style=_LIKE[quad_of(event.type)])
    if event.standing is not Standing.ASSERTED:
        line.append(f"  [{words.label('standings', event.standing.value)}{_speaker(event, words)}]", style="italic")
    if event.disputes:
        line.append(f"  [{words.say('report.disputed')}]", style="italic")
    weight = round(_weight(shelf, event) * 5)
    line.append(f"  {'●' * weight}{'○' * (5 - weight)}  ", style="dim")
    line.append(words.say("report.origins_n", len(event.origins)), style="dim")
    line.append(f"  {event.id}", style="dim")
    out.print(line)
    quote = one_line(shelf.place(best).quote.exact)
    out.print(Text(f"{'':<{_DATE_WIDTH}} “{quote}” ({place_of(shelf, best.id)})", style="dim"))


def _weight(shelf: Shelf, event: Event) -> float:
    """The weight of its entry; none for an event that did not happen, or only might, which has no entry."""
    return shelf.entries[event.id].weight if event.id in shelf.entries else 0.0


def _speaker(event: Event, words: Words) -> str:
    return f", {words.say('report.said_by', speaker=words.actors(event.speaker))}" if event.speaker else ""


def _print_tie(out: Console, shelf: Shelf, found: TieOnDay, words: Words) -> None:
    style = {"in": "green", "uncertain": "yellow", "out": "dim"}[found.verdict]
    tie = found.tie
    line = Text()
    line.append(f"{words.label('verdicts', found.verdict):<14} ", style=f"bold {style}")
    about = "" if tie.about == tie.kind else f": {words.label('themes', one_line(tie.about))}"
    line.append(f"{words.label('tie_kinds', tie.kind)}{about}", style=style)
    line.append(f" ({words.actors(tie.parties)})  ", style=style)
    if found.verdict != "in":
        line.append(words.label("tie_reasons", found.reason), style="dim")
    out.print(line)
    if found.report is not None:
        quote = one_line(shelf.place(shelf.reports[found.report]).quote.exact)
        out.print(Text(f"{'':<14} “{quote}” ({place_of(shelf, found.report)})", style="dim"))
    elif tie.source is not None:
        out.print(Text(f"{'':<14} {words.say('report.tie_known')} ({tie.source})", style="dim"))
