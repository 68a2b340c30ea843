"""How long and how often: TIMEX3 durations ("P2Y", "PT15M", "PXD") and sets ("P1W", "XXXX-WXX-1")."""

from __future__ import annotations

from ..records.mentions import TimexKind
from .match import Match
from .numbers import number_of
from .scene import Scene, Sense

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip


def length(number: int | float | str, unit: str) -> str:
    """The TIMEX3 value of so many units: ``P2Y``, ``PT15M``, ``PXD``."""
    if unit == "hour" and number == 0.5:
        number, unit = 30, "minute"
    letters = _LETTERS[unit]
    return f"PT{number}{letters[1]}" if letters[0] == "T" else f"P{number}{letters}"


def duration(match: Match, scene: Scene) -> Sense | None:
    """A bare length of time: "selama tiga tahun", "15 menit", "bertahun-tahun"."""
    number = number_of(match)
    if number is None:
        number = match.rule.given.get("number", 1)
    unit = match.value("unit") or match.rule.given.get("unit")
    if unit is None or str(unit) not in _LETTERS:
        return None
    return Sense(kind=TimexKind.DURATION, value=length(number, str(unit)), mod=match.rule.given.get("mod"))


def repeated(match: Match, scene: Scene) -> Sense | None:
    """Again and again: "setiap Senin", "setiap tahun", "two days a week"."""
    weekday = match.value("weekday")
    if weekday is not None:
        part = match.value("daypart")
        return Sense(kind=TimexKind.SET, value=f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    month = match.value("month")
    if month is not None:
        return Sense(kind=TimexKind.SET, value=f"XXXX-{int(month):02}")
    part = match.value("daypart")
    if part is not None:
        return Sense(kind=TimexKind.SET, value=f"XXXX-XX-XXT{part}")
    number = match.rule.given.get("number", number_of(match))
    units = match.values("unit") or (match.rule.given.get("unit"),)
    unit = units[-1]
    if unit is None:
        return None
    return Sense(kind=TimexKind.SET, value=length(1 if number is None else number, str(unit)))
