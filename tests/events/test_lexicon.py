"""Looking words up by their first two finds what trying every entry would find."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tidebook.events.entries import Entry
from tidebook.events.forms import Morphology
from tidebook.events.inflected import GAP, tabulate
from tidebook.events.lexicon import LONGEST_GAP, Lexicon
from tidebook.events.structure import structure_of

_STRUCTURE = structure_of("id")
_MORPHOLOGY = Morphology({"paradigms": {"fixed": [["active", "{}"]]}})
_WORDS = ("serang", "kota", "kotanya", "besar", "tahan", "tahanlah")
_ENTRIES = st.lists(
    st.lists(st.sampled_from([*_WORDS[:3], "besar", "tahan", GAP]), min_size=2, max_size=5).filter(
        lambda words: words[0] != GAP and words[-1] != GAP and (GAP, GAP) not in pairwise(words)
    ),
    min_size=1,
    max_size=8,
    unique_by=tuple,
)


def _fits(words: Sequence[str], at: int, whole: Sequence[str]) -> tuple[int, ...] | None:
    """Where an entry's words stand, tried one after the other."""
    used, where, gap = [at], at + 1, 0
    for piece in whole[1:]:
        if piece == GAP:
            gap = LONGEST_GAP
            continue
        while where < len(words) and words[where] not in (piece, *(piece + c for c in _STRUCTURE.clitics)):
            if gap == 0:
                return None
            gap -= 1
            where += 1
        if where >= len(words):
            return None
        used.append(where)
        where, gap = where + 1, 0
    return tuple(used)


@settings(max_examples=300, deadline=None)
@given(_ENTRIES, st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9))
def test_the_index_finds_the_longest_entry_that_stands_there(wholes: list[list[str]], words: list[str]) -> None:
    rows = [
        (" ".join(whole), "fixed", Entry("frame", f"n{n}", "ASSAULT", None, (), (), (), ()))
        for n, whole in enumerate(wholes)
    ]
    lexicon = Lexicon(tabulate(rows, _MORPHOLOGY, _STRUCTURE), _STRUCTURE)
    fitting = [
        (-(len(whole) - whole.count(GAP)), n, used)
        for n, whole in enumerate(wholes)
        if whole[0] == words[0] and (used := _fits(words, 0, whole)) is not None
    ]
    if not fitting and not any(whole[0] == words[0] for whole in wholes):
        return  # then a clitic may be cut off the first word, or nothing begins here
    found = lexicon.match(words, 0)
    if not fitting:
        assert found is None
        return
    _, _, used = min(fitting)
    same = [f"n{n}" for size, n, other in sorted(fitting) if other == used and size == min(fitting)[0]]
    assert found is not None
    assert found.used == used
    assert [sense.entry.name for sense in found.senses] == same


@given(st.sampled_from(_WORDS), st.lists(st.sampled_from(_WORDS), max_size=3))
def test_what_no_entry_begins_with_matches_nothing(first: str, rest: list[str]) -> None:
    rows = [("pukul kota", "fixed", Entry("frame", "n", "ASSAULT", None, (), (), (), ()))]
    lexicon = Lexicon(tabulate(rows, _MORPHOLOGY, _STRUCTURE), _STRUCTURE)
    assert not lexicon.begins(first)
    assert lexicon.match([first, *rest], 0) is None
