"""The words of one language that tell events, compiled for look-up by surface form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..errors import KnowledgeError
from ..knowledge import load
from .forms import Morphology
from .structure import PLAIN, Structure, structure_of

GAP = "~"
LONGEST_GAP = 4
_QUOTES = frozenset('"“”„‟«»‘')


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a table, shared by all its forms.

    Attributes:
        kind: ``frame``, ``operator`` or ``theme``.
        name: citation form, for `Report.rule`.
        code: PLOVER type of a frame, name of an operator or of a theme.
        mode, contexts: of a frame or theme.
        actor, recipient: role expressions, alternatives in order.
        needs: conditions, as in `schema/frames.md`.
        example, counter: for the tests; line: of the file, for messages.
    """

    kind: str
    name: str
    code: str
    mode: str | None
    contexts: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    needs: tuple[str, ...]
    example: str = ""
    counter: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Sense:
    """One entry in one voice."""

    entry: Entry
    voice: str


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


class Lexicon:
    """All forms of all entries of a language, by their first word."""

    def __init__(self, entries: Sequence[tuple[str, str, Entry]], morphology: Morphology, structure: Structure) -> None:
        self._clitics = structure.clitics
        small = {word for word, classes in structure.marks.items() if not classes <= PLAIN}
        self._marks = small | structure.not_verbs
        self._no_gap = frozenset(
            word
            for word, classes in structure.marks.items()
            if "relative" in classes or any(c.startswith("p:") for c in classes)
        )
        singles: dict[str, list[Sense]] = {}
        phrases: list[tuple[tuple[str, ...], int, Sense]] = []
        for words, paradigm, entry in entries:
            for form in words.split("|"):
                self._add(form.strip(), paradigm, entry, morphology, singles, phrases)
        self._singles = {form: tuple(senses) for form, senses in singles.items()}
        self._phrases: dict[str, dict[str, list[_Phrase]]] = {}  # by the first word, then by the second (or `GAP`)
        for rank, (size, whole, head, sense) in enumerate(
            sorted(((len(w) - w.count(GAP), w, h, s) for w, h, s in phrases), key=lambda phrase: -phrase[0])
        ):
            of_first = self._phrases.setdefault(whole[0], {})
            of_first.setdefault(whole[1], []).append(_Phrase(rank, size, whole, head, sense))

    def _add(
        self,
        words: str,
        paradigm: str,
        entry: Entry,
        morphology: Morphology,
        singles: dict[str, list[Sense]],
        phrases: list[tuple[tuple[str, ...], int, Sense]],
    ) -> None:
        parts = words.split()
        at = next((n for n, part in enumerate(parts) if part.startswith("^")), 0)
        head = parts[at].removeprefix("^")
        seen: set[tuple[str, str]] = set()
        for voice, form in morphology.inflect(head, paradigm):
            if (voice, form) in seen or (
                len(parts) == 1
                and form in self._marks
                and (voice in ("bare", "passive") or (voice != "active" and form != head))
            ):
                continue
            seen.add((voice, form))
            sense = Sense(entry, voice)
            pieces = form.split()
            if len(parts) == 1 and len(pieces) == 1:
                singles.setdefault(form, []).append(sense)
            else:
                phrases.append(((*parts[:at], *pieces, *parts[at + 1 :]), at, sense))

    def match(self, words: Sequence[str], at: int) -> Match | None:
        """The longest entry that begins at one of the words (lower case), with every sense of exactly these words."""
        phrases = self._phrases.get(words[at])
        best = None if phrases is None else self._match_phrase(words, at, phrases)
        if best is None:
            return self.word(words, at)
        if all(s.entry.kind == "theme" for s in best.senses):
            more = tuple(s for s in self._singles.get(words[best.head], ()) if s.entry.kind != "theme")
            return Match(best.head, best.used, (*best.senses, *more), best.clitic)  # "serangan udara" tells an attack
        return best

    def word(self, words: Sequence[str], at: int) -> Match | None:
        """The entries that one word by itself may be."""
        word = words[at]
        senses = self._singles.get(word)
        if senses is not None:
            return Match(at, (at,), senses)
        if word.endswith(self._clitics):
            for clitic in self._clitics:
                if word.endswith(clitic) and len(word) > len(clitic) + 3:
                    senses = self._singles.get(word[: -len(clitic)])
                    if senses is not None:
                        return Match(at, (at,), senses, clitic)
        return None

    def _match_phrase(self, words: Sequence[str], at: int, phrases: dict[str, list[_Phrase]]) -> Match | None:
        best: tuple[int, ...] = ()
        head, size, clitic = at, 0, ""
        senses: list[Sense] = []
        for phrase in self._likely(words, at, phrases):
            if phrase.size < size:
                break
            found = self._fit(words, at, phrase.whole)
            if found is None:
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
        groups = [phrases[GAP]] if GAP in phrases else []
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


@cache
def lexicon_of(language: str) -> Lexicon:
    """The compiled lexicon of a language; made once per process."""
    entries = [(words, paradigm, entry) for words, paradigm, entry in rows_of(language)]
    return Lexicon(entries, Morphology(load.of_language(language, "morphology.yaml")), structure_of(language))


def rows_of(language: str) -> list[tuple[str, str, Entry]]:
    """Every row of the tables of a language as (words, paradigm, entry).

    Raises:
        KnowledgeError: a row lacks its words, paradigm or code.
    """
    folder = load.ROOT / "languages" / language
    found: list[tuple[str, str, Entry]] = []
    for path in sorted((folder / "frames").glob("*.tsv")):
        found += [_entry("frame", "type", row, path) for row in load.read_table(path)]
    for kind in ("operator", "theme"):
        for path in sorted(folder.glob(f"{kind}s*.tsv")):
            found += [_entry(kind, kind, row, path) for row in load.read_table(path)]
    return found


def _entry(kind: str, column: str, row: dict[str, str], path: Path) -> tuple[str, str, Entry]:
    words, paradigm, code = row["words"], row["paradigm"], row[column]
    if not (words and paradigm and code):
        raise KnowledgeError(f"{path}: the row {row} lacks its words, its paradigm or its {column}")
    entry = Entry(
        kind=kind,
        name=words.split("|")[0].replace("^", ""),
        code=code,
        mode=_cell(row.get("mode", "")) or None,
        contexts=_split(row.get("contexts", "")),
        actor=_split(row.get("actor", "")),
        recipient=_split(row.get("recipient", "")),
        needs=tuple(part.strip() for part in _cell(row.get("needs", "")).split("&") if part.strip()),
        example=row.get("example", ""),
        counter=row.get("counter", ""),
        expected=row.get("type", ""),
    )
    return words, paradigm, entry


def _cell(cell: str) -> str:
    return "" if cell == "-" else cell


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _cell(cell).split("|") if part.strip())
