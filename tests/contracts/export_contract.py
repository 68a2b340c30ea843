"""What every export must keep; inherited by the tests of each format."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from tests.faces.hostile import hostile_chronicle
from tests.samples import sample_chronicle
from tidebook.faces.exports import export_of, formats
from tidebook.faces.lacks import say_lacks
from tidebook.faces.words import interfaces, words_of
from tidebook.records.chronicles import Chronicle


def exported(format: str, chronicle: Chronicle) -> str:
    """The whole export as text."""
    out = io.StringIO(newline="")
    export_of(format).write(chronicle, out)
    return out.getvalue()


class ExportContract:
    """Subclasses name their format, and how its lines end where a standard wants it otherwise than ``\\n``."""

    format = ""
    line_end = "\n"

    def test_the_format_is_found_by_its_name(self) -> None:
        assert self.format in formats()

    def test_the_same_chronicle_gives_the_same_bytes(self) -> None:
        assert exported(self.format, sample_chronicle()) == exported(self.format, sample_chronicle())

    def test_every_sentence_of_a_told_event_is_in_it_somewhere(self) -> None:
        text = exported(self.format, sample_chronicle())
        for words in ("broke off relations", "memutus hubungan", "Ostrava by 2025"):
            assert words in text

    def test_lines_end_as_on_every_machine_and_the_last_one_ends(self) -> None:
        text = exported(self.format, sample_chronicle())
        assert "\r" not in text.replace(self.line_end, "")
        assert "\n" not in text.replace(self.line_end, "")
        assert text.endswith(self.line_end)

    def test_a_chronicle_without_events_is_written_too(self) -> None:
        empty = replace(sample_chronicle(), events=(), entries=(), tide=(), phases=(), ties=())
        assert exported(self.format, empty)

    def test_a_hostile_pile_is_written_without_the_characters_that_move_a_terminal(self) -> None:
        assert not set("\x1b\x07") & set(exported(self.format, hostile_chronicle()))

    @pytest.mark.parametrize("code", interfaces())
    def test_what_it_cannot_carry_is_said_in_every_language(self, code: str) -> None:
        lacks = export_of(self.format).lacks(sample_chronicle())
        said = say_lacks(words_of(code), lacks)
        assert all(lack.n > 0 for lack in lacks)
        assert said.count(";") >= len(lacks) - 1
        assert len(said) > 20
