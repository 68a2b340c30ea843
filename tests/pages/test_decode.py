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


RUSSIAN = "Переговоры между министрами двух стран прошли в столице в четверг, сообщило агентство. " * 3
GREEK = "Οι διαπραγματεύσεις των υπουργών των δύο χωρών έγιναν στην πρωτεύουσα την Πέμπτη. " * 3
JAPANESE = "両国の外相は木曜日に首都で会談し、平和条約に署名したと発表した。これは二年ぶりの会談である。" * 3
CHINESE = "两国外长星期四在首都举行会谈并签署了和平条约，这是两年来的首次会谈，发言人说。" * 3
TAIWAN = "兩國外長星期四在首都舉行會談並簽署了和平條約，這是兩年來的首次會談，發言人說。" * 3
KOREAN = "두 나라 외무장관은 목요일 수도에서 회담을 갖고 평화 조약에 서명했다고 대변인이 말했다. " * 3
THAI = "รัฐมนตรีต่างประเทศของทั้งสองประเทศพบกันที่เมืองหลวงเมื่อวันพฤหัสบดี " * 3
HEBREW = "שרי החוץ של שתי המדינות נפגשו בבירה ביום חמישי וחתמו על הסכם שלום, אמר הדובר. " * 3
ARABIC = "اجتمع وزيرا خارجية البلدين في العاصمة يوم الخميس ووقعا اتفاق سلام، قال المتحدث. " * 3


@pytest.mark.parametrize(
    ("text", "charset", "read_as"),
    [
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp866", "cp866"),
        (RUSSIAN, "iso8859-5", "iso8859-5"),
        (GREEK, "cp1253", "cp1253"),
        (JAPANESE, "cp932", "cp932"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (CHINESE, "gbk", "gb18030"),
        (TAIWAN, "big5", "big5hkscs"),
        (KOREAN, "euc-kr", "cp949"),
        (THAI, "cp874", "cp874"),
        (HEBREW, "cp1255", "cp1255"),
        (ARABIC, "cp1256", "cp1256"),
    ],
)
def test_an_encoding_that_nobody_states_is_told_by_its_letters(text: str, charset: str, read_as: str) -> None:
    decoded = decode(text.encode(charset))
    assert decoded == Decoded(text, read_as)


@pytest.mark.parametrize("text", [RUSSIAN, JAPANESE, CHINESE, KOREAN, "Café “Berlin” – naïve"])
def test_utf_8_that_is_stated_as_something_else_is_utf_8(text: str) -> None:
    for stated in ("iso-8859-1", "windows-1251", "gbk", "shift_jis"):
        decoded = decode(("Jakarta. " + text * 3).encode(), stated)
        assert isinstance(decoded, Decoded)
        assert decoded.charset == "utf-8"


@pytest.mark.parametrize(
    ("text", "charset"), [(RUSSIAN, "cp1251"), (CHINESE, "gbk"), (JAPANESE, "euc-jp"), (GREEK, "cp1253")]
)
def test_what_is_stated_as_western_or_as_utf_8_and_is_neither_is_told_by_its_letters(text: str, charset: str) -> None:
    for stated in ("iso-8859-1", "utf-8", "no-such-encoding", None):
        decoded = decode(text.encode(charset), stated)
        assert isinstance(decoded, Decoded)
        assert decoded.text == text


def test_labels_are_read_as_browsers_read_them() -> None:
    assert decode("“Kami” – café".encode("cp1252"), "ISO-8859-1") == Decoded("“Kami” – café", "windows-1252")
    assert decode("Łódź, gęś".encode("iso8859-2"), "latin2") == Decoded("Łódź, gęś", "iso8859-2")
    assert decode("İstanbul’da görüştü".encode("cp1254"), "iso-8859-9") == Decoded("İstanbul’da görüştü", "cp1254")


def test_few_letters_outside_ascii_are_western() -> None:
    decoded = decode("Duta besar itu berkata, “perjanjian ini” penting – sangat.".encode("cp1252"))
    assert isinstance(decoded, Decoded)
    assert decoded.charset == "windows-1252"
