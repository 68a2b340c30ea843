"""What a date leaves unsaid, taken from the rule, the story, or the day of publication."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from .fields import number_in
from .match import Match
from .points import Point, days_in
from .scene import Scene

_SAME_AGE = 60  # years: a bare "490" further from the story's own year than this is no year
_SOON = 90  # days: without a tense, "14 January" in December is the one to come
_HALF_A_YEAR = 183  # days: without a tense, a date further ahead than this is the one gone by
_FAR = 9  # months: "January" after a told "December" is the next January; a smaller step back is told out of order


@dataclass(frozen=True, slots=True)
class Found:
    """A complete point, what it was counted from, and what is wrong with it."""

    point: Point
    anchor: str | None
    flags: tuple[str, ...] = ()


def resolve(point: Point, match: Match, scene: Scene) -> Found | None:
    """The point with year, month and day filled in from what the rule names, the story, or the day of publication.

    What nothing decides stays open: the value then begins with XXXX and there is no interval.
    """
    given = match.rule.given
    weekday = number_in(match, "weekday")
    if given.get("era") == "story":
        return _of_story_era(point, scene)
    if point.decade is not None or point.century is not None or point.bc:
        return Found(point, None)
    if point.year is not None:
        if match.value("yy") is not None:
            point = replace(point, year=_in_this_century(point.year, scene))
        return _checked(point, None, weekday)
    if "year" in given:
        return _of_year(point, match, scene, weekday)
    if "month_from" in given:
        return _of_month(point, scene, weekday)
    if point.month is not None or point.season or point.quarter or point.half:
        near = match.value("deixis") if "beside" not in given else given["beside"]
        return _nearest(point, scene, weekday) if near is None else _beside(point, int(near), scene)
    if weekday is not None:
        return _weekday(point, weekday, match, scene)
    if point.day is not None:
        return _of_month(point, scene, weekday)
    if point.clock is not None or point.part is not None:
        return _time_of_day(point, match, scene)
    return None


def _of_year(point: Point, match: Match, scene: Scene, weekday: int | None) -> Found | None:
    told = match.rule.given["year"] == "told"
    shift = match.value("deixis")
    shift = int(match.rule.given.get("shift", 0) if shift is None else shift)
    if told:
        base = scene.told.year if scene.told is not None else None
        anchor = scene.told_by
    else:
        base, anchor = (None if scene.published is None else scene.published.year), scene.published_by
    if base is None:
        return Found(point, None)
    if (
        "turn" in match.rule.given and told and scene.told is not None
    ):  # "the next spring": the first one after the story
        days, now = replace(point, year=base).first, scene.told.first
        shift = int(days is not None and now is not None and days <= now)
    return _checked(replace(point, year=base + shift), anchor, weekday)


def _of_month(point: Point, scene: Scene, weekday: int | None) -> Found:
    base = scene.told if scene.told is not None and scene.told.month is not None else scene.today
    anchor = scene.told_by if base is scene.told else scene.published_by
    if base is None or base.year is None:
        return Found(point, None)
    return _checked(replace(point, year=base.year, month=base.month), anchor, weekday)


def _nearest(point: Point, scene: Scene, weekday: int | None) -> Found:
    """A month or day without its year: that of the story where the story has one, else the last one before publication."""
    story = scene.line
    if story is not None and story.year is not None and (scene.narrative or scene.near):
        year = story.year
        if story.bc:
            return Found(replace(point, year=year, bc=True), scene.told_by)
        if story.month is not None and point.month is not None and story.month - point.month >= _FAR:
            year += 1
        return _checked(replace(point, year=year), scene.told_by, weekday)
    if scene.published is None:
        return Found(point, None)
    year = scene.published.year
    year += _years_off(replace(point, year=year), scene.published, scene.tense)
    return _checked(replace(point, year=year), scene.published_by, weekday)


def _years_off(point: Point, published: date, tense: int) -> int:
    """Whether a date without its year means that of the year before (-1) or after (1) the day of publication."""
    days = point.interval
    if days is None or days.start is None or days.end is None:
        return 0
    if days.end <= published:
        long_ago = (published - days.end).days > 365 - _SOON
        return 1 if tense > 0 or (tense == 0 and long_ago) else 0
    if days.start > published:
        far_off = (days.start - published).days > _HALF_A_YEAR
        return -1 if tense < 0 or (tense == 0 and far_off) else 0
    return 0


def _of_story_era(point: Point, scene: Scene) -> Found | None:
    """A bare small number as a year before Christ, where the story is among such years."""
    story = scene.line
    if story is None or not story.bc or story.year is None or point.year is None:
        return None
    return Found(replace(point, bc=True), scene.told_by) if abs(point.year - story.year) <= _SAME_AGE else None


def _beside(point: Point, step: int, scene: Scene) -> Found | None:
    """The one before publication, in its year, or after it: "last June", "this summer", "next March"."""
    base, anchor = scene.published, scene.published_by
    spoken = step < 0 and base is not None and (scene.told is None or scene.told.month is not None)
    if scene.narrative and not spoken and scene.told is not None and scene.told.first is not None:
        base, anchor = scene.told.first, scene.told_by
    if base is None:
        return Found(point, None)
    year = base.year
    days = replace(point, year=year).interval
    if scene.narrative and not spoken and scene.told is not None and scene.told.month is None:
        return Found(replace(point, year=year), anchor)  # an entry headed by a year: "last April" lies in that year
    if days is not None and days.start is not None and days.end is not None:
        if step < 0 and days.end > base:
            year -= 1
        elif step > 0 and days.end <= base:
            year += 1
    return Found(replace(point, year=year), anchor)


def _weekday(point: Point, weekday: int, match: Match, scene: Scene) -> Found | None:
    base, anchor = scene.published, scene.published_by
    if scene.narrative and scene.told_day is not None:
        base, anchor = scene.told_day.first, scene.told_by
    if base is None:
        return Found(point, None) if point.clock or point.part else None
    shift = match.value("deixis")
    shift = match.rule.given.get("shift") if shift is None else shift
    ahead = (weekday - base.isoweekday()) % 7
    if match.rule.given.get("week"):
        days = weekday - base.isoweekday() + 7 * int(shift or 0)
    elif shift is None:
        days = ahead if scene.tense > 0 else ahead - 7 if ahead else 0
    elif int(shift) > 0:
        days = ahead or 7
    elif int(shift) < 0:
        days = ahead - 7
    else:
        days = weekday - base.isoweekday()
    day = base + timedelta(days=days)
    eve = match.rule.given.get("eve")
    if eve is not None:  # "malam Minggu" is the night that leads into Sunday
        day, point = day - timedelta(days=1), replace(point, part=eve)
    return Found(replace(point, year=day.year, month=day.month, day=day.day), anchor)


def _time_of_day(point: Point, match: Match, scene: Scene) -> Found | None:
    shift = match.value("deixis_day")
    shift = match.rule.given.get("days") if shift is None else shift
    told = match.rule.given.get("from") == "told"
    base: Point | None
    if (shift is None or told) and scene.told_day is not None:
        base, anchor = scene.told_day, scene.told_by
    else:
        base, anchor = scene.today, scene.published_by
    if base is None or base.first is None:
        return Found(point, None)
    day = base.first + timedelta(days=int(shift or 0))
    return Found(replace(point, year=day.year, month=day.month, day=day.day), anchor)


def _checked(point: Point, anchor: str | None, weekday: int | None) -> Found:
    """The point with flags for a day that does not exist or falls on another weekday; its numbers are kept."""
    if point.day is None or point.month is None or point.year is None:
        return Found(point, anchor)
    if point.day > days_in(point.year, point.month):
        return Found(point, anchor, ("impossible-date",))
    if weekday is not None and date(point.year, point.month, point.day).isoweekday() != weekday:
        return Found(point, anchor, ("weekday-contradicts",))
    return Found(point, anchor)


def _in_this_century(year: int, scene: Scene) -> int:
    """A year of two digits in the century that the story is in: "'89" is 1789 in a history of the French Revolution."""
    story = None if scene.told is None else scene.told.year
    if not scene.narrative or story is None:
        return year
    return min((year % 100 + base for base in range(0, 2100, 100)), key=lambda one: abs(one - story))
