"""What the dates of two reports say about their being one happening.

A shared day says much, a shared decade almost nothing; what is told of years may be how a war or a friendship went, and what
only publication dates may have happened before.
"""

from __future__ import annotations

from ..records.events import Standing
from .weigh_witness import OPEN, Witness

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
_LASTING = 0.4  # share of the years of both that both have, from which two long intervals are one state of affairs
_SLACK = 366  # days by which an approximate date may miss
_NEWS = 7  # days before publication that an undated report of news is of
_REPLY = 3  # sentences within which a denial answers a claim
_LEAD = 4  # sentences at the head of an article, its headline among them

Timed = tuple[float, float, str]
"""Evidence, evidence asked for in all, and the reason."""


def far_apart(a: Witness, b: Witness) -> bool:
    """Whether two dates are so far apart that nothing else need be looked at."""
    if a.soft or b.soft or Standing.DENIED in (a.standing, b.standing):
        return False
    return a.first > b.last + _SLACK or b.first > a.last + _SLACK


def weigh_when(a: Witness, b: Witness, said: float, explain: bool) -> Timed | str:
    """The evidence of the dates, or what rules it out; `said` is the evidence of the words, where dates leave it to them."""
    if a.when is None or b.when is None:
        return _undated(a, b, said)
    if _follows(a, b) and a.first <= b.last and b.first <= a.last:
        return 2.5, 4.4, "the denial follows the claim"
    if a.soft != b.soft and _fresh(*((a, b) if a.soft else (b, a))):
        return 2.5, 4.4, "the news of those days"
    if a.soft and b.soft and abs(a.first - b.first) <= _NEWS and max(a.width, b.width) <= 2 * _NEWS:
        return 3.2, 4.4, "both are the news of those days"
    wide, least = max(a.width, b.width), min(a.width, b.width)
    evidence, asked = next(((e, n) for days, e, n in _TIME if wide <= days), _NO_TIME)
    first, last = max(a.first, b.first), min(a.last, b.last)
    if first > last:
        return _apart(a, b, said)
    meet = min(last - first + 1, OPEN)
    if meet < 0.5 * least and not _may_be_older(a, b) and not _may_be_older(b, a):
        return "their dates hardly meet"
    if (a.first, a.last) == (b.first, b.last):
        return evidence + (0.8 if wide > 366 else 0.0), asked, f"both say {a.when.edtf}" if explain else ""
    if least > 366 and wide < OPEN:
        alike = meet / (max(a.last, b.last) - min(a.first, b.first) + 1)
        if alike >= _LASTING:  # something that went on for years, told with other ends
            why = f"{a.when.edtf} and {b.when.edtf} are much the same years" if explain else ""
            return evidence + alike, asked, why
    if meet < 0.75 * least:
        evidence -= 0.5
    if not explain:
        return evidence, asked, ""
    narrow, vague = (a.when, b.when) if a.width <= b.width else (b.when, a.when)
    return evidence, asked, f"{vague.edtf} holds {narrow.edtf}"


def _follows(a: Witness, b: Witness) -> bool:
    """Whether one denies, within the next few sentences, what the other says."""
    denial, claim = (a, b) if a.standing is Standing.DENIED else (b, a)
    if denial.standing is not Standing.DENIED or claim.standing is Standing.DENIED:
        return False
    return any(x[0] == y[0] and 0 <= x[1] - y[1] <= _REPLY for x in denial.at for y in claim.at)


def _fresh(soft: Witness, told: Witness) -> bool:
    """Whether a precise date falls into the days that an article told of as news."""
    return told.width <= 31 and soft.first - _NEWS <= told.last and told.first <= soft.first + 1


def _may_be_older(soft: Witness, told: Witness) -> bool:
    """Whether nothing but its publication dates a report, and that falls into what the other says."""
    return soft.soft and told.first <= soft.first <= told.last


def began(a: Witness, b: Witness) -> bool:
    """Whether one is told of years and the other falls into the first of them, as an attack begins a war."""
    longer, shorter = (a, b) if a.width >= b.width else (b, a)
    return (
        a.type == b.type
        and shorter.width <= 366 < longer.width <= 3700
        and longer.first <= shorter.last
        and shorter.first - longer.first < 366
    )


def summed_up(a: Witness, b: Witness) -> bool:
    """Whether one stands at the head of an article, dated by nothing but its publication, and the other in its body."""
    return any(w.soft and place[1] < _LEAD for w in (a, b) for place in w.at)


def _undated(a: Witness, b: Witness, said: float) -> Timed | str:
    denial = Standing.DENIED in (a.standing, b.standing)
    near = any(x[0] == y[0] and abs(x[1] - y[1]) <= 3 for x in a.at for y in b.at)
    if denial and (near or said >= 0.8):
        return 2.5, 4.4, "the denial speaks of the claim"
    if a.when is None and b.when is None and said >= 2.0:
        return _NO_TIME[0] + 1.0, _NO_TIME[1], "neither is dated"
    if said >= 2.5:
        return (*_NO_TIME, "one is not dated")
    return "nothing dates one of them"


def _apart(a: Witness, b: Witness, said: float) -> Timed | str:
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
    strong = said + (1.2 if a.persons & b.persons else 0.0)
    if gap <= slack and strong >= 0.8:
        return 0.6, 4.0, f"{a.when.edtf} and {b.when.edtf}, one of them approximate"
    if max(a.width, b.width) <= 2 and gap <= 2 and strong >= 0.8:
        return 2.2, 5.0, f"{a.when.edtf} and {b.when.edtf}, {gap} day{'s' if gap > 1 else ''} apart"
    return "their dates do not meet"
