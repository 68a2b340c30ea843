"""A sample pile's book as a short text, fit to be kept and compared line by line.

python -m tests.stories.story samples/india-pakistan > tests/stories/kept/india-pakistan.txt
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tidebook.records.chronicles import Chronicle
from tidebook.runs.build import build


def story_of(pile: Path) -> str:
    """Articles with their facts, events with their addresses, phases and ties; one line each."""
    with tempfile.TemporaryDirectory() as out:
        chronicle = build(sorted(pile.glob("*.txt")), None, Path(out)).chronicle
    return "\n".join([*_articles(chronicle), "", *_events(chronicle), "", *_rest(chronicle)]) + "\n"


def _articles(chronicle: Chronicle) -> Iterator[str]:
    for article in chronicle.articles:
        when = article.published_at or (article.published.edtf if article.published else "undated")
        origin = article.origin.id if article.origin else "?"
        yield f"article {' + '.join(article.pages)} | {when} | {article.publisher} | {article.language} | {origin}"
        yield f"        {article.headline}"


def _events(chronicle: Chronicle) -> Iterator[str]:
    articles = {article.id: article for article in chronicle.articles}
    reports = {report.id: report for report in chronicle.reports}
    for event in chronicle.events:
        when = event.when.edtf if event.when else "undated"
        sides = f"{' '.join(event.actors)} > {' '.join(event.recipients)}"
        mark = "=" if event.between else "-"
        yield f"{mark} {when} | {event.type} {event.mode or ''} | {sides} | {event.standing} | {len(event.origins)}"
        for report in sorted((reports[ident] for ident in event.reports), key=lambda r: (r.article, r.span, r.id)):
            address = articles[report.article].address(report.span)
            trigger = next(part.span for part in report.parts if part.role == "trigger")
            yield f"    {address.page}:{address.span.start} {trigger.cut(articles[report.article].text)!r}"


def _rest(chronicle: Chronicle) -> Iterator[str]:
    yield f"tide: {len(chronicle.tide)} points {chronicle.tide_note}"
    for phase in chronicle.phases:
        yield f"phase {phase.when.edtf} | {phase.name} | level {phase.level:.1f}"
    yield f"phases: {chronicle.phases_note}"
    for tie in chronicle.ties:
        since, until = (when.edtf if when else "?" for when in (tie.since, tie.until))
        yield f"tie {tie.kind} | {' '.join(tie.parties)} | {since} to {until} ({tie.end}) | {tie.about}"


if __name__ == "__main__":
    sys.stdout.write(story_of(Path(sys.argv[1])))
