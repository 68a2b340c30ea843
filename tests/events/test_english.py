"""English: every row of its tables is coded as its example says, and sentences of our own with what makes English hard."""

from __future__ import annotations

import re

import pytest

from tidebook.events.code import code
from tidebook.events.lexicon import rows_of
from tidebook.records.articles import Article, Block, BlockKind, Sentence
from tidebook.records.events import Report
from tidebook.records.mentions import ActorMention, MentionedBy
from tidebook.records.readings import Reading
from tidebook.records.spans import Span

STATES = {
    "AFG": "Afghanistan Afghan",
    "ALB": "Albania Albanian",
    "AGO": "Angola Angolan",
    "AUT": "Austria Austrian",
    "BHR": "Bahrain Bahraini",
    "BGD": "Bangladesh Bangladeshi",
    "BEL": "Belgium Belgian",
    "BOL": "Bolivia Bolivian",
    "BGR": "Bulgaria Bulgarian",
    "CAN": "Canada Canadian",
    "TCD": "Chad Chadian",
    "CHL": "Chile Chilean",
    "COL": "Colombia Colombian",
    "DNK": "Denmark Danish",
    "ECU": "Ecuador Ecuadorian",
    "EST": "Estonia Estonian",
    "FIN": "Finland Finnish",
    "GHA": "Ghana Ghanaian",
    "HTI": "Haiti Haitian",
    "HUN": "Hungary Hungarian",
    "ISL": "Iceland Icelandic",
    "IRL": "Ireland Irish",
    "ITA": "Italy Italian",
    "JOR": "Jordan Jordanian",
    "KEN": "Kenya Kenyan",
    "LVA": "Latvia Latvian",
    "LBY": "Libya Libyan",
    "LTU": "Lithuania Lithuanian",
    "MLI": "Mali Malian",
    "MEX": "Mexico Mexican",
    "MMR": "Myanmar Burmese",
    "NPL": "Nepal Nepalese",
    "NLD": "the_Netherlands Dutch",
    "NZL": "New_Zealand Zealander",
    "NGA": "Nigeria Nigerian",
    "NOR": "Norway Norwegian",
    "OMN": "Oman Omani",
    "PSE": "Palestine Palestinian",
    "PAN": "Panama Panamanian",
    "PER": "Peru Peruvian",
    "PHL": "the_Philippines Philippine",
    "PRT": "Portugal Portuguese",
    "ROU": "Romania Romanian",
    "RWA": "Rwanda Rwandan",
    "SEN": "Senegal Senegalese",
    "SGP": "Singapore Singaporean",
    "SOM": "Somalia Somali",
    "ZAF": "South_Africa South_African",
    "LKA": "Sri_Lanka Lankan",
    "CHE": "Switzerland Swiss",
    "TWN": "Taiwan Taiwanese",
    "TZA": "Tanzania Tanzanian",
    "TUN": "Tunisia Tunisian",
    "UGA": "Uganda Ugandan",
    "ARE": "the_Emirates Emirati",
    "URY": "Uruguay Uruguayan",
    "VEN": "Venezuela Venezuelan",
    "YEM": "Yemen Yemeni",
    "YUG": "Yugoslavia Yugoslav",
    "ZMB": "Zambia Zambian",
    "ZWE": "Zimbabwe Zimbabwean",
    "SUN": "the_Soviet_Union Soviet The_Soviet_Union",
    "DZA": "Algeria Algerian",
    "ARG": "Argentina Argentine",
    "ARM": "Armenia Armenian",
    "AUS": "Australia Australian",
    "AZE": "Azerbaijan Azerbaijani",
    "BLR": "Belarus Belarusian",
    "BRA": "Brazil Brazilian",
    "GBR": "Britain British",
    "KHM": "Cambodia Cambodian",
    "CHN": "China Chinese",
    "HRV": "Croatia Croatian",
    "CUB": "Cuba Cuban",
    "EGY": "Egypt Egyptian",
    "ERI": "Eritrea Eritrean",
    "ETH": "Ethiopia Ethiopian",
    "EUU": "the_European_Union EU",
    "FRA": "France French",
    "DEU": "Germany German",
    "GRC": "Greece Greek",
    "IND": "India Indian",
    "IDN": "Indonesia Indonesian",
    "IRN": "Iran Iranian",
    "IRQ": "Iraq Iraqi",
    "ISR": "Israel Israeli",
    "JPN": "Japan Japanese",
    "KWT": "Kuwait Kuwaiti",
    "LBN": "Lebanon Lebanese",
    "MYS": "Malaysia Malaysian",
    "MAR": "Morocco Moroccan",
    "PRK": "North_Korea North_Korean Kim",
    "PAK": "Pakistan Pakistani",
    "POL": "Poland Polish",
    "QAT": "Qatar Qatari",
    "RUS": "Russia Russian Putin",
    "SAU": "Saudi_Arabia Saudi",
    "SRB": "Serbia Serbian",
    "KOR": "South_Korea South_Korean",
    "ESP": "Spain Spanish",
    "SDN": "Sudan Sudanese",
    "SWE": "Sweden Swedish",
    "SYR": "Syria Syrian",
    "THA": "Thailand Thai",
    "TUR": "Turkey Turkish",
    "UKR": "Ukraine Ukrainian",
    "UNO": "the_United_Nations UN",
    "USA": "the_United_States The_United_States American America",
    "VNM": "Vietnam Vietnamese",
}
NAMES = {name.replace("_", " "): state for state, names in STATES.items() for name in names.split()}
ADJECTIVES = {names.split()[1].replace("_", " ") for names in STATES.values()} - {"EU", "UN", "The United States"} | {
    "American"
}
NAMED = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, NAMES), key=len, reverse=True))})\b")


