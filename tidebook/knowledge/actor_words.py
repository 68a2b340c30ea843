"""The words that may name an actor in one language, compiled for one pass over a text.

Every row of the tables becomes patterns over folded text; what a pattern means stays beside it as `Sense` rows, because
one word may mean several things ("Washington", "Kim", "George Bush") and only the article can tell which.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import KnowledgeError
from .kept import kept
from .load import ROOT, read_table, read_yaml

STATE, CAPITAL, BODY, PERSON, OFFICE, INSTITUTION, FORMER, THEN, ANAPHOR, NOTHING, PLACE, GROUP, CIVIL = "SCBPOIQtRxLGV"
_LETTERS = {
    "name": STATE,
    "adjective": STATE,
    "people": STATE,
    "capital": CAPITAL,
    "seat": CAPITAL,
    "place": PLACE,
    "not": NOTHING,
}
_BODIES = frozenset({"igo", "bloc", "user"})
_GROUPS = frozenset({"ngo", "armed", "party", "agency", "company", "media", "edu"})  # "Iran's Revolutionary Guards"


class Sense(NamedTuple):
    """One meaning of a pattern.

    Attributes:
        letter: the part it can play in a phrase (`STATE`, `CAPITAL`, ...).
        kind: the kind of row it comes from (``name``, ``adjective``, ``seat``, ``igo``, ``full``, ``short``, ``office`` ...).
        code: actor code, or ``""``.
        sector: PLOVER sector, or ``""``.
        words: as the table writes them, hyphens as spaces; empty where letters may stand in any case.
        exact: every letter must stand as written (acronyms).
        weak: needs support from the article.
        refers: canonical person, office key, or name of an anaphor.
        lone: stands for the actor only without a capitalised word beside it ("Jordan", not "Michael Jordan"); a surname,
            only after the full name or a title, since it is also a common word ("May").
        capital: where the first capital letter of `words` stands; -1 where there is none.
    """

    letter: str
    kind: str
    code: str
    sector: str
    words: str
    exact: bool
    weak: bool
    refers: str
    capital: int
    lone: bool

    def fits(self, written: str) -> bool:
        """Whether words of the text have the capital letters that this sense asks for."""
        if self.exact:
            return written == self.words or written.replace("-", " ").replace("’", "'") == self.words
        return self.capital < 0 or not written[self.capital].islower()


class ActorWords:
    """Patterns with their senses; `matcher` finds every pattern in folded text, overlaps included.

    `table` is what `_tabulate` made: ``patterns`` and ``senses``, a line for each; a line is cut up when its words are first met.
    """

    def __init__(self, table: dict[str, Any]) -> None:
        from ahocorasick_rs import AhoCorasick

        self._patterns: list[str] = table["patterns"].split("\n")
        self._rows: list[str] = table["senses"].split("\n")
        self._senses: list[tuple[Sense, ...] | None] = [None] * len(self._rows)
        self._numbers: dict[str, int] = {}
        self.matcher = AhoCorasick([f" {words}" for words in self._patterns])

    def senses(self, number: int) -> tuple[Sense, ...]:
        """What the pattern of this number may mean; never empty."""
        found = self._senses[number]
        if found is None:
            found = self._senses[number] = tuple(map(_of_row, self._rows[number].split("|")))
        return found

    def meant_by(self, words: str) -> tuple[Sense, ...]:
        """What folded words may mean; empty where no table has them."""
        if not self._numbers:
            self._numbers = {pattern: number for number, pattern in enumerate(self._patterns)}
        number = self._numbers.get(words)
        return () if number is None else self.senses(number)


def _of_row(row: str) -> Sense:
    letter, kind, code, sector, words, exact, weak, refers, capital, lone = row.split("\t")
    return Sense(letter, kind, code, sector, words, exact == "1", weak == "1", refers, int(capital), lone == "1")


def _row_of(sense: Sense) -> str:
    letter, kind, code, sector, words, exact, weak, refers, capital, lone = sense
    return "\t".join((letter, kind, code, sector, words, f"{exact:d}", f"{weak:d}", refers, f"{capital}", f"{lone:d}"))


_SPACES = '-–—‑()[]{}"“”„‘«»/:;,!?…\n\t\r\xa0\u2009\u202f|*'
_FOLDED = {ord(c): " " for c in _SPACES} | {ord("’"): "'", ord("ʻ"): "'", ord("`"): "'"}


def fold(text: str) -> str:
    """The text in lower case, marks of punctuation as spaces, letters without accents; not one code point longer or shorter."""
    low = text.lower()
    if low.isascii():
        return low.translate(_FOLDED).replace(" '", "  ")
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for mark in set(low):
        if mark.isascii():
            if mark in _SPACES:
                low = low.replace(mark, " ")
        else:
            plain = _plain(mark)
            if plain != mark:
                low = low.replace(mark, plain)
    return low.replace(" '", "  ")


@cache
def _plain(mark: str) -> str:
    if ord(mark) in _FOLDED:
        return _FOLDED[ord(mark)]
    base = unicodedata.normalize("NFD", mark)
    if len(base) > 1 and all(unicodedata.combining(c) for c in base[1:]):
        return base[0]
    return {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d"}.get(mark, mark)


def actor_words(language: str, extra: Path | None = None) -> ActorWords:
    """All words for actors in a language, together with names that no language translates and the user's own (`extra`).

    Raises:
        KnowledgeError: a table is malformed; names file and entry.
    """
    return _compiled(language, extra)


@cache
def _compiled(language: str, extra: Path | None) -> ActorWords:
    if extra is not None:
        return ActorWords(_tabulate(language, extra))
    names = [ROOT / "actors" / name for name in ("names.tsv", "people.tsv", "offices.yaml")]
    own = [ROOT / "languages" / language / name for name in ("actors.tsv", "offices.yaml", "anaphora.yaml")]
    made_from = [path for path in (Path(__file__), *names, *own) if path.is_file()]
    return ActorWords(kept(f"actors-{language}", made_from, lambda: _tabulate(language, None)))


def _tabulate(language: str, extra: Path | None) -> dict[str, Any]:
    senses: dict[str, list[Sense]] = {}
    for row in name_rows(language, extra):
        kind = row["kind"].removeprefix("weak ")
        letter = BODY if kind in _BODIES else GROUP if kind in _GROUPS else _LETTERS.get(kind)
        if letter is None:
            raise KnowledgeError(f"actors of {language!r}, entry {row['words']!r}: no kind {row['kind']!r}")
        weak = row["kind"] != kind
        lone = weak or row["case"] == "lone"
        for words in row["words"].split("|"):
            _add(senses, words, letter, kind, row["code"], row["sector"], row["case"] == "exact", weak, "", lone=lone)
    _add_offices(senses, ROOT / "languages" / language)
    together = dict(_people())
    for folded, of in senses.items():
        together[folded] = (*together.get(folded, ()), *of)
    return {
        "patterns": "\n".join(together),
        "senses": "\n".join("|".join(map(_row_of, of)) for of in together.values()),
    }


def name_rows(language: str, extra: Path | None = None) -> Iterable[dict[str, str]]:
    """The rows that name states and bodies: of the language, of all languages, of the user."""
    paths = [ROOT / "languages" / language / "actors.tsv", ROOT / "actors" / "names.tsv"]
    for path in paths:
        if path.is_file():
            yield from read_table(path)
    if extra is not None:
        yield from user_rows(extra)


def user_rows(path: Path) -> Iterable[dict[str, str]]:
    """Actors that a user adds: a TSV with the columns of `actors.tsv`, or a YAML list of ``{code, names, exact, sector}``.

    Raises:
        KnowledgeError: the file is no list of entries, or an entry has no code or no names.
    """
    for row in _rows_of_user(path):
        if "|" in row["code"] or "|" in row["sector"]:
            raise KnowledgeError(
                f"{path}: a code is one word without '|', not {row['code']!r} (sector {row['sector']!r})"
            )
        yield {key: " ".join(cell.split()) for key, cell in row.items()}


def _rows_of_user(path: Path) -> Iterable[dict[str, str]]:
    if path.suffix == ".tsv":
        for row in read_table(path):
            yield {"words": "", "kind": "user", "code": "", "sector": "", "case": ""} | row
        return
    entries = read_yaml(path)
    if not isinstance(entries, list) or not entries:
        raise KnowledgeError(f"{path}: expected a list of entries with code and names; this file holds none")
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or not entry.get("code") or not entry.get("names"):
            raise KnowledgeError(f"{path} entry {number}: expected code and names, found {entry!r}")
        for key, case in (("names", ""), ("exact", "exact")):
            if entry.get(key):
                if not isinstance(entry[key], list) or not all(isinstance(words, str) for words in entry[key]):
                    raise KnowledgeError(f"{path} entry {number}: {key} must be a list of names, found {entry[key]!r}")
                yield {
                    "words": "|".join(entry[key]),
                    "kind": "user",
                    "code": str(entry["code"]),
                    "sector": str(entry.get("sector", "")),
                    "case": case,
                }


@cache
def _people() -> dict[str, tuple[Sense, ...]]:
    senses: dict[str, list[Sense]] = {}
    for person in read_table(ROOT / "actors" / "people.tsv"):
        name, short = person["person"], person["short"]
        _add(senses, name, PERSON, "full", "", "", False, False, name)
        if person["aliases"]:
            for words in person["aliases"].split("|"):
                _add(senses, words, PERSON, "full", "", "", False, False, name)
        if short:
            for words in short.split("|"):
                strict = words.endswith("!")
                _add(senses, words.rstrip("?!"), PERSON, "short", "", "", False, words[-1] in "?!", name, lone=strict)
    return {folded: tuple(of) for folded, of in senses.items()}


def _add_offices(senses: dict[str, list[Sense]], folder: Path) -> None:
    offices: dict[str, Any] = read_yaml(folder / "offices.yaml") if (folder / "offices.yaml").is_file() else {}
    sectors: dict[str, Any] = read_yaml(ROOT / "actors" / "offices.yaml")
    for entry in offices.get("offices", ()):
        sector = sectors[entry["means"]]["sector"]
        for words in entry["words"]:
            for form in (words, *(shape.format(words) for shape in offices.get("inflect", ()))):
                _add(senses, form, OFFICE, "office", "", sector, False, False, entry["means"], any_case=True)
    for letter, key in ((INSTITUTION, "institutions"), (CIVIL, "civil")):
        for entry in offices.get(key, ()):
            for words in entry["words"]:
                for form in (words, *(shape.format(words) for shape in offices.get("inflect", ()))):
                    _add(senses, form, letter, key, "", entry["sector"], False, False, "", any_case=True)
    for letter, key in ((FORMER, "former"), (THEN, "then")):
        for words in offices.get(key, ()):
            _add(senses, words, letter, key, "", "", False, False, "", any_case=True)
    if (folder / "anaphora.yaml").is_file():
        for name, entry in read_yaml(folder / "anaphora.yaml")["anaphors"].items():
            for words in entry["words"]:
                _add(senses, words, ANAPHOR, entry["refers"], "", "", False, False, name, any_case=True)


def _add(
    senses: dict[str, list[Sense]],
    words: str,
    letter: str,
    kind: str,
    code: str,
    sector: str,
    exact: bool,
    weak: bool,
    refers: str,
    any_case: bool = False,
    lone: bool = False,
) -> None:
    shown = "" if any_case else words.replace("-", " ").replace("’", "'")
    capital = next((place for place, mark in enumerate(shown) if mark.isupper()), -1)
    sense = Sense(letter, kind, code, sector, shown, exact, weak, refers, capital, lone)
    of = senses.setdefault(fold(words).strip(), [])
    if any_case and any(s.letter == letter for s in of):
        return
    if sense not in of:
        of.append(sense)


@cache
def all_languages() -> tuple[str, ...]:
    """Languages that name actors, sorted."""
    return tuple(sorted(path.parent.name for path in (ROOT / "languages").glob("*/actors.tsv")))
