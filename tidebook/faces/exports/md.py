"""The timeline as Markdown, to paste into a draft."""

from __future__ import annotations

import re
from typing import TextIO

from ...records.chronicles import Chronicle
from ...records.events import Event, Standing
from ..dates import say_when
from ..lacks import Lack, disputed, drawn, lacking, say_lacks, untold
from ..plain import one_line
from ..shelf import Shelf
from ..words import Words, language_for, words_of

_MARKS = re.compile(r"([\\`*_{}\[\]<>()#!|~&])")
_UNLINKED = re.compile(r"[\s<>\\]|[\x00-\x1f\x7f]")
"""What no address within angle brackets may hold."""
_BEGINS = re.compile(r"^(\s*\d*)([-+=.)])")
"""What is a mark only where a line begins: bullets, numbers of lists, rules."""


def lacks(chronicle: Chronicle) -> tuple[Lack, ...]:
    """A text has no place for the tide, ties in time, both sides of a quarrel, events that are not told, and what was left out."""
    return lacking(
        untold=untold(chronicle),
        disputes=disputed(chronicle),
        tide=drawn(chronicle),
        ties=len(chronicle.ties),
        drops=len(chronicle.drops),
    )


def write(chronicle: Chronicle, out: TextIO, language: str | None = None) -> None:
    """Writes the timeline with its quotes, in `language` or else that of most articles; text from pages is escaped."""
    words, shelf = words_of(language or language_for(chronicle)).for_book(chronicle), Shelf(chronicle)
    left, right = (words.actor(side.actor) for side in (chronicle.dyad.left, chronicle.dyad.right))
    out.write(f"# {escape(words.say('report.title_plain', left=left, right=right))}\n\n")
    starts = {phase.when.start: phase for phase in chronicle.phases}
    pending = sorted((day, phase.name) for day, phase in starts.items() if day is not None)
    for entry in chronicle.entries:
        event = shelf.events[entry.event]
        while pending and event.when is not None and pending[0][0] <= event.when.middle:
            phase = starts[pending.pop(0)[0]]
            out.write(f"\n## {escape(words.level_word(phase.level))}, {say_when(words, phase.when)}\n\n")
        _write_event(shelf, event, words, out)
    out.write(f"\n## {words.say('report.sources')}\n\n")
    for article in chronicle.articles:
        origin = f" ({escape(article.origin.name)})" if article.origin else ""
        publisher = escape(article.publisher or words.say("report.s_unknown"))
        pages = ", ".join(f"`{one_line(page).replace('`', '')}`" for page in article.pages)
        out.write(f"- {escape(article.headline)}. {publisher}, {say_when(words, article.published)}{origin}: {pages}\n")
    if missing := say_lacks(words, lacks(chronicle)):
        out.write(f"\n{escape(missing)}\n")


def escape(text: str) -> str:
    """Text of a page on one line, with every character that Markdown or HTML would read as a mark escaped."""
    return _BEGINS.sub(r"\1\\\2", _MARKS.sub(r"\\\1", one_line(text)))


def _write_event(shelf: Shelf, event: Event, words: Words, out: TextIO) -> None:
    tags = []
    if event.standing is not Standing.ASSERTED:
        tags.append(words.label("standings", event.standing.value))
    if event.disputes:
        tags.append(words.say("report.disputed"))
    tags.append(words.say("report.origins_n", len(event.origins)))
    out.write(
        f"- **{say_when(words, event.when)}** · {escape(words.event_line(event, shelf.reports_of(event), shelf.called(event)))} ({', '.join(tags)})\n"
    )
    for report in shelf.reports_of(event):
        place, article = shelf.place(report), shelf.articles[report.article]
        publisher = escape(article.publisher or words.say("report.s_unknown"))
        page = one_line(place.page).replace("`", "")
        where = f"`{page}:{place.line}`"
        if place.link is not None and not _UNLINKED.search(place.link):
            where = f"[{where}](<{place.link}>)"
        out.write(f"  > “{escape(place.quote.exact)}” {publisher}, {where}\n  >\n")
