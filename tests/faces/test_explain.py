"""What read a report, what filled its roles, and why other readings lost, in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.samples import sample_chronicle
from tidebook.events.code import code, explained
from tidebook.faces.cli import main
from tidebook.faces.rules import Rule, how_found, rule_lines
from tidebook.faces.sayings import say_again
from tidebook.faces.words import interfaces, words_of
from tidebook.records.times import on
from tidebook.runs.build import build
from tidebook.runs.read import read_text

TEXT = (
    "Washington lifted sanctions on Cuba and held talks with Havana. "
    "Putin denied that Russia had sold missiles to Iran. Did Iran attack Israel? China and Japan had peace talks."
)


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_rule_is_taken_apart_into_frame_voice_composition_and_roles() -> None:
    rule = Rule.of("en:hold ~ talks with/active actor:subj+obj")
    assert rule is not None
    assert (rule.name, rule.voice, rule.row, rule.roles) == (
        "hold ~ talks with",
        "active",
        "",
        (("actor", "subj+obj"),),
    )
    rule = Rule.of("id:cabut/passive lift*sanction actor:by recipient:theme.of")
    assert rule is not None
    assert (rule.name, rule.voice, rule.row) == ("cabut", "passive", "lift*sanction")
    assert rule.roles == (("actor", "by"), ("recipient", "theme.of"))
    for other in ("llm:some/model-1", "", "xx:attack/active actor:subj", "en:"):
        assert Rule.of(other) is None


@pytest.mark.parametrize("code_", interfaces())
def test_every_rule_of_a_sample_book_is_said_in_words(code_: str, tmp_path: Path) -> None:
    pile = sorted((Path(__file__).parents[2] / "samples" / "india-pakistan").glob("*.txt"))
    words = words_of(code_)
    reports = build(pile, None, tmp_path).chronicle.reports
    assert len(reports) > 20
    for report in reports:
        lines = dict(rule_lines(report, words))
        assert "/" not in lines[words.say("cli.x_frame")].split(" · ")[0], report.rule


def test_a_report_of_a_model_says_which_model() -> None:
    words = words_of("en")
    (report,) = read_text("Iran attacked Israel.", on(2024, 6, 19), "en")[1]
    from dataclasses import replace

    assert list(rule_lines(replace(report, rule="llm:test-1"), words)) == [("frame", "asked of the model test-1")]


def test_how_a_role_was_found_is_said_part_by_part() -> None:
    assert how_found("subj+with", words_of("en")) == "the subject + behind “with”"
    assert how_found("theme.of", words_of("id")) == "pemilik hal yang dikenai"
    assert how_found("quite-new", words_of("en")) == "quite new"


def test_readings_that_became_no_report_say_why() -> None:
    reading = read_text(TEXT, on(2024, 6, 19), "en")[0]
    reports, lost = explained(reading)
    assert reports == code(reading)
    whys = {one.why for one in lost}
    assert "what is only asked is not told" in whys
    told = {report.sentence for report in reports}
    assert any(one.sentence not in told and one.name for one in lost)
    for one in lost:
        assert reading.sentences[one.sentence].span.start <= one.span.start
        assert say_again(words_of("id"), one.said) != one.said, one.said


def test_a_reading_that_lost_stands_beside_the_report_that_won() -> None:
    text = "Iran attacked Israel and the attack on Israel by Iran was condemned."
    reports = read_text(text, on(2024, 6, 19), "en")[1]
    (attack,) = [report for report in reports if report.type == "ASSAULT"]
    for other in attack.others:
        assert say_again(words_of("id"), other) != other, other


def test_the_command_explains_each_report_and_each_sentence_without_one(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("code", str(page), "--published", "2024-06-19", "--language", "en", "--explain") == 0
    told = capsys.readouterr().out
    assert "“lift”" in told
    assert "lift" in told
    assert "what is only asked" in told or "hanya ditanyakan" in told
    assert _run("code", str(page), "--published", "2024-06-19", "--language", "en") == 0
    assert "“lift” (" not in capsys.readouterr().out


def test_programs_get_the_lost_readings_where_they_ask_for_them(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("code", str(page), "--published", "2024-06-19", "--language", "en", "-f", "json")
    _run(*asked, "-e")
    lost = json.loads(capsys.readouterr().out)["lost"]
    assert {"sentence", "span", "text", "name", "type", "why"} == set(lost[0])
    _run(*asked)
    told = json.loads(capsys.readouterr().out)
    assert "lost" not in told
    assert all(0 < report["confidence"] < 1 and "others" in report for report in told["reports"])


def test_a_report_is_explained_by_its_own_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tidebook.stores.sqlite import SqliteStore

    chronicle = sample_chronicle()
    (tmp_path / "book").mkdir()
    SqliteStore(tmp_path / "book" / "book.db").write(chronicle, (), {"root": str(tmp_path)})
    report = chronicle.reports[0]
    assert _run("explain", report.id, "--book", str(tmp_path / "book")) == 0
    told = capsys.readouterr().out
    assert report.id in told
    assert chronicle.reports[1].id not in told
    assert _run("explain", "r-none", "--book", str(tmp_path / "book")) == 1
    assert "r-none" in capsys.readouterr().err
