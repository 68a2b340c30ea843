"""One row for each report of each event, for spreadsheets."""

from __future__ import annotations

import csv
import re
from typing import TextIO

from ...records.chronicles import Chronicle
from ...records.events import Event, Report
from ..chronicle_json import UNDATED
from ..lacks import Lack, disputed, drawn, lacking
from ..plain import one_line
from ..shelf import Shelf

# fmt: off
_COLUMNS = (
    "event", "when", "first_day", "last_day", "type", "mode", "contexts", "actors", "recipients", "persons",
    "place", "status", "speaker", "between", "origins", "score", "weight", "report", "sentence", "page", "line",
    "publisher", "published", "origin", "said_when", "standing", "rule", "link",
)
# fmt: on
_FORMULA = re.compile(r"[=+\-@\t\r\n|%＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")


def lacks(chronicle: Chronicle) -> tuple[Lack, ...]:
    """A table of events has no place for quarrels, the tide, phases, ties in time, and what was left out."""
    return lacking(
        disputes=disputed(chronicle),
        tide=drawn(chronicle),
        phases=len(chronicle.phases),
        ties=len(chronicle.ties),
        drops=len(chronicle.drops),
    )


def write(chronicle: Chronicle, out: TextIO, language: str | None = None) -> None:
    """Writes the table; lists are joined by a space, and no cell begins as a formula does. A table of codes has no `language`."""
    shelf = Shelf(chronicle)
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(_COLUMNS)
    for event in chronicle.events:
        for report in shelf.reports_of(event):
            rows.writerow([_cell(value) for value in _row(shelf, event, report)])


def safe_cell(value: object) -> str:
    """The value as text that a spreadsheet shows and never runs: what would begin a formula gets an apostrophe before it."""
    text = "" if value is None else str(value)
    if _FORMULA.match(text.lstrip(" \ufeff\u200b")) and not _NUMBER.match(text):
        return "'" + text
    return text


def _cell(value: object) -> str:
    return "" if value is None else safe_cell(one_line(str(value)))


def _row(shelf: Shelf, event: Event, report: Report) -> list[object]:
    place, article = shelf.place(report), shelf.articles[report.article]
    days, entry = shelf.days_of(event), shelf.entries.get(event.id)
    return [
        event.id,
        days.edtf if days else UNDATED,
        days.start if days else None,
        days.last if days else None,
        event.type,
        event.mode,
        " ".join(event.contexts),
        " ".join(event.actors),
        " ".join(event.recipients),
        "; ".join(event.persons),
        event.place,
        event.standing.value,
        " ".join(event.speaker),
        "yes" if event.between else "no",
        len(event.origins),
        event.score,
        entry.weight if entry else None,
        report.id,
        place.quote.exact,
        place.page,
        place.line,
        article.publisher,
        article.published_at or (article.published.edtf if article.published else None),
        article.origin.name if article.origin else None,
        report.when.edtf if report.when else None,
        report.standing.value,
        report.rule,
        place.link,
    ]
