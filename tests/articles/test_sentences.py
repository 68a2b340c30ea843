"""Where sentences end."""

import pytest

from tidebook.articles.sentences import sentences_of
from tidebook.articles.write import write_articles
from tidebook.records.articles import Article, Block, BlockKind
from tidebook.records.spans import Span


def article(text: str, language: str = "id") -> Article:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        span = Span(start=start, end=start + len(paragraph))
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=span, page="p", source=span))
        start += len(paragraph) + 2
    return Article(
        id="a-1", headline="", publisher=None, byline=None, dateline=None, published=None, published_at=None, modified=None,
        language=language, section=None, canonical=None, text=text, blocks=tuple(blocks), pages=("p",), missing=(), credits=(),
        evidence=(),
    )  # fmt: skip


def split(text: str, language: str = "id") -> list[str]:
    return [sentence.span.cut(text) for sentence in sentences_of(article(text, language))]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("de", "Am 3. Mai traf er in Berlin ein. Zwei Jahre später reiste er nach Rom.", 2),
        ("id", "Drs. H. M. Yusuf tiba pukul 16.15 WIB. Ia disambut Prof. Dr. Siti.", 2),
        ("id", "Harga naik 1.200 persen. Kenaikan itu dicatat di Jl. Merdeka No. 5 kemarin.", 2),
        ("id", "“Kami menolak.” Ia lalu pergi.", 2),
        ("id", "“Benarkah itu?” tanya wartawan. Menteri diam.", 2),
        ("id", "Mereka membahas beras, gula, dll. untuk pasar. Rapat selesai.", 2),
        ("id", "Rusia mengirim rudal… Lalu perang berhenti!", 2),
        ("id", "Kapal itu milik AS. Awaknya selamat.", 2),
        ("en", "Mr. Smith of the U.S. Senate met Dr. Lee at 5 p.m. in Washington. They talked.", 2),
        ("en", "It rose 3.5 percent. The U.S. agreed.", 2),
        ("en", "J. R. R. Hanson wrote it. She read it.", 2),
        ("en", "“Why now?” she asked. Nobody knew...", 2),
        ("en", "He lives in the U.S. The house is small.", 2),
    ],
)
def test_a_stop_ends_a_sentence_only_where_one_ends(language: str, text: str, count: int) -> None:
    assert len(split(text, language)) == count


def test_no_sentence_runs_over_the_end_of_its_block() -> None:
    assert split("Yang pertama tanpa titik\n\nYang kedua.") == ["Yang pertama tanpa titik", "Yang kedua."]


def test_two_dated_entries_in_one_paragraph_are_sentences_of_their_own() -> None:
    text = "Lima membantah tuduhan itu. 9 Agustus 2021 – Presiden tiba di La Paz."
    assert split(text)[1].startswith("9 Agustus 2021 –")


def test_sentences_cover_every_word_once() -> None:
    from tests.articles.pages_of_our_own import ONE_PAGE, page

    for found in write_articles([page(ONE_PAGE)])[0]:
        joined = "".join("".join(s.span.cut(found.text).split()) for s in sentences_of(found))
        assert joined == "".join(found.text.split())
