"""What was made to hang, fill or fool a reader ends in a stated limit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.hazards import Make, hazards
from benchmarks.hostile import MOST_MEGABYTES, measured

_ALL = list(hazards())


@pytest.mark.skipif(sys.platform == "win32", reason="a process of its own is forked")
@pytest.mark.parametrize(("name", "file", "make"), _ALL, ids=[name for name, _, _ in _ALL])
def test_a_hazard_ends_in_pages_or_one_sentence_within_its_memory(
    name: str, file: str, make: Make, tmp_path: Path
) -> None:
    """The process that reads it is ended after 60 seconds of the processor; the benchmark holds the bar of two."""
    make(tmp_path / file)
    _, megabytes, outcome = measured(tmp_path / file)
    assert "pages" in outcome, outcome
    assert megabytes < MOST_MEGABYTES
