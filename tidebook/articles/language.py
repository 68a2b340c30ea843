"""Which language a text is in, by its small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import numpy as np

from ..knowledge.load import ROOT, languages, of_language, read_table

_JOINTS = "'’-,"
"""What divides or follows small words."""
_FOREIGN, _SIGNS = 0x0370, (0x1E00, 0x2E7F)
"""The first code point of another script than the Latin, and between what follows the signs and marks that all share."""
_SCRIPTS = (
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\uac00-\ud7af]"), "ko"),
    (re.compile("[\u4e00-\u9fff]"), "zh"),
    (re.compile("[\u0e00-\u0e7f]"), "th"),
    (re.compile("[\u0370-\u03ff]"), "el"),
    (re.compile("[\u0590-\u05ff]"), "he"),
    (re.compile("[\u0900-\u097f]"), "hi"),
)
ENOUGH = 2_500
"""Code points that are looked at; more do not change the judgement."""
_LEAST = 0.08
UNDETERMINED = "und"


def judge_language(text: str) -> str:
    """The language of a text as BCP 47 (``id``, ``en``, ``ms`` ...); ``und`` where nothing tells.

    Languages with a folder in ``knowledge/languages`` know their small words and the words of a neighbour that they do not
    write; ``tongues.tsv`` beside them holds the small words of others.
    """
    head = text[:ENOUGH]
    codes = np.frombuffer(head.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if ((codes >= _FOREIGN) & ((codes < _SIGNS[0]) | (codes > _SIGNS[1]))).any():
        letters = sum(map(str.isalpha, head)) or 1
        for script, code in _SCRIPTS:
            if len(script.findall(head)) > 0.15 * letters:
                return code
    lowered = head.lower()
    for joint in _JOINTS:
        lowered = lowered.replace(joint, " ")
    words = lowered.split()
    if not words:
        return UNDETERMINED
    scores: dict[str, float] = {}
    table = _words()
    for entry, times in Counter(map(table.get, words)).items():
        for code, weight in entry or ():
            scores[code] = scores.get(code, 0.0) + weight * times
    if not scores:
        return UNDETERMINED
    best = max(sorted(scores), key=scores.__getitem__)
    return best if scores[best] >= _LEAST * len(words) else UNDETERMINED


@cache
def _words() -> dict[str, tuple[tuple[str, float], ...]]:
    table: dict[str, list[tuple[str, float]]] = {}
    for code in languages():
        known = of_language(code, "language.yaml")
        for word in known.get("function_words", ()):
            table.setdefault(word, []).append((code, 1.0))
        for word in known.get("unlike", ()):
            table.setdefault(word, []).append((code, -3.0))
    path = ROOT / "languages" / "tongues.tsv"
    own = languages()
    for row in read_table(path):
        if row["code"] in own:
            continue
        for word in row["words"].split("|"):
            if word:
                table.setdefault(word, []).append((row["code"], 1.0))
    return {word: tuple(found) for word, found in table.items()}
