"""Which newspaper a page is from, by what the page itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ahocorasick_rs import AhoCorasick

from ..knowledge.load import languages, of_language
from ..records.articles import BlockKind, Evidence
from ..records.spans import Span
from ..records.times import Interval
from .addresses import host_of, outlet_at
from .body import Reading
from .datelines import dateline_of
from .outlets import Outlet, by_name
from .sheet import LONGEST, Sheet, seeker_of
from .stated import Told

_WEIGHTS = {"dateline": 5.0, "copyright": 4.0, "follow-line": 3.0, "mark": 3.0, "masthead": 2.0, "mention": 1.0}
_HOST, _LONGEST = 8.0, 60
"""The weight of the host that a page lies on; code points of the longest name that markup gives to a publisher."""
_BESIDE_MARKUP, _MOST_BESIDE = 0.25, 1.5
"""The share of their weight that lines keep where the markup says whose the page is, and the most that they weigh then together."""
_OWN_HOST = 2.0
"""The weight of a host that no outlet is known to have: its name is then the newsroom's."""
_NAME = re.compile(r"[A-Z][\w&'’-]*(?: (?:[a-z]{1,3} )?[A-Z][\w&'’-]*){1,3}")
_YEAR = re.compile(r"[\s,|-]+(?:19|20)\d\d\Z")
_TAIL = re.compile(r"\.(?:com|co\.id|co|id|net|org|news|tv)$", re.IGNORECASE)


def publisher_of(
    reading: Reading, told: Told, sheet: Sheet, day: Interval | None = None
) -> tuple[str | None, tuple[Evidence, ...]]:
    """The newspaper's name for people, or None, with every place that names one; quarrels are kept, the heaviest wins.

    Args:
        reading: a page taken apart. told: what its markup states. sheet: its lines joined.
        day: on which it was published, where that is known; only marks that stood on an outlet's pages then tell whose it is.
    """
    found = [*_from_lead(reading), *_from_furniture(reading, sheet, day), *_from_top(reading)]
    weights: dict[str, float] = {}
    for evidence in found:
        weights[evidence.value] = weights.get(evidence.value, 0.0) + _WEIGHTS[evidence.rule]
    stated = list(_from_markup(reading, told))
    if stated:
        weights = {name: min(weight * _BESIDE_MARKUP, _MOST_BESIDE) for name, weight in weights.items()}
    for evidence, weight in stated:
        short = {name: mine for name, mine in weights.items() if _is_short_for(name, evidence.value)}
        found.append(evidence)
        weights[evidence.value] = weights.get(evidence.value, 0.0) + weight + sum(short.values())
    if not weights:
        return None, ()
    best = max(sorted(weights), key=weights.__getitem__)
    if weights[best] < 2.0:
        return None, ()
    chosen = [replace(e, chosen=e.value == best) for e in sorted(found, key=lambda e: e.value != best)]
    return best, tuple(chosen)


def _is_short_for(name: str, whole: str) -> bool:
    """Whether a name is what a line leaves of a longer one ("Meridian", "The Meridian Post")."""
    words = whole.lower().split()
    return name != whole and set(name.lower().split()) < set(words)


def outlet_called(name: str) -> Outlet | None:
    """The outlet that has this name, or None."""
    return by_name().get(name)


def _from_lead(reading: Reading) -> list[Evidence]:
    for piece in reading.pieces:
        if piece.kind is not BlockKind.PARAGRAPH:
            continue
        dateline = dateline_of(piece.line.text)
        if dateline is None or dateline.outlet is None:
            return []
        start = piece.line.span.start + piece.line.text.index(dateline.outlet)
        return [_evidence(reading, dateline.outlet, "dateline", start, len(dateline.outlet))]
    return []


def _from_furniture(reading: Reading, sheet: Sheet, day: Interval | None) -> list[Evidence]:
    found: list[Evidence] = []
    kept = {piece.line.number for piece in reading.pieces}
    claiming, marked = set(sheet.holding(_claims())), sheet.marked()
    for index in sorted({*claiming, *marked, *sheet.named}):
        line = reading.lines[index].line
        if line.number in kept or len(line.text) > LONGEST:
            continue
        for rule, pattern in (("copyright", _copyright()), ("follow-line", _follow())):
            match = pattern.search(line.text) if index in claiming else None
            if match is not None:
                name = next(group for group in match.groupdict().values() if group)
                start = line.span.start + match.start() + match.group().rindex(name)
                if name.lower().strip(" .,") in _companies() or (name[0].islower() and name not in by_name()):
                    continue
                found.append(_evidence(reading, name, rule, start, len(name)))
                break
        else:
            if index in marked:
                first, last, outlet = marked[index]
                if not outlet.has_mark(line.text[first:last], day):
                    continue
                found.append(_evidence(reading, outlet.name, "mark", line.start + first, last - first))
            elif index in sheet.named:
                first, last, _ = sheet.named[index][0]
                found.append(_evidence(reading, line.text[first:last], "mention", line.start + first, last - first))
    return found


