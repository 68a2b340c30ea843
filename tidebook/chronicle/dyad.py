"""Whose history is told: the two that were asked for, or the pair that the pile speaks of most."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import combinations
from pathlib import Path

from ..errors import DyadError
from ..knowledge import who
from ..knowledge.load import languages
from ..records.chronicles import Dyad, Side
from ..records.events import Report
from ..records.readings import Reading

_CHOICES = 5


def find_dyad(
    names: tuple[str, str] | None,
    readings: Sequence[Reading],
    reports: Sequence[Report],
    extra: Path | None = None,
) -> Dyad:
    """The two sides, each with the states it succeeds.

    Args:
        names: codes (``RUS``) or names in any language ("Korea Utara"); None takes the pair that most sentences with a
            report name together, and where that is even, the pair that most sentences mention together.
        readings: what was read, for mentions. reports: what was coded. extra: a file of actors of the user's own.

    Raises:
        DyadError: a name is unknown or could mean several, both mean one, or the pile speaks of no pair.
    """
    if names is not None:
        left, right = (_actor(name, extra) for name in names)
        sides = (_side(left), _side(right))
        if sides[0].codes & sides[1].codes:
            one = left if left == right else f"{left} and {right}, one of which succeeds the other"
            raise DyadError(f"{names[0]!r} and {names[1]!r} are one actor ({one}); a relationship needs two.")
        return Dyad(left=sides[0], right=sides[1])
    pair = _spoken_of_most(readings, reports)
    if pair is None:
        raise DyadError(
            "The pile speaks of no two actors together, so there is no pair to take; name one with --between."
        )
    return Dyad(left=_side(pair[0]), right=_side(pair[1]), chosen="found")


def _actor(name: str, extra: Path | None) -> str:
    codes = who.find(name, extra)
    if len(codes) == 1:
        return codes[0]
    if codes:
        listed = ", ".join(f"{code} ({who.name(code, 'en', extra)})" for code in codes[:_CHOICES])
        raise DyadError(f"{name!r} may be any of {listed}; give one of these codes.")
    near = _near(name, extra)
    offer = f"; did you mean {' or '.join(near)}?" if near else "; give a code such as RUS or a name such as Rusia."
    raise DyadError(f"No actor is called {name!r}{offer}")


def _near(name: str, extra: Path | None) -> list[str]:
    """Names that are spelled much like this one, with their codes."""
    spelled = {
        words.casefold(): f"{words} ({code})"
        for language in languages()
        for code in sorted(who.codes(extra))
        for words in (who.name(code, language, extra),)
    }
    spelled.update({code.casefold(): f"{who.name(code, 'en', extra)} ({code})" for code in who.codes(extra)})
    close = get_close_matches(name.casefold(), sorted(spelled), 2 * _CHOICES, 0.7)
    return list(dict.fromkeys(spelled[words] for words in close))[:_CHOICES]


def _side(code: str) -> Side:
    return Side(actor=code, predecessors=tuple(sorted(who.predecessors(code))))


def _spoken_of_most(readings: Sequence[Reading], reports: Sequence[Report]) -> tuple[str, str] | None:
    seen = {code for report in reports for code in (*report.actors, *report.recipients)}
    seen.update(code for reading in readings for mention in reading.actors for code in mention.actors)
    heirs = _heirs(seen)
    told = {
        (report.article, report.sentence, pair)
        for report in reports
        for pair in _pairs((*report.actors, *report.recipients), heirs)
    }
    counts = Counter(pair for _, _, pair in told)
    named: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        for codes in _by_sentence(reading):
            named.update(_pairs(codes, heirs))
    pairs = sorted({*counts, *named}, key=lambda p: (-counts[p], -named[p], p))
    return pairs[0] if pairs else None


def _pairs(codes: Iterable[str], heirs: dict[str, str]) -> combinations[tuple[str, str]]:
    return combinations(sorted({heirs.get(code, code) for code in codes}), 2)


def _heirs(codes: Iterable[str]) -> dict[str, str]:
    """Dead states of the pile and the actor of the pile that they count for; the first by code where several do."""
    heirs: dict[str, str] = {}
    for code in sorted(codes):
        for predecessor, _ in who.predecessors(code):
            heirs.setdefault(predecessor, code)
    return heirs


def _by_sentence(reading: Reading) -> list[set[str]]:
    starts = [sentence.span.start for sentence in reading.sentences]
    found: list[set[str]] = [set() for _ in starts]
    for mention in reading.actors:
        place = bisect_right(starts, mention.span.start) - 1
        if place >= 0:
            found[place].update(mention.actors)
    return found
