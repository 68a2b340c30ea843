"""The report in a browser: linked, reachable by keyboard, readable at every width, and deaf to hostile pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Open
from tests.faces.hostile import hostile_chronicle
from tests.samples import sample_chronicle
from tidebook.faces.report import write_report
from tidebook.records.chronicles import Chronicle
from tidebook.records.events import Standing
from tidebook.records.times import Grain, Interval


def _with_others(chronicle: Chronicle) -> Chronicle:
    """The sample with every third event made one of Chile with somebody else."""
    events = tuple(
        replace(event, between=False, actors=("CHL",), recipients=("PER",)) if n % 3 == 0 else event
        for n, event in enumerate(chronicle.events)
    )
    return replace(chronicle, events=events)


def _shown(page: Page) -> int:
    return page.locator(".entry:visible").count()


def test_the_report_opens_offline_and_asks_for_nothing(open_report: Open) -> None:
    page = open_report()
    expect(page.locator("h1")).to_contain_text("Chile and Czechia")
    assert _shown(page) == len(sample_chronicle().entries)


@pytest.mark.parametrize(
    ("width", "height"), [(1440, 900), (1024, 768), (768, 1024), (390, 844), (375, 667), (320, 568)]
)
@pytest.mark.parametrize("language", ["en", "id"])
def test_no_width_scrolls_sideways(open_report: Open, width: int, height: int, language: str) -> None:
    page = open_report(language=language, viewport={"width": width, "height": height})
    page.click("#open-all")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_long_words_of_a_hostile_page_do_not_widen_a_telephone(open_report: Open) -> None:
    page = open_report(hostile_chronicle(), viewport={"width": 375, "height": 667})
    page.click("#open-all")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_nothing_of_a_hostile_page_runs(open_report: Open) -> None:
    page = open_report(hostile_chronicle())
    page.click("#open-all")
    assert "owned" not in page.title()
    assert page.locator("main img, main iframe, main [onload], main [onerror]").count() == 0
    expect(page.locator(".behind q").first).to_be_visible()


def test_the_policy_stops_whatever_gets_into_the_page(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    with path.open("w", encoding="utf-8", newline="") as out:
        write_report(sample_chronicle(), out)
    page = browser.new_page()
    page.goto(path.as_uri())
    done = page.evaluate(
        """async () => {
            const script = document.createElement('script');
            script.textContent = 'window.owned = true';
            document.body.append(script);
            const box = document.createElement('div');
            box.innerHTML = '<p style="color: red" onclick="window.owned = true">x</p><img src="file:///etc/hostname">';
            document.body.append(box);
            box.firstChild.click();
            const fetched = await fetch('https://example.org/').then(() => true, () => false);
            return [Boolean(window.owned), getComputedStyle(box.firstChild).color === 'rgb(255, 0, 0)', fetched];
        }"""
    )
    page.close()
    assert done == [False, False, False]


def test_every_page_lists_what_was_left_out_of_it_and_why(open_report: Open) -> None:
    page = open_report()
    listed = page.locator("details.page", has_text="rakit/ceko-chile.txt")
    listed.locator("summary").click()
    assert "teasers of other articles More stories" in listed.inner_text()
    expect(page.locator(".loose details.page", has_text="rakit/cover.jpg")).to_have_count(1)


def test_the_interface_changes_its_language_and_keeps_the_quotes(open_report: Open) -> None:
    page = open_report()
    quote = page.locator(".entry q").first.text_content()
    page.get_by_role("button", name="Bahasa Indonesia").click()
    assert page.locator("#tide-title").inner_text() == "Pasang surut"
    assert page.title().startswith("Cile dan Ceko")
    assert page.locator("html").get_attribute("lang") == "id"
    assert page.locator(".entry q").first.text_content() == quote
    assert "Kesepakatan".lower() in page.locator("#type").inner_text().lower()


def test_an_entry_opens_to_its_sentences_with_page_line_date_and_rule(open_report: Open) -> None:
    page = open_report()
    entry = page.locator(".entry", has_text="Czechoslovakia reduces ties with Chile")
    entry.locator("summary").click()
    behind = entry.locator(".behind")
    for words in (
        "Czechoslovakia broke off relations with Chile in September 1973.",
        "Pada September 1973 Cekoslowakia memutus hubungan diplomatik dengan Chile.",
        "fjord/copper-1.txt · line 9", "Fjord Courier, 14 March 2021", "own reporting", "sample:sanction/active",
    ):  # fmt: skip
        assert words in behind.inner_text()


def test_only_events_between_the_two_are_shown_at_first_and_all_on_demand(open_report: Open) -> None:
    chronicle = _with_others(sample_chronicle())
    told = {entry.event for entry in chronicle.entries}
    between = sum(event.between for event in chronicle.events if event.id in told)
    page = open_report(chronicle)
    assert _shown(page) == between < len(told)
    page.get_by_text("All events").click()
    expect(page.locator("#state")).to_contain_text(f"{len(told)} of {len(told)}")
    assert _shown(page) == len(told)


def test_claims_can_be_left_out(open_report: Open) -> None:
    chronicle = sample_chronicle()
    told = {entry.event for entry in chronicle.entries}
    asserted = sum(e.standing is Standing.ASSERTED for e in chronicle.events if e.id in told)
    page = open_report()
    page.locator("#claims").uncheck()
    expect(page.locator("#state")).to_contain_text(f"{asserted} of")
    assert _shown(page) == asserted


def test_events_are_chosen_by_kind_words_and_years(open_report: Open) -> None:
    page = open_report()
    page.locator("#type").select_option("AGREE")
    assert 0 < _shown(page) < 6
    page.locator("#reset").click()
    page.locator("#search").fill("lithium")
    expect(page.locator("#state")).not_to_contain_text("28 of 28")
    assert all("ithium" in text or "itium" in text for text in page.locator(".entry:visible").all_text_contents())
    page.locator("#search").fill("")
    page.locator("#from").fill("1990")
    page.locator("#to").fill("1994")
    expect(page.locator("#state")).to_contain_text("4 of 28")
    page.locator("#search").fill("no page says this")
    expect(page.locator("#state")).to_contain_text("No event fits")


def test_the_weightiest_events_alone_can_be_shown(open_report: Open) -> None:
    page = open_report()
    page.locator("#weight").select_option("4")
    heavy = sum(round(entry.weight * 5) >= 4 for entry in sample_chronicle().entries)
    expect(page.locator("#state")).to_contain_text(f"{heavy} of 28")
    page.locator("#reset").click()
    expect(page.locator("#state")).to_contain_text("28 of 28")


def test_dragging_across_the_tide_chooses_a_stretch(open_report: Open) -> None:
    page = open_report()
    box = page.locator(".plot").bounding_box()
    assert box is not None
    y = box["y"] + 60
    page.mouse.move(box["x"] + 3, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.3, y, steps=5)
    page.mouse.up()
    expect(page.locator("#state")).to_contain_text("Chosen stretch")
    shown = _shown(page)
    assert 0 < shown < 28
    assert page.locator(".mark:not(.away)").count() == shown
    page.locator("#reset").click()
    assert _shown(page) == 28


def test_hovering_a_mark_lights_its_entry_and_the_other_way_round(open_report: Open) -> None:
    page = open_report()
    mark = page.locator(".mark").nth(5)
    mark.locator("use").hover(force=True)
    ident = (mark.get_attribute("href") or "")[1:]
    expect(page.locator(f"#{ident}")).to_have_class(_holds("lit"))
    line = page.locator(f"#{ident} .what").inner_text()
    expect(page.locator("#readout")).to_contain_text(line)
    entry = page.locator(".entry").nth(2)
    entry.hover()
    other = entry.get_attribute("id")
    expect(page.locator(f'.mark[href="#{other}"]')).to_have_class(_holds("lit"))


def test_clicking_a_mark_opens_its_entry(open_report: Open) -> None:
    page = open_report()
    mark = page.locator(".mark").nth(9)
    mark.locator("use").click(force=True)
    ident = (mark.get_attribute("href") or "")[1:]
    expect(page.locator(f"#{ident} .behind")).to_be_in_viewport()


def test_arrow_keys_walk_the_marks_and_enter_opens_one(open_report: Open) -> None:
    page = open_report()
    page.locator('.mark[tabindex="0"]').focus()
    names = []
    for key in ("End", "Home", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowDown"):
        page.keyboard.press(key)
        names.append(page.evaluate("document.activeElement.getAttribute('href')"))
    walk = [mark.get_attribute("href") for mark in page.locator(".mark").all()]
    assert names == [walk[-1], walk[0], walk[1], walk[2], walk[1], walk[2]]
    assert page.locator('.mark[tabindex="0"]').count() == 1
    page.keyboard.press("Enter")
    expect(page.locator(f"{walk[2]} details")).to_have_attribute("open", "")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_every_mark_has_a_name_that_says_when_and_what(open_report: Open) -> None:
    page = open_report(language="id")
    names = page.evaluate(
        "Array.from(document.querySelectorAll('.mark'), (mark) => mark.getAttribute('aria-labelledby').split(' ')"
        ".map((id) => document.getElementById(id).innerText).join(' '))"
    )
    assert "Sep 1973 Cekoslowakia mengurangi hubungan dengan Cile" in names
    expect(page.get_by_role("link", name="Sep 1973 Cekoslowakia mengurangi hubungan dengan Cile")).to_have_count(1)


def test_everything_can_be_reached_by_the_tab_key(open_report: Open) -> None:
    page = open_report()
    reached = set()
    for _ in range(28):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "(() => { const e = document.activeElement; return e.id || e.name || e.className.baseVal || e.className"
                " || e.dataset.tongue || e.tagName; })()"
            )
        )
    for wanted in ("skip", "who", "claims", "type", "search", "from", "to", "open-all", "SUMMARY"):
        assert wanted in reached
    assert any("mark" in name for name in reached)


def test_focus_can_be_seen(open_report: Open) -> None:
    page = open_report()
    page.locator("#search").focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.locator('.mark[tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    width = page.evaluate("getComputedStyle(document.activeElement.querySelector('.hit')).strokeWidth")
    assert float(width.removesuffix("px")) >= 2


def test_ties_follow_the_day_that_is_chosen(open_report: Open) -> None:
    page = open_report()

    def verdict(about: str) -> str:
        return page.locator(".tie", has_text=about).locator(".verdict").inner_text()

    page.locator("#tie-day").fill("2018-05-01")
    assert verdict("defence pact") == "in force"
    assert "As of 1 May 2018" in page.locator("#as-of").inner_text()
    page.locator("#tie-day").fill("2022-05-01")
    assert verdict("defence pact") == "not in force"
    page.locator("#tie-day").fill("2021-05-15")
    assert verdict("defence pact") == "uncertain"
    page.locator("#tie-range").focus()
    page.keyboard.press("Home")
    assert page.locator("#tie-day").input_value().startswith("1925")
    assert verdict("defence pact") == "not in force"


def test_a_link_to_an_event_opens_it(open_report: Open) -> None:
    ident = sample_chronicle().entries[20].event
    page = open_report(hash=f"#{ident}")
    expect(page.locator(f"#{ident} .behind")).to_be_in_viewport()


def test_a_link_to_an_event_that_is_filtered_away_shows_it_all_the_same(open_report: Open) -> None:
    chronicle = _with_others(sample_chronicle())
    told = {entry.event for entry in chronicle.entries}
    ident = next(event.id for event in chronicle.events if not event.between and event.id in told)
    page = open_report(chronicle, hash=f"#{ident}")
    expect(page.locator(f"#{ident} .behind")).to_be_visible()


def test_without_scripts_the_whole_timeline_can_be_read(open_report: Open) -> None:
    page = open_report(java_script_enabled=False)
    assert page.locator(".entry").count() == len(sample_chronicle().entries)
    assert not page.locator(".choose").is_visible()
    page.locator(".entry summary").first.click()
    expect(page.locator(".entry .behind").first).to_be_visible()
    expect(page.locator(".plot .mark").first).to_be_visible()
    assert page.locator("#tide-title").inner_text() == "The tide"


def test_dark_and_light_differ_and_both_are_drawn(open_report: Open) -> None:
    papers = {
        scheme: open_report(color_scheme=scheme).evaluate("getComputedStyle(document.documentElement).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert papers["light"] != papers["dark"]


def test_paper_shows_every_sentence(open_report: Open) -> None:
    page = open_report()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".behind:visible").count() == len(sample_chronicle().entries)
    assert not page.locator(".choose").is_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".behind:visible").count() == 0


def test_two_thousand_events_stay_usable(open_report: Open) -> None:
    page = open_report(_many(2000))
    page.locator("#search").fill("lithium")
    expect(page.locator("#state")).to_contain_text(" of 2000", timeout=6000)
    expect(page.locator("#state")).not_to_contain_text("2000 of", timeout=6000)
    page.locator("#search").fill("")
    expect(page.locator("#state")).to_contain_text("2000 of 2000", timeout=6000)


def _many(count: int) -> Chronicle:
    """The sample's events told over and over, a few days apart."""
    chronicle = sample_chronicle()
    entries = {entry.event: entry for entry in chronicle.entries}
    events, told = [], []
    dated = [event for event in chronicle.events if event.id in entries and event.when]
    first = dated[0].when
    assert first is not None
    assert first.start is not None
    for n in range(count):
        event = dated[n % len(dated)]
        day = first.start + timedelta(days=n * 17)
        ident = f"e-{n:012x}"
        when = Interval(start=day, end=day + timedelta(days=1), grain=Grain.DAY)
        events.append(replace(event, id=ident, when=when))
        told.append(replace(entries[event.id], event=ident))
    return replace(chronicle, events=tuple(events), entries=tuple(told), phases=(), ties=())


def _holds(name: str) -> object:
    import re

    return re.compile(rf"\b{name}\b")