def _from_top(reading: Reading) -> list[Evidence]:
    """The first line of the page where it is nothing but a name: two to four capital words that are no menu's."""
    judged = next((judged for judged in reading.lines if judged.line.text.strip()), None)
    kept = {piece.line.number for piece in reading.pieces}
    if judged is None or judged.line.number in kept or judged.cue is not None:
        return []
    if _NAME.fullmatch(judged.line.text.strip()) is None:
        return []
    return [_evidence(reading, judged.line.text, "masthead", judged.line.span.start, len(judged.line.text))]


def _from_markup(reading: Reading, told: Told) -> Iterator[tuple[Evidence, float]]:
    """Whose host the page lies on, and whom its markup names; an address is worth more than any claim."""
    page = reading.page
    owner = outlet_at(page.address)
    if owner is not None:
        yield Evidence(fact="publisher", value=owner.name, rule="host", why=page.address or "", page=page.uri), _HOST
    seen = set()
    for said in told.get("publisher", ()):
        words = " ".join(said.value.split())
        if not 1 < len(words) <= _LONGEST or "://" in words or said.rule in seen:
            continue
        seen.add(said.rule)
        outlet = by_name().get(words) or by_name().get(words.lower())
        name = outlet.name if outlet is not None else words
        yield Evidence(fact="publisher", value=name, rule=said.rule, why=said.where, page=page.uri), said.trust
    host = host_of(page).removeprefix("www.")
    if owner is None and not seen and host:
        yield Evidence(fact="publisher", value=host, rule="host", why=page.address or "", page=page.uri), _OWN_HOST


def _evidence(reading: Reading, words: str, rule: str, start: int, length: int) -> Evidence:
    words = _YEAR.sub("", words)
    outlet = by_name().get(words) or by_name().get(words.strip(" .,"))
    name = outlet.name if outlet is not None else _TAIL.sub("", words.strip(" .,"))
    return Evidence(
        fact="publisher",
        value=name,
        rule=rule,
        page=reading.page.uri,
        span=Span(start=start, end=start + length),
    )


@cache
def _claims() -> AhoCorasick:
    """What a line holds, in lower case, that claims copyright or asks to follow a newspaper."""
    signs = {word.lower() for code in languages() for word in _masthead(code, "copyright")}
    return seeker_of(
        signs | {form.split("{name}")[0].lower() for code in languages() for form in _masthead(code, "follow")}
    )


@cache
def _copyright() -> re.Pattern[str]:
    words = {word for code in languages() for word in _masthead(code, "copyright")}
    sign = _any(words)
    tails = {word for code in languages() for word in _masthead(code, "tails")}
    year = r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?"
    name = rf"(?P<name>[^\W\d_][\w.&' -]{{1,40}}?)(?=\s*(?:[.,|©(]|(?i:{_any(tails)})|$))"
    before = rf"^(?!(?i:{sign}))(?P<owner>[^\W\d_][\w.&' -]{{1,40}}?)\s*(?i:(?:{sign}))\s*{year}"
    return re.compile(rf"{before}|(?i:(?:{sign}))[\s©]*(?:{year}[\s,.|-]*)?{name}")


@cache
def _companies() -> frozenset[str]:
    """Words of company names that name no newspaper by themselves."""
    return frozenset(word for code in languages() for word in _masthead(code, "companies"))


def _any(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"


@cache
def _follow() -> re.Pattern[str]:
    forms = sorted({form for code in languages() for form in _masthead(code, "follow")})
    parts = []
    for number, form in enumerate(forms):
        before, after = (re.escape(part) for part in form.split("{name}"))
        parts.append(rf"(?i:{before})(?P<n{number}>[^\W\d_][\w.&' -]{{1,40}}?)(?i:{after})")
    return re.compile("|".join(parts) or r"(?!)")


def _masthead(code: str, key: str) -> list[str]:
    return list(of_language(code, "language.yaml").get("masthead", {}).get(key, ()))
