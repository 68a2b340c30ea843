"""One unit of a sentence: an actor, a time, a trigger, a small word, any other word, a mark of punctuation."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.mentions import ActorMention, TimeMention
from .lexicon import Sense
from .structure import NOTHING

ACTOR, TIME, TRIGGER, MARK, WORD, STOP = "actor", "time", "trigger", "mark", "word", "stop"
VERBS = frozenset({"active", "passive", "past", "gerund", "bare"})
NOUNS = frozenset({"noun", "deed"})


@dataclass(slots=True)
class Item:
    """One unit of a sentence.

    Attributes:
        kind: ``actor``, ``time``, ``trigger``, ``mark``, ``word`` or ``stop``.
        start, end: code points into `Article.text`.
        lower: the words, case-folded; capital: whether it is written with a capital.
        classes: of a mark (see `Structure.marks`).
        senses: of a trigger; `verb` says whether they are verbs here.
        actor, time: the mention.
        verb: whether it is a verb, known or not.
        clitic: cut from the end of a trigger.
        quoted: whether it stands in quotation marks.
        reach: end of the last of its words where they stand apart ("tidak ... antusiasme").
        possessive: an actor's name written as a possessor or adjective.
    """

    kind: str
    start: int
    end: int
    lower: str
    capital: bool = False
    classes: frozenset[str] = NOTHING
    senses: tuple[Sense, ...] = ()
    actor: ActorMention | None = None
    time: TimeMention | None = None
    verb: bool = False
    clitic: str = ""
    quoted: bool = False
    possessive: bool = False
    reach: int = 0

    @property
    def noun(self) -> bool:
        """Whether it is a trigger that is a noun here."""
        return self.kind == TRIGGER and not self.verb
