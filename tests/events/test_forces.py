"""Forces out of a state act for it, alone or joined with others."""

from __future__ import annotations

from tidebook.records.edtf import parse
from tidebook.runs.read import read_text


def told(text: str) -> list[tuple[str, set[str], set[str]]]:
    _, reports = read_text(text, parse("1982-06-01"), "id")
    return [(report.type, set(report.actors), set(report.recipients)) for report in reports]


def test_forces_from_several_states_act_for_all_of_them() -> None:
    found = told("Pasukan dari Brasil, Cile dan Peru bertempur melawan Bolivia.")
    assert found == [("ASSAULT", {"BRA", "CHL", "PER"}, {"BOL"})]


def test_those_who_drive_an_invasion_back_fight_the_invader() -> None:
    found = told("Bolivia menyerang Peru. Pasukan dari Peru dan Cile bertempur untuk memukul mundur invasi tersebut.")
    assert found == [("ASSAULT", {"BOL"}, {"PER"}), ("ASSAULT", {"PER", "CHL"}, {"BOL"})]


def test_two_who_fight_each_other_do_not_fight_whoever_attacked_before() -> None:
    found = told("Bolivia menyerang Peru. Argentina dan Cile bertempur.")
    assert ("ASSAULT", {"ARG", "CHL"}, {"BOL"}) not in found


def test_aid_that_is_cut_is_cut_to_those_who_were_just_said_to_get_it() -> None:
    found = told("Kuba memberikan bantuan kepada Nikaragua. Dua tahun kemudian Havana mengurangi bantuannya.")
    assert found == [("AID", {"CUB"}, {"NIC"}), ("SANCTION", {"CUB"}, {"NIC"})]


def test_aid_that_is_cut_to_nobody_ever_named_tells_nothing_of_anyone() -> None:
    assert told("Havana mengurangi bantuannya.") == []
