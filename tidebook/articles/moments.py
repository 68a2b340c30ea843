"""Points in time as machines write them: ISO 8601, RFC 2822, seconds since 1970; else as newsrooms stamp them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from ..records.times import Interval, on
from .dates import stamps_in

_OLDEST, _NEWEST = 1900, 2100
_ISO = re.compile(
    r"(?P<y>\d{4})-?(?P<m>\d\d)-?(?P<d>\d\d)"
    r"(?:[T\s_]\s*(?P<h>[01]\d|2[0-3]):?(?P<n>[0-5]\d)(?::?(?P<s>[0-6]\d)(?:[.,]\d+)?)?"
    r"\s*(?P<z>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?(?=\D|\Z)",
    re.I,
)
_MAIL = re.compile(
    r"(?:[A-Z][a-z]{2},?\s+)?(?P<d>\d{1,2})\s+(?P<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+(?P<y>\d{4})"
    r"(?:\s+(?P<h>[01]?\d|2[0-3]):(?P<n>[0-5]\d)(?::(?P<s>[0-6]\d))?\s*(?P<z>Z|UTC?|GMT|[+-]\d{4})?)?"
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SECONDS = re.compile(r"(?P<s>[12]\d{9}|[1-9]\d{8})(?P<ms>\d{3})?\Z")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with the time of day where it was written.

    Attributes:
        interval: the day in the zone that it was written in; two days where day and month cannot be told apart.
        at: ISO 8601 with offset as far as written, or None without a time of day.
    """

    interval: Interval
    at: str | None

    @property
    def instant(self) -> datetime | None:
        """The instant in UTC, where time of day and zone are written."""
        if self.at is None:
            return None
        moment = datetime.fromisoformat(self.at)
        return None if moment.tzinfo is None else moment.astimezone(UTC)


def moment_of(words: str, order: str | None = None) -> Moment | None:
    """What a machine-written time says, or None where it says none that there is.

    Args:
        words: ``2024-06-20T16:15:00+07:00``, ``Thu, 20 Jun 2024 09:15:00 GMT``, ``1718874900``, ``20 Juni 2024``.
        order: ``dmy`` or ``mdy`` where day and month are numbers.
    """
    words = words.strip().replace("&#x2B;", "+")
    found = _ISO.match(words)
    if found is not None:
        return _moment(int(found["y"]), int(found["m"]), int(found["d"]), found)
    found = _MAIL.match(words)
    if found is not None:
        return _moment(int(found["y"]), _MONTHS.index(found["m"]) + 1, int(found["d"]), found)
    found = _SECONDS.match(words)
    if found is not None:
        seconds = datetime.fromtimestamp(int(found["s"]), tz=UTC)
        if not 1990 <= seconds.year <= _NEWEST:
            return None
        return Moment(on(seconds.year, seconds.month, seconds.day), seconds.isoformat(timespec="minutes"))
    stamp = next(iter(stamps_in(words[:200], order)), None)
    return None if stamp is None else Moment(stamp.interval, stamp.at)


def _moment(year: int, month: int, day: int, found: re.Match[str]) -> Moment | None:
    if not _OLDEST <= year <= _NEWEST or (year, month, day) == (1970, 1, 1):
        return None
    try:
        date(year, month, day)
    except ValueError:
        return None
    at = None
    if found["h"] is not None:
        second = f":{found['s']}" if found["s"] and found["s"] != "60" else ""
        at = f"{year:04}-{month:02}-{day:02}T{int(found['h']):02}:{found['n']}{second}{_offset(found['z'])}"
    return Moment(on(year, month, day), at)


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        return ""
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def apart(one: Interval, other: Interval) -> int:
    """The least number of days between two intervals, 0 where they meet; open ends reach anywhere."""
    if one.meets(other):
        return 0
    first, second = (one, other) if one.precedes(other) else (other, one)
    assert first.end is not None
    assert second.start is not None
    return (second.start - first.end + timedelta(days=1)).days
