"""TimelineJS3's JSON: a slide for each entry, an era for each phase.

A date is given as far as it is known: a year without a month has none. What its fields cannot say ("about 1961",
"until 1994") stands in ``display_date``. Entries that nothing dates have no place on a line of time; they stand on the title slide.
"""

from __future__ import annotations

import html
import json
from datetime import date
from typing import Any, TextIO

from ...records.chronicles import Chronicle, Phase
from ...records.events import Event, Standing
from ...records.times import Grain, Interval
from ..dates import say_when
from ..lacks import Lack, disputed, drawn, lacking, say_lacks, untold
from ..plain import one_line
from ..shelf import Shelf
from ..words import Words, language_for, words_of

_DAYS = (Grain.DAY, Grain.WEEK)
_YEARS = (Grain.YEAR, Grain.DECADE, Grain.CENTURY)


def lacks(chronicle: Chronicle) -> tuple[Lack, ...]:
    """It has no place for events that are not told, for quarrels, for the tide, the ties and what was left out."""
    return lacking(
        untold=untold(chronicle),
        disputes=disputed(chronicle),
        tide=drawn(chronicle),
        ties=len(chronicle.ties),
        drops=len(chronicle.drops),
    )


def write(chronicle: Chronicle, out: TextIO, language: str | None = None) -> None:
    """Writes the timeline in `language` or else that of most articles; text of pages is escaped as HTML."""
    words, shelf = words_of(language or language_for(chronicle)).for_book(chronicle), Shelf(chronicle)
    told = [shelf.events[entry.event] for entry in chronicle.entries]
    dated = [(event, days) for event in told if (days := shelf.days_of(event)) is not None]
    undated = [event for event in told if shelf.days_of(event) is None]
    slides = {
        "title": {"text": {"headline": _title(chronicle, words), "text": _opening(chronicle, undated, shelf, words)}},
        "events": [_slide(event, days, shelf, words) for event, days in dated],
        "eras": [_era(phase, words) for phase in chronicle.phases],
    }
    json.dump(slides, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _title(chronicle: Chronicle, words: Words) -> str:
    left, right = (words.actor(side.actor) for side in (chronicle.dyad.left, chronicle.dyad.right))
    return _text(words.say("report.title_plain", left=left, right=right))


def _opening(chronicle: Chronicle, undated: list[Event], shelf: Shelf, words: Words) -> str:
    pieces = [f"<h3>{_text(_headline(event, shelf, words))}</h3>{_quotes(event, shelf, words)}" for event in undated]
    if undated:
        pieces.insert(0, f"<p>{_text(words.say('exports.undated_here', len(undated)))}</p>")
    missing = say_lacks(words, lacks(chronicle))
    return "".join([*([f"<p>{_text(missing)}</p>"] if missing else []), *pieces])


def _slide(event: Event, days: Interval, shelf: Shelf, words: Words) -> dict[str, Any]:
    start, end = _ends(days)
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": start,
        "display_date": say_when(words, days if event.when is None else event.when),
        "group": words.type_name(event.type),
        "text": {"headline": _text(_headline(event, shelf, words)), "text": _quotes(event, shelf, words)},
    }
    if end is not None and end != start:
        slide["end_date"] = end
    return slide


def _headline(event: Event, shelf: Shelf, words: Words) -> str:
    line = words.event_line(event, shelf.reports_of(event), shelf.called(event))
    tags = [] if event.standing is Standing.ASSERTED else [words.label("standings", event.standing.value)]
    tags.append(words.say("report.origins_n", len(event.origins)))
    return f"{line} ({', '.join(tags)})"


def _quotes(event: Event, shelf: Shelf, words: Words) -> str:
    return "".join(_quote(shelf, report.id, words) for report in shelf.reports_of(event))


def _quote(shelf: Shelf, report: str, words: Words) -> str:
    told = shelf.reports[report]
    place, article = shelf.place(told), shelf.articles[told.article]
    where = _text(f"{place.page}:{place.line}")
    if place.link is not None and place.link.startswith(("https://", "http://")):
        where = f'<a href="{html.escape(one_line(place.link), quote=True)}">{where}</a>'
    publisher = _text(article.publisher or words.say("report.s_unknown"))
    return f"<blockquote>“{_text(place.quote.exact)}” {publisher}, {where}</blockquote>"


def _era(phase: Phase, words: Words) -> dict[str, Any]:
    start, end = _ends(phase.when)
    name = f"{words.level_word(phase.level)} ({words.phase_name(phase.name)})"
    return {"start_date": start, "end_date": end or start, "text": {"headline": _text(name)}}


def _ends(days: Interval) -> tuple[dict[str, int], dict[str, int] | None]:
    """First and last date with the parts that are known; an open end is drawn at the one that is known."""
    first, last = days.start or days.last, days.last
    assert first is not None
    return _date(first, days.grain), None if last is None else _date(last, days.grain)


def _date(day: date, grain: Grain) -> dict[str, int]:
    if grain in _YEARS:
        return {"year": day.year}
    if grain not in _DAYS:
        return {"year": day.year, "month": day.month}
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(text: str) -> str:
    return html.escape(one_line(text), quote=True)
