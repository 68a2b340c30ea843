"""The rows of the tables of one language: words that tell events, as people write them down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import KnowledgeError
from ..knowledge import load


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

    @property
    def row(self) -> str:
        """The entry as one line of text, without what only tests read."""
        lists = ("|".join(self.contexts), "|".join(self.actor), "|".join(self.recipient), "&".join(self.needs))
        return "\t".join((self.kind, self.name, self.code, self.mode or "", *lists))

    @classmethod
    def of_row(cls, row: str) -> Entry:
        """The entry of a line that `row` wrote."""
        kind, name, code, mode, contexts, actor, recipient, needs = row.split("\t")
        return cls(
            kind=kind,
            name=name,
            code=code,
            mode=mode or None,
            contexts=tuple(contexts.split("|")) if contexts else (),
            actor=tuple(actor.split("|")) if actor else (),
            recipient=tuple(recipient.split("|")) if recipient else (),
            needs=tuple(needs.split("&")) if needs else (),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Sense:
    """One entry in one voice; a lexicon makes each once, so that readings of the same words are quick to tell apart."""

    entry: Entry
    voice: str


def rows_of(language: str) -> list[tuple[str, str, Entry]]:
    """Every row of the tables of a language as (words, paradigm, entry).

    Raises:
        KnowledgeError: a row lacks its words, paradigm or code.
    """
    return [
        _entry(kind, "type" if kind == "frame" else kind, row, path)
        for kind, path in tables_of(language)
        for row in load.read_table(path)
    ]


def tables_of(language: str) -> list[tuple[str, Path]]:
    """The files that hold the entries of a language, each with their kind, in the order in which they are read."""
    folder = load.ROOT / "languages" / language
    found = [("frame", path) for path in sorted((folder / "frames").glob("*.tsv"))]
    for kind in ("operator", "theme"):
        found += [(kind, path) for path in sorted(folder.glob(f"{kind}s*.tsv"))]
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
