"""The dates stamped on lines around a headline: which of them may be the page's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..knowledge.load import languages, of_language
from .body import Reading
from .dates import MODIFIED, PUBLISHED, Stamp, stamps_in
from .masthead import outlet_called
from .moments import Moment, moment_of
from .published import LINE, Dated

_ABOVE, _INTO = 4, 3
"""Lines above the headline, and paragraphs into the text, among which an unlabelled date may be the page's own."""
_SHOWN, _TIMED = 3.0, 2.0
"""How far a date line, and a time element, is believed (the scale of ``markup.yaml``)."""
_LONGEST_TIMED = 160
"""Code points of the longest line that a time element dates."""
_MONTH_FIRST = ("USA", "PHL")
_PLACE_LEAD = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}\s*[,–—-]\s*")


def dates_shown(reading: Reading, order: str | None) -> list[Dated]:
    """The page's own dates as its lines show them: the first of publication, the first of change, and its time elements."""
    shown = list(_date_lines(reading, order))
    modified = next((found for found in shown if found[1].role == MODIFIED), None)
    published = next((found for found in shown if found[1].role != MODIFIED and not _after(found[1], modified)), None)
    dated = []
    for fact, taken in ((PUBLISHED, published), (MODIFIED, modified)):
        if taken is not None:
            start, stamp = taken
            moment = Moment(stamp.interval, stamp.at)
            dated.append(Dated(fact, moment, "date-line", _SHOWN, LINE, span=stamp.span.shifted(start)))
    return dated + list(_time_elements(reading))


def _date_lines(reading: Reading, order: str | None) -> Iterator[tuple[int, Stamp]]:
    """Date lines between a little above the headline and the first paragraphs; behind them only labelled ones.

    What stands further up is the day of the crawl, what stands further down belongs to other articles.
    """
    top = _top(reading)
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


def _time_elements(reading: Reading) -> Iterator[Dated]:
    """Times that the markup gives to a line between the headline and the first paragraph ("3 jam lalu")."""
    stated = [one for one in reading.page.stated if one.key == "time:datetime"]
    if not stated or not reading.page.elements:
        return
    for judged in reading.lines[_top(reading) : reading.first + 1]:
        element = reading.page.elements[judged.line.number - 1]
        if judged.body or len(judged.line.text) > _LONGEST_TIMED:
            continue
        own = (one for one in stated if one.path == element.path or one.path.startswith(f"{element.path}/"))
        for one in own:
            moment = moment_of(one.value)
            if moment is not None:
                fact = MODIFIED if any(stamp.role == MODIFIED for stamp in judged.stamps) else PUBLISHED
                where = f"{one.key} at {one.path}"
                yield Dated(fact, moment, "time-element", _TIMED, LINE, where, judged.line.span)
                return


def _top(reading: Reading) -> int:
    return reading.headline if reading.headline is not None else max(0, reading.first - _ABOVE)


def order_of(publisher: str | None, language: str) -> str | None:
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
    return next((again for again in stamps_in(words, order) if again.span == stamp.span), stamp)
