"""Which lines of a page belong to its article: decided for all lines of a page together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .cues import Cue, cue_of
from .dates import Stamp, stamps_in
from .lines import Line

_ENDS = re.compile(r"[.!?…。！？।][\"”’'»)\]]*$|[\"”»]$")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+\S")
_SWITCH = 2.5


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with what was concluded about it.

    Attributes:
        line: the line. cue: why its words look like furniture, or None. stamps: dates stamped on it.
        body: whether it belongs to the article's text.
    """

    line: Line
    cue: Cue | None
    stamps: tuple[Stamp, ...]
    body: bool


def judge(lines: list[Line]) -> list[Judged]:
    """Every line with the judgement whether it belongs to the article."""
    cues = [cue_of(line) for line in lines]
    stamps = [stamps_in(line.text) for line in lines]
    scores = [_score(line, cue, dates) for line, cue, dates in zip(lines, cues, stamps, strict=True)]
    _shade(lines, cues, scores)
    kept = _best_path(scores)
    kept = [keep and score > -3 for keep, score in zip(kept, scores, strict=True)]
    return [Judged(*parts) for parts in zip(lines, cues, stamps, kept, strict=True)]


def ends_sentence(words: str) -> bool:
    """Whether a line ends as a sentence ends."""
    return _ENDS.search(words) is not None


def _score(line: Line, cue: Cue | None, dates: tuple[Stamp, ...]) -> float:
    length = len(line.text)
    if cue is not None:
        return -6.0
    if any(stamp.bare for stamp in dates):
        return -6.0
    score = -2.0
    if length >= 120:
        score = 3.5
    elif length >= 60:
        score = 0.5
    if ends_sentence(line.text):
        score += 2.6
    elif _NUMBERED.match(line.text) and line.gap:
        score += 1.0
    return score


def _shade(lines: list[Line], cues: list[Cue | None], scores: list[float]) -> None:
    """Lowers what follows a line that opens a list of other articles, until three paragraphs run on."""
    index = 0
    while index < len(lines):
        cue = cues[index]
        if cue is not None and cue.opens:
            index += 1
            while index < len(lines) and not _runs_on(lines, cues, index):
                scores[index] = min(scores[index], -4.0)
                index += 1
        else:
            index += 1


def _runs_on(lines: list[Line], cues: list[Cue | None], index: int) -> bool:
    ahead = lines[index : index + 3]
    return len(ahead) == 3 and all(
        len(line.text) >= 100 and ends_sentence(line.text) and cues[index + k] is None for k, line in enumerate(ahead)
    )


def _best_path(scores: list[float]) -> list[bool]:
    """The assignment with the highest sum, where each change between body and furniture costs `_SWITCH`."""
    keep, drop = 0.0, 0.0
    back: list[tuple[bool, bool]] = []
    for score in scores:
        from_keep, from_drop = keep >= drop - _SWITCH, drop >= keep - _SWITCH
        back.append((from_keep, not from_drop))
        keep, drop = max(keep, drop - _SWITCH) + score, max(drop, keep - _SWITCH)
    path, state = [], keep >= drop
    for was_keep, was_keep_for_drop in reversed(back):
        path.append(state)
        state = was_keep if state else was_keep_for_drop
    return path[::-1]
