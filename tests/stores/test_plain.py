"""Records survive the way through plain data, whatever their fields hold."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from tidebook.records.articles import Credit
from tidebook.records.events import Part
from tidebook.records.spans import Span
from tidebook.records.times import Interval, on, years
from tidebook.stores.plain import from_plain, to_plain
from tidebook.stores.rows import from_row, to_row

spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda p: Span(start=p[0], end=p[0] + p[1]))
intervals = st.tuples(st.integers(1000, 2100), st.integers(0, 40), st.booleans(), st.booleans()).map(
    lambda p: years(p[0], p[0] + p[1]).hedged(approximate=p[2], uncertain=p[3])
)
parts = st.builds(Part, role=st.sampled_from(["actor", "trigger"]), span=spans, fills=st.lists(st.text()).map(tuple))


@given(parts)
def test_a_record_comes_back_from_json(part: Part) -> None:
    assert from_plain(Part, json.loads(json.dumps(to_plain(part)))) == part


@given(intervals)
def test_an_interval_comes_back_from_json(interval: Interval) -> None:
    assert from_plain(Interval, json.loads(json.dumps(to_plain(interval)))) == interval


@given(st.builds(Credit, name=st.text(), kind=st.text(), scope=st.text(), page=st.text(), span=spans))
def test_a_record_comes_back_from_its_row(credit: Credit) -> None:
    row = to_row(credit, 3)
    assert row["row_order"] == 3
    assert from_row(Credit, row) == credit


def test_a_field_that_is_none_is_left_out_and_comes_back_none() -> None:
    open_end = Interval(start=on(2019).start, end=None, grain=on(2019).grain)
    assert "end" not in to_plain(open_end)
    assert from_plain(Interval, to_plain(open_end)) == open_end
