"""An article about a game is told in the words of war; none of it happened between states."""

from __future__ import annotations

from tests.articles.pages_of_our_own import page
from tidebook.articles.write import write_articles
from tidebook.records.articles import GAME
from tidebook.runs.read import read_article

MATCH = """Harian Gelora
Sepak Bola | Bulu Tangkis | Voli

Vietnam Hancurkan Pertahanan Thailand di Hanoi

Minggu, 5 Januari 2025 21:10 WIB

HANOI - Vietnam menyerang sejak menit pertama dan menghukum Thailand 2-1 pada leg pertama final di Stadion My Dinh, Minggu (5/1/2025).

Gelandang Nguyen Hoang Duc membuka serangan dengan tembakan keras yang ditepis kiper. Thailand membalas lewat tendangan bebas, tetapi wasit menganulir gol itu.

Pada babak kedua Vietnam kembali menggempur gawang lawan. Thailand menyerah setelah bek mereka menerima kartu merah.

"Kami akan membalas di Bangkok," kata pelatih Thailand.
"""
SUMMIT = """Mekong Herald

Thailand and Cambodia sign border accord before the final in Hanoi

5 January 2025

HANOI - Thailand and Cambodia signed an agreement on their border on Sunday, hours before their football teams met in the final.

The prime ministers of the two countries shook hands in Hanoi and watched the first half from the stands together.

Thailand will withdraw its troops from the temple by March, and Cambodia will reopen the crossing at Poipet.

Cambodia had accused Thailand of shelling two villages near the temple in February of last year.
"""


def test_a_match_told_in_the_words_of_war_gives_no_report_and_the_ledger_says_why() -> None:
    (article,), drops = write_articles([page(MATCH, "match.txt")])
    assert article.set_aside == GAME
    assert read_article(article)[1] == ()
    (drop,) = [drop for drop in drops if drop.reason == GAME]
    assert "menit pertama" in drop.detail
    assert drop.span is not None


def test_a_treaty_signed_before_a_match_is_news_of_the_world() -> None:
    (article,), _ = write_articles([page(SUMMIT, "summit.txt")])
    assert article.set_aside is None
    assert {report.type for report in read_article(article)[1]} >= {"AGREE", "ACCUSE"}


def test_the_words_of_the_game_stand_where_the_evidence_says() -> None:
    (article,), _ = write_articles([page(MATCH, "match.txt")])
    (proof,) = [proof for proof in article.evidence if proof.fact == "subject"]
    assert proof.span is not None
    assert proof.span.cut(MATCH).lower() in proof.why
