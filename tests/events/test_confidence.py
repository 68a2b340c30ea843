"""A report's confidence is the share of reports read like it that are right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tidebook.events.code import told
from tidebook.events.confidence import Weights, features_of, weights, with_confidence
from tidebook.records.events import Standing
from tidebook.records.readings import Reading
from tidebook.records.times import on
from tidebook.runs.read import read_text

DAY = on(2024, 6, 20)


def _read(text: str) -> Reading:
    return read_text(text, DAY, "en")[0]


def test_what_the_rules_hold_of_a_reading_is_one_of_several_grounds() -> None:
    reading = _read("Iran attacked Israel on Monday.")
    (report,) = told(reading)
    (features,) = features_of([report], reading)
    assert features["actor-subject"] == features["recipient-object"] == features["when-clause"] == 1.0
    assert "recipient-none" not in features
    assert features["rules"] > 0


def test_a_pronoun_and_a_bystander_are_grounds_for_doubt() -> None:
    reading = _read("Iran attacked Israel on Monday. Turkey watched. It attacked Israel again in front of Turkey.")
    first, *_, last = features_of(told(reading), reading)
    assert last.get("pointing", 0.0) + last["unused"] > first.get("pointing", 0.0) + first["unused"]
    assert weights().features["pointing"] < 0
    assert weights().features["unused"] < 0


def test_a_claim_of_somebody_and_a_plan_are_told_apart_from_what_was_done() -> None:
    reading = _read("Iran attacked Israel on Monday.")
    (report,) = told(reading)
    of = [replace(report, standing=standing) for standing in Standing]
    marks = [{"claimed", "not-done"} & set(features_of([one], reading)[0]) for one in of]
    assert marks == [set(), {"claimed"}, {"claimed"}, {"not-done"}, {"not-done"}, {"not-done"}]


def test_confidence_stays_between_almost_never_and_almost_always() -> None:
    trained = Weights({"far-actor": -9.0, "others": 9.0}, {"en": 0.0}, 0.0)
    assert trained.sure({"far-actor": 80.0}, "en") == 0.02
    assert trained.sure({"others": 80.0}, "en") == 0.98
    assert trained.sure({}, "en") == 0.5


def test_a_language_that_was_not_measured_has_the_mean_level() -> None:
    trained = Weights({}, {"en": 2.0, "id": 0.0}, 1.0)
    assert trained.sure({}, "en") > trained.sure({}, "xx") > trained.sure({}, "id")


@pytest.mark.parametrize("confidence", [0.0, 1.0])
def test_a_reading_that_the_rules_hold_for_certain_breaks_nothing(confidence: float) -> None:
    reading = _read("Iran attacked Israel on Monday.")
    (report,) = told(reading)
    (weighed,) = with_confidence([replace(report, confidence=confidence)], reading, "en")
    assert 0.02 <= weighed.confidence <= 0.98


def test_nothing_but_the_confidence_is_changed() -> None:
    reading = _read("Iran attacked Israel on Monday. Israel condemned Iran and expelled its ambassador.")
    before, after = told(reading), read_text(reading.article.text, DAY, "en")[1]
    assert [replace(one, confidence=1.0) for one in before] == [replace(one, confidence=1.0) for one in after]
    assert with_confidence((), reading, "en") == ()
