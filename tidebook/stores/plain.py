"""Records as plain data and back, from their own type hints: what JSON columns hold."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any


def to_plain(value: Any) -> Any:
    """A record as lists, mappings, strings and numbers; fields that are None are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_plain(inner) for field in fields(value) if (inner := getattr(value, field.name)) is not None
        }
    if isinstance(value, tuple | frozenset):
        return [to_plain(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_plain(hint: Any, data: Any) -> Any:
    """What `to_plain` made, as a value of the type `hint` again."""
    return _reader(hint)(data)


def hints_of(record: type) -> dict[str, Any]:
    """The type of each field of a record class, in order, with forward references resolved."""
    if record not in _HINTS:
        known = typing.get_type_hints(record)
        _HINTS[record] = {field.name: known[field.name] for field in fields(record)}
    return _HINTS[record]


_HINTS: dict[type, dict[str, Any]] = {}


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        inner = _reader(next(arg for arg in typing.get_args(hint) if arg is not type(None)))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        return _tuple_reader(typing.get_args(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return _record_reader(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint is date:
        return date.fromisoformat
    if hint is float:
        return float
    return _same


def _record_reader(record: type) -> Callable[[Any], Any]:
    readers = {name: _reader(hint) for name, hint in hints_of(record).items()}
    optional = {name: None for name, hint in hints_of(record).items() if type(None) in typing.get_args(hint)}
    return lambda data: record(**{**optional, **{name: readers[name](inner) for name, inner in data.items()}})


def _tuple_reader(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(args) == 2 and args[1] is Ellipsis:
        one = _reader(args[0])
        return lambda data: tuple(one(inner) for inner in data)
    each = [_reader(arg) for arg in args]
    return lambda data: tuple(read(inner) for read, inner in zip(each, data, strict=True))


def _same(data: Any) -> Any:
    return data
