"""The small network that judges lines jointly: what a line is depends on what stands before and after it, near and far.

Two layers of units look at each line with its neighbours; between them run averages that fade with the distance, forward and
backward (fixed recurrences, so that nothing vanishes; all pages take a step at once). The weights are made by
``python -m benchmarks.pages_train`` and kept in ``knowledge/lines.npz``.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..errors import KnowledgeError
from ..knowledge.load import ROOT
from .characters import Array

WEIGHTS = ROOT / "lines.npz"
NEAR_AND_FAR = ((0.5, 0.8, 0.95), (0.9,))
"""How fast the averages of the first and of the second layer fade, per line."""
_FURTHEST = 3.0


def judge_rows(features: Array, first: npt.NDArray[np.int64], weights: Mapping[str, Array] | None = None) -> Array:
    """For every line the probability that it belongs to its article.

    Args:
        features: one row per line. first: index of each page's first line, and behind the last the number of lines.
        weights: other than those that are shipped; each array holds one network after the other.

    Raises:
        KnowledgeError: the shipped weights do not fit the features.
    """
    given = weights if weights is not None else weights_in(WEIGHTS)
    if 3 * features.shape[1] != given["w1"].shape[1]:
        raise KnowledgeError(
            f"{WEIGHTS}: made for {given['w1'].shape[1] // 3} features, but a line has {features.shape[1]}; "
            "make them anew with python -m benchmarks.pages_train"
        )
    if not len(features):
        return np.zeros(0, dtype=np.float32)
    steps = steps_of(first)
    seen = beside(scaled(features, given["mean"][0], given["deviation"][0]), first)
    members = [
        _member(seen, steps, {name: value[number] for name, value in given.items()})
        for number in range(len(given["w1"]))
    ]
    result: Array = np.mean(members, axis=0, dtype=np.float32)
    return result


def _member(seen: Array, steps: Steps, given: Mapping[str, Array]) -> Array:
    """What one network of the several, which differ by their beginning alone, makes of the lines."""
    layer = np.maximum(seen @ given["w1"] + given["b1"], 0)
    layer = np.maximum(around(layer, steps, NEAR_AND_FAR[0]) @ given["w2"] + given["b2"], 0)
    layer = np.maximum(around(layer, steps, NEAR_AND_FAR[1]) @ given["w3"] + given["b3"], 0)
    odds = (layer @ given["w4"] + given["b4"])[:, 0]
    result: Array = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return result


def scaled(features: Array, mean: Array, deviation: Array) -> Array:
    """Features around 0 and of one size; what is rare does not outweigh everything else."""
    result: Array = np.clip((features - mean) / deviation, -_FURTHEST, _FURTHEST).astype(np.float32)
    return result


@dataclass(frozen=True, slots=True)
class Steps:
    """Pages walked through side by side, the longest first, one line of each at a step.

    Attributes:
        down, up: the rows in the order of the steps, from the top of the pages and from their ends.
        bounds: where each step begins among them, and where the last ends.
    """

    down: npt.NDArray[np.int64]
    up: npt.NDArray[np.int64]
    bounds: list[int]


def steps_of(first: npt.NDArray[np.int64]) -> Steps:
    """The steps through pages whose first rows these are; behind them stands the number of rows."""
    sizes = np.diff(first)
    order = np.argsort(-sizes, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    page = np.repeat(np.arange(len(sizes)), sizes)
    place = np.arange(len(page)) - first[page]
    down = np.argsort(place * len(sizes) + rank[page], kind="stable")
    up = first[page[down]] + sizes[page[down]] - 1 - place[down]
    at_step = np.bincount(place, minlength=int(sizes.max(initial=0)))
    return Steps(down, up, np.concatenate(([0], np.cumsum(at_step))).tolist())


def beside(rows: Array, first: npt.NDArray[np.int64]) -> Array:
    """Each row with the one before and the one behind it on its page, zeros at the edges."""
    size, width = rows.shape
    seen = np.zeros((size, 3 * width), dtype=np.float32)
    seen[:, :width] = rows
    seen[1:, width : 2 * width] = rows[:-1]
    seen[:-1, 2 * width :] = rows[1:]
    filled = np.flatnonzero(np.diff(first))
    seen[first[:-1][filled], width : 2 * width] = 0
    seen[first[1:][filled] - 1, 2 * width :] = 0
    return seen


def around(rows: Array, steps: Steps, fading: tuple[float, ...]) -> Array:
    """Each row with the averages of all rows before it and of all behind it, where each further one counts less."""
    size, width = rows.shape
    fades = np.array(fading, dtype=np.float32)[:, None]
    found = np.empty((size, 1 + 2 * len(fading), width), dtype=np.float32)
    found[:, 0] = rows
    given = np.empty((size, 2, len(fading), width), dtype=np.float32)
    np.multiply(rows[steps.down][:, None], 1 - fades, out=given[:, 0])
    np.multiply(rows[steps.up][:, None], 1 - fades, out=given[:, 1])
    kept = faded(given, steps, fades)
    found[steps.down, 1 : 1 + len(fading)] = kept[:, 0]
    found[steps.up, 1 + len(fading) :] = kept[:, 1]
    return found.reshape(size, -1)


def faded(given: Array, steps: Steps, fades: Array) -> Array:
    """What the steps before each one left behind, fading from step to step.

    Args:
        given: rows in the order of the steps, of any shape that `fades` fits.
    """
    kept = np.empty_like(given)
    state = np.zeros((steps.bounds[1] if len(steps.bounds) > 1 else 0, *given.shape[1:]), dtype=np.float32)
    for start, end in itertools.pairwise(steps.bounds):
        live = state[: end - start]
        kept[start:end] = live
        live *= fades
        live += given[start:end]
    return kept


@cache
def weights_in(path: Path) -> dict[str, Array]:
    """The weights of a network as its training command wrote them.

    Raises:
        KnowledgeError: the file cannot be read.
    """
    try:
        with np.load(path) as kept:
            return {name: kept[name].astype(np.float32) for name in kept.files}
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"{path}: cannot be read ({error}); install Tidebook again") from error
