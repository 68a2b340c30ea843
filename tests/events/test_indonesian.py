"""What Indonesian sentences of our own claim, one general turn of phrase after another."""

from __future__ import annotations

import pytest

from tidebook.events.compose import TYPES
from tidebook.knowledge.load import ROOT, read_table
from tidebook.records.events import Report
from tidebook.records.times import on
from tidebook.runs.read import read_text

PRINTED = on(2024, 5, 3)
Claim = tuple[str, tuple[str, ...], tuple[str, ...]]


def told(text: str) -> tuple[Report, ...]:
    return read_text(text, PRINTED, "id")[1]


def claims(text: str) -> set[Claim]:
    return {(r.type, r.actors, r.recipients) for r in told(text)}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Gambia menyeret Myanmar ke Mahkamah Internasional.", ("ACCUSE", ("GMB",), ("MMR",))),
        ("Jepang memasukkan dua pejabat Rusia ke daftar sanksi.", ("SANCTION", ("JPN",), ("RUS",))),
    ],
)
def test_words_of_one_entry_may_stand_around_a_party(text: str, claim: Claim) -> None:
    assert claim in claims(text)


def test_troops_named_by_a_pronoun_keep_what_they_are() -> None:
    assert ("RETREAT", ("SUN",), ("AFG",)) in claims("Uni Soviet menarik pasukannya dari Afganistan pada 1989.")


def test_a_number_before_people_does_not_hide_whose_they_are() -> None:
    text = "Sebanyak 12 tentara India tewas akibat serangan artileri Pakistan."
    assert claims(text) == {("ASSAULT", ("PAK",), ("IND",))}


@pytest.mark.parametrize("sea", ["Laut Jepang", "Samudra Pasifik", "Teluk Benggala"])
def test_a_missile_that_falls_into_the_sea_is_a_test(sea: str) -> None:
    (report,) = told(f"Korea Utara meluncurkan dua rudal balistik ke {sea}.")
    assert (report.type, report.mode, report.recipients) == ("MOBILIZE", "weapons", ())


@pytest.mark.parametrize(
    "text",
    [
        "Turki bertemu Italia di laga pembuka.",
        "Striker Argentina itu menembak ke gawang Belanda.",
        "Korea Selatan merebut medali emas dari Cina.",
        "Inggris menyerang Prancis sejak menit pertama.",
    ],
)
def test_games_are_no_war_and_no_diplomacy(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Apakah Cina akan menyerang Taiwan?",
        "Mungkinkah Turki memutus hubungan dengan Israel?",
    ],
)
def test_what_is_only_asked_is_not_told(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia dan Malaysia memerangi narkoba.",
        "Perang dagang Amerika Serikat dan Cina memanas.",
        "Perjalanan panjang India dan Pakistan belum usai.",
        "Chef asal Malaysia itu menyerang kritikus masakan.",
        "Perusahaan Jepang meluncurkan mobil listrik di Indonesia.",
        "Gempa bumi mengguncang Filipina, menewaskan puluhan orang.",
        "Festival film Jepang dibuka di Jakarta, Jumat.",
    ],
)
def test_chatter_tells_nothing(text: str) -> None:
    assert not told(text)


def test_who_is_freed_or_seized_is_not_who_frees_or_seizes() -> None:
    assert claims("Dua warga Kanada dibebaskan.") == {("RETREAT", (), ("CAN",))}
    for report in told("Dua kapal ikan Malaysia ditangkap di Selat Malaka."):
        assert "MYS" not in report.actors


def test_a_deed_that_is_condemned_does_not_condemn() -> None:
    assert ("ACCUSE", ("GRC",), ("TUR",)) in claims("Pendaratan pasukan Turki di Siprus dikutuk Yunani.")


def test_a_pilgrim_from_a_state_suffers_for_it() -> None:
    assert ("ASSAULT", ("SAU",), ("IRN",)) in claims("Arab Saudi mengeksekusi seorang jemaah haji asal Iran.")


def test_a_crowd_in_a_background_clause_is_not_the_subject_of_the_main_one() -> None:
    text = "Arab Saudi memutus hubungan setelah demonstran menyerbu kedutaannya di Teheran."
    assert ("PROTEST", ("IRN",), ("SAU",)) in claims(text)


def test_a_crowd_with_no_name_is_that_of_the_place() -> None:
    text = "Ribuan orang berunjuk rasa di depan Kedutaan Besar Saudi di Teheran."
    assert claims(text) == {("PROTEST", ("IRN",), ("SAU",))}


def test_an_order_to_sanction_is_a_sanction_by_who_gave_it() -> None:
    assert claims("Presiden Turki memerintahkan penambahan sanksi terhadap Iran.") == {("SANCTION", ("TUR",), ("IRN",))}


