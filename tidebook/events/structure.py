"""What the small words of a language do, compiled from `structure.yaml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..knowledge import load

NOTHING: frozenset[str] = frozenset()
PLAIN = frozenset(
    {"unofficial", "agent", "transparent", "game", "crowd"}
)  # classes of words that are words all the same


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """The small words of one language.

    Attributes:
        head_first: noun phrases begin with their head (serangan Rusia) rather than end with it (Russian attack).
        bare_agent: a passive's agent may stand bare behind the verb.
        possessive: what may follow an actor's name and make it a possessor.
        clitics: cut from the end of words; own_clitic points back at the subject.
        verb_shape, adverb_shape: shapes of unknown words; not_verbs are exceptions. participle_shape: of -ed forms that no past tense has;
            gerund_shape: of any verb as it stands in a clause behind "with";
            past_shape: of a past tense that a table writes as it stands;
            present_shape, preterites: the present of verbs, irregular past tenses; base_verbs: verbs that no table of events
            holds, as they stand behind an infinitive's mark or a modal.
        marks: words to classes; classes of prepositions are written ``p:to``. phrases: the same for several words, by
            the first of them, longest first.
        agents: nouns that act for whom they belong to. transparent: nouns that stand before what is meant.
        noun_subject, noun_object: where a noun finds what were the verb's roles; noun_after, verb_after: tell homographs apart.
        waters: words for the sea: who fires into it tests, and hits nobody.
        suffers: words for what is suffered (tewas, rusak): whoever is their subject is whom an attack told beside them hit.
        fates: words for what became of a meeting or a treaty: ``made`` (followed, took effect), ``met`` (collapsed), ``ended``.
        figures: numbers with their unit.
    """

    head_first: bool
    bare_agent: bool
    possessive: re.Pattern[str] | None
    clitics: tuple[str, ...]
    own_clitic: str
    verb_shape: re.Pattern[str] | None
    adverb_shape: re.Pattern[str] | None
    participle_shape: re.Pattern[str] | None
    present_shape: re.Pattern[str] | None
    gerund_shape: re.Pattern[str] | None
    past_shape: re.Pattern[str] | None
    preterites: frozenset[str]
    base_verbs: frozenset[str]
    not_verbs: frozenset[str]
    marks: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]
    agents: frozenset[str]
    transparent: frozenset[str]
    noun_subject: tuple[str, ...]
    noun_object: tuple[str, ...]
    noun_after: frozenset[str]
    verb_after: frozenset[str]
    waters: frozenset[str]
    suffers: frozenset[str]
    fates: dict[str, tuple[str, ...]]
    figures: re.Pattern[str]

    def begins(self, word: str) -> bool:
        """Whether a small word may begin with this one."""
        return word in self.marks or word in self.phrases or "-" in word

    def mark(self, words: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
        """How many of the words (lower case) from one on are one small word, and its classes (0 and nothing if none)."""
        word = words[at]
        phrases = self.phrases.get(word)
        if phrases is not None:
            for whole, classes in phrases:
                if tuple(words[at : at + len(whole)]) == whole:
                    return len(whole), classes
        single = self.marks.get(word)
        if single is None and "-" in word:
            half, _, again = word.partition("-")
            single = self.marks.get(half, NOTHING) & PLAIN if half == again else None  # written twice for many of it
        return (1, single) if single else (0, NOTHING)


@cache
def structure_of(language: str) -> Structure:
    """The compiled `structure.yaml` of a language; made once per process."""
    data: dict[str, Any] = load.of_language(language, "structure.yaml")
    classes: dict[str, set[str]] = {}
    for name, words in data["marks"].items():
        for word in words:
            classes.setdefault(str(word), set()).add(name)
    for name, words in data["prepositions"].items():
        for word in words:
            classes.setdefault(str(word), set()).add(f"p:{name}")
    for word in data["agents"]:
        classes.setdefault(str(word), set()).add("agent")
    for word in data["transparent"]:
        classes.setdefault(str(word), set()).add("transparent")
    singles: dict[str, frozenset[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for word, names in classes.items():
        parts = tuple(word.split())
        if len(parts) == 1:
            singles[word] = frozenset(names)
        else:
            phrases.setdefault(parts[0], []).append((parts, frozenset(names)))
    roles = data["noun_roles"]
    return Structure(
        head_first=data["order"] == "head-first",
        bare_agent=bool(data["bare_agent"]),
        possessive=_pattern(data.get("possessive")),
        clitics=tuple(sorted(data.get("clitics", ()), key=len, reverse=True)),
        own_clitic=data.get("third_person_clitic", ""),
        verb_shape=_pattern(data.get("verb_shape")),
        adverb_shape=_pattern(data.get("adverb_shape")),
        participle_shape=_pattern(data.get("participle_shape")),
        present_shape=_pattern(data.get("present_shape")),
        gerund_shape=_pattern(data.get("gerund_shape")),
        base_verbs=frozenset(data.get("base_verbs", ())),
        past_shape=_pattern(data.get("past_shape")),
        preterites=frozenset(data.get("preterites", ())),
        not_verbs=frozenset(data.get("not_verbs", ())),
        marks=singles,
        phrases={first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in phrases.items()},
        agents=frozenset(data["agents"]),
        transparent=frozenset(data["transparent"]),
        noun_subject=tuple(roles["subj"]),
        noun_object=tuple(roles["obj"]),
        noun_after=frozenset(data.get("noun_after", ())),
        verb_after=frozenset(data.get("verb_after", ())),
        waters=frozenset(data.get("waters", ())),
        suffers=frozenset(data.get("suffers", ())),
        fates={fate: tuple(words) for fate, words in data.get("fates", {}).items()},
        figures=re.compile(data["figures"]),
    )


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return re.compile(text) if text else None
