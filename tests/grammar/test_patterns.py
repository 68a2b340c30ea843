"""The little language of patterns, and the automaton that reads all of them at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidebook.errors import KnowledgeError
from tidebook.grammar.match import matches_at
from tidebook.grammar.pattern import parse
from tidebook.grammar.rule import Grammar
from tidebook.grammar.tape import BLANK, BREAK, GLUED, Tape, fold

DATA = {
    "categories": {
        "fruit": {"A": ["apple", "granny smith"], "P": ["pear"]},
        "count": {"number": [1, 20], "digits": [1, 2]},
        "tens": {"number": [10, 90], "digits": [2, 2], "step": 10, "is": "count"},
        "many": {"is": "fruit", "adds": {"some": "X"}, "A": ["apples"]},
    },
    "rules": [
        {"name": "xx.counted", "pattern": "{count} (ripe )?{fruit}", "means": "m"},
        {"name": "xx.fruit", "pattern": "{fruit}", "means": "m"},
        {"name": "xx.also-fruit", "pattern": "(a )?{fruit}", "means": "m"},
        {"name": "xx.many", "pattern": "{many}~-?~{tens}", "means": "m"},
        {"name": "xx.bracket", "pattern": "\\({fruit}\\)", "means": "m"},
    ],
}
GRAMMAR = Grammar.of(DATA, frozenset({"m"}), "xx/times.yaml")


def read(text: str) -> list[tuple[str, dict[str, object]]]:
    tape = Tape(text)
    return [(m.rule.name, {part.name: part.value for part in m.parts}) for m in matches_at(GRAMMAR, tape, 0)]


def test_the_longest_reading_comes_first_and_the_earlier_rule_before_the_later() -> None:
    assert read("3 ripe pear")[0] == ("xx.counted", {"count": 3, "fruit": "P"})
    assert [name for name, _ in read("pear")] == ["xx.fruit", "xx.also-fruit"]


def test_words_of_several_tokens_are_one_member_of_their_category() -> None:
    assert read("Granny  Smith")[0] == ("xx.fruit", {"fruit": "A"})


def test_blanks_must_stand_where_the_pattern_has_them_and_nowhere_else() -> None:
    assert read("3ripe pear") == []
    assert read("( pear)") == []
    assert read("(pear)")[0][0] == "xx.bracket"
    assert [name for name, _ in read("apples-20")] == [name for name, _ in read("apples 20")] == ["xx.many"]


def test_no_reading_runs_over_an_empty_line() -> None:
    assert read("3 ripe\n\npear") == []
    assert read("3 ripe\npear")[0][0] == "xx.counted"


def test_a_category_may_fill_another_part_and_bring_one_along() -> None:
    assert read("apples 30")[0][1] == {"fruit": "A", "some": "X", "count": 30}
    assert read("apples 35") == []


@pytest.mark.parametrize("pattern", ["(a", "a)", "?a"])
def test_a_pattern_that_is_none_is_refused_with_its_place(pattern: str) -> None:
    with pytest.raises(KnowledgeError, match="here"):
        parse(pattern, "here")


def test_an_unknown_category_is_refused_by_name() -> None:
    with pytest.raises(KnowledgeError, match="nut"):
        Grammar.of({**DATA, "rules": [{"name": "xx.nut", "pattern": "{nut}", "means": "m"}]}, frozenset({"m"}), "xx")


@given(st.text(max_size=60))
def test_a_tape_keeps_every_token_at_its_place(text: str) -> None:
    tape = Tape(text)
    assert len(fold(text)) == len(text)
    for index in range(len(tape)):
        assert fold(tape.written(index)) == tape.words[index]
        between = text[tape.ends[index - 1] if index else 0 : tape.starts[index]]
        assert between.strip() == ""
        assert tape.gaps[index] == (BREAK if index == 0 or between.count("\n") > 1 else BLANK if between else GLUED)
