"""English stories read whole: who is meant, and at whom words and blows are aimed that name nobody."""

from __future__ import annotations

import pytest

from tidebook.records.edtf import parse
from tidebook.runs.read import read_text


def told(text: str, published: str = "2024-05-03") -> set[str]:
    _, reports = read_text(text, parse(published), "en")
    return {f"{r.type} {'+'.join(r.actors)}>{'+'.join(r.recipients)} {r.standing}" for r in reports}


STORY = (
    "Chad and Libya quarrelled over the Aouzou strip on Monday. Libya accused Chad of raiding its camps. "
    "Chad denied the charge. "
)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Chad vowed to strike back.", "THREATEN TCD>LBY asserted"),
        ("Libya rejected the excuses.", "REJECT LBY>TCD asserted"),
        ("Libyan jets bombed a village in the dunes.", "ASSAULT LBY>TCD asserted"),
        ("Algeria appealed for calm.", "REQUEST DZA>TCD+LBY asserted"),
        ("Egypt offered to mediate.", "AGREE EGY>TCD+LBY asserted"),
    ],
)
def test_what_names_nobody_is_aimed_at_those_the_story_is_about(last: str, expected: str) -> None:
    found = told(STORY + last)
    kind, parties, standing = expected.split(" ")
    actors, recipients = parties.split(">")
    assert any(
        one.split(" ")[0] == kind
        and one.split(" ")[1].split(">")[0] == actors
        and set(one.split(" ")[1].split(">")[1].split("+")) == set(recipients.split("+"))
        and one.endswith(standing)
        for one in found
    ), found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru sent experts to Bolivia on Sunday and condemned Chile.", "ACCUSE PER>CHL asserted"),
        ("Austria summoned Hungary's ambassador and demanded an apology.", "REQUEST AUT>HUN asserted"),
        ("Norway declared war on Sunday.", "THREATEN NOR> asserted"),
        ("Cuba and Haiti met in Mexico City on Friday.", "CONSULT CUB+HTI> asserted"),
        ("Gunmen attacked Kenya's parliament.", "ASSAULT >KEN asserted"),
        ("The Geneva accords were signed by Laos and Thailand.", "AGREE LAO+THA> asserted"),
        ("Turkey said it would halt flights and trade with Armenia.", "SANCTION TUR>ARM planned"),
        ("Nigeria demanded at a summit that Benin return the statues.", "REQUEST NGA>BEN asserted"),
        ("Kuwait lifted its ban on selling oil to Jordan.", "RETREAT KWT>JOR asserted"),
        ("Greece and Turkey have agreed, with Cyprus's help, to mend ties.", "AGREE GRC+TUR> asserted"),
        ("A ceasefire between Mali and Niger, announced by Ghana, held.", "RETREAT MLI+NER> asserted"),
        ("Ghana announced that Mali had attacked Niger.", "ASSAULT MLI>NER alleged"),
        ("Brazil let two jailed Bolivians go.", "RETREAT BRA>BOL asserted"),
    ],
)
def test_one_english_sentence_tells_one_act(text: str, expected: str) -> None:
    assert expected in told(text)


def test_a_missile_fired_back_is_no_test() -> None:
    found = told("Israel struck sites across Iran before dawn, and Iran fired dozens of missiles in return.")
    assert found == {"ASSAULT ISR>IRN asserted", "ASSAULT IRN>ISR asserted"}


def test_a_leader_known_by_surname_acts_for_the_state_he_led_then() -> None:
    assert "ACCUSE GBR>FRA asserted" in told("Blair condemned France.", "2003-02-05")
    assert "ACCUSE USA>FRA asserted" in told("On Monday Obama condemned France.", "2014-02-05")


def test_the_kingdom_is_the_one_kingdom_that_a_story_names() -> None:
    found = told("Saudi Arabia and Iraq met on Monday. Iraq thanked Kuwait. The kingdom accused Syria of smuggling.")
    assert "ACCUSE SAU>SYR asserted" in found


def test_a_look_back_does_not_date_the_next_paragraph_of_the_news() -> None:
    text = "Chad condemned Libya on Monday.\nTies were last broken in 1988.\nEgypt condemned Chad."
    _, reports = read_text(text, parse("2016-01-05"), "en")
    last = next(r for r in reports if r.actors == ("EGY",))
    assert last.when is not None
    assert last.when.start is not None
    assert last.when.start.year >= 2015


def test_reporters_in_a_capital_are_not_its_own() -> None:
    reading, _ = read_text("Chad told reporters in Washington that it was ready.", None, "en")
    assert all("reporters" not in m.span.cut(reading.article.text) for m in reading.actors)


def test_what_is_joined_with_a_time_of_its_own_is_dated_by_it() -> None:
    text = (
        "Rao flew to Kathmandu in May 2013, the first visit there in 12 years, and in August the two leaders met in Delhi, "
        "where Nepal and India agreed to hold talks every year."
    )
    dated = {(r.type, r.when.edtf) for r in read_text(text, parse("2014-01-01"), "en")[1] if r.when is not None}
    assert ("AGREE", "2013-08") in dated


def test_a_time_right_before_when_is_that_of_what_happened_then() -> None:
    text = "Diplomatic relations were not opened until 1965, when Nepal and India signed a treaty in Delhi."
    (report,) = [r for r in read_text(text, parse("2014-01-01"), "en")[1] if r.type == "AGREE"]
    assert report.when is not None
    assert report.when.edtf == "1965"
