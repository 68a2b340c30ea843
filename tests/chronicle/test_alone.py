"""Whether a sentence can be understood by someone who reads nothing else."""

from __future__ import annotations

import pytest

from tidebook.chronicle.alone import flaws, points_back


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He flew to Pyongyang in July.", "en"),
        ("“They signed the pact,” the minister said.", "en"),
        ("Both countries recalled their envoys.", "en"),
        ("Keduanya memulihkan hubungan pada Maret 1991.", "id"),
        ("Ia juga mencoba meningkatkan hubungan dengan Rusia.", "id"),
    ],
)
def test_a_sentence_that_begins_with_a_pronoun_does_not_stand_alone(text: str, language: str) -> None:
    assert points_back(text, language)
    assert flaws(text, language) >= 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Chile and Peru restored relations on 12 April 1990.", "en"),
        ("Italy and Austria signed a treaty.", "en"),
        ("The two Koreas met at Panmunjom.", "en"),
        ("Iajuddin Ahmed mengunjungi Jakarta.", "id"),
        ("12 September 2023 — Kim menjumpai Putin.", "id"),
        ("", "en"),
    ],
)
def test_a_sentence_that_begins_with_a_name_stands_alone(text: str, language: str) -> None:
    assert flaws(text, language) == 0


def test_what_is_cut_off_or_asks_or_begins_in_the_middle_does_not_stand_alone() -> None:
    assert flaws("Chile will send its envoy back to…", "en") == 1
    assert flaws("Chile said: “We will send him back...”", "en") == 1
    assert flaws("Will Chile send its envoy back?", "en") == 1
    assert flaws("and Chile sent its envoy back.", "en") == 1


def test_a_language_without_known_anaphors_is_judged_by_the_rest() -> None:
    assert flaws("Il est arrivé.", "fr") == 0
    assert flaws("Est-il arrivé ?", "fr") == 1
