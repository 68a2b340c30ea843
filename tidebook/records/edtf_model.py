"""EDTF as it is written: ISO 8601-2:2019 level 0 and 1 whole, and of level 2 what news needs.

After https://www.loc.gov/standards/datetime/ (Library of Congress, 2019). Of level 2 there are unspecified digits anywhere
(``156X-12-25``), qualification of single parts (``2004-06~-11``), sets (``[1950,1953]``, ``{1950..1953}``) and the groupings of a
year (quarters, thirds, halves, seasons of a hemisphere). Exponents and significant digits are refused by name.
Days are kept as (year, month, day), for EDTF knows years that no calendar of a computer does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ..errors import EdtfError

_DATE = re.compile(
    r"(?P<qy>[?~%])?(?P<year>Y-?\d{5,12}|-?[\dX]{4})(?P<ry>[?~%])?"
    r"(?:-(?P<qm>[?~%])?(?P<month>[\dX]{2})(?P<rm>[?~%])?"
    r"(?:-(?P<qd>[?~%])?(?P<day>[\dX]{2})(?P<rd>[?~%])?)?)?"
    r"(?:T(?P<clock>\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?)(?P<zone>Z|[+-]\d\d(?::\d\d)?)?)?\Z"
)
# Groupings of a year: first month, length in months. Seasons without a hemisphere are the northern meteorological ones.
GROUPS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3), 29: (9, 3), 30: (12, 3),
    31: (3, 3), 32: (6, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar with astronomical years (0 is 1 BC)."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EdtfDate:
    """One EDTF date.

    Attributes:
        year, month, day: as written, X for what is unspecified; month may be a grouping (21 to 41).
        clock: ``12:30:00`` with its offset, or None.
        approximate, uncertain: whether any part is so qualified.
        level: the EDTF level that it needs.
    """

    year: str
    month: str | None
    day: str | None
    clock: str | None
    approximate: bool
    uncertain: bool
    level: int

    @property
    def first(self) -> Day:
        """The first day it can mean."""
        year = _filled_year(self.year, "0")
        month, _ = self._months(first=True)
        if month > 12:
            year, month = year + 1, month - 12
        day = 1 if self.day is None else _lowest(self.day, 1, _length(year, month))
        return Day(year, month, day)

    @property
    def last(self) -> Day:
        """The last day it can mean."""
        year = _filled_year(self.year, "9")
        _, month = self._months(first=False)
        if month > 12:
            year, month = year + 1, month - 12
        longest = _length(year, month) if "X" not in self.year else max(_length(year, month), 29 if month == 2 else 0)
        day = _length(year, month) if self.day is None else _highest(self.day, 1, longest)
        return Day(year, month, min(day, _length(year, month)))

    def _months(self, *, first: bool) -> tuple[int, int]:
        if self.month is None:
            return 1, 12
        if self.month.isdecimal() and int(self.month) in GROUPS:
            start, count = GROUPS[int(self.month)]
            return start, start + count - 1
        return _lowest(self.month, 1, 12), _highest(self.month, 1, 12)

    def __str__(self) -> str:
        parts = "-".join(part for part in (self.year, self.month, self.day) if part is not None)
        mark = (
            "%" if self.approximate and self.uncertain else "~" if self.approximate else "?" if self.uncertain else ""
        )
        return parts + ("" if self.clock is None else "T" + self.clock) + mark


@dataclass(frozen=True, slots=True, kw_only=True)
class EdtfSpan:
    """An EDTF interval; None stands for an end that is open (``..``) or unknown (nothing written)."""

    start: EdtfDate | None
    end: EdtfDate | None
    start_open: bool = False
    end_open: bool = False

    @property
    def first(self) -> Day | None:
        """The first day it can mean, or None."""
        return None if self.start is None else self.start.first

    @property
    def last(self) -> Day | None:
        """The last day it can mean, or None."""
        return None if self.end is None else self.end.last

    def __str__(self) -> str:
        left = str(self.start) if self.start is not None else ".." if self.start_open else ""
        right = str(self.end) if self.end is not None else ".." if self.end_open else ""
        return f"{left}/{right}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EdtfSet:
    """One of several dates (``[...]``), or all of them (``{...}``)."""

    one_of: bool
    members: tuple[EdtfDate | EdtfSpan, ...]

    def __str__(self) -> str:
        inner = ",".join(str(member).replace("/", "..").replace("....", "..") for member in self.members)
        return f"[{inner}]" if self.one_of else f"{{{inner}}}"


Edtf = EdtfDate | EdtfSpan | EdtfSet


def read(text: str) -> Edtf:
    """Any EDTF expression.

    Raises:
        EdtfError: not EDTF, no such date, an interval that runs backward, or a form of level 2 that is not supported.
    """
    text = text.strip()
    if text[:1] in ("[", "{"):
        return _read_set(text)
    return _read_span(text) if "/" in text else read_date(text)


def read_date(text: str) -> EdtfDate:
    """One EDTF date.

    Raises:
        EdtfError: see `read`.
    """
    found = _DATE.match(text.strip())
    if found is None:
        hint = (
            "exponents and significant digits are not supported"
            if re.match(r"Y?-?\d+(E|S)\d", text)
            else "expected a form such as"
        )
        raise EdtfError(f"not an EDTF date: {text!r} ({hint} 1950-06-25, 1950-06, 195X, 1950/1953, 1961~)")
    year, month, day, clock = found["year"], found["month"], found["day"], found["clock"]
    marks = "".join(found[name] or "" for name in ("qy", "ry", "qm", "rm", "qd", "rd"))
    if clock is not None and (day is None or "X" in f"{year}{month}{day}"):
        raise EdtfError(f"a time of day needs a whole date: {text!r}")
    inner = (marks and text.strip()[-1] not in "?~%") or len(marks) > 1
    grouped = month is not None and month.isdecimal() and int(month) > 12
    if grouped and (month is None or int(month) not in GROUPS or day is not None):
        raise EdtfError(f"no such date: {text!r}")
    ends_with_x = (
        re.fullmatch(r"-?\d*X*", year) is not None
        and year.count("X") <= 2
        and not (("X" in year) and month is not None)
    )
    odd = ("X" in year and not ends_with_x) or (
        month is not None and "X" in month and (month != "XX" or (day or "XX") != "XX")
    )
    plain = "X" not in text and not marks and year[0] not in "Y-" and not grouped
    level = 2 if inner or odd or (grouped and int(month or 0) > 24) else 0 if plain else 1
    date = EdtfDate(
        year=year,
        month=month,
        day=day,
        clock=None if clock is None else clock + (found["zone"] or ""),
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
        level=level,
    )
    _check(date, text)
    return date


def _check(date: EdtfDate, text: str) -> None:
    try:
        first, last = date.first, date.last
    except ValueError as error:
        raise EdtfError(f"no such date: {text!r}") from error
    fixed = date.day is not None and date.day.isdecimal()
    whole = fixed and date.month is not None and date.month.isdecimal() and "X" not in date.year
    if whole and not 1 <= int(date.day or 0) <= _length(first.year, int(date.month or 0)):
        raise EdtfError(f"no such date: {text!r}")
    if first > last:
        raise EdtfError(f"no such date: {text!r}")


def _read_span(text: str) -> EdtfSpan:
    left, right = text.split("/", 1)
    span = EdtfSpan(
        start=None if left in ("", "..") else read_date(left),
        end=None if right in ("", "..") else read_date(right),
        start_open=left == "..",
        end_open=right == "..",
    )
    if span.start is not None and span.end is not None and span.start.first > span.end.last:
        raise EdtfError(f"an interval that ends before it begins: {text!r}")
    return span


def _read_set(text: str) -> EdtfSet:
    closing = {"[": "]", "{": "}"}[text[0]]
    if len(text) < 3 or text[-1] != closing:
        raise EdtfError(f"a set that does not close: {text!r}")
    members: list[EdtfDate | EdtfSpan] = []
    for part in text[1:-1].split(","):
        part = part.strip()
        if ".." not in part:
            members.append(read_date(part))
            continue
        left, right = part.split("..", 1)
        members.append(_read_span(f"{left or '..'}/{right or '..'}"))
    return EdtfSet(one_of=text[0] == "[", members=tuple(members))


def _filled_year(year: str, filler: str) -> int:
    if year.startswith("Y"):
        return int(year[1:])
    negative = year.startswith("-")
    digits = year.lstrip("-").replace("X", ("9" if filler == "0" else "0") if negative else filler)
    return -int(digits) if negative else int(digits)


def _length(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    if month != 2:
        return 30 if month in (4, 6, 9, 11) else 31
    return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28


def _fits(written: str, low: int, high: int) -> list[int]:
    if written.isdecimal() and len(written) == 2:
        return [int(written)] if low <= int(written) <= high else []
    return [n for n in range(low, high + 1) if all(a in ("X", b) for a, b in zip(written, f"{n:02}", strict=True))]


def _lowest(written: str, low: int, high: int) -> int:
    fitting = _fits(written, low, high)
    if not fitting:
        raise ValueError(f"nothing from {low} to {high} is written {written}")
    return fitting[0]


def _highest(written: str, low: int, high: int) -> int:
    fitting = _fits(written, low, high)
    if not fitting:
        raise ValueError(f"nothing from {low} to {high} is written {written}")
    return fitting[-1]
