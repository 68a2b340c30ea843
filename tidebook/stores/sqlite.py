"""A book in one SQLite file, by SQLAlchemy Core, so that another database is another URL."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, MetaData, Table, Text, create_engine, insert, select
from sqlalchemy.exc import DatabaseError

from ..errors import BookError
from ..records.articles import Article, Sentence
from ..records.chronicles import Chronicle, Dyad, Entry, Phase, TidePoint, Tie
from ..records.drops import Dropped
from ..records.events import Event, Report
from ..records.mentions import ActorMention, TimeMention
from ..records.pages import Page
from ..records.readings import Reading, StoryTime
from .base import Book
from .rows import Row, from_row, table_of, to_row

FORMAT = "1"
"""Version of the tables; a book of another one is refused, not guessed at."""

_metadata = MetaData()
_colophon = Table("colophon", _metadata, Column("key", Text, primary_key=True), Column("value", Text))


@dataclass(frozen=True, slots=True)
class _Shelf:
    """One table and the record it keeps; `owned` tables say which article their rows are of."""

    table: Table
    record: type
    owned: bool = False


def _shelf(name: str, record: type, owned: bool = False) -> _Shelf:
    table = table_of(_metadata, name, record)
    if owned:
        table.append_column(Column("of_article", Text, index=True))
    return _Shelf(table, record, owned)


_DYAD = _shelf("dyad", Dyad)
_LISTS = {
    "pages": _shelf("pages", Page),
    "articles": _shelf("articles", Article),
    "sentences": _shelf("sentences", Sentence),
    "reports": _shelf("reports", Report),
    "events": _shelf("events", Event),
    "entries": _shelf("entries", Entry),
    "tide": _shelf("tide", TidePoint),
    "phases": _shelf("phases", Phase),
    "ties": _shelf("ties", Tie),
    "drops": _shelf("drops", Dropped),
}
_TIMES = _shelf("time_mentions", TimeMention, owned=True)
_ACTORS = _shelf("actor_mentions", ActorMention, owned=True)
_STORY = _shelf("story_times", StoryTime, owned=True)


class SqliteStore:
    """Keeps a book in the SQLite file at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, chronicle: Chronicle, readings: Sequence[Reading], colophon: Mapping[str, str]) -> None:
        """Keeps a book in place of the one that was there; see `Store.write`."""
        fresh = self.path.with_name(self.path.name + ".new")
        fresh.unlink(missing_ok=True)
        engine = _engine(fresh)
        try:
            with engine.begin() as connection:
                _metadata.create_all(connection)
                known = {"format": FORMAT, "tide_note": chronicle.tide_note, "phases_note": chronicle.phases_note}
                if chronicle.names:
                    known["names"] = json.dumps(dict(chronicle.names), ensure_ascii=False, sort_keys=True)
                rows = [{"key": key, "value": value} for key, value in sorted({**colophon, **known}.items())]
                connection.execute(insert(_colophon), rows)
                _put(connection, _DYAD, [to_row(chronicle.dyad, 0)])
                for name, shelf in _LISTS.items():
                    _put(connection, shelf, [to_row(r, n) for n, r in enumerate(getattr(chronicle, name))])
                for shelf, field in ((_TIMES, "times"), (_ACTORS, "actors"), (_STORY, "story")):
                    _put(connection, shelf, _owned_rows(readings, field))
        finally:
            engine.dispose()
        os.replace(fresh, self.path)

    def read(self) -> Chronicle:
        """The chronicle as it was written; see `Store.read`."""
        return self.read_book().chronicle

    def read_book(self) -> Book:
        """The chronicle with the readings behind it; see `Store.read_book`."""
        if not self.path.is_file():
            raise BookError(f"{self.path}: there is no book here; make one with `tidebook build`")
        engine = _engine(self.path)
        try:
            with engine.connect() as connection:
                return _read(connection, self.path)
        except DatabaseError as error:
            raise BookError(f"{self.path}: not a book that Tidebook wrote ({error.orig}); build it again") from error
        finally:
            engine.dispose()


def _engine(path: Path) -> Engine:
    return create_engine(f"sqlite:///{path}")


def _put(connection: Connection, shelf: _Shelf, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(shelf.table), rows)


def _owned_rows(readings: Sequence[Reading], field: str) -> list[Row]:
    owned = ((reading.article.id, record) for reading in readings for record in getattr(reading, field))
    return [{**to_row(record, order), "of_article": article} for order, (article, record) in enumerate(owned)]


def _read(connection: Connection, path: Path) -> Book:
    colophon = {row.key: row.value for row in connection.execute(select(_colophon))}
    if colophon.get("format") != FORMAT:
        raise BookError(
            f"{path}: a book of format {colophon.get('format', 'unknown')}, this Tidebook reads {FORMAT}; build it again"
        )
    lists: dict[str, Any] = {name: _take(connection, shelf) for name, shelf in _LISTS.items()}
    chronicle = Chronicle(
        dyad=_take(connection, _DYAD)[0],
        tide_note=colophon["tide_note"],
        phases_note=colophon["phases_note"],
        names=tuple(sorted(json.loads(colophon.get("names", "{}")).items())),
        **lists,
    )
    times, actors, story = (_take_owned(connection, shelf) for shelf in (_TIMES, _ACTORS, _STORY))
    sentences: dict[str, list[Sentence]] = {}
    for sentence in chronicle.sentences:
        sentences.setdefault(sentence.article, []).append(sentence)
    readings = tuple(
        Reading(
            article=article,
            sentences=tuple(sentences.get(article.id, ())),
            times=times.get(article.id, ()),
            actors=actors.get(article.id, ()),
            story=story.get(article.id, ()),
        )
        for article in chronicle.articles
    )
    return Book(chronicle=chronicle, readings=readings, colophon=colophon)


def _take(connection: Connection, shelf: _Shelf) -> tuple[Any, ...]:
    rows = connection.execute(select(shelf.table).order_by(shelf.table.c.row_order)).mappings()
    return tuple(from_row(shelf.record, dict(row)) for row in rows)


def _take_owned(connection: Connection, shelf: _Shelf) -> dict[str, tuple[Any, ...]]:
    rows: Iterable[Any] = connection.execute(select(shelf.table).order_by(shelf.table.c.row_order)).mappings()
    owned: dict[str, list[Any]] = {}
    for row in rows:
        owned.setdefault(row["of_article"], []).append(from_row(shelf.record, dict(row)))
    return {article: tuple(records) for article, records in owned.items()}
