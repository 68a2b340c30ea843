"""The elements of an HTML page around its lines: how much prose, how much linked text and how many lines each one holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..records.pages import Element

_MOST = 0.6
"""The share of a page's prose that its body holds."""


@dataclass(slots=True)
class Tree:
    """The elements that hold the lines of one page, each behind the one that holds it; 0 holds the page.

    Attributes:
        parent, depth: of each element.
        shape: shared by elements in elements of the same names, whatever their number. around: for each shape those names.
        prose, chars, linked, lines: code points of prose, of all text, of linked text, and lines that it holds.
        of_line: for each line the element that it stands in.
        body: the deepest element that holds most of the prose.
    """

    parent: list[int] = field(default_factory=lambda: [0])
    depth: list[int] = field(default_factory=lambda: [0])
    shape: list[int] = field(default_factory=lambda: [0])
    around: list[frozenset[str]] = field(default_factory=lambda: [frozenset()])
    shapes: dict[tuple[int, str], int] = field(default_factory=dict)
    prose: list[float] = field(default_factory=list)
    chars: list[float] = field(default_factory=list)
    linked: list[float] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    of_line: list[int] = field(default_factory=list)
    body: int = 0

    def common(self, one: int, other: int) -> int:
        """The depth of the deepest element that holds both."""
        depth, parent = self.depth, self.parent
        while one != other:
            if depth[one] >= depth[other]:
                one = parent[one]
            else:
                other = parent[other]
        return depth[one]

    def below(self, top: int) -> list[int]:
        """For each element its distance below another one, 0 for that one, -1 for what it does not hold."""
        found = [-1] * len(self.parent)
        found[top] = 0
        for node in range(top + 1, len(self.parent)):
            above = found[self.parent[node]]
            if above >= 0:
                found[node] = above + 1
        return found

    def up_to(self, reached: Sequence[bool]) -> list[int]:
        """For each element the steps up to the first that is reached, itself counted as 0; the page is always."""
        found = [0] * len(self.parent)
        for node in range(1, len(self.parent)):
            found[node] = 0 if reached[node] else found[self.parent[node]] + 1
        return found

    def shared_with(self, node: int) -> list[int]:
        """For each element the depth of the deepest element that holds it and a given one."""
        chain = {node}
        while node:
            node = self.parent[node]
            chain.add(node)
        found = [0] * len(self.parent)
        for one in range(1, len(self.parent)):
            found[one] = self.depth[one] if one in chain else found[self.parent[one]]
        return found


def tree_of(elements: Sequence[Element], prose: Sequence[float], chars: Sequence[int]) -> Tree:
    """The tree of a page.

    Args:
        elements: of its lines. prose: code points of prose in each line. chars: code points of each line.
    """
    tree = Tree()
    known = {"": 0}
    for element in elements:
        tree.of_line.append(known.get(element.path) or _node(tree, known, element.path))
    size = len(tree.parent)
    tree.prose, tree.chars, tree.linked, tree.lines = [0.0] * size, [0.0] * size, [0.0] * size, [0] * size
    for node, element, told, count in zip(tree.of_line, elements, prose, chars, strict=True):
        tree.prose[node] += told
        tree.chars[node] += count
        tree.linked[node] += count * element.linked
        tree.lines[node] += 1
    for node in range(size - 1, 0, -1):
        above = tree.parent[node]
        tree.prose[above] += tree.prose[node]
        tree.chars[above] += tree.chars[node]
        tree.linked[above] += tree.linked[node]
        tree.lines[above] += tree.lines[node]
    most = _MOST * (tree.prose[0] or 1.0)
    tree.body = max((node for node in range(size) if tree.prose[node] >= most), key=lambda n: tree.depth[n], default=0)
    return tree


def holds_most(tree: Tree) -> list[bool]:
    """Whether each element holds most of the page's prose."""
    most = _MOST * (tree.prose[0] or 1.0)
    return [told >= most for told in tree.prose]


def _node(tree: Tree, known: dict[str, int], path: str) -> int:
    """The number of the element at a path, which is added with all around it that are not there yet."""
    missing = []
    while path not in known:
        outer, _, step = path.rpartition("/")
        missing.append((path, step))
        path = outer
    above = known[path]
    parents, depths, shapes = tree.parent, tree.depth, tree.shapes
    for path, step in reversed(missing):
        tag = step.partition("[")[0]
        key = tree.shape[above], tag
        shape = shapes.get(key)
        if shape is None:
            shape = shapes[key] = len(shapes) + 1
            tree.around.append(tree.around[key[0]] | {tag})
        node = known[path] = len(parents)
        parents.append(above)
        depths.append(depths[above] + 1)
        tree.shape.append(shape)
        above = node
    return above
