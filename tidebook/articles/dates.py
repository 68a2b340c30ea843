"""Dates with times as newsrooms stamp them on their pages; not the dates that a text tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from ..knowledge.load import languages, of_language
from ..records.spans import Span
from ..records.times import Interval, on

PUBLISHED, MODIFIED = "published", "modified"
_OLDEST = 1970
_LENGTH = re.compile(r"\s*min\b")
"""The unit behind a length that looks like a time of day (SI brochure, 9th edition, table 8)."""
_YEAR = re.compile(r"(?:19[7-9]|2\d)\d\d|\d\d?[-/.]\d\d?[-/.]\d\d")
"""What every date that is stamped on a page holds: a year of four digits, or three numbers."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date stamped on a line.

    Attributes:
        interval: the day; both days hulled where day and month cannot be told apart (``05/06/2024``).
        at: ISO 8601 with offset as far as it is written (``2024-06-20T16:15+07:00``), or None without a time of day.
        role: ``published``, ``modified`` or "" where no word says which.
        span: into the line that was read: date, time and zone.
        bare: whether the line holds nothing but the stamp, its labels and marks.
    """

    interval: Interval
    at: str | None
    role: str
    span: Span
    bare: bool


def stamps_in(line: str, order: str | None = None) -> tuple[Stamp, ...]:
    """The stamps of one line, in order.

    Args:
        line: any line; long ones are paragraphs and hold none.
        order: ``dmy`` or ``mdy``, how the page's country writes numeric dates; None where that is not known.
    """
    if len(line) > 240 or _YEAR.search(line) is None:
        return ()
    book = _book()
    lowered = line.lower()
    found: list[Stamp] = []
    rest = lowered
    for match in book.date.finditer(lowered):
        interval = _interval(match, order)
        if interval is None:
            continue
        end, clock = _clock(lowered, match.end())
        if clock and _LENGTH.match(lowered, end):
            continue  # "26.10.2025 | 2:43 min" dates a recording by its length, not the page
        before = lowered[: match.start()]
        started, early = (match.start(), "") if clock else _clock_before(before)
        clock = clock or early
        at = f"{interval.start.isoformat()}{clock}" if clock and interval.start and interval.days == 1 else None
        role = _role(before, found[-1].span.end if found else 0)
        found.append(Stamp(interval, at, role, Span(start=min(started, match.start()), end=end), False))
        rest = rest.replace(lowered[min(started, match.start()) : end], " ", 1)
    bare = bool(found) and len(book.marks.sub("", rest)) <= 2
    return tuple(Stamp(s.interval, s.at, s.role, s.span, bare) for s in found)


def month_names() -> dict[str, int]:
    """Names and short names of months in all known languages, in lower case, with their numbers."""
    return _book().months


@dataclass(frozen=True, slots=True)
class _Book:
    date: re.Pattern[str]
    time: re.Pattern[str]
    time_before: re.Pattern[str]
    marks: re.Pattern[str]
    months: dict[str, int]
    morning: frozenset[str]
    evening: frozenset[str]
    zones: dict[str, str]
    published: re.Pattern[str]
    modified: re.Pattern[str]


@cache
def _book() -> _Book:
    months: dict[str, int] = {}
    days: set[str] = set()
    ordinals: set[str] = set()
    zones: dict[str, str] = {}
    words: dict[str, set[str]] = {"published": set(), "modified": set(), "at": set(), "am": set(), "pm": set()}
    for code in languages():
        known = of_language(code, "language.yaml")
        months |= {name: int(number) for number, names in known.get("months", {}).items() for name in names}
        days |= {name for names in known.get("weekdays", {}).values() for name in names}
        ordinals |= set(known.get("ordinals", ()))
        zones |= known.get("zones", {})
        lines = known.get("date_lines", {})
        for key in ("published", "modified", "at"):
            words[key] |= set(lines.get(key, ()))
        for key in ("am", "pm"):
            words[key] |= set(lines.get("midday", {}).get(key, ()))
    month, weekday = _any(months), _any(days)
    nth = f"(?:{_any(ordinals)})?" if ordinals else ""
    date_ = (
        rf"(?<![\w/.-])(?:(?:{weekday})\.?,?\s*[,(]?\s*)?(?:"
        rf"(?P<d1>\d{{1,2}}){nth}\.?[\s\-/]+(?:[a-z]{{2}}\s)?(?P<m1>{month})\.?,?[\s\-/]+(?P<y1>\d{{4}})"
        rf"|(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}}){nth},?\s+(?P<y2>\d{{4}})"
        r"|(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})"
        r"|(?P<a4>\d{1,2})[-/.](?P<b4>\d{1,2})[-/.](?P<y4>\d{4}|\d{2})"
        r")(?![\d/])\)?"
    )
    clock = (
        r"(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:\.\d+)?)?)?"
        rf"\s*(?P<half>{_any(words['am'] | words['pm'])})?(?!\w)"
        rf"\s*\(?(?P<zone>{_any(zones)}|[+-]\d\d:?\d\d)?(?!\w)\)?"
    )
    at = _any(words["at"])
    everything = {*words["published"], *words["modified"], *words["at"], *zones, *days}
    return _Book(
        re.compile(date_),
        re.compile(rf"(?:\s*[,|·•\-–—/@]?\s*(?:(?:{at})\s*)?|t){clock}"),
        re.compile(rf"(?:(?:{at})\s*)?{clock}\s*[,|·•\-–—/]?\s*(?:(?:{at})\s+)?\Z"),
        re.compile(rf"(?<!\w)(?:{_any(everything)})(?!\w)|[\W_]"),
        months,
        frozenset(words["am"]),
        frozenset(words["pm"]),
        zones,
        re.compile(rf"(?<!\w)(?:{_any(words['published'])})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{_any(words['modified'])})(?!\w)"),
    )


def _any(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"  # type: ignore[call-overload]


def _interval(match: re.Match[str], order: str | None) -> Interval | None:
    part = match.groupdict()
    book = _book()
    if part["y4"] is not None:
        year = int(part["y4"]) + (2000 if len(part["y4"]) == 2 else 0)
        readings = _numeric(year, int(part["a4"]), int(part["b4"]), order)
    else:
        key = next(n for n in "123" if part[f"y{n}"] is not None)
        name = part[f"m{key}"]
        readings = [_day(int(part[f"y{key}"]), book.months.get(name) or int(name), int(part[f"d{key}"]))]
    days = [reading for reading in readings if reading is not None and reading.start and reading.start.year >= _OLDEST]
    if not days:
        return None
    return days[0] if len(days) == 1 else days[0].hull(days[1])


def _numeric(year: int, first: int, second: int, order: str | None) -> list[Interval | None]:
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if order == "dmy" and day_first:
        return [day_first]
    if order == "mdy" and month_first:
        return [month_first]
    return [day_first] if first == second else [day_first, month_first]


def _day(year: int, month: int, day: int) -> Interval | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return on(year, month, day)


def _clock(line: str, start: int) -> tuple[int, str]:
    match = _book().time.match(line, start)
    said = "" if match is None else _said(match)
    return (match.end(), said) if match is not None and said else (start, "")


def _clock_before(before: str) -> tuple[int, str]:
    match = _book().time_before.search(before)
    said = "" if match is None else _said(match)
    return (match.start(), said) if match is not None and said else (len(before), "")


def _said(match: re.Match[str]) -> str:
    hour, minute, half, zone = match["hour"], match["minute"], match["half"], match["zone"]
    if minute is None and half is None:
        return ""
    hours = int(hour)
    book = _book()
    if half in book.evening and hours < 12:
        hours += 12
    elif half in book.morning and hours == 12:
        hours = 0
    if hours > 23:
        return ""
    offset = ""
    if zone:
        offset = book.zones.get(zone) or (zone if ":" in zone else f"{zone[:3]}:{zone[3:]}")
    return f"T{hours:02}:{minute or '00'}{offset}"


def _role(before: str, since: int) -> str:
    book = _book()
    label = before[since:]
    if book.modified.search(label):
        return MODIFIED
    return PUBLISHED if book.published.search(label) else ""
