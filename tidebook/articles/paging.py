"""Which page of how many: what paging lines and addresses say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..knowledge.load import ROOT, languages, of_language, read_table
from .body import Reading
from .facts import Facts
from .lines import fold
from .outlets import paging_lines

_ABOVE, _FAR = 6, 40
"""Lines above the text, and behind it, among which a line may say which page this is."""
_LONGEST = 60
_MOST = 99
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Part:
    """One page with its facts.

    Attributes:
        reading, facts: the page. number, of: its number and how many there are, as far as it states them.
        paged: whether it shows a paging line. series: its address without the number in it, or None where that has none.
    """

    reading: Reading
    facts: Facts
    number: int | None
    of: int | None
    paged: bool
    series: str | None = None


def part_of(reading: Reading, facts: Facts) -> Part:
    """A page with what its paging lines say; where they are silent, what its address says."""
    number, total, paged = paging_of(reading)
    series, counted = series_of(reading.page.uri)
    return Part(reading, facts, number or counted, total, paged, series)


def paging_of(reading: Reading) -> tuple[int | None, int | None, bool]:
    """The page's number and the number of pages as far as its lines state them, and whether it shows a paging line.

    Of several lines that state a number the one nearest to the text counts: comments and pictures have pages too.
    """
    stated: list[tuple[bool, int, int, int | None]] = []
    listed: list[tuple[int, int | None, int]] = []
    paged = False
    for index in range(max(0, reading.first - _ABOVE), min(len(reading.lines), reading.last + _FAR + 1)):
        judged = reading.lines[index]
        folded = judged.line.folded
        away = max(reading.first - index, index - reading.last, 0)
        near = away <= _ABOVE + 2
        if len(folded) > _LONGEST:
            continue
        counted = _DIGIT.search(judged.line.text) is not None
        match = _page_of().fullmatch(folded) if counted else None
        if match is not None:
            found = [int(group) for group in match.groups() if group]
            paged = paged or near
            if found and (near or len(found) > 1) and (len(found) < 2 or found[0] <= found[1]):
                stated.append((len(found) < 2, away, found[0], found[1] if len(found) > 1 else None))
        elif counted and near and not judged.body and (run := _run_of(judged.line.text.lower())) is not None:
            paged = True
            listed.append((away, *run))
        elif (
            near
            and not judged.body
            and (folded in _turning() or (judged.cue is not None and judged.cue.reason == "paging-line"))
        ):
            paged = True
    if stated:
        _, _, number, total = min(stated, key=lambda found: found[:2])
        return number, total, True
    if listed:
        _, current, total = min(listed, key=lambda found: found[0])
        return current, total, True
    return None, None, paged


def series_of(uri: str) -> tuple[str | None, int | None]:
    """An address without the page number in it, and that number; an address without one may be the first page of its series."""
    match = _in_address().search(uri)
    if match is None or not 0 < (number := int(next(group for group in match.groups() if group))) <= _MOST:
        return None, None
    return uri[: match.start()] + uri[match.end() :], number


def _run_of(words: str) -> tuple[int | None, int] | None:
    """The page at which a row of page numbers stands, where it marks one, and the last number; None for any other line.

    ``1 2 3 Next`` marks none; ``‹ 1 [2] 3 ›`` marks 2.
    """
    match = _row().fullmatch(words.strip())
    if match is None:
        return None
    numbers = [int(number) for number in re.findall(r"\d+", match["row"])]
    if numbers != list(range(1, len(numbers) + 1)) or len(numbers) < 2:
        return None
    marked = re.search(r"[\[(](\d+)[\])]", match["row"])
    return (int(marked[1]) if marked else None), numbers[-1]


@cache
def _turning() -> frozenset[str]:
    """Lines that lead to another page, as they are compared."""
    words = {words for key in ("next", "previous", "all") for words in paging_words(key)}
    return frozenset(map(fold, words.union(line for line in paging_lines() if "{" not in line)))


@cache
def _page_of() -> re.Pattern[str]:
    stated = paging_words("of").union(line for line in paging_lines() if "{n}" in line)
    forms = sorted(stated, key=lambda form: (-len(form), form))
    return re.compile(
        "|".join(re.escape(form).replace(r"\{n\}", r"(\d{1,3})").replace(r"\{m\}", r"(\d{1,3})") for form in forms)
    )


@cache
def _row() -> re.Pattern[str]:
    words = {*paging_words("next"), *paging_words("previous"), *paging_words("all")}
    around = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    label = "|".join(re.escape(word) for word in sorted(paging_words("label"), key=lambda word: (-len(word), word)))
    marks = r"[\s‹›«»<>←→|.:·•-]*"
    row = r"(?P<row>[\[(]?1[\])]?(?:[\s|,·•/-]*\s[\[(]?\d{1,2}[\])]?)+)"
    return re.compile(rf"{marks}(?:(?:{label}|{around}){marks})*{row}{marks}(?:(?:{around}){marks})*")


@cache
def _in_address() -> re.Pattern[str]:
    names = "|".join(re.escape(word) for word in sorted(paging_words("address"), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"[?&](?:{names})=(\d{{1,3}})(?=&|#|$)|/(?:{names})[/_-]?(\d{{1,3}})(?=/|\?|#|$)"
        rf"|[_.-](?:{names})[_-]?(\d{{1,3}})(?=\.\w{{2,5}}$|/|\?|$)",
        re.IGNORECASE,
    )


def paging_words(key: str) -> frozenset[str]:
    """How all known languages number and turn pages: those with a folder, and those of ``languages/paging.tsv``."""
    known = languages()
    words = {word for code in known for word in of_language(code, "language.yaml").get("paging", {}).get(key, ())}
    for row in read_table(ROOT / "languages" / "paging.tsv"):
        if row["code"] not in known:
            words.update(row[key].split("|"))
    return frozenset(words - {""})
