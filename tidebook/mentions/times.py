"""Text → time mentions: every expression with its TIMEX3 value and the days it could mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..grammar.match import matches_at
from ..grammar.scene import Scene
from ..grammar.tape import BREAK, Tape
from ..records.mentions import TimeMention
from ..records.spans import Span
from ..records.times import Interval
from .time_clocks import with_days_ahead
from .time_grammar import TimeGrammar, time_grammar
from .time_guards import allowed, may_begin, may_end, vetoed
from .time_lists import with_neighbours
from .time_modifiers import Read, join_ranges, mark_clauses, with_modifiers
from .time_scene import Story

_DASHES = frozenset("-–—:")
_COUNTS = frozenset(("offset", "duration", "repeated"))
_STOPS = frozenset('.!?”"')


def read_times(
    text: str, language: str, published: Interval | None = None, paragraphs: Sequence[Span] = ()
) -> tuple[TimeMention, ...]:
    """All time expressions of a text, sorted by span.

    Args:
        text: any text; spans of the mentions point into it.
        language: a code that has a folder in `knowledge/languages`.
        published: every day on which the text may have been published; what is counted from it is as wide as it is.
        paragraphs: spans of its paragraphs; left out, every line is one.

    Raises:
        KnowledgeError: there is no such language.
    """
    known = time_grammar(language)
    tape = Tape(text)
    if published is None:
        return _mentions(tape, known, None, paragraphs)
    first, last = published.start, published.last
    mentions = _mentions(tape, known, last or first, paragraphs)
    if first is None or last is None or first == last:
        return mentions
    earlier = {mention.span: mention for mention in _mentions(tape, known, first, paragraphs)}
    return tuple(_widened(mention, earlier.get(mention.span)) for mention in mentions)


def _mentions(
    tape: Tape, known: TimeGrammar, published: date | None, paragraphs: Sequence[Span]
) -> tuple[TimeMention, ...]:
    """The mentions of a text as of one day."""
    story = Story(tape, known, published, paragraphs)
    reads = _read(tape, known, story)
    reads = with_neighbours(reads, tape, known)
    with_days_ahead(reads, tape)
    join_ranges(reads, tape, known)
    mark_clauses(reads, tape, known)
    _mark_heads(reads, tape, story)
    return tuple(_mention(read, tape) for read in reads)


def _widened(late: TimeMention, early: TimeMention | None) -> TimeMention:
    """A mention as read on the last possible day of publication, with the days that it would mean on the first."""
    if early is None or early.interval is None or late.interval is None or early.interval == late.interval:
        return late
    try:
        whole = early.interval.hull(late.interval)
    except ValueError:  # open at both ends
        return late
    return replace(late, interval=whole, flags=(*late.flags, "publication-uncertain"))


def _read(tape: Tape, known: TimeGrammar, story: Story) -> list[Read]:
    reads: list[Read] = []
    vetoes = known.vetoes
    begins = known.grammar.automaton.begins
    index, floor, size = 0, 0, len(tape)
    words = tape.words
    while index < size:
        read = None
        skipped = vetoed(tape, index, known) if words[index] in vetoes else 0
        if skipped:
            index += skipped
            continue
        if begins(words[index]) and may_begin(tape, index, known):
            read = _best(tape, known, story, index)
        if read is None:
            index += 1
            continue
        bare = read.first
        read = with_modifiers(read, tape, known, floor)
        if read.needs_modifier and read.first == bare:
            index += 1
            continue
        story.tell(read, reads[-1] if reads else None)
        reads.append(read)
        index = floor = read.after
    return reads


def _best(tape: Tape, known: TimeGrammar, story: Story, index: int) -> Read | None:
    scene: Scene | None = None
    for match in matches_at(known.grammar, tape, index):
        if not may_end(tape, match.after, known) or not allowed(match, tape, known, story.year):
            continue
        if scene is None:
            scene = story.scene_at(index)
        sense = story.meaning(match, scene)
        if sense is not None:
            given = match.rule.given
            return Read(
                match.first,
                match.after,
                sense,
                match.rule.name,
                bare=match.first,
                unit=None if match.value("unit") is None else str(match.value("unit")),
                counted=match.rule.means in _COUNTS,
                needs_modifier=given.get("needs") == "modifier",
            )
    return None


def _mark_heads(reads: list[Read], tape: Tape, story: Story) -> None:
    """Flags the dates that lead a paragraph or an entry: "1950-1953 —", "18 Oktober 2023 –"."""
    for place, read in enumerate(reads):
        if read.sense.interval is None or "range-end" in read.flags:
            continue
        last = reads[place + 1] if "range-start" in read.flags and place + 1 < len(reads) else read
        if not _leads(read.first, last.after, tape, story):
            continue
        for one in {id(read): read, id(last): last}.values():
            one.flags = (*one.flags, "leads-paragraph")


def _leads(first: int, after: int, tape: Tape, story: Story) -> bool:
    if after >= len(tape) or tape.words[after] not in _DASHES:
        return False
    spaced = after + 1 < len(tape) and tape.gaps[after + 1] != 0 and (tape.gaps[after] != 0 or tape.words[after] == ":")
    if not spaced or tape.gaps[after] == BREAK:
        return False
    return story.opens_paragraph(first) or (tape.words[first - 1] in _STOPS and tape.words[after] != ":")


def _mention(read: Read, tape: Tape) -> TimeMention:
    sense = read.sense
    flags = tuple(dict.fromkeys((*sense.flags, *read.flags)))
    return TimeMention(
        span=Span(start=tape.starts[read.first], end=tape.ends[read.after - 1]),
        kind=sense.kind,
        value=sense.value,
        mod=sense.mod,
        interval=sense.interval,
        anchor=sense.anchor,
        rule=read.rule,
        flags=flags,
    )
