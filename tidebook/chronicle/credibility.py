"""How far an event can be believed, by the Admiralty code: a letter for the sources, a figure for what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..knowledge.newsrooms import Grade, grade_of, is_judged
from ..records.articles import Article
from ..records.events import Credibility, Event, Report, Standing
from ..records.times import Interval

_SAY_NO = (Standing.DENIED, Standing.NEGATED)


def credibility_of(event: Event, reports: Sequence[Report], articles: Mapping[str, Article]) -> Credibility:
    """The grade of an event (NATO AJP-2.1): its best source, and what its independent origins make of it together.

    Origins are counted, never pages, so nothing is confirmed (1) by one origin, whatever the number of its copies; nor by
    origins of which fewer than two can be judged: they make it probable (2) at most. What one judged origin says is possible
    (3), and so is what somebody alleges and nobody denies. What is both said and denied is doubtful (4); what more origins deny
    than say, improbable (5). What only sites tell that nobody can judge, and what is only planned or supposed, cannot be
    judged (6).

    Args:
        reports: of the event. articles: by id, with their origins.
    """
    parties = {*event.actors, *event.recipients}
    says: dict[str, Grade] = {}
    alleges: dict[str, Grade] = {}
    denies: dict[str, Grade] = {}
    for report in reports:
        article = articles[report.article]
        origin = article.origin
        newsroom = origin.name if origin is not None else article.publisher
        grade = grade_of(newsroom, parties)
        place = denies if report.standing in _SAY_NO else says if report.standing is Standing.ASSERTED else alleges
        name = origin.id if origin is not None else f"article:{article.id}"
        place[name] = min(place.get(name, grade), grade)
    information, why = _weigh(event, says, alleges, denies)
    best = min((*says.values(), *alleges.values(), *denies.values()), default=grade_of(None, parties))
    return Credibility(
        source=best.letter, source_why=best.why, information=information, why=why, lag=_lag(event, reports, articles)
    )


def _weigh(
    event: Event, says: Mapping[str, Grade], alleges: Mapping[str, Grade], denies: Mapping[str, Grade]
) -> tuple[int, str]:
    if event.standing in (Standing.PLANNED, Standing.HYPOTHETICAL):
        return 6, "not-yet-happened"
    against = denies.keys() - says.keys()
    if against and len(against) > len(says) and not alleges:
        return 5, "mostly-denied"
    if denies and (says or alleges):
        return 4, "said-and-denied"
    if denies:
        return 5, "only-denied"
    if not says:
        judged = any(is_judged(grade) for grade in alleges.values())
        return (3, "only-alleged") if judged else (6, "nobody-judged")
    judged_origins = sum(is_judged(grade) for grade in says.values())
    if judged_origins > 1:
        return 1, "several-origins"
    if len(says) > 1:
        return 2, "several-origins-one-judged"
    return (3, "one-origin") if judged_origins else (6, "nobody-judged")


def _lag(event: Event, reports: Sequence[Report], articles: Mapping[str, Article]) -> tuple[int, int] | None:
    """Fewest and most days from the event to the first article that tells it; None where one of the two is not dated."""
    told = [days for report in reports if (days := _days(articles[report.article].published)) is not None]
    happened = _days(event.when)
    if happened is None or not told:
        return None
    last, first = min((last, first) for first, last in told)
    return max(0, (first - happened[1]).days), max(0, (last - happened[0]).days)


def _days(when: Interval | None) -> tuple[date, date] | None:
    """First and last day of a closed interval."""
    if when is None or when.start is None or when.last is None:
        return None
    return when.start, when.last
