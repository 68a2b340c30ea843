"""The command line says what it does, and a fault is one sentence and an exit code."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contracts.export_contract import exported
from tests.contracts.store_contract import sample_readings
from tests.faces.hostile import hostile_chronicle
from tests.samples import sample_chronicle
from tidebook.faces.cli import WRONG_WORDS, main
from tidebook.stores.sqlite import SqliteStore

_COMMANDS = ("build", "code", "show", "asof", "explain", "verify", "export")


@pytest.fixture(autouse=True)
def _on_a_wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's book, with its pages lying where it says."""
    folder = tmp_path_factory.mktemp("book")
    chronicle = sample_chronicle()
    for page in chronicle.pages:
        path = folder / "pages" / page.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8", newline="")
    SqliteStore(folder / "book.db").write(chronicle, sample_readings(), {"root": str(folder / "pages"), "version": "0"})
    return folder


def run(*arguments: str | Path) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    code = left.value.code
    assert isinstance(code, int)
    return code


def _in_language(code: str, *arguments: str) -> str:
    environment = {**os.environ, "TIDEBOOK_LANGUAGE": code, "COLUMNS": "200"}
    script = "import sys; from tidebook.faces.cli import main; main(sys.argv[1:])"
    found = subprocess.run(
        [sys.executable, "-c", script, *arguments], env=environment, capture_output=True, text=True, timeout=60
    )
    return found.stdout + found.stderr


def _in_shell(line: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """A command of Tidebook as a shell runs it, with its redirections."""
    environment = {**os.environ, "TIDEBOOK_LANGUAGE": "en", "COLUMNS": "200", **settings}
    script = f'"{sys.executable}" -c "from tidebook.faces.cli import main; main()" {line}'
    return subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, timeout=60)


def test_help_names_every_command_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    said = capsys.readouterr().out
    for command in (*_COMMANDS, "Exit codes"):
        assert command in said


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "--help") == 0
    assert len(capsys.readouterr().out) > 200


def test_help_speaks_the_language_of_the_terminal() -> None:
    assert "Mencetak lini masa sebuah buku" in _in_language("id", "--help")
    assert "Print the timeline of a book" in _in_language("en", "--help")


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert re.fullmatch(r"tidebook \d+\.\d+\.\d+\S*\n", capsys.readouterr().out)


def test_a_wrong_use_is_code_2() -> None:
    assert run("no-such-command") == 2
    assert run("export", "xlsx") == 2
    assert run("build") == 2


def test_a_missing_book_is_one_sentence_that_offers_the_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (("show",), ("verify",), ("export", "json")):
        assert run(*command, tmp_path / "nowhere") == 1
        said = capsys.readouterr()
        assert "tidebook build" in said.err
        assert said.err.count("\n") == 1
        assert not said.out


