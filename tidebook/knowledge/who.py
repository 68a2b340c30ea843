"""Who is who: names to codes and back, who succeeded whom, who held which office when.

>>> find("Korea Utara")
('PRK',)
>>> name("PRK", "en")
'North Korea'
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import KnowledgeError
from .actor_words import actor_words, all_languages, fold, name_rows
from .kept import resting
from .load import ROOT, read_columns, read_table, read_yaml

_FOLDER = ROOT / "actors"


class Holding(NamedTuple):
    """One person's time in one office.

    Attributes:
        person: canonical name. code: actor. office: key of ``actors/offices.yaml``.
        since: first day. until: the day after the last one as far as known, or None while in office.
        exact: whether both days are known; where a table knows only month or year, `since` is the first day of it and
            `until` the day after the last.
    """

    person: str
    code: str
    office: str
    since: date
    until: date | None
    exact: bool


class State(NamedTuple):
    """A state's life: None where it began before 1946 or goes on; `successor` is None while it lives.

    `led_by` is the office that people mean by its leader where that is not the head of government, else None.
    """

    code: str
    since: date | None
    until: date | None
    successor: str | None
    led_by: str | None


def find(words: str, extra: Path | None = None) -> tuple[str, ...]:
    """Codes that these words may name in any supported language, the firmest reading first; a code names itself.

    Several codes mean that the words alone do not decide ("Korea"); none that nothing is known of them.
    """
    wanted = fold(words).strip()
    if words.strip().upper() in codes(extra):
        return (words.strip().upper(),)
    strong: list[str] = []
    weak: list[str] = []
    for language in all_languages():
        for sense in actor_words(language, extra).meant_by(wanted):
            if sense.code:
                (weak if sense.weak else strong).append(sense.code)
            elif sense.kind == "full":
                strong.extend(holding.code for holding in holdings(sense.refers))
    found = tuple(dict.fromkeys(strong or weak))
    return found or _by_two_letters(words.strip(), extra)


def _by_two_letters(words: str, extra: Path | None) -> tuple[str, ...]:
    """Who has an ISO 3166-1 code of two letters, by CLDR's English name for it; none for anything else."""
    if len(words) != 2 or not words.isascii() or not words.isupper():
        return ()
    from babel.core import Locale

    name = Locale("en").territories.get(words)
    return find(name, extra) if name is not None and len(name) > 2 else ()


@cache
def codes(extra: Path | None = None) -> frozenset[str]:
    """Every code that the tables (and the user's own) know."""
    known = {row["code"] for language in all_languages() for row in name_rows(language, extra)}
    return frozenset(code.upper() for code in known | set(states()) if code)


def name(code: str, language: str, extra: Path | None = None) -> str:
    """The actor's name for people, in a language ("Korea Utara"); the code itself where no table names it."""
    return _names(language, extra).get(code, code)


@cache
def _names(language: str, extra: Path | None) -> dict[str, str]:
    names: dict[str, str] = {}
    named_here: set[str] = set()
    for row in name_rows(language, extra):
        first = row["words"].split("|")[0]
        if row["kind"] in ("name", "user"):
            if row["code"] not in named_here:
                names[row["code"]] = first
                named_here.add(row["code"])
        elif row["kind"] in ("weak name", "igo", "bloc", "armed", "ngo") and (
            row["kind"] == "weak name" or row["code"] not in states()
        ):
            names.setdefault(row["code"], first)
    return names


@cache
def states() -> dict[str, State]:
    """States and territories by code, dead ones too."""
    return {
        row["code"]: State(
            row["code"],
            _first_day(row["since"]) if row["since"] else None,
            _day_after(row["until"]) if row["until"] else None,
            row["successor"] or None,
            row["led_by"] or None,
        )
        for row in read_table(_FOLDER / "states.tsv")
    }


def predecessors(code: str) -> tuple[tuple[str, date], ...]:
    """States that this one succeeds, each with the last day on which it counts as this side (``("SUN", 1991-12-26)``)."""
    found = [
        (state.code, state.until - timedelta(days=1))
        for state in states().values()
        if state.successor == code and state.until is not None
    ]
    for earlier, _ in tuple(found):
        found.extend(predecessors(earlier))
    return tuple(sorted(found, key=lambda pair: (pair[1], pair[0]), reverse=True))


