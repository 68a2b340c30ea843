"""What the script of the report works with; everything else it finds in the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...records.events import Standing
from ..dates import month_name
from .chart import Chart
from .entries import EntryView
from .ties import TieView
from .voices import Voices


def data_of(
    v: Voices, chart: Chart | None, told: Sequence[EntryView], ties: Sequence[TieView], titles: dict[str, str]
) -> dict[str, Any]:
    """Plain data: events by number, the scale of time, the steps of the ties, and the words that the script itself says."""
    events = []
    for entry in told:
        event = entry.event
        start = event.when.start.toordinal() if event.when and event.when.start else None
        last = event.when.last.toordinal() if event.when and event.when.last else None
        claim = event.standing is not Standing.ASSERTED
        events.append([event.id, start, last, event.type, int(event.between), int(claim), entry.weight])
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