def test_two_who_are_urged_together_are_urged_both() -> None:
    text = "Amerika Serikat mendesak Israel dan Hamas segera menyepakati gencatan senjata."
    assert claims(text) == {("REQUEST", ("USA",), ("ISR", "HAMAS"))}


def test_an_exercise_with_nobody_shows_force_and_one_with_a_partner_is_common_work() -> None:
    assert claims("Belarus menggelar latihan militer pada Senin.") == {("MOBILIZE", ("BLR",), ())}
    assert ("COOPERATE", ("BLR", "RUS"), ()) in claims("Belarus menggelar latihan militer dengan Rusia pada Senin.")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Dua jet tempur Rusia memasuki wilayah udara Estonia.", ("MOBILIZE", ("RUS",), ("EST",))),
        ("Pyongyang menolak berunding dengan Seoul.", ("REJECT", ("PRK",), ("KOR",))),
        ("Bantuan kemanusiaan dari Indonesia tiba di Turki.", ("AID", ("IDN",), ("TUR",))),
        ("Iran dikenai sanksi oleh Inggris.", ("SANCTION", ("GBR",), ("IRN",))),
        ("Suriah mendapat pasokan senjata dari Iran.", ("AID", ("IRN",), ("SYR",))),
        ("Malaysia mengucapkan terima kasih kepada Indonesia.", ("SUPPORT", ("MYS",), ("IDN",))),
        ("Cina melarang impor makanan laut dari Jepang.", ("SANCTION", ("CHN",), ("JPN",))),
        ("Kapal penjaga pantai Cina menabrak kapal Filipina.", ("ASSAULT", ("CHN",), ("PHL",))),
        ("Timor Leste diterima sebagai anggota ASEAN.", ("COOPERATE", ("TLS", "ASEAN"), ())),
        ("Prancis mengembalikan artefak kepada Nigeria.", ("RETREAT", ("FRA",), ("NGA",))),
    ],
)
def test_one_turn_of_phrase_and_its_parties(text: str, claim: Claim) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Perusahaan Jepang menandatangani kontrak dengan pemasok Vietnam.",
        "Peneliti Jepang bekerja sama dengan peneliti Brasil.",
        "Novel itu bercerita tentang serangan Jerman ke Polandia.",
    ],
)
def test_firms_scholars_and_stories_speak_for_no_state(text: str) -> None:
    assert not told(text)


def test_an_adverb_that_may_be_a_verb_is_none_before_a_verb() -> None:
    assert ("REJECT", ("CHN",), ()) in claims("Tudingan itu langsung ditepis Beijing.")


def test_what_an_accuser_does_next_is_his_own_deed() -> None:
    text = "New Delhi menuduh Pakistan berada di belakangnya, lalu mengerahkan setengah juta tentara ke perbatasan."
    assert {r.actors for r in told(text)} == {("IND",)}


def test_a_crowd_may_stand_behind_a_passive() -> None:
    assert ("PROTEST", ("IRN",), ("SAU",)) in claims("Kedutaan Saudi di Teheran dibakar massa pada Januari 2016.")


def test_a_place_before_a_dash_does_not_act_with_who_follows() -> None:
    text = "JURNAL KOTA, JAKARTA - India meluncurkan rudal ke sembilan lokasi di Pakistan."
    assert claims(text) == {("ASSAULT", ("IND",), ("PAK",))}


def test_who_backs_a_force_does_not_take_over_its_verb() -> None:
    text = "Pasukan Suriah yang disokong Rusia merebut kota Turki."
    assert {("SUPPORT", ("RUS",), ("SYR",)), ("ASSAULT", ("SYR",), ("TUR",))} <= claims(text)


def test_a_composition_without_a_recipient_becomes_a_known_type() -> None:
    rows = [row for row in read_table(ROOT / "codes" / "compose.tsv") if row.get("without")]
    assert {row["without"].split()[0] for row in rows} <= TYPES | {"NONE", "keep", "inner"}


def test_a_crowd_that_is_described_is_a_crowd() -> None:
    text = "Massa di Jakarta yang marah membakar Kedutaan Besar Inggris."
    assert ("PROTEST", ("IDN",), ("GBR",)) in claims(text)


def test_what_somebody_sues_for_has_not_happened() -> None:
    text = "Kamboja menggugat Thailand agar pasukan Bangkok angkat kaki dari kawasan kuil."
    assert claims(text) == {("ACCUSE", ("KHM",), ("THA",))}


def test_the_same_again_is_done_in_return_by_whom_it_was_done_to_and_along_by_anybody_else() -> None:
    text = "Arab Saudi menarik duta besarnya dari Qatar, dan {} mengambil langkah serupa."
    assert ("SANCTION", ("QAT",), ("SAU",)) in claims(text.format("Qatar"))
    assert ("SANCTION", ("BHR",), ("QAT",)) in claims(text.format("Bahrain"))


