"""Ties: opened and closed by events, with three ends, and what they were on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.samples import sample_chronicle
from tidebook.chronicle.leaders import leaders_of
from tidebook.chronicle.on_day import on_day
from tidebook.chronicle.tie_rules import rules
from tidebook.chronicle.ties import as_of, ties_of
from tidebook.records.chronicles import Chronicle, Dyad, Side, Tie
from tidebook.records.edtf import parse
from tidebook.records.events import Event, Report, Standing
from tidebook.records.spans import Span

DYAD = Dyad(left=Side(actor="RUS", predecessors=(("SUN", date(1991, 12, 26)),)), right=Side(actor="PRK"))
FAR = date(2030, 1, 1)


def happened(
    type: str,
    actors: str,
    recipients: str,
    when: str,
    themes: str,
    mode: str | None = None,
    standing: Standing = Standing.ASSERTED,
    rule: str = "test",
) -> tuple[Event, Report]:
    """An event and its one report."""
    base = sample_chronicle()
    name = f"{type}-{when}-{themes}-{standing}"
    report = replace(
        base.reports[0],
        id=f"r-{name}",
        type=type,
        themes=tuple(themes.split()),
        when=parse(when),
        standing=standing,
        rule=rule,
    )
    event = replace(
        base.events[0],
        id=f"e-{name}",
        type=type,
        mode=mode,
        actors=tuple(actors.split()),
        recipients=tuple(recipients.split()),
        when=parse(when),
        standing=standing,
        reports=(report.id,),
    )
    return event, report


def ties(*told: tuple[Event, Report]) -> list[Tie]:
    """Their ties, without leaders."""
    found = ties_of(DYAD, [e for e, _ in told], [r for _, r in told], FAR)
    return [tie for tie in found if tie.source is None]


def test_a_treaty_of_the_soviet_union_can_be_ended_by_russia() -> None:
    (tie,) = ties(
        happened("AGREE", "SUN PRK", "", "1961~", "alliance"),
        happened("REJECT", "RUS", "PRK", "199X", "alliance"),
    )
    assert (tie.kind, tie.end) == ("alliance", "known")
    assert tie.since == parse("1961~")
    assert tie.until == parse("199X")


def test_the_end_of_an_alliance_ends_the_one_treaty_that_it_can_mean() -> None:
    (tie,) = ties(
        happened("AGREE", "SUN PRK", "", "1961~", "agreement"),
        happened("REJECT", "RUS", "PRK", "199X", "alliance"),
    )
    assert (tie.kind, tie.end) == ("alliance", "known")
    assert tie.since == parse("1961~")


def test_where_two_treaties_stand_the_end_of_an_alliance_ends_neither() -> None:
    found = ties(
        happened("AGREE", "SUN PRK", "", "1949", "agreement"),
        happened("AGREE", "SUN PRK", "", "1961~", "agreement"),
        happened("REJECT", "RUS", "PRK", "199X", "alliance"),
    )
    assert [(tie.kind, tie.until is None) for tie in found] == [("alliance", False), ("treaty", True), ("treaty", True)]


def test_relations_that_get_better_are_not_relations_that_begin() -> None:
    assert (
        ties(happened("COOPERATE", "RUS PRK", "", "2000", "relations", rule="en:improve/active improve*relations"))
        == []
    )


def test_battles_years_apart_are_not_one_war() -> None:
    assert (
        ties(
            happened("ASSAULT", "PRK", "KOR", "1950-06", "attack"),
            happened("RETREAT", "PRK KOR", "", "2018-09", "ceasefire", mode="ceasefire"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("day", "verdict", "reason"),
    [
        ("1955-01-01", "out", "before-opening"),
        ("1961-06-01", "uncertain", "may-have-opened"),
        ("1975-01-01", "in", "in-force"),
        ("1995-01-01", "uncertain", "may-have-closed"),
        ("2005-01-01", "out", "after-closing"),
    ],
)
def test_a_tie_is_in_out_or_uncertain(day: str, verdict: str, reason: str) -> None:
    (tie,) = ties(
        happened("AGREE", "SUN PRK", "", "1961~", "alliance"),
        happened("REJECT", "RUS", "PRK", "199X", "alliance"),
    )
    found = on_day(tie, date.fromisoformat(day), FAR, 20)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_a_debt_written_off_has_an_end_and_no_known_beginning() -> None:
    (tie,) = ties(happened("AID", "RUS", "PRK", "2012", "debt"))
    assert tie.since is None
    assert tie.until == parse("2012")
    assert on_day(tie, date(2013, 1, 1), FAR, 20).verdict == "out"
    assert on_day(tie, date(2011, 12, 1), FAR, 20).verdict == "in"
    assert on_day(tie, date(1990, 1, 1), FAR, 20).reason == "opening-unknown"


def test_sanctions_have_sides_and_grow() -> None:
    (tie,) = ties(
        happened("SANCTION", "RUS", "PRK", "2006-10", "sanction"),
        happened("SANCTION", "RUS", "PRK", "2016-03", "sanction"),
    )
    assert tie.kind == "sanctions"
    assert len(tie.opened_by) == 2
    assert tie.end == "unknown"
    assert on_day(tie, date(2010, 1, 1), FAR, 10).verdict == "in"
    assert on_day(tie, date(2029, 1, 1), FAR, 10).reason == "end-unknown"


def test_relations_stay_in_force_until_an_end_is_told() -> None:
    (tie,) = ties(happened("COOPERATE", "SUN PRK", "", "1948-10-12", "relations"))
    assert tie.end == "in force"
    assert on_day(tie, date(2020, 1, 1), FAR, None).verdict == "in"


def test_nobody_knows_what_stands_after_the_pile_ends() -> None:
    (tie,) = ties(happened("COOPERATE", "SUN PRK", "", "1948-10-12", "relations"))
    assert on_day(tie, date(2020, 1, 1), date(2019, 1, 1), None).verdict == "uncertain"


def test_two_treaties_are_two_ties() -> None:
    found = ties(
        happened("AGREE", "RUS PRK", "", "2000-02-09", "agreement"),
        happened("AGREE", "RUS PRK", "", "2008-04", "agreement"),
    )
    assert [tie.kind for tie in found] == ["treaty", "treaty"]


def test_relations_broken_and_restored_are_one_tie_with_stretches() -> None:
    (tie,) = ties(
        happened("COOPERATE", "SUN PRK", "", "1929", "relations"),
        happened("SANCTION", "PRK", "SUN", "1943-12", "relations", rule="t break*relations"),
        happened("SANCTION", "SUN", "PRK", "1988-04", "relations", rule="t break*relations"),
        happened("COOPERATE", "PRK RUS", "", "1991-12-30", "relations", rule="t restore*relations"),
        happened("SANCTION", "RUS", "PRK", "2016-01-03", "relations", rule="t break*relations"),
        happened("SANCTION", "PRK", "RUS", "2016-01-04", "relations", rule="t break*relations"),
        happened("AGREE", "RUS PRK", "", "2023-03-10", "relations", rule="t restore*relations"),
        happened("SANCTION", "RUS", "PRK", "2023-03-10", "relations", rule="t break*relations"),
    )
    tie = replace(tie, born=None)
    assert tie.parties == ("RUS", "PRK")
    assert tie.end == "in force"
    verdicts = {
        day: (found.verdict, found.reason)
        for day in ("1920-01-01", "1935-01-01", "1950-01-01", "1987-12-01", "1989-01-01", "2000-01-01", "2017-05-01")
        if (found := on_day(tie, date.fromisoformat(day), FAR, None))
    }
    assert verdicts == {
        "1920-01-01": ("out", "before-opening"),
        "1935-01-01": ("in", "in-force"),
        "1950-01-01": ("uncertain", "opening-unknown"),
        "1987-12-01": ("in", "in-force"),
        "1989-01-01": ("out", "after-closing"),
        "2000-01-01": ("in", "in-force"),
        "2017-05-01": ("out", "after-closing"),
    }
    assert on_day(tie, date(2024, 1, 1), FAR, None).verdict == "in"


def test_relations_that_are_restored_existed_before() -> None:
    (tie,) = ties(happened("COOPERATE", "RUS PRK", "", "1999-08-31", "relations", rule="t restore*relations"))
    assert on_day(tie, date(1995, 1, 1), FAR, None).reason == "opening-unknown"
    assert on_day(tie, date(1940, 1, 1), FAR, None).reason == "before-opening"  # one of the two was not there yet


def test_a_body_has_no_diplomatic_relations_and_is_not_recognised() -> None:
    assert ties(happened("COOPERATE", "RUS UNO", "", "1999", "relations")) == []


def test_nothing_stands_before_both_parties_are_there() -> None:
    (tie,) = ties(happened("AID", "RUS", "PRK", "2012", "debt"))
    assert on_day(tie, date(1850, 1, 1), FAR, 20).verdict == "out"


def test_a_third_of_whom_only_both_countries_is_held_to_speak_has_no_tie() -> None:
    event, report = happened("AGREE", "MYS PRK", "", "2001", "agreement")
    part = replace(report.parts[0], role="actor", fills=("MYS", "PRK"))
    assert ties((event, replace(report, parts=(part,)))) == []
    alone = tuple(replace(report.parts[0], role="actor", fills=(code,)) for code in ("MYS", "PRK"))
    assert len(ties((event, replace(report, parts=alone)))) == 1


def test_a_deal_of_ministers_is_no_treaty_and_a_denial_ends_none() -> None:
    assert ties(happened("AGREE", "RUS PRK", "", "2015-10", "agreement", rule="t make*agreement")) == []
    (tie,) = ties(
        happened("AGREE", "RUS PRK", "", "2011", "agreement", rule="t sign*agreement"),
        happened("REJECT", "RUS", "PRK", "2022", "agreement", rule="t deny**"),
    )
    assert tie.until is None


def test_a_treaty_is_called_what_its_report_calls_it_and_ended_by_its_name() -> None:
    said = {
        "1949": "Both signed the Moscow Cultural Treaty in 1949.",
        "1961": "Both signed the Peking Border Accord in 1961.",
        "1990": "One scrapped the Border Accord in 1990.",
    }
    base = sample_chronicle().articles[0]
    told, articles = [], []
    for year, text in said.items():
        kind = "SANCTION" if year == "1990" else "AGREE"
        noun = "Treaty" if "Treaty" in text else "Accord"
        event, report = happened(
            kind, "SUN PRK" if kind == "AGREE" else "SUN", "" if kind == "AGREE" else "PRK", year, "agreement"
        )
        span = Span(start=text.index(noun), end=text.index(noun) + len(noun))
        part = replace(report.parts[0], role="trigger", span=span, fills=())
        told.append((event, replace(report, article=f"a-{year}", span=Span(start=0, end=len(text)), parts=(part,))))
        articles.append(replace(base, id=f"a-{year}", text=text))
    found = ties_of(DYAD, [e for e, _ in told], [r for _, r in told], FAR, articles)
    called = {tie.about: tie.end for tie in found if tie.kind == "treaty"}
    assert called == {"Moscow Cultural Treaty": "unknown", "Peking Border Accord": "known"}


def test_a_threat_or_a_claim_opens_nothing() -> None:
    for standing in (Standing.HYPOTHETICAL, Standing.ALLEGED, Standing.PLANNED):
        assert ties(happened("SANCTION", "RUS", "PRK", "2006-10", "sanction", standing=standing)) == []


def test_a_war_is_told_where_its_end_is() -> None:
    assert ties(happened("ASSAULT", "PRK", "KOR", "1950-06", "attack")) == []
    (war,) = ties(
        happened("ASSAULT", "PRK", "KOR", "1950-06", "attack"),
        happened("RETREAT", "PRK KOR", "", "1953-07-27", "ceasefire", mode="ceasefire"),
    )
    assert war.kind == "war"
    assert war.until == parse("1953-07-27")


def test_leaders_come_from_the_tables_with_their_source() -> None:
    event, report = happened("CONSULT", "RUS PRK", "", "2019-04-25", "meeting")
    found = [tie for tie in ties_of(DYAD, [event], [report], date(2020, 1, 1)) if tie.source is not None]
    assert {"Vladimir Putin", "Kim Jong Un"} <= {tie.about for tie in found}
    assert all(tie.source for tie in found)


def test_the_leader_of_a_predecessor_is_told_for_its_time() -> None:
    event, report = happened("AGREE", "SUN PRK", "", "1961-07-06", "alliance")
    found = ties_of(DYAD, [event], [report], date(1962, 1, 1))
    assert "Nikita Khrushchev" in {tie.about for tie in found if tie.source is not None}


@pytest.mark.parametrize(
    ("code", "day", "office", "person"),
    [
        ("RUS", "2010-06-01", "head-of-state", "Dmitry Medvedev"),
        ("RUS", "2010-06-01", "head-of-government", "Vladimir Putin"),
        ("RUS", "2024-06-19", "head-of-state", "Vladimir Putin"),
        ("SUN", "1961-07-06", "leader", "Nikita Khrushchev"),
        ("SAU", "2024-01-01", "head-of-state", "King Salman"),
        ("SAU", "2024-01-01", "head-of-government", "Mohammed bin Salman"),
        ("SAU", "2017-06-01", "head-of-state", "King Salman"),
        ("IDN", "1965-01-01", "head-of-state", "Sukarno"),
        ("MYS", "1965-01-01", "head-of-government", "Tunku Abdul Rahman"),
        ("PRK", "1994-08-01", "leader", "Kim Jong Il"),
        ("FRA", "1996-01-01", "head-of-state", "Jacques Chirac"),
        ("GBR", "1984-12-19", "head-of-government", "Margaret Thatcher"),
        ("PAK", "2001-07-15", "leader", "Pervez Musharraf"),
        ("CHN", "2018-03-26", "leader", "Xi Jinping"),
    ],
)
def test_who_led_is_told_with_his_office(code: str, day: str, office: str, person: str) -> None:
    at = date.fromisoformat(day)
    found = leaders_of(Dyad(left=Side(actor=code), right=Side(actor="PRK")), at, at)
    assert (office, person) in {(tie.kind, tie.about) for tie in found}


def test_putin_did_not_lead_as_president_while_medvedev_did() -> None:
    at = date(2010, 6, 1)
    found = leaders_of(DYAD, at, at)
    assert {tie.about for tie in found if tie.kind in ("leader", "head-of-state") and tie.parties == ("RUS",)} == {
        "Dmitry Medvedev"
    }


def test_every_rule_has_a_kind_an_opening_and_a_closing() -> None:
    assert all(rule.kind and rule.opens and rule.closes for rule in rules())


def test_as_of_gives_the_sentence_that_says_so() -> None:
    book: Chronicle = sample_chronicle()
    found = {(t.tie.kind, t.tie.since.edtf if t.tie.since else None): t for t in as_of(book, date(2018, 1, 1))}
    pact = found["alliance", "2016-05-09"]
    assert pact.verdict == "in"
    assert pact.report is not None
    assert any(report.id == pact.report for report in book.reports)


def test_what_is_in_force_comes_first() -> None:
    order = [t.verdict for t in as_of(sample_chronicle(), date(2018, 1, 1))]
    assert order == sorted(order, key=("in", "uncertain", "out").index)


@pytest.mark.parametrize(
    ("words", "opens", "named"),
    [
        ("Perjanjian Simla", False, True),
        ("Deklarasi Tashkent", True, True),
        ("Indus Waters Treaty", True, True),
        ("Gencatan senjata", True, False),
        ("Serangan udara India", True, False),
        ("Indian envoy", False, False),
    ],
)
def test_a_capital_that_a_sentence_begins_with_makes_no_name(words: str, opens: bool, named: bool) -> None:
    from tidebook.chronicle.tie_names import _is_name

    assert _is_name(words, opens) is named
