"""iCalendar (RFC 5545), for calendars: an all-day event for what is known to the day, a journal entry for what is not.

A month is not a day: an event of "June 1950" would fill thirty days of a calendar, so it becomes a ``VJOURNAL``, with its
date in words and as EDTF. The stamp of an entry is the last day on which the pile spoke of it, never the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TextIO

from ...records.chronicles import Chronicle
from ...records.events import Event, Standing
from ...records.times import Grain, Interval
from ..dates import say_when
from ..lacks import Lack, disputed, drawn, lacking, say_lacks, untold
from ..plain import one_line
from ..shelf import Shelf
from ..words import Words, language_for, words_of

_MARKS = re.compile(r"([\\;,])")
_OCTETS = 75  # of a line, without its end; a longer one is folded
_WEEK = 7  # days that an all-day event may cover where the reports leave the day open
_URL = re.compile(r"https?://[\x21-\x7e]+\Z")


def lacks(chronicle: Chronicle) -> tuple[Lack, ...]:
    """It has no place for the book around its entries, and few calendars show journal entries."""
    shelf = Shelf(chronicle)
    return lacking(
        journal=sum(1 for entry in chronicle.entries if not _fits(shelf.events[entry.event].when)),
        untold=untold(chronicle),
        disputes=disputed(chronicle),
        tide=drawn(chronicle),
        phases=len(chronicle.phases),
        ties=len(chronicle.ties),
        drops=len(chronicle.drops),
    )


def write(chronicle: Chronicle, out: TextIO, language: str | None = None) -> None:
    """Writes the calendar in `language` or else that of most articles; lines end as the RFC has it, in CR LF."""
    words, shelf = words_of(language or language_for(chronicle)).for_book(chronicle), Shelf(chronicle)
    for line in _lines(chronicle, shelf, words):
        out.write(fold(line) + "\r\n")


def fold(line: str) -> str:
    """A content line in pieces of at most 75 octets, each further one behind a space; no letter is cut in two."""
    pieces, piece, size = [], "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = "", 1
        piece += char
        size += octets
    return "\r\n ".join([*pieces, piece])


def escape(text: str) -> str:
    """A TEXT value: marks escaped, line ends as ``\\n``."""
    lines = (_MARKS.sub(r"\\\1", one_line(line)) for line in text.split("\n"))
    return "\\n".join(lines)


def _lines(chronicle: Chronicle, shelf: Shelf, words: Words) -> Iterator[str]:
    left, right = (words.actor(side.actor) for side in (chronicle.dyad.left, chronicle.dyad.right))
    title = words.say("report.title_plain", left=left, right=right)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tidebook//Tidebook//EN", "CALSCALE:GREGORIAN")
    yield f"NAME:{escape(title)}"
    yield f"X-WR-CALNAME:{escape(title)}"
    if missing := say_lacks(words, lacks(chronicle)):
        yield f"DESCRIPTION:{escape(missing)}"
    pair = f"{chronicle.dyad.left.actor}-{chronicle.dyad.right.actor}"
    for entry in chronicle.entries:
        yield from _entry(shelf.events[entry.event], pair, shelf, words)
    if not chronicle.entries:  # a calendar holds at least one component
        yield from ("BEGIN:VJOURNAL", f"UID:empty.{pair}@tidebook", "DTSTAMP:19700101T000000Z")
        yield from (f"SUMMARY:{escape(title)}", "END:VJOURNAL")
    yield "END:VCALENDAR"


def _entry(event: Event, pair: str, shelf: Shelf, words: Words) -> Iterator[str]:
    fits = _fits(event.when)
    kind = "VEVENT" if fits else "VJOURNAL"
    yield f"BEGIN:{kind}"
    yield f"UID:{event.id}.{pair}@tidebook"
    yield f"DTSTAMP:{_compact(_last_told(event, shelf))}T000000Z"
    if fits and event.when is not None and event.when.start is not None and event.when.end is not None:
        yield f"DTSTART;VALUE=DATE:{_compact(event.when.start)}"
        yield f"DTEND;VALUE=DATE:{_compact(event.when.end)}"
        yield "TRANSP:TRANSPARENT"
    sure = event.standing is Standing.ASSERTED
    yield f"STATUS:{'CONFIRMED' if sure else 'TENTATIVE'}" if fits else f"STATUS:{'FINAL' if sure else 'DRAFT'}"
    line = words.event_line(event, shelf.reports_of(event), shelf.called(event))
    tags = [] if sure else [words.label("standings", event.standing.value)]
    tags += [] if fits and event.when is not None and event.when.days == 1 else [say_when(words, event.when)]
    summary = f"{line} ({', '.join(tags)})" if tags else line
    yield f"SUMMARY:{escape(summary)}"
    yield f"DESCRIPTION:{escape(_description(event, shelf, words))}"
    yield f"CATEGORIES:{escape(words.type_name(event.type))}"
    if fits and event.place:
        yield f"LOCATION:{escape(event.place)}"
    links = (shelf.place(report).link for report in shelf.reports_of(event))
    if link := next((link for link in links if link is not None and _URL.match(link)), None):
        yield f"URL:{link}"
    yield f"END:{kind}"


def _description(event: Event, shelf: Shelf, words: Words) -> str:
    days = shelf.days_of(event)
    said = [f"{say_when(words, event.when)} (EDTF {days.edtf})" if days is not None else say_when(words, None)]
    said.append(words.say("report.origins_n", len(event.origins)))
    for report in shelf.reports_of(event):
        place, article = shelf.place(report), shelf.articles[report.article]
        publisher = article.publisher or words.say("report.s_unknown")
        said.append(f"“{one_line(place.quote.exact)}” {publisher}, {place.page}:{place.line}")
    return "\n".join(said)


def _fits(when: Interval | None) -> bool:
    """Whether a calendar may show it on its day, or on the few days of which it is one."""
    if when is None or when.grain is not Grain.DAY or when.approximate or when.uncertain:
        return False
    return when.days is not None and when.days <= _WEEK


def _last_told(event: Event, shelf: Shelf) -> date:
    told = (shelf.articles[shelf.reports[report].article].published for report in event.reports)
    days = [day.last for day in told if day is not None and day.last is not None]
    known = [day for day in (event.when.start, event.when.last) if day] if event.when is not None else []
    return max([*days] or [*known] or [date(1970, 1, 1)])


def _compact(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"
