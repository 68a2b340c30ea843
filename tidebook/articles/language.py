"""Which language a text is in, by its small words."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge.load import ROOT, languages, of_language, read_table

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile("[\u0370-\u03ff\u0590-\u05ff\u0900-\u0e7f\u3040-\u9fff\uac00-\ud7af]")
_SCRIPTS = (
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\uac00-\ud7af]"), "ko"),
    (re.compile("[\u4e00-\u9fff]"), "zh"),
    (re.compile("[\u0e00-\u0e7f]"), "th"),
    (re.compile("[\u0370-\u03ff]"), "el"),
    (re.compile("[\u0590-\u05ff]"), "he"),
    (re.compile("[\u0900-\u097f]"), "hi"),
)
ENOUGH = 5_000
"""Code points that are looked at; more do not change the judgement."""
_LEAST = 0.08
UNDETERMINED = "und"


def judge_language(text: str) -> str:
    """The language of a text as BCP 47 (``id``, ``en``, ``ms`` ...); ``und`` where nothing tells.

    Languages with a folder in ``knowledge/languages`` know their small words and the words of a neighbour that they do not
    write; ``tongues.tsv`` beside them holds the small words of others.
    """
    head = text[:ENOUGH]
    if _FOREIGN.search(head):
        letters = sum(map(str.isalpha, head)) or 1
        for script, code in _SCRIPTS:
            if len(script.findall(head)) > 0.15 * letters:
                return code
    words = _WORD.findall(head.lower())
    if not words:
        return UNDETERMINED
    scores: dict[str, float] = {}
    table = _words()
    for word in words:
        for code, weight in table.get(word, ()):
            scores[code] = scores.get(code, 0.0) + weight
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
