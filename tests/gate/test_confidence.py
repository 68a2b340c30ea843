"""Confidence is calibrated: as many reports are right as it says, and the surer ones more often."""

from __future__ import annotations

from benchmarks import confidence

CASES = confidence.cases()
KEPT = [(confidence.weights().sure(c.features, c.language), c.right) for c in CASES if c.half == "kept"]


def test_the_mean_confidence_of_sentences_on_which_no_rule_was_tried_is_the_share_that_is_right() -> None:
    """Else run `python -m benchmarks.confidence --train`: rules have changed since the weights were fitted."""
    mean = sum(sure for sure, _ in KEPT) / len(KEPT)
    assert abs(mean - sum(right for _, right in KEPT) / len(KEPT)) < 0.08
    assert confidence.ece(KEPT) < 0.14


def test_surer_reports_are_right_more_often() -> None:
    ordered = sorted(KEPT)
    third = len(ordered) // 3
    low, high = (sum(right for _, right in part) / third for part in (ordered[:third], ordered[-third:]))
    assert high - low > 0.1


def test_weights_are_of_features_that_readings_have() -> None:
    named = {name for case in CASES for name in case.features}
    assert set(confidence.weights().features) <= named
