"""Whom a report is aimed at where its own clause does not say, but the sentence or the story just told does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from ..knowledge import who
from ..records.events import Part, Report, Standing
from ..records.mentions import ActorMention, MentionedBy
from ..records.readings import Reading

_REACH = 4
"""Sentences that an answer may look back over."""
_NEAR, _HEARD = 3, 6
"""Sentences before, within which the other party of a story must be named for blows, for words to be aimed at it."""
_GIFT_REACH = 2
"""Sentences over which "its aid" is the aid just told of."""
_CLAIMANTS = 3
"""States that may claim one thing together."""
_ANSWERS = frozenset({"REJECT", "ACCUSE", "THREATEN"})
_SAID = frozenset({"REJECT", "ACCUSE", "THREATEN", "REQUEST", "AGREE"})
_STRIKES = frozenset({"ASSAULT", "COERCE"})
_AIMED_BY_PLACE = _STRIKES | {"THREATEN"}
_FORCE = frozenset({"ASSAULT", "MOBILIZE"})
_SHARED = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_OF_BOTH = frozenset({"agreement", "talks", "relations", "visit", "summit", "ceasefire", "cooperation", "alliance"})
_OFFERS = frozenset({"AGREE", "REQUEST", "SUPPORT"})
_AT_HOME = frozenset({"repression", "human_rights", "crime", "legal", "cbrn"})
_FREED = frozenset({"citizen", "prisoner", "hostage", "fishermen", "sanction", "embargo", "tariff", "blockade"})
_SENT = frozenset({"troops", "warship", "warplane"})
_LIFTED = frozenset({"sanction", "embargo", "boycott", "travel-ban"})
_HOSTILE = frozenset({"ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"})
_ASKED = frozenset({"demand", "accusation", "proposal", "request"})
_CLAIMED = _ASKED | {"claim"}
_POINTING = frozenset({MentionedBy.PRONOUN, MentionedBy.ANAPHOR})
_FIRES = " fire*"
_PLACES = frozenset({MentionedBy.NAME, MentionedBy.WEAK_NAME, MentionedBy.ADJECTIVE, MentionedBy.CAPITAL})
_AHEAD = frozenset({Standing.PLANNED, Standing.HYPOTHETICAL})
_TOLD = frozenset({Standing.ASSERTED, Standing.ALLEGED})


def complete(reports: Sequence[Report], reading: Reading, wanting: Collection[str] = ()) -> tuple[Report, ...]:
    """The reports of an article, in order, with recipients that the text decides.

    - ``recipient:where``: a blow whose clause goes on to name one other state ("struck sites across Iran") falls on that state.
    - ``recipient:answered``: a denial, a reproach or a threat by somebody who was just struck, accused or threatened answers
      whoever did that.
    - ``actor:last-attack``: a blow denied by whom it was just said to have hit is that blow.
    - ``recipient:other``: what one of the two states that a story is about says or does by force, while the other was just
      named and nobody else is, is aimed at the other.
    - ``recipient:sentence``: ties that are cut with nobody named are cut with the one other state that the sentence names.
    - ``recipient:both``: praise, an appeal or an offer by somebody else is for the two, praise of "the talks" for those who held them.

    The confidence is a little lower for each. Reports whose ids are `wanting` say nothing without a recipient, and go where none is found.
    """
    if not reports:
        return ()
    story = _Story(reading, reports)
    done: list[Report] = []
    threats = {t.id: held for t in reports if (held := _threatened(t, story.told[t.sentence])) is not None}
    warned = {held.id for held in threats.values()}
    for report in reports:
        if report.id in warned:
            continue  # what somebody only warned of is part of the warning
        if report.id in threats:
            done.append(_aimed(report, threats[report.id].recipients, "recipient:warned", None) or report)
            continue
        if report.recipients or not report.actors or (report.type in _SHARED and len(report.actors) > 1):
            done.append(report)
            continue
        blow = _denied_blow(report, done)
        if blow is not None:
            done.append(blow)
            continue
        report = _fired_back(report, done)
        aimed = _where(report, story) if report.type in _AIMED_BY_PLACE else None
        if aimed is None and report.type == "SUPPORT":
            aimed = story.praised(report, done)
        if aimed is None and report.type == "REJECT" and _CLAIMED & set(report.themes):
            aimed = (_asked(report, done) if _ASKED & set(report.themes) else None) or story.claimants(report)
        if aimed is None:
            aimed = story.other(report)
        if aimed is None and report.type in _ANSWERS:
            aimed = _answered(report, done)
        if aimed is None and report.type in _OFFERS:
            aimed = story.both(report)
        if aimed is None and report.type == "SANCTION" and {"ambassador", "embassy", "relations"} & set(report.themes):
            aimed = _only_other(report, story)
        if aimed is None and report.id in wanting:
            aimed = _same_gift(report, done) or _only_other(report, story)
        if aimed is not None or report.id not in wanting:
            done.append(aimed or report)
    return tuple(done)


def pair_of(reading: Reading) -> tuple[str, ...]:
    """The two states that an article is clearly about; empty where it is not."""
    return _Story(reading, ()).pair


class _Story:
    """Whom an article is about: the two states that it names most, and where it names whom."""

    def __init__(self, reading: Reading, reports: Sequence[Report]) -> None:
        self.text = reading.article.text
        self.mentions = reading.actors
        self.starts = [mention.span.start for mention in reading.actors]
        self.told: defaultdict[int, list[Report]] = defaultdict(list)  # reports by their sentence
        for report in reports:
            self.told[report.sentence].append(report)
        starts = [sentence.span.start for sentence in reading.sentences]
        indices = [sentence.index for sentence in reading.sentences]
        self.named: defaultdict[int, set[str]] = defaultdict(set)
        self.by_name: defaultdict[int, list[ActorMention]] = defaultdict(list)
        counts: Counter[str] = Counter()
        states = who.states()
        for mention in reading.actors:
            at = bisect_right(starts, mention.span.start) - 1
            if at < 0:
                continue
            if not mention.rule.endswith("+place"):
                self.named[indices[at]].update(mention.actors)
                if mention.by not in _POINTING:
                    self.by_name[indices[at]].append(mention)
            for code in mention.actors:
                if code in states:
                    counts[code] += 1
        top = [code for code, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]]
        wide = {code: sum(code in codes for codes in self.named.values()) for code in top}
        clear = len(top) > 1 and (len(top) == 2 or 2 * counts[top[1]] >= 3 * counts[top[2]])
        self.pair = tuple(top[:2]) if clear and min(wide[code] for code in top[:2]) > 1 else ()

    def other(self, report: Report) -> Report | None:
        """The report aimed at the other of the two, where its own words name no third."""
        if len(report.actors) != 1 or report.actors[0] not in self.pair or not self._may_be_aimed(report):
            return None
        other = next(code for code in self.pair if code != report.actors[0])
        if self._names(report.sentence) - {*self.pair, *report.speaker}:
            return None
        near = range(report.sentence - (_NEAR if report.type in _FORCE else _HEARD), report.sentence + 1)
        if not any(other in self.named.get(sentence, ()) for sentence in near):
            return None
        return _aimed(report, (other,), "recipient:other", None)

    def _may_be_aimed(self, report: Report) -> bool:
        if report.type in _FORCE:
            sent = report.mode not in (None, "weapons") or bool(_SENT & set(report.themes))
            forceful = report.type == "ASSAULT" or sent
            return forceful and "military" in report.contexts and not _AT_HOME & set(report.contexts)
        if report.type == "RETREAT":
            return bool((_FREED | _LIFTED) & set(report.themes))
        return report.type in _SAID or (report.type == "SANCTION" and not _AT_HOME & set(report.contexts))

    def praised(self, report: Report, before: Sequence[Report]) -> Report | None:
        """Praise of what two shared ("welcomed the deal", or "it" just after) is for those who shared it, as last told."""
        shared = [r for r in before if r.type in _SHARED and len(r.actors) > 1 and r.standing is not Standing.NEGATED]
        told = [*shared, *(r for r in before if r.rule.endswith("recipient:both"))]
        near = any(report.sentence - r.sentence <= _HEARD and not set(r.actors) & set(report.actors) for r in told)
        if not (_OF_BOTH & set(report.themes) or (not report.themes and near)):
            return None
        others = [r for r in shared if not set(r.actors) & set(report.actors)]
        codes = others[-1].actors if others else shared[-1].actors if shared else self.pair
        return _aimed(report, codes, "recipient:both", None)

    def claimants(self, report: Report) -> Report | None:
        """A refusal of "that claim" is for the states that its sentence named before ("A and B claimed it, and C rejected the claim")."""
        named = self._names(report.sentence, _trigger(report)) & who.states().keys()
        codes = tuple(sorted(named - {*report.actors, *report.speaker}))
        return _aimed(report, codes, "recipient:answered", None) if 0 < len(codes) <= _CLAIMANTS else None

    def _names(self, sentence: int, end: int | None = None) -> set[str]:
        """Whom a sentence names by name, up to `end` (code point)."""
        named = [m for m in self.by_name[sentence] if end is None or m.span.start < end]
        return {code for mention in named for code in mention.actors}

    def between(self, start: int, end: int) -> Sequence[ActorMention]:
        """The mentions that begin in a stretch of the text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def both(self, report: Report) -> Report | None:
        """An appeal or an offer to nobody named, by somebody whom the story is not about, is to the two."""
        starts = [_trigger(other) for other in self.told[report.sentence]]
        end = min((start for start in starts if start > _trigger(report)), default=report.span.end)
        others = (self._names(report.sentence, end) & who.states().keys()) - set(report.actors)
        if set(report.actors) & set(self.pair) or others:
            return None
        return _aimed(report, self.pair, "recipient:both", None)


