"""What a model answered, held against the sentence: every field a listed word or a quote that stands there, or thrown away."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..knowledge import load
from ..records.articles import Sentence
from ..records.events import Part, Report, Standing
from ..records.mentions import ActorMention, TimeMention
from ..records.readings import Reading
from ..records.spans import Span
from .ask_line import UnansweredError
from .compose import TYPES
from .lifetimes import within_lives
from .record import identify
from .told import alike
from .whose_date import Dated

UNMEASURED = 0.5
"""Confidence of what a model says: how often it is right is not known."""
_MOST = 8  # claims of one sentence
_LONGEST = 400  # code points of a quote
_FENCED = re.compile(r"\s*```(?:json)?\s*\n(.*?)\n\s*```\s*", re.DOTALL)
_SHAPE: dict[str, tuple[type, ...]] = {
    "sentence": (int,),
    "type": (str,),
    "mode": (str, type(None)),
    "contexts": (list,),
    "standing": (str,),
    "background": (bool,),
    "trigger": (str,),
    "actors": (list,),
    "recipients": (list,),
    "speaker": (str, type(None)),
    "when": (str, type(None)),
    "place": (str, type(None)),
}
SHAPELESS = "a claim was thrown away: it has not the shape that was asked for"
UNQUOTED = "a claim was thrown away: the words given as its {role} do not stand in the sentence"
NOBODY = "a claim was thrown away: nobody who is known acts in it"
FIELD = "the {role} of a claim was thrown away: the words given do not stand in the sentence"
UNKNOWN = "the {role} of a claim was thrown away: the words given name no actor that is known"
UNDATED = "the time of a claim was thrown away: the words given tell no date"
MODELESS = "the mode of a claim was thrown away: {type} has no such mode"


def schema() -> dict[str, Any]:
    """The JSON schema of a reply."""
    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    listed = {"type": "array", "items": text}
    fields: dict[str, Any] = {
        "sentence": {"type": "integer"},
        "type": {"type": "string", "enum": sorted(TYPES)},
        "mode": {"type": ["string", "null"], "enum": [*sorted({m for of in modes().values() for m in of}), None]},
        "contexts": {"type": "array", "items": {"type": "string", "enum": contexts()}},
        "standing": {"type": "string", "enum": [standing.value for standing in Standing]},
        "background": {"type": "boolean"},
        "trigger": text,
        "actors": listed,
        "recipients": listed,
        "speaker": maybe,
        "when": maybe,
        "place": maybe,
    }
    claim = {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    claims = {"type": "array", "items": claim}
    return {"type": "object", "properties": {"claims": claims}, "required": ["claims"], "additionalProperties": False}


def modes() -> dict[str, tuple[str, ...]]:
    """The modes of each PLOVER type."""
    types = load.read_yaml(load.ROOT / "codes" / "plover.yaml")["types"]
    return {row["type"]: tuple(sorted(row["modes"])) for row in types}


def contexts() -> list[str]:
    """PLOVER's contexts."""
    return list(load.read_yaml(load.ROOT / "codes" / "plover.yaml")["contexts"])


def claims_in(content: str) -> list[Any]:
    """The claims of a reply, whatever they are.

    Raises:
        UnansweredError: it is not JSON, or no object with a list of claims.
    """
    fenced = _FENCED.fullmatch(content)
    try:
        data = json.loads(fenced.group(1) if fenced else content)
    except (ValueError, RecursionError):
        raise UnansweredError("the reply is not JSON") from None
    if not isinstance(data, dict) or set(data) != {"claims"} or not isinstance(data["claims"], list):
        raise UnansweredError("the reply has not the shape that was asked for")
    return data["claims"]


@dataclass(slots=True)
class Checked:
    """The reports that hold, and why the rest does not.

    Attributes:
        thrown: (sentence, or None where a claim names none that was asked about; why).
    """

    reports: list[Report] = field(default_factory=list)
    thrown: list[tuple[Sentence | None, str]] = field(default_factory=list)


def check(claims: Sequence[Any], reading: Reading, asked: Sequence[Sentence], rule: str) -> Checked:
    """Reports from the claims that their sentences bear out, in the order of the claims.

    Args:
        asked: the sentences that the model was given. rule: for `Report.rule`.
    """
    checked = Checked()
    by_number = {sentence.index: sentence for sentence in asked}
    counts: dict[int, int] = {}
    for claim in claims:
        sentence = by_number.get(claim["sentence"]) if _shaped(claim) else None
        if sentence is None:
            checked.thrown.append((None, SHAPELESS))
            continue
        counts[sentence.index] = counts.get(sentence.index, 0) + 1
        if counts[sentence.index] > _MOST:
            checked.thrown.append((sentence, SHAPELESS))
            continue
        one = _Claim(claim, reading, sentence, rule)
        report = one.report()
        checked.thrown += [(sentence, why) for why in one.thrown]
        if report is not None:
            checked.reports.append(report)
    return checked


