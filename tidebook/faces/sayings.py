"""What the rooms wrote as a reason, said again in the language of the reader.

The rooms explain themselves in plain sentences, which a book keeps as they are; ``codes/sayings.yaml`` lists them with
their blanks, and every ``interface.yaml`` has its own wording for each.
"""

from __future__ import annotations

import re
from functools import cache

from ..errors import EdtfError
from ..knowledge import who
from ..knowledge.load import ROOT, read_yaml
from ..records.edtf import parse
from .dates import say_when
from .words import Words

_BLANK = re.compile(r"\{(\w+)\}")
_FITS = {
    "when": r"[0-9X~?%./-]{4,}",
    "when2": r"[0-9X~?%./-]{4,}",
    "type": "[A-Z]+",
    "type2": "[A-Z]+",
    "mode": "[a-z-]+",
    "n": "[0-9.,]+",
    "most": "[0-9.,]+",
    "share": "[0-9]+%",
    "tongues": "[a-z]{2,3}(?:, [a-z]{2,3})*",
    "tongues2": "[a-z]{2,3}(?:, [a-z]{2,3})*",
}


def say_again(words: Words, sentence: str) -> str:
    """A room's sentence in another language; as it was written where no saying fits it."""
    for name, pattern in _patterns():
        found = pattern.fullmatch(sentence)
        if found is not None:
            blanks = {blank: _said(words, blank, text, found) for blank, text in found.groupdict().items()}
            return words.say(f"said.{name}", **blanks)
    return sentence


def _said(words: Words, blank: str, text: str, found: re.Match[str]) -> str:
    if blank in ("when", "when2"):
        try:
            return say_when(words, parse(text))
        except EdtfError:
            return text
    if blank in ("type", "type2"):
        return words.type_name(text, found.groupdict().get("mode"))
    if blank == "role":
        return words.label("roles", text)
    if blank == "actors":
        return words.actors(text.split(", "))
    if blank == "themes":
        return ", ".join(words.label("themes", slug) for slug in text.split(", "))
    if blank in ("tongues", "tongues2"):
        return words.listed(words.language(code) for code in text.split(", "))
    if blank == "names":
        return _two(words, text)
    return say_again(words, text) if blank == "why" else text


def _two(words: Words, text: str) -> str:
    """Two English names in the reader's language; a name may itself hold an "and"."""
    pieces = text.split(" and ")
    for cut in range(1, len(pieces)):
        found = [who.find(" and ".join(part)) for part in (pieces[:cut], pieces[cut:])]
        if all(len(codes) == 1 for codes in found):
            return words.actors(codes[0] for codes in found)
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    compiled = []
    for name, sentence in read_yaml(ROOT / "codes" / "sayings.yaml").items():
        pieces = _BLANK.split(sentence)
        text = "".join(
            f"(?P<{piece}>{_FITS.get(piece, '.+?')})" if place % 2 else re.escape(piece)
            for place, piece in enumerate(pieces)
        )
        compiled.append((name, re.compile(text, re.DOTALL)))
    return tuple(compiled)
