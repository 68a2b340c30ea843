"""What the template of the report shows, and the data that its script works with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ... import __version__
from ...records.chronicles import Chronicle, Phase
from ...records.events import Event
from ..dates import say_when
from ..quads import QUADS, types
from ..shelf import Shelf
from ..words import Words
from .chart import HEIGHT, TOP, VOLUME, draw, height_of
from .data import data_of
from .entries import EntryView, entry_of
from .opening import figures, last_day, standfirst, title, years_of
from .opinions import opinions_of
from .phrases import phrases
from .sources import articles_of, loose_pages, pages_of, reasons_of
from .ties import ties_of
from .voices import Voices, inert


def view_of(chronicle: Chronicle, languages: Sequence[Words]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The template's variables, and the data for the script."""
    shelf, v = Shelf(chronicle), Voices(languages)
    chart = draw(chronicle, shelf)
    told = [shelf.events[entry.event] for entry in chronicle.entries]
    numbers = {event.id: number for number, event in enumerate(told)}
    entries = [entry_of(event, shelf, v) for event in told]
    last = last_day(chronicle, told)
    pages = pages_of(chronicle, shelf)
    ties = ties_of(chronicle, shelf, last)
    titles = {words.code: title(words, chronicle, told) for words in v.all}
    span = years_of(told)
    view: dict[str, Any] = {
        "v": v,
        "inert": inert,
        "version": __version__,
        "chronicle": chronicle,
        "titles": titles,
        "title": v.both(lambda words: titles[words.code]),
        "standfirst": standfirst(v, chronicle, shelf, told),
        "figures": figures(v, chronicle, shelf, told),
        "span": span,
        "chart": chart,
        "box": {"top": TOP, "height": HEIGHT, "volume": VOLUME, "y": height_of},
        "quads": QUADS,
        "types": types(),
        "type_counts": Counter(event.type for event in told),
        "phases": [_phase(v, number, phase, shelf) for number, phase in enumerate(chronicle.phases, 1)],
        "groups": _grouped(chronicle, told, entries),
        "numbers": numbers,
        "ties": ties,
        "opinions": opinions_of(told, shelf, v),
        "last_day": last,
        "first_day": chart.scale.first if chart else last,
        "articles": articles_of(chronicle, told, shelf),
        "pages": pages,
        "loose": loose_pages(chronicle, pages),
        "drop_reasons": reasons_of(chronicle.drops),
        "drop_count": len(chronicle.drops),
        **phrases(v, len(chronicle.pages)),
    }
    return view, data_of(v, chart, entries, ties, titles)


def _phase(v: Voices, number: int, phase: Phase, shelf: Shelf) -> dict[str, Any]:
    return {
        "number": number,
        "name": v.both(lambda words: words.level_word(phase.level)),
        "how": v.both(lambda words: words.phase_name(phase.name)),
        "when": v.both(lambda words: say_when(words, phase.when)),
        "level": f"{phase.level:+.1f}".replace("-", "−"),
        "trend": f"{phase.trend:+.1f}".replace("-", "−"),
        "turn": phase.turn,
        "certainty": f"{round(phase.certainty * 100)}%",
        "warm": phase.level >= 0,
        "turned_by": [
            (ident, v.event_line(shelf.events[ident], shelf)) for ident in phase.turned_by if ident in shelf.events
        ],
    }


def _grouped(
    chronicle: Chronicle, told: Sequence[Event], entries: Sequence[EntryView]
) -> list[tuple[int | None, list[EntryView]]]:
    """The entries under the phase that the middle of their date lies in or next to; undated ones last, under none."""
    groups: list[tuple[int | None, list[EntryView]]] = []
    for event, entry in zip(told, entries, strict=True):
        number = None
        if event.when is not None and chronicle.phases:
            day = event.when.middle
            begun = sum(phase.when.start is None or phase.when.start <= day for phase in chronicle.phases)
            number = max(1, begun)
        if not groups or groups[-1][0] != number:
            groups.append((number, []))
        groups[-1][1].append(entry)
    return groups
