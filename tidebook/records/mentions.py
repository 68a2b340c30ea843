"""Words that point at a time or at an actor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .spans import Span
from .times import Interval


class TimexKind(StrEnum):
    """TIMEX3's four types (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression.

    Attributes:
        span: into the text that was read (`Article.text`).
        kind: TIMEX3 type.
        value: TIMEX3 value (``1950-06``, ``195``, ``P2Y``, ``PAST_REF``).
        mod: TIMEX3 mod (``APPROX``, ``START``, ``MID``, ``END``, ``BEFORE`` ...), or None.
        interval: every day the words could mean; None for a bare duration, a set, or words that no anchor decides.
        anchor: what it was counted from, for people: ``published 2024-06-19``, ``story 1948 @1203``; None if absolute.
        rule: name of the rule that read it (``id.month-that-year``).
        flags: ``impossible-date``, ``weekday-contradicts``, ``leads-paragraph``, ``range-start``, ``ambiguous`` ...
    """

    span: Span
    kind: TimexKind
    value: str
    interval: Interval | None
    rule: str
    mod: str | None = None
    anchor: str | None = None
    flags: tuple[str, ...] = ()


class MentionedBy(StrEnum):
    """What kind of words name the actor."""

    NAME = "name"
    WEAK_NAME = "weak name"  # needs context: "the North", "Washington", "Georgia"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    OFFICE = "office"
    PERSON = "person"
    BODY = "body"
    PRONOUN = "pronoun"
    ANAPHOR = "anaphor"  # "kedua negara", "negaranya", "the two leaders"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that name who acts, suffers or speaks.

    Attributes:
        span: into the text that was read; the whole phrase ("Menteri Pertahanan Rusia Sergei Shoigu" is one mention).
        actors: codes in order (ISO 3166-1 alpha-3, ISO 3166-3 for dead states, ``UNO``, ``UNSC``, ``user:`` ids);
            several for "keduanya"; empty where the words name a person or body that nothing ties to an actor.
        person: canonical name of the person, where one is meant.
        sector: PLOVER sector (``GOV``, ``MIL``, ``OPP``, ``CVL``, ``MED``, ``IGO``, ``JUD``, ``LEG``, ``SPY``, ``REB``, ``BUS``, ``CIT`` ...).
        by: what kind of words they are.
        rule: how they were read (``name``, ``office+state``, ``apposition``, ``pronoun:last-subject``).
        candidates: other readings that the text leaves open; not empty means "undecided", and then `actors` is empty.
    """

    span: Span
    actors: tuple[str, ...]
    by: MentionedBy
    rule: str
    person: str | None = None
    sector: str | None = None
    candidates: tuple[str, ...] = ()