def test_a_body_that_is_nobodys_speaks_for_itself_and_a_states_scholars_do_not() -> None:
    assert ("ACCUSE", ("AMN",), ("ERI",)) in claims("Amnesty International mengecam Eritrea.")
    assert not claims("Ilmuwan Jepang mengecam Eritrea.")


def test_who_did_what_is_condemned_may_stand_in_a_relative_clause() -> None:
    text = "Indonesia mengutuk serangan yang dilancarkan Israel ke Gaza."
    assert ("ACCUSE", ("IDN",), ("ISR",)) in claims(text)


def test_leaving_a_body_cuts_ties_and_leaving_a_land_is_a_retreat() -> None:
    assert claims("Amerika Serikat hengkang dari NATO.") == {("SANCTION", ("USA",), ("NATO",))}
    assert claims("Pasukan Amerika hengkang dari Irak.") == {("RETREAT", ("USA",), ("IRQ",))}


def test_words_that_ask_for_an_object_leave_the_sentence_to_others_without_it() -> None:
    text = "Ethiopia mendesak Eritrea segera angkat kaki dari Badme."
    assert claims(text) == {("REQUEST", ("ETH",), ("ERI",))}


def test_agents_written_twice_act_for_their_state() -> None:
    assert claims("Pesawat-pesawat Ethiopia mengebom Asmara.") == {("ASSAULT", ("ETH",), ("ERI",))}


def test_what_is_dated_after_the_day_of_printing_is_still_to_happen() -> None:
    report = told("Jepang memperketat ekspor bahan baku ke Korea Selatan mulai 4 Juli 2024.")[0]
    assert report.standing == "planned"


def test_a_list_of_persons_is_not_joined_to_the_place_before_it() -> None:
    text = "Setelah berunding di Minsk, Putin, Lukashenko, dan Macron mengumumkan gencatan senjata."
    assert all("BLR" not in (r.recipients or ()) for r in told(text))
    assert ("CONSULT", ("RUS", "BLR", "FRA"), ()) in claims(text)


def test_what_a_statement_condemns_who_issues_it_condemns() -> None:
    text = "Liga Arab mengeluarkan pernyataan yang mengecam Israel."
    assert ("ACCUSE", ("ARAB",), ("ISR",)) in claims(text)
    assert ("REQUEST", ("RUS",), ("IND",)) not in claims("Rusia memveto resolusi yang meminta India mundur.")


def test_an_attack_hits_whoever_suffers_from_it() -> None:
    text = "Ibu kota Ukraina diguncang ledakan akibat serangan rudal Rusia."
    assert ("ASSAULT", ("RUS",), ("UKR",)) in claims(text)


def test_whoever_is_accused_of_two_deeds_is_accused_of_both() -> None:
    text = "Khartoum menuduh Kampala membantu pemberontak dan mengirim pasukan ke Darfur."
    assert {(r.type, str(r.standing)) for r in told(text) if r.actors == ("UGA",)} == {
        ("AID", "alleged"),
        ("MOBILIZE", "alleged"),
    }


def test_what_nobody_known_is_accused_of_is_not_laid_to_the_accuser() -> None:
    text = "Rusia menuduh kelompok itu menyerang kedutaannya."
    assert not [r for r in told(text) if r.type == "ASSAULT" and r.actors == ("RUS",)]


def test_what_an_agreement_is_about_is_no_deed_beside_it() -> None:
    assert {kind for kind, _, _ in claims("Jepang dan Korea Selatan meneken pakta berbagi intelijen.")} == {"AGREE"}


def test_soldiers_may_hold_the_leader_of_their_own_state() -> None:
    assert ("COERCE", ("MMR",), ("MMR",)) in claims("Militer Myanmar menahan Aung San Suu Kyi.")


def test_who_said_what_stands_before_goes_on_to_act_himself() -> None:
    text = '"Iran tampaknya menahan diri," ujar Putin di Moskow, seraya mengancam Turki.'
    assert claims(text) == {("THREATEN", ("RUS",), ("TUR",))}


def test_whom_somebody_quotes_is_not_hit() -> None:
    text = "Serangan udara Pakistan menewaskan delapan orang, kata pemerintah Afganistan, Senin."
    assert {(kind, actors, recipients) for kind, actors, recipients in claims(text)} == {("ASSAULT", ("PAK",), ())}


def test_a_state_behind_an_unknown_place_says_where_it_lies() -> None:
    text = "Pesawat pengebom milik AS menjatuhkan bom di Fordow, Iran, kemarin."
    assert ("ASSAULT", ("USA",), ("IRN",)) in claims(text)


