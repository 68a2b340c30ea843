"""What the judgement of an HTML page's lines looks at besides their words: elements, their names, links, containers, neighbours.

Every feature is a number of about -3 to 3 that can be read off the page alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..records.pages import Element, Page
from .characters import Array
from .element_names import WIDTH, NameScale
from .lines import Line, fold
from .trees import Tree, holds_most, tree_of

_TAGS = (
    "p",
    "h1",
    "h2",
    "h3",
    "li",
    "td",
    "div",
    "blockquote",
    "figcaption",
    "pre",
    "dt",
    "section",
    "body",
    "time",
    "other",
)
_TAG_COLUMNS = {tag: number for number, tag in enumerate(_TAGS)}
_SAME = {
    "h4": "h3", "h5": "h3", "h6": "h3", "th": "td", "tr": "td", "dd": "dt", "article": "section", "main": "section",
    "figure": "figcaption", "center": "div", "ul": "li", "ol": "li",
}  # fmt: skip
_AROUND = (
    "article", "main", "aside", "footer", "header", "nav", "form", "figure", "table", "ul", "ol", "blockquote", "section", "h1", "p",
)  # fmt: skip
_LEVELS, _DEEP, _FAR_UP = 4, 15, 9
_LONG, _LINKED = 80, 0.5
_SHORTEST_STATED, _ENDS = 24, 32
"""Code points of the shortest line that is looked for in the stated body, and of its ends that are."""
_MARKUP = re.compile(r"<[^>]+>")
COLUMNS = len(_TAGS) + len(_AROUND) + 4 + WIDTH + 4 * _LEVELS + 5 + 4 + 10 + 6 + 6
Groups = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
"""For each line a number shared by the lines in one element, and one shared by lines built alike."""


def element_features(
    page: Page, lines: Sequence[Line], ended: Sequence[bool], scale: NameScale
) -> tuple[Array, Groups]:
    """One row of features per line of a page, and the groups of its lines.

    Args:
        page: an HTML page. lines: of its text. ended: whether each ends as a sentence does. scale: weighs names.
    """
    elements = [page.elements[line.number - 1] for line in lines]
    chars = [len(line.text) for line in lines]
    prose = [
        count * (1 - element.linked) if count >= _LONG and end and element.linked < _LINKED else 0.0
        for count, end, element in zip(chars, ended, elements, strict=True)
    ]
    tree = tree_of(elements, prose, chars)
    alike = _alike(elements, tree)
    parts = [
        _kinds(elements, tree),
        scale.rows([element.names for element in elements]),
        _containers(tree),
        _likes(alike, prose, chars, elements),
        _neighbours(tree, alike),
        _heading(tree, elements, prose),
        _stated(page, lines),
    ]
    parent = np.array(tree.parent, dtype=np.int64)[np.array(tree.of_line, dtype=np.int64)]
    return np.concatenate(parts, axis=1), (np.unique(parent, return_inverse=True)[1], alike)


def _kinds(elements: Sequence[Element], tree: Tree) -> Array:
    """What the elements of the lines are, and which stand around them; how much of each line is linked."""
    count = len(elements)
    found = np.zeros((count, len(_TAGS) + len(_AROUND) + 4), dtype=np.float32)
    tags = [_TAG_COLUMNS.get(_SAME.get(element.tag, element.tag), len(_TAGS) - 1) for element in elements]
    found[np.arange(count), tags] = 1
    around = np.array([[tag in within for tag in _AROUND] for within in tree.around], dtype=np.float32)
    found[:, len(_TAGS) : -4] = around[np.array(tree.shape, dtype=np.int64)[tree.of_line]]
    linked = np.array([element.linked for element in elements], dtype=np.float32)
    found[:, -4] = linked
    found[:, -3] = linked > _LINKED
    found[:, -2] = linked > 0.95
    found[:, -1] = np.array(tree.depth, dtype=np.float32)[tree.of_line] / _DEEP
    return found


def _containers(tree: Tree) -> Array:
    """Of the elements around each line, nearest first, what share of the page they hold; and where the line stands to the body."""
    parent = np.array(tree.parent)
    prose, chars, linked, lines = (np.array(x, dtype=float) for x in (tree.prose, tree.chars, tree.linked, tree.lines))
    told, total = prose[0] or 1.0, chars[0] or 1.0
    node = np.array(tree.of_line, dtype=np.int64)
    columns = []
    at = node
    for _ in range(_LEVELS):
        columns += [prose[at] / told, linked[at] / np.maximum(chars[at], 1), chars[at] / total, np.log1p(lines[at]) / 5]
        at = np.where(parent[at] > 0, parent[at], at)
    below = np.array(tree.below(tree.body))[node]
    up = np.array(tree.up_to(holds_most(tree)))[node]
    some = np.array(tree.up_to([one > 0 for one in tree.prose]))[node]
    columns += [
        below >= 0,
        np.where(below >= 0, below, _FAR_UP) / 5,
        np.minimum(up, _FAR_UP) / 5,
        np.minimum(some, _FAR_UP) / 5,
        (node == tree.body) | (parent[node] == tree.body),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _alike(elements: Sequence[Element], tree: Tree) -> npt.NDArray[np.int64]:
    """Lines built alike: the same elements around them, whatever their number, and the same nearest names."""
    kinds: dict[tuple[int, tuple[str, ...]], int] = {}
    shape = tree.shape
    keys = ((shape[node], element.names[:3]) for node, element in zip(tree.of_line, elements, strict=True))
    return np.array([kinds.setdefault(key, len(kinds)) for key in keys], dtype=np.int64)


def _likes(
    alike: npt.NDArray[np.int64], prose: Sequence[float], chars: Sequence[int], elements: Sequence[Element]
) -> Array:
    size = np.array(chars, dtype=float)
    linked = size * np.array([element.linked for element in elements])
    many = np.bincount(alike).astype(float)
    told, held, links = (np.bincount(alike, weights=w) for w in (np.array(prose), size, linked))
    columns = [
        told / (sum(prose) or 1.0),
        links / np.maximum(held, 1),
        np.log1p(many) / 4,
        np.minimum(held / np.maximum(many, 1), 400) / 200,
    ]
    return np.stack(columns, axis=1)[alike].astype(np.float32)


def _neighbours(tree: Tree, alike: npt.NDArray[np.int64]) -> Array:
    """How near in the markup the lines before and behind each one stand."""
    nodes = np.array(tree.of_line, dtype=np.int64)
    depth, parent = np.array(tree.depth)[nodes], np.array(tree.parent)[nodes]
    shared = np.fromiter(
        map(tree.common, tree.of_line[:-1], tree.of_line[1:]), dtype=np.int64, count=max(0, len(nodes) - 1)
    )
    found = np.zeros((len(nodes), 10), dtype=np.float32)
    for deep, side in ((depth[1:], found[1:, :5]), (depth[:-1], found[:-1, 5:])):
        side[:, 0] = parent[1:] == parent[:-1]
        side[:, 1] = alike[1:] == alike[:-1]
        side[:, 2] = shared / deep
        side[:, 3] = nodes[1:] == nodes[:-1]
        side[:, 4] = np.minimum(deep - shared, 8) / 4
    return found


def _heading(tree: Tree, elements: Sequence[Element], prose: Sequence[float]) -> Array:
    """Where the lines stand to the page's first heading above its prose."""
    count = len(elements)
    found = np.zeros((count, 6), dtype=np.float32)
    first = next((index for index in range(count) if prose[index] > 0), 0)
    heads = [index for index, element in enumerate(elements) if element.tag == "h1" or "/h1" in element.path]
    if not heads:
        return found
    head = max((index for index in heads if index <= first + 3), default=heads[0])
    nodes = np.array(tree.of_line, dtype=np.int64)
    shared = np.array(tree.shared_with(tree.of_line[head]))[nodes]
    away = np.arange(count) - head
    found[:, 0] = 1
    found[:, 1] = away > 0
    found[:, 2] = away == 0
    found[:, 3] = np.sign(away) * np.log1p(np.abs(away)) / 4
    found[:, 4] = shared / np.maximum(np.array(tree.depth)[nodes], 1)
    found[:, 5] = shared / max(1, tree.depth[tree.of_line[head]])
    return found


def _stated(page: Page, lines: Sequence[Line]) -> Array:
    """Whether the lines stand in the body, the title or the summary that the page's head states."""
    found = np.zeros((len(lines), 6), dtype=np.float32)
    body = max((one.value for one in page.stated if one.key == "ld:articleBody"), key=len, default="")
    if "<" in body or "&" in body:
        body = _MARKUP.sub(" ", html.unescape(body))
    body = " ".join(body.split()) if len(body) >= 200 else ""
    titles = {fold(one.value) for one in page.stated if one.key in ("ld:headline", "og:title", "title")}
    sums = {
        fold(one.value)[:_ENDS]
        for one in page.stated
        if one.key in ("og:description", "meta:description", "ld:description")
    }
    for row, line in zip(found, lines, strict=True):
        words = line.text
        row[0] = bool(body)
        if body and len(words) >= _SHORTEST_STATED:
            row[1] = words[:_ENDS] in body
            row[2] = words[-_ENDS:] in body
            row[3] = not row[1] and not row[2]
        row[4] = line.folded in titles
        row[5] = len(words) >= _ENDS and line.folded[:_ENDS] in sums
    return found
