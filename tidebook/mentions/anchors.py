"""The time that each sentence is told in, for the clauses that name none.

A sentence's own date comes first, then the date that leads its entry or paragraph, then the last date that the story told,
then the day of publication. A date carries as far as a reader would let it: a day or month to the end of its paragraph,
beyond it only as "then or later", up to the next date told; where an article began with news, a look back ends with its paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import timedelta

from ..records.articles import BlockKind, Sentence
from ..records.mentions import TimeMention, TimexKind
from ..records.readings import StoryTime
from ..records.spans import Span
from ..records.times import ORDER, Grain, Interval

_NEWS = timedelta(days=400)  # a date nearer to publication than this belongs to the news, an earlier one to its history
_LATELY = timedelta(days=7)  # undated news happened on the day of publication or in the week before
_FINE = ORDER[Grain.MONTH]
_OPENING = 80  # code points: "Since the Council began to punish Pyongyang in 2006, ..."
_DATES = (TimexKind.DATE, TimexKind.TIME)
_APART = (BlockKind.CAPTION, BlockKind.HEADLINE)


def tell_story(
    sentences: Sequence[Sentence], times: Sequence[TimeMention], published: Interval | None
) -> tuple[StoryTime, ...]:
    """One `StoryTime` per sentence, in their order.

    Args:
        sentences: of one article, in reading order.
        times: its time mentions, sorted by span.
        published: every day on which it may have been published.
    """
    by_sentence = list(_inside(sentences, times))
    story = _Story(sentences, by_sentence, published)
    return tuple(story.of(place) for place in range(len(sentences)))


def _inside(sentences: Sequence[Sentence], times: Sequence[TimeMention]) -> Iterator[list[TimeMention]]:
    """The times that lie within each sentence; both are sorted."""
    starts = [time.span.start for time in times]
    for sentence in sentences:
        first, last = (bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
        yield [time for time in times[first:last] if time.span.within(sentence.span)]


class _Story:
    """Walks through an article once and remembers what was told."""

    def __init__(
        self, sentences: Sequence[Sentence], times: list[list[TimeMention]], published: Interval | None
    ) -> None:
        self.sentences, self.times, self.published = sentences, times, published
        self.block = -1
        self.head: TimeMention | None = None  # of this paragraph or entry
        self.section: TimeMention | None = None  # of the last heading that names a time
        self.first: TimeMention | None = None  # the first date told
        self.last: TimeMention | None = None  # the last date told
        self.last_block = self.last_place = -1
        self.heading = -1  # place of the last heading
        self.history = False  # whether the section tells of times long before publication

    def of(self, place: int) -> StoryTime:
        """The story time of the next sentence; call in order."""
        sentence, own = self.sentences[place], self.times[place]
        if sentence.kind is BlockKind.HEADING:
            self.heading = place
            return self._of_heading(sentence, own)
        if sentence.block != self.block:
            self.block, self.head = sentence.block, None
        for mention in own:
            if "leads-paragraph" in mention.flags and mention.interval is not None:
                self.head = self.head if self.head and "range-end" in mention.flags else mention
        chosen = _main(own, sentence, self.head)
        if chosen is not None and chosen.interval is not None:
            interval = _reach(chosen) if _opens(chosen, sentence) else chosen.interval
            if sentence.kind not in _APART and not {"since", "named-period"} & set(chosen.flags):
                self._remember(chosen, sentence, place)
            by = "paragraph" if chosen is self.head and chosen.span.start > sentence.span.start else "sentence"
            return _story(sentence, interval, by, chosen.span)
        if any(t.value == "PAST_REF" and t.interval is None for t in own):
            return _story(sentence, None, "none")
        return self._undated(place)

    def _within_head(self, told: Interval, head: Interval, place: int) -> Interval:
        """Just after a dated sentence the story is still there; further on it may be anywhere up to the end of its entry."""
        if place == self.last_place + 1 or told.start is None:
            return told
        return Interval(start=told.start, end=head.end, grain=told.grain, approximate=told.approximate)

    def _of_heading(self, sentence: Sentence, own: list[TimeMention]) -> StoryTime:
        chosen = _main(own, sentence, None)
        self.block, self.head, self.section = sentence.block, None, chosen
        self.history = False
        if chosen is None:
            return _story(sentence, None, "none")
        return _story(sentence, chosen.interval, "sentence", chosen.span)

    def _undated(self, place: int) -> StoryTime:
        sentence = self.sentences[place]
        if sentence.kind in _APART:
            return self._published(sentence)
        last = self.last
        if last is not None and self.last_block == sentence.block and last.interval is not None:
            if self.head is None or self.head.interval is None:
                return _story(sentence, _reach(last), "story", last.span)
            if ORDER[last.interval.grain] <= _FINE and last.interval.within(self.head.interval):
                return _story(sentence, self._within_head(last.interval, self.head.interval, place), "story", last.span)
        for lead in (self.head, self.section):
            if lead is not None:
                return _story(sentence, lead.interval, "paragraph", lead.span)
        news = self.first is not None and not self._old(self.first) and not self._after_heading(place)
        looks_back = self._old(last) and news
        if (
            last is not None
            and last.interval is not None
            and (self._old(last) or self.published is None)
            and not looks_back
        ):
            return _story(sentence, self._since(last, place), "story", last.span)
        ahead = self._next_told(place, same_section=True)
        if ahead is not None and self._old(ahead) and self._after_heading(place):
            end = None if ahead.interval is None else ahead.interval.end
            if end is not None and ahead.interval is not None and not self._under_heading():
                return _story(sentence, Interval(start=None, end=end, grain=ahead.interval.grain), "story", ahead.span)
        return self._published(sentence)

    def _published(self, sentence: Sentence) -> StoryTime:
        if self.published is None:
            return _story(sentence, None, "none")
        start, end = self.published.start, self.published.end
        if start is None or end is None:
            return _story(sentence, self.published, "published")
        lately = Interval(start=start - _LATELY, end=end, grain=Grain.DAY, approximate=True)
        return _story(sentence, lately, "published")

    def _remember(self, mention: TimeMention, sentence: Sentence, place: int) -> None:
        self.first = self.first or mention
        self.last, self.last_block, self.last_place = mention, sentence.block, place

    def _since(self, last: TimeMention, place: int) -> Interval | None:
        """From the last date told to the next one, where that lies later; else open."""
        told = last.interval
        if told is None or told.start is None:
            return told
        ahead = self._next_told(place, same_section=False)
        end = None if ahead is None or ahead.interval is None else ahead.interval.start
        if end is None or end <= told.start or not self._old(ahead):
            return Interval(start=told.start, end=None, grain=told.grain, approximate=told.approximate)
        return Interval(start=told.start, end=end, grain=told.grain, approximate=told.approximate)

    def _next_told(self, place: int, *, same_section: bool) -> TimeMention | None:
        for sentence, own in zip(self.sentences[place + 1 :], self.times[place + 1 :], strict=True):
            if sentence.kind is BlockKind.HEADING and same_section:
                return None
            chosen = _main(own, sentence, None) if sentence.kind not in _APART else None
            if chosen is not None and chosen.interval is not None and chosen.interval.start is not None:
                return chosen
        return None

    def _after_heading(self, place: int) -> bool:
        return any(s.kind is BlockKind.HEADING for s in self.sentences[:place])

    def _under_heading(self) -> bool:
        """Whether a date has been told since the last heading: from there the story goes on, and does not look ahead."""
        return self.last is not None and self.last_place > self.heading

    def _old(self, mention: TimeMention | None) -> bool:
        """Whether a date belongs to history rather than to the news of the article."""
        if mention is None or mention.interval is None:
            return False
        if self.published is None:
            return True
        if self.published.start is None:
            return False
        end = mention.interval.end
        return end is not None and end + _NEWS < self.published.start


def _main(own: list[TimeMention], sentence: Sentence, head: TimeMention | None) -> TimeMention | None:
    """The mention that dates a sentence as a whole: the first that stands for itself, else one that opens it."""
    dated = [
        t for t in own if t.interval is not None and t.kind in _DATES and "holiday" not in t.flags and not _vague(t)
    ]
    plain = [t for t in dated if not _aside(t) and "leads-paragraph" not in t.flags]
    if plain:
        return min(plain, key=lambda t: "named-period" in t.flags)  # the sort is stable: the first of the better kind
    leading = [t for t in dated if "leads-paragraph" in t.flags]
    if leading:
        return leading[0]
    if head is not None:
        return None
    opening = [t for t in dated if _opens(t, sentence) or "after" in t.flags]
    periods = [t for t in own if "named-period" in t.flags and t.interval is not None and not _aside(t)]
    return (*opening, *periods, None)[0]


def _vague(mention: TimeMention) -> bool:
    """Whether it is "some day" or "at that time", which date nothing by themselves."""
    assert mention.interval is not None
    return mention.interval.end is None or (
        mention.value == "PAST_REF" and mention.anchor is not None and "story" in mention.anchor
    )


def _opens(mention: TimeMention, sentence: Sentence) -> bool:
    return mention.span.start - sentence.span.start < _OPENING and not {"until", "before"} & set(mention.flags)


def _aside(mention: TimeMention) -> bool:
    return bool({"since", "until", "before", "after"} & set(mention.flags))


def _reach(mention: TimeMention) -> Interval | None:
    """The days that the main clause may mean: after "since 2019" everything from 2019 on."""
    interval = mention.interval
    if interval is None or interval.start is None or not {"since", "after"} & set(mention.flags):
        return interval
    return Interval(start=interval.start, end=None, grain=interval.grain, approximate=interval.approximate)


def _story(sentence: Sentence, interval: Interval | None, by: str, mention: Span | None = None) -> StoryTime:
    return StoryTime(
        sentence=sentence.index, interval=interval, by=by if interval is not None else "none", mention=mention
    )