def coded(text: str) -> tuple[Report, ...]:
    """The reports of one sentence whose actors are found by the plain table above, so that only the coder is tried."""
    whole = Span(start=0, end=len(text))
    article = Article(
        id="a-english",
        headline="",
        publisher=None,
        byline=None,
        dateline=None,
        published=None,
        published_at=None,
        modified=None,
        language="en",
        section=None,
        canonical=None,
        text=text,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=whole, page="-", source=whole),),
        pages=("-",),
        missing=(),
        credits=(),
        evidence=(),
    )
    mentions = tuple(
        ActorMention(
            span=Span(start=found.start(), end=found.end()),
            actors=(NAMES[found.group()],),
            by=MentionedBy.ADJECTIVE if found.group() in ADJECTIVES else MentionedBy.NAME,
            rule="name",
        )
        for found in NAMED.finditer(text)
    )
    sentence = Sentence(article=article.id, index=0, span=whole, block=0, kind=BlockKind.PARAGRAPH)
    return code(Reading(article=article, sentences=(sentence,), actors=mentions))


def told(text: str) -> set[str]:
    """Reports as ``TYPE who>whom standing``."""
    return {
        f"{r.type} {'+'.join(r.actors)}{'>' if r.recipients else ''}{'+'.join(r.recipients)} {r.standing.value}"
        for r in coded(text)
    }


def test_there_are_fifteen_hundred_frames_with_an_example_each() -> None:
    frames = [entry for _, _, entry in rows_of("en") if entry.kind == "frame" and entry.code != "NONE"]
    assert len(frames) >= 1500
    assert not [entry.name for entry in frames if not entry.example]


@pytest.mark.parametrize("kind", ["frame", "operator"])
def test_every_example_is_coded_with_the_type_of_its_row(kind: str) -> None:
    wrong = []
    for words, _, entry in rows_of("en"):
        wanted = entry.code if entry.kind == "frame" else entry.expected
        if entry.kind != kind or not entry.example or wanted in ("", "NONE", "SAME"):
            continue
        found = coded(entry.example)
        if not any(r.type == wanted and (kind == "operator" or entry.mode in (None, r.mode)) for r in found):
            wrong.append((words, entry.example, [(r.type, r.mode, r.rule) for r in found]))
    assert not wrong


def test_words_that_tell_the_same_again_tell_it_of_two() -> None:
    found = {e.example: [r.type for r in coded(e.example)] for _, _, e in rows_of("en") if e.code == "SAME"}
    assert found
    assert all(len(types) == 2 and len(set(types)) == 1 for types in found.values()), found