def test_what_is_fired_into_the_waters_around_a_state_hits_nobody() -> None:
    assert claims("Cina menembakkan rudal ke perairan sekitar Taiwan.") == {("MOBILIZE", ("CHN",), ("TWN",))}


def test_a_crowd_does_both_deeds_that_it_is_told_of() -> None:
    text = "Ribuan demonstran merusak dan membakar Kedutaan Besar Inggris di Jakarta."
    assert claims(text) == {("PROTEST", ("IDN",), ("GBR",))}


def test_a_mediator_of_talks_met_those_who_talked() -> None:
    text = "Afganistan dan Pakistan menyetujui gencatan senjata dalam perundingan yang dimediasi Qatar."
    assert ("CONSULT", ("QAT", "AFG", "PAK"), ()) in claims(text)


def test_who_is_punished_for_a_deed_did_it() -> None:
    text = "Dewan Keamanan PBB menjatuhkan embargo senjata terhadap Eritrea karena membantu pemberontak di Somalia."
    assert ("AID", ("ERI",), ("SOM",)) in claims(text)


def test_who_is_struck_and_strikes_strikes_back() -> None:
    text = "Pesawat Ethiopia mengebom Asmara, dan Eritrea membalas dengan menjatuhkan bom di kota Mekele."
    assert claims(text) == {("ASSAULT", ("ETH",), ("ERI",)), ("ASSAULT", ("ERI",), ("ETH",))}


def test_one_s_own_envoy_is_called_home_and_another_s_is_reproached() -> None:
    assert claims("Kolombia memanggil duta besarnya di Caracas.") == {("SANCTION", ("COL",), ("VEN",))}
    assert claims("Kolombia memanggil duta besar Venezuela.") == {("ACCUSE", ("COL",), ("VEN",))}


def test_who_only_backs_a_group_does_not_act_in_its_name() -> None:
    assert not claims("Kelompok separatis dukungan Moskow menyerang Kharkiv.")


def test_a_mediator_is_no_party_to_what_he_mediates() -> None:
    text = "Yordania dan Israel menyepakati gencatan senjata dengan Mesir sebagai penengah."
    assert ("AGREE", ("JOR", "ISR"), ()) in claims(text)


def test_who_writes_a_note_says_what_stands_in_it() -> None:
    text = "Iran mengirim nota kepada Washington yang memperingatkan bahwa balasannya tidak akan terbatas."
    assert claims(text) == {("THREATEN", ("IRN",), ("USA",))}


def test_who_sponsors_an_attack_attacks() -> None:
    text = "Arab Saudi menuduh Iran mensponsori serangan terhadap kilang Saudi."
    assert ("ASSAULT", ("IRN",), ("SAU",)) in claims(text)


def test_an_invitation_to_visit_that_is_accepted_is_no_visit_yet() -> None:
    text = "Perdana Menteri Jepang menerima undangan untuk berkunjung ke Seoul."
    assert {r.standing.value for r in told(text) if r.type == "CONSULT"} <= {"planned"}
    assert "AGREE" in {r.type for r in told(text)}


def test_several_who_agree_at_talks_met_there() -> None:
    text = "Amerika, Jepang, dan Korea Selatan sepakat memperdalam kerja sama pertahanan dalam KTT di Camp David."
    assert ("CONSULT", ("USA", "JPN", "KOR"), ()) in claims(text)


def test_what_is_done_for_the_time_being_is_done() -> None:
    text = "Trump menghentikan sementara seluruh bantuan militer AS untuk Ukraina."
    assert claims(text) == {("SANCTION", ("USA",), ("UKR",))}


def test_concern_without_somebody_it_is_told_to_is_no_reproach() -> None:
    assert not claims("Indonesia menyatakan keprihatinan mendalam atas situasi di kawasan.")
    assert claims("Indonesia menyampaikan keprihatinan kepada Australia.") == {("ACCUSE", ("IDN",), ("AUS",))}


def test_rockets_fired_in_an_attack_are_that_attack() -> None:
    text = "Hamas melancarkan serangan mendadak ke Israel dengan menembakkan ribuan roket dari Gaza."
    assert claims(text) == {("ASSAULT", ("HAMAS",), ("ISR",))}


def test_an_attack_that_is_called_off_is_one_that_was_not_made() -> None:
    reports = told("Trump membatalkan serangan ke Iran.")
    assert [(r.type, r.actors, r.recipients, r.standing.value) for r in reports] == [
        ("ASSAULT", ("USA",), ("IRN",), "negated")
    ]


def test_where_an_attack_was_is_not_who_made_it() -> None:
    text = "Houthi mengaku bertanggung jawab atas serangan drone di Tel Aviv yang menewaskan satu orang."
    assert not [r for r in told(text) if r.type == "ASSAULT" and r.actors == ("ISR",)]
