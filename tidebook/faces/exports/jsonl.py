"""One JSON object a line: the book's head, then every article, event, report, tie, phase, point of the tide and drop.

Each line says in ``record`` what it is and holds what ``chronicle.json`` holds of it, with every address; a report names its
event, so that a stream of lines can be read without the whole in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from ...records.chronicles import Chronicle
from ..chronicle_json import as_json
from ..lacks import Lack, lacking

_LISTS = (
    ("pages", "page"),
    ("articles", "article"),
    ("ties", "tie"),
    ("phases", "phase"),
    ("tide", "tide"),
    ("drops", "drop"),
)


def lacks(chronicle: Chronicle) -> tuple[Lack, ...]:
    """It quotes the pages and does not hold their whole text."""
    return lacking(page_texts=len(chronicle.pages))


def write(chronicle: Chronicle, out: TextIO, language: str | None = None) -> None:
    """Writes the lines; they hold codes, so no `language` changes them."""
    for line in _lines(chronicle):
        json.dump(line, out, ensure_ascii=True, separators=(",", ":"))
        out.write("\n")


def _lines(chronicle: Chronicle) -> Iterator[dict[str, Any]]:
    book = as_json(chronicle)
    yield {"record": "book", **{key: value for key, value in book.items() if not isinstance(value, list)}}
    for key, kind in _LISTS[:2]:
        for one in book[key]:
            yield {"record": kind, **one}
    for event in book["events"]:
        yield {"record": "event", **event, "reports": [report["id"] for report in event["reports"]]}
        for report in event["reports"]:
            yield {"record": "report", "event": event["id"], **report}
    for key, kind in _LISTS[2:]:
        for one in book[key]:
            yield {"record": kind, **one}
