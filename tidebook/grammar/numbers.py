"""Numbers out of the parts of a match: digits with marks, words, words put together."""

from __future__ import annotations

from .match import Match

UNKNOWN = "X"  # "several": TIMEX3 writes X

Number = int | float | str


def number_of(match: Match) -> Number | None:
    """The number that a match holds, X where it is only "several", None where it holds none.

    Parts named ``digits`` and ``decimal`` make figures ("2,5"), ``thousands`` joins groups ("1.500"); ``numeral``, ``teens``
    and ``multiplier`` make words ("dua ratus lima belas"); ``fraction`` adds a half ("satu setengah"); ``some`` is X.
    """
    figures, total, current, seen = "", 0, 0, False
    extra = 0.0
    for part in match.parts:
        if part.name == "digits":
            figures += str(part.value)
        elif part.name == "decimal":
            figures += "."
        elif part.name == "numeral":
            current, seen = current + int(part.value), True
        elif part.name == "teens":
            current, seen = current + 10, True
        elif part.name == "multiplier":
            scale, seen = int(part.value), True
            if scale >= 1000:
                total, current = total + (current or 1) * scale, 0
            else:
                low = current % scale
                current += (low or 1) * scale - low
        elif part.name == "fraction":
            extra = 0.5
        elif part.name == "some":
            return UNKNOWN
    if not figures and not seen:
        return 0.5 if extra else None
    value = float(figures) if "." in figures else int(figures) if figures else total + current
    value = value + extra
    return int(value) if value == int(value) else value
