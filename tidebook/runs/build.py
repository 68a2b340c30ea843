"""From a pile of pages to a book."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from ..articles.origin import find_origins
from ..articles.write import write_articles
from ..chronicle.dyad import find_dyad
from ..chronicle.tell import tell
from ..errors import PileError
from ..events.ask import ModelReader
from ..events.ask_line import Endpoint
from ..events.code import code
from ..events.merge import merge
from ..knowledge import who
from ..knowledge.actor_words import user_rows
from ..knowledge.kept import unhurried
from ..knowledge.load import languages
from ..pages.pile import read_pile, root_of
from ..records.articles import Article
from ..records.chronicles import Chronicle
from ..records.drops import Dropped
from ..records.events import Report
from ..records.pages import Page
from ..records.readings import Reading
from ..stores.replies import read_replies, write_replies
from ..stores.sqlite import SqliteStore
from .keep import kept_pages
from .read import read_article

Progress = Callable[[str, int, int], None]
"""Told the room, how much is done, and how much there is."""

BOOK = "book.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a run made.

    Attributes:
        chronicle: the book's.
        readings: one for each article.
        unread: pages that could not be read, with the reason.
    """

    chronicle: Chronicle
    readings: tuple[Reading, ...]
    unread: tuple[Dropped, ...]


def build(
    paths: Sequence[Path],
    between: tuple[str, str] | None,
    out: Path,
    progress: Progress | None = None,
    extra_actors: Path | None = None,
    endpoint: Endpoint | None = None,
    fields: Mapping[str, str] | None = None,
) -> Built:
    """Reads a pile and keeps its book in ``out/book.db``.

    Args:
        paths: files and folders, in any order; ``-`` for standard input.
        between: the two, as codes or names in any supported language; None takes the pair that the pile speaks of most.
        out: folder of the book; made where it is missing.
        progress: told how far the run is.
        extra_actors: a file of actors of the user's own.
        endpoint: a model that is asked what the sentences tell, in place of the rules; what it answered is kept in the book.

        fields: names of JSON fields by what they hold, where they are none that `pages.jsonl` knows.

    Raises:
        ReaderError: the model cannot be asked.
        PileError: no page could be read, or nothing in them is about the pair.
        DyadError: the two are unknown, ambiguous or one and the same.
        KnowledgeError: `extra_actors` is malformed.
    """
    tell_progress = progress or _silence
    pages, unread = _open(paths, tell_progress, fields)
    articles, drops = write_articles(pages)
    replies = read_replies(out / BOOK)
    reader = None if endpoint is None else ModelReader(endpoint, replies)
    readings: list[Reading] = []
    reports: list[Report] = []
    with unhurried():
        for number, article in enumerate(articles, 1):
            reading, found = read_article(article, extra_actors, reader or code)
            readings.append(reading)
            reports.extend(found)
            tell_progress("reports", number, len(articles))
    if reader is not None:
        reader.close()
    if not articles:
        raise PileError(
            "no page of this pile holds an article: no line of them reads as a paragraph; give pages with their text",
            tuple(f"{drop.page}: {drop.detail}" for drop in unread),
        )
    known = find_origins(tuple(reading.article for reading in readings))
    by_id = {article.id: article for article in known}
    readings = sorted((replace(r, article=by_id[r.article.id]) for r in readings), key=lambda r: r.article.id)
    foreign = tuple(_unknown_languages(known))
    if known and len(foreign) == len(known):
        raise PileError(
            f"no events are read in {', '.join(sorted({a.language.split('-')[0] for a in known}))}, "
            f"the language of every article of this pile; they are read in {', '.join(languages('structure.yaml'))}",
            tuple(f"{drop.page}: {drop.detail}" for drop in unread),
        )
    dyad = find_dyad(between, readings, reports, extra_actors)
    tell_progress("events", 0, 1)
    told = tell(
        dyad,
        pages,
        known,
        tuple(sentence for reading in readings for sentence in reading.sentences),
        reports,
        merge(reports, known, dyad),
        (*unread, *drops, *foreign, *(reader.drops if reader else ())),
    )
    chronicle = replace(told, names=tuple(_own_names(extra_actors)), pages=kept_pages(told))
    if not chronicle.events:
        names = " and ".join(who.name(side.actor, "en", extra_actors) for side in (dyad.left, dyad.right))
        raise PileError(
            f"no article of this pile tells of anything that {names} took part in; "
            "name another pair with --between or add pages about these two",
            tuple(f"{drop.page}: {drop.detail}" for drop in unread),
        )
    out.mkdir(parents=True, exist_ok=True)
    colophon = {"version": version("tidebook"), "root": str(root_of(paths).resolve())}
    if fields:
        colophon["fields"] = json.dumps(dict(fields), sort_keys=True)
    SqliteStore(out / BOOK).write(chronicle, readings, colophon)
    write_replies(out / BOOK, replies if reader is None else reader.replies)
    tell_progress("events", 1, 1)
    return Built(chronicle=chronicle, readings=tuple(readings), unread=tuple(unread))


def _open(
    paths: Sequence[Path], progress: Progress, fields: Mapping[str, str] | None
) -> tuple[list[Page], list[Dropped]]:
    pages: list[Page] = []
    unread: list[Dropped] = []
    for number, found in enumerate(read_pile(paths, fields), 1):
        if isinstance(found, Page):
            pages.append(found)
        else:
            unread.append(found)
        progress("pages", number, number)
    if not pages:
        where = ", ".join(str(path) for path in paths)
        raise PileError(
            f"no readable page in {where}; give files or folders of news pages",
            tuple(f"{drop.page}: {drop.detail}" for drop in unread),
        )
    pages.sort(key=lambda page: page.uri)
    return pages, unread


def _own_names(extra_actors: Path | None) -> list[tuple[str, str]]:
    """The first name of each of the user's own actors, by code."""
    names: dict[str, str] = {}
    for row in user_rows(extra_actors) if extra_actors else ():
        names.setdefault(row["code"], row["words"].split("|")[0])
    return sorted(names.items())


def _unknown_languages(articles: Sequence[Article]) -> Iterator[Dropped]:
    """A line of the ledger for each article in a language that Tidebook codes no events in."""
    coded = languages("structure.yaml")
    for article in articles:
        if article.language.split("-")[0] not in coded:
            yield Dropped(
                room="mentions",
                page=article.pages[0],
                reason="language",
                detail=f"no events are read in language {article.language!r}; Tidebook reads them in {', '.join(coded)}",
            )


def _silence(room: str, done: int, total: int) -> None:
    return
