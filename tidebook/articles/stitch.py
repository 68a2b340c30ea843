"""Which pages are pages of one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .language import UNDETERMINED
from .order import in_order, numbers_of
from .paging import Part

_MANY = 10
"""Pages that may share a line and still be pages of one article; what stands on more is the site's."""
_SAME, _SAME_NUMBERED = 0.3, 0.7
"""The share of their lines that two pages of one article have in common at most; copies have more."""
_LEAST_TITLE, _LONG_TITLE = 12, 25
_FEW = 3
"""Lines around the text, the title among them, that pages of one site have in common."""


def stitch(parts: Sequence[Part]) -> list[list[Part]]:
    """The pages of each article, in reading order; most articles are one page.

    Two pages are of one article where the headline of one stands above the text of both, newspaper and date do not contradict each
    other, their texts differ, and something proves that one goes on in the other: paging lines, or numbered headings that run on.
    """
    articles: list[list[Part]] = []
    taken: set[int] = set()
    kin = _kin(parts)
    for index in range(len(parts)):
        if index in taken:
            continue
        group = [index]
        for other in sorted(kin.get(index, ())):
            if other not in taken and all(other in kin.get(member, ()) for member in group):
                group.append(other)
        taken.update(group)
        members = [parts[member] for member in group]
        articles.append(in_order(members) if len(members) > 1 else members)
    return articles


def missing_of(parts: Sequence[Part]) -> tuple[int, ...]:
    """Numbers of the pages that an article says it has and the pile has not; 0 for "more, number unsaid"."""
    said = {part.number for part in parts if part.number}
    total = max((part.of or 0 for part in parts), default=0)
    if total:
        return tuple(n for n in range(1, total + 1) if n not in said) if said else ()
    if len(parts) == 1 and parts[0].paged:
        return (0,)
    return ()


def _kin(parts: Sequence[Part]) -> dict[int, set[int]]:
    """For each page the others that may be of the same article."""
    where: dict[str, list[int]] = {}
    for index, part in enumerate(parts):
        for line in set(_above(part)):
            where.setdefault(line, []).append(index)
    kin: dict[int, set[int]] = {}
    for line, found in where.items():
        if not 1 < len(found) <= _MANY:
            continue
        for i, one in enumerate(found):
            for other in found[i + 1 :]:
                if _one_article(parts[one], parts[other], line):
                    kin.setdefault(one, set()).add(other)
                    kin.setdefault(other, set()).add(one)
    return kin


def _above(part: Part) -> Iterator[str]:
    """The lines above the text that may be its title."""
    for judged in part.reading.lines[: part.reading.first + 1]:
        if judged.cue is None and not judged.stamps and len(judged.line.folded) >= _LEAST_TITLE:
            yield judged.line.folded


def _title(part: Part) -> str:
    index = part.reading.headline
    return part.reading.lines[index].line.folded if index is not None else ""


def _one_article(one: Part, other: Part, line: str) -> bool:
    """Whether the two may be pages of one article, given a line that stands above the text of both."""
    titled = line in (_title(one), _title(other))
    if not titled and line not in (_first(one), _first(other)):
        return False
    mine, theirs = one.facts, other.facts
    if mine.publisher and theirs.publisher and mine.publisher != theirs.publisher:
        return False
    if mine.published and theirs.published and not mine.published.meets(theirs.published):
        return False
    if mine.language != theirs.language and UNDETERMINED not in (mine.language, theirs.language):
        return False
    if one.number and one.number == other.number:
        return False
    if one.of and other.of and one.of != other.of:
        return False
    numbered = bool(one.number and other.number and one.of and one.of == other.of)
    lines, others = _words(one), _words(other)
    if len(lines & others) > (_SAME_NUMBERED if numbered else _SAME) * max(1, min(len(lines), len(others))):
        return False
    if numbered or (titled and (_runs_on(one, other) or _runs_on(other, one))):
        return True
    if mine.dateline and theirs.dateline:
        return False
    same_site = len(_around(one) & _around(other)) >= _FEW
    if one.paged and other.paged:
        return titled or same_site
    return _first(one) == _first(other) == line and len(line) >= _LONG_TITLE and same_site


def _first(part: Part) -> str:
    return next(_above(part), "")


def _around(part: Part) -> set[str]:
    """What stands around the text of a page; pages of one site have some of it in common."""
    return {judged.line.folded for judged in part.reading.lines if not judged.body}


def _words(part: Part) -> set[str]:
    return {piece.line.folded for piece in part.reading.pieces}


def _runs_on(one: Part, other: Part) -> bool:
    mine, theirs = numbers_of(one.reading), numbers_of(other.reading)
    return bool(mine) and bool(theirs) and theirs[0] == mine[-1] + 1
