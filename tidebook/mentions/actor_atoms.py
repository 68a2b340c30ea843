"""Finds the words that may be parts of an actor's name: one pass over the text, whole words, the longest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..knowledge.actor_words import ANAPHOR, INSTITUTION, OFFICE, PERSON, ActorWords, Sense, fold


class Atom(NamedTuple):
    """Words of the text (`start`, `end`: code points) with what they may mean; never empty `senses`, all of one letter, but that an
    office or institution may have the sense of an anaphor behind its own."""

    start: int
    end: int
    letter: str
    senses: tuple[Sense, ...]


_RANK = {letter: rank for rank, letter in enumerate("BGSxCPLOIVRQt")}


def find_atoms(text: str, words: ActorWords) -> list[Atom]:
    """All atoms of a text, in order, none overlapping another.

    Where one word has senses of several kinds ("Washington"), those of the firmest kind stay.
    """
    padded = f" {fold(text)} "
    found = [
        (start, 1 - end, pattern)
        for pattern, start, end in words.matcher.find_matches_as_indexes(padded, overlapping=True)
        if not padded[end].isalnum()
    ]
    found.sort()
    atoms: list[Atom] = []
    senses_of = words.senses
    last = -1
    for number, (start, minus_end, pattern) in enumerate(found):
        if start < last or _hides_a_longer(text, found, number, senses_of):
            continue
        written = text[start:-minus_end]
        senses = senses_of(pattern)
        if len(senses) == 1:
            if senses[0].fits(written):
                atoms.append(Atom(start, -minus_end, senses[0].letter, senses))
                last = -minus_end
            continue
        fitting = [sense for sense in senses if sense.fits(written)]
        if not fitting:
            continue
        letter = min((sense.letter for sense in fitting), key=_RANK.__getitem__)
        same = tuple(sense for sense in fitting if sense.letter == letter)
        if letter in (OFFICE, INSTITUTION):  # "the leaders" alone may point back to two who were named
            same += tuple(sense for sense in fitting if sense.letter == ANAPHOR)
        if letter == PERSON:  # whose full name it is stands before whose short one
            same = tuple(sorted(same, key=lambda sense: sense.kind != "full"))
        else:
            same = tuple(sense for sense in same if not sense.weak) or same
        atoms.append(Atom(start, -minus_end, letter, same))
        last = -minus_end
    return atoms


def _hides_a_longer(
    text: str, found: list[tuple[int, int, int]], number: int, senses_of: Callable[[int], tuple[Sense, ...]]
) -> bool:
    """Whether a longer name begins within this one and runs on ("the North" of "the North Korean"), or a name ends it.

    "the State Department" names whose it is, and is no more "the department" just spoken of.
    """
    start, minus_end, _ = found[number]
    for later in range(number + 1, len(found)):
        later_start, later_minus_end, pattern = found[later]
        if later_start >= -minus_end:
            return False
        longer = later_minus_end < minus_end and -later_minus_end - later_start > -minus_end - start
        named = later_minus_end == minus_end and _pointing(senses_of(found[number][2])) and _named(senses_of(pattern))
        if (longer or named) and any(sense.fits(text[later_start:-later_minus_end]) for sense in senses_of(pattern)):
            return True
    return False


def _pointing(senses: tuple[Sense, ...]) -> bool:
    return all(sense.letter in (OFFICE, INSTITUTION, ANAPHOR) for sense in senses)


def _named(senses: tuple[Sense, ...]) -> bool:
    return any(sense.letter in "BG" and sense.code for sense in senses)