def _where(report: Report, story: _Story) -> Report | None:
    """The report with the one other state that its clause names behind the words that tell it."""
    trigger = max(part.span.end for part in report.parts if part.role == "trigger")
    others = [other for other in story.told[report.sentence] if other.id != report.id]
    starts = [part.span.start for other in others for part in other.parts if part.role in ("trigger", "actor")]
    end = min((start for start in starts if start > trigger), default=report.span.end)
    comma = story.text.find(", ", trigger, end)
    end = end if comma < 0 else comma
    named = [m for m in story.between(trigger, end) if _elsewhere(m, report)]
    codes = {code for mention in named for code in mention.actors}
    states = report.type in _STRIKES
    if len(codes) != 1 or (states and any(mention.by not in _PLACES for mention in named)):
        return None
    part = Part(role="recipient", span=named[0].span, fills=tuple(codes))
    return _aimed(report, tuple(codes), "recipient:where", part)


def _threatened(report: Report, beside: Sequence[Report]) -> Report | None:
    """What the same actor may do by the words in front of "..., he warned"; `beside` are the reports of the sentence."""
    if report.type != "THREATEN" or report.recipients:
        return None
    for other in beside:
        mine = other.actors == report.actors and _trigger(other) < _trigger(report)
        if mine and other.type in _HOSTILE and other.recipients and other.standing in _AHEAD:
            return other
    return None


