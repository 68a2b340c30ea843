"""What the rooms explain is said again in the language of the reader."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tidebook.faces.sayings import say_again
from tidebook.faces.words import interfaces, words_of
from tidebook.knowledge.load import ROOT, read_yaml

_SAYINGS = ROOT / "codes" / "sayings.yaml"


def test_every_language_says_everything_that_the_rooms_write() -> None:
    for code in interfaces():
        assert set(words_of(code).table["said"]) == set(read_yaml(_SAYINGS))


def test_the_sayings_have_the_shape_of_their_schema() -> None:
    schema = json.loads((ROOT / "schema" / "sayings.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(read_yaml(_SAYINGS), schema, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("both say 2012", "keduanya menyebut 2012"),
        ("2023 holds 2023-04", "April 2023 termasuk dalam 2023"),
        ("same type: CONSULT visit", "jenisnya sama: kunjungan"),
        ("same type: AGREE", "jenisnya sama: kesepakatan"),
        ("parties in common: PRK, RUS", "pihak yang sama: Korea Utara dan Rusia"),
        ("themes in common: debt", "tema yang sama: utang"),
        ("it credits AP", "mengutip AP"),
        (
            "81% of the wording of both is the same; the other is Warta: Judul; anak judul",
            "81% kata-kata keduanya sama; yang lain adalah Warta: Judul; anak judul",
        ),
        ("the file is empty; crawl the page again or leave it out", "berkas ini kosong; rayapi lagi halamannya atau tinggalkan"),
    ],
)  # fmt: skip
def test_a_reason_is_said_in_indonesian_with_its_dates_names_and_words(written: str, said: str) -> None:
    assert say_again(words_of("id"), written) == said


def test_a_sentence_that_no_saying_fits_stays_as_it_was_written() -> None:
    assert say_again(words_of("id"), "something quite new (2024)") == "something quite new (2024)"


def test_every_reason_in_the_book_of_a_sample_pile_is_said_in_every_language(tmp_path: Path) -> None:
    from tidebook.runs.build import build

    pile = sorted((Path(__file__).parents[2] / "samples" / "india-pakistan").glob("*.txt"))
    chronicle = build(pile, None, tmp_path).chronicle
    written = {reason for event in chronicle.events for reason in event.reasons}
    written |= {article.origin.reason for article in chronicle.articles if article.origin}
    written |= {evidence.why for article in chronicle.articles for evidence in article.evidence if evidence.why}
    assert len(written) > 10
    for sentence in sorted(written):
        assert say_again(words_of("id"), sentence) != sentence, sentence
