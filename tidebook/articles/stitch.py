"""Pages of one article put in reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..knowledge.load import languages, of_language
from ..records.articles import BlockKind
from .body import Reading
from .facts import Facts
from .furniture import ends_sentence

_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+\S")


@dataclass(frozen=True, slots=True)
class Part:
    """One page with its facts; `number` is the page number that it states, `paged` whether it shows a paging line."""

    reading: Reading
    facts: Facts
    number: int | None
    of: int | None
    paged: bool


def stitch(parts: Sequence[Part]) -> list[list[Part]]:
    """The pages of each article, in reading order; most articles are one page.

    Pages are of one article where headline, newspaper and date agree, their texts differ, and something proves that one goes on
    in the other: a paging line, page numbers, or numbered headings that run on.
    """
    groups: dict[str, list[Part]] = {}
    for part in parts:
        headline = part.facts.headline.casefold()
        groups.setdefault(headline or part.reading.page.uri, []).append(part)
    articles: list[list[Part]] = []
    for key in sorted(groups):
        articles += _joined(sorted(groups[key], key=lambda p: p.reading.page.uri))
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


def _joined(parts: list[Part]) -> list[list[Part]]:
    left = list(parts)
    articles = []
    while left:
        group = [left.pop(0)]
        for other in list(left):
            if all(_same_article(member, other) for member in group):
                group.append(other)
                left.remove(other)
        articles.append(sorted(group, key=_order))
    return articles


def _same_article(one: Part, other: Part) -> bool:
    if one.facts.publisher != other.facts.publisher or one.facts.published_at != other.facts.published_at:
        return False
    mine, theirs = _words(one), _words(other)
    shared = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
    if shared > 0.3:
        return False
    return (one.paged and other.paged) or _runs_on(one, other) or _runs_on(other, one)


def _words(part: Part) -> set[str]:
    return {piece.line.folded for piece in part.reading.pieces}


def _numbers(part: Part) -> list[int]:
    found = (_NUMBER.match(p.line.text) for p in part.reading.pieces if p.kind is not BlockKind.CAPTION)
    return [int(match.group(1)) for match in found if match is not None]


def _runs_on(one: Part, other: Part) -> bool:
    mine, theirs = _numbers(one), _numbers(other)
    return bool(mine) and bool(theirs) and theirs[0] == mine[-1] + 1


def _order(part: Part) -> tuple[int, int, int, str]:
    numbers = _numbers(part)
    opens = part.facts.dateline is not None
    text = [p for p in part.reading.pieces if p.kind is BlockKind.PARAGRAPH]
    unfinished = bool(text) and not ends_sentence(text[-1].line.text)
    return (
        part.number or 0,
        numbers[0] if numbers else (0 if opens else 50),
        0 if opens or unfinished else 1,
        part.reading.page.uri,
    )


def paging_of(reading: Reading) -> tuple[int | None, int | None, bool]:
    """The page's number and the number of pages as far as its lines state them, and whether it shows a paging line."""
    number = total = None
    paged = False
    for index, judged in enumerate(reading.lines):
        if judged.body or not reading.first - 6 <= index <= reading.last + 4:
            continue
        match = _page_of().fullmatch(judged.line.folded)
        if match is not None:
            paged = True
            found = [int(group) for group in match.groups() if group]
            number, total = (found[0], found[1] if len(found) > 1 else None) if found else (number, total)
        elif judged.cue is not None and judged.cue.reason == "paging-line":
            paged = True
    return number, total, paged


@cache
def _page_of() -> re.Pattern[str]:
    forms = {
        form for code in languages() for form in of_language(code, "language.yaml").get("paging", {}).get("of", ())
    }
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(
        "|".join(re.escape(form).replace(r"\{n\}", r"(\d+)").replace(r"\{m\}", r"(\d+)") for form in ordered)
    )
