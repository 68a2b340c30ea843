"""Which page of how many: what paging lines say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..knowledge.load import languages, of_language
from .body import Reading
from .facts import Facts
from .lines import fold


@dataclass(frozen=True, slots=True)
class Part:
    """One page with its facts; `number` and `of` as it states them, `paged` whether it shows a paging line."""

    reading: Reading
    facts: Facts
    number: int | None
    of: int | None
    paged: bool


def paging_of(reading: Reading) -> tuple[int | None, int | None, bool]:
    """The page's number and the number of pages as far as its lines state them, and whether it shows a paging line."""
    number = total = None
    paged = False
    for index, judged in enumerate(reading.lines):
        if judged.body or not reading.first - 6 <= index <= reading.last + 8:
            continue
        match = _page_of().fullmatch(judged.line.folded)
        if match is not None:
            paged = True
            found = [int(group) for group in match.groups() if group]
            if found:
                number, total = found[0], found[1] if len(found) > 1 else None
        elif judged.line.folded in _turning() or (judged.cue is not None and judged.cue.reason == "paging-line"):
            paged = True
    return number, total, paged


@cache
def _turning() -> frozenset[str]:
    """Lines that lead to the next page, as they are compared."""
    return frozenset(
        fold(words)
        for code in languages()
        for key in ("next", "all")
        for words in of_language(code, "language.yaml").get("paging", {}).get(key, ())
    )


@cache
def _page_of() -> re.Pattern[str]:
    forms = {
        form for code in languages() for form in of_language(code, "language.yaml").get("paging", {}).get("of", ())
    }
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(
        "|".join(re.escape(form).replace(r"\{n\}", r"(\d{1,3})").replace(r"\{m\}", r"(\d{1,3})") for form in ordered)
    )
