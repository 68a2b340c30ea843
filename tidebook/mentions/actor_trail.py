"""What an article has spoken of so far, and what words that point back to it may mean."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..records.mentions import ActorMention

_REMEMBERED = 100  # mentions


@dataclass(frozen=True, slots=True)
class Trace:
    """A mention that has been read, as the following words see it.

    Attributes:
        sentence: its index. subject: whether it leads its clause (or stands beside the one that does).
        together: whether it is joined to the mention before it ("Rusia dan Iran").
    """

    sentence: int
    mention: ActorMention
    subject: bool
    together: bool


@dataclass(slots=True)
class Trail:
    """What an article has spoken of so far. `focus`: the two actors that it is about, if there are such two; `home`: the state where it was written, or ""."""

    focus: tuple[str, ...] = ()
    home: str = ""
    traces: list[Trace] = field(default_factory=list)

    def of(self, sentence: int) -> list[Trace]:
        """What one sentence has named so far, in order; of a sentence without end only the last mentions."""
        found: list[Trace] = []
        for trace in reversed(self.traces[-_REMEMBERED:]):
            if trace.sentence < sentence:
                break
            if trace.sentence == sentence:
                found.append(trace)
        return found[::-1]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an anaphor means: `actors` where the text decides, `candidates` where it does not."""

    actors: tuple[str, ...] = ()
    person: str | None = None
    candidates: tuple[str, ...] = ()
    by: str = ""
    sector: str | None = None
