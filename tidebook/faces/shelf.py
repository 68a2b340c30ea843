"""A chronicle with its records at hand by id, and every report at its address."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from ..chronicle.credibility import credibility_of
from ..chronicle.tie_names import Names
from ..records.articles import Article
from ..records.chronicles import Chronicle, Entry
from ..records.events import Credibility, Event, Report
from ..records.links import link_to
from ..records.pages import Page
from ..records.spans import Quote, Span
from ..records.times import Grain, Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a report's sentence stands.

    Attributes:
        page: uri; span: into the page's text; line, column: from 1, as editors count.
        quote: the words with what stands around them.
        path: the DOM path of the block in which they begin, of an HTML page.
        link: the page's address on the web with the place of the words, where it is known.
    """

    page: str
    span: Span
    line: int
    column: int
    quote: Quote
    path: str | None = None
    link: str | None = None


class Shelf:
    """Look-ups into one chronicle; nothing here adds to what it says."""

    def __init__(self, chronicle: Chronicle) -> None:
        self.chronicle = chronicle
        self.articles: dict[str, Article] = {article.id: article for article in chronicle.articles}
        self.reports: dict[str, Report] = {report.id: report for report in chronicle.reports}
        self.events: dict[str, Event] = {event.id: event for event in chronicle.events}
        self.pages: dict[str, Page] = {page.uri: page for page in chronicle.pages}
        self.entries: dict[str, Entry] = {entry.event: entry for entry in chronicle.entries}
        self._lines: dict[str, list[int]] = {}
        self._names = Names(chronicle.articles)

    def place(self, report: Report) -> Place:
        """Page, line and words of a report's sentence."""
        article = self.articles[report.article]
        address = article.address(report.span)
        line, column = self.line(address.page, address.span.start)
        page = self.pages[address.page]
        return Place(
            page=address.page,
            span=address.span,
            line=line,
            column=column,
            quote=address.quote,
            path=page.path_at(address.span.start),
            link=link_to(page.address, address.quote),
        )

    def line(self, page: str, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a code point of a page."""
        starts = self._lines.get(page)
        if starts is None:
            starts = [0, *(i + 1 for i, char in enumerate(self.pages[page].text) if char == "\n")]
            self._lines[page] = starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def reports_of(self, event: Event) -> tuple[Report, ...]:
        """The reports of an event, the one that tells it best first, then by address."""
        best = self.entries[event.id].report if event.id in self.entries else None
        told = [self.reports[ident] for ident in event.reports]
        return tuple(sorted(told, key=lambda report: (report.id != best, *self._address(report), report.id)))

    def called(self, event: Event) -> str:
        """The name that a page gives to an event ("Perjanjian Simla"), verbatim; "" where none does."""
        return self._names.of(event, [self.reports[ident] for ident in event.reports])

    def credibility(self, event: Event) -> Credibility:
        """How far an event can be believed, and how long after it it was first told."""
        return credibility_of(event, [self.reports[ident] for ident in event.reports], self.articles)

    def days_of(self, event: Event) -> Interval | None:
        """Every day on which an event may have happened.

        An event that nothing dates cannot be later than the day on which its report was published, so it lies before
        the end of that day; None where the article has no date either.
        """
        if event.when is not None:
            return event.when
        published = (self.articles[self.reports[ident].article].published for ident in event.reports)
        ends = [day.end for day in published if day is not None and day.end is not None]
        if not ends:
            return None
        return Interval(start=None, end=min(ends), grain=Grain.DAY)

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """Ids of the independent origins of all articles, sorted."""
        return tuple(sorted({a.origin.id if a.origin else f"article:{a.id}" for a in self.chronicle.articles}))

    def _address(self, report: Report) -> tuple[str, int]:
        place = self.place(report)
        return place.page, place.span.start


def moves_the_tide(event: Event) -> bool:
    """Whether an event counts for the tide: both sides take part, and it is asserted."""
    return event.between and event.standing.value == "asserted"
