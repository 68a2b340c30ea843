"""Which lines of an HTML page belong to its article: by their words and by where in the markup they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from ..records.pages import Page
from .characters import Array
from .element_names import NameScale
from .furniture import Judged, Looked, conclude, is_firm, look_at
from .html_features import Groups, element_features
from .html_model import judge_elements, taken
from .layout import Places, chunks_of, layout_of
from .lines import Line
from .repeats import repeats_in

_BESIDE, _LINKED = 0.1, 0.3
"""The probability above which a line that stands among the text belongs to it, and the share of links from which none does."""
_STRETCH = 12_000
"""Lines that are judged at once."""
_MUCH = 0.25
"""The share of the text that an element holds within which other lines are held to be text."""


def judge_html(pages: Sequence[Page]) -> Iterator[list[Judged]]:
    """The lines of each HTML page with the judgement whether they belong to its article.

    Args:
        pages: of one pile, each with its elements; what stands on several of them tells furniture.
    """
    if not pages:
        return
    texts = [page.text for page in pages]
    layouts = [layout_of(chunk) for chunk in chunks_of(texts)]
    scale = NameScale()
    at = 0
    for part in look_at(layouts, repeats_in(layouts)):
        count = len(part.layout.first) - 1
        yield from _judge(part, pages[at : at + count], scale)
        at += count


def _judge(part: Looked, pages: Sequence[Page], scale: NameScale) -> Iterator[list[Judged]]:
    first = part.layout.first
    rows, groups = [], []
    for number, page in enumerate(pages):
        start, end = int(first[number]), int(first[number + 1])
        ended = part.marks.ended[start:end].tolist()
        features, own = element_features(page, part.layout.lines[start:end], ended, scale)
        rows.append(features)
        groups.append(own)
    features = np.concatenate([part.features, np.concatenate(rows)], axis=1)
    chances = _chances(features, first, numbered_on(groups))
    yield from conclude(part, chances, _body(part, chances, pages))


def _chances(features: Array, first: Places, groups: Sequence[Places]) -> Array:
    """The probabilities of lines; a page too long for one go is judged in stretches."""
    cuts = [0]
    for end in first[1:].tolist():
        cuts += [*range(cuts[-1] + _STRETCH, end, _STRETCH), *([end] if end > cuts[-1] else [])]
    found, begun = [np.zeros(0, dtype=np.float32)], 0
    for n in range(1, len(cuts)):
        if n == len(cuts) - 1 or cuts[n + 1] - cuts[begun] > _STRETCH:
            start, end = cuts[begun], cuts[n]
            own = [np.unique(group[start:end], return_inverse=True)[1] for group in groups]
            found.append(judge_elements(features[start:end], np.array(cuts[begun : n + 1]) - start, own))
            begun = n
    return np.concatenate(found)


def numbered_on(groups: Sequence[Groups]) -> list[npt.NDArray[np.int64]]:
    """Groups of lines of several pages, numbered on from page to page."""
    found = []
    for kind in zip(*groups, strict=True):
        shifts = np.cumsum([0, *(int(one.max(initial=-1)) + 1 for one in kind)])
        found.append(np.concatenate([one + by for one, by in zip(kind, shifts, strict=False)]))
    return found


def _body(part: Looked, chances: npt.NDArray[np.float32], pages: Sequence[Page]) -> npt.NDArray[np.bool_]:
    """The lines of each page that make its article; what leads to another article is none, however likely."""
    layout, marks = part.layout, part.marks
    body = np.zeros(len(chances), dtype=np.bool_)
    for number, page in enumerate(pages):
        start, end = int(layout.first[number]), int(layout.first[number + 1])
        body[start:end] = taken(chances[start:end], (layout.end - layout.begin)[start:end])
        for index in _beside_text(page, layout.lines[start:end], body[start:end].tolist()):
            body[start + index] |= chances[start + index] > _BESIDE and marks.cues[start + index] is None
    for index in np.flatnonzero(body).tolist():
        cue = marks.cues[index]
        if cue is not None and is_firm(layout.lines[index], cue):
            body[index] = False
    return body


def _beside_text(page: Page, lines: Sequence[Line], body: Sequence[bool]) -> Iterator[int]:
    """The other lines that stand, unlinked, in an element that holds much of the text, or one level deeper."""
    elements = [page.elements[line.number - 1] for line in lines]
    above = [element.path.rpartition("/")[0] for element in elements]
    held: Counter[str] = Counter()
    for path, line, taken_in in zip(above, lines, body, strict=True):
        if taken_in:
            held[path] += len(line.text)
    much = _MUCH * held.total()
    holders = {path for path, count in held.items() if count >= much}
    for index, (path, element, taken_in) in enumerate(zip(above, elements, body, strict=True)):
        if not taken_in and element.linked < _LINKED and (path in holders or path.rpartition("/")[0] in holders):
            yield index
