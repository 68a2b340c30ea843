"""The words of one language that tell events, compiled for look-up by surface form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import KnowledgeError
from ..grammar.tokens import Token
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


@dataclass(frozen=True, slots=True)
class Match:
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


class Lexicon:
    """All forms of all entries of a language, by their first word."""

    def __init__(self, entries: Sequence[tuple[str, str, Entry]], morphology: Morphology, structure: Structure) -> None:
        self._singles: dict[str, list[Sense]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], int, Sense]]] = {}
        self._clitics = structure.clitics
        small = {word for word, classes in structure.marks.items() if not classes <= PLAIN}
        self._marks = small | structure.not_verbs
        self._no_gap = frozenset(
            word
            for word, classes in structure.marks.items()
            if "relative" in classes or any(c.startswith("p:") for c in classes)
        )
        for words, paradigm, entry in entries:
            for form in words.split("|"):
                self._add(form.strip(), paradigm, entry, morphology)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len([w for w in phrase[0] if w != GAP]))

    def _add(self, words: str, paradigm: str, entry: Entry, morphology: Morphology) -> None:
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
                self._singles.setdefault(form, []).append(sense)
            else:
                whole = (*parts[:at], *pieces, *parts[at + 1 :])
                self._phrases.setdefault(whole[0], []).append((whole, at, sense))

    def match(self, tokens: Sequence[Token], at: int) -> Match | None:
        """The longest entry that begins at a token, with every sense of exactly these words."""
        word = tokens[at].lower
        best: Match | None = None
        phrases = self._phrases.get(word)
        if phrases is not None:
            best = self._match_phrase(tokens, at, phrases)
        if best is not None and all(s.entry.kind == "theme" for s in best.senses):
            more = tuple(s for s in self._singles.get(tokens[best.head].lower, ()) if s.entry.kind != "theme")
            return Match(best.head, best.used, (*best.senses, *more), best.clitic)  # "serangan udara" tells an attack
        return best or self.word(tokens, at)

    def word(self, tokens: Sequence[Token], at: int) -> Match | None:
        """The entries that one token by itself may be."""
        word = tokens[at].lower
        senses = self._singles.get(word)
        if senses is not None:
            return Match(at, (at,), tuple(senses))
        for clitic in self._clitics:
            if word.endswith(clitic) and len(word) > len(clitic) + 3:
                senses = self._singles.get(word[: -len(clitic)])
                if senses is not None:
                    return Match(at, (at,), tuple(senses), clitic)
        return None

    def _match_phrase(
        self, tokens: Sequence[Token], at: int, phrases: list[tuple[tuple[str, ...], int, Sense]]
    ) -> Match | None:
        best: tuple[int, ...] = ()
        head, size, clitic = at, 0, ""
        senses: list[Sense] = []
        for whole, index, sense in phrases:
            words = len(whole) - whole.count(GAP)
            if words < size:
                break
            found = self._fit(tokens, at, whole)
            if found is None:
                continue
            used, cut = found
            if size == 0:
                best, head, size, clitic = used, used[index] if index < len(used) else at, words, cut
            if used == best:
                senses.append(sense)
        return Match(head, best, tuple(senses), clitic) if senses else None

    def _fit(self, tokens: Sequence[Token], at: int, whole: tuple[str, ...]) -> tuple[tuple[int, ...], str] | None:
        used = [at]
        where, gap, cut = at + 1, 0, ""
        for piece in whole[1:]:
            if piece == GAP:
                gap = LONGEST_GAP
                continue
            while True:
                if where >= len(tokens):
                    return None
                word = tokens[where].lower
                if word == piece:
                    break
                clitic = next((c for c in self._clitics if word.endswith(c) and word[: -len(c)] == piece), "")
                if clitic:
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
