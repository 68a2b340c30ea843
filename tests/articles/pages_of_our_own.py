"""Pages written for these tests, in the manner of real ones; nothing in them happened."""

from __future__ import annotations

import hashlib

from tidebook.records.pages import Page


def page(text: str, uri: str = "page.txt") -> Page:
    """A page with this text."""
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    return Page(uri=uri, digest=digest, media_type="text/plain", charset="utf-8", text=text)


TEASERS = """Rekomendasi Artikel

Panen Raya di Lembah Selatan Diundur Sepekan

3 jam lalu

Petani menunggu giliran di gudang. ANTARA/Yosep Lado
Panen Raya di Lembah Selatan Diundur Sepekan

Hujan yang turun sejak Senin membuat jadwal panen diundur.


Pelabuhan Kecil Itu Kini Ramai Lagi

1 hari lalu

Pelabuhan Kecil Itu Kini Ramai Lagi

Kapal dari tiga pulau kembali bersandar pada Senin 7 Oktober 2024.
"""

ONE_PAGE = f"""Masuk
Daftar
Lupa Kata Sandi? Klik di Sini

Peru dan Bolivia Sepakati Jalur Kereta Baru di Tepi Danau

Rabu, 13 Maret 2024 - 09:20 WIB

Penulis : Sari Utami
Kereta uji coba melintas di tepi danau, 12 Maret 2024. Foto/REUTERS/Luis Quispe
Iklan
LIMA - Pemerintah Peru dan Bolivia menandatangani perjanjian tentang pembangunan jalur kereta di tepi danau pada Selasa (12/3).

Mengutip Al Jazeera, jalur sepanjang 190 kilometer itu akan menghubungkan dua kota yang selama ini hanya dilayani kapal feri.

Baca Juga: Ini Lima Danau Tertinggi di Dunia

Menteri Perhubungan Peru mengatakan bahwa pekerjaan dimulai pada akhir tahun, setelah kedua parlemen menyetujui anggarannya.

Warga di kedua sisi perbatasan menyambut rencana tersebut, meski sebagian nelayan khawatir kehilangan penumpang.

Bagikan
Facebook
WhatsApp

{TEASERS}
Copyright © 2024 SINDOnews.com
All Rights Reserved
"""

HEAD = """Lima Babak Hubungan Dua Negeri Danau yang Tak Selalu Akur

Kamis, 14 Maret 2024 - 10:05 WIB
loading...
"""
FOOT = """Halaman :
Ikuti SINDOnews di Google News dan jangan lewatkan satu kabar pun.
Copyright © 2024 SINDOnews.com
All Rights Reserved
"""
FIRST = f"""{HEAD}LA PAZ - Hubungan Peru dan Bolivia kembali dibicarakan setelah perjanjian tentang jalur kereta ditandatangani pekan ini.

Kedua negara pernah bersekutu dalam satu perang dan berselisih tentang perbatasan selama bertahun-tahun sesudahnya.

1. Persekutuan yang Kalah


Pada 1879 kedua negara berperang bersama melawan Cile, dan keduanya kehilangan wilayah di pesisir yang kaya mineral.

Perjanjian damai baru ditandatangani beberapa tahun kemudian, setelah ibu kota salah satunya diduduki.

2. Sengketa Perbatasan


Awal abad ke-20 ditandai oleh sengketa perbatasan di hutan yang baru diselesaikan lewat penengah dari negara lain.
{FOOT}"""
SECOND = f"""{HEAD}Penengah itu memberikan sebagian besar wilayah yang disengketakan kepada Peru, dan Bolivia menolak putusan tersebut.

3. Danau Milik Bersama


Pada 1955 kedua negara sepakat mengelola air danau bersama, dengan satu badan yang berkantor di tepi timurnya.

Badan itu kemudian menjadi contoh bagi perjanjian serupa di benua tersebut, kata para ahli hukum air.

4. Kereta di Tepi Air


Jalur kereta yang disepakati pekan ini adalah gagasan lama yang berulang kali tertunda karena biaya yang terlalu besar.
{FOOT}"""

ENGLISH = """Skip to main content
Home
World
Politics
Subscribe

Norway and Finland open joint rescue station on the northern border

By Anna Lindqvist
Published March 14, 2024 4:15 PM EST
Share
Tweet

OSLO (Reuters) - Norway and Finland opened a joint rescue station on their northern border on Thursday, officials said.

The station will keep two helicopters and a crew of thirty, the Norwegian ministry said in a statement to reporters.

“We have waited a long time for this,” said the mayor of the nearest town, who cut the ribbon with her Finnish colleague.

The two governments have shared the cost since 2021, when a storm left four skiers stranded for two days.

Read more: The longest night of the year in ten pictures

Sign up for our newsletter and never miss a story
© 2024 The Northern Gazette. All rights reserved.
"""
