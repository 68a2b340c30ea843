"""Where the choice of scale matters: events that PLOVER's scores and Goldstein's put on different sides of nought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from markupsafe import Markup

from ...records.events import Event
from ..shelf import Shelf, moves_the_tide
from .voices import Voices

APART = 3.0
"""How far apart two scores of one sign must be to be worth a look, as ``codes/scores.tsv`` has it."""
MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """The two scales held against one another over the events that move the tide.

    Attributes:
        r: Pearson's correlation of the two, as text; None with fewer than three events or where one does not vary.
        apart: (event, its line, PLOVER's score, Goldstein's), the furthest apart first; more: how many further ones there are.
    """

    r: str | None
    apart: tuple[tuple[Event, Markup, str, str], ...]
    more: int


def opinions_of(events: Sequence[Event], shelf: Shelf, v: Voices) -> Opinions:
    """The second opinion on the events of a timeline."""
    scored = [(event, event.goldstein) for event in events if moves_the_tide(event) and event.goldstein is not None]
    apart = [(e, g) for e, g in scored if e.score * g < 0 or abs(e.score - g) >= APART]
    apart.sort(key=lambda pair: (-abs(pair[0].score - pair[1]), pair[0].id))
    lines = tuple(
        (event, v.event_line(event, shelf), _signed(event.score), _signed(goldstein))
        for event, goldstein in apart[:MOST]
    )
    return Opinions(r=_correlation(scored), apart=lines, more=max(0, len(apart) - MOST))


def _correlation(scored: Sequence[tuple[Event, Any]]) -> str | None:
    if len(scored) < 3:
        return None
    ours, theirs = np.array([e.score for e, _ in scored]), np.array([float(g) for _, g in scored])
    if not ours.std() or not theirs.std():
        return None
    return f"{np.corrcoef(ours, theirs)[0, 1]:.2f}"


def _signed(score: float) -> str:
    return f"{score:+g}".replace("-", "−")
