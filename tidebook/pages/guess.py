"""The encoding of a page that states none, or a wrong one, from its bytes alone.

Encodings of several bytes a letter are told by where their lead bytes lie: kana, the first level of GB 2312 and Big5 (the commoner
characters), the Hangul of KS X 1001. Encodings of one byte a letter are told by which of them gives a script its common letters
in lower case. What fits none is windows-1252, which browsers take too.
"""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 1 << 18
"""Bytes looked at."""
FEWEST = 12
"""High bytes from which an encoding other than windows-1252 is believed."""

_TAG = re.compile(rb"<[^<>]*>")
_HIGH = re.compile(rb"[\x80-\xff]+")
_PAIR = re.compile(rb"[\xa1-\xfe][\xa1-\xfe]")
_SJIS = re.compile(rb"[\x81-\x9f\xe0-\xfc][\x40-\x7e\x80-\xfc]|[\xa1-\xdf]")
_BIG5 = re.compile(rb"[\xa1-\xf9][\x40-\x7e\xa1-\xfe]")

_SCRIPTS = (
    ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёєіїўђјљњћџґ", ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")),
    ("αοιετσνηυρκπμλωςδγχθφβξζψάέήίόύώϊϋΐΰ", ("cp1253", "iso8859-7")),
    ("יוהלארתבשמנכעדחפקגסטזצםןךףץ", ("cp1255", "iso8859-8")),
    ("اليمنورتبعدسفكهقحةجشطصخذىضزثئغءأظإآؤپچکگیژ", ("cp1256", "iso8859-6")),
    ("านรอกเงมยลวดทสตะปบคหแจพชขใไโผศณธถซญภฝฟษฎฏฐฑฒฬฮฆฌ่้ัีิุู็์ึืำ๊๋ๆฯ", ("cp874",)),
)
"""Letters of scripts that need a byte each, commonest first (common in news text; the order matters little), and their encodings."""


def guess(raw: bytes) -> str:
    """The codec that the bytes were most likely written in; they are known not to be Unicode."""
    text = _TAG.sub(b" ", _without_scripts(raw)[:SAMPLE])
    high = b"".join(_HIGH.findall(text))
    if len(high) < FEWEST:
        return "windows-1252"
    return _of_pairs(text, high) or _of_script(text, high) or "windows-1252"


def _without_scripts(raw: bytes) -> bytes:
    """The bytes between scripts: programs are written in Latin letters, whatever the page is."""
    pieces, at, lower = [], 0, raw[: 8 * SAMPLE].lower()
    while (start := lower.find(b"<script", at)) >= 0:
        pieces.append(raw[at:start])
        end = lower.find(b"</script", start)
        if end < 0:
            return b" ".join(pieces)
        at = end
    pieces.append(raw[at : len(lower)])
    return b" ".join(pieces)


def _of_pairs(text: bytes, high: bytes) -> str | None:
    sjis = [pair for pair in _SJIS.findall(text) if len(pair) == 2]
    kana = sum((pair[0] == 0x82 and pair[1] >= 0x9F) or pair[0] == 0x83 for pair in sjis)
    if len(sjis) >= 5 and kana > 0.25 * len(sjis) and _strict(text, "cp932"):
        return "cp932"
    pairs = _PAIR.findall(b" ".join(_HIGH.findall(text)))
    leads = Counter(pair[0] for pair in pairs)
    total = len(pairs)
    if total >= 5 and 2 * total >= 0.9 * len(high):
        if leads[0xA4] + leads[0xA5] > 0.25 * total and _strict(text, "euc-jp"):
            return "euc-jp"
        han = {lead: count for lead, count in leads.items() if lead >= 0xB0}
        inside = sum(count for lead, count in han.items() if lead <= 0xC8)
        if inside > 0.95 * sum(han.values()) > 0 and _strict(text, "cp949"):
            return "cp949"
        common = sum(count for lead, count in han.items() if lead <= 0xD7)
        if common > 0.75 * sum(han.values()) > 0.3 * total and _strict(text, "gb18030"):
            return "gb18030"
    if _strict(text, "big5hkscs"):
        two = _BIG5.findall(text)
        common = sum(0xA4 <= pair[0] <= 0xC6 for pair in two)
        if len(two) >= 5 and common > 0.7 * len(two):
            return "big5hkscs"
    return None


def _of_script(text: bytes, high: bytes) -> str | None:
    """The encoding in which most high bytes are common letters of one script, and most letters of the page are of it."""
    plain = sum(chr(byte).isalpha() for byte in text if byte < 0x80)
    if len(high) < 0.5 * plain:
        return None
    counts = Counter(high)
    best, chosen = 0.35, None
    for letters, codecs in _SCRIPTS:
        weight = {letter: 1.0 - 0.5 * place / len(letters) for place, letter in enumerate(letters)}
        for codec in codecs:
            score = 0.0
            for byte, count in counts.items():
                letter = bytes((byte,)).decode(codec, "replace")
                if letter in weight:
                    score += count * weight[letter]
                elif letter.lower() in weight:
                    score += 0.1 * count
                elif letter == "\ufffd" or (letter.isalpha() and letter.lower() not in weight):
                    score -= count
            if score / len(high) > best:
                best, chosen = score / len(high), codec
    return chosen


def _strict(text: bytes, codec: str) -> bool:
    """Whether a codec reads nearly all of it; a cut or damaged letter is forgiven."""
    bad = text.decode(codec, "replace").count("\ufffd")
    return bad <= 2 + len(text) // 20_000
