"""What the template of the report shows, and the data that its script works with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from ... import __version__
from ...records.chronicles import Chronicle, Phase
from ...records.drops import Dropped
from ...records.events import Event, Standing
from ...records.times import Interval, on, years
from ..dates import month_name, say_when
from ..quads import QUADS, types
from ..shelf import Shelf, moves_the_tide
from ..words import Words
from .chart import HEIGHT, TOP, VOLUME, Chart, draw, height_of
from .entries import EntryView, entry_of
from .phrases import phrases
from .ties import TieView, ties_of
from .voices import Voices, inert

_DROPS_SHOWN = 40


def view_of(chronicle: Chronicle, languages: Sequence[Words]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The template's variables, and the data for the script."""
    shelf, v = Shelf(chronicle), Voices(languages)
    chart = draw(chronicle, shelf)
    told = [shelf.events[entry.event] for entry in chronicle.entries]
    numbers = {event.id: number for number, event in enumerate(told)}
    entries = [entry_of(event, shelf, v) for event in told]
    last = _last_day(chronicle, told)
    ties = ties_of(chronicle, shelf, last)
    titles = {words.code: _title(words, chronicle, told) for words in v.all}
    span = _years(told)
    view: dict[str, Any] = {
        "v": v,
        "inert": inert,
        "version": __version__,
        "chronicle": chronicle,
        "titles": titles,
        "title": v.both(lambda words: titles[words.code]),
        "standfirst": _standfirst(v, chronicle, shelf, told),
        "figures": _figures(v, chronicle, shelf, told),
        "span": span,
        "chart": chart,
        "box": {"top": TOP, "height": HEIGHT, "volume": VOLUME, "y": height_of},
        "quads": QUADS,
        "types": types(),
        "type_counts": Counter(event.type for event in told),
        "phases": [_phase(v, number, phase, shelf) for number, phase in enumerate(chronicle.phases, 1)],
        "groups": _grouped(chronicle, told, entries),
        "numbers": numbers,
        "ties": ties,
        "last_day": last,
        "first_day": chart.scale.first if chart else last,
        "articles": _articles(chronicle, told, shelf),
        "loose": _loose_pages(chronicle),
        "drops": _drops(chronicle.drops, shelf),
        "drop_count": len(chronicle.drops),
        **phrases(v, len(chronicle.pages)),
    }
    return view, _data(v, chart, told, ties, titles)


def _data(
    v: Voices, chart: Chart | None, told: Sequence[Event], ties: Sequence[TieView], titles: dict[str, str]
) -> dict[str, Any]:
    events = []
    for event in told:
        start = event.when.start.toordinal() if event.when and event.when.start else None
        last = event.when.last.toordinal() if event.when and event.when.last else None
        claim = event.standing is not Standing.ASSERTED
        events.append([event.id, start, last, event.type, int(event.between), int(claim)])
    paths = ("showing", "none_shown", "stretch", "selected_none", "open_all", "close_all", "ties_static")
    return {
        "titles": titles,
        "knots": [[day, round(x, 3)] for day, x in chart.scale.knots] if chart else [],
        "events": events,
        "ties": {tie.id: tie.steps for tie in ties},
        "ui": {
            words.code: {
                **{path: words.table["report"][path] for path in paths},
                "verdicts": words.table["verdicts"],
                "reasons": words.table["tie_reasons"],
                "day": words.table["dates"]["day"],
                "months": [month_name(words, month) for month in range(1, 13)],
            }
            for words in v.all
        },
    }


def _title(words: Words, chronicle: Chronicle, told: Sequence[Event]) -> str:
    left, right = (words.actor(side.actor) for side in (chronicle.dyad.left, chronicle.dyad.right))
    span = _years(told)
    if not span:
        return words.say("report.title_plain", left=left, right=right)
    return words.say("report.title", left=left, right=right, span=span)


def _years(told: Sequence[Event]) -> str:
    shown = [event for event in told if moves_the_tide(event)] or told
    days = [day for event in shown if event.when for day in (event.when.start, event.when.last) if day]
    if not days:
        return ""
    first, last = min(days).year, max(days).year
    return str(first) if first == last else f"{first}–{last}"


def _last_day(chronicle: Chronicle, told: Sequence[Event]) -> date:
    days = [event.when.last for event in told if event.when and event.when.last]
    days += [article.published.last for article in chronicle.articles if article.published and article.published.last]
    return max(days, default=date(2000, 1, 1))


