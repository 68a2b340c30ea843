"""Whether a tie was in force on a day: in, out or uncertain, and what says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ..records.articles import Article
from ..records.chronicles import Stretch, Tie, TieOnDay
from ..records.times import Grain, Interval

_SLACK = {Grain.DAY: 3, Grain.WEEK: 7, Grain.MONTH: 31, Grain.SEASON: 92, Grain.QUARTER: 92}  # of "about", in days
_BEFORE_END = 366  # a tie that ended was in force at least this long before, even if nobody says since when


def horizon(articles: Iterable[Article]) -> date | None:
    """The last day on which an article of the pile may have been written, as far as that is known."""
    days = [a.published.last or a.published.start for a in articles if a.published is not None]
    return max((day for day in days if day is not None), default=None)


def on_day(tie: Tie, day: date, last: date | None, lasts: int | None) -> TieOnDay:
    """How a tie stood on a day.

    Args:
        last: the last day of which the pile can know. lasts: years after its opening from which nobody knows
            whether a tie of unknown end still stands; None where such a tie stands until its end is told.
    """
    if tie.born is not None and day < tie.born:
        return TieOnDay(tie=tie, verdict="out", reason="before-opening")
    final = Stretch(since=tie.since, until=tie.until, opened_by=tie.opened_by, closed_by=tie.closed_by)
    stretches = (*tie.earlier, final)
    begun = [i for i, one in enumerate(stretches) if i == 0 or day >= _taken_up(stretches[i - 1], one)]
    one = stretches[begun[-1]]
    stale = lasts if tie.end == "unknown" else None
    verdict, reason, event = _stood(one, day, last if one is final else None, stale)
    if reason == "before-opening" and tie.resumed:
        verdict, reason = "uncertain", "opening-unknown"
    return TieOnDay(tie=tie, verdict=verdict, reason=reason, event=event)


def _taken_up(before: Stretch, after: Stretch) -> date:
    """The first day that a stretch can tell of, after another that ended."""
    if after.since is not None:
        return _edge(after.since)[0]
    return _edge(before.until)[1] if before.until is not None else date.min


def _stood(one: Stretch, day: date, last: date | None, lasts: int | None) -> tuple[str, str, str | None]:
    """Verdict, reason and deciding event of one stretch."""
    opened = one.opened_by[0] if one.opened_by else None
    closed = one.closed_by[0] if one.closed_by else None
    if one.until is not None:
        first, sure = _edge(one.until)
        if day >= sure:
            return "out", "after-closing", closed
        if day >= first:
            return "uncertain", "may-have-closed", closed
        if one.since is None and day >= first - timedelta(days=_BEFORE_END):
            return "in", "in-force", closed
    if one.since is None:
        return "uncertain", "opening-unknown", closed
    first, sure = _edge(one.since)
    if day < first:
        return "out", "before-opening", opened
    if day < sure:
        return "uncertain", "may-have-opened", opened
    if one.until is None:
        stale = lasts is not None and (day - sure).days > 365.25 * lasts
        if stale or (last is not None and day > last):
            return "uncertain", "end-unknown", opened
    return "in", "in-force", opened


def _edge(when: Interval) -> tuple[date, date]:
    """The first day on which it may have happened, and the first on which it surely had; "about" widens both."""
    slack = timedelta(days=_SLACK.get(when.grain, 366) if when.approximate else 0)
    last = when.last or date.max - slack
    start = when.start or date.min + slack
    return start - slack, last + slack
