"""Whether two reports tell of one happening: evidence for and against, in words.

The figures are log-odds in spirit: a shared day says much, a shared decade almost nothing, a different traveller rules a
shared visit out. What the words of the reports mean is no concern of this module: it compares codes, names, days, figures and
spellings.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..knowledge.load import ROOT, read_table
from ..records.events import Standing
from .weigh_what import near, weigh_parties, weigh_persons, weigh_words
from .weigh_when import began, far_apart, summed_up, weigh_when
from .weigh_witness import Witness

_NEVER = "different happenings, or at different times"
_REAL = (Standing.ASSERTED, Standing.ALLEGED)
_PLACE = 0.18  # how far apart a report and its translation may stand, as a share of the story
_VAGUE = 1100  # days; vaguer dates need something else in common
_CARRIED_OUT = 1.2  # evidence of words that what was planned is what was done
_HINT = 0.5  # evidence of words and persons below which two reports of mere words need a shared day
_RECALLED = 0.9  # less is asked where two articles look back: of a month long ago only what mattered is still told
_BARE = 1.6  # evidence of words, persons and parties together that vague dates ask for


@dataclass(frozen=True, slots=True)
class Weighing:
    """The evidence that two reports tell of one happening.

    Attributes:
        score: the evidence; asked: how much is asked for, more where dates are precise and chance meetings of vague ones rare.
        reasons: what speaks for it, in words.
        veto: what rules it out, or None.
    """

    score: float = 0.0
    asked: float = 0.0
    reasons: tuple[str, ...] = ()
    veto: str | None = None

    @property
    def holds(self) -> bool:
        """Whether the two may be one event."""
        return self.veto is None and self.score >= self.asked


def kin_of(type: str) -> tuple[str, ...]:
    """The types whose reports may tell the same happening as one of this type, itself first."""
    return (type, *sorted(other for first, other in _kin() if first == type))


def may_be_one(a: Witness, b: Witness) -> bool:
    """Whether nothing but their dates could keep two reports apart: one kind, the same sides, no other persons."""
    kin = _kin().get((a.type, b.type), ("", 1.0) if a.type == b.type else None)
    if kin is None or kin[0] == "day" or _same_sentence(a, b) or _standings(a, b) or _denied(a, b):
        return False
    if a.themes and b.themes and _kinship(a, b, kin[0]):
        return False
    if Standing.PLANNED in (a.standing, b.standing) and a.standing != b.standing:
        return False
    return weigh_parties(a, b) is not None and weigh_persons(a, b) is not None


def weigh(a: Witness, b: Witness, explain: bool = False) -> Weighing:
    """How likely two reports are to tell of one happening; the reasons only where they are asked for."""
    kin = _kin().get((a.type, b.type), ("", 1.0) if a.type == b.type else None)
    if kin is None or far_apart(a, b):
        return Weighing(veto=_NEVER)
    veto = _same_sentence(a, b) or _standings(a, b) or _denied(a, b) or _kinship(a, b, kin[0])
    parties = None if veto else weigh_parties(a, b)
    if parties is None:
        return Weighing(veto=veto or "other parties, or on other sides")
    words, against, said = weigh_words(a, b, explain)
    planned = Standing.PLANNED in (a.standing, b.standing) and a.standing != b.standing
    if planned and words < _CARRIED_OUT and not _purpose(a, b):
        return Weighing(veto="one is planned, the other told as done")
    timed = weigh_when(a, b, words, explain)
    if isinstance(timed, str):
        return Weighing(veto=timed)
    persons = weigh_persons(a, b)
    if persons is None:
        return Weighing(veto="other persons")
    denial = Standing.DENIED in (a.standing, b.standing)
    start = began(a, b)
    if not denial and not start and max(a.width, b.width) > _VAGUE and words + persons[0] + parties[0] < _BARE:
        return Weighing(veto="vague dates and nothing else in common")
    evidence, asked, when = timed
    history = a.late and b.late and not a.articles & b.articles and a.type == b.type
    if history:
        asked -= _RECALLED
    elif words + persons[0] < _HINT and max(a.width, b.width) > 7 and a.type == b.type and a.type in _spoken():
        asked += 0.6  # in a month two states say much to one another; meetings and deeds are fewer
    mode = a.type == b.type and a.mode is not None and a.mode == b.mode
    other = a.type == b.type != "CONSULT" and a.mode is not None and b.mode is not None and not mode
    total = kin[1] + (0.5 if mode else -0.4 if other else 0.0) + evidence + parties[0] + persons[0] + words + against
    if start:
        total += 1.2 if a.type == "ASSAULT" else 0.5
    story = ""
    if a.articles & b.articles:
        if not denial and not (a.type == b.type == "CONSULT") and not summed_up(a, b):
            asked += 1.0  # one article seldom tells one happening twice, unless its lead sums it up
    elif a.origins & b.origins:
        placed = any(s == t and abs(p - q) <= _PLACE for s, p in a.stories for t, q in b.stories)
        total += 1.8 if placed else 0.6
        story = "both go back to " + ", ".join(sorted(a.origins & b.origins))
        story += " and stand at the same place of one story" if placed else ""
    if not explain:
        return Weighing(score=total, asked=asked)
    same = f"same type: {a.type}" + (f" {a.mode}" if mode else "")
    typed = same if a.type == b.type else f"{a.type} and {b.type} can tell one happening"
    begun = "it is how the longer time began" if start else ""
    reasons = (typed, when, parties[1], persons[1], *said, begun, story)
    return Weighing(score=total, asked=asked, reasons=tuple(reason for reason in reasons if reason))


def _purpose(a: Witness, b: Witness) -> bool:
    """Whether what one tells as a purpose, looking back, or as a plan for a day, is told by the other as done to the same
    ones then ("crossed the line to attack", "attacked"; "will resume flights on Wednesday")."""
    meant = a if a.standing is Standing.PLANNED else b
    if meant.soft or a.type != b.type or (a.actors, a.recipients) != (b.actors, b.recipients):
        return False
    return max(a.width, b.width) <= 31 if meant.done else (a.first, a.width) == (b.first, 1) == (b.first, b.width)


def _denied(a: Witness, b: Witness) -> str | None:
    """Who denies that anybody was killed does not deny the raid: a denial is of what it names, or of the same thing."""
    if a.standing == b.standing or Standing.DENIED not in (a.standing, b.standing):
        return None
    denial = a if a.standing is Standing.DENIED else b
    same = a.frame == b.frame or a.themes & b.themes
    return None if same or denial.noun or not (a.frame and b.frame) else "another thing is denied"


def _kinship(a: Witness, b: Witness, needs: str) -> str | None:
    if needs == "theme" and not a.themes & b.themes and not near(a.themes, b.themes):
        return f"{a.type} and {b.type} of different things"
    if needs == "day" and max(a.width, b.width) > 7:
        return f"{a.type} and {b.type} without a shared day"
    return None


def _same_sentence(a: Witness, b: Witness) -> str | None:
    triggers = {(x[0], x[1]): x[2] for x in a.at}
    for article, sentence, trigger in b.at:
        other = triggers.get((article, sentence))
        if other is None or other == trigger:
            continue
        if (
            a.type == b.type == "CONSULT"
            and a.when == b.when
            and (a.persons & b.persons or not (a.persons and b.persons))
        ):
            continue  # "visited ... to meet ..." is one meeting
        return "one sentence tells them as two"
    return None


def _standings(a: Witness, b: Witness) -> str | None:
    pair = {a.standing, b.standing}
    if len(pair) == 1 or pair <= set(_REAL):
        return None
    if Standing.DENIED in pair and (pair & {*_REAL, Standing.NEGATED}):
        return None
    if Standing.NEGATED in pair and pair & set(_REAL) and max(a.width, b.width) <= 31:
        return None
    if Standing.PLANNED in pair and pair & set(_REAL):
        return None  # what was planned and then done, if their words agree
    return f"one is {a.standing.value}, the other {b.standing.value}"


@cache
def _spoken() -> frozenset[str]:
    """Types of verbal events, meetings apart."""
    rows = read_table(ROOT / "codes" / "quads.tsv")
    return frozenset(row["type"] for row in rows if row["quad"].startswith("v") and row["type"] != "CONSULT")


@cache
def _kin() -> dict[tuple[str, str], tuple[str, float]]:
    table: dict[tuple[str, str], tuple[str, float]] = {}
    for row in read_table(ROOT / "codes" / "kin.tsv"):
        value = (row["needs"], float(row["weight"]))
        table[row["first"], row["second"]] = value
        table[row["second"], row["first"]] = value
    return table
