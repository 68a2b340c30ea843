"""Makes text from pages harmless where it is printed as text."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"[\t\n\u2028\u2029]+")


def one_line(text: str) -> str:
    """Text of a page on one line, without the characters that move a terminal's cursor or turn the direction of writing.

    Escape sequences could recolour or retitle a terminal, and bidi controls could make a sentence read as another one.
    """
    return _CONTROLS.sub("", _SPACE.sub(" ", text))
