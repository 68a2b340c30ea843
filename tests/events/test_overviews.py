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
