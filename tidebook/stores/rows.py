"""Tables made from records: a column for each plain field, so that a book can be asked in SQL.

An interval takes four columns: `when` (EDTF), `when_first` and `when_last` (ISO days, None where open), `when_grain`.
A span takes two: `span_start`, `span_end`. Tuples and nested records are JSON.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, timedelta
from enum import Enum
from typing import Any

from sqlalchemy import Boolean, Column, Float, Integer, MetaData, Table, Text

from ..records.spans import Span
from ..records.times import Grain, Interval
from .plain import from_plain, hints_of, to_plain

Row = dict[str, Any]


def table_of(metadata: MetaData, name: str, record: type) -> Table:
    """A table for a class of records, in the order in which rows were written (`row_order`)."""
    columns: list[Column[Any]] = [Column("row_order", Integer, primary_key=True)]
    for field, hint in hints_of(record).items():
        kind = _bare(hint)
        if kind is Interval:
            columns += [Column(column, Text) for column in _interval_columns(field)]
        elif kind is Span:
            columns += [Column(f"{field}_start", Integer), Column(f"{field}_end", Integer)]
        else:
            columns.append(Column(field, _column_type(kind)))
    return Table(name, metadata, *columns)


def to_row(record: Any, order: int) -> Row:
    """One record as a row of its table."""
    row: Row = {"row_order": order}
    hints = hints_of(type(record))
    for field in fields(record):
        value, kind = getattr(record, field.name), _bare(hints[field.name])
        if kind is Interval:
            row |= _interval_row(field.name, value)
        elif kind is Span:
            row[f"{field.name}_start"] = None if value is None else value.start
            row[f"{field.name}_end"] = None if value is None else value.end
        elif kind in (str, int, float, bool):
            row[field.name] = value
        elif isinstance(value, Enum):
            row[field.name] = value.value
        elif isinstance(value, date):
            row[field.name] = value.isoformat()
        else:
            row[field.name] = None if value is None else json.dumps(to_plain(value), ensure_ascii=False)
    return row


def from_row(record: type, row: Mapping[str, Any]) -> Any:
    """A row as the record it was."""
    values: dict[str, Any] = {}
    for field, hint in hints_of(record).items():
        kind = _bare(hint)
        if kind is Interval:
            values[field] = _interval_of(field, row)
        elif kind is Span:
            start = row[f"{field}_start"]
            values[field] = None if start is None else Span(start=start, end=row[f"{field}_end"])
        elif kind in (str, int, float, bool):
            values[field] = row[field]
        elif isinstance(kind, type) and (issubclass(kind, Enum) or kind is date):
            values[field] = None if row[field] is None else from_plain(kind, row[field])
        else:
            values[field] = None if row[field] is None else from_plain(hint, json.loads(row[field]))
    return record(**values)


def _bare(hint: Any) -> Any:
    """The type of a field without its "or None"."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(arg for arg in typing.get_args(hint) if arg is not type(None))
    return hint


def _column_type(kind: Any) -> Any:
    return {int: Integer, float: Float, bool: Boolean}.get(kind, Text)


def _interval_columns(field: str) -> tuple[str, str, str, str]:
    return field, f"{field}_first", f"{field}_last", f"{field}_grain"


def _interval_row(field: str, value: Interval | None) -> Row:
    edtf, first, last, grain = _interval_columns(field)
    if value is None:
        return {edtf: None, first: None, last: None, grain: None}
    return {
        edtf: value.edtf,
        first: value.start.isoformat() if value.start else None,
        last: value.last.isoformat() if value.last else None,
        grain: value.grain.value,
    }


def _interval_of(field: str, row: Mapping[str, Any]) -> Interval | None:
    edtf, first, last, grain = (row[column] for column in _interval_columns(field))
    if edtf is None:
        return None
    return Interval(
        start=None if first is None else date.fromisoformat(first),
        end=None if last is None else date.fromisoformat(last) + timedelta(days=1),
        grain=Grain(grain),
        approximate="~" in edtf or "%" in edtf,
        uncertain="?" in edtf or "%" in edtf,
    )
