"""What merging needs to know of a report."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.events import Standing
from ..records.times import Interval

OPEN = 40_000  # days that an interval with an open end is taken to last, for comparing


@dataclass(frozen=True, slots=True)
class Witness:
    """What merging needs to know of one report, or of several that are word for word the same.

    Attributes:
        reports: their ids, sorted; origins: ids of the origins behind them.
        actors, recipients: folded codes (the Soviet Union as Russia); parties: both; equals: the event has no sides.
        frame: which words told it ("en:bomb"), as far as its rule says; noun: whether a noun did ("that attack").
        persons, places, themes, contexts, figures, triggers: sets to compare.
        words, names, runs: rare words, rare names of several words, and rare runs of words of the sentence.
        first, last: days (ordinals) of `when`; the ends of all time where it is open or unknown.
        width: days between them, `OPEN` where an end is open, and twice that where nothing dates it.
        soft: nothing but the day of publication dates it. late: every article was published more than a year after it.
        done: every article was published after the last day on which it may have happened.
        passing: named beside something else or as still going on, so that it may have happened long before it was printed.
        at: (article, sentence, start of the trigger) of each report; articles: those articles; language: of the article.
        stories: (story, how far into it, 0 to 1) of each report whose article copies or translates one, or is copied.
    """

    reports: tuple[str, ...]
    origins: frozenset[str]
    type: str
    mode: str | None
    standing: Standing
    actors: frozenset[str]
    recipients: frozenset[str]
    parties: frozenset[str]
    equals: bool
    frame: str
    noun: bool
    persons: frozenset[str]
    places: frozenset[str]
    themes: frozenset[str]
    contexts: frozenset[str]
    figures: frozenset[str]
    triggers: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    runs: frozenset[str]
    when: Interval | None
    first: int
    last: int
    width: int
    soft: bool
    late: bool
    done: bool
    passing: bool
    at: tuple[tuple[str, int, int], ...]
    articles: frozenset[str]
    language: str
    stories: tuple[tuple[str, float], ...] = ()
