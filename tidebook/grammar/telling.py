"""An interval in the words of a language: "around 1961", "pertengahan 1950-an", "12-14 May 1990"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ..records.times import Grain, Interval
from .points import Point
from .stretches import PARTS, stretch

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def tell_people(interval: Interval, words: Mapping[str, Any]) -> str:
    """The interval as people of a language say it; nothing is added and nothing left out.

    Args:
        words: the ``people`` section of a language's times.yaml: ``months`` (twelve names), ``seasons``, and a pattern each for
            ``day``, ``month``, ``year``, ``decade``, ``century``, ``season``, ``quarter``, ``range``, ``since``, ``until``,
            ``START``, ``MID``, ``END``, ``about``, ``perhaps``; ``ordinals`` where a number alone does not do.

    Example: 1953/1957 is "pertengahan 1950-an", 1961~ is "sekitar 1961".
    """
    told = _exact(interval, words)
    if interval.approximate:
        told = words["about"].format(words=told)
    return str(words["perhaps"].format(words=told) if interval.uncertain else told)


def _exact(interval: Interval, words: Mapping[str, Any]) -> str:
    start, end = interval.start, interval.end
    if start is None:
        assert end is not None
        return str(words["until"].format(last=_end(end, interval.grain, words)))
    if end is None:
        return str(words["since"].format(first=_start(start, interval.grain, words)))
    whole = _whole(start, end, interval.grain, words) or _part(interval, words)
    if whole is not None:
        return whole
    return _range(start, end, interval.grain, words)


def _whole(start: date, end: date, grain: Grain, words: Mapping[str, Any]) -> str | None:
    if end == start + timedelta(days=1):
        return _day(start, words)
    if start.day != 1 or end.day != 1:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month
    if months == 1:
        return _month(start, words)
    if months == 3 and grain is Grain.SEASON and start.month in _SEASONS:
        return str(words["season"].format(season=words["seasons"][_SEASONS[start.month]], year=start.year))
    if months == 3 and grain is Grain.QUARTER and start.month % 3 == 1:
        return str(words["quarter"].format(number=_nth((start.month + 2) // 3, words), year=start.year))
    if start.month != 1:
        return None
    if months == 12:
        return _year(start, words)
    if months == 120 and start.year % 10 == 0:
        return str(words["decade"].format(year=start.year))
    if months == 1200 and start.year % 100 == 0:
        return str(words["century"].format(number=_nth(start.year // 100 + 1, words)))
    return None


def _part(interval: Interval, words: Mapping[str, Any]) -> str | None:
    """The early, middle or late part of a month, year, decade or century, where the days are exactly one."""
    start = interval.start
    assert start is not None
    for whole in (
        Point(year=start.year, month=start.month),
        Point(year=start.year),
        Point(decade=start.year // 10),
        Point(century=start.year // 100),
    ):
        days = whole.interval
        for mod in PARTS:
            part = None if days is None else stretch(whole, mod)
            if days is not None and part == replace(interval, approximate=False, uncertain=False):
                return str(words[mod].format(whole=_exact(days, words)))
    return None


def _nth(number: int, words: Mapping[str, Any]) -> str:
    return str(words.get("ordinals", {}).get(str(number), number))


def _range(start: date, end: date, grain: Grain, words: Mapping[str, Any]) -> str:
    last = end - timedelta(days=1)
    if start.day != 1 or end.day != 1 or grain in (Grain.DAY, Grain.WEEK):
        if (start.year, start.month) == (last.year, last.month):
            days = f"{start.day}–{last.day}"
            return str(words["day"].format(day=days, month=words["months"][start.month - 1], year=start.year))
        return str(words["range"].format(first=_day(start, words), last=_day(last, words)))
    return str(words["range"].format(first=_start(start, grain, words), last=_end(end, grain, words)))


def _start(start: date, grain: Grain, words: Mapping[str, Any]) -> str:
    if start.day != 1 or grain in (Grain.DAY, Grain.WEEK):
        return _day(start, words)
    return _month(start, words) if start.month != 1 or grain is Grain.MONTH else _year(start, words)


def _end(end: date, grain: Grain, words: Mapping[str, Any]) -> str:
    last = end - timedelta(days=1)
    if end.day != 1 or grain in (Grain.DAY, Grain.WEEK):
        return _day(last, words)
    return _month(last, words) if end.month != 1 or grain is Grain.MONTH else _year(last, words)


def _day(day: date, words: Mapping[str, Any]) -> str:
    return str(words["day"].format(day=day.day, month=words["months"][day.month - 1], year=day.year))


def _month(day: date, words: Mapping[str, Any]) -> str:
    return str(words["month"].format(month=words["months"][day.month - 1], year=day.year))


def _year(day: date, words: Mapping[str, Any]) -> str:
    return str(words["year"].format(year=day.year))
