"""Operators on themes and on events: one table for all languages, and it agrees with PLOVER's."""

from __future__ import annotations

import pytest

from tidebook.events.compose import QUADS, TYPES, alone, compose
from tidebook.knowledge import load


@pytest.mark.parametrize(
    ("operator", "theme", "wanted"),
    [
        ("give", "aid", "AID"),
        ("cut", "aid", "SANCTION"),
        ("stop", "aid", "SANCTION"),
        ("impose", "sanction", "SANCTION"),
        ("lift", "sanction", "RETREAT"),
        ("support", "sanction", "SANCTION"),
        ("oppose", "sanction", "REJECT"),
        ("block", "resolution", "REJECT"),
        ("forgive", "debt", "AID"),
        ("agree", "debt", "AID"),
        ("make", "relations", "COOPERATE"),
        ("break", "relations", "SANCTION"),
        ("recall", "ambassador", "SANCTION"),
        ("summon", "ambassador", "ACCUSE"),
        ("sign", "agreement", "AGREE"),
        ("ratify", "agreement", "SUPPORT"),
        ("cancel", "visit", "REJECT"),
    ],
)
def test_an_operator_turns_a_theme_into_an_event(operator: str, theme: str, wanted: str) -> None:
    row = compose(operator, [theme], None)
    assert row is not None
    assert row.type == wanted


def test_what_is_promised_agrees_or_threatens_by_what_it_is() -> None:
    kinds = {kind: compose("promise", (), kind) for kind in ("AID", "ASSAULT")}
    assert {kind: row.type for kind, row in kinds.items() if row} == {"AID": "AGREE", "ASSAULT": "THREATEN"}


def test_an_accusation_keeps_what_it_accuses_of_as_alleged() -> None:
    row = compose("accuse", (), "AID")
    assert row is not None
    assert (row.type, row.inner) == ("ACCUSE", "alleged")


def test_a_denial_keeps_what_it_denies_as_denied() -> None:
    row = compose("deny", (), "ASSAULT")
    assert row is not None
    assert (row.type, row.inner) == ("REJECT", "denied")


def test_an_accusation_stands_alone_and_a_gift_does_not() -> None:
    accusation = alone("accuse")
    assert accusation is not None
    assert accusation.type == "ACCUSE"
    assert alone("give") is None


def test_every_type_of_plover_has_one_corner() -> None:
    assert len(TYPES) == 16
    assert sum(len(types) for types in QUADS.values()) == 16


def test_scores_lie_within_the_scale_and_the_lost_sign_is_mended() -> None:
    rows = {row["type"]: row for row in load.read_yaml(load.ROOT / "codes" / "plover.yaml")["types"]}
    assert all(-10 <= score <= 10 for row in rows.values() for score in (row["score"], *row["modes"].values()))
    assert rows["ACCUSE"]["score"] == -3.0


def test_plovers_quads_are_said_once() -> None:
    table = {row["type"]: row["quad"] for row in load.read_table(load.ROOT / "codes" / "quads.tsv")}
    assert table == {kind: quad for quad, types in QUADS.items() for kind in types}