def _standfirst(v: Voices, chronicle: Chronicle, shelf: Shelf, told: Sequence[Event]) -> Markup:
    between = [event for event in told if event.between]

    def tell(words: Words) -> str:
        lines = [
            words.say(
                "report.dek",
                between=words.say("report.n_events", len(between)),
                origins=words.say("report.n_origins", len(shelf.origins)),
                articles=words.say("report.n_articles", len(chronicle.articles)),
            )
        ]
        if len(chronicle.phases) > 1:
            now = chronicle.phases[-1]
            best = max(chronicle.phases, key=lambda phase: phase.level)
            worst = min(chronicle.phases, key=lambda phase: phase.level)
            lines.append(
                words.say(
                    "report.dek_phases",
                    now=words.level_word(now.level).lower(),
                    since=say_when(words, _opening(now)),
                    best=say_when(words, _year_span(best)),
                    worst=say_when(words, _year_span(worst)),
                )
            )
        if chronicle.dyad.chosen == "found":
            lines.append(words.say("report.dek_found"))
        return " ".join(lines)

    return v.both(tell)


def _figures(v: Voices, chronicle: Chronicle, shelf: Shelf, told: Sequence[Event]) -> list[tuple[str, Markup]]:
    between = [event for event in told if event.between]
    claims = [event for event in between if not moves_the_tide(event)]
    numbers = [
        (str(len(between)), "fig_between"),
        (str(len(told)), "fig_all"),
        (str(len(claims)), "fig_claims"),
        (str(len(shelf.origins)), "fig_origins"),
        (str(len(chronicle.pages)), "fig_pages"),
    ]
    if len(between) == len(told):
        del numbers[1]
    return [(number, v.say(f"report.{name}")) for number, name in numbers]


def _opening(phase: Phase) -> Interval:
    day = phase.when.start or phase.when.last
    assert day is not None
    return on(day.year, day.month)


def _year_span(phase: Phase) -> Interval:
    start, last = phase.when.start, phase.when.last
    if start is None or last is None:
        return phase.when
    return years(start.year, last.year)


def _phase(v: Voices, number: int, phase: Phase, shelf: Shelf) -> dict[str, Any]:
    return {
        "number": number,
        "name": v.both(lambda words: words.level_word(phase.level)),
        "how": v.both(lambda words: words.phase_name(phase.name)),
        "when": v.both(lambda words: say_when(words, phase.when)),
        "level": f"{phase.level:+.1f}".replace("-", "−"),
        "trend": f"{phase.trend:+.1f}".replace("-", "−"),
        "turn": phase.turn,
        "certainty": f"{round(phase.certainty * 100)}%",
        "warm": phase.level >= 0,
        "turned_by": [shelf.events[ident] for ident in phase.turned_by if ident in shelf.events],
    }


def _grouped(
    chronicle: Chronicle, told: Sequence[Event], entries: Sequence[EntryView]
) -> list[tuple[int | None, list[EntryView]]]:
    """The entries under the phase in which the middle of their date lies; undated ones last, under none."""
    groups: list[tuple[int | None, list[EntryView]]] = []
    for event, entry in zip(told, entries, strict=True):
        number = None
        if event.when is not None:
            day = event.when.middle
            number = next((n for n, phase in enumerate(chronicle.phases, 1) if phase.when.holds(day)), None)
        if not groups or groups[-1][0] != number:
            groups.append((number, []))
        groups[-1][1].append(entry)
    return groups


def _articles(chronicle: Chronicle, told: Sequence[Event], shelf: Shelf) -> list[dict[str, Any]]:
    counts: Counter[str] = Counter()
    for event in told:
        counts.update({shelf.reports[ident].article for ident in event.reports})
    rows = []
    for article in chronicle.articles:
        dated = [e for e in article.evidence if e.fact == "published" and e.chosen]
        inferred = article.published_at is None and any(e.why for e in dated)
        rows.append(
            {
                "article": article,
                "events": counts[article.id],
                "inferred": inferred,
                "why": [e.why for e in dated if e.why],
                "of": shelf.articles.get(article.origin.of) if article.origin and article.origin.of else None,
            }
        )
    return sorted(rows, key=lambda row: (_published(row["article"]), row["article"].id))


def _published(article: Any) -> str:
    return article.published.edtf if article.published else "9999"


def _loose_pages(chronicle: Chronicle) -> list[str]:
    used = {uri for article in chronicle.articles for uri in article.pages}
    return [page.uri for page in chronicle.pages if page.uri not in used]


def _drops(drops: Sequence[Dropped], shelf: Shelf) -> list[dict[str, Any]]:
    by_reason: dict[str, list[Dropped]] = {}
    for drop in drops:
        by_reason.setdefault(drop.reason, []).append(drop)
    groups = []
    for reason, found in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        shown = [
            {
                "page": drop.page,
                "line": shelf.line(drop.page, drop.span.start)[0] if drop.span and drop.page in shelf.pages else None,
                "detail": drop.detail,
            }
            for drop in found[:_DROPS_SHOWN]
        ]
        groups.append({"reason": reason, "count": len(found), "shown": shown, "more": len(found) - len(shown)})
    return groups
