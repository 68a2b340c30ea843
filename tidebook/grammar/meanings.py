"""The short list of meanings a rule may give. Each takes the parts of a match and the scene, and says what was meant.

None means "not so read": the next reading is tried. A language that needs a meaning missing here adds it once, named for
what it means, and every language has it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from ..records.mentions import TimexKind
from ..records.times import Grain, Interval
from .durations import duration, repeated
from .fields import point_of
from .match import Match
from .named import anniversary, holiday, period
from .numbers import UNKNOWN, number_of
from .points import Point, days_in
from .scene import Scene, Sense
from .stretches import stretch
from .unsaid import resolve

# "Several" of a unit, in days: fewer than make the next larger unit.
_SEVERAL = {"minute": 1, "hour": 1, "day": 30, "week": 60, "month": 365, "year": 3650, "decade": 36500}

_MOST_HOURS = 100_000  # more are not said of a day
_FINE = {"day": 1, "week": 7}  # units in days, finer than the months and years that they are counted from

Meaning = Callable[[Match, Scene], Sense | None]


def told(point: Point, *, anchor: str | None = None, flags: tuple[str, ...] = (), mod: str | None = None) -> Sense:
    """The sense of a calendar place."""
    late = point.clock is not None or point.part is not None
    return Sense(
        kind=TimexKind.TIME if late else TimexKind.DATE,
        value=point.value,
        mod=mod,
        interval=point.interval,
        point=point,
        anchor=anchor,
        flags=flags,
    )


def calendar(match: Match, scene: Scene) -> Sense | None:
    """A date by its fields: "12 September 2023", "Kamis (20/6)", "pukul 06.18", "Juli tahun itu"."""
    point = point_of(match)
    if point is None:
        return None
    found = resolve(point, match, scene)
    if found is None:
        return None
    mod = match.rule.given.get("mod") or match.value("phase")
    sense = told(found.point, anchor=found.anchor, flags=found.flags, mod=None if mod is None else str(mod))
    return sense if mod is None else replace(sense, interval=stretch(found.point, str(mod)))


def offset(match: Match, scene: Scene) -> Sense | None:
    """So many units before or after a known time: "18 jam lalu", "lima tahun kemudian", "two days after"."""
    number = number_of(match)
    number = match.rule.given.get("number", 1) if number is None else number
    unit = _unit(match)
    sign = int(match.rule.given["sign"])
    origin = match.rule.given.get("from", "published")
    base, anchor = _origin(origin, scene, unit)
    if base is None and origin == "event":
        return duration(match, scene)
    if number == UNKNOWN or base is None or isinstance(number, float) or unit is None:
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        reach = _several(base, sign, unit) if number == UNKNOWN else None
        return Sense(kind=TimexKind.DATE, value=value, interval=reach, anchor=anchor)
    count = sign * int(number)
    if unit in ("hour", "minute", "second"):
        day = base.first
        if day is None:
            return None
        hours = int(number) if unit == "hour" else 0
        if hours > _MOST_HOURS:
            return None
        back = timedelta(days=hours // 24 + (1 if hours % 24 else 0))
        start, end = (day - back, day) if sign < 0 else (day, day + back)
        span = Interval(start=start, end=end + timedelta(days=1), grain=Grain.DAY)
        then = Point.of_day(day if hours < 24 else start if sign < 0 else end)
        return Sense(kind=TimexKind.TIME, value=then.value, interval=span, point=then, anchor=anchor)
    point = base.shifted(count, unit)
    if point is None:
        return None
    if match.rule.given.get("to") == "day":  # "a year ago today"
        point = _same_day(point, base)
    sense = told(point, anchor=anchor)
    return sense if base.day is not None or unit not in _FINE else _somewhere(base, point, count, unit, sense)


def _same_day(point: Point, base: Point) -> Point:
    """The day of the year that another is, in the year of a point; the last of its month where it has no such day."""
    month = point.month or base.month
    if point.year is None or month is None or base.day is None:
        return point
    return replace(point, month=month, day=point.day or min(base.day, days_in(point.year, month)))


def _somewhere(base: Point, point: Point, count: int, unit: str, sense: Sense) -> Sense:
    """A few days from some day of a month or year: any of its days, as many on ("January 2016 ... the day after")."""
    whole = base.interval
    if whole is None or whole.start is None or whole.end is None or point.first is None:
        return sense
    try:
        end = whole.end + timedelta(days=count * _FINE[unit])
        span = Interval(start=point.first, end=end, grain=Grain.DAY)
    except (ValueError, OverflowError):
        return sense
    return replace(sense, value=base.value, interval=span, point=base)


def relative(match: Match, scene: Scene) -> Sense | None:
    """The unit itself, this one, the last, the next, or that of the story: "tahun lalu", "pekan depan", "tahun itu"."""
    unit = _unit(match)
    shift = match.value("deixis")
    shift = int(match.rule.given.get("shift", 0) if shift is None else shift)
    origin = match.rule.given.get("from", "published")
    if "far" in match.rule.given and scene.narrative:
        return Sense(kind=TimexKind.DATE, value=match.rule.given["far"])
    base, anchor = _origin(origin, scene, unit)
    if unit is None:
        return None
    if base is None:
        ref = match.rule.given.get("else")
        return None if ref is None else Sense(kind=TimexKind.DATE, value=ref)
    if unit in ("decade", "century"):
        year = base.year if base.year is not None else None if base.decade is None else base.decade * 10
        if year is None:
            return None
        moved = max(0, year + shift * (10 if unit == "decade" else 100))
        return told(Point(decade=moved // 10) if unit == "decade" else Point(century=moved // 100), anchor=anchor)
    if unit == "day" and base.day is None and origin != "published":
        return None
    point = base.shifted(shift, unit)
    if point is None:
        return None
    part = match.value("daypart") or match.rule.given.get("part")
    if part is not None and point.day is not None:
        point = replace(point, part=str(part))
    mod = match.rule.given.get("mod")
    sense = told(point, anchor=anchor, mod=mod)
    return sense if mod is None else replace(sense, interval=stretch(point, mod))


def reference(match: Match, scene: Scene) -> Sense | None:
    """Now, the past, the future, as far as words leave it there: "saat ini", "baru-baru ini", "kelak"."""
    value = match.rule.given["value"]
    within = match.rule.given.get("within")
    interval = None
    if scene.published is not None:
        day = timedelta(days=1)
        if value == "PRESENT_REF":
            interval = Interval(start=scene.published, end=scene.published + day, grain=Grain.DAY, approximate=True)
        elif within is not None:
            unit = match.value("unit")
            first = scene.published - timedelta(
                days=int(within) if unit is None else _SEVERAL.get(str(unit), int(within))
            )
            interval = Interval(start=first, end=scene.published + day, grain=Grain.DAY, approximate=True)
        elif value == "FUTURE_REF":
            interval = Interval(start=scene.published, end=None, grain=Grain.DAY)
        if scene.narrative and value == "PRESENT_REF":
            interval = None
    return Sense(kind=TimexKind.DATE, value=value, interval=interval, anchor=scene.published_by if interval else None)


def since_then(match: Match, scene: Scene) -> Sense | None:
    """From the last time told on: "sejak itu", "since then"."""
    value = match.rule.given.get("value", "PAST_REF")
    if scene.told is None or scene.told.first is None:
        return Sense(kind=TimexKind.DATE, value=value)
    base = scene.told_interval or scene.told.interval
    assert base is not None
    if base.start is None:
        return Sense(kind=TimexKind.DATE, value=value)
    span = Interval(start=base.start, end=None, grain=base.grain)
    return Sense(
        kind=TimexKind.DATE,
        value=scene.told.without_time().value,
        interval=span,
        anchor=scene.told_by,
        flags=("since",),
    )


def same(match: Match, scene: Scene) -> Sense | None:
    """The last time told once more, as coarse as the words: "pada tahun yang sama", "that day", "saat itu"."""
    unit = match.value("unit") or match.rule.given.get("unit")
    if scene.told is None:
        ref = match.rule.given.get("else")
        return None if ref is None else Sense(kind=TimexKind.DATE, value=ref)
    if unit is None:
        again = told(scene.told.without_time(), anchor=scene.told_by)
        value = match.rule.given.get("value", again.value)
        return replace(again, value=value, interval=scene.told_interval or again.interval)
    return relative(match, scene)


def _unit(match: Match) -> str | None:
    value = match.value("unit") or match.rule.given.get("unit")
    return None if value is None else str(value)


def _origin(origin: str, scene: Scene, unit: str | None) -> tuple[Point | None, str | None]:
    if origin == "published":
        return scene.today, scene.published_by
    if origin == "story" and not (scene.narrative and scene.told is not None):
        return scene.today, scene.published_by
    if origin == "told" and scene.told is None and unit in ("month", "quarter", "year"):
        return scene.today, scene.published_by
    if origin == "event" and not (scene.narrative or scene.near):
        return None, None
    if unit in ("day", "week", "hour", "minute") and scene.told_day is not None:
        if scene.told is not None and scene.told.day is None:
            return scene.told, scene.told_by
        return scene.told_day, scene.told_by
    return scene.told, scene.told_by


def _several(base: Point | None, sign: int, unit: str | None) -> Interval | None:
    """The days that "several months later" can mean: from the next day on, up to where people change the unit."""
    whole = None if base is None else base.interval
    if whole is None or whole.start is None or whole.end is None or unit not in _SEVERAL:
        return None
    reach = timedelta(days=_SEVERAL[unit])
    try:
        if sign < 0:
            return Interval(start=whole.start - reach, end=whole.start, grain=Grain.DAY, approximate=True)
        return Interval(start=whole.start, end=whole.end + reach, grain=Grain.DAY, approximate=True)
    except OverflowError:
        return None


MEANINGS: dict[str, Meaning] = {
    "calendar": calendar,
    "offset": offset,
    "relative": relative,
    "reference": reference,
    "since_then": since_then,
    "same": same,
    "period": period,
    "holiday": holiday,
    "anniversary": anniversary,
    "duration": duration,
    "repeated": repeated,
}
