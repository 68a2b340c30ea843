"""Bytes to text, whatever their encoding."""

import pytest

from tidebook.pages.decode import Decoded, decode

WORDS = "Jakarta — “Kami siap”, kata juru bicara. Ελλάδα, Москва."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_page_reads_the_same_in_every_unicode_encoding(charset: str) -> None:
    text = WORDS if charset not in ("utf-16-le", "utf-16-be") else "Jakarta - the plain words of a report. " * 20
    decoded = decode(text.encode(charset))
    assert isinstance(decoded, Decoded)
    assert decoded.text == text


def test_windows_1252_is_what_is_left_when_it_is_not_unicode() -> None:
    decoded = decode("Café “Berlin” – naïve".encode("cp1252"))
    assert decoded == Decoded("Café “Berlin” – naïve", "windows-1252")


def test_a_byte_that_windows_1252_does_not_define_stops_nothing() -> None:
    decoded = decode(b"caf\xe9 \x81 end")
    assert isinstance(decoded, Decoded)
    assert decoded.text == "café \x81 end"


def test_utf_8_that_was_cut_in_the_middle_of_a_letter_stays_utf_8() -> None:
    decoded = decode(("perjanjian — damai — ditandatangani é " * 9).encode()[:-2])
    assert isinstance(decoded, Decoded)
    assert decoded.charset == "utf-8"
    assert decoded.text.endswith("�")


def test_line_ends_of_every_system_become_one() -> None:
    decoded = decode("a\r\nb\rc\x0bd\u2028e".encode())
    assert isinstance(decoded, Decoded)
    assert decoded.text == "a\nb\nc\nd\ne"


def test_a_stray_nul_becomes_a_blank() -> None:
    decoded = decode(b"first word" + b" and more words" * 40 + b"\x00second")
    assert isinstance(decoded, Decoded)
    assert "words second" in decoded.text


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG image"),
        (b"%PDF-1.7 \n", "a PDF document"),
        (b"PK\x03\x04rest", "a ZIP archive or office document"),
        (bytes(range(32)) * 50, "binary data"),
    ],
)
def test_what_is_no_text_is_named(raw: bytes, what: str) -> None:
    assert decode(raw) == what
