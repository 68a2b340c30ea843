"""What stands around the words of a draft: a place, a leaning, another name they are only a part of."""

from __future__ import annotations

import re

from ..records.articles import BlockKind
from ..records.readings import Reading
from .actor_phrases import Draft
from .actor_shapes import Shapes

_PLACES = frozenset({"name", "capital", "seat", "adjective", "place"})
_NAMES = frozenset({"name", "adjective", "people", "capital", "bloc"})
_DATELINE = re.compile(r"(?:, [\w ./]{3,20})?(?: \([\w ./-]+\))? ?[-–—] ")
_DATELINE_BEFORE = re.compile(r"(?:^|\n|[A-Z.]{3,}, )$")
_NEXT_CAPITAL = re.compile(r" [^\W\d_a-z]\w")
_FEWEST = 4  # words that can show it
_ENOUGH = 400  # code points of a sentence that show whether it is in title case
_WORD = re.compile(r"\w+")


class Neighbours:
    """The words around the drafts of one article."""

    def __init__(self, reading: Reading, shapes: Shapes) -> None:
        self.text = reading.article.text
        self.sentences = reading.sentences
        self.shapes = shapes
        self.times = {time.span.start for time in reading.times}
        self.time_ends = {time.span.end for time in reading.times}

    def alone(self, draft: Draft, following: list[Draft]) -> bool:
        """Whether no capitalised word beside a weak name makes it part of a longer one ("Sumatra Utara", "Michael Jordan")."""
        if draft.rule not in _NAMES or not self.text[draft.start].isupper():
            return True
        if following and following[0].start == draft.end + 1 and self.text[draft.end] == "-":
            return True  # "the Georgia-Russia border"
        if draft.before[:1].isupper() and not draft.before.endswith("-") and not self._opens(draft):
            return False
        near = bool(following) and following[0].start == draft.end + 1 and following[0].person is None
        return near or not _NEXT_CAPITAL.match(self.text, draft.end)

    def no_actor(self, draft: Draft) -> bool:
        """Whether the words only lean on an actor or tell a time by it ("pro-Soviet", "era Soviet", "Soviet-era")."""
        low = draft.before.lower()
        if low.endswith("-") and low.rstrip("-") in self.shapes.leanings:
            return True
        return low in self.shapes.not_after or self._tail(draft.end) in self.shapes.tails

    def leaning(self, draft: Draft) -> str:
        """The prefix by which words lean on an actor ("anti" of "anti-American"); "" where none stands there."""
        low = draft.before.lower()
        prefix = low.rstrip("-")
        return prefix if low.endswith("-") and prefix in self.shapes.sides else ""

    def may_be_word(self, draft: Draft, number: int) -> bool:
        """Whether a surname may be an ordinary word with a capital: "Rice exports fell"."""
        if self.text[draft.start : draft.end].lower() not in self.shapes.common:
            return False
        return not draft.before or self.in_title_case(number)

    def stranger(self, draft: Draft, number: int, following: list[Draft], named_to: int) -> bool:
        """Whether a surname is part of another, unknown name ("Erik Prabowo"); `named_to` is where the last mention ends."""
        if self.sentences[number].kind is BlockKind.HEADLINE or self.in_title_case(number):
            return False
        before = draft.before
        follows = named_to == draft.start - 1 or draft.start - 1 in self.time_ends  # "on Monday Obama lifted"
        follows = follows or before.endswith("-") or before.lower() in self.shapes.honorifics
        if before[:1].isupper() and not follows and not self._opens(draft):
            return True
        if _NEXT_CAPITAL.match(self.text, draft.end):
            near = following and following[0].start == draft.end + 1
            return not near and draft.end + 1 not in self.times
        return False

    def in_title_case(self, number: int) -> bool:
        """Whether most words of a sentence have capitals, so that a capital tells nothing; words that never have one do not count."""
        span = self.sentences[number].span
        words = self.text[span.start : min(span.end, span.start + _ENOUGH)].split()
        telling = [word for word in words if word[:1].isupper() or word not in self.shapes.openers]
        if len(telling) < _FEWEST:
            return bool(words) and all(word[:1].isupper() for word in words)
        return 5 * sum(word[:1].isupper() for word in telling) > 4 * len(telling)

    def standing(self, draft: Draft) -> str:
        """How the words stand: ``+place``, ``+toward``, ``+from``, ``+modifier`` or nothing."""
        if draft.rule in _PLACES:
            low = draft.before.lower()
            direction = self.shapes.directions.get(low) if low else None
            if direction is not None:
                return f"+{direction}"
            if low in self.shapes.place_nouns or self._lies_in(draft):
                return "+place"
        if self._tail(draft.end) in self.shapes.compounds:
            return "+modifier"
        return ""

    def _opens(self, draft: Draft) -> bool:
        """Whether only one word stands before the draft in its sentence or after a mark that opens a clause."""
        at = draft.start - len(draft.before) - 1
        head = self.text[max(0, at - 2) : at].rstrip(" ")
        weak = any(atom is not None and atom.senses[0].lone for atom in (draft.head, draft.person))
        if weak and draft.before.lower() not in self.shapes.openers:
            return False  # "Michael Jordan" may open a sentence too
        return at <= 0 or not head or head[-1] in '.:;!?\n“"—–(-'

    def _lies_in(self, draft: Draft) -> bool:
        """Whether the words stand for where something is: "di Dalian, Cina", "timur jauh Rusia", a date line."""
        before = self.text[max(0, draft.start - 48) : draft.start]
        if before.endswith(", ") and self.shapes.in_place.search(before):
            return True
        if draft.rule != "name" and _DATELINE_BEFORE.search(before) and _DATELINE.match(self.text, draft.end):
            return True
        return before.lower().endswith(self.shapes.long_places)

    def _tail(self, end: int) -> str:
        """The word that a hyphen joins to what ends here ("era" of "Soviet-era")."""
        if self.text[end : end + 1] != "-":
            return ""
        found = _WORD.match(self.text, end + 1)
        return found.group().lower() if found else ""
