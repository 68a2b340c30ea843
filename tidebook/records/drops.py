"""What was left out, by which room, and why."""

from __future__ import annotations

from dataclasses import dataclass

from .spans import Span


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Dropped:
    """Nothing leaves silently: one line of the ledger.

    Attributes:
        room: the room that left it out (``pages``, ``articles``, ``mentions``, ``events``, ``chronicle``).
        page: uri of the page it stood on.
        reason: a short slug (``furniture``, ``related-item``, ``login-form``, ``unreadable``, ``recap``).
        detail: one sentence for people; may quote at most a line of the page.
        span: into `Page.text`, where it is a part of a page.
    """

    room: str
    page: str
    reason: str
    detail: str = ""
    span: Span | None = None
