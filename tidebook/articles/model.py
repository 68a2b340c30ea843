"""The small network that judges lines jointly: what a line is depends on what stands before and after it, near and far.

Two layers of units look at each line with its neighbours; between them run averages that fade with the distance, forward and
backward (fixed recurrences, so that nothing vanishes and everything is computed for all pages of a batch at once). The weights are
made by ``python -m benchmarks.pages_train`` and kept in ``knowledge/lines.npz``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import numpy.typing as npt

from ..errors import KnowledgeError
from ..knowledge.load import ROOT
from .batch import Array

WEIGHTS = ROOT / "lines.npz"
NEAR_AND_FAR = ((0.5, 0.8, 0.95), (0.6, 0.9))
"""How fast the averages of the first and of the second layer fade, per line."""
_FAINT = 1e-3
_FURTHEST = 3.0


def judge_rows(features: Array, first: npt.NDArray[np.int64], weights: Mapping[str, Array] | None = None) -> Array:
    """For every line the probability that it belongs to its article.

    Args:
        features: one row per line. first: index of each page's first line, and behind the last the number of lines.
        weights: other than those that are shipped; each array holds one network after the other.

    Raises:
        KnowledgeError: the shipped weights do not fit the features.
    """
    given = weights if weights is not None else _shipped()
    if 3 * features.shape[1] != given["w1"].shape[1]:
        raise KnowledgeError(
            f"{WEIGHTS}: made for {given['w1'].shape[1] // 3} features, but a line has {features.shape[1]}; "
            "make them anew with python -m benchmarks.pages_train"
        )
    place, left = places(first)
    seen = beside(scaled(features, given["mean"][0], given["deviation"][0]), place, left)
    members = [
        _member(seen, place, left, {name: value[number] for name, value in given.items()})
        for number in range(len(given["w1"]))
    ]
    result: Array = np.mean(members, axis=0, dtype=np.float32)
    return result


def _member(
    seen: Array, place: npt.NDArray[np.int64], left: npt.NDArray[np.int64], given: Mapping[str, Array]
) -> Array:
    """What one network of the several, which differ by their beginning alone, makes of the lines."""
    layer = np.maximum(seen @ given["w1"] + given["b1"], 0)
    layer = np.maximum(around(layer, place, left, NEAR_AND_FAR[0]) @ given["w2"] + given["b2"], 0)
    layer = np.maximum(around(layer, place, left, NEAR_AND_FAR[1]) @ given["w3"] + given["b3"], 0)
    odds = (layer @ given["w4"] + given["b4"])[:, 0]
    result: Array = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return result


def scaled(features: Array, mean: Array, deviation: Array) -> Array:
    """Features around 0 and of one size; what is rare does not outweigh everything else."""
    result: Array = np.clip((features - mean) / deviation, -_FURTHEST, _FURTHEST).astype(np.float32)
    return result


def places(first: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """For every line how many lines of its page stand before it, and how many behind it."""
    sizes = np.diff(first)
    page = np.repeat(np.arange(len(sizes)), sizes)
    place = np.arange(int(first[-1])) - first[page]
    return place, sizes[page] - 1 - place


def beside(rows: Array, place: npt.NDArray[np.int64], left: npt.NDArray[np.int64]) -> Array:
    """Each row with the one before and the one behind it on its page, zeros at the edges."""
    return np.concatenate([rows, _from(rows, 1, place), _from(rows, -1, left)], axis=1)


def around(rows: Array, place: npt.NDArray[np.int64], left: npt.NDArray[np.int64], fading: tuple[float, ...]) -> Array:
    """Each row with the fading averages of all rows before it and of all behind it."""
    parts = [rows]
    for fade in fading:
        parts += [trail(rows, place, fade, 1), trail(rows, left, fade, -1)]
    return np.concatenate(parts, axis=1)


def trail(rows: Array, room: npt.NDArray[np.int64], fade: float, way: int) -> Array:
    """The average of the rows before (way 1) or behind (way -1) each row, where each further one counts `fade` times less."""
    total = (1 - fade) * _from(rows, way, room)
    step, weight = 1, fade
    while weight > _FAINT:
        total = total + weight * _from(total, way * step, room)
        step, weight = step * 2, weight * weight
    return total


def _from(rows: Array, by: int, room: npt.NDArray[np.int64]) -> Array:
    """The row that stands `by` lines before each one (behind it if negative), zeros where the page has none."""
    moved = np.zeros_like(rows)
    if by > 0:
        moved[by:] = rows[:-by]
    else:
        moved[:by] = rows[-by:]
    moved[room < abs(by)] = 0
    return moved


@cache
def _shipped() -> dict[str, Array]:
    try:
        with np.load(WEIGHTS) as kept:
            return {name: kept[name].astype(np.float32) for name in kept.files}
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"{WEIGHTS}: cannot be read ({error}); install Tidebook again") from error
