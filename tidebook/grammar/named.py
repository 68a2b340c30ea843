"""Times by their names: wars and eras, feasts, and the anniversaries of both."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from ..records.edtf import parse
from ..records.mentions import TimexKind
from ..records.times import Grain, Interval
from .durations import length
from .feasts import feast, feast_value, feast_year
from .match import Match
from .numbers import number_of
from .points import Point
from .scene import Scene, Sense
from .stretches import stretch_of_days

_OLDEST = 3000  # years: what has more anniversaries is no event


def period(match: Match, scene: Scene) -> Sense | None:
    """A named stretch of history out of the dated table: "Perang Dingin", "World War II"."""
    name = match.value("period")
    entry = scene.lore.get(str(name))
    if entry is None:
        return None
    interval = parse(str(entry["when"]))
    mod = match.value("phase")
    if mod is not None:
        return part_of_period(interval, str(mod))
    return Sense(
        kind=TimexKind.DATE if "value" in entry else TimexKind.DURATION,
        value=entry.get("value", entry["when"]),
        interval=interval,
        flags=("named-period",),
    )


def part_of_period(interval: Interval, mod: str) -> Sense:
    """The beginning or the end of a long period: its first or last year, the middle as a third."""
    span = stretch_of_days(interval, mod)
    start, last = span.start, span.last
    assert start is not None
    assert last is not None
    value = f"{start.year:04}" if start.year == last.year else f"{start.year:04}/{last.year:04}"
    return Sense(kind=TimexKind.DATE, value=value, mod=mod, interval=span, flags=("named-period",))


def holiday(match: Match, scene: Scene) -> Sense | None:
    """A feast by its name, in the year that is named or that the story is in: "Christmas 1963", "Ramadan 2024"."""
    entry = scene.lore.get(str(match.value("holiday")))
    if entry is None:
        return None
    year, anchor = match.value("year"), None
    step = match.value("deixis")
    if step is not None and scene.published is not None:
        beside = (
            "beside" in match.rule.given
        )  # "last Christmas" is the last one gone by, "Natal tahun lalu" that of last year
        year = feast_year(entry, scene.published, int(step)) if beside else scene.published.year + int(step)
        anchor = scene.published_by
    elif year is None and scene.narrative and scene.told is not None:
        year, anchor = scene.told.year, scene.told_by
    elif year is None and scene.published is not None:
        year, anchor = feast_year(entry, scene.published, scene.tense), scene.published_by
    if year is None:
        return Sense(kind=TimexKind.DATE, value="XXXX" + feast_value(entry), flags=("holiday",))
    found = feast(entry, int(year))
    if found is None:
        return Sense(
            kind=TimexKind.DATE, value=f"{int(year):04}", interval=Point(year=int(year)).interval, anchor=anchor
        )
    first, last = found
    point = Point.of_day(first)
    span = Interval(start=first, end=last + timedelta(days=1), grain=Grain.DAY)
    value = point.value if first == last else f"{int(year):04}"
    return Sense(kind=TimexKind.DATE, value=value, interval=span, point=point, anchor=anchor, flags=("holiday",))


def anniversary(match: Match, scene: Scene) -> Sense | None:
    """So many years after the beginning of something named: "the 50th anniversary of D-Day", "HUT ke-76 RI".

    Where the day of what is remembered is not known, only the length of the time gone by is said.
    """
    ordinal = match.value("ordinal")
    number = number_of(match) if ordinal is None else ordinal
    if not isinstance(number, int) or not 0 < number < _OLDEST:
        return None
    entry = scene.lore.get(str(match.value("period") or match.value("holiday") or match.rule.given.get("of")))
    first = _first_day(entry, number)
    if first is None:
        return Sense(kind=TimexKind.DURATION, value=length(number, "year"))
    point = Point.of_day(first)
    return Sense(kind=TimexKind.DATE, value=point.value, interval=point.interval, point=point, flags=("anniversary",))


def _first_day(entry: Mapping[str, Any] | None, years: int) -> date | None:
    if entry is None:
        return None
    if "since" in entry:
        found = feast(entry, int(entry["since"]) + years)
        return None if found is None else found[0]
    if "when" not in entry:
        return None
    start = parse(str(entry["when"])).start
    if start is None or parse(str(entry["when"])).grain is not Grain.DAY:
        return None
    return start.replace(year=start.year + years, day=min(start.day, 28) if start.month == 2 else start.day)
