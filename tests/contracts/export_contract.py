"""What every export must keep; inherited by the tests of each format."""

from __future__ import annotations

import io
from dataclasses import replace

from tests.samples import sample_chronicle
from tidebook.faces.exports import export_of, formats
from tidebook.records.chronicles import Chronicle


def exported(format: str, chronicle: Chronicle) -> str:
    """The whole export as text."""
    out = io.StringIO(newline="")
    export_of(format).write(chronicle, out)
    return out.getvalue()


class ExportContract:
    """Subclasses name their format."""

    format = ""

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
        assert "\r" not in text
        assert text.endswith("\n")

    def test_a_chronicle_without_events_is_written_too(self) -> None:
        empty = replace(sample_chronicle(), events=(), entries=(), tide=(), phases=(), ties=())
        assert exported(self.format, empty)
