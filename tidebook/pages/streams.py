"""Bytes at hand, and bytes of a file or of standard input, as the streams that sources read."""

from __future__ import annotations

from typing import BinaryIO

from .source import Budget


class Whole:
    """Bytes that are all at hand."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; none at the end."""
        start, self._at = self._at, self._at + size
        return self._data[start : self._at]


class Metered:
    """Bytes of a stream whose length is not known before its end, such as standard input; what is read may unpack in proportion."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; none at the end."""
        data = self._stream.read(size)
        self._budget.read(len(data))
        return data