def _denied_blow(report: Report, before: Sequence[Report]) -> Report | None:
    """A blow that is denied by whom it was just said to have hit ("denied that anyone had been killed") is that blow."""
    if report.type != "ASSAULT" or report.standing is not Standing.DENIED:
        return None
    for earlier in reversed(before):
        if report.sentence - earlier.sentence > _REACH:
            return None
        hit = earlier.type == "ASSAULT" and earlier.standing in _TOLD and earlier.actors
        if hit and set(report.actors) <= set(earlier.recipients):
            rule = f"{report.rule} actor:last-attack"
            return replace(report, actors=earlier.actors, recipients=report.actors, rule=rule)
    return None


def _fired_back(report: Report, before: Sequence[Report]) -> Report:
    """Missiles fired at nobody named, by somebody who was just struck, are an answer and no test."""
    if report.type != "MOBILIZE" or report.mode != "weapons" or _FIRES not in report.rule:
        return report
    for earlier in reversed(before):
        if earlier.sentence == report.sentence and earlier.type == "ASSAULT" and earlier.recipients == report.actors:
            return replace(
                report, type="ASSAULT", mode=None, recipients=earlier.actors, rule=f"{report.rule} recipient:answered"
            )
    return report


def _trigger(report: Report) -> int:
    return min(part.span.start for part in report.parts if part.role == "trigger")


def _elsewhere(mention: ActorMention, report: Report) -> bool:
    return bool(mention.actors) and not set(mention.actors) & {*report.actors, *report.speaker}


def _only_other(report: Report, story: _Story) -> Report | None:
    """The report with the one other state that its sentence names ("cut ties after a mob stormed its embassy in Tehran")."""
    text, trigger = story.text, _trigger(report)
    start = max(report.span.start, text.rfind(";", report.span.start, trigger))
    end = text.find(";", trigger, report.span.end)
    within = story.between(start, report.span.end if end < 0 else end)
    codes = {code for mention in within for code in mention.actors} - {*report.actors, *report.speaker}
    one = len(codes) == 1 and codes <= who.states().keys()
    return _aimed(report, tuple(codes), "recipient:sentence", None) if one else None


def _asked(report: Report, before: Sequence[Report]) -> Report | None:
    """A refusal of "that demand" is for whoever last demanded or accused, within reach."""
    for earlier in reversed(before):
        if report.sentence - earlier.sentence > _REACH:
            return None
        if earlier.type in ("REQUEST", "ACCUSE") and not set(earlier.actors) & set(report.actors):
            return _aimed(report, earlier.actors, "recipient:answered", None)
    return None


def _same_gift(report: Report, before: Sequence[Report]) -> Report | None:
    """The report aimed at whoever its actor was just said to give the same thing to ("cut its aid")."""
    for earlier in reversed(before):
        if report.sentence - earlier.sentence > _GIFT_REACH:
            return None
        if earlier.recipients and earlier.actors == report.actors and set(earlier.themes) & set(report.themes):
            return _aimed(report, earlier.recipients, "recipient:same-gift", None)
    return None


def _answered(report: Report, before: Sequence[Report]) -> Report | None:
    """The report aimed at whoever last acted on its actors, if that is told within reach."""
    for earlier in reversed(before):
        if report.sentence - earlier.sentence > _REACH:
            return None
        hostile = earlier.type in _HOSTILE or (earlier.type == "REQUEST" and report.type == "REJECT")
        aimed = hostile and earlier.standing in _TOLD and bool(earlier.recipients)
        if aimed and set(report.actors) <= set(earlier.recipients):
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
