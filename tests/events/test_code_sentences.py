"""Whole sentences of many relationships, read from words to reports."""

from __future__ import annotations

import pytest

from tidebook.records.events import Report
from tidebook.records.times import on
from tidebook.runs.read import read_text

PRINTED = on(2024, 6, 20)  # a Thursday


def told(text: str, language: str = "id") -> list[Report]:
    return list(read_text(text, PRINTED, language)[1])


def say(report: Report) -> str:
    """ "TYPE ACTORS>RECIPIENTS", with the standing where it is not asserted; parties sorted."""
    parties = ",".join(sorted(report.actors)) + ">" + ",".join(sorted(report.recipients))
    standing = "" if report.standing == "asserted" else f" {report.standing}"
    return f"{report.type} {parties.removesuffix('>')}{standing}"


SENTENCES = {
    # one plain act
    "Israel menyerang fasilitas nuklir Iran pada 13 April 2024.": ["ASSAULT ISR>IRN"],
    "Fasilitas nuklir Iran diserang Israel dua hari lalu.": ["ASSAULT ISR>IRN"],
    "Indonesia dan Malaysia menandatangani perjanjian perbatasan di Jakarta.": ["AGREE IDN,MYS"],
    "Turki memanggil pulang duta besarnya dari Israel.": ["SANCTION TUR>ISR"],
    "Kuba dan Amerika Serikat memulihkan hubungan diplomatik pada 2015.": ["COOPERATE CUB,USA"],
    "Perdana Menteri India mengunjungi Pakistan pada 2015.": ["CONSULT IND,PAK"],
    "Jepang memberikan pinjaman lunak kepada Vietnam.": ["AID JPN>VNM"],
    "Arab Saudi memutus hubungan diplomatik dengan Iran pada 2016.": ["SANCTION SAU>IRN"],
    "Cina mengecam kunjungan menteri Jepang ke kuil itu.": ["ACCUSE CHN>JPN", "CONSULT"],
    "Inggris mengusir dua puluh diplomat Rusia.": ["SANCTION GBR>RUS"],
    "Qatar menjadi tuan rumah perundingan antara Amerika Serikat dan Afganistan.": ["CONSULT AFG,QAT,USA"],
    "Prancis menarik pasukannya dari Niger.": ["RETREAT FRA>NER"],
    "Filipina menyewa kapal dari Jepang.": [],
    # the recipient as subject, passives without agent words
    "Ukraina mendapat bantuan senjata dari Jerman.": ["AID DEU>UKR"],
    "Suriah menerima pasokan gandum dari Rusia pada 2021.": ["AID RUS>SYR"],
    "Angola didukung Kuba dalam perang itu.": ["SUPPORT CUB>AGO"],
    "Resolusi itu diveto oleh Amerika Serikat.": ["REJECT USA"],
    "Sanksi terhadap Myanmar dicabut Uni Eropa pada 2012.": ["RETREAT EUU>MMR"],
    # operators turn a theme
    "Amerika Serikat mengurangi bantuan kepada Mesir.": ["SANCTION USA>EGY"],
    "Cina tak lagi memberi bantuan kepada Albania sejak 1978.": ["SANCTION CHN>ALB"],
    "Uni Eropa menjatuhkan sanksi terhadap Belarus.": ["SANCTION EUU>BLR"],
    "Prancis mendukung sanksi terhadap Iran.": ["SANCTION FRA>IRN"],
    "Cina menghapus utang Zambia.": ["AID CHN>ZMB"],
    "Hungaria menolak memberikan dukungan kepada Ukraina.": ["REJECT HUN>UKR"],
    "Korea Utara melanggar gencatan senjata dengan Korea Selatan.": ["ASSAULT PRK>KOR"],
    "Thailand membatalkan kunjungan ke Kamboja.": ["REJECT THA>KHM"],
    # negation, plans, conditions
    "Indonesia tidak mengirim pasukan ke Irak.": ["MOBILIZE IDN negated"],
    "Turki akan menyerang Suriah bila perundingan gagal.": ["ASSAULT TUR>SYR hypothetical"],
    "Presiden Rusia akan mengunjungi Vietnam pekan depan.": ["CONSULT RUS,VNM planned"],
    "Iran berjanji akan membantu Suriah.": ["AGREE IRN>SYR"],
    "Iran mengancam akan menyerang Israel.": ["THREATEN IRN>ISR"],
    "India belum mengakui Kosovo.": ["SUPPORT IND>XKX negated"],
    "Gencatan senjata antara Armenia dan Azerbaijan mulai berlaku pada 1994.": ["RETREAT ARM,AZE"],
    # speech
    "India menuduh Pakistan mempersenjatai pemberontak.": ["ACCUSE IND>PAK", "AID PAK alleged"],
    "Iran membantah menyerang kapal Arab Saudi.": ["ASSAULT IRN>SAU denied", "REJECT IRN"],
    "Menurut Kyiv, Rusia menyerang pelabuhan Ukraina.": ["ASSAULT RUS>UKR alleged"],
    "Rusia menyerang pelabuhan Ukraina, kata Inggris.": ["ASSAULT RUS>UKR alleged"],
    "Turki diduga menyerang Suriah.": ["ASSAULT TUR>SYR alleged"],
    "Etiopia mengatakan bahwa Eritrea mengirim senjata kepada pemberontak.": ["AID ERI alleged"],
    "Jepang meminta bantuan kepada Amerika Serikat.": ["REQUEST JPN>USA"],
    "Brasil mendesak Venezuela membebaskan tahanan politik.": ["REQUEST BRA>VEN"],
    "Mesir mengusulkan gencatan senjata kepada Israel.": ["REQUEST EGY>ISR"],
    # several acts, shared subjects
    "Presiden Indonesia tiba di Beijing, bertemu Presiden Cina dan menandatangani nota kesepahaman.": [
        "AGREE CHN,IDN",
        "CONSULT CHN,IDN",
    ],
    "Setelah menginvasi Kuwait, Irak menolak menarik pasukannya.": ["ASSAULT IRQ>KWT", "REJECT IRQ>KWT"],
    "Pakistan mengecam India dan mengusir duta besarnya.": ["ACCUSE PAK>IND", "SANCTION PAK>IND"],
    "Rusia mengirim pasukan ke perbatasan Georgia, sedangkan NATO menggelar latihan militer dengan Ukraina.": [
        "COOPERATE NATO,UKR",
        "MOBILIZE RUS>GEO",
    ],
    "Koalisi yang dipimpin Arab Saudi menyerang Yaman.": ["ASSAULT SAU>YEM"],
    # nouns
    "Kunjungan Raja Yordania ke Israel berlangsung singkat.": ["CONSULT ISR,JOR"],
    "Invasi Irak ke Kuwait pada 1990 mengguncang pasar minyak.": ["ASSAULT IRQ>KWT"],
    "Pertemuan antara menteri luar negeri Yunani dan Turki digelar di Athena.": ["CONSULT GRC,TUR"],
    "Serangan Hamas terhadap Israel menewaskan ratusan orang.": ["ASSAULT HAMAS>ISR"],
    # nothing happens
    "Hubungan Indonesia dan Australia mengalami pasang surut.": [],
    "Tim nasional Jepang mengalahkan Korea Selatan di Piala Asia.": [],
    "Nilai perdagangan India dan Cina mencapai 100 miliar dolar.": [],
    "Warga Mesir merayakan tahun baru di Kairo.": [],
    "Turki terletak di antara Eropa dan Asia.": [],
    "Ekonomi Jerman tumbuh satu persen.": [],
    "Jepang menolak berkomentar.": [],
    "Perang Dingin memisahkan Jerman Barat dan Jerman Timur.": [],
    "Wisatawan dari Cina mengunjungi Thailand setiap musim dingin.": [],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_tells_its_acts_and_no_others(text: str) -> None:
    wanted = [w for w in SENTENCES[text] if " " in w]
    open_types = {w for w in SENTENCES[text] if " " not in w}  # a type alone: may be told, with whatever parties
    ours = sorted(say(r) for r in told(text) if r.type not in open_types)
    assert ours == sorted(wanted)
