"""Whether a tie was in force on a day: in, out or uncertain, and what says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ..records.articles import Article
from ..records.chronicles import Tie, TieOnDay
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
    opened = tie.opened_by[0] if tie.opened_by else None
    closed = tie.closed_by[0] if tie.closed_by else None
    if tie.until is not None:
        first, sure = _edge(tie.until)
        if day >= sure:
            return TieOnDay(tie=tie, verdict="out", reason="after-closing", event=closed)
        if day >= first:
            return TieOnDay(tie=tie, verdict="uncertain", reason="may-have-closed", event=closed)
        if tie.since is None:
            if day >= first - timedelta(days=_BEFORE_END):
                return TieOnDay(tie=tie, verdict="in", reason="in-force", event=closed)
            return TieOnDay(tie=tie, verdict="uncertain", reason="opening-unknown", event=closed)
    if tie.since is None:
        return TieOnDay(tie=tie, verdict="uncertain", reason="opening-unknown", event=closed)
    first, sure = _edge(tie.since)
    if day < first:
        return TieOnDay(tie=tie, verdict="out", reason="before-opening", event=opened)
    if day < sure:
        return TieOnDay(tie=tie, verdict="uncertain", reason="may-have-opened", event=opened)
    if tie.until is None:
        stale = lasts is not None and tie.end == "unknown" and (day - sure).days > 365.25 * lasts
        if stale or (last is not None and day > last):
            return TieOnDay(tie=tie, verdict="uncertain", reason="end-unknown", event=opened)
    return TieOnDay(tie=tie, verdict="in", reason="in-force", event=opened)


def _edge(when: Interval) -> tuple[date, date]:
    """The first day on which it may have happened, and the first on which it surely had; "about" widens both."""
    slack = timedelta(days=_SLACK.get(when.grain, 366) if when.approximate else 0)
    last = when.last or date.max - slack
    start = when.start or date.min + slack
    return start - slack, last + slack
