"""Reads who is named in an article: states, bodies, people and the words that point back to them.

Every mention covers the whole phrase ("pemimpin Korea Utara Kim Jong Un"). Its `rule` tells how it was read; a suffix tells
how it stands: ``+place`` ("di Pyongyang"), ``+toward`` ("ke Rusia"), ``+from`` ("dari Rusia"), ``+modifier`` ("US-led"). The rule ``prefix:anti`` or ``prefix:pro``
marks whom words lean on ("anti-American"): he is a candidate, and no party.
"""

from __future__ import annotations

from pathlib import Path

from ..knowledge import who
from ..knowledge.actor_words import all_languages
from ..records.mentions import ActorMention
from ..records.readings import Reading
from .actor_reading import ArticleReader


def read_actors(reading: Reading, extra: Path | None = None) -> tuple[ActorMention, ...]:
    """Every actor mention of an article, sorted by span; none where no table knows the article's language.

    Args:
        reading: with article, sentences, times and story filled in.
        extra: a user's own file of actors (see `knowledge.actor_words.user_rows`).
    """
    language = reading.article.language.split("-")[0].lower()
    if language not in all_languages():
        return ()
    return ArticleReader(reading, language, extra).read()


def names_of(code: str, language: str) -> str:
    """What people call an actor in a language: ``names_of("PRK", "id")`` is ``"Korea Utara"``."""
    return who.name(code, language)
