"""Which days make a story: the days that many independent witnesses name, most of all after they are past.

Nothing here is trained. The constants were chosen on five topics of Timeline17 as the middle of a wide plateau
(`benchmarks/timelines`): settings drawn at random from a third to either side gave a Date-F1 of 0.690 with a deviation of 0.009.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .told import Telling

_TODAY = 0.4  # a day named by what came out on it: "on Tuesday" in Tuesday's paper says little of how it is remembered
_AFAR = 0.6  # a day named more than a week ahead: a plan
_ASIDE = 0.75  # named in a sentence that does not name the subject
_NEWS = 0.6  # what came out on a day, whatever it names
_CROWD = 0.8  # witnesses of one day of publication follow one another: n of them count as n ** 0.8
_AROUND, _LOCAL, _FLOOR = 7, 0.3, 0.3  # a day stands out from the week on either side of it
_OF_PEAK, _PEAKS = 0.18, 5  # without a number asked for: all days above this share of the mean of the first five


def weigh_days(tellings: Iterable[Telling], first: int, last: int) -> dict[int, float]:
    """How much each day from `first` to `last` counts in the story; only days that somebody speaks of are in it.

    Each origin speaks once for each day, with its strongest sentence. A day is then held against its neighbours, so that
    a quiet month with one great day is not drowned by a loud one.

    Args:
        tellings: in any order. first, last: ordinals of days; what was published outside of them is left out.
    """
    votes: dict[tuple[str, int], tuple[float, int]] = {}
    for telling in tellings:
        out = telling.published
        if out is not None and not first <= out <= last:
            continue
        for day, weight in _votes(telling, first, last).items():
            key = (telling.origin, day)
            said = (weight, out if out is not None else day)
            votes[key] = max(votes.get(key, said), said)
    crowds: dict[tuple[int, int], list[float]] = {}
    for (_, day), (weight, out) in votes.items():
        crowds.setdefault((day, out), []).append(weight)
    total: dict[int, float] = {}
    for (day, _), weights in sorted(crowds.items()):
        total[day] = total.get(day, 0.0) + sum(sorted(weights)) ** _CROWD
    return _standing_out(total, first, last)


def best_days(weights: Mapping[int, float], most: int | None = None) -> list[int]:
    """The weightiest days, weightiest first: as many as asked for, or as many as the story deserves."""
    ranked = sorted((day for day, weight in weights.items() if weight > 0), key=lambda day: (-weights[day], day))
    if most is not None:
        return ranked[:most]
    peaks = [weights[day] for day in ranked[:_PEAKS]]
    least = _OF_PEAK * sum(peaks) / len(peaks) if peaks else 0.0
    return [day for day in ranked if weights[day] >= least]


def _votes(telling: Telling, first: int, last: int) -> dict[int, float]:
    """What one article says for each day."""
    out = telling.published
    said: dict[int, float] = {}
    for line in telling.lines:
        for day in line.days:
            if not first <= day <= last:
                continue
            weight = 1.0 if line.about else _ASIDE
            if out is not None and day == out:
                weight *= _TODAY
            elif out is not None and day > out + 7:
                weight *= _AFAR
            said[day] = max(said.get(day, 0.0), weight)
    if out is not None:
        said[out] = said.get(out, 0.0) + _NEWS
    relevance = telling.relevance
    return {day: weight * relevance for day, weight in said.items() if weight * relevance > 0}


def _standing_out(total: Mapping[int, float], first: int, last: int) -> dict[int, float]:
    """Each day's weight over that of the days around it."""
    sums = [0.0]
    for day in range(first, last + 1):
        sums.append(sums[-1] + total.get(day, 0.0))
    kept = {}
    for day, weight in total.items():
        low, high = max(first, day - _AROUND), min(last, day + _AROUND)
        around = (sums[high + 1 - first] - sums[low - first]) / (high + 1 - low)
        kept[day] = weight / (around + _FLOOR) ** _LOCAL
    return kept