def successor(code: str, day: date) -> str:
    """Who stands in a state's place on a day: itself while it lives, else whoever came after it."""
    state = states().get(code)
    while state is not None and state.until is not None and state.successor and day >= state.until:
        code = state.successor
        state = states().get(code)
    return code


def home(code: str) -> str:
    """The state in which a body that is an actor of its own is at home (HAMAS: PSE); the code itself for every other."""
    return _homes().get(code, code)


@cache
def _homes() -> dict[str, str]:
    return {row["code"]: row["home"] for row in read_table(_FOLDER / "bodies.tsv") if row["home"]}


_Row = tuple[str, ...]  # person, code, office, since, until


@cache
def _tables() -> tuple[dict[str, list[_Row]], dict[str, list[_Row]]]:
    """Rows of ``holders.tsv`` by person and by code; their dates are read when they are asked for."""
    by_person: dict[str, list[_Row]] = {}
    by_code: dict[str, list[_Row]] = {}
    with resting():
        for held in read_columns(_FOLDER / "holders.tsv", "person", "code", "office", "since", "until"):
            by_person.setdefault(held[0], []).append(held)
            by_code.setdefault(held[1], []).append(held)
    return by_person, by_code


def _holding(row: _Row) -> Holding:
    person, code, office, since, until = row
    return Holding(
        person,
        code,
        office,
        _first_day(since),
        _day_after(until) if until else None,
        len(since) == 10 and len(until) in (0, 10),
    )


@cache
def _held_by(person: str) -> tuple[Holding, ...]:
    return tuple(sorted(map(_holding, _tables()[0].get(person, ())), key=lambda held: held.since))


@cache
def _held_for(code: str) -> tuple[Holding, ...]:
    return tuple(sorted(map(_holding, _tables()[1].get(code, ())), key=lambda held: held.since))


def holdings(person: str) -> tuple[Holding, ...]:
    """Every office that a person (canonical name) is known to have held, by time."""
    return _held_by(person)


@cache
def holders(code: str, office: str) -> tuple[Holding, ...]:
    """Who held an office of an actor, by time."""
    return tuple(held for held in _held_for(code) if held.office == office)


def leaders(code: str) -> tuple[Holding, ...]:
    """Those who led an actor, by time: its leaders, heads of state and heads of government that the tables know.

    Who is called the leader stands once: the offices that he held at the same time are left out.
    """
    leading = {key for key, entry in offices().items() if entry.get("leads") in (1, 2, 3)}
    held = [holding for holding in _held_for(code) if holding.office in leading]
    first = [holding for holding in held if offices()[holding.office]["leads"] == 1]
    return tuple(one for one in held if not any(_within(one, other) for other in first if other is not one))


def _within(one: Holding, other: Holding) -> bool:
    if one.person != other.person or one.since < other.since:
        return False
    return other.until is None or (one.until is not None and one.until <= other.until)


@cache
def offices() -> dict[str, Any]:
    """What the offices mean: key to ``{sector, leads}``."""
    found: dict[str, Any] = read_yaml(_FOLDER / "offices.yaml")
    return found


def sex(person: str) -> str:
    """``m``, ``f`` or ``""`` where no table says."""
    return _people().get(person, _NOBODY)[1]


def shorts(person: str) -> tuple[str, ...]:
    """What may stand for a person once the text has named him ("Kim"), as the tables write it."""
    return tuple([word.rstrip("?!") for word in _people().get(person, _NOBODY)[2].split("|") if word])


_NOBODY = ("", "", "")


@cache
def _people() -> dict[str, tuple[str, ...]]:
    with resting():
        return {row[0]: row for row in read_columns(_FOLDER / "people.tsv", "person", "sex", "short")}


def _first_day(text: str) -> date:
    year, month, day = _numbers(text)
    return date(year, month or 1, day or 1)


def _day_after(text: str) -> date:
    year, month, day = _numbers(text)
    if day:
        return date(year, month, day) + timedelta(days=1)
    if month:
        return date(year + month // 12, month % 12 + 1, 1)
    return date(year + 1, 1, 1)


def _numbers(text: str) -> tuple[int, int, int]:
    try:
        year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
        date(year, month or 1, day or 1)
    except ValueError as error:
        raise KnowledgeError(f"{_FOLDER}: {text!r} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD") from error
    return year, month, day
