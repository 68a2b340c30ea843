"""What is read in one text, for people and for programs (`tidebook code`)."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from .. import __version__
from ..events.ask_line import Endpoint
from ..records.articles import Sentence
from ..records.events import Lost, Report
from ..records.mentions import ActorMention, TimeMention
from ..records.readings import Reading
from ..records.spans import Span
from ..records.times import Interval
from .plain import one_line
from .rules import rule_lines
from .sayings import say_again
from .terminal import console
from .words import Words

_STYLES = {"time": "cyan", "actor": "green", "trigger": "bold red"}


def read(
    text: str, published: Interval | None, language: str | None, endpoint: Endpoint | None, words: Words
) -> tuple[Reading, tuple[Report, ...]]:
    """What the rules read in a text, or a model; what was not taken of a model's answers goes to standard error.

    Raises:
        ReaderError: the model cannot be asked.
    """
    from ..runs.read import read_text

    if endpoint is None:
        return read_text(text, published, language)
    from ..events.ask import ModelReader

    print(words.say("cli.reader_sends", host=endpoint.host, model=endpoint.model), file=sys.stderr)
    reader = ModelReader(endpoint)
    found = read_text(text, published, language, reader)
    for detail, times in sorted(Counter(drop.detail for drop in reader.drops).items()):
        print(f"{times} × {say_again(words, detail)}", file=sys.stderr)
    reader.close()
    return found


def lost_readings(reading: Reading, endpoint: Endpoint | None) -> tuple[Lost, ...]:
    """The readings of the rules that became no report; none where a model read."""
    from ..events.code import explained

    return () if endpoint is not None else explained(reading)[1]


def reading_json(reading: Reading, reports: Sequence[Report], lost: Sequence[Lost] | None = None) -> str:
    """Everything that was read as JSON; spans are code points of the text that was given.

    With `lost`, the readings that became no report as well.
    """
    text, article = reading.article.text, reading.article
    data: dict[str, Any] = {
        "version": __version__,
        "language": article.language,
        "published": article.published.edtf if article.published else None,
        "sentences": [{"index": s.index, **_words(s.span, text)} for s in reading.sentences],
        "times": [_time(time, text) for time in reading.times],
        "actors": [_actor(actor, text) for actor in reading.actors],
        "reports": [_report(report, text) for report in reports],
    }
    if lost is not None:
        data["lost"] = [
            {"sentence": one.sentence, **_words(one.span, text), "name": one.name, "type": one.type, "why": one.why}
            for one in lost
        ]
    return json.dumps(data, ensure_ascii=False, indent=1)


def print_reading(
    reading: Reading, reports: Sequence[Report], words: Words, lost: Sequence[Lost] | None = None
) -> None:
    """Sentence by sentence, each with its times, actors and reports; with `lost`, what read them and why other readings lost."""
    out = console()
    if not reading.sentences:
        out.print(words.say("cli.c_nothing"))
    for sentence in reading.sentences:
        told = [report for report in reports if report.sentence == sentence.index]
        _print_sentence(out, sentence, reading, told)
        for time in reading.times:
            if time.span.within(sentence.span):
                _row(out, words.say("cli.x_time"), *_time_line(time, reading.article.text, words))
        for actor in reading.actors:
            if actor.span.within(sentence.span):
                _row(out, words.say("cli.x_actor"), *_actor_line(actor, reading.article.text, words))
        for report in told:
            _row(out, words.say("cli.x_report"), *_report_line(report, words))
            for part in report.parts:
                filled = f" → {' '.join(part.fills)}" if part.fills else ""
                _row(out, "", f"{words.label('roles', part.role)}: {_cut(part.span, reading.article.text)}{filled}")
            if lost is not None:
                _print_grounds(out, report, words)
        if lost is not None and not told:
            for one in lost:
                if one.sentence == sentence.index:
                    _row(out, words.say("cli.x_no_report"), one_line(say_again(words, one.said)))
        out.print()


def _print_sentence(out: Console, sentence: Sentence, reading: Reading, told: Sequence[Report]) -> None:
    shown = Text(sentence.span.cut(reading.article.text))
    marks = [(time.span, "time") for time in reading.times] + [(actor.span, "actor") for actor in reading.actors]
    marks += [(part.span, "trigger") for report in told for part in report.parts if part.role == "trigger"]
    for span, kind in marks:
        if span.within(sentence.span):
            shown.stylize(_STYLES[kind], span.start - sentence.span.start, span.end - sentence.span.start)
    shown.plain = "".join(one_line(char) or " " for char in shown.plain)
    out.print(Text.assemble((f"{sentence.index + 1:>3} ", "dim"), shown))


def _print_grounds(out: Console, report: Report, words: Words) -> None:
    for name, line in rule_lines(report, words):
        _row(out, "", f"{name}: {one_line(line)}")
    for other in report.others:
        _row(out, "", f"{words.say('cli.x_other')}: {one_line(say_again(words, other))}")


def _time_line(time: TimeMention, text: str, words: Words) -> tuple[str, ...]:
    edtf = f"EDTF {time.interval.edtf}" if time.interval else ""
    anchor = words.say("cli.c_anchor", anchor=time.anchor) if time.anchor else ""
    value = f"{time.kind.value} {time.value}{f' mod={time.mod}' if time.mod else ''}"
    return _cut(time.span, text), value, edtf, anchor, time.rule, " ".join(time.flags)


def _actor_line(actor: ActorMention, text: str, words: Words) -> tuple[str, ...]:
    who = " ".join(actor.actors)
    undecided = words.say("cli.c_undecided", candidates=", ".join(actor.candidates)) if actor.candidates else ""
    return _cut(actor.span, text), who, undecided, actor.person or "", actor.sector or "", actor.by.value, actor.rule


def _report_line(report: Report, words: Words) -> tuple[str, ...]:
    type_ = f"{report.type}{f'/{report.mode}' if report.mode else ''}"
    sides = " ".join(report.actors) + (f" → {' '.join(report.recipients)}" if report.recipients else "")
    when = report.when.edtf if report.when else words.say("cli.c_undated")
    by = words.label("report.when_by", report.when_by)
    said = words.say("cli.c_speaker", speaker=words.actors(report.speaker)) if report.speaker else ""
    standing = words.label("standings", report.standing.value)
    sure = words.say("cli.c_confidence", share=f"{report.confidence:.0%}")
    return type_, sides, f"{when} ({by})", standing, said, " ".join(report.contexts), sure, report.rule


def _row(out: Console, name: str, *values: str) -> None:
    line = Text("    ")
    line.append(f"{name:<9} ", style="dim")
    line.append(" · ".join(value for value in values if value))
    out.print(line)


def _cut(span: Span, text: str) -> str:
    return f"“{one_line(span.cut(text))}” [{span.start}–{span.end}]"


def _words(span: Span, text: str) -> dict[str, Any]:
    return {"span": [span.start, span.end], "text": span.cut(text)}


def _time(time: TimeMention, text: str) -> dict[str, Any]:
    return {
        **_words(time.span, text),
        "type": time.kind.value,
        "value": time.value,
        "mod": time.mod,
        "edtf": time.interval.edtf if time.interval else None,
        "anchor": time.anchor,
        "rule": time.rule,
        "flags": list(time.flags),
    }


def _actor(actor: ActorMention, text: str) -> dict[str, Any]:
    return {
        **_words(actor.span, text),
        "actors": list(actor.actors),
        "person": actor.person,
        "sector": actor.sector,
        "by": actor.by.value,
        "rule": actor.rule,
        "candidates": list(actor.candidates),
    }


def _report(report: Report, text: str) -> dict[str, Any]:
    return {
        **_words(report.span, text),
        "sentence": report.sentence,
        "type": report.type,
        "mode": report.mode,
        "contexts": list(report.contexts),
        "actors": list(report.actors),
        "recipients": list(report.recipients),
        "persons": list(report.persons),
        "when": report.when.edtf if report.when else None,
        "when_by": report.when_by,
        "place": report.place,
        "standing": report.standing.value,
        "speaker": list(report.speaker),
        "background": report.background,
        "figures": list(report.figures),
        "themes": list(report.themes),
        "rule": report.rule,
        "others": list(report.others),
        "confidence": report.confidence,
        "parts": [{"role": part.role, **_words(part.span, text), "fills": list(part.fills)} for part in report.parts],
    }
