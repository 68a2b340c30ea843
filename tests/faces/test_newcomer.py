"""What a newcomer stumbled over."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import tidebook
from tidebook.errors import ReaderError
from tidebook.events.ask import ModelReader
from tidebook.events.ask_line import Endpoint
from tidebook.faces.cli import app
from tidebook.knowledge import who
from tidebook.records.edtf import parse
from tidebook.runs.read import read_text
from tidebook.runs.verify import verify

PILE = Path(__file__).parents[2] / "samples" / "iran-saudi"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("book")
    tidebook.build(sorted(PILE.glob("*.txt")), ("IR", "SA"), out)
    return out


def test_codes_of_two_letters_name_states() -> None:
    assert who.find("ID") == ("IDN",)
    assert who.find("GR") == ("GRC",)
    assert who.find("XQ") == ()


def test_a_book_is_verified_by_its_file_as_by_its_folder(book: Path) -> None:
    assert verify(book / "book.db") == verify(book) == ()


def test_an_export_does_not_take_the_place_of_its_book(book: Path) -> None:
    before = (book / "book.db").read_bytes()
    run = CliRunner().invoke(app, ["export", "csv", str(book), "--out", str(book / "book.db")])
    assert run.exit_code == 2
    assert (book / "book.db").read_bytes() == before


def test_everything_is_shown_also_what_did_not_happen(book: Path) -> None:
    shown = CliRunner().invoke(app, ["show", str(book), "--all"]).stdout
    for event in tidebook.open_book(book).events:
        assert event.id in shown


def test_a_model_that_never_answers_is_said_to_be_silent() -> None:
    endpoint = Endpoint(url="http://localhost:1/v1", model="m", seconds=2.0, attempts=1)
    reader = ModelReader(endpoint)
    read_text("Nepal accused Qatar of breaking a deal.", parse("2022-07-29"), "en", reader)
    with pytest.raises(ReaderError, match="answered none"):
        reader.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nepal and Qatar held their first formal talks in two years on Monday in Doha.", "2020-03-09"),
        ("Nepal and Qatar met for the first time in 20 years on Tuesday.", "2020-03-10"),
        (
            "DOHA, March 13, 2020 (Reuters) - Nepal recalled its ambassador from Doha on Monday after Qatar broke a deal.",
            "2020-03-09",
        ),
    ],
)
def test_the_day_of_a_sentence_is_the_one_it_names(text: str, expected: str) -> None:
    reports = read_text(text, parse("2020-03-13"), "en")[1]
    assert expected in {report.when.edtf for report in reports if report.when is not None}


def test_a_report_of_an_earlier_day_lies_beside_that_of_today(book: Path) -> None:
    run = CliRunner().invoke(app, ["report", str(book), "--as-known-on", "2019-10", "-l", "en"])
    assert run.exit_code == 0
    earlier = (book / "report-2019-10-31.html").read_text(encoding="utf-8")
    assert CliRunner().invoke(app, ["report", str(book / "book.db")]).exit_code == 0
    assert len(earlier) < len((book / "report.html").read_text(encoding="utf-8"))
