"""Who is named: whole phrases, the right state for the time, the right person, and nobody where nobody is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mentions.actor_texts import codes, named, reading_of
from tidebook.errors import KnowledgeError
from tidebook.mentions.actors import names_of, read_actors
from tidebook.records.mentions import MentionedBy


def test_one_mention_covers_office_state_and_person() -> None:
    text = "Menteri Pertahanan Rusia Sergei Shoigu menyambut pemimpin Korea Utara Kim Jong-un."
    found = named(text, told="2023-09")
    assert list(found) == ["Menteri Pertahanan Rusia Sergei Shoigu", "pemimpin Korea Utara Kim Jong-un"]
    assert [m.person for m in found.values()] == ["Sergei Shoigu", "Kim Jong Un"]
    assert found["pemimpin Korea Utara Kim Jong-un"].by is MentionedBy.PERSON


def test_an_english_office_stands_behind_its_state() -> None:
    text = "North Korean leader Kim Jong Un met Russia's then president Dmitry Medvedev and the US Defense Secretary."
    found = codes(text, "en", told="2011-08")
    assert found["North Korean leader Kim Jong Un"] == ("PRK",)
    assert found["Russia's then president Dmitry Medvedev"] == ("RUS",)
    assert found["the US Defense Secretary"] == ("USA",) if "the US Defense Secretary" in found else True


def test_moscow_is_soviet_before_1992_and_russian_after() -> None:
    assert codes("Moskow mengirim pasukan.", told="1979")["Moskow"] == ("SUN",)
    assert codes("Moskow mengirim pasukan.", told="2022")["Moskow"] == ("RUS",)


def test_moscow_in_a_wide_decade_is_left_open_unless_the_article_decides() -> None:
    assert codes("Moskow mengirim bantuan.", told="199X")["Moskow"] == ("?RUS", "?SUN")
    assert codes("Uni Soviet goyah. Moskow mengirim bantuan.", told="199X")["Moskow"] == ("SUN",)


def test_the_leader_of_a_state_is_whoever_led_it_then() -> None:
    for told, person in (("1950-06", "Kim Il Sung"), ("2000", "Kim Jong Il"), ("2019", "Kim Jong Un")):
        found = named("Pemimpin Korea Utara menolak tawaran itu.", told=told)
        assert found["Pemimpin Korea Utara"].person == person


def test_no_holder_is_named_where_the_time_allows_two() -> None:
    assert named("Pemimpin Korea Utara menolak.", told="2011")["Pemimpin Korea Utara"].person is None


def test_a_surname_follows_the_last_full_name() -> None:
    text = "Kim Jong Il wafat pada 2011. Kim dimakamkan di Pyongyang."
    assert named(text, told="2019")["Kim"].person == "Kim Jong Il"


def test_a_bare_surname_is_the_leader_of_that_day() -> None:
    assert named("Korea Utara bersiap. Kim memberi perintah.", told="1950")["Kim"].person == "Kim Il Sung"


def test_a_surname_inside_another_name_names_nobody() -> None:
    assert "Prabowo" not in codes("Menurut warga bernama Erik Prabowo Santoso, harga naik.")
    assert "Kim" not in codes("The singer Petra Kim Lovelace left North Korea.", "en")


def test_an_unknown_person_acts_for_the_state_beside_him_and_keeps_it() -> None:
    text = "Juru bicara militer Yordania Fadli Qudahan memberi keterangan. Qudahan menolak merinci."
    found = named(text)
    assert found["Qudahan"].actors == ("JOR",)
    assert found["Qudahan"].person == "Fadli Qudahan"


def test_an_ambassador_acts_for_who_sent_him() -> None:
    text = "Duta Besar Rusia untuk PBB Vasily Nebenzya membantah."
    mention = named(text)["Duta Besar Rusia untuk PBB Vasily Nebenzya"]
    assert (mention.actors, mention.person) == (("RUS",), "Vasily Nebenzya")
    assert codes("Russia's ambassador to Poland left.", "en") == {"Russia's ambassador to Poland": ("RUS",)}


def test_forces_and_spies_keep_their_sector() -> None:
    assert named("Militer Soviet masuk.", told="1945")["Militer Soviet"].sector == "MIL"
    assert named("Intelijen Amerika Serikat melapor.")["Intelijen Amerika Serikat"].sector == "SPY"
    assert named("Pasukan Kim Il Sung maju.", told="1950")["Pasukan Kim Il Sung"].sector == "MIL"


def test_the_government_at_a_seat_takes_the_code_of_its_head() -> None:
    text = "Pemerintahan sosialis di Paris yang dipimpin oleh Presiden Emmanuel Macron enggan membantu."
    found = named(text, told="2019")
    assert len(found) == 1
    mention = next(iter(found.values()))
    assert (mention.actors, mention.person) == (("FRA",), "Emmanuel Macron")


def test_the_security_council_is_not_the_united_nations() -> None:
    found = codes("Dewan Keamanan PBB bersidang, kata PBB.")
    assert found == {"Dewan Keamanan PBB": ("UNSC",), "PBB": ("UNO",)}


def test_acronyms_want_their_letters() -> None:
    assert codes("AS menolak, as roda itu patah.") == {"AS": ("USA",)}
    assert "us" not in codes("They told us that the US would act.", "en")


@pytest.mark.parametrize("words", ["faksi pro-Soviet", "warisan era Soviet", "gerakan anti-Amerika"])
def test_a_leaning_or_an_era_is_no_actor(words: str) -> None:
    found = named(f"Ia membersihkan {words} itu.", told="1956")
    assert all(not m.actors and m.rule.startswith("prefix:") for m in found.values())
    assert codes("They sold Soviet-era arms.", "en") == {}


def test_a_place_says_so_in_its_rule() -> None:
    text = "Keduanya bertemu di Pyongyang, lalu terbang ke kota Vladivostok di Rusia timur."
    rules = {words: m.rule for words, m in named(text).items()}
    assert rules["Pyongyang"].endswith("+place")
    assert rules["Rusia"].endswith("+place")


def test_the_koreas_are_told_apart_by_the_article() -> None:
    text = "Korea Utara dan Korea Selatan terbelah. Utara didukung Uni Soviet, sedangkan Selatan dibantu AS."
    found = codes(text, told="1948")
    assert (found["Utara"], found["Selatan"]) == (("PRK",), ("KOR",))
    assert codes("Banjir melanda Sumatra Utara.") == {"Sumatra Utara": ()} or "Utara" not in codes(
        "Banjir melanda Sumatra Utara."
    )


def test_an_office_that_is_being_taken_names_nobody_in_it() -> None:
    mention = named("Vladimir Putin naik menjadi pemimpin Rusia.", told="1999")["pemimpin Rusia"]
    assert mention.person is None
    assert mention.rule.endswith("+role")


def test_a_war_or_a_sea_is_no_actor() -> None:
    assert codes("Perang Korea pecah dekat Laut China Selatan.", told="1950") == {}


def test_a_user_adds_clubs_by_one_file(tmp_path: Path) -> None:
    extra = tmp_path / "clubs.yaml"
    extra.write_text(
        "- {code: 'user:reds', names: [Merah FC, Laskar Merah], sector: BUS}\n- {code: 'user:blues', exact: [PSB], names: [Biru]}\n",
        encoding="utf-8",
    )
    text = "Laskar Merah menolak tawaran PSB."
    mentions = read_actors(reading_of(text), extra)
    assert [m.actors for m in mentions] == [("user:reds",), ("user:blues",)]


def test_a_malformed_file_of_the_user_is_named(tmp_path: Path) -> None:
    extra = tmp_path / "bad.yaml"
    extra.write_text("- {names: [Merah]}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"bad\.yaml entry 1"):
        read_actors(reading_of("Merah menang."), extra)


def test_an_unknown_language_names_nobody() -> None:
    assert read_actors(reading_of("Russland und Nordkorea", "xx")) == ()


def test_codes_have_names_in_each_language() -> None:
    assert (names_of("PRK", "id"), names_of("PRK", "en")) == ("Korea Utara", "North Korea")
    assert names_of("UNSC", "id") == "Dewan Keamanan PBB"


def test_the_verb_of_a_headline_is_nobody_s_name() -> None:
    found = named("Menlu Rusia Kecam Serangan Israel ke Rafah")
    assert found["Menlu Rusia"].actors == ("RUS",)


def test_a_stranger_may_bear_a_known_surname() -> None:
    mention = named("Manila memanggil Duta Besar Tiongkok Huang Xilian kemarin pagi karena insiden itu.")
    assert mention["Duta Besar Tiongkok Huang Xilian"].person == "Huang Xilian"


def test_a_group_acts_whoever_owns_it() -> None:
    mention = named("Iran's Revolutionary Guards seized a tanker.", "en")["Iran's Revolutionary Guards"]
    assert (mention.actors, mention.sector) == (("IRN",), "MIL")
    assert codes("Lebanon's Hezbollah fired rockets.", "en") == {"Lebanon's Hezbollah": ("HEZB",)}


def test_who_leads_parliament_does_not_lead_the_state() -> None:
    assert named("Pimpinan DPR menolak.", told="2016")["Pimpinan DPR"].person is None


def test_a_first_name_that_opens_a_sentence_is_still_a_first_name() -> None:
    assert codes("Michael Jordan played basketball with great success in those years.", "en") == {}
    assert codes("In Jordan, the king spoke.", "en")["Jordan"] == ("JOR",)
