"""How English is built: what a verb goes on with, who describes whom, what is content, one act told twice."""

from __future__ import annotations

import pytest

from tidebook.events.parallel import BASE, DOING, PAST, PRESENT, form
from tidebook.events.structure import structure_of
from tidebook.records.edtf import parse
from tidebook.runs.read import read_text


def told(text: str) -> set[str]:
    """Reports as ``TYPE who>whom standing``."""
    _, reports = read_text(text, parse("2001-05-18"), "en")
    return {f"{r.type} {'+'.join(r.actors)}>{'+'.join(r.recipients)} {r.standing.value}" for r in reports}


@pytest.mark.parametrize(
    ("word", "voices", "expected"),
    [
        ("attack", ("active",), BASE),
        ("attacks", ("active",), PRESENT),
        ("struck", ("active",), PAST),
        ("accused", ("past",), PAST),
        ("accusing", ("gerund",), DOING),
        ("cut", ("active", "past"), ""),
    ],
)
def test_a_verb_shows_its_form_unless_it_may_have_several(word: str, voices: tuple[str, ...], expected: str) -> None:
    assert form(word, voices, structure_of("en")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru said it would recall its envoy from Chile and demanded that Chile apologise.",
            "REQUEST PER>CHL asserted",
        ),
        ("India ordered two Pakistani diplomats to leave, accusing Pakistan of spying.", "ACCUSE IND>PAK asserted"),
        ("Chad condemned a Libyan raid that killed two and warned Libya of war.", "THREATEN TCD>LBY asserted"),
        ("Kenya, hit by a drought, asked Egypt for grain.", "REQUEST KEN>EGY asserted"),
    ],
)
def test_a_verb_goes_on_with_the_clause_that_fits_it(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("French shelling killed two Germans.", {"ASSAULT FRA>DEU asserted"}),
        ("Two Cuban soldiers were killed when Spanish troops opened fire near a fort.", {"ASSAULT ESP>CUB asserted"}),
        ("Two Iraqis were killed in a Turkish air strike.", {"ASSAULT TUR>IRQ asserted"}),
        ("In its first strike inside Syria, Israel bombed a camp near Damascus.", {"ASSAULT ISR>SYR asserted"}),
    ],
)
def test_one_act_told_twice_is_told_once(text: str, expected: set[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chad was hit by a quake in May.",
        "Peruvian fishermen kept a boat from landing in Chile.",
        "France decided on a plan after a German film won.",
        "Direct flights between Peru and Chile were full.",
        "A Syrian plane made an emergency landing in Iraq.",
    ],
)
def test_what_nobody_did_or_somebody_was_kept_from_is_no_report(text: str) -> None:
    assert not {t for t in told(text) if t.startswith(("ASSAULT", "MOBILIZE", "REQUEST"))}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kuwait asked Egypt to send troops to defend its oilfields.", 1),
        ("Peru and Chile clinched a deal in Lima to curb the arms race.", 1),
        ("Egypt appealed to Sudan to stop fighting.", 1),
    ],
)
def test_the_content_of_a_request_or_a_deal_is_no_report_of_its_own(text: str, count: int) -> None:
    assert len(told(text)) == count, told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iraqi Scuds hit Tel Aviv.", "ASSAULT IRQ>ISR asserted"),
        ("Russian troops captured Mariupol.", "ASSAULT RUS>UKR asserted"),
        ("Rockets fired from Lebanon struck Haifa.", "ASSAULT LBN>ISR asserted"),
        ("Four Russian officers were arrested in Tbilisi.", "COERCE GEO>RUS asserted"),
        ("Turkish gunners poured shells into a Greek fort.", "ASSAULT TUR>GRC asserted"),
        ("Iran dismissed Iraqi claims.", "REJECT IRN>IRQ asserted"),
        ("Israel admitted shelling the Egyptian post by mistake.", "CONCEDE ISR>EGY asserted"),
        ("Chad's tariff on Libyan goods took effect on Monday.", "SANCTION TCD>LBY asserted"),
        ("The French minister, on a visit to Berlin, was ill.", "CONSULT FRA+DEU> asserted"),
        ("France's demand that Germany withdraw was ignored.", "REQUEST FRA>DEU asserted"),
        ("Germany should withdraw its troops, the French president said.", "REQUEST FRA>DEU asserted"),
        ("Anti-German riots shook Paris.", "PROTEST FRA>DEU asserted"),
        ("Belarus has freed no Polish prisoners.", "RETREAT BLR>POL negated"),
        ("The State Department condemned Iran.", "ACCUSE USA>IRN asserted"),
        ("The Foreign Office summoned the Iranian ambassador.", "ACCUSE GBR>IRN asserted"),
    ],
)
def test_who_acts_upon_whom_is_read_from_the_words_around(text: str, expected: str) -> None:
    assert expected in told(text)
