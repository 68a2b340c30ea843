"""Surface forms: prefixes meet roots by the rules of the language's file."""

from __future__ import annotations

import pytest

from tidebook.errors import KnowledgeError
from tidebook.events.forms import Morphology
from tidebook.knowledge import load

INDONESIAN = Morphology(load.of_language("id", "morphology.yaml"))


def forms(word: str, paradigm: str) -> set[tuple[str, str]]:
    return set(INDONESIAN.inflect(word, paradigm))


@pytest.mark.parametrize(
    ("root", "paradigm", "active"),
    [
        ("serang", "meN", "menyerang"),
        ("tolak", "meN", "menolak"),
        ("pasok", "meN", "memasok"),
        ("kecam", "meN", "mengecam"),
        ("kritik", "meN", "mengkritik"),
        ("protes", "meN", "memprotes"),
        ("veto", "meN", "memveto"),
        ("ancam", "meN", "mengancam"),
        ("gempur", "meN", "menggempur"),
        ("lucut", "meN-i", "melucuti"),
        ("jatuh", "meN-kan", "menjatuhkan"),
        ("senjata", "memper-i", "mempersenjatai"),
        ("laku", "member-kan", "memberlakukan"),
        ("sah", "menge-kan", "mengesahkan"),
        ("runding", "ber", "berunding"),
        ("temu", "ber", "bertemu"),
    ],
)
def test_a_prefix_takes_the_shape_that_its_root_asks_for(root: str, paradigm: str, active: str) -> None:
    assert ("active", active) in forms(root, paradigm)


def test_the_passive_keeps_the_root_whole() -> None:
    assert ("passive", "diserang") in forms("serang", "meN")
    assert ("passive", "ditolak") in forms("tolak", "meN")


def test_nouns_are_also_written_twice() -> None:
    assert {("noun", "serangan"), ("noun", "serangan-serangan")} <= forms("serang", "an")


def test_a_deed_is_told_apart_from_a_doers_noun() -> None:
    assert ("deed", "penangkapan") in forms("tangkap", "peN-an")
    assert ("noun", "tangkapan") in forms("tangkap", "an")


def test_an_unknown_paradigm_is_named_with_the_choices() -> None:
    with pytest.raises(KnowledgeError, match="no paradigm 'zzz'"):
        forms("serang", "zzz")
