"""The story as far as it is told: what "that year" or a bare "July" counts from at each place of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from ..grammar.match import Match, matches_at
from ..grammar.meanings import MEANINGS
from ..grammar.points import Point
from ..grammar.scene import Scene, Sense
from ..grammar.tape import BREAK, Tape
from ..records.spans import Span
from ..records.times import Interval, join
from .time_grammar import TimeGrammar
from .time_modifiers import Read

_WINDOW = 12  # tokens on each side of an expression in which words of tense speak for it
_AHEAD = 40  # tokens in which "two years after ..." looks for the date of its event
_ASIDE = frozenset(("since", "until", "before", "after"))
_EXCURSION = 8  # years: one date further away than this is an aside; two in a row are where the story now is
_STEP = 24  # months: a date this far ahead goes on with the story wherever in a sentence it stands
_NEXT = 2  # years: a later year named in a later paragraph is where the story goes on
_FULL_STOPS = frozenset(".!?;")


class Story:
    """Keeps the last times told while a text is read from left to right."""

    def __init__(self, tape: Tape, known: TimeGrammar, published: date | None, paragraphs: Sequence[Span]) -> None:
        self._tape, self._known, self._published = tape, known, published
        if paragraphs:
            self._opens = sorted(span.start for span in paragraphs)
        else:
            self._opens = [0]
            place = tape.text.find("\n")
            while place >= 0:
                self._opens.append(place + 1)
                place = tape.text.find("\n", place + 1)
        self._narrative = _is_narrative(tape, known, published)
        self._line: Point | None = None  # the last day, month or leading year: what bare months go on from
        self._told: Point | None = None
        self._told_day: Point | None = None
        self._excursion: Point | None = None  # a far date, told once
        self._passing: int | None = None  # a year told in passing
        self._line_paragraph = -1
        self._stretch: Interval | None = None  # the days of the last time told, a range as one
        self._said = False  # whether the last date told was written with its year
        self._from = 0
        self._paragraph = -1

    def paragraph_of(self, token: int) -> int:
        """Number of the paragraph in which a token stands."""
        return bisect_right(self._opens, self._tape.starts[token])

    def opens_paragraph(self, token: int) -> bool:
        """Whether no other token of its paragraph stands before this one."""
        return token == 0 or self.paragraph_of(token - 1) != self.paragraph_of(token)

    def scene_at(self, token: int) -> Scene:
        """What a reader knows on coming to this token."""
        return Scene(
            published=self._published,
            told=self._told,
            line=(self._line or self._told) if self._narrative or self._said else None,
            told_interval=self._stretch,
            told_day=self._told_day,
            told_from=self._from,
            narrative=self._narrative,
            near=self._paragraph == self.paragraph_of(token),
            tense=self._tense(token),
            lore=self._known.lore,
        )

    def meaning(self, match: Match, scene: Scene) -> Sense | None:
        """What a match says here; a match counted from an event looks for the event's date further on."""
        if match.rule.given.get("from") in ("event", "elapsed"):
            event = self._event_after(match.after)
            if event is not None:
                scene = replace(scene, told=event, told_day=event, told_from=self._tape.starts[match.after])
        try:
            return MEANINGS[match.rule.means](match, scene)
        except (OverflowError, ValueError):  # a day beyond the years 1 to 9999 that the calendar knows
            return None

    def tell(self, read: Read, last: Read | None) -> None:
        """Goes on with the story after an expression was read; `last` is the one before it."""
        point = read.sense.point
        if point is None or (point.interval is None and not point.bc):
            return
        paragraph = self.paragraph_of(read.first)
        if _ASIDE.intersection(read.sense.flags) and self._told is not None and self._paragraph == paragraph:
            return
        self._follow(point, read)
        self._said = read.sense.anchor is None and point.year is not None and point.month is not None
        self._stretch = read.sense.interval
        first = None if last is None else last.sense.interval
        if last is not None and first is not None and self._stretch is not None:
            between = tuple(self._tape.words[last.after : read.first])
            with suppress(ValueError):
                self._stretch = join(first, self._stretch) if between in self._known.to else self._stretch
        self._told = point
        self._from = self._tape.starts[read.first]
        self._paragraph = paragraph
        if point.day is not None:
            said_today = point.first == self._published and self._told_day is not None and not self._narrative
            if not said_today:  # "..., Tuesday (30/12/2014)" dates the speaking, not what is spoken of
                self._told_day = point.without_time()
        elif point.grain in ("month", "year"):
            self._told_day = None

    @property
    def year(self) -> int | None:
        """The year that the story is in, or None."""
        return None if self._line is None else self._line.year

    def _follow(self, point: Point, read: Read) -> None:
        """Lets the main line go on; a far or passing mention of another year leaves it where it was."""
        line = self._line
        if point.year is None or (read.sense.anchor is not None and point.day is None and point.month is None):
            return
        if line is None or line.year is None or line.bc != point.bc:
            self._line = point
        elif point.month is None:
            ahead = (point.year - line.year) * (-1 if point.bc else 1)
            again = self._passing == point.year
            moved = self.paragraph_of(read.first) != self._line_paragraph and 0 < ahead <= _NEXT
            near = abs(ahead) <= _EXCURSION and (again or moved or self._opens_sentence(read.first))
            if near or self.opens_paragraph(read.first):
                self._line = point
            self._passing = point.year
            if self._line is not point:
                return
        elif self._goes_on(line, point) or self._opens_sentence(read.first) or self._is_back(point):
            self._line, self._excursion, self._passing = point, None, None
        else:
            self._excursion = point
            return
        self._line_paragraph = self.paragraph_of(read.first)

    def _goes_on(self, line: Point, point: Point) -> bool:
        """Whether a dated month is where the story would be next: in the year it is in, or not long after."""
        if line.year == point.year:
            return True
        step = (point.year or 0) * 12 + (point.month or 1) - (line.year or 0) * 12 - (line.month or 1)
        return 0 <= (-step if point.bc else step) <= _STEP

    def _is_back(self, point: Point) -> bool:
        """Whether the last aside told of the same time, which then is where the story now is."""
        aside = self._excursion
        return aside is not None and aside.year is not None and abs(aside.year - (point.year or 0)) <= 1

    def _opens_sentence(self, token: int) -> bool:
        """Whether at most two words stand between this token and the start of its sentence."""
        tape = self._tape
        for index in range(token, max(token - 3, -1), -1):
            if self.opens_paragraph(index) or (index > 0 and tape.words[index - 1] in _FULL_STOPS):
                return True
        return False

    def _event_after(self, token: int) -> Point | None:
        tape = self._tape
        if not any(len(word) == 4 and word.isdecimal() for word in tape.words[token : token + _AHEAD]):
            return None
        for index in range(token, min(token + _AHEAD, len(tape))):
            if tape.gaps[index] == BREAK or tape.words[index] in _FULL_STOPS:
                return None
            for match in matches_at(self._known.grammar, tape, index):
                if match.rule.means == "calendar" and (match.value("any_year") or match.value("year")):
                    sense = MEANINGS["calendar"](match, Scene())
                    if sense is not None and sense.point is not None:
                        return sense.point
        return None

    def _tense(self, token: int) -> int:
        """The tense of the nearest verb before the expression in its sentence, else of the first one after it."""
        tape = self._tape
        left = range(token - 1, max(-1, token - _WINDOW), -1)
        right = range(token + 1, min(len(tape), token + _WINDOW))
        for side in (left, right):
            for index in side:
                word = tape.words[index]
                if word in _FULL_STOPS or tape.gaps[index] == BREAK:
                    break
                if word in self._known.future or tuple(tape.words[index : index + 2]) in self._known.future_pairs:
                    return 1
                if index > 0 and tape.words[index - 1] in self._known.infinitive:
                    continue  # "expected to hit": the verb before it has the tense
                if word in self._known.past or (len(word) > 4 and word.endswith(self._known.past_endings)):
                    return -1
        return 0


def _is_narrative(tape: Tape, known: TimeGrammar, published: date | None) -> bool:
    """Whether a text tells of times before its publication: most of its dated months, or else its years, lie well before.

    Weekdays and words such as "yesterday" speak against it.
    """
    lexicon = known.grammar.lexicon
    months: list[int] = []
    years: list[int] = []
    spoken = 0
    for token, word in enumerate(tape.words):
        if len(word) == 4 and word.isdecimal() and "1000" <= word <= "2100":
            years.append(int(word))
            for near in tape.words[max(0, token - 3) : token]:
                if "month" in lexicon.single.get(near, ()):
                    months.append(int(word) * 12 + int(lexicon.value_of("month", near)))
                    break
        elif word in known.deictic:
            spoken += 1
        elif (found := lexicon.single.get(word)) is not None:
            if "bc" in found:
                return True
            spoken += "weekday" in found
    if published is None:
        return bool(years)
    now = published.year * 12 + published.month
    if months:
        return sum(month < now - 2 for month in months) > 2 * (sum(month >= now - 2 for month in months) + spoken)
    long_ago = sum(year < published.year - 1 for year in years)
    return long_ago * 2 > len(years) + spoken and published.year not in years
