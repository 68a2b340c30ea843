"""What an expression lends to its neighbours: "4 and 5 May", "May 13-15, 1945", "1915-17", "two to three years", "June and July 1950"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..grammar.points import days_in
from ..grammar.scene import Sense
from ..grammar.tape import BREAK, GLUED, Tape
from ..records.mentions import TimexKind
from .time_grammar import TimeGrammar
from .time_modifiers import Read

_DASHES = frozenset("-–—/")
_LONGEST_LIST = 12


def with_neighbours(reads: list[Read], tape: Tape, known: TimeGrammar) -> list[Read]:
    """The expressions in order, with those that are only understood from one beside them."""
    all_reads: list[Read] = []
    for place, read in enumerate(reads):
        floor = all_reads[-1].after if all_reads else 0
        ceiling = reads[place + 1].first if place + 1 < len(reads) else len(tape)
        before = list(_before(read, tape, known, floor))[::-1]
        after = list(_after(read, tape, known, ceiling))
        all_reads.extend((*before, read, *after))
    for left, right in pairwise(all_reads):
        _lend_year(left, right, tape, known)
    return _with_trailing_years(all_reads, tape)


def _before(read: Read, tape: Tape, known: TimeGrammar, floor: int) -> Iterator[Read]:
    """Bare numbers before it: days of its month, or numbers of its unit."""
    first, point = read.bare, read.sense.point
    for _ in range(_LONGEST_LIST):
        link = _link_before(tape, first, known)
        if link is None or link - 1 < floor:
            return
        end = link
        while end > floor and tape.words[end - 1] in (".", *known.ordinal_marks) and tape.gaps[end - 1] == GLUED:
            end -= 1
        number = end - 1
        if number < floor or not _stands_free(tape, number):
            return
        sense = None
        if point is not None and point.clock is not None:
            number, sense = _same_clock(read.sense, tape, number)
        elif point is not None and point.day is not None and tape.words[read.bare].isdecimal():
            sense = _same_month(read.sense, tape.words[number])
        elif point is not None and point.bc and point.grain == "year":
            sense = _same_era(read.sense, tape.words[number])
        elif read.unit is not None and read.sense.kind is TimexKind.DURATION:
            sense = _same_unit(read, tape.words[number], known)
        if sense is None:
            return
        yield Read(number, end, sense, read.rule, bare=number)
        first = number


def _after(read: Read, tape: Tape, known: TimeGrammar, ceiling: int) -> Iterator[Read]:
    """Bare days after "May 4", the last two figures of a year after "1915"."""
    point, at = read.sense.point, read.after
    if point is None or not tape.words[read.after - 1].isdecimal():
        return
    if point.grain == "year" and at + 1 < ceiling and tape.words[at] in _DASHES and tape.gaps[at] == GLUED:
        short = tape.words[at + 1]
        if len(short) == 2 and short.isdecimal() and tape.gaps[at + 1] == GLUED and _ends_free(tape, at + 2):
            year = (point.year or 0) // 100 * 100 + int(short)
            if 0 < year - (point.year or 0) < 100:
                later = replace(point, year=year)
                yield Read(at + 1, at + 2, replace(read.sense, value=later.value, point=later, interval=later.interval),
                           read.rule, bare=at + 1)  # fmt: skip
        return
    if point.grain != "day" or tape.words[read.after - 1] != str(point.day).zfill(len(tape.words[read.after - 1])):
        return
    for _ in range(_LONGEST_LIST):
        start = _link_after(tape, at, known, ceiling)
        if start is None or not _ends_free(tape, start + 1) or not _a_day(tape, start, known):
            return
        sense = _same_month(read.sense, tape.words[start])
        if sense is None:
            return
        yield Read(start, start + 1, sense, read.rule, bare=start)
        at = start + 1


def _a_day(tape: Tape, token: int, known: TimeGrammar) -> bool:
    """Whether what follows a bare number leaves it a day: no unit, no counted thing, no month of its own."""
    after = token + 1
    if after >= len(tape) or tape.gaps[after] == BREAK or not tape.words[after].isalpha():
        return True
    return tape.words[after] in known.small_words


def _link_before(tape: Tape, first: int, known: TimeGrammar) -> int | None:
    """Where the connector that ends before `first` begins: "and", "to", "-", ",", ", and"."""
    for length in (3, 2, 1):
        start = first - length
        if start < 1 or any(tape.gaps[token] == BREAK for token in range(start, first + 1)):
            continue
        words = tuple(tape.words[start:first])
        if words in known.to or words in known.both or (words == (",",) and tape.words[start - 1] != ","):
            return start
    return None


def _link_after(tape: Tape, at: int, known: TimeGrammar, ceiling: int) -> int | None:
    for length in (3, 2, 1):
        start = at + length
        if start >= ceiling or any(tape.gaps[token] == BREAK for token in range(at, start + 1)):
            continue
        words = tuple(tape.words[at:start])
        if (words in known.to or words in known.both) and tape.words[start].isdecimal():
            return start
    return None


def _stands_free(tape: Tape, token: int) -> bool:
    if tape.gaps[token] != GLUED or token == 0:
        return True
    return tape.words[token - 1] in "(-–—/" and not (
        token > 1 and tape.words[token - 2].isalpha() and tape.gaps[token - 1] == GLUED
    )


def _ends_free(tape: Tape, after: int) -> bool:
    return (
        after >= len(tape)
        or tape.gaps[after] != GLUED
        or not (tape.words[after].isalnum() or tape.words[after] in "/%:")
    )


def _same_month(sense: Sense, word: str) -> Sense | None:
    point = sense.point
    if point is None or not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31 or point.month is None:
        return None
    if point.year is not None and int(word) > days_in(point.year, point.month):
        return None
    other = replace(point.without_time(), day=int(word))
    return Sense(kind=TimexKind.DATE, value=other.value, interval=other.interval, point=other, anchor=sense.anchor)


def _same_clock(sense: Sense, tape: Tape, number: int) -> tuple[int, Sense | None]:
    """The hour of "10" in "10 to 12 o'clock", or of "9.30" in "9.30/12.30", on the same day; and its first token."""
    word, minute, first = tape.words[number], "00", number
    if len(word) == 2 and number >= 2 and tape.words[number - 1] in (".", ":") and tape.gaps[number] == GLUED:
        first, minute, word = number - 2, word, tape.words[number - 2]
    if sense.point is None or not (word.isdecimal() and minute.isdecimal()) or int(word) > 24 or int(minute) > 59:
        return first, None
    other = replace(sense.point, clock=f"{int(word):02}:{minute}")
    return first, replace(sense, value=other.value, point=other, mod=None)


def _same_era(sense: Sense, word: str) -> Sense | None:
    point = sense.point
    if point is None or point.year is None or not word.isdecimal() or not point.year <= int(word) < point.year + 200:
        return None
    other = replace(point, year=int(word))
    return replace(sense, value=other.value, point=other, interval=other.interval)


def _same_unit(read: Read, word: str, known: TimeGrammar) -> Sense | None:
    if word.isdecimal() and len(word) < 5:
        number = str(int(word))
    else:
        value = known.numerals.get(word)
        if value is None:
            return None
        number = str(value)
    head = "PT" if read.sense.value.startswith("PT") else "P"
    letters = read.sense.value.lstrip("PT0123456789.X")
    return Sense(kind=TimexKind.DURATION, value=f"{head}{number}{letters}") if letters else None


def _with_trailing_years(reads: list[Read], tape: Tape) -> list[Read]:
    """Gives the year of "April 13-15, 1945" to every day before it, and its words to the last of them."""
    kept: list[Read] = []
    for read in reads:
        last = kept[-1] if kept else None
        point = read.sense.point
        if (
            last is None
            or point is None
            or point.grain != "year"
            or last.sense.point is None
            or last.sense.anchor is None
            or last.bare != last.first
            or last.sense.point.day is None
            or tuple(tape.words[last.after : read.first]) != (",",)
        ):
            kept.append(read)
            continue
        anchor = last.sense.anchor
        for one in reversed(kept):
            if one.sense.point is None or one.sense.anchor != anchor or one.rule != last.rule:
                break
            dated = replace(one.sense.point, year=point.year)
            one.sense = replace(one.sense, value=dated.value, point=dated, interval=dated.interval, anchor=None)
        last.after = read.after
    return kept


def _lend_year(left: Read, right: Read, tape: Tape, known: TimeGrammar) -> None:
    """Gives "June and July 1950" one year (the one before, where the months run over its end), and "5 a.m. on 3 May" one day."""
    first, last = left.sense.point, right.sense.point
    if first is None or last is None or last.month is None or last.year is None:
        return
    words = tuple(tape.words[left.after : right.first])
    if words in known.day_of and first.clock is not None and last.clock is None and last.day is not None:
        point = replace(last, clock=first.clock, part=first.part, zone=first.zone)
        left.sense = replace(left.sense, value=point.value, point=point, interval=point.interval, anchor=None)
        return
    if first.month is None or (words not in known.to and words not in known.both):
        return
    if right.sense.anchor is not None or (left.sense.anchor is None and first.year is not None):
        return
    year = last.year - (1 if words in known.to and first.month > last.month else 0)
    point = replace(first, year=year)
    left.sense = replace(left.sense, value=point.value, point=point, interval=point.interval, anchor=None)
