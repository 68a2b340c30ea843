"""Whom a report is aimed at where its own clause does not say, but the sentence or the story just told does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..records.events import Part, Report, Standing
from ..records.mentions import ActorMention, MentionedBy
from ..records.readings import Reading

_REACH = 4
"""Sentences that an answer may look back over."""
_ANSWERS = frozenset({"REJECT", "ACCUSE", "THREATEN"})
_STRIKES = frozenset({"ASSAULT", "COERCE"})
_PLACES = frozenset({MentionedBy.NAME, MentionedBy.WEAK_NAME, MentionedBy.ADJECTIVE, MentionedBy.CAPITAL})
_TOLD = frozenset({Standing.ASSERTED, Standing.ALLEGED})


def complete(reports: Sequence[Report], reading: Reading) -> tuple[Report, ...]:
    """The reports of an article, in order, with recipients that the text decides.

    - A blow whose clause goes on to name one other state ("struck sites across Iran", "bombed a camp near the Pakistani
      town of Balakot") falls on that state.
    - A denial, a reproach or a threat by somebody who was just struck, accused or threatened answers whoever did that.

    The rule of the report says so (``recipient:where``, ``recipient:answered``), and its confidence is a little lower.
    """
    done: list[Report] = []
    for report in reports:
        if report.recipients or not report.actors:
            done.append(report)
            continue
        aimed = _where(report, reports, reading) if report.type in _STRIKES else None
        if aimed is None and report.type in _ANSWERS:
            aimed = _answered(report, done)
        done.append(aimed or report)
    return tuple(done)


def _where(report: Report, reports: Sequence[Report], reading: Reading) -> Report | None:
    """The report with the one other state that its clause names behind the words that tell it."""
    trigger = max(part.span.end for part in report.parts if part.role == "trigger")
    others = [other for other in reports if other.sentence == report.sentence and other.id != report.id]
    starts = [part.span.start for other in others for part in other.parts if part.role in ("trigger", "actor")]
    end = min((start for start in starts if start > trigger), default=report.span.end)
    named = [m for m in reading.actors if trigger <= m.span.start < end and _elsewhere(m, report)]
    codes = {code for mention in named for code in mention.actors}
    if len(codes) != 1 or any(mention.by not in _PLACES for mention in named):
        return None
    part = Part(role="recipient", span=named[0].span, fills=tuple(codes))
    return _aimed(report, tuple(codes), "recipient:where", part)


def _elsewhere(mention: ActorMention, report: Report) -> bool:
    return bool(mention.actors) and not set(mention.actors) & {*report.actors, *report.speaker}


def _answered(report: Report, before: Sequence[Report]) -> Report | None:
    """The report aimed at whoever last acted on its actors, if that is told within reach."""
    for earlier in reversed(before):
        if report.sentence - earlier.sentence > _REACH:
            return None
        if earlier.standing in _TOLD and earlier.recipients and set(report.actors) <= set(earlier.recipients):
            return _aimed(report, earlier.actors, "recipient:answered", None)
    return None


def _aimed(report: Report, codes: tuple[str, ...], rule: str, part: Part | None) -> Report | None:
    codes = tuple(code for code in codes if code not in report.actors)
    if not codes:
        return None
    return replace(
        report,
        recipients=codes,
        parts=report.parts if part is None else (*report.parts, part),
        rule=f"{report.rule} {rule}",
        confidence=round(0.9 * report.confidence, 4),
    )
