"""report.html is one inert file: nothing runs but our own script, nothing is fetched, and the same book gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.faces.hostile import hostile_chronicle
from tests.samples import sample_chronicle
from tidebook.chronicle.ties import as_of
from tidebook.faces.report import embedded, write_report
from tidebook.records.chronicles import Chronicle
from tidebook.records.times import Grain, Interval


def report(chronicle: Chronicle, language: str | None = None) -> str:
    """The whole report as text."""
    out = io.StringIO(newline="")
    write_report(chronicle, out, language)
    return out.getvalue()


class _Page(HTMLParser):
    """Elements with their attributes, the raw text of scripts and styles, and all other text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.text = ""
        self._in: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in = tag if tag in self.raw else self._in

    def handle_endtag(self, tag: str) -> None:
        self._in = None if tag == self._in else self._in

    def handle_data(self, data: str) -> None:
        if self._in:
            self.raw[self._in].append(data)
        else:
            self.text += data


@pytest.fixture(scope="module")
def page() -> _Page:
    return _Page(report(sample_chronicle()))


@pytest.fixture(scope="module")
def hostile() -> _Page:
    return _Page(report(hostile_chronicle()))


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def test_the_policy_names_our_script_and_style_by_hash_and_allows_nothing_else(page: _Page) -> None:
    policy = next(a["content"] for tag, a in page.elements if tag == "meta" and "http-equiv" in a)
    assert policy is not None
    rules = {name: values for name, *values in (rule.split() for rule in policy.split(";"))}
    assert rules["default-src"] == ["'none'"]
    assert rules["base-uri"] == rules["form-action"] == ["'none'"]
    assert rules["style-src"] == [_hash(page.raw["style"][0])]
    assert rules["script-src"] == [_hash(page.raw["script"][1])]


@pytest.mark.parametrize("which", ["page", "hostile"])
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(which: str, request: pytest.FixtureRequest) -> None:
    for tag, attributes in request.getfixturevalue(which).elements:
        assert tag not in ("img", "iframe", "object", "embed", "link", "base", "form", "audio", "video", "image")
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert name not in ("style", "src", "srcset", "action", "formaction", "xlink:href"), (tag, name)
            assert name != "href" or (value or "").startswith("#"), (tag, value)


def test_a_hostile_pile_adds_no_element_and_no_script(page: _Page, hostile: _Page) -> None:
    def kinds(found: _Page) -> set[str]:
        return {tag for tag, _ in found.elements}

    assert kinds(hostile) <= kinds(page)
    assert len(hostile.raw["script"]) == len(page.raw["script"]) == 2
    assert hostile.raw["script"][1] == page.raw["script"][1]
    json.loads(hostile.raw["script"][0])


def test_control_characters_are_shown_as_replacement_marks(hostile: _Page) -> None:
    assert "\x1b" not in hostile.text
    assert "\ufffd]0;owned" in hostile.text


def test_data_cannot_leave_its_script_element() -> None:
    words = "</script><!--<script>&\u2028\u2029"
    text = embedded({"words": words})
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == {"words": words}


def test_every_sentence_of_the_timeline_is_in_the_page_without_a_script(page: _Page) -> None:
    chronicle = sample_chronicle()
    reports = {r.id: r for r in chronicle.reports}
    texts = {a.id: a.text for a in chronicle.articles}
    for entry in chronicle.entries:
        told = reports[entry.report]
        assert told.span.cut(texts[told.article]) in page.text


def test_both_languages_are_inside_and_it_opens_in_the_one_asked_for() -> None:
    for code, title in (("id", "Cile dan Ceko"), ("en", "Chile and Czechia")):
        text = report(sample_chronicle(), code)
        assert f'<html lang="{code}"' in text
        assert f"<title>{title}" in text
        assert "Pasang surut" in text
        assert "The tide" in text


def test_the_same_chronicle_gives_the_same_bytes() -> None:
    assert report(sample_chronicle()) == report(sample_chronicle())


