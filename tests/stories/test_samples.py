"""A dozen pages in, a whole chronicle out: the story that is kept is the story that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.story import story_of

ROOT = Path(__file__).resolve().parents[2]
KEPT = sorted((Path(__file__).parent / "kept").glob("*.txt"))


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_the_sample_tells_the_story_that_is_kept(kept: Path) -> None:
    """If the change is meant: `python -m tests.stories.story samples/NAME > tests/stories/kept/NAME.txt`, and read the diff."""
    assert story_of(ROOT / "samples" / kept.stem) == kept.read_text(encoding="utf-8")


def test_every_sample_has_a_story_kept() -> None:
    piles = {path.parent.name for path in (ROOT / "samples").glob("*/gold")}
    assert {path.stem for path in KEPT} == piles