def test_no_row_fires_in_its_counter_example() -> None:
    wrong = []
    for words, _, entry in rows_of("en"):
        if entry.kind != "frame" or not entry.counter:
            continue
        for report in coded(entry.counter):
            if entry.code == "NONE" or (report.type == entry.code and report.rule.startswith(f"en:{entry.name}/")):
                wrong.append((words, entry.counter, report.rule))
    assert not wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia did not attack Ukraine.", "ASSAULT RUS>UKR negated"),
        ("Iran denied attacking Israel.", "ASSAULT IRN>ISR denied"),
        ("Ukraine was attacked by Russia with drones.", "ASSAULT RUS>UKR asserted"),
        ("According to Ukraine, Russia shelled the port.", "ASSAULT RUS alleged"),
        ("If China invades Japan, the United States will respond.", "ASSAULT CHN>JPN hypothetical"),
        ("Russia might attack Poland, Sweden warned.", "ASSAULT RUS>POL hypothetical"),
        ("The United States accused North Korea of arming Russia.", "ACCUSE USA>PRK asserted"),
        ("The United States accused North Korea of arming Russia.", "AID PRK>RUS alleged"),
        ("Germany agreed to supply tanks to Ukraine.", "AGREE DEU>UKR asserted"),
    ],
)
def test_the_standing_of_a_claim_is_read(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sanctions were imposed on Iran by the United States.", "SANCTION USA>IRN asserted"),
        ("China lifted its ban on Australian coal.", "RETREAT CHN>AUS asserted"),
        ("Aid to Cuba was suspended by the United States.", "SANCTION USA>CUB asserted"),
        ("Australia provided ten million dollars in aid to Indonesia.", "AID AUS>IDN asserted"),
        ("France rejected a Turkish proposal to hold talks.", "REJECT FRA>TUR asserted"),
        ("South Korea urged China to stop sending fuel to North Korea.", "REQUEST KOR>CHN asserted"),
        ("Japan condemned the North Korean missile test.", "ACCUSE JPN>PRK asserted"),
        ("Iraq vowed revenge on Israel.", "THREATEN IRQ>ISR asserted"),
        ("Serbia said that Croatia must end its attacks.", "REQUEST SRB>HRV asserted"),
        ("Japan gave two million dollars to help Sudan.", "AID JPN>SDN asserted"),
        ("Saudi Arabia offered to mediate between Russia and Ukraine.", "AGREE SAU>RUS+UKR asserted"),
        ("Ukraine asked Germany for tanks.", "REQUEST UKR>DEU asserted"),
    ],
)
def test_an_operator_turns_what_it_governs(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel struck Iran with missiles.", "ASSAULT ISR>IRN asserted"),
        ("Israel struck a deal with Egypt over gas.", "AGREE ISR+EGY asserted"),
        ("Iraqi dockers went on strike against a Kuwaiti shipping line.", "PROTEST IRQ>KWT asserted"),
        ("Iraqi soldiers fired on Kuwaiti guards.", "ASSAULT IRQ>KWT asserted"),
        ("Germany recalled its ambassador from Turkey.", "SANCTION DEU>TUR asserted"),
        ("Turkey pulled out of talks with Greece.", "SANCTION TUR>GRC asserted"),
        ("Russian troops pulled out of Armenia.", "RETREAT RUS>ARM asserted"),
        ("North Korea test-fired two missiles on Sunday.", "MOBILIZE PRK asserted"),
        ("Egypt opened its border to Sudanese refugees.", "RETREAT EGY>SDN asserted"),
        ("Syria opened an embassy in Qatar.", "COOPERATE SYR+QAT asserted"),
        ("Algeria severed ties with Morocco.", "SANCTION DZA>MAR asserted"),
        ("Russia vetoed a UN resolution on Syria.", "REJECT RUS>UNO asserted"),
    ],
)
def test_one_word_means_what_stands_around_it(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The visit of the Chinese premier to India began on Monday.", "CONSULT CHN+IND asserted"),
        ("A ceasefire between Israel and Lebanon took hold.", "RETREAT ISR+LBN asserted"),
        ("The bombing of Ukrainian towns by Russia went on.", "ASSAULT RUS>UKR asserted"),
        ("Cuban criticism of Spain was sharp.", "ACCUSE CUB>ESP asserted"),
        ("The lifting of sanctions on Iran by the United States helped.", "RETREAT USA>IRN asserted"),
        ("Clashes between Iranian and Israeli troops left four dead.", "ASSAULT IRN+ISR asserted"),
        ("The French withdrawal from Sudan ended in May.", "RETREAT FRA>SDN asserted"),
        ("The testing of missiles by Iran went on.", "MOBILIZE IRN asserted"),
    ],
)
def test_a_noun_tells_an_event_with_its_parties(text: str, expected: str) -> None:
    assert expected in told(text)


def test_a_relative_clause_has_the_subject_it_hangs_on() -> None:
    assert told("Kim, who met Putin in September, visited China.") == {
        "CONSULT PRK+CHN asserted",
        "CONSULT PRK+RUS asserted",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The trade minister of France spoke of a heart attack.",
        "Japan hosted the Olympic Games.",
        "Tourists from Germany met their guides in Spain.",
        "Brazil beat Argentina in the final of the cup.",
        "The Polish economy grew by two percent.",
        "Swedish talk shows are popular in Turkey.",
        "A storm hit the coast of Vietnam.",
    ],
)
def test_chatter_is_no_report(text: str) -> None:
    assert told(text) == set()
