"""Reports (somebody wrote that it happened) and events (what several reports agree on)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .spans import Span
from .times import Interval


class Standing(StrEnum):
    """How the words stand to the world. Only ASSERTED moves the tide."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    NEGATED = "negated"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words that filled a role of a report.

    Attributes:
        role: ``trigger``, ``actor``, ``recipient``, ``speaker``, ``time``, ``place``, ``negation``, ``modal``, ``object``.
        span: into `Article.text`.
        fills: codes it gave to the role (``RUS``), or the EDTF of a time.
    """

    role: str
    span: Span
    fills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One sentence claiming that something happened, coded in PLOVER.

    Attributes:
        id: ``r-`` and 12 hex digits made from content.
        article: article id; sentence: `Sentence.index` in it; span: the sentence, into `Article.text`.
        type: PLOVER event type (``CONSULT``); mode: its mode (``visit``) or None; contexts: PLOVER contexts, sorted.
        actors, recipients: codes, in order of mention. A symmetric event (AGREE, CONSULT, COOPERATE among equals)
            has all parties in `actors` and no recipient.
        persons: canonical names of people who take part, in order of mention.
        when: every day on which it may have happened; None where nothing dates it.
        when_by: how it was dated: ``clause``, ``sentence``, ``paragraph``, ``story``, ``published``, ``lifetime`` (a state that takes
            part is dead since), ``named-event``, ``none``.
        place: place as named, or None.
        speaker: codes of those whose claim it is; empty if the article itself says so.
        standing: see `Standing`.
        background: told as history rather than as the news of the article (PLOVER's auxiliary "historical").
        figures: numbers with their unit as written ("90%", "$11 miliar"), for disputes.
        themes: slugs of what it is about (``sanction``, ``debt``, ``arms``), sorted.
        parts: which words filled which role.
        rule: name of the frame and of the structure rule ("id:serang.v/active").
        others: readings that lost, with the reason, for `explain`.
        confidence: the share of reports read like this one that are right, 0 to 1 (docs/confidence.md).
    """

    id: str
    article: str
    sentence: int
    span: Span
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: Interval | None
    when_by: str
    standing: Standing
    parts: tuple[Part, ...]
    rule: str
    persons: tuple[str, ...] = ()
    place: str | None = None
    speaker: tuple[str, ...] = ()
    background: bool = False
    figures: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A reading of a sentence that became no report.

    Attributes:
        sentence: `Sentence.index`. span: the words that would have told it, into `Article.text`; the sentence where it is lost whole.
        name: of frame or operator, as in `Report.rule`; "" where the sentence is lost whole.
        type: PLOVER's; "" where the words had none.
        why: in words.
    """

    sentence: int
    span: Span
    name: str
    type: str
    why: str

    @property
    def said(self) -> str:
        """One line, as `Report.others` has it."""
        if not self.name:
            return self.why
        return f"{self.name}: {self.type}, but {self.why}" if self.type else f"{self.name}: nothing, because {self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What the reports of one event do not agree on.

    Attributes:
        about: ``when``, ``figure``, ``parties``, ``standing``.
        sides: (what is said, ids of the reports that say so), sorted.
    """

    about: str
    sides: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What one or several reports say happened.

    Attributes:
        id: ``e-`` and 12 hex digits made from its reports.
        when: the narrowest interval that the independent origins support; None if undated.
        standing: of the event as a whole (asserted by one origin outweighs alleged).
        speaker: whose claim it is, where it is only a claim.
        reports: report ids, sorted; origins: ids of independent origins, sorted ("weight" is their count).
        between: whether both sides of the dyad take part; only those move the tide.
        score: PLOVER score, -10 to +10; goldstein: the second opinion, or None.
        reasons: why these reports were held to be one event, for `explain`.
        first_said: earliest day on which an article of the pile said so (EDTF), or None.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    persons: tuple[str, ...]
    when: Interval | None
    place: str | None
    standing: Standing
    speaker: tuple[str, ...]
    reports: tuple[str, ...]
    origins: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    score: float
    goldstein: float | None
    between: bool
    background: bool
    reasons: tuple[str, ...] = ()
    first_said: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credibility:
    """How far an event can be believed, by the Admiralty code.

    Attributes:
        source: letter of its best source, ``A`` (reliable) to ``E`` (unreliable), ``F`` (cannot be judged).
        source_why: slug of the reason (``independent-agency``, ``party-voice``, ``unknown-site``).
        information: figure for what is said, 1 (confirmed) to 5 (improbable), 6 (cannot be judged).
        why: slug of the reason (``several-origins``, ``one-origin``, ``said-and-denied``).
        lag: fewest and most days from the event to the first article that tells it; None where either is not dated.
    """

    source: str
    source_why: str
    information: int
    why: str
    lag: tuple[int, int] | None
