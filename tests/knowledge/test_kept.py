"""What was made of tables is kept, and made anew when a table changes."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

from tidebook.errors import KnowledgeError
from tidebook.events.entries import Entry, rows_of
from tidebook.events.forms import Morphology
from tidebook.events.inflected import tabulate
from tidebook.events.lexicon import Lexicon
from tidebook.events.structure import structure_of
from tidebook.knowledge.actor_words import actor_words
from tidebook.knowledge.kept import cache_folder, kept
from tidebook.knowledge.load import of_language, read_columns, read_table


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "table.tsv"
    path.write_text("words\tcode\nRusia\tRUS\n", encoding="utf-8")
    return path


def test_what_was_made_once_is_not_made_again_until_its_table_changes(table: Path) -> None:
    made: list[int] = []

    def make() -> dict[str, int]:
        made.append(1)
        return {"times": len(made)}

    assert kept("trial", [table], make) == kept("trial", [table], make) == {"times": 1}
    table.write_text("words\tcode\nRusia\tRUS\nIran\tIRN\n", encoding="utf-8")
    assert kept("trial", [table], make) == {"times": 2}


@pytest.mark.parametrize("damage", ["", "{", "[1]", "\x00\x01"])
def test_a_damaged_cache_is_made_anew(table: Path, damage: str) -> None:
    kept("trial", [table], lambda: {"a": 1})
    (file,) = cache_folder().glob("trial-*.json")
    file.write_text(damage, encoding="utf-8")
    assert kept("trial", [table], lambda: {"a": 2}) == {"a": 2}
    assert json.loads(file.read_text(encoding="utf-8")) == {"a": 2}


def test_a_cache_that_cannot_be_written_is_done_without(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(table))  # a file, no folder
    assert kept("trial", [table], lambda: {"a": 1}) == {"a": 1}


def test_old_files_of_one_name_are_cleared_away(table: Path) -> None:
    for number in range(20):
        table.write_text(f"words\tcode\nRusia\t{number}\n", encoding="utf-8")
        kept("trial", [table], lambda number=number: {"a": number})
    assert len(list(cache_folder().glob("trial-*.json"))) == 8


def test_the_collector_is_awake_after_tables_are_made(table: Path) -> None:
    with pytest.raises(KnowledgeError):
        kept("trial", [table], lambda: _fails())
    assert gc.isenabled()


def _fails() -> dict[str, int]:
    raise KnowledgeError("no such table")


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_entry_survives_being_written_as_a_row(language: str) -> None:
    for _, _, entry in rows_of(language):
        bare = Entry(
            entry.kind,
            entry.name,
            entry.code,
            entry.mode,
            entry.contexts,
            entry.actor,
            entry.recipient,
            entry.needs,
        )
        assert Entry.of_row(entry.row) == bare


def test_the_longest_entry_wins_and_a_gap_steps_over_a_party() -> None:
    structure = structure_of("en")
    rows = [
        ("talk", "verb", Entry("frame", "talk", "CONSULT", None, (), (), (), ())),
        ("break ~ off", "fixed", Entry("frame", "break off", "REJECT", None, (), (), (), ())),
        ("break ties", "fixed", Entry("frame", "break ties", "SANCTION", None, (), (), (), ())),
    ]
    morphology = Morphology({"paradigms": {"verb": [["active", "{}"]], "fixed": [["active", "{}"]]}})
    lexicon = Lexicon(tabulate(rows, morphology, structure), structure)
    found = lexicon.match(["they", "break", "all", "ties", "off"], 1)
    assert found is not None
    assert found.used == (1, 4)
    assert [sense.entry.code for sense in found.senses] == ["REJECT"]
    shorter = lexicon.match(["break", "ties"], 0)
    assert shorter is not None
    assert shorter.used == (0, 1)
    assert lexicon.match(["they"], 0) is None


def test_columns_are_read_as_rows_are(table: Path) -> None:
    table.write_text("# told\nwords\tcode\tuntil\n Rusia \tRUS\nIran\tIRN\t 1979\n\n", encoding="utf-8")
    rows = [(row["code"], row["until"]) for row in read_table(table)]
    assert list(read_columns(table, "code", "until")) == rows == [("RUS", ""), ("IRN", "1979")]
    with pytest.raises(KnowledgeError, match="no column 'since'; there are words, code, until"):
        list(read_columns(table, "code", "since"))


def test_names_of_a_user_with_tabs_and_line_ends_are_read(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text('- code: "user:acme"\n  names: ["Acme\\tSteel\\nWorks"]\n', encoding="utf-8")
    (sense,) = actor_words("en", path).meant_by("acme steel works")
    assert (sense.code, sense.words) == ("user:acme", "Acme Steel Works")


def test_a_code_of_a_user_is_one_word(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text('- code: "a|b"\n  names: [Acme]\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match="a code is one word"):
        actor_words("en", path)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_language_of_events_has_its_forms(language: str) -> None:
    morphology = Morphology(of_language(language, "morphology.yaml"))
    table = tabulate(rows_of(language), morphology, structure_of(language))
    assert len(table["entries"]) == len(rows_of(language))
    assert len(table["singles"]) > 1000
