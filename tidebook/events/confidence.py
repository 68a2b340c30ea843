"""How sure a report is: the share of reports read in this way that are right.

The figure comes from a small logistic model over what is known of the reading. Its weights stand in ``codes/confidence.yaml``;
``python -m benchmarks.confidence --train`` makes them from the gold sentences of this repository, and tells how well they hold.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..knowledge import load
from ..records.events import Report, Standing
from ..records.mentions import ActorMention, MentionedBy
from ..records.readings import Reading

_POINTING = frozenset({MentionedBy.PRONOUN, MentionedBy.ANAPHOR, MentionedBy.WEAK_NAME})
_BY_WORDS = frozenset({"obj", "to", "with", "against", "from", "for", "on", "in", "at", "by", "toward", "whom", "over"})
_NEAR = 100  # code points by which lengths and distances are told
_FAR = 20.0  # log-odds, and any feature: what lies beyond says nothing more
_LEAST, _MOST = 0.02, 0.98


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds of being right.

    Attributes:
        features: by name. levels: what is added for a language; `level` for one that was not measured.
    """

    features: Mapping[str, float]
    levels: Mapping[str, float]
    level: float

    def sure(self, features: Mapping[str, float], language: str) -> float:
        """The share of such reports that are right, 0.02 to 0.98."""
        odds, known = self.levels.get(language, self.level), self.features
        for name, value in features.items():
            if name in known:
                odds += known[name] * (value if value < _FAR else _FAR)
        return min(_MOST, max(_LEAST, 1.0 / (1.0 + math.exp(-max(-_FAR, min(_FAR, odds))))))


@cache
def weights() -> Weights:
    """Those that were trained."""
    data = load.read_yaml(load.ROOT / "codes" / "confidence.yaml")
    return Weights(data["features"], data["levels"], data["level"])


def with_confidence(reports: Sequence[Report], reading: Reading, language: str) -> tuple[Report, ...]:
    """The reports of one article, each with its confidence."""
    if not reports:
        return ()
    trained = weights()
    told = features_of(reports, reading)
    return tuple(
        replace(report, confidence=round(trained.sure(features, language), 3))
        for report, features in zip(reports, told, strict=True)
    )


def features_of(reports: Sequence[Report], reading: Reading) -> list[dict[str, float]]:
    """What is known of how each report of an article was read, by name; features that are 0 may be left out.

    `Report.confidence` is taken as what the rules themselves hold of the reading.
    """
    beside: dict[int, int] = {}
    for report in reports:
        beside[report.sentence] = beside.get(report.sentence, 0) + 1
    by_start = {mention.span.start: mention for mention in reading.actors}
    starts = sorted(by_start)
    return [_features(report, beside[report.sentence] - 1, by_start, starts) for report in reports]


def _features(
    report: Report, beside: int, by_start: Mapping[int, ActorMention], starts: Sequence[int]
) -> dict[str, float]:
    rule = report.rule
    found = {"rules": math.log(report.confidence / (1.0 - report.confidence)) if 0 < report.confidence < 1 else 0.0}
    found["length"] = math.log(max(1, len(report.span)) / _NEAR)
    found["beside"] = min(2.0, beside)
    if report.standing is Standing.ALLEGED or report.standing is Standing.DENIED or report.speaker:
        found["claimed"] = 1.0
    if report.standing in (Standing.PLANNED, Standing.HYPOTHETICAL, Standing.NEGATED):
        found["not-done"] = 1.0
    if report.background:
        found["background"] = 1.0
    found[f"when-{report.when_by}"] = 1.0
    if "/noun" in rule or "/deed" in rule:
        found["noun"] = 1.0
    if "**" in rule:
        found["governs-anything"] = 1.0
    if report.others:
        found["others"] = 1.0
    roles = [word for word in rule.split(" ") if word.startswith(("actor:", "recipient:"))]
    actor = next((role[6:] for role in roles if role.startswith("actor:")), "")
    recipient = next((role[10:] for role in reversed(roles) if role.startswith("recipient:")), "")
    joint = "+" in actor or actor == "between"
    found["actor-joint" if joint else "actor-subject" if actor == "subj" else "actor-elsewhere"] = 1.0
    if recipient:
        found[
            "recipient-object"
            if recipient == "obj"
            else "recipient-words"
            if _by_words(recipient)
            else "recipient-story"
        ] = 1.0
    elif len(report.actors) == 1:
        found["recipient-none"] = 1.0
    _add_parties(found, report, by_start, starts)
    return found


def _by_words(recipient: str) -> bool:
    return recipient in _BY_WORDS or "." in recipient or recipient in ("of", "subj")


def _add_parties(
    found: dict[str, float], report: Report, by_start: Mapping[int, ActorMention], starts: Sequence[int]
) -> None:
    """How the parties are named, how far they stand from what tells the act, and who else is named beside them."""
    trigger = min((part.span.start for part in report.parts if part.role == "trigger"), default=report.span.start)
    used = {*report.actors, *report.recipients, *report.speaker}
    for part in report.parts:
        if part.role not in ("actor", "recipient"):
            continue
        mention = by_start.get(part.span.start)
        if mention is not None and mention.by in _POINTING:
            found["pointing"] = 1.0
        far = f"far-{part.role}"
        found[far] = max(found.get(far, 0.0), abs(part.span.start - trigger) / _NEAR)
    span = report.span
    others = {
        code
        for start in starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        for code in by_start[start].actors
        if code not in used and not by_start[start].rule.endswith("+place")
    }
    found["unused"] = min(2.0, len(others))