def _shaped(claim: Any) -> bool:
    if not isinstance(claim, dict) or set(claim) != set(_SHAPE):
        return False
    if any(not isinstance(claim[name], kinds) for name, kinds in _SHAPE.items()) or claim["sentence"] is True:
        return False
    quotes = [*claim["actors"], *claim["recipients"], claim["trigger"], claim["speaker"], claim["when"], claim["place"]]
    if any(quote is not None and (not isinstance(quote, str) or len(quote) > _LONGEST) for quote in quotes):
        return False
    known = set(contexts())
    return (
        claim["type"] in TYPES
        and claim["standing"] in {standing.value for standing in Standing}
        and all(isinstance(context, str) and context in known for context in claim["contexts"])
    )


class _Claim:
    """One claim of the right shape, being held against its sentence."""

    def __init__(self, claim: dict[str, Any], reading: Reading, sentence: Sentence, rule: str) -> None:
        self.claim, self.reading, self.sentence, self.rule = claim, reading, sentence, rule
        self.text = reading.article.text
        span = sentence.span
        starts = [mention.span.start for mention in reading.actors]
        within = slice(bisect_left(starts, span.start), bisect_left(starts, span.end))
        self.mentions = [m for m in reading.actors[within] if m.actors and m.span.within(span)]
        self.thrown: list[str] = []
        self.parts: list[Part] = []
        self.persons: list[str] = []

    def report(self) -> Report | None:
        """The report, or None where the sentence does not bear the claim out."""
        claim = self.claim
        trigger = next(self._places(claim["trigger"]), None)
        if trigger is None:
            self.thrown.append(UNQUOTED.format(role="trigger"))
            return None
        self.parts.append(Part(role="trigger", span=trigger))
        actors = self._parties("actor", claim["actors"])
        recipients = [code for code in self._parties("recipient", claim["recipients"]) if code not in actors]
        if alike(claim["type"]) and claim["type"] != "AGREE":
            actors, recipients = actors + recipients, []
        if not actors:
            self.thrown.append(NOBODY)
            return None
        speaker = self._parties("speaker", [claim["speaker"]] if claim["speaker"] else [])
        dated = within_lives(self._dated(), (*actors, *recipients))
        place = self._place()
        mode = claim["mode"]
        if mode is not None and mode not in modes()[claim["type"]]:
            self.thrown.append(MODELESS.format(type=claim["type"]))
            mode = None
        standing = Standing(claim["standing"])
        parts = tuple(dict.fromkeys(self.parts))
        return Report(
            id=identify(self.sentence, claim["type"], mode, actors, recipients, dated.when, standing, parts),
            article=self.sentence.article,
            sentence=self.sentence.index,
            span=self.sentence.span,
            type=claim["type"],
            mode=mode,
            contexts=tuple(sorted(set(claim["contexts"]))),
            actors=tuple(actors),
            recipients=tuple(recipients),
            when=dated.when,
            when_by=dated.by,
            standing=standing,
            parts=parts,
            rule=self.rule,
            persons=tuple(dict.fromkeys(self.persons)),
            place=place,
            speaker=tuple(speaker),
            background=claim["background"],
            confidence=UNMEASURED,
        )

    def _places(self, quote: str) -> Iterator[Span]:
        """Where words stand in the sentence as whole words, from the left."""
        words, span = quote.strip(), self.sentence.span
        at = self.text.find(words, span.start, span.end) if words else -1
        while at >= 0:
            end = at + len(words)
            before = self.text[at - 1 : at] if at > span.start else ""
            after = self.text[end : end + 1] if end < span.end else ""
            if not (before.isalnum() and words[0].isalnum()) and not (after.isalnum() and words[-1].isalnum()):
                yield Span(start=at, end=end)
            at = self.text.find(words, at + 1, span.end)

    def _parties(self, role: str, quotes: Sequence[str]) -> list[str]:
        codes: list[str] = []
        for quote in quotes:
            places = list(self._places(quote))
            if not places:
                self.thrown.append(FIELD.format(role=role))
                continue
            named = next((found for place in places if (found := self._named(place))), [])
            if not named:
                self.thrown.append(UNKNOWN.format(role=role))
            for mention in named:
                self.parts.append(Part(role=role, span=mention.span, fills=mention.actors))
                codes += [code for code in mention.actors if code not in codes]
                if mention.person and role != "speaker":
                    self.persons.append(mention.person)
        return codes

    def _named(self, place: Span) -> list[ActorMention]:
        return [mention for mention in self.mentions if mention.span.meets(place)]

    def _dated(self) -> Dated:
        quote = self.claim["when"]
        if quote:
            places = list(self._places(quote))
            time = next((found for place in places if (found := self._time(place)) is not None), None)
            if time is not None:
                assert time.interval is not None
                self.parts.append(Part(role="time", span=time.span, fills=(time.interval.edtf,)))
                return Dated(time.interval, "clause")
            self.thrown.append(UNDATED if places else FIELD.format(role="time"))
        story = next((told for told in self.reading.story if told.sentence == self.sentence.index), None)
        if story is None or story.interval is None:
            return Dated(None, "none")
        return Dated(story.interval, story.by)

    def _time(self, place: Span) -> TimeMention | None:
        return next((t for t in self.reading.times if t.interval is not None and t.span.meets(place)), None)

    def _place(self) -> str | None:
        quote = self.claim["place"]
        if not quote:
            return None
        span = next(self._places(quote), None)
        if span is None:
            self.thrown.append(FIELD.format(role="place"))
            return None
        self.parts.append(Part(role="place", span=span))
        return span.cut(self.text)