def test_the_timeline_shows_dates_lines_quotes_and_addresses(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", book) == 0
    said = capsys.readouterr().out
    assert "Czechoslovakia reduces ties with Chile" in said
    assert "“Czechoslovakia broke off relations with Chile in September 1973.” (fjord/copper-1.txt:9:1)" in said


def test_top_keeps_the_weightiest_in_order_of_time(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", book, "--top", "3") == 0
    said = capsys.readouterr().out
    kept = re.findall(r"  (e-[0-9a-f]{12})\n", said)
    weights = {entry.event: entry.weight for entry in sample_chronicle().entries}
    order = [entry.event for entry in sample_chronicle().entries]
    assert sorted(weights[ident] for ident in kept) == sorted(weights.values())[-3:]
    assert kept == sorted(kept, key=order.index)


def test_ties_are_told_as_of_a_day_in_the_language_asked_for(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("asof", "2018", "--book", book, "--language", "id") == 0
    said = capsys.readouterr().out
    assert "Cile dan Ceko pada 31 Desember 2018" in said
    assert "berlaku" in said


@pytest.mark.parametrize("day", ["yesterday", "2012/2013", "2019/..", "2015-02-29"])
def test_what_is_no_day_is_refused(day: str, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("asof", day, "--book", book) == 1
    assert "2012-06-30" in capsys.readouterr().err


def test_explain_shows_rules_spans_merge_reasons_and_quarrels(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event = next(e for e in sample_chronicle().events if e.disputes and e.reasons and len(e.reports) > 1)
    assert run("explain", event.id[:8], "--book", book) == 0
    said = capsys.readouterr().out
    for report in event.reports:
        assert report in said
    for words in (*event.reasons, "The sources differ about", "sample:", "→ CHL"):
        assert words in said


def test_an_unknown_or_ambiguous_event_is_refused(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "e-ffffffffffff", "--book", book) == 1
    assert "tidebook show" in capsys.readouterr().err
    assert run("explain", "e-", "--book", book) == 1
    assert "several events" in capsys.readouterr().err


def test_verify_finds_one_changed_letter_and_names_the_events(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("verify", book) == 0
    capsys.readouterr()
    for page in sample_chronicle().pages:
        path = tmp_path / page.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text.replace("broke off", "broke of "), encoding="utf-8", newline="")
    event = next(e for e in sample_chronicle().events if len(e.reports) == 2 and e.type == "SANCTION")
    assert run("verify", book, "--pages", tmp_path) == WRONG_WORDS
    said = capsys.readouterr().err
    assert "fjord/copper-1.txt" in said
    assert event.id in said


@pytest.mark.parametrize("format", ["json", "csv", "md"])
def test_an_export_is_the_same_on_screen_and_in_a_file(
    format: str, book: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("export", format, book) == 0
    shown = capfdbinary.readouterr().out
    assert run("export", format, book, "--out", tmp_path / "out") == 0
    assert shown == (tmp_path / "out").read_bytes() == exported(format, sample_chronicle()).encode()


def test_a_file_that_cannot_be_written_is_one_sentence(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "md", book, "--out", "/proc/no/such/place") == 1
    assert "cannot be written" in capsys.readouterr().err


def test_words_of_hostile_pages_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chronicle = hostile_chronicle()
    SqliteStore(tmp_path / "book.db").write(chronicle, sample_readings(), {"root": str(tmp_path), "version": "0"})
    for command in (("show", tmp_path), ("explain", chronicle.events[0].id, "--book", tmp_path)):
        assert run(*command) == 0
        assert not re.search("[\x1b\x07\u202e\u2066]", capsys.readouterr().out)


def test_code_reads_a_text_for_people_and_for_programs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = "Presiden Rusia Vladimir Putin mengunjungi Pyongyang pada Juli tahun lalu."
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    assert run("code", tmp_path / "text.txt", "--published", "2001-03-01", "--language", "id") == 0
    said = capsys.readouterr().out
    assert "EDTF 2000-07" in said
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run("code", "-", "--published", "2001-03-01", "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["language"] == "id"
    for group in ("sentences", "times", "actors", "reports"):
        assert data[group]
        for found in data[group]:
            start, end = found["span"]
            assert text[start:end] == found["text"]


def test_code_refuses_what_is_no_date_no_file_and_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "binary").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert run("code", tmp_path / "binary") == 1
    assert run("code", tmp_path / "nowhere") == 1
    assert run("code", tmp_path / "binary", "--published", "last week") == 1
    assert capsys.readouterr().err.count("\n") == 3


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "cp1252"])
def test_code_reads_every_encoding_that_pages_come_in(
    charset: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.txt").write_bytes("“Iran” accused Saudi Arabia of lying – again.".encode(charset))
    assert run("code", tmp_path / "text.txt", "--language", "en", "--format", "json") == 0
    assert [report["type"] for report in json.loads(capsys.readouterr().out)["reports"]] == ["ACCUSE"]


def test_explain_wants_an_id(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "", "--book", book) == 2
    assert "Give an event's id" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["show {0}", "export csv {0}", "export md {0}", "explain e-1 --book {0}", "code -"])
@pytest.mark.parametrize("ends", ["</dev/null >/dev/full", "</dev/null >&-", "<&- >/dev/full"])
def test_a_full_or_closed_output_is_one_sentence(command: str, ends: str, book: Path) -> None:
    said = _in_shell(f"{command.format(book)} {ends}")
    assert said.returncode in ({0, 1} if command == "code -" else {1})
    assert said.stderr.count("\n") <= 1
    assert "Traceback" not in said.stderr


def test_letters_that_the_output_cannot_write_come_as_escapes(book: Path) -> None:
    said = _in_shell(f"show {book}", PYTHONIOENCODING="latin-1")
    assert said.returncode == 0
    assert "\\u201c" in said.stdout
    assert not said.stderr


def test_a_reader_that_leaves_early_is_no_fault(book: Path) -> None:
    said = _in_shell(f"export json {book} | head -c 10")
    assert not said.stderr


def test_standard_input_that_is_closed_is_one_sentence() -> None:
    said = _in_shell("code - <&-")
    assert said.returncode == 1
    assert said.stderr.count("\n") == 1
    assert "cannot be read" in said.stderr


@pytest.mark.parametrize("content", ["", "just words", "- code: X", "- {code: X, names: Ecks}", "a: [", "- 7"])
def test_a_malformed_file_of_actors_is_one_sentence(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text(_PAGE, encoding="utf-8")
    (tmp_path / "clubs.yaml").write_text(content, encoding="utf-8")
    assert run("build", tmp_path / "one.txt", "--out", tmp_path / "B", "--extra-actors", tmp_path / "clubs.yaml") == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "clubs.yaml" in said


def test_a_users_own_actors_are_found_and_called_by_their_first_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text(_CLUBS, encoding="utf-8")
    clubs = tmp_path / "clubs.yaml"
    clubs.write_text(
        "- {code: PSJ, names: [Persija, Macan Kemayoran]}\n- {code: PSB, names: [Persib]}\n", encoding="utf-8"
    )
    pages, out = tmp_path / "one.txt", tmp_path / "BOOK"
    assert run("build", pages, "--extra-actors", clubs, "--between", "Macan Kemayoran", "Persib", "--out", out) == 0
    assert "Pair: Persija and Persib" in capsys.readouterr().out
    clubs.unlink()
    for command in (("show", out), ("asof", "2024", "--book", out)):
        assert run(*command) == 0
        assert "PSJ" not in capsys.readouterr().out
    assert run("export", "md", out, "--out", tmp_path / "out.md") == 0
    assert "Persija" in (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "Persija" in (out / "report.html").read_text(encoding="utf-8")
    assert ">PSJ" not in (out / "report.html").read_text(encoding="utf-8")


def test_files_that_are_no_pages_are_one_line_and_none_when_quiet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text(_PAGE, encoding="utf-8")
    for name in ("a.jsonl", "b.jsonl", "c.py"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    assert run("build", tmp_path, "--out", tmp_path / "B") == 0
    assert "Passed over 3 files that are no pages (.jsonl, .py)" in capsys.readouterr().err
    assert run("build", tmp_path, "--out", tmp_path / "B", "--quiet") == 0
    assert not capsys.readouterr().err


def test_a_pile_in_a_language_that_is_not_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "Der Kanzler in Berlin\n\nDer Bundeskanzler traf gestern den Präsidenten von Frankreich in Berlin und sprach mit ihm.\n",
        encoding="utf-8",
    )
    for code, words in (("en", "is in German"), ("id", "berbahasa Jerman")):
        assert words in _in_language(code, "build", str(tmp_path), "--out", str(tmp_path / "B"))


def test_what_is_said_of_the_pair_is_in_the_language_of_the_reader(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(_PAGE, encoding="utf-8")
    for pair, words in (
        (("Brasil", "Argentina"), "sesuatu tentang Brasil dan Argentina"),
        (("Indai", "Pakistan"), "apakah maksudnya India (IND)?"),
    ):
        arguments = ("build", str(tmp_path), "--between", *pair, "--out", str(tmp_path / "B"))
        assert words in _in_language("id", *arguments)


def test_a_pair_of_whom_no_event_tells_together_is_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text(_PAGE, encoding="utf-8")
    assert run("build", tmp_path, "--between", "Rusia", "Georgia", "--out", tmp_path / "B") == 0
    assert "no event tells of Russia and Georgia together" in capsys.readouterr().err


def test_build_writes_the_three_files_and_says_where_the_report_lies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "one.txt").write_text(_PAGE, encoding="utf-8")
    (pages / "two.bin").write_bytes(bytes(range(256)) * 40)
    assert run("build", pages, "--between", "Rusia", "Korea Utara", "--out", tmp_path / "BOOK") == 0
    said = capsys.readouterr()
    assert "two.bin" in said.err
    assert "Pair: Russia and North Korea, as asked." in said.out
    assert str(tmp_path / "BOOK" / "report.html") in said.out
    assert sorted(path.name for path in (tmp_path / "BOOK").iterdir()) == ["book.db", "chronicle.json", "report.html"]
    assert run("export", "json", tmp_path / "BOOK", "--out", tmp_path / "again.json") == 0
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "BOOK" / "chronicle.json").read_bytes()


def test_a_book_that_cannot_be_put_there_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.txt").write_text(_PAGE, encoding="utf-8")
    for out in (tmp_path / "one.txt", tmp_path / "one.txt" / "BOOK", Path("/proc/BOOK")):
        assert run("build", tmp_path / "one.txt", "--out", out) == 1
        said = capsys.readouterr().err
        assert "cannot be written" in said
        assert said.count("\n") == 1


def test_a_text_in_a_language_that_is_not_read_is_said_to_be_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.txt").write_text("Der Bundeskanzler traf gestern den Präsidenten in Berlin.", encoding="utf-8")
    assert run("code", tmp_path / "text.txt") == 0
    assert "no events are read yet" in capsys.readouterr().err
    assert run("code", tmp_path / "text.txt", "--language", "tlh") == 2
    assert "there are de, en, id" in capsys.readouterr().err


def test_build_can_be_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.txt").write_text(_PAGE, encoding="utf-8")
    assert run("build", tmp_path / "one.txt", "--between", "RUS", "PRK", "--out", tmp_path / "BOOK", "--quiet") == 0
    said = capsys.readouterr()
    assert said.out == said.err == ""


def test_an_empty_folder_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert run("build", tmp_path / "empty", "--out", tmp_path / "BOOK") == 1
    said = capsys.readouterr().err
    assert said.startswith("tidebook: ")
    assert said.count("\n") == 1


_PAGE = """Putin Kunjungi Pyongyang

Kamis, 20 Juni 2024 - 10:00 WIB

Presiden Rusia Vladimir Putin mengunjungi Pyongyang pada Rabu, 19 Juni 2024. Ia bertemu dengan pemimpin Korea Utara Kim Jong Un di ibu kota itu.

Rusia dan Korea Utara menandatangani perjanjian kemitraan pada hari yang sama. Pada 2012 Rusia menghapus hampir seluruh utang Korea Utara.

Amerika Serikat mengecam Korea Utara karena mengirim senjata ke Rusia, kata juru bicara Gedung Putih pada Selasa.
"""

_CLUBS = """Persija accuses Persib

Thursday, 20 June 2024

Persija accused Persib of lying on Wednesday. Persib criticised Persija on Thursday after talks between Persija and Persib.
"""


def test_what_cannot_be_read_in_one_archive_is_a_few_lines_and_a_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ['{"title": "x", "te\x1bxt": 1'] * 9 + [json.dumps({"text": _PAGE})]
    (tmp_path / "pages.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert run("build", tmp_path / "pages.jsonl", "--out", tmp_path / "B") == 0
    said = capsys.readouterr().err
    assert said.count("Could not read pages.jsonl!/00000") == 5
    assert "pages.jsonl: 4 more places in it could not be read" in said
