"""What treaties are called in the words of the reports: "Perjanjian Simla", "Indus Waters Treaty"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..records.articles import Article
from ..records.events import Event, Report

_RIGHT = re.compile(r"(?:[ -][^\W\d_a-z][\w'’.-]*\w)+")
_LEFT = re.compile(r"(?:[^\W\d_a-z][\w'’.-]*\w[ -])+$")


class Names:
    """The proper names that reports give to what they tell of."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._texts = {article.id: article.text for article in articles}

    def of(self, event: Event, reports: Sequence[Report]) -> str:
        """The longest name that a report of the event's standing gives it, verbatim; "" where none does."""
        found = {
            name
            for report in reports
            if report.standing is event.standing and report.article in self._texts
            for name in _names(report, self._texts[report.article])
        }
        return max(found, key=lambda name: (len(name.split()), name), default="")


def same_name(a: str, b: str) -> bool:
    """Whether two names share at least one word that tells them apart, in any language ("Perjanjian Simla", "Simla Treaty")."""
    ours, theirs = ({word.casefold() for word in re.findall(r"\w{4,}", name)} for name in (a, b))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours or len(ours & theirs) >= 2)


def _names(report: Report, text: str) -> list[str]:
    """A trigger written with a capital, with the capitalised words beside it in the report's sentence."""
    found: list[str] = []
    if _headline(report.span.cut(text)):
        return found
    for part in report.parts:
        words = part.span.cut(text)
        if part.role != "trigger" or not words[:1].isupper():
            continue
        right = _RIGHT.match(text, part.span.end, report.span.end)
        left = _LEFT.search(text[report.span.start : part.span.start])
        before = left.group() if left is not None and left.start() > 0 else ""  # a sentence's first word is no name
        name = f"{before}{words}{right.group() if right is not None else ''}"
        if _is_name(name, opens=part.span.start == report.span.start):
            found.append(name)
    return found


def _is_name(words: str, opens: bool) -> bool:
    """Whether two words or more are capitalised; of a name that opens a sentence the second must be."""
    capitals = [word[:1].isupper() for word in words.split()]
    return sum(capitals) > 1 and (capitals[1] or not opens)


def _headline(sentence: str) -> bool:
    """Whether nearly all longer words are capitalised, so that capitals tell no names."""
    words = re.findall(r"[^\W\d_]{4,}", sentence)
    return len([word for word in words if word[0].isupper()]) > 0.85 * len(words)
