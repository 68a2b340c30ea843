"""The phrases of the template that need more than a path: each is told by a function of one language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from ... import __version__
from ...records.chronicles import Tie
from ...records.events import Event, Report
from ..dates import month_name, say_day, say_when
from ..grades import say_credibility
from ..sayings import say_again
from ..words import Words
from .voices import Voices, inert

Tell = Callable[[Words], str]


def phrases(v: Voices, pages: int) -> dict[str, Any]:
    """What the template calls, by name."""

    def said_by(claim: Event | Report) -> Markup:
        return v.both(lambda words: words.say("report.said_by", speaker=words.actors(claim.speaker)))

    return {
        "said_by": said_by,
        "say_path": _say_path,
        "label_of": _label_of,
        "type_name": lambda type_: lambda words: words.type_name(type_),
        "mode_name": lambda event: lambda words: words.type_name(event.type, event.mode),
        "level_word": lambda level: lambda words: words.level_word(level),
        "phase_turn": lambda phase: v.both(_turn(phase)),
        "contexts_of": _contexts_of,
        "score_of": _score_of,
        "credibility_of": lambda grade: lambda words: say_credibility(words, grade),
        "language_of": lambda code: lambda words: words.language(code.split("-")[0]),
        "tick_label": lambda day: (
            lambda words: str(day.year) if day.month == 1 else month_name(words, day.month, short=True)
        ),
        "themes_of": _themes_of,
        "as_of_line": _as_of_line,
        "actors_of": lambda codes: lambda words: words.actors(codes),
        "tie_since": _tie_since,
        "tie_until": _tie_until,
        "missing_of": _missing_of,
        "dropped_lead": _dropped_lead,
        "reasons_of": _reasons_of,
        "phases_none": lambda note: lambda words: words.say("report.phases_none", note=words.note(note)),
        "tide_none": lambda note: lambda words: words.say("report.tide_none", note=words.note(note)),
        "made_by": lambda words: words.say(
            "report.made_by", version=__version__, pages=words.say("report.n_pages", pages)
        ),
        "how_lines": _how_lines(v),
    }


def _say_path(path: str, /, **values: Any) -> Tell:
    return lambda words: words.say(path, **values)


def _label_of(group: str, slug: str) -> Tell:
    return lambda words: words.label(group, slug)


def _reasons_of(reasons: Sequence[str]) -> Tell:
    return lambda words: inert("; ".join(say_again(words, reason) for reason in reasons))


def _turn(phase: dict[str, Any]) -> Tell:
    return lambda words: words.say(
        "report.phase_turn", when=say_when(words, phase["turn"]), certainty=phase["certainty"]
    )


def _contexts_of(contexts: Sequence[str]) -> Tell:
    return lambda words: ", ".join(words.label("contexts", slug) for slug in contexts)


def _score_of(score: float) -> Tell:
    return lambda words: words.say("report.e_score", score=f"{score:+g}".replace("-", "−"))


def _themes_of(event: Event, reports: Sequence[Report], themes: Sequence[str]) -> Tell:
    def tell(words: Words) -> str:
        said = f"{words.event_line(event, reports)} {words.type_name(event.type, event.mode)}".lower()
        names = (words.label("themes", slug) for slug in themes)
        return ", ".join(name for name in names if name.lower() not in said)

    return tell


def _as_of_line(day: date) -> Tell:
    return lambda words: words.say("report.ties_static", day=say_day(words, day))


def _tie_since(tie: Tie) -> Tell:
    return lambda words: words.say("report.tie_since", when=say_when(words, tie.since))


def _tie_until(tie: Tie) -> Tell:
    return lambda words: words.say("report.tie_until", when=say_when(words, tie.until))


def _missing_of(missing: Sequence[int]) -> Tell:
    numbers = [str(number) for number in missing if number]

    def tell(words: Words) -> str:
        if not numbers:
            return words.say("report.s_missing_some")
        return words.say("report.s_missing", pages=", ".join(numbers))

    return tell


def _dropped_lead(count: int) -> Tell:
    return lambda words: words.say("report.dropped_lead", pieces=words.say("report.dropped_n", count))


def _how_lines(v: Voices) -> list[Markup]:
    by_language = {words.code: words.lines("report.how_text") for words in v.all}
    count = min(len(lines) for lines in by_language.values())
    return [v.both(_line_of(by_language, place)) for place in range(count)]


def _line_of(by_language: dict[str, tuple[str, ...]], place: int) -> Tell:
    return lambda words: by_language[words.code][place]
