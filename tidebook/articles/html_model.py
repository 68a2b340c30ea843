"""The judgement of an HTML page's lines: the network of `model`, which sees besides what all lines of one element have in common.

The weights are made by ``python -m benchmarks.pages_html_train`` and kept in ``knowledge/elements.npz``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from ..errors import KnowledgeError
from ..knowledge.load import ROOT
from .characters import Array
from .model import NEAR_AND_FAR, Steps, around, beside, scaled, steps_of, weights_in

WEIGHTS = ROOT / "elements.npz"
_LEAST, _MOST = 0.1, 0.5
"""The lowest and the highest probability above which lines of a page may be taken for its article."""


class Sharing:
    """Means over groups of rows: what is known of one line of a group is known of all.

    Args:
        groups: for each row the number of its group, without gaps.
    """

    def __init__(self, groups: npt.NDArray[np.int64]) -> None:
        self._order = np.argsort(groups, kind="stable")
        sizes = np.bincount(groups)
        self._starts = np.cumsum(sizes) - sizes
        self._sizes: Array = sizes.astype(np.float32)[:, None]
        self._groups = groups

    def mean(self, rows: Array) -> Array:
        """For each row the mean of the rows of its group."""
        sums = np.add.reduceat(rows[self._order], self._starts, axis=0)
        means: Array = (sums / self._sizes)[self._groups].astype(np.float32, copy=False)
        return means


def context(layer: Array, steps: Steps, fading: tuple[float, ...], sharing: Sequence[Sharing]) -> Array:
    """Each row with the fading averages around it and the means of its groups."""
    return np.concatenate([around(layer, steps, fading), *(one.mean(layer) for one in sharing)], axis=1)


def judge_elements(
    features: Array,
    first: npt.NDArray[np.int64],
    groups: Sequence[npt.NDArray[np.int64]],
    weights: Mapping[str, Array] | None = None,
) -> Array:
    """For every line the probability that it belongs to its article.

    Args:
        features: one row per line, those of `features_of` before those of `element_features`. first: as `judge_rows` takes it.
        groups: as `element_features` gives them, numbered on over all pages.
        weights: other than those that are shipped; each array holds one network after the other.

    Raises:
        KnowledgeError: the shipped weights do not fit the features.
    """
    if not len(features):
        return np.zeros(0, dtype=np.float32)
    given = weights if weights is not None else weights_in(WEIGHTS)
    if 3 * features.shape[1] != given["w1"].shape[1]:
        raise KnowledgeError(
            f"{WEIGHTS}: made for {given['w1'].shape[1] // 3} features, but a line has {features.shape[1]}; "
            "make them anew with python -m benchmarks.pages_html_train"
        )
    steps, sharing = steps_of(first), [Sharing(group) for group in groups]
    seen = beside(scaled(features, given["mean"][0], given["deviation"][0]), first)
    layer = np.maximum(seen @ np.concatenate(given["w1"], axis=1) + np.concatenate(given["b1"]), 0)
    for number, fading in enumerate(NEAR_AND_FAR, 2):
        width = layer.shape[1]
        layer = np.maximum(_next(context(layer, steps, fading, sharing), width, given, number), 0)
    odds = _next(layer, layer.shape[1], given, 4)
    result: Array = (1 / (1 + np.exp(-np.clip(odds, -30, 30)))).mean(axis=1, dtype=np.float32)
    return result


def _next(seen: Array, width: int, given: Mapping[str, Array], number: int) -> Array:
    """What the next layer makes of what all networks see, those of one network after those of the other.

    Args:
        seen: blocks of columns, each so wide and holding what belongs to one network after what belongs to the other.
    """
    weights, biases = given[f"w{number}"], given[f"b{number}"]
    parted = seen.reshape(len(seen), seen.shape[1] // width, len(weights), -1)
    own = (parted[:, :, network].reshape(len(seen), -1) for network in range(len(weights)))
    return np.concatenate([rows @ w + b for rows, w, b in zip(own, weights, biases, strict=True)], axis=1)


def taken(chances: Array, sizes: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """The lines of one page that make its article: as many of the likeliest as give the highest F1 to be expected.

    Args:
        chances: probability of each line. sizes: its code points.
    """
    if not len(chances):
        return np.zeros(0, dtype=np.bool_)
    order = np.argsort(-chances, kind="stable")
    weight = sizes[order].astype(np.float64)
    right = np.cumsum(chances[order] * weight)
    expected = 2 * right / (np.cumsum(weight) + right[-1] + 1e-9)
    limit = min(max(float(chances[order[int(np.argmax(expected))]]) - 1e-6, _LEAST), _MOST)
    found: npt.NDArray[np.bool_] = chances > limit
    return found
