"""Which of the dates that a page states is its own: those that agree outweigh one that stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ..records.articles import Evidence
from ..records.pages import Page
from ..records.spans import Span
from ..records.times import Interval
from .addresses import day_in
from .dates import MODIFIED, PUBLISHED
from .moments import Moment, apart, moment_of
from .stated import Told

HEAD, LINE, ADDRESS = "head", "line", "address"
_TOGETHER = 1.0
"""What a second entry of the head adds that says the same: most systems fill all of them from one field."""
_ADDRESSED = 3.5
_BESIDE = 0.75
"""The share of its weight with which a date supports one of the day before or after: zones differ."""
_CRAWLED = 2.5
"""What a date loses that is the day of the crawl while another date is not."""
_FURTHEST = timedelta(hours=14, minutes=5)
"""How far a clock on earth can be from UTC, with a little for stamps that are rounded."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that a page states for itself.

    Attributes:
        fact: ``published`` or ``modified``. moment: the day, and time where written.
        rule: who found it. trust: how far it is believed. witness: ``head``, ``line`` or ``address``; what one witness says several
            times counts little more than once.
        where: key and place in the markup; or `span`, where it stands in the text.
    """

    fact: str
    moment: Moment
    rule: str
    trust: float
    witness: str
    where: str = ""
    span: Span | None = None


def dates_stated(page: Page, said: Told, order: str | None) -> list[Dated]:
    """The dates that the markup and the address of a page state; of a key that is told again, the first."""
    found: list[Dated] = []
    for fact in (PUBLISHED, MODIFIED):
        first: dict[str, Interval] = {}
        for one in said.get(fact, ()):
            moment = moment_of(one.value, order)
            if moment is None:
                continue
            key = one.where.partition(" ")[0]
            if first.setdefault(key, moment.interval) != moment.interval:
                continue  # the same key again with another day is another article's
            found.append(Dated(fact, moment, one.rule, one.trust, HEAD, one.where))
    day = day_in(page.address)
    if day is not None:
        found.append(Dated(PUBLISHED, Moment(day, None), "address", _ADDRESSED, ADDRESS, page.address or ""))
    return found


@dataclass(frozen=True, slots=True)
class Chosen:
    """The dates of a page with all that was stated, the ones that were not taken too."""

    published: Dated | None
    modified: Dated | None
    evidence: tuple[Evidence, ...]


def choose(page: Page, dated: Sequence[Dated]) -> Chosen:
    """The date of publication and of the last change, by the weight of all witnesses.

    Nothing is dated after its crawl; the crawl's own day counts less where other witnesses name another.
    """
    crawl = _crawl(page)
    open_to = [one for one in dated if not _after_crawl(one, crawl)]
    days = {one.moment.interval for one in open_to if one.fact == PUBLISHED}
    weighed = [_weighed(one, crawl, days) for one in open_to]
    first = [one for one in weighed if one.fact == PUBLISHED]
    best = max(first, key=lambda one: (round(_support(one, first), 3), one.trust), default=None)
    published = None if best is None else _in_place(best, first)
    changed = [one for one in weighed if one.fact == MODIFIED and not _before(one, published)]
    modified = max(changed, key=lambda one: one.trust, default=None)
    return Chosen(published, modified, tuple(_evidence(page, dated, published, modified)))


def _support(one: Dated, others: Sequence[Dated]) -> float:
    """The weight of all witnesses for the day of one of them."""
    heaviest: dict[str, float] = {}
    heads = set()
    for other in others:
        days = apart(one.moment.interval, other.moment.interval)
        if days > 1:
            continue
        weight = other.trust * (_BESIDE if days else 1.0)
        heaviest[other.witness] = max(heaviest.get(other.witness, 0.0), weight)
        if other.witness == HEAD and not days:
            heads.add(other.where)
    return sum(heaviest.values()) + (_TOGETHER if len(heads) > 1 else 0.0)


def _in_place(best: Dated, others: Sequence[Dated]) -> Dated:
    """The date as it was at the place of writing, where the page gives the same instant by the clock there.

    A line says so by its time of day; a line and the address together by naming one day that it can have been there.
    """
    instant = best.moment.instant
    if instant is None or instant.isoformat()[:10] != best.moment.interval.edtf:
        return best
    beside = [one for one in others if one.witness != HEAD and apart(best.moment.interval, one.moment.interval) == 1]
    lines = [one for one in beside if one.witness == LINE]
    for one in lines:
        if one.moment.at:
            local = datetime.fromisoformat(one.moment.at).replace(tzinfo=None)
            ahead = local - instant.replace(tzinfo=None, second=0, microsecond=0)
            if abs(ahead) <= _FURTHEST and ahead.total_seconds() % 900 == 0:
                return replace(one, moment=Moment(one.moment.interval, best.moment.at))
        elif _may_be(instant, one.moment.interval) and any(
            other.witness == ADDRESS and other.moment.interval == one.moment.interval for other in beside
        ):
            return replace(one, moment=Moment(one.moment.interval, best.moment.at))
    return best


def _may_be(instant: datetime, day: Interval) -> bool:
    """Whether an instant lies within a day at some place on earth."""
    return day.holds((instant + _FURTHEST).date()) or day.holds((instant - _FURTHEST).date())


def _weighed(one: Dated, crawl: datetime | None, days: set[Interval]) -> Dated:
    if crawl is None or not one.moment.interval.holds(crawl.date()):
        return one
    if all(apart(one.moment.interval, day) <= 1 for day in days):
        return one
    return replace(one, trust=max(0.1, one.trust - _CRAWLED))


def _crawl(page: Page) -> datetime | None:
    if page.fetched is None:
        return None
    try:
        return datetime.fromisoformat(page.fetched)
    except ValueError:
        return None


def _after_crawl(one: Dated, crawl: datetime | None) -> bool:
    start = one.moment.interval.start
    return crawl is not None and start is not None and start > crawl.date() + timedelta(days=1)


def _before(one: Dated, published: Dated | None) -> bool:
    """Whether a change lies before the publication, zones allowed for."""
    if published is None:
        return False
    early = one.moment.interval.precedes(published.moment.interval)
    return early and apart(one.moment.interval, published.moment.interval) > 1


def _is(one: Dated, taken: Dated | None) -> bool:
    return taken is not None and (one.fact, one.rule, one.where, one.span) == (
        taken.fact,
        taken.rule,
        taken.where,
        taken.span,
    )


def _evidence(
    page: Page, dated: Sequence[Dated], published: Dated | None, modified: Dated | None
) -> Iterable[Evidence]:
    taken_first = sorted(dated, key=lambda one: not any(_is(one, taken) for taken in (published, modified)))
    for one in taken_first:
        taken = published if one.fact == PUBLISHED else modified
        agrees = taken is not None and apart(one.moment.interval, taken.moment.interval) == 0
        yield Evidence(
            fact=one.fact,
            value=one.moment.at or one.moment.interval.edtf,
            rule=one.rule,
            why=one.where,
            page=page.uri,
            span=one.span,
            chosen=agrees,
        )
