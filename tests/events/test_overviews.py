"""Pages that sum up decades: entries headed by years, deeds of nobody named, what the story carries on."""

from __future__ import annotations

from tidebook.records.edtf import parse
from tidebook.runs.read import read_text

Told = list[tuple[str, tuple[str, ...], tuple[str, ...], str | None]]


def told(text: str, language: str, published: str = "2024-08-15") -> Told:
    """Type, actors, recipients and date of every report of a text."""
    _, reports = read_text(text, parse(published), language)
    return [(r.type, tuple(sorted(r.actors)), r.recipients, r.when.edtf if r.when else None) for r in reports]


def test_a_month_gone_by_lies_in_the_year_that_heads_its_entry() -> None:
    text = "2019 - Retak\n\nSerbia mengusir duta besar Kroasia, 3 April lalu.\n\n2021 - Pulih\n\nSerbia menarik duta besarnya dari Kroasia pada Mei 2021."
    assert ("SANCTION", ("SRB",), ("HRV",), "2019-04-03") in told(text, "id", "2024-08-15")


def test_the_following_month_is_the_first_after_the_story() -> None:
    text = "1994-95 — Peru invaded Ecuador in December 1994. Ecuador and Peru signed the Iquitos Agreement the following February."
    assert ("AGREE", ("ECU", "PER"), (), "1995-02") in told(text, "en")


def test_ties_that_are_cut_are_cut_with_the_other_of_the_story() -> None:
    text = (
        "Ethiopia and Eritrea have a long border. Eritrea's port served Ethiopia. Ethiopia cut relations in May 1998."
    )
    assert ("SANCTION", ("ETH",), ("ERI",), "1998-05") in told(text, "en")
    assert not [r for r in told("Ethiopia cut relations in May 1998.", "en") if r[0] == "SANCTION"]


def test_a_crew_let_go_is_that_of_the_other_of_the_story() -> None:
    text = "Yunani dan Turki berebut pulau. Turki menembak jatuh pesawat Yunani pada 3 Mei 1996. Pilotnya dibebaskan Turki pada 9 Mei 1996."
    assert ("RETREAT", ("TUR",), ("GRC",), "1996-05-09") in told(text, "id")


def test_two_states_of_which_a_third_speaks_are_those_of_the_story() -> None:
    text = "Armenia dan Azerbaijan berperang. Azerbaijan menyerang Armenia. Armenia membalas. Presiden Prancis mengumumkan bahwa kedua negara menyetujui gencatan senjata."
    assert any(r[0] == "AGREE" and r[1] == ("ARM", "AZE") for r in told(text, "id"))


def test_people_of_no_state_who_strike_leave_the_actor_open() -> None:
    assert ("ASSAULT", (), ("KEN",), "1998-08-07") in told(
        "Pada 7 Agustus 1998, orang bersenjata menyerang parlemen Kenya.", "id"
    )


def test_a_mob_that_storms_its_embassy_protests_against_the_one_named_before() -> None:
    text = "Turkey cut relations in June 1997 after protesters stormed its embassy in Athens."
    assert ("PROTEST", ("GRC",), ("TUR",), "1997-06") in told(text, "en")


def test_attackers_of_no_state_strike_the_state_of_the_town() -> None:
    assert ("ASSAULT", (), ("IND",), "2005-03") in told(
        "Enam penyerang menewaskan 40 orang di Mumbai pada Maret 2005.", "id"
    )


def test_days_counted_from_a_month_may_be_any_of_its_days() -> None:
    text = "Pada Januari 2016, Fiji mengusir diplomat Tonga. Dua hari kemudian Tonga menyerang Fiji."
    assert ("ASSAULT", ("TON",), ("FJI",), "2016-01-03/2016-02-02") in told(text, "id")


def test_a_head_gives_way_to_the_month_in_its_sentence() -> None:
    text = "1960s — Malta became independent from Britain in September 1964 and Libya recognised it at once."
    assert ("SUPPORT", ("LBY",), ("MLT",), "1964-09") in told(text, "en")


def test_a_ban_is_lifted_and_warships_are_sent_for_the_other_of_the_story() -> None:
    text = "Chile and Bolivia share a border. Bolivia wants a coast. In 2005 Chile lifted the ban on trade. In 2006 Chile sent warships to the area. Bolivia protested."
    assert ("RETREAT", ("CHL",), ("BOL",), "2005") in told(text, "en")
    assert ("MOBILIZE", ("CHL",), ("BOL",), "2006") in told(text, "en")


def test_who_answers_a_blow_is_who_strikes_by_it() -> None:
    text = "Serangan udara Mesir pada 3 Mei 1977 dibalas Libya dengan menyerang Mesir."
    assert all(r[1] != ("EGY",) or r[2] != ("LBY",) or r[3] != "1977-05-04" for r in told(text, "id"))
    assert any(r[:3] == ("ASSAULT", ("LBY",), ("EGY",)) for r in told(text, "id"))


def test_soldiers_who_seize_a_town_make_war() -> None:
    text = "Peru and Ecuador quarrelled. Ecuador and Peru quarrel. Peruvian troops seized three outposts in 1981."
    assert ("ASSAULT", ("PER",), ("ECU",), "1981") in told(text, "en")
