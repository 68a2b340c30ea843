"""Headline, newspaper, dates and writers of one page, each with where it was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..knowledge.load import languages, of_language
from ..records.articles import BlockKind, Credit, Evidence
from ..records.spans import Span
from ..records.times import Interval
from .body import Reading
from .credits import credits_in
from .datelines import dateline_of
from .dates import MODIFIED, PUBLISHED, Stamp
from .genre import made_up
from .language import judge_language
from .masthead import outlet_called, publisher_of
from .names import writer_in

_ABOVE, _INTO = 4, 3
"""Lines above the headline, and paragraphs into the text, among which an unlabelled date may be the page's own."""
_MONTH_FIRST = ("USA", "PHL")
_PLACE_LEAD = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}\s*[,–—-]\s*")


@dataclass(frozen=True, slots=True)
class Facts:
    """What one page says about its article; see `Article` for the fields."""

    headline: str
    publisher: str | None
    byline: str | None
    dateline: str | None
    published: Interval | None
    published_at: str | None
    modified: str | None
    language: str
    credits: tuple[Credit, ...]
    evidence: tuple[Evidence, ...]


def facts_of(reading: Reading) -> Facts:
    """The facts of one page taken apart."""
    evidence: list[Evidence] = []
    headline = ""
    if reading.headline is not None:
        line = reading.lines[reading.headline].line
        headline = line.text
        evidence.append(_found(reading, "headline", line.text, "title-line", line.span))
    publisher, named = publisher_of(reading)
    evidence += named
    language = judge_language("\n".join(piece.line.text for piece in reading.pieces))
    dated = list(_dates(reading, publisher, language))
    modified = next((d for d in dated if d[1].role == MODIFIED), None)
    published = next((d for d in dated if d[1].role != MODIFIED and not _after(d[1], modified)), None)
    for fact, found in (("published", published), ("modified", modified)):
        if found is not None:
            start, stamp = found
            value = stamp.at or stamp.interval.edtf
            evidence.append(_found(reading, fact, value, "date-line", stamp.span.shifted(start)))
    day = published[1].interval if published else None
    if published is None and modified is not None:
        day = modified[1].interval.hedged(approximate=True)
        evidence.append(
            Evidence(
                fact="published",
                value=day.edtf,
                rule="modified-line",
                why="no line says when it was first published; it was changed on this day",
                page=reading.page.uri,
                span=modified[1].span.shifted(modified[0]),
            )
        )
    evidence.append(Evidence(fact="language", value=language, rule="function-words", page=reading.page.uri))
    section = made_up(reading)
    if section is not None:
        evidence.append(section)
    byline = _byline(reading, evidence)
    place = _place(reading, evidence)
    credits = tuple(
        credit
        for piece in reading.pieces
        for credit in credits_in(piece.kind, piece.line, reading.page.uri)
        if credit.name != publisher
    )
    return Facts(
        headline,
        publisher,
        byline,
        place,
        day,
        published[1].at if published else None,
        (modified[1].at or modified[1].interval.edtf) if modified else None,
        language,
        credits,
        tuple(evidence),
    )


def _dates(reading: Reading, publisher: str | None, language: str) -> Iterator[tuple[int, Stamp]]:
    """Date lines between a little above the headline and the first paragraphs; behind them only labelled ones.

    What stands further up is the day of the crawl, what stands further down belongs to other articles.
    """
    order = _order(publisher, language)
    top = reading.headline if reading.headline is not None else max(0, reading.first - _ABOVE)
    ranked: list[tuple[int, int, int, Stamp]] = []
    paragraphs = 0
    for index, judged in enumerate(reading.lines):
        inside = reading.first <= index <= reading.last
        paragraphs += judged.body and inside
        for stamp in judged.stamps:
            placed = paragraphs == 0 and _is_placed(judged.line.text, stamp)
            if not stamp.bare and not placed and not (stamp.at and len(judged.line.text) < 120):
                continue
            labelled = stamp.role in (PUBLISHED, MODIFIED)
            if top <= index and paragraphs <= _INTO and index <= reading.last:
                rank = 0
            elif top - _ABOVE <= index < top and (labelled or stamp.at):
                rank = 1
            elif labelled and reading.last < index <= reading.last + 6:
                rank = 2
            else:
                continue
            ranked.append((rank, index, judged.line.span.start, _ordered(stamp, judged.line.text, order)))
    ranked.sort(key=lambda item: item[:3])
    for _, _, start, stamp in ranked:
        yield start, stamp


def _order(publisher: str | None, language: str) -> str | None:
    """How the page writes a numeric date: as its outlet's country does, else as its language does everywhere."""
    outlet = outlet_called(publisher) if publisher else None
    if outlet is not None and outlet.country is not None:
        return "mdy" if outlet.country in _MONTH_FIRST else "dmy"
    code = language.split("-")[0]
    if code not in languages("language.yaml"):
        return None
    order: str | None = of_language(code, "language.yaml").get("date_order")
    return order


def _is_placed(words: str, stamp: Stamp) -> bool:
    """Whether a line is a place and a date and no more ("Kupang, 8 Maret 2018")."""
    before, after = words[: stamp.span.start], words[stamp.span.end :]
    return _PLACE_LEAD.fullmatch(before) is not None and not after.strip(" .)-–—:")


def _after(stamp: Stamp, modified: tuple[int, Stamp] | None) -> bool:
    """Whether a date lies behind the one on which the page was changed; it is then another article's."""
    if modified is None or stamp.interval.start is None or modified[1].interval.end is None:
        return False
    return stamp.interval.start >= modified[1].interval.end


def _ordered(stamp: Stamp, words: str, order: str | None) -> Stamp:
    """The stamp read again where the page's country says how numeric dates are written."""
    if stamp.interval.days == 1 or order is None:
        return stamp
    from .dates import stamps_in

    return next((again for again in stamps_in(words, order) if again.span == stamp.span), stamp)


def _byline(reading: Reading, evidence: list[Evidence]) -> str | None:
    for index, judged in enumerate(reading.lines):
        if index < reading.first - 12 or index > reading.last + 4 or judged.body:
            continue
        name = writer_in(judged.line.text)
        if name:
            evidence.append(_found(reading, "byline", name, "byline", judged.line.span))
            return name
    return None


def _place(reading: Reading, evidence: list[Evidence]) -> str | None:
    for piece in reading.pieces:
        if piece.kind is BlockKind.PARAGRAPH:
            dateline = dateline_of(piece.line.text)
            if dateline is None or dateline.place is None:
                return None
            evidence.append(
                _found(reading, "dateline", dateline.place, "dateline", dateline.span.shifted(piece.line.span.start))
            )
            return dateline.place
    return None


def _found(reading: Reading, fact: str, value: str, rule: str, span: Span) -> Evidence:
    return Evidence(fact=fact, value=value, rule=rule, page=reading.page.uri, span=span)
