"""The tide is a mean with an honest band, and phases are told only where something turned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np

from tests.samples import sample_chronicle, sample_dyad
from tidebook.chronicle.moves import Move, moves_of, paths_of
from tidebook.chronicle.phases import TOO_FEW, phases_of
from tidebook.chronicle.tide import TOO_FEW as NO_TIDE
from tidebook.chronicle.tide import tide_of
from tidebook.records.chronicles import Phase, TidePoint
from tidebook.records.edtf import parse
from tidebook.records.events import Event, Standing


def moves(*spans: tuple[int, int, float], per_year: int = 2) -> list[Move]:
    """Events at a steady pace: (first year, last year, score)."""
    found = []
    for first, last, score in spans:
        for year in range(first, last + 1):
            for n in range(per_year):
                day = date(year, 1 + 12 // per_year * n, 10 + n).toordinal()
                name = f"e-{year}-{n}"
                swing = ((year * 7 + n * 3) % 5 - 2) * 0.7
                found.append(
                    Move(day, day, "CONSULT" if score > 0 else "SANCTION", score + swing, (name,), frozenset({name}))
                )
    return found


def told(given: list[Move], until: int | None = None) -> tuple[tuple[TidePoint, ...], tuple[Phase, ...], str]:
    """Tide and phases up to a year's end."""
    last = date(until, 12, 31).toordinal() if until else max(m.last for m in given)
    paths = paths_of(given, last)
    phases, note = phases_of(given, paths, last)
    return tide_of(given, paths, last)[0], phases, note


def at(tide: tuple[TidePoint, ...], year: int) -> TidePoint:
    """The point nearest to the middle of a year."""
    return min(tide, key=lambda p: abs((p.at - date(year, 7, 1)).days))


def test_a_turn_is_found_and_named_by_what_turned_it() -> None:
    _, phases, _ = told(moves((1970, 1989, -5.0), (1990, 2010, 5.0)))
    assert len(phases) == 2
    turned = phases[1]
    assert turned.name == "rise.CONSULT"
    assert turned.when.start is not None
    assert abs((turned.when.start - date(1990, 1, 1)).days) < 400
    assert turned.turned_by
    assert all(name.startswith("e-199") for name in turned.turned_by)
    assert turned.certainty > 0.9
    assert turned.turn is not None
    assert turned.turn.holds(date(1990, 1, 1))


def test_phases_follow_one_another_without_a_gap() -> None:
    _, phases, _ = told(moves((1960, 1974, 5.0), (1975, 1989, -6.0), (1990, 2005, 4.0)))
    assert len(phases) == 3
    for before, after in pairwise(phases):
        assert before.when.end == after.when.start


def test_nothing_that_changes_is_one_phase() -> None:
    _, phases, note = told(moves((1970, 2005, 2.0)))
    assert note == ""
    assert [phase.name for phase in phases] == ["opening"]


def test_too_few_events_for_phases_is_said_in_plain_words() -> None:
    _, phases, note = told(moves((1970, 1972, 2.0), (2000, 2001, -5.0)))
    assert phases == ()
    assert note == TOO_FEW == "too few events for phases"


def test_silence_is_not_warmth_and_not_coldness() -> None:
    tide, _, _ = told([*moves((1950, 1955, 7.0)), *moves((1995, 2000, 7.0))])
    spoken, silent = at(tide, 1953), at(tide, 1975)
    assert silent.high - silent.low > 1.5 * (spoken.high - spoken.low)
    assert abs(silent.level) < abs(spoken.level)
    assert silent.volume == 0


def test_the_band_widens_after_the_last_event() -> None:
    tide, _, _ = told(moves((1990, 2000, 6.0)), until=2020)
    assert tide[-1].at == date(2020, 12, 31)
    assert tide[-1].high - tide[-1].low > 1.5 * (at(tide, 1996).high - at(tide, 1996).low)


def test_the_level_is_a_mean_so_more_of_the_same_does_not_raise_it() -> None:
    few, _, _ = told(moves((1990, 2000, 3.0), per_year=2))
    many, _, _ = told(moves((1990, 2000, 3.0), per_year=6))
    assert abs(at(few, 1995).level - at(many, 1995).level) < 1.0


def test_the_same_events_give_the_same_tide_in_any_order() -> None:
    given = moves((1970, 1980, -4.0), (1981, 1990, 4.0))
    vague = [replace(m, first=m.first - 200, last=m.last + 200) for m in given]
    shuffled = [vague[i] for i in np.random.default_rng(1).permutation(len(vague))]
    in_order = sorted(shuffled, key=lambda m: (m.first + m.last, m.events))
    assert told(vague) == told(in_order)


def test_no_event_gives_no_tide_and_says_so() -> None:
    assert tide_of([], [], 1) == ((), NO_TIDE)


def _event(**changes: object) -> Event:
    event = next(e for e in sample_chronicle().events if e.between and e.standing is Standing.ASSERTED and e.when)
    return replace(event, **changes)  # type: ignore[arg-type]


def test_claims_denials_and_plans_do_not_move_the_tide() -> None:
    for standing in Standing:
        found = moves_of([_event(standing=standing)], sample_dyad())
        assert bool(found) is (standing is Standing.ASSERTED)


def test_what_only_one_side_does_to_others_does_not_move_the_tide() -> None:
    assert moves_of([_event(between=False)], sample_dyad()) == []


def test_what_both_do_to_a_third_does_not_move_the_tide() -> None:
    joint = _event(type="ACCUSE", actors=("CHL", "CZE"), recipients=("USA",))
    assert moves_of([joint], sample_dyad()) == []


def test_undated_and_half_open_events_do_not_move_the_tide() -> None:
    assert moves_of([_event(when=None), _event(when=parse("2019/.."))], sample_dyad()) == []


def test_a_second_telling_by_one_origin_is_no_second_witness() -> None:
    first, second = _event(id="e-1"), _event(id="e-2")
    (move,) = moves_of([first, second], sample_dyad())
    assert move.events == ("e-1", "e-2")


def test_what_lies_after_the_last_page_does_not_move_the_tide() -> None:
    written = date(2019, 6, 1).toordinal()
    assert moves_of([_event(when=parse("2030"))], sample_dyad(), written) == []
    (move,) = moves_of([_event(when=parse("2019"))], sample_dyad(), written)
    assert move.last == written


def test_a_turn_somewhere_in_a_long_silence_is_one_turn_and_levels_are_those_of_the_events() -> None:
    def move(year: int, score: float, number: int) -> Move:
        day = date(year, 1 + number, 1).toordinal()
        name = f"e-{year}-{number}"
        return Move(first=day, last=day, type="AGREE", score=score, events=(name,), origins=frozenset({name}))

    good = [move(year, 6.0, n) for year in (1990, 1991) for n in range(5)]
    bad = [move(year, -6.0, n) for year in (2014, 2015, 2016) for n in range(5)]
    moves = [*good, *bad]
    until = date(2017, 1, 1).toordinal()
    phases, note = phases_of(moves, paths_of(moves, until), until)
    assert note == ""
    assert [phase.level for phase in phases] == [6.0, -6.0]
