"""A short run of `make fuzz`: what chance makes of a file ends in pages and sentences."""

from __future__ import annotations

import pytest

from benchmarks.fuzz import KINDS, fuzz


@pytest.mark.parametrize("kind", KINDS)
def test_no_exception_leaves_a_reader_and_no_promise_is_broken(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz(kind, 300, 11) == 0
    assert "300 files (seed 11), 0 failed" in capsys.readouterr().out
