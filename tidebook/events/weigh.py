"""Whether two reports tell of one happening: evidence for and against, in words.

A report is boiled down to a `Witness` once; `weigh` compares two of them. The figures are log-odds in spirit: a shared day
says much, a shared decade almost nothing, a different traveller rules a shared visit out. What the words of the reports mean
is no concern of this module: it compares codes, names, days, figures and spellings.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..knowledge.load import ROOT, read_table
from ..records.events import Standing
from ..records.times import Interval

WORD = 0.3  # evidence of one rare word that both sentences hold
_REAL = (Standing.ASSERTED, Standing.ALLEGED)
_TIME = (  # widest of the two intervals in days, evidence, evidence asked for in all
    (1, 4.0, 5.0),
    (7, 3.2, 5.0),
    (31, 2.5, 4.4),
    (92, 2.0, 4.2),
    (366, 1.2, 4.0),
    (1100, 0.6, 4.0),
    (3700, 0.2, 3.9),
    (8000, 0.0, 3.9),
)
_NO_TIME = (0.0, 4.2)
_PLACE = 0.12  # how far apart a report and its translation may stand, as a share of the story
_LEAD = 4  # sentences at the head of an article, its headline among them
_LASTING = 0.4  # share of the years of both that both have, from which two long intervals are one state of affairs
_SLACK = 366  # days by which an approximate date may miss
_OPEN = 40_000  # the width of an interval with an open end, for comparing


@dataclass(frozen=True, slots=True)
class Witness:
    """What merging needs to know of one report, or of several that are word for word the same.

    Attributes:
        reports: their ids, sorted; origins: ids of the origins behind them.
        actors, recipients: folded codes (the Soviet Union as Russia); equals: the event has no sides.
        persons, places, themes, contexts, figures, triggers: sets to compare.
        words, names, runs: rare words, rare names of several words, and rare runs of words of the sentence.
        first, last: days (ordinals) of `when`; the ends of all time where it is open or unknown.
        soft: nothing but the day of publication dates it.
        at: (article, sentence, start of the trigger) of each report; language: of the article.
        stories: (story, how far into it, 0 to 1) of each report whose article copies or translates one, or is copied.
    """

    reports: tuple[str, ...]
    origins: frozenset[str]
    type: str
    mode: str | None
    standing: Standing
    actors: frozenset[str]
    recipients: frozenset[str]
    equals: bool
    persons: frozenset[str]
    places: frozenset[str]
    themes: frozenset[str]
    contexts: frozenset[str]
    figures: frozenset[str]
    triggers: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    runs: frozenset[str]
    when: Interval | None
    first: int
    last: int
    soft: bool
    at: tuple[tuple[str, int, int], ...]
    language: str
    stories: tuple[tuple[str, float], ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        """All who take part."""
        return self.actors | self.recipients

    @property
    def width(self) -> int:
        """Days of the interval; very many where an end is open or nothing dates it."""
        return 2 * _OPEN if self.when is None else min(_OPEN, self.last - self.first + 1)

    @property
    def articles(self) -> frozenset[str]:
        """The articles it stands in."""
        return frozenset(place[0] for place in self.at)


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


def weigh(a: Witness, b: Witness) -> Weighing:
    """How likely two reports are to tell of one happening."""
    kin = _kin().get((a.type, b.type))
    if a.type != b.type and kin is None:
        return Weighing(veto=f"{a.type} and {b.type} are different happenings")
    denial = Standing.DENIED in (a.standing, b.standing)
    if not denial and not (a.soft or b.soft) and (a.first > b.last + _SLACK or b.first > a.last + _SLACK):
        return Weighing(veto="their dates do not meet")
    reasons: list[str] = []
    total = 0.0
    veto = _same_sentence(a, b) or _standings(a, b)
    if veto:
        return Weighing(veto=veto)
    parties = _parties(a, b)
    if parties is None:
        return Weighing(veto="other parties, or on other sides")
    words, said, against = _words(a, b)
    timed = _time(a, b, words)
    if isinstance(timed, str):
        return Weighing(veto=timed)
    time, asked, when = timed
    persons = _persons(a, b, when)
    if persons is None:
        return Weighing(veto="other persons")
    if a.type == b.type:
        total += 1.0 + (0.5 if a.mode and a.mode == b.mode else 0.0)
        reasons.append(f"same type: {a.type}" + (f" {a.mode}" if a.mode and a.mode == b.mode else ""))
    elif kin is not None:
        needs, weight = kin
        if needs == "theme" and not a.themes & b.themes:
            return Weighing(veto=f"{a.type} and {b.type} of different things")
        if needs == "day" and max(a.width, b.width) > 7:
            return Weighing(veto=f"{a.type} and {b.type} without a shared day")
        total += weight
        reasons.append(f"{a.type} and {b.type} can tell one happening")
    total += time + parties[0] + persons[0] + words + against
    reasons += [r for r in (when, parties[1], persons[1], *said) if r]
    if _began(a, b):
        total += 1.2 if a.type == "ASSAULT" else 0.5
        reasons.append("it is how the longer time began")
    if a.articles & b.articles:
        if not denial and not (a.type == b.type == "CONSULT") and not _summed_up(a, b):
            asked += 1.0  # one article seldom tells one happening twice, unless its lead sums it up
    elif a.origins & b.origins:
        placed = any(s == t and abs(p - q) <= _PLACE for s, p in a.stories for t, q in b.stories)
        total += 1.8 if placed else 0.6
        same = ", ".join(sorted(a.origins & b.origins))
        reasons.append(f"both go back to {same}" + (" and stand at the same place of one story" if placed else ""))
    if not denial and max(a.width, b.width) > 1100 and words + persons[0] + parties[0] < 1.6 and not _began(a, b):
        return Weighing(veto="vague dates and nothing else in common")
    return Weighing(score=total, asked=asked, reasons=tuple(reasons))


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
    if Standing.PLANNED in pair and pair & set(_REAL) and max(a.width, b.width) <= 31 and a.persons & b.persons:
        return None
    return f"one is {a.standing.value}, the other {b.standing.value}"


def _parties(a: Witness, b: Witness) -> tuple[float, str] | None:
    if a.equals or b.equals:
        both = a.parties & b.parties
        every = a.parties | b.parties
        if both == every:
            return 1.0 + _many(both), "same parties"
        shared_persons = bool(a.persons & b.persons)
        enough = len(both) >= 2 or a.parties <= b.parties or b.parties <= a.parties
        if not enough or (len(both) < 0.5 * len(every) and not shared_persons):
            return None
        return 0.4, "parties in common: " + ", ".join(sorted(both))
    if a.recipients and b.recipients:
        if not (a.actors & b.actors and a.recipients & b.recipients):
            return None
        if a.actors == b.actors and a.recipients == b.recipients:
            return 1.0 + _many(a.parties), "same parties on the same sides"
        return 0.5, "parties in common on the same sides"
    if not a.actors & b.actors:
        return None
    if a.recipients == b.recipients:
        return 0.8, "same actor"
    return 0.2, "same actor, one does not say towards whom"


def _many(parties: frozenset[str]) -> float:
    """More than two in common are a rarer coincidence."""
    return min(1.2, 0.4 * max(0, len(parties) - 2))


def _persons(a: Witness, b: Witness, when: str) -> tuple[float, str] | None:
    if not (a.persons and b.persons):
        return 0.0, ""
    both = a.persons & b.persons
    if both:
        extra = bool(a.persons - both) and bool(b.persons - both)
        if extra and a.type == b.type == "CONSULT" and (len(both) < 2 or max(a.width, b.width) > 1):
            return None  # Lavrov met Kim, Putin met Kim: two meetings
        return min(2.4, 1.2 * len(both)), "persons in common: " + ", ".join(sorted(both))
    if a.type == b.type == "CONSULT":
        if max(a.width, b.width) <= 1 and a.places & b.places:
            return -1.0, ""
        return None
    return -1.0, ""


def _words(a: Witness, b: Witness) -> tuple[float, list[str], float]:
    total, against, said = 0.0, 0.0, []
    for name, ours, theirs, each, most in (
        ("themes", a.themes, b.themes, 0.8, 1.6),
        ("figures", a.figures, b.figures, 1.0, 2.0),
        ("rare names", a.names, b.names, 0.8, 1.6),
        ("rare words", a.words, b.words, WORD, 1.2),
        ("wording", a.runs, b.runs, 0.5, 2.0),
    ):
        both = ours & theirs
        if both:
            total += min(most, each * len(both))
            said.append(f"{name} in common: {', '.join(sorted(both)[:6])}")
    if a.themes and b.themes and not a.themes & b.themes and not _near(a.themes, b.themes):
        against -= 1.5 if max(a.width, b.width) <= 7 else 1.0
    if a.places and b.places:
        if a.places & b.places:
            total += 1.0
            said.append("same place: " + ", ".join(sorted(a.places & b.places)))
        else:
            against -= 2.0 if a.type == "CONSULT" and not a.persons & b.persons else 0.8
    if a.language == b.language and a.triggers & b.triggers:
        total += 0.5
        said.append("same words for it: " + ", ".join(sorted(a.triggers & b.triggers)))
    if a.contexts and b.contexts:
        if a.contexts & b.contexts:
            total += 0.2
        else:
            against -= 0.3
    return total, said, against


def _time(a: Witness, b: Witness, words: float) -> tuple[float, float, str] | str:
    """(evidence, evidence asked for, reason), or what rules it out."""
    if a.when is None or b.when is None:
        denial = Standing.DENIED in (a.standing, b.standing)
        near = any(x[0] == y[0] and abs(x[1] - y[1]) <= 3 for x in a.at for y in b.at)
        if denial and (near or words >= 0.8):
            return 2.5, 4.4, "the denial speaks of the claim"
        if a.when is None and b.when is None and words >= 2.0:
            return _NO_TIME[0] + 1.0, _NO_TIME[1], "neither is dated"
        if words >= 2.5:
            return (*_NO_TIME, "one is not dated")
        return "nothing dates one of them"
    wide = max(a.width, b.width)
    evidence, asked = next(((e, n) for days, e, n in _TIME if wide <= days), _NO_TIME)
    first, last = max(a.first, b.first), min(a.last, b.last)
    if first > last:
        return _apart(a, b, words)
    meet = min(last - first + 1, _OPEN)
    least = min(a.width, b.width)
    if meet < 0.5 * least:
        return "their dates hardly meet"
    if (a.first, a.last) == (b.first, b.last):
        return evidence + (0.8 if wide > 366 else 0.0), asked, f"both say {a.when.edtf}"
    if least > 366 and wide < _OPEN:
        alike = meet / (max(a.last, b.last) - min(a.first, b.first) + 1)
        if alike >= _LASTING:  # something that went on for years, told with other ends
            return evidence + alike, asked, f"{a.when.edtf} and {b.when.edtf} are much the same years"
    if meet < 0.75 * least:
        evidence -= 0.5
    narrow, vague = (a.when, b.when) if a.width <= b.width else (b.when, a.when)
    return evidence, asked, f"{vague.edtf} holds {narrow.edtf}"


def _summed_up(a: Witness, b: Witness) -> bool:
    """Whether one stands at the head of an article, dated by nothing but its publication, and the other in its body."""
    return any(w.soft and place[1] < _LEAD for w in (a, b) for place in w.at)


def _began(a: Witness, b: Witness) -> bool:
    """Whether one is told of years and the other falls into the first of them, as an attack begins a war."""
    longer, shorter = (a, b) if a.width >= b.width else (b, a)
    return (
        a.type == b.type
        and shorter.width <= 366 < longer.width <= 3700
        and longer.first <= shorter.last
        and shorter.first - longer.first < 366
    )


def _apart(a: Witness, b: Witness, words: float) -> tuple[float, float, str] | str:
    """Dates that do not meet: a slip of a day or two, or an approximate date that misses narrowly."""
    assert a.when is not None
    assert b.when is not None
    told, soft = (a, b) if b.soft else (b, a)
    if soft.soft and 0 <= soft.first - told.last <= 2 * _SLACK:
        return 0.0, 4.0, "one is dated by its publication alone"
    first, second = sorted((a.when, b.when), key=lambda i: (i.start is not None, i.start, i.end is None, i.end))
    if first.end is None or second.start is None:
        return "their dates do not meet"
    gap = (second.start - first.end).days + 1
    same_article = a.articles & b.articles
    if Standing.DENIED in (a.standing, b.standing) and same_article:
        near = any(x[0] == y[0] and abs(x[1] - y[1]) <= 2 for x in a.at for y in b.at)
        return (2.0, 4.4, "the denial follows the claim") if near else "their dates do not meet"
    if same_article:
        return "one article gives them different days"
    vague = [w for w in (a.when, b.when) if w.approximate]
    slack = max((min(366, w.days or 0) for w in vague), default=0)
    strong = words + (1.2 if a.persons & b.persons else 0.0)
    if gap <= slack and strong >= 0.8:
        return 0.6, 4.0, f"{a.when.edtf} and {b.when.edtf}, one of them approximate"
    if max(a.width, b.width) <= 2 and gap <= 2 and strong >= 0.8:
        return 2.2, 5.0, f"{a.when.edtf} and {b.when.edtf}, {gap} day{'s' if gap > 1 else ''} apart"
    return "their dates do not meet"


def _near(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(ours & row and theirs & row for row in _near_themes())


@cache
def _near_themes() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row["themes"].split("|")) for row in read_table(ROOT / "codes" / "near_themes.tsv"))


@cache
def _kin() -> dict[tuple[str, str], tuple[str, float]]:
    table: dict[tuple[str, str], tuple[str, float]] = {}
    for row in read_table(ROOT / "codes" / "kin.tsv"):
        value = (row["needs"], float(row["weight"]))
        table[row["first"], row["second"]] = value
        table[row["second"], row["first"]] = value
    return table
