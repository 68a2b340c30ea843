"""The credibility of an event in words."""

from __future__ import annotations

from ..records.events import Credibility
from .words import Words

_YEAR = 365.25


def say_credibility(words: Words, grade: Credibility) -> str:
    """One line: the grade, the reasons for its letter and its figure, and how long after the event it was first told."""
    line = words.say(
        "credibility.line",
        source=grade.source,
        information=grade.information,
        source_why=words.label("credibility.sources", grade.source_why),
        grade=words.label("credibility.grades", str(grade.information)),
        why=words.label("credibility.why", grade.why),
    )
    return line if grade.lag is None else f"{line}; {_say_lag(words, *grade.lag)}"


def _say_lag(words: Words, least: int, most: int) -> str:
    if most <= 1:
        return words.say("credibility.lag_none")
    if least >= 2 * _YEAR and most - least < 2 * _YEAR:
        return words.say("credibility.lag_years", round((least + most) / 2 / _YEAR))
    if least == 0:
        return words.say("credibility.lag_most", most)
    if most - least <= 1:
        return words.say("credibility.lag", least)
    return words.say("credibility.lag_between", least=least, most=most)