def test_a_small_book_is_small() -> None:
    assert len(report(sample_chronicle()).encode()) < 250_000


def test_a_book_without_events_tide_or_ties_still_says_what_was_read() -> None:
    bare = replace(
        sample_chronicle(), events=(), entries=(), tide=(), phases=(), ties=(), tide_note="too few events for a tide"
    )
    text = _Page(report(bare)).text
    assert "peristiwa terlalu sedikit untuk pasang surut" in text
    assert "How Prague and Santiago fell out over copper" in text


def test_events_that_nothing_dates_are_told_and_not_drawn() -> None:
    chronicle = sample_chronicle()
    undated = replace(chronicle, events=tuple(replace(e, when=None) for e in chronicle.events), tide=(), phases=())
    found = _Page(report(undated))
    assert not [tag for tag, a in found.elements if "mark" in (a.get("class") or "").split()]
    assert len([1 for tag, a in found.elements if "entry" in (a.get("class") or "").split()]) == len(chronicle.entries)


def test_dates_at_the_edges_of_the_calendar_are_drawn() -> None:
    chronicle = sample_chronicle()
    wide = Interval(start=None, end=chronicle.tide[3].at, grain=Grain.DAY)
    late = Interval(start=chronicle.tide[-3].at, end=None, grain=Grain.DAY)
    events = tuple(replace(e, when=late if n % 2 else wide) for n, e in enumerate(chronicle.events))
    assert report(replace(chronicle, events=events))


def test_the_steps_of_every_tie_agree_with_what_was_concluded_for_each_day(page: _Page) -> None:
    chronicle = sample_chronicle()
    steps = json.loads(page.raw["script"][0])["ties"]
    for year in range(1920, 2030):
        for month in (1, 4, 9):
            day = chronicle.tide[0].at.replace(year=year, month=month, day=14)
            for found in as_of(chronicle, day):
                at = [step for step in steps[found.tie.id] if step[0] <= day.toordinal()][-1]
                assert (at[1], at[2]) == (found.verdict, found.reason), (found.tie, day)


def test_every_mark_leads_to_an_entry_that_exists(page: _Page) -> None:
    ids = {a["id"] for _, a in page.elements if "id" in a}
    marks = [a for tag, a in page.elements if tag == "a" and "mark" in (a.get("class") or "").split()]
    assert len(marks) > 20
    for mark in marks:
        assert (mark["href"] or "")[1:] in ids
        assert set((mark["aria-labelledby"] or "").split()) <= ids


def test_colours_are_readable_on_their_paper_in_light_and_dark(page: _Page) -> None:
    light, dark = re.findall(r":root\{(.*?)\}", page.raw["style"][0], re.DOTALL)[:2]
    for block in (light, dark):
        colours = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})\b", block))
        for paper in ("paper", "sheet"):
            for text in ("ink", "soft", "mark-text"):
                assert _contrast(colours[text], colours[paper]) >= 4.5, (text, paper)
            for mark in ("vc", "mc", "vk", "mk", "focus"):
                assert _contrast(colours[mark], colours[paper]) >= 3, (mark, paper)


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two colours."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_events_on_which_the_two_scales_quarrel_stand_under_the_tide_with_both_scores() -> None:
    from tests.samples import sample_chronicle
    from tidebook.faces.report.opinions import opinions_of
    from tidebook.faces.report.voices import Voices
    from tidebook.faces.shelf import Shelf
    from tidebook.faces.words import words_of

    shelf = Shelf(sample_chronicle())
    found = opinions_of(list(shelf.events.values()), shelf, Voices([words_of("en")]))
    assert found.r is not None
    assert float(found.r) > 0.8
    apart = {(ours, theirs) for _, _, ours, theirs in found.apart}
    assert ("+2.5", "+6") in apart
    assert all(event.between for event, *_ in found.apart)
