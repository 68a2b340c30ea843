"""What the reader sees first: title, standfirst, figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from ...records.chronicles import Chronicle, Phase
from ...records.events import Event, Standing
from ...records.times import Grain, Interval, on, years
from ..dates import dated_well, say_when
from ..shelf import Shelf, moves_the_tide
from ..words import Words
from .voices import Voices


def title(words: Words, chronicle: Chronicle, told: Sequence[Event]) -> str:
    """The two and the years of their story."""
    left, right = (words.actor(side.actor) for side in (chronicle.dyad.left, chronicle.dyad.right))
    span = years_of(told)
    if not span:
        return words.say("report.title_plain", left=left, right=right)
    return words.say("report.title", left=left, right=right, span=span)


def years_of(told: Sequence[Event]) -> str:
    """From the first to the last year of what moved the tide (of what is asserted, or of all that is told, if nothing did); may be empty."""
    moving = [event.when for event in told if moves_the_tide(event) and event.when and dated_well(event.when)]
    asserted = [event.when for event in told if event.when and event.standing is Standing.ASSERTED]
    shown = moving or asserted or [event.when for event in told if event.when]
    days = [day for when in shown for day in (when.start, when.last) if day]
    if not days:
        return ""
    first, last = min(days).year, max(days).year
    return str(first) if first == last else f"{first}–{last}"


def last_day(chronicle: Chronicle, told: Sequence[Event]) -> date:
    """The last day that the book knows of, which its ties are first shown for."""
    days = [event.when.last for event in told if event.when and event.when.last]
    days += [article.published.last for article in chronicle.articles if article.published and article.published.last]
    return max(days, default=date(2000, 1, 1))


def standfirst(v: Voices, chronicle: Chronicle, shelf: Shelf, told: Sequence[Event]) -> Markup:
    """How much was read, how the two stand now, and when they stood best and worst."""
    between = [event for event in told if event.between]

    def tell(words: Words) -> str:
        lines = [
            words.say(
                "report.dek",
                between=words.say("report.n_events", len(between)),
                origins=words.say("report.n_origins", len(shelf.origins)),
                articles=words.say("report.n_articles", len(chronicle.articles)),
            )
        ]
        lines += _phases_said(words, chronicle.phases)
        if chronicle.dyad.chosen == "found":
            lines.append(words.say("report.dek_found"))
        return " ".join(lines)

    return v.both(tell)


def _phases_said(words: Words, phases: Sequence[Phase]) -> list[str]:
    """One or two sentences on how the two stand now, against how they stood before."""
    if not phases:
        return []
    now = phases[-1]
    word = words.level_word(now.level).lower()
    if len(phases) == 1:
        return [words.say("report.dek_one_phase", now=word)]
    since = say_when(words, _opening(now))
    if len(phases) == 2:
        before = words.level_word(phases[0].level).lower()
        if before != word:
            return [words.say("report.dek_two_phases", now=word, since=since, before=before)]
        return [words.say("report.dek_warmer" if now.level > phases[0].level else "report.dek_cooler", since=since)]
    best = max(phases, key=lambda phase: phase.level)
    worst = min(phases, key=lambda phase: phase.level)
    spans = {"best": say_when(words, _year_span(best)), "worst": say_when(words, _year_span(worst))}
    return [words.say("report.dek_phases", None, now=word, since=since, **spans)]


def figures(v: Voices, chronicle: Chronicle, shelf: Shelf, told: Sequence[Event]) -> list[tuple[str, Markup]]:
    """The numbers under the title, each with what it counts."""
    between = [event for event in told if event.between]
    claims = [event for event in between if not moves_the_tide(event)]
    numbers = [
        (str(len(between)), "fig_between"),
        (str(len(told)), "fig_all"),
        (str(len(claims)), "fig_claims"),
        (str(len(shelf.origins)), "fig_origins"),
        (str(len(chronicle.pages)), "fig_pages"),
    ]
    if len(between) == len(told):
        del numbers[1]
    return [(number, v.say(f"report.{name}")) for number, name in numbers]


def _opening(phase: Phase) -> Interval:
    day = phase.when.start or phase.when.last
    assert day is not None
    return on(day.year) if phase.when.grain is Grain.YEAR else on(day.year, day.month)


def _year_span(phase: Phase) -> Interval:
    start, last = phase.when.start, phase.when.last
    if start is None or last is None:
        return phase.when
    return years(start.year, last.year)
