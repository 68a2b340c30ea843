"""The scale of time gives busy years more room and never runs backwards."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tidebook.faces.report.scale import MARGIN, TimeScale

_DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2090, 1, 1))


def _scale(days: list[date]) -> TimeScale:
    return TimeScale([(day, day) for day in days], min(days), max(days))


@given(st.lists(_DAYS, min_size=1, max_size=60), _DAYS, _DAYS)
def test_a_later_day_never_lies_to_the_left(days: list[date], one: date, other: date) -> None:
    scale = _scale(days)
    early, late = sorted((one, other))
    assert scale.x(early) <= scale.x(late)
    assert scale.x(early) + 1e-9 >= MARGIN
    assert scale.x(late) <= 100 - MARGIN + 1e-6


@given(st.lists(_DAYS, min_size=1, max_size=60))
def test_labels_have_room(days: list[date]) -> None:
    ticks = _scale(days).ticks()
    for left, right in pairwise(ticks):
        assert right.x - left.x >= 5.9
        assert left.day < right.day
    major = [tick for tick in ticks if tick.major]
    for left, right in pairwise(major):
        assert right.x - left.x >= 14.9


def test_a_busy_decade_is_wider_than_a_silent_one() -> None:
    days = [date(1950, 6, 25)] + [date(2010, 1, 1) + timedelta(days=90 * n) for n in range(40)]
    scale = _scale(days)
    silent = scale.x(date(1980, 1, 1)) - scale.x(date(1970, 1, 1))
    busy = scale.x(date(2020, 1, 1)) - scale.x(date(2010, 1, 1))
    assert busy > 3 * silent > 0


def test_a_short_story_is_scaled_by_month() -> None:
    scale = _scale([date(2023, 1, 5), date(2023, 2, 1), date(2024, 11, 1)])
    assert scale.first == date(2023, 1, 1)
    assert scale.last == date(2024, 12, 1)


def test_the_axis_of_a_short_story_names_months() -> None:
    ticks = _scale([date(2023, 1, 5), date(2023, 7, 1), date(2024, 11, 1)]).ticks()
    assert date(2024, 1, 1) in {tick.day for tick in ticks}
    assert len(ticks) > 4


def test_one_day_alone_has_a_place() -> None:
    assert MARGIN <= _scale([date(2024, 6, 20)]).x(date(2024, 6, 20)) <= 100
