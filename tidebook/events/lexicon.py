"""The words of one language that tell events, ready for look-up by surface form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ..grammar.tokens import Token
from ..knowledge import load
from ..knowledge.kept import kept
from . import entries, forms, inflected, structure
from .entries import Entry, Sense, rows_of
from .forms import Morphology
from .inflected import GAP, tabulate
from .structure import Structure, structure_of

__all__ = ["Entry", "Lexicon", "Match", "Sense", "lexicon_of", "rows_of"]

LONGEST_GAP = 4
OBJECT_REACH = 7
"""Words behind a trigger among which the object that it asks for must stand."""
_QUOTES = frozenset('"“”„‟«»‘')


class Match(NamedTuple):
    """Words that stand for senses.

    Attributes:
        head: index of the token that carries the inflection.
        used: indices of all its tokens.
        senses: all entries that these very words may be.
        clitic: the clitic that was cut off its last word, or "".
    """

    head: int
    used: tuple[int, ...]
    senses: tuple[Sense, ...]
    clitic: str = ""


class _Phrase(NamedTuple):
    """Several words that are an entry, `GAP` where others may stand between.

    Attributes:
        rank: longer ones first, then as the tables have them. size: how many words, gaps left out.
        head: index in `whole` of the word that carries the inflection.
    """

    rank: int
    size: int
    whole: tuple[str, ...]
    head: int
    sense: Sense


_Known = tuple[dict[str, list[_Phrase]] | None, tuple[Sense, ...] | None, str]
"""Entries of several words that begin with a word, senses of it alone, and the clitic that was cut off for these."""


class Lexicon:
    """All forms of all entries of a language, by their first word.

    `table` is what `tabulate` made; its rows of text are cut up when their words are first met.
    """

    def __init__(self, table: dict[str, Any], structure: Structure) -> None:
        self._clitics = structure.clitics
        self._no_gap = frozenset(
            word
            for word, classes in structure.marks.items()
            if "relative" in classes or any(c.startswith("p:") for c in classes)
        )
        self._entry_rows: list[str] = table["entries"]
        self._entries: dict[int, Entry] = {}
        self._senses: dict[str, Sense] = {}
        self._single_rows: dict[str, str] = table["singles"]
        self._phrase_rows: dict[str, str] = table["phrases"]
        self._singles: dict[str, tuple[Sense, ...]] = {}
        self._phrases: dict[str, dict[str, list[_Phrase]]] = {}
        self._known: dict[str, _Known] = {}

    def _sense(self, written: str) -> Sense:
        """``12/active``: the twelfth entry in the active voice."""
        sense = self._senses.get(written)
        if sense is None:
            at, _, voice = written.partition("/")
            number = int(at)
            entry = self._entries.get(number)
            if entry is None:
                entry = self._entries[number] = Entry.of_row(self._entry_rows[number])
            sense = self._senses[written] = Sense(entry, voice)
        return sense

    def _single(self, word: str) -> tuple[Sense, ...] | None:
        """The senses of one word by itself, or None."""
        row = self._single_rows.get(word)
        if row is None:
            return None
        senses = self._singles.get(word)
        if senses is None:
            senses = self._singles[word] = tuple(map(self._sense, row.split(" ")))
        return senses

    def _phrases_at(self, word: str) -> dict[str, list[_Phrase]] | None:
        """The entries of several words that begin with one, by their second word; None where there are none.

        Where a gap comes second they stand under ``~`` and the word behind it; then the key ``~`` itself is there too.
        """
        rows = self._phrase_rows.get(word)
        if rows is None:
            return None
        found = self._phrases.get(word)
        if found is not None:
            return found
        found = {}
        for row in rows.split("\n"):
            rank, size, head, sense, *whole = row.split(" ")
            phrase = _Phrase(int(rank), int(size), (word, *whole), int(head), self._sense(sense))
            key = whole[0]
            if key == GAP:
                found.setdefault(GAP, [])
                key = GAP + whole[1] if len(whole) > 1 else GAP
            found.setdefault(key, []).append(phrase)
        self._phrases[word] = found
        return found

    def _phrases_under(self, word: str) -> dict[str, list[_Phrase]] | None:
        """The entries of several words whose first has a clitic here ("menanggapinya dengan")."""
        if not word.endswith(self._clitics) or self._single(word) is not None:
            return None
        bases = (word[: -len(clitic)] for clitic in self._clitics if word.endswith(clitic))
        return next((found for base in bases if (found := self._phrases_at(base)) is not None), None)

    def begins(self, word: str) -> bool:
        """Whether any entry may begin with this word, as it stands or without a clitic."""
        bases = (word, *(word[: -len(clitic)] for clitic in self._clitics if word.endswith(clitic)))
        return any(base in self._single_rows or base in self._phrase_rows for base in bases)

    def match(self, words: Sequence[str], at: int, tokens: Sequence[Token] = ()) -> Match | None:
        """The longest entry that begins at one of the words (lower case), with every sense of exactly these words.

        `tokens` are the words with those of mentions readable, which an entry with a gap may ask for but not take.
        """
        phrases, senses, clitic = self._known.get(words[at]) or self._know(words[at])
        best = None if phrases is None else self._match_phrase(words, at, phrases, tokens)
        if best is None:
            return None if senses is None else Match(at, (at,), senses, clitic)
        if all(s.entry.kind == "theme" for s in best.senses):
            more = tuple(s for s in self._single(words[best.head]) or () if s.entry.kind != "theme")
            return Match(best.head, best.used, (*best.senses, *more), best.clitic)  # "serangan udara" tells an attack
        return best

    def word(self, words: Sequence[str], at: int) -> Match | None:
        """The entries that one word by itself may be."""
        _, senses, clitic = self._known.get(words[at]) or self._know(words[at])
        return None if senses is None else Match(at, (at,), senses, clitic)

    def _know(self, word: str) -> _Known:
        """What a word may begin, and what it may be by itself; remembered where it may be anything."""
        senses, cut = self._single(word), ""
        if senses is None and word.endswith(self._clitics):
            for clitic in self._clitics:
                if word.endswith(clitic) and len(word) > len(clitic) + 3:
                    senses = self._single(word[: -len(clitic)])
                    if senses is not None:
                        cut = clitic
                        break
        known = (self._phrases_at(word) or self._phrases_under(word), senses, cut)
        if known[0] is not None or senses is not None:
            self._known[word] = known
        return known

    def _match_phrase(
        self, words: Sequence[str], at: int, phrases: dict[str, list[_Phrase]], tokens: Sequence[Token]
    ) -> Match | None:
        best: tuple[int, ...] = ()
        head, size, clitic = at, 0, ""
        senses: list[Sense] = []
        for phrase in self._likely(words, at, phrases):
            if phrase.size < size:
                break
            found = self._fit(words, at, phrase.whole)
            if found is None or not _object_there(tokens, at, phrase.sense.entry):
                continue
            used, cut = found
            if size == 0:
                best, size, clitic = used, phrase.size, cut
                head = used[phrase.head] if phrase.head < len(used) else at
            if used == best:
                senses.append(phrase.sense)
        return Match(head, best, tuple(senses), clitic) if senses else None

    def _likely(self, words: Sequence[str], at: int, phrases: dict[str, list[_Phrase]]) -> Sequence[_Phrase]:
        """The phrases whose second word stands there too, or may stand further on, by rank."""
        groups = self._behind_a_gap(words, at, phrases) if GAP in phrases else []
        if at + 1 < len(words):
            second = words[at + 1]
            if second in phrases:
                groups.append(phrases[second])
            if second.endswith(self._clitics):
                bases = {second[: -len(clitic)] for clitic in self._clitics if second.endswith(clitic)}
                groups += [phrases[base] for base in bases if base in phrases and base != second]
        if len(groups) < 2:
            return groups[0] if groups else ()
        return sorted(phrase for group in groups for phrase in group)

    def _behind_a_gap(self, words: Sequence[str], at: int, phrases: dict[str, list[_Phrase]]) -> list[list[_Phrase]]:
        groups = [phrases[GAP]] if phrases[GAP] else []
        seen: set[str] = set()
        passed = 0
        for n in range(at + 1, len(words)):
            word = words[n]
            if word in _QUOTES:
                continue
            seen.add(GAP + word)
            if word.endswith(self._clitics):
                seen.update(GAP + word[: -len(clitic)] for clitic in self._clitics if word.endswith(clitic))
            passed += 1
            if passed > LONGEST_GAP:
                break
        groups += [phrases[key] for key in seen if key in phrases]
        return groups

    def _fit(self, words: Sequence[str], at: int, whole: tuple[str, ...]) -> tuple[tuple[int, ...], str] | None:
        used = [at]
        where, gap, cut, count = at + 1, 0, "", len(words)
        for piece in whole[1:]:
            if piece == GAP:
                gap = LONGEST_GAP
                continue
            while True:
                if where >= count:
                    return None
                word = words[where]
                if word == piece:
                    break
                if word.startswith(piece):
                    clitic = word[len(piece) :]
                    if clitic in self._clitics:
                        cut = clitic
                        break
                if gap and word in _QUOTES:
                    where += 1
                    continue  # called it "a disgrace"
                if gap == 0 or not word[0].isalnum() or word in self._no_gap:
                    return None  # a gap lies within one phrase
                gap -= 1
                where += 1
            used.append(where)
            where += 1
            gap = 0
        return tuple(used), cut


def _object_there(tokens: Sequence[Token], at: int, entry: Entry) -> bool:
    """Whether the words that an entry asks for stand behind it; if not, shorter entries read the words."""
    if not entry.needs:
        return True
    wanted = [need.removeprefix("object:").split("|") for need in entry.needs if need.startswith("object:")]
    if not wanted:
        return True
    near = {token.lower for token in tokens[at + 1 : at + 1 + OBJECT_REACH]}
    return all(near & set(names) for names in wanted)


@cache
def lexicon_of(language: str) -> Lexicon:
    """The compiled lexicon of a language; made once per process, and kept between processes.

    Raises:
        KnowledgeError: a table of the language is malformed.
    """
    folder = load.ROOT / "languages" / language
    tables = [path for path in (folder / "morphology.yaml", folder / "structure.yaml") if path.is_file()]
    code = [Path(module.__file__ or "") for module in (entries, forms, inflected, structure, load)]
    made_from = [*code, *tables, *(path for _, path in entries.tables_of(language))]
    table = kept(f"frames-{language}", made_from, lambda: _make(language))
    return Lexicon(table, structure_of(language))


def _make(language: str) -> dict[str, Any]:
    morphology = Morphology(load.of_language(language, "morphology.yaml"))
    return tabulate(rows_of(language), morphology, structure_of(language))
