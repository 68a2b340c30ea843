"""The interface says everything in every language, and says the same things."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from tests.samples import sample_chronicle
from tidebook.errors import KnowledgeError, TidebookError
from tidebook.faces.quads import QUADS, types
from tidebook.faces.words import Words, default_language, fill, interfaces, language_for, words_of
from tidebook.knowledge.load import ROOT, read_table
from tidebook.records.articles import OriginKind
from tidebook.records.events import Standing


def _leaves(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, f"{path}.{key}")
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from _leaves(value, f"{path}.{place}")
    else:
        yield path, str(node)


def test_all_languages_have_the_same_texts_with_the_same_blanks() -> None:
    tables = {code: dict(_leaves(dict(words_of(code).table))) for code in interfaces()}
    assert len(tables) >= 2
    first, *others = tables.values()
    for other in others:
        assert set(first) == set(other)
        for path, text in first.items():
            blanks = re.findall(r"\{(\w+)", text)
            assert set(blanks) == set(re.findall(r"\{(\w+)", other[path])), path


@pytest.mark.parametrize("code", interfaces())
def test_every_interface_has_the_shape_of_its_schema(code: str) -> None:
    schema = json.loads((ROOT / "schema" / "interface.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(words_of(code).table, schema, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("code", interfaces())
def test_every_type_and_corner_and_standing_has_a_word(code: str) -> None:
    words = words_of(code)
    assert set(words.table["types"]) == set(types())
    assert set(words.table["quads"]) == set(QUADS) == set(types().values())
    assert set(words.table["standings"]) == {standing.value for standing in Standing}
    assert set(words.table["origin_kinds"]) == {kind.value for kind in OriginKind}


@pytest.mark.parametrize("code", interfaces())
def test_every_mode_that_has_a_score_has_a_word(code: str) -> None:
    for row in read_table(ROOT / "codes" / "scores.tsv"):
        if row["mode"]:
            assert row["mode"] in words_of(code).table["types"][row["type"]]["modes"], row


@pytest.mark.parametrize("code", interfaces())
def test_every_theme_that_a_language_names_has_a_word(code: str) -> None:
    for table in sorted((ROOT / "languages").glob("*/themes.tsv")):
        assert {row["theme"] for row in read_table(table)} <= set(words_of(code).table["themes"])


@pytest.mark.parametrize("code", interfaces())
def test_every_kind_of_tie_has_a_word(code: str) -> None:
    from tidebook.chronicle.tie_rules import rules

    assert {rule.kind for rule in rules()} | {"leader"} <= set(words_of(code).table["tie_kinds"])


@pytest.mark.parametrize("code", interfaces())
def test_every_event_of_the_sample_becomes_a_line_without_a_blank(code: str) -> None:
    for event in sample_chronicle().events:
        line = words_of(code).event_line(event)
        assert line
        assert not re.search(r"[{}\[\]|]", line)


def test_verbs_agree_with_the_number_of_actors() -> None:
    text = "{actors} [supports|support] {recipients}"
    assert fill(text, 1, actors="Russia", recipients="North Korea") == "Russia supports North Korea"
    assert fill(text, 2, actors="Russia and China", recipients="Iran") == "Russia and China support Iran"


@pytest.mark.parametrize(
    ("type_", "mode", "rule", "themes", "english", "indonesian"),
    [
        ("SANCTION", "withdraw", "id:kurang/active cut*aid actor:subj", ("aid",), "Russia cuts aid to Iran", "Rusia mengurangi bantuan bagi Iran"),
        ("SANCTION", "discontinue", "en:halt/active stop*trade actor:subj", ("trade",), "Russia cuts trade with Iran", "Rusia mengurangi perdagangan dengan Iran"),
        ("SANCTION", "discontinue", "en:sever/active break*relations", ("relations",), "Russia breaks ties with Iran", "Rusia memutus hubungan dengan Iran"),
        ("AGREE", None, "en:offer/active offer*CONSULT actor:subj", (), "Russia makes an offer to Iran", "Rusia mengajukan tawaran kepada Iran"),
        ("AGREE", None, "en:accept/active actor:subj", ("debt",), "Russia shows willingness towards Iran (debt)", "Rusia menyatakan kesediaan kepada Iran (utang)"),
        ("AID", None, "id:hapus/active lift*debt actor:subj", ("debt",), "Russia cancels debt of Iran", "Rusia menghapus utang Iran"),
        ("REQUEST", "yield", "en:ask/active actor:subj", (), "Russia calls on Iran to yield", "Rusia menyerukan kelonggaran dari Iran"),
    ],
)  # fmt: skip
def test_a_line_says_what_was_done_about_what_and_no_more_than_the_sentence(
    type_: str, mode: str | None, rule: str, themes: tuple[str, ...], english: str, indonesian: str
) -> None:
    chronicle = sample_chronicle()
    event = replace(chronicle.events[0], type=type_, mode=mode, actors=("RUS",), recipients=("IRN",))
    report = replace(chronicle.reports[0], rule=rule, themes=themes)
    assert words_of("en").event_line(event, (report,)) == english
    assert words_of("id").event_line(event, (report,)) == indonesian


def test_who_meets_is_not_said_to_need_a_mediator() -> None:
    event = replace(
        sample_chronicle().events[0], type="CONSULT", mode="third-party", actors=("RUS", "PRK"), recipients=()
    )
    assert words_of("en").event_line(event) == "Russia and North Korea meet"


def test_states_are_named_by_cldr_dead_ones_and_bodies_by_our_own_table() -> None:
    indonesian, english = words_of("id"), words_of("en")
    assert (indonesian.actor("PRK"), english.actor("PRK")) == ("Korea Utara", "North Korea")
    assert (indonesian.actor("SUN"), english.actor("SUN")) == ("Uni Soviet", "Soviet Union")
    assert (indonesian.actor("UNSC"), english.actor("UNSC")) == ("Dewan Keamanan PBB", "UN Security Council")
    assert english.actor("user:Freedonia") == "Freedonia"


def test_several_names_are_joined_as_the_language_joins_them() -> None:
    assert words_of("id").actors(["RUS", "CHN", "PRK"]) == "Rusia, Tiongkok, dan Korea Utara"
    assert words_of("en").actors(["RUS", "PRK"]) == "Russia and North Korea"


def test_a_slug_that_nobody_has_translated_is_said_as_it_is() -> None:
    assert words_of("id").label("reasons", "some-new-reason") == "some new reason"


def test_a_language_that_is_not_spoken_names_those_that_are() -> None:
    with pytest.raises(TidebookError, match="en, id"):
        words_of("tlh")


def test_a_missing_text_names_its_file() -> None:
    with pytest.raises(KnowledgeError, match="no entry"):
        Words("en").say("report.no_such_text")


def test_the_terminal_speaks_the_language_of_its_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TIDEBOOK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert default_language() == "en"
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    assert default_language() == "id"
    monkeypatch.setenv("TIDEBOOK_LANGUAGE", "en")
    assert default_language() == "en"


def test_a_report_opens_in_the_language_of_most_articles() -> None:
    assert language_for(sample_chronicle()) == "en"


def test_no_text_of_the_report_or_the_command_line_is_left_unused() -> None:
    faces = ROOT.parent / "faces"
    source = "".join(
        p.read_text(encoding="utf-8") for p in sorted(faces.rglob("*.*")) if p.suffix in (".py", ".jinja", ".js")
    )
    for group in ("report", "cli"):
        for key in words_of("en").table[group]:
            stem = "pair_" if key.startswith("pair_") else key
            assert stem in source, key
