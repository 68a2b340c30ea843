"""The timeline: weight, and the sentence that tells an event to someone who reads nothing else."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.samples import sample_chronicle
from tidebook.chronicle.tell import tell
from tidebook.chronicle.timeline import entries_of, remembered, shares_of, weight_of
from tidebook.records.chronicles import Chronicle, Entry
from tidebook.records.edtf import parse
from tidebook.records.events import Event, Report, Standing

BOOK = sample_chronicle()
TOLD = {Standing.ASSERTED, Standing.ALLEGED, Standing.DENIED, Standing.PLANNED}


def entries(book: Chronicle = BOOK, events: tuple[Event, ...] | None = None) -> tuple[Entry, ...]:
    """The entries of a book."""
    return entries_of(
        events if events is not None else book.events,
        {r.id: r for r in book.reports},
        {a.id: a for a in book.articles},
        {(s.article, s.index): s for s in book.sentences},
        (),
    )


def said(report: str) -> str:
    """The sentence of a report."""
    found: Report = next(r for r in BOOK.reports if r.id == report)
    article = next(a for a in BOOK.articles if a.id == found.article)
    return found.span.cut(article.text)


def test_more_independent_witnesses_weigh_more() -> None:
    event = BOOK.events[0]
    one = replace(event, origins=("article:a",))
    two = replace(event, origins=("article:a", "article:b"))
    assert weight_of(two, False) > weight_of(one, False)


def test_more_pages_of_one_origin_weigh_less_than_a_second_origin() -> None:
    event = replace(BOOK.events[0], origins=("article:a",), reports=("r-1",))
    pages = replace(event, reports=("r-1", "r-2", "r-3"))
    origins = replace(event, origins=("article:a", "article:b"), reports=("r-1", "r-2"))
    assert weight_of(origins, False) > weight_of(pages, False)


def test_what_later_origins_remember_weighs_more() -> None:
    event = BOOK.events[0]
    assert weight_of(event, False, later=2) > weight_of(event, False, later=1) > weight_of(event, False)


def test_only_what_is_told_a_month_after_the_event_remembers_it_and_each_origin_once() -> None:
    articles = {a.id: replace(a, published=parse("2020-05-01")) for a in BOOK.articles}
    event = next(e for e in BOOK.events if len(e.reports) > 1)
    told = [next(r for r in BOOK.reports if r.id == name) for name in event.reports]
    assert remembered(replace(event, when=parse("2020-04-28")), told, articles) == 0
    assert remembered(replace(event, when=None), told, articles) == 0
    one = replace(next(iter(articles.values())).origin, id="agency:one")  # type: ignore[type-var]
    copied = {name: replace(article, origin=one) for name, article in articles.items()}
    assert remembered(replace(event, when=parse("2019")), told, copied) == 1


def test_beside_a_weightier_event_of_one_day_and_pair_an_event_weighs_less() -> None:
    event = replace(BOOK.events[0], when=parse("2014-08-20"), score=5.0)
    events = tuple(replace(event, id=f"e-{n}", reports=(BOOK.reports[n].id,)) for n in range(3))
    weights = sorted((entry.weight for entry in entries(events=events)), reverse=True)
    assert weights[0] > weights[1] > weights[2]
    cold = replace(events[1], score=-5.0)
    assert len({entry.weight for entry in entries(events=(events[0], cold))}) == 1


def test_the_sentence_that_says_most_of_what_all_say_shares_most() -> None:
    told = {"e-1": [r for r in BOOK.reports if r.article == BOOK.reports[0].article]}
    shares = shares_of(told, {a.id: a for a in BOOK.articles})["e-1"]
    assert max(shares.values()) == 1.0
    assert min(shares.values()) >= 0.0


def test_what_turned_the_tide_weighs_more() -> None:
    assert weight_of(BOOK.events[0], True) > weight_of(BOOK.events[0], False)


def test_a_claim_weighs_less_than_what_is_asserted() -> None:
    event = BOOK.events[0]
    assert weight_of(replace(event, standing=Standing.ALLEGED), False) < weight_of(event, False)


def test_what_did_not_happen_is_no_entry() -> None:
    events = tuple(replace(e, standing=Standing.HYPOTHETICAL) for e in BOOK.events)
    assert entries(events=events) == ()


def test_every_event_that_is_told_has_its_entry() -> None:
    assert [entry.event for entry in entries()] == [e.id for e in BOOK.events if e.standing in TOLD and e.reports]


def test_one_sentence_may_tell_two_years() -> None:
    event = BOOK.events[0]
    events = (replace(event, id="e-1", when=parse("2001")), replace(event, id="e-2", when=parse("2002")))
    first, second = entries(events=events)
    assert first.weight == second.weight


def test_what_one_sentence_tells_twice_of_one_time_weighs_less_the_second_time() -> None:
    event = BOOK.events[0]
    events = (replace(event, id="e-1", when=parse("2001")), replace(event, id="e-2", when=parse("2001")))
    first, second = entries(events=events)
    assert (first.event, second.event) == ("e-1", "e-2")
    assert second.weight < first.weight


def test_a_sentence_that_names_both_is_preferred_to_one_that_points_back() -> None:
    event = next(e for e in BOOK.events if e.when and e.when.edtf.startswith("1990-04-12"))
    (entry,) = entries(events=(event,))
    assert said(entry.report) == "Chile and Czechoslovakia restored diplomatic relations on 12 April 1990."


def test_entries_keep_the_order_of_the_events() -> None:
    order = {event.id: place for place, event in enumerate(BOOK.events)}
    places = [order[entry.event] for entry in entries()]
    assert places == sorted(places)


def test_the_same_records_in_any_order_give_the_same_chronicle() -> None:
    def once(seed: int) -> Chronicle:
        mixed = random.Random(seed)
        parts = [list(x) for x in (BOOK.pages, BOOK.articles, BOOK.sentences, BOOK.reports, BOOK.events, BOOK.drops)]
        for part in parts:
            mixed.shuffle(part)
        return tell(BOOK.dyad, *parts)

    assert once(1) == once(2) == once(3)


def test_a_chronicle_of_nothing_says_why_it_is_empty() -> None:
    empty = tell(BOOK.dyad, (), (), (), (), (), ())
    assert empty.tide == ()
    assert empty.tide_note
    assert empty.phases_note == "too few events for phases"
