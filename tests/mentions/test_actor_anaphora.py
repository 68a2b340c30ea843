"""Words that point back: resolved where the text decides, left open where it does not."""

from __future__ import annotations

import pytest

from tests.mentions.actor_texts import codes, named
from tidebook.knowledge.actor_words import all_languages
from tidebook.knowledge.load import of_language

EXAMPLES = [
    (language, entry)
    for language in all_languages()
    for entry in of_language(language, "anaphora.yaml")["anaphors"].values()
]


@pytest.mark.parametrize(("language", "entry"), [pair for pair in EXAMPLES if "example" in pair[1]])
def test_the_example_of_an_anaphor_is_read_and_its_counter_is_not(language: str, entry: dict[str, object]) -> None:
    words = {str(word).lower() for word in entry["words"]}  # type: ignore[attr-defined]
    found = {words for words, actors in codes(str(entry["example"]), language, told="2019").items() if actors}
    assert {word.lower() for word in found} & words
    if "counter" in entry:
        found = set(codes(str(entry["counter"]), language, told="2019"))
        assert not {word.lower() for word in found} & words


def test_both_are_the_last_two_named() -> None:
    text = "Putin mengunjungi Pyongyang untuk bertemu Kim Jong Il. Keduanya mengeluarkan kritik terhadap AS."
    assert codes(text, told="2000-07")["Keduanya"] == ("RUS", "PRK")


def test_both_countries_stay_the_pair_through_the_paragraph() -> None:
    text = "Russia and Iran signed a pact. The two countries will trade more. Both sides praised it."
    found = codes(text, "en")
    assert found["The two countries"] == ("RUS", "IRN")
    assert found["Both sides"] == ("RUS", "IRN")


def test_an_ordinal_meeting_is_not_both() -> None:
    text = "Setelah perundingan keduanya bersama Presiden AS Donald Trump buntu, Kim Jong Un pulang."
    assert "keduanya" not in codes(text, told="2019")


def test_he_is_the_subject_before() -> None:
    text = "Menlu Rusia Sergey Lavrov tiba di Pyongyang. Esoknya dia menemui Kim Jong Un."
    assert named(text)["dia"].person == "Sergei Lavrov"


def test_she_is_a_woman() -> None:
    text = "Vladimir Putin called Angela Merkel. She refused."
    assert named(text, "en", told="2014")["She"].person == "Angela Merkel"


def test_his_country_may_come_before_him() -> None:
    text = "Setelah uji coba nuklir negaranya, Kim mengubah sikap terhadap Korea Selatan dan Korea Utara bersorak."
    assert codes(text, told="2018")["negaranya"] == ("PRK",)


def test_they_among_three_is_left_open() -> None:
    text = "Rusia dan Tiongkok menghalangi AS di Dewan Keamanan karena rudal mereka."
    assert codes(text)["mereka"] == ("?RUS", "?CHN", "?USA", "?UNSC") or codes(text)["mereka"][0].startswith("?")


def test_a_relation_between_two_is_theirs() -> None:
    text = "Uni Soviet membantu Korea Utara, namun hubungan mereka menurun."
    assert codes(text, told="1958")["mereka"] == ("SUN", "PRK")


def test_that_country_is_left_open_between_two() -> None:
    text = "Rusia menyerang Ukraina. Negara itu kehilangan banyak tank."
    assert codes(text, told="2022")["Negara itu"] == ("?RUS", "?UKR")


def test_its_leader_beside_a_name_is_no_second_mention() -> None:
    text = "Vladimir Putin berada di Korea Utara untuk bertemu pemimpinnya, Kim Jong Un."
    assert "pemimpinnya" not in codes(text)


def test_the_president_is_the_one_just_named() -> None:
    text = "Donald Trump met Kim Jong Un in Hanoi. The president left early."
    assert named(text, "en", told="2019-02")["The president"].person == "Donald Trump"


def test_the_leaders_alone_are_the_two_who_met() -> None:
    text = "Kim Jong Un bertemu Putin di Vladivostok. Para pemimpin berjanji bekerja sama."
    assert codes(text, told="2019-04")["Para pemimpin"] == ("PRK", "RUS")
    assert codes("Para pemimpin Pyongyang menolak.")["Para pemimpin Pyongyang"] == ("PRK",)


def test_that_country_in_the_middle_of_a_clause_is_not_its_subject() -> None:
    text = (
        "Kim Jong Un mempercepat uji rudal Korea Utara. Rusia mendukung sanksi ketat atas ekspor buruh negara tersebut."
    )
    assert codes(text, told="2017")["negara tersebut"] == ("PRK",)


def test_that_country_at_the_head_of_a_clause_is_its_speaker() -> None:
    text = "Iran menguji rudal. Israel mengatakan negara itu akan membalas."
    assert codes(text, told="2020")["negara itu"] == ("ISR",)
