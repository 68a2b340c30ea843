"""Times are read as exactly as they were when these floors were set; lowering one is said aloud in the changelog."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from benchmarks.time_own import measure, read_gold
from tidebook.mentions.times import read_times
from tidebook.records.edtf import parse

HERE = Path(__file__).parent
# language → (digest of the gold file, floor of the seen half, floor of the half kept aside): percent with value and EDTF exact
FLOORS = {"id": ("11522c13454ef647", 99.0, 95.0), "en": ("384395e5dee2565e", 99.0, 95.0)}


@pytest.mark.parametrize("language", FLOORS)
def test_the_gold_is_the_one_that_the_floor_was_set_on(language: str) -> None:
    raw = (HERE / f"time_{language}.txt").read_bytes()
    assert hashlib.sha256(raw).hexdigest()[:16] == FLOORS[language][0], (
        "the gold changed: measure anew, then set digest and floors"
    )


@pytest.mark.parametrize("language", FLOORS)
@pytest.mark.parametrize("half", ["seen", "kept"])
def test_value_and_days_are_exact_above_the_floor(language: str, half: str) -> None:
    result = measure(read_gold(HERE / f"time_{language}.txt", half), language)
    floor = FLOORS[language][1 if half == "seen" else 2]
    assert result.accuracy >= floor, "\n".join(result.errors)
    assert result.precision >= floor - 2, "\n".join(result.errors)


def test_the_gold_is_as_large_as_promised() -> None:
    sizes = {code: sum(len(text.gold) for text in read_gold(HERE / f"time_{code}.txt")) for code in FLOORS}
    assert sizes["id"] >= 400
    assert sizes["en"] >= 200


def test_every_time_of_the_seed_pages_is_read_right() -> None:
    result = measure(read_gold(HERE / "time_seeds.txt"), "id")
    assert result.errors == ()


@pytest.mark.parametrize("language", FLOORS)
def test_a_megabyte_is_read_in_a_few_seconds(language: str) -> None:
    """The promise is one second on a quiet core; a shared one gets four."""
    text = "\n".join(line.words for line in read_gold(HERE / f"time_{language}.txt"))
    text = "\n".join([text] * (250_000 // len(text) + 1))
    read_times("1950", language)
    began = time.process_time()
    read_times(text, language, parse("2019-04-25"))
    assert time.process_time() - began < 4 * len(text.encode()) / 1e6 + 0.5
