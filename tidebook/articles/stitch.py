"""Which pages are pages of one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from .addresses import lie_apart
from .language import UNDETERMINED
from .order import in_order, numbers_of
from .paging import Part

_MANY = 12
"""Pages that may share a line and still be pages of one article; what stands on more is the site's."""
_SAME = 0.3
"""The share of their lines that two pages of one article have in common at most; copies have more."""
_LEAST_TITLE, _LONG_TITLE, _OWN = 12, 25, 40
"""Code points of the shortest title, of one that no two articles share by chance, and of the shortest line that is a page's own."""
_FEW = 3
"""Lines around the text, the title among them, that pages of one site have in common."""


def stitch(parts: Sequence[Part]) -> list[list[Part]]:
    """The pages of each article, in reading order; most articles are one page.

    Two pages are of one article where the headline of one stands above the text of both, newspaper, date and writer do not
    contradict each other, each tells what the other does not, and something proves that one goes on in the other: page numbers,
    paging lines, numbered headings that run on.
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
        articles.append(in_order(members, _common(members)) if len(members) > 1 else members)
    return articles


def missing_of(parts: Sequence[Part]) -> tuple[int, ...]:
    """Numbers of the pages that an article says it has and the pile has not; 0 for "more, number unsaid"."""
    said = {part.number for part in parts if part.number}
    total = max((part.of or 0 for part in parts), default=0)
    if total:
        if said:
            return tuple(n for n in range(1, total + 1) if n not in said)
        return () if len(parts) >= total else (0,)
    if len(parts) == 1 and parts[0].paged:
        return (0,)
    return tuple(n for n in range(1, max(said, default=0)) if n not in said) if len(said) == len(parts) else ()


@dataclass(frozen=True)
class _Leaf:
    """A page as it is compared with others; what that takes is found when it is asked for."""

    part: Part

    @cached_property
    def title(self) -> str:
        index = self.part.reading.headline
        return self.part.reading.lines[index].line.folded if index is not None else ""

    @cached_property
    def first(self) -> str:
        return next(_above(self.part), "")

    @cached_property
    def around(self) -> frozenset[str]:
        """What stands around the text; pages of one site have some of it in common."""
        return frozenset(judged.line.folded for judged in self.part.reading.lines if not judged.body)

    @cached_property
    def told(self) -> frozenset[str]:
        return frozenset(piece.line.folded for piece in self.part.reading.pieces)

    @cached_property
    def every(self) -> frozenset[str]:
        return frozenset(judged.line.folded for judged in self.part.reading.lines)


def _kin(parts: Sequence[Part]) -> dict[int, set[int]]:
    """For each page the others that may be of the same article."""
    leaves = {index: _Leaf(part) for index, part in enumerate(parts)}
    titles = {line for leaf in leaves.values() for line in (leaf.title, leaf.first)}
    where: dict[str, list[int]] = {}
    for index, part in enumerate(parts):
        for line in set(_above(part, titles)):
            where.setdefault(line, []).append(index)
    kin: dict[int, set[int]] = {}
    for line, found in where.items():
        if not 1 < len(found) <= _MANY:
            continue
        for i, one in enumerate(found):
            for other in found[i + 1 :]:
                if other not in kin.get(one, ()) and _one_article(leaves[one], leaves[other], line):
                    kin.setdefault(one, set()).add(other)
                    kin.setdefault(other, set()).add(one)
    return kin


def _above(part: Part, titles: Container[str] | None = None) -> Iterator[str]:
    """The lines above the text that may be its title; of these only those that are among `titles`, where they are given."""
    lines = part.reading.lines
    for index in range(part.reading.first + 1):
        judged = lines[index]
        folded = judged.line.folded
        fit = (titles is None or folded in titles) and len(folded) >= _LEAST_TITLE
        if fit and judged.cue is None and not judged.stamps:
            yield folded


def _one_article(one: _Leaf, other: _Leaf, line: str) -> bool:
    """Whether the two may be pages of one article, given a line that stands above the text of both."""
    titled = line in (one.title, other.title)
    if (not titled and line not in (one.first, other.first)) or _contradict(one.part, other.part):
        return False
    mine, theirs = one.part, other.part
    counted = bool(mine.number and theirs.number)
    numbered = counted and (bool(mine.of and mine.of == theirs.of) or _in_series(mine, theirs))
    if numbered and titled:
        return _tells(one.every, other) and _tells(other.every, one)
    if not _tells(one.told, other) or not _tells(other.told, one):
        return False
    shared = len(one.told & other.told)
    if shared > _SAME * max(1, min(len(one.told), len(other.told))):
        return False
    if numbered or (titled and (_runs_on(mine, theirs) or _runs_on(theirs, mine))):
        return True
    if mine.facts.dateline and theirs.facts.dateline:
        return False
    same_site = len(one.around & other.around) >= _FEW
    if mine.paged and theirs.paged:
        return titled or same_site
    return one.first == other.first == line and len(line) >= _LONG_TITLE and same_site


def _contradict(one: Part, other: Part) -> bool:
    """Whether newspaper, date, writer, language or page numbers of two pages cannot be those of one article."""
    mine, theirs = one.facts, other.facts
    return bool(
        (mine.publisher and theirs.publisher and mine.publisher != theirs.publisher)
        or lie_apart(mine.canonical or one.reading.page.address, theirs.canonical or other.reading.page.address)
        or (mine.published and theirs.published and not mine.published.meets(theirs.published))
        or (mine.byline and theirs.byline and mine.byline != theirs.byline)
        or (mine.language != theirs.language and UNDETERMINED not in (mine.language, theirs.language))
        or (one.number and one.number == other.number)
        or (one.of and other.of and one.of != other.of)
        or (one.series and other.series and one.series != other.series)
    )


def _in_series(one: Part, other: Part) -> bool:
    """Whether the addresses of two pages differ in the page number alone; the first page's may have none."""
    bases = {part.series or part.reading.page.uri for part in (one, other)}
    return len(bases) == 1 and bool(one.series or other.series)


def _tells(lines: frozenset[str], other: _Leaf) -> bool:
    """Whether among some lines of a page are such of its own, and not just what the other page has too."""
    return any(len(line) >= _OWN for line in lines - other.every)


def _common(members: Sequence[Part]) -> frozenset[str]:
    """The lines that stand on several pages of one article: headers, recaps, what the site puts around them."""
    often = Counter(line for part in members for line in _Leaf(part).every)
    return frozenset(line for line, times in often.items() if times > 1)


def _runs_on(one: Part, other: Part) -> bool:
    mine, theirs = numbers_of(one.reading), numbers_of(other.reading)
    return bool(mine) and bool(theirs) and theirs[0] == mine[-1] + 1
