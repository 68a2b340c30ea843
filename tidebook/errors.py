"""One small tree of exceptions; each message is one sentence: what, where, and what to do."""


class TidebookError(Exception):
    """Anything that Tidebook raises on purpose. `str(error)` is one sentence fit for a user."""


class KnowledgeError(TidebookError):
    """A file of knowledge is missing or malformed; names the file, the entry and what was expected."""


class PageError(TidebookError):
    """A page cannot be read; names the page and the reason. Never stops the rest of the pile."""


class EdtfError(TidebookError, ValueError):
    """A date is not EDTF (ISO 8601-2:2019) as far as Tidebook reads it."""


class DyadError(TidebookError):
    """The two actors asked for are unknown, ambiguous or one and the same; lists near choices."""


class PileError(TidebookError):
    """The pile as a whole gives nothing to work on (no readable page, nothing about the pair).

    Attributes:
        unread: one sentence for each page that could not be read, in order.
    """

    def __init__(self, message: str, unread: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.unread = unread


class BookError(TidebookError):
    """A book is missing, of another version, or does not hold what was asked for."""


class ReaderError(TidebookError):
    """The model that was to read cannot be asked: its address, its key, its name, or a package that is not installed."""
