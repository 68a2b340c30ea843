"""Links that open a page at the quoted words."""

from __future__ import annotations

from urllib.parse import unquote

from tidebook.records.links import LONGEST_WHOLE, link_to, text_fragment
from tidebook.records.spans import Quote, Span


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote.of(text, Span(start=start, end=start + len(words)))


def test_a_sentence_stands_in_the_link_whole_and_percent_encoded() -> None:
    sentence = "Kedua menteri, kata juru bicara, menandatangani perjanjian damai pada 25 April."
    assert text_fragment(quote(f"Judul\n{sentence}\nLain", sentence)) == (
        ":~:text=Kedua%20menteri%2C%20kata%20juru%20bicara%2C%20menandatangani%20perjanjian%20damai%20pada%2025%20April."
    )


def test_a_hyphen_that_is_no_sign_of_the_syntax_is_encoded() -> None:
    sentence = "Negara-negara itu menandatangani perjanjian damai & dagang pada hari Kamis."
    assert "Negara%2Dnegara" in text_fragment(quote(sentence, sentence))
    assert "%26" in text_fragment(quote(sentence, sentence))


def test_a_long_quote_is_named_by_its_first_and_its_last_words() -> None:
    sentence = "Satu dua tiga empat lima enam tujuh " + "dan seterusnya " * 20 + "delapan sembilan sepuluh."
    assert len(sentence) > LONGEST_WHOLE
    first, last = text_fragment(quote(sentence, sentence)).removeprefix(":~:text=").split(",")
    assert unquote(first) == "Satu dua tiga empat lima enam"
    assert unquote(last) == "seterusnya dan seterusnya delapan sembilan sepuluh."


def test_a_short_quote_has_whole_words_of_its_own_line_around_it() -> None:
    text = "Baris lain\nPada hari Kamis kedua menteri bertemu di ibu kota negara itu.\nBaris lain"
    assert unquote(text_fragment(quote(text, "bertemu"))) == (
        ":~:text=Pada hari Kamis kedua menteri-,bertemu,-di ibu kota negara itu."
    )


def test_a_link_keeps_the_place_that_the_address_names_and_is_none_without_an_address() -> None:
    sentence = "Kedua menteri menandatangani perjanjian damai di ibu kota pada hari Kamis."
    assert str(link_to("https://kabar.example/a#isi", quote(sentence, sentence))).startswith(
        "https://kabar.example/a#isi:~:text=Kedua%20"
    )
    assert link_to(None, quote(sentence, sentence)) is None
    assert link_to("javascript:alert(1)", quote(sentence, sentence)) is None


def test_a_host_in_letters_that_look_like_others_is_written_so_that_it_shows() -> None:
    words = quote("Kedua menteri bertemu.", "Kedua menteri bertemu.")
    assert str(link_to("https://kаbar.example/a", words)).startswith("https://xn--kbar-")
    assert str(link_to("https://kabar.example/berita/damai di sini?x=á", words)).startswith(
        "https://kabar.example/berita/damai%20di%20sini?x=%C3%A1#"
    )


def test_an_address_that_hides_where_it_leads_gives_no_link() -> None:
    words = quote("Kedua menteri bertemu.", "Kedua menteri bertemu.")
    assert str(link_to("https://kabar.example@evil.example/", words)).startswith("https://evil.example/")
    for address in ("https://", "https://a b/", "https://\u202eelpmaxe/", "https://[::1", "https://x:99999999/"):
        assert link_to(address, words) is None, address
