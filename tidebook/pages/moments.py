"""When a page was crawled, in the one form that `Page.fetched` has."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def in_utc(words: str | None) -> str | None:
    """A moment as carriers write it (ISO 8601, or as in e-mail) in UTC: ``2019-04-26T03:00:00Z``; None where it is none.

    Without a zone it is taken for UTC, as archives mean it.
    """
    text = (words or "").strip()
    if not text or len(text) > 80:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return None
    try:
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")
