"""`--reader openai`: a model reads the pile or a text, from the command line; offline is the rule."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.model_server import Caller, claim, sentences_in, serving
from tidebook.faces.cli import main
from tidebook.faces.sayings import say_again
from tidebook.faces.words import words_of
from tidebook.stores.replies import read_replies
from tidebook.stores.sqlite import SqliteStore

PAGE = """The Border Times

Iran and Iraq meet in Baghdad

19 June 2024

Iran attacked Iraq on Monday, the ministry said. Iraq recalled its ambassador from Iran on Tuesday.

Iran and Iraq have shared a long border for a hundred years, and traders cross it every day in both directions.
"""


def _attacks(caller: Caller, body: dict[str, Any]) -> None:
    told = [s for s in sentences_in(body) if "attacked" in s["text"]]
    caller.claim(
        *(
            claim(
                sentence=s["n"], type="ASSAULT", trigger="attacked", actors=["Iran"], recipients=["Iraq"], when="Monday"
            )
            for s in told
        ),
        claim(type="ASSAULT", trigger="invaded", actors=["Iran"], recipients=["Iraq"]),
    )


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_book_read_by_a_model_is_the_same_again_when_the_model_is_gone(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "book"
    with serving(_attacks) as server:
        asked = ("--reader", "openai", "--endpoint", server.url, "--model", "test-1")
        assert _run("build", str(page), "--between", "IRN", "IRQ", "--out", str(book), *asked) == 0
    assert "are sent to 127.0.0.1 (model test-1)" in capsys.readouterr().err
    first = (book / "chronicle.json").read_bytes()
    chronicle = SqliteStore(book / "book.db").read()
    assert {report.rule for report in chronicle.reports} == {"llm:test-1"}
    assert [event.type for event in chronicle.events] == ["ASSAULT"]
    assert "model-unproven" in {drop.reason for drop in chronicle.drops}
    assert len(read_replies(book / "book.db")) == 1
    assert _run("build", str(page), "--between", "IRN", "IRQ", "--out", str(book), *asked) == 0  # the server is gone
    assert (book / "chronicle.json").read_bytes() == first


def test_a_book_of_the_rules_keeps_what_was_answered_before(page: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    with serving(_attacks) as server:
        asked = ("--reader", "openai", "--endpoint", server.url, "--model", "test-1")
        _run("build", str(page), "--between", "IRN", "IRQ", "--out", str(book), "-q", *asked)
        kept = read_replies(book / "book.db")
        _run("build", str(page), "--between", "IRN", "IRQ", "--out", str(book), "-q")
        assert read_replies(book / "book.db") == kept
        assert all(not report.rule.startswith("llm:") for report in SqliteStore(book / "book.db").read().reports)
        assert len(server.asked) == 1


def test_a_text_is_read_by_a_model_and_what_was_not_taken_is_told(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(_attacks) as server:
        asked = ("--reader", "openai", "--endpoint", server.url, "--model", "test-1")
        assert _run("code", str(page), "--published", "2024-06-19", "--language", "en", "-f", "json", *asked) == 0
    out = capsys.readouterr()
    (report,) = json.loads(out.out)["reports"]
    assert (report["type"], report["actors"], report["when"], report["rule"]) == (
        "ASSAULT",
        ["IRN"],
        "2024-06-17",
        "llm:test-1",
    )
    assert "1 × " in out.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--reader", "oracle"), "oracle"),
        (("--reader", "openai"), "--endpoint"),
        (("--endpoint", "http://localhost:1/v1"), "--reader openai"),
        (("--reader", "openai", "--endpoint", "localhost", "--model", "m"), "localhost"),
    ],
)
def test_a_reader_that_cannot_be_asked_is_one_sentence(
    arguments: tuple[str, ...], message: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("code", str(page), *arguments) == 1
    err = capsys.readouterr().err
    assert message in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_an_endpoint_that_is_not_there_is_one_sentence_and_leaves_no_book(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tidebook.events import ask

    monkeypatch.setattr(ask, "_TIMES", 1)
    book = tmp_path / "book"
    asked = ("--reader", "openai", "--endpoint", "http://127.0.0.1:9/v1", "--model", "m")
    assert _run("build", str(page), "--between", "IRN", "IRQ", "--out", str(book), "-q", *asked) == 1
    assert "127.0.0.1" in capsys.readouterr().err
    assert not (book / "book.db").exists()


@pytest.mark.parametrize(
    "written",
    [
        "a claim was thrown away: the words given as its trigger do not stand in the sentence",
        "the recipient of a claim was thrown away: the words given name no actor that is known",
        "the sentence was not read: the endpoint answered with HTTP 500",
        "host.example refused (HTTP 401): it wants a key, or another one: set TIDEBOOK_API_KEY",
        "host.example answered none of 3 requests: the reply is not JSON; see --endpoint and --model",
        "asking a model needs httpx; install it with: pip install httpx",
    ],
)
def test_what_a_reader_says_is_said_in_indonesian(written: str) -> None:
    assert say_again(words_of("id"), written) != written
