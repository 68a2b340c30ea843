"""The tide as SVG: percent across, pixels down, so that one drawing fits every width without a script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ...records.chronicles import Chronicle, TidePoint
from ...records.events import Event
from ..dates import dated_well, ends
from ..quads import quad_of
from ..shelf import Shelf, moves_the_tide
from .scale import Tick, TimeScale

TOP, HEIGHT = 30, 360
"""Pixels above the plot (names of phases), and of the plot itself, from +10 to -10."""
VOLUME = 46
"""Pixels of the strip that shows how many events the level rests on."""

_STEP = 9.0
_ROOMY = 560
"""Marks are set apart as if the plot were so many pixels wide: a wide telephone, a narrow desktop."""
_POINTS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One event of the chart: `x` percent, `y` pixels; `left`, `right` percent of its bar, where its date is wide."""

    event: str
    quad: str
    x: float
    y: float
    left: float | None
    right: float | None
    hollow: bool
    other: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A phase behind the tide: percent from the left, width, and whether the name fits."""

    number: int
    x: float
    width: float
    warm: bool
    roomy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Everything the template draws; `band`, `line`, `volume` are paths in a box 1000 wide."""

    scale: TimeScale
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    stretches: tuple[Stretch, ...]
    band: str
    line: str
    volume: str
    volume_max: int


def draw(chronicle: Chronicle, shelf: Shelf) -> Chart | None:
    """The chart of all dated events that are told; None if there is none."""
    told = [shelf.events[entry.event] for entry in chronicle.entries]
    dated = [event for event in told if event.when is not None]
    firm = [event.when for event in dated if event.when and dated_well(event.when)]
    firm = firm or [event.when for event in dated if event.when]
    days = [day for when in firm for day in (when.start, when.last) if day] + [point.at for point in chronicle.tide]
    if not days:
        return None
    first, last = min(days), max(days)
    spans = {event.id: ends(event.when, first, last) for event in dated if event.when is not None}
    between = [spans[event.id] for event in dated if event.between]
    scale = TimeScale(between or list(spans.values()), first, last)
    segments = _segments(chronicle.tide, scale)
    return Chart(
        scale=scale,
        ticks=scale.ticks(),
        marks=_marks(dated, spans, scale),
        stretches=_stretches(chronicle, scale),
        band="".join(_band(segment, scale) for segment in segments),
        line="".join(_line(segment, scale) for segment in segments),
        volume="".join(_volume(segment, scale, chronicle.tide) for segment in segments),
        volume_max=max((point.volume for point in chronicle.tide), default=0),
    )


def height_of(score: float) -> float:
    """Pixels from the top of the drawing for a score."""
    return round(TOP + (10 - max(-10.0, min(10.0, score))) / 20 * HEIGHT, 1)


def _marks(events: Sequence[Event], spans: dict[str, tuple[date, date]], scale: TimeScale) -> tuple[Mark, ...]:
    """Marks at their score, moved up or down by as little as keeps them apart."""
    placed: list[tuple[float, float]] = []
    marks = []
    for event in sorted(events, key=lambda e: (not e.between, scale.x(_middle(*spans[e.id])), e.id)):
        start, end = spans[event.id]
        left, right = scale.x(start), scale.x(date.fromordinal(min(end.toordinal() + 1, date.max.toordinal())))
        x = (left + right) / 2
        y = _free(placed, x * _ROOMY / 100, height_of(event.score))
        placed.append((x * _ROOMY / 100, y))
        wide = right - left > 1.6
        marks.append(
            Mark(
                event=event.id,
                quad=quad_of(event.type),
                x=round(x, 2),
                y=y,
                left=round(left, 2) if wide else None,
                right=round(right, 2) if wide else None,
                hollow=not moves_the_tide(event) if event.between else event.standing.value != "asserted",
                other=not event.between,
            )
        )
    return tuple(sorted(marks, key=lambda mark: (mark.x, mark.event)))


def _free(placed: Sequence[tuple[float, float]], x: float, y: float) -> float:
    near = [other for at, other in placed[-400:] if abs(at - x) < _STEP * 1.3]
    for step in range(24):
        for sign in (1, -1):
            candidate = y + sign * ((step + 1) // 2 if sign > 0 else step // 2 + 1) * _STEP if step else y
            inside = TOP <= candidate <= TOP + HEIGHT
            if inside and all(abs(candidate - other) >= _STEP for other in near):
                return round(candidate, 1)
    return y


def _middle(start: date, end: date) -> date:
    return start + (end - start) // 2


def _stretches(chronicle: Chronicle, scale: TimeScale) -> tuple[Stretch, ...]:
    stretches = []
    for number, phase in enumerate(chronicle.phases, 1):
        left = scale.x(phase.when.start or scale.first)
        right = scale.x(phase.when.end or scale.last)
        width = round(right - left, 2)
        stretches.append(
            Stretch(number=number, x=round(left, 2), width=width, warm=phase.level >= 0, roomy=width >= 19)
        )
    return tuple(stretches)


def _segments(tide: Sequence[TidePoint], scale: TimeScale) -> list[list[TidePoint]]:
    """Runs of points without a hole; where nothing is known the line stops. Thinned to what a screen can show."""
    if len(tide) < 2:
        return []
    gaps = sorted((b.at - a.at).days for a, b in pairwise(tide))
    hole = max(31, 3 * gaps[len(gaps) // 2])
    runs: list[list[TidePoint]] = [[]]
    for point in tide:
        if runs[-1] and ((point.at - runs[-1][-1].at).days > hole or point.volume == 0):
            runs.append([])
        if point.volume:
            runs[-1].append(point)
    apart = 100 / _POINTS
    return [_thinned(run, scale, apart) for run in runs if len(run) > 1]


def _thinned(run: list[TidePoint], scale: TimeScale, apart: float) -> list[TidePoint]:
    kept = [run[0]]
    for point in run[1:-1]:
        if scale.x(point.at) - scale.x(kept[-1].at) >= apart:
            kept.append(point)
    return [*kept, run[-1]]


def _at(scale: TimeScale, point: TidePoint, value: float) -> str:
    return f"{scale.x(point.at) * 10:.1f} {height_of(value)}"


def _line(run: Sequence[TidePoint], scale: TimeScale) -> str:
    return "M" + "L".join(_at(scale, point, point.level) for point in run)


def _band(run: Sequence[TidePoint], scale: TimeScale) -> str:
    there = "L".join(_at(scale, point, point.high) for point in run)
    back = "L".join(_at(scale, point, point.low) for point in reversed(run))
    return f"M{there}L{back}Z"


def _volume(run: Sequence[TidePoint], scale: TimeScale, tide: Sequence[TidePoint]) -> str:
    most = max(point.volume for point in tide)
    path = f"M{scale.x(run[0].at) * 10:.1f} {VOLUME}"
    for point in run:
        path += f"L{scale.x(point.at) * 10:.1f} {VOLUME - point.volume / most * (VOLUME - 4):.1f}"
    return path + f"L{scale.x(run[-1].at) * 10:.1f} {VOLUME}Z"
