"""Reads one article: drafts its mentions, surveys whom it names without doubt, then reads sentence by sentence."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from ..knowledge import who
from ..knowledge.actor_words import CAPITAL, OFFICE, PLACE, STATE, actor_words
from ..records.articles import BlockKind
from ..records.mentions import ActorMention, MentionedBy
from ..records.readings import Reading
from .actor_atoms import Atom, find_atoms
from .actor_naming import Scene, name_actor
from .actor_neighbours import Neighbours
from .actor_phrases import Draft, draft_mentions
from .actor_pointing import point_back
from .actor_shapes import shapes_of
from .actor_trail import Trace
from .anaphora import anaphors_of

_FOLLOWING = 8  # drafts that may change what the one before them means
_AHEAD = 3  # time expressions of a sentence that may date it


class ArticleReader:
    """One article being read; `read` gives its mentions."""

    def __init__(self, reading: Reading, language: str, extra: Path | None) -> None:
        self.text = reading.article.text
        self.reading = reading
        self.words = actor_words(language, extra)
        self.shapes = shapes_of(language)
        anaphora = anaphors_of(language)
        self.anaphors = anaphora.get("anaphors", {})
        self.oblique = frozenset(anaphora.get("oblique", ()))
        self.openers = frozenset(anaphora.get("openers", ())) | {""}
        self.together = frozenset(anaphora.get("together", ()))
        self.scene = Scene(Neighbours(reading, self.shapes), apart_after=frozenset(anaphora.get("apart_after", ())))
        self.times = [
            (time.span.start, time.interval, time.anchor is None) for time in reading.times if time.interval is not None
        ]

    def read(self) -> tuple[ActorMention, ...]:
        """The mentions, sorted by span."""
        drafts = self._draft()
        self._survey(drafts)
        mentions: list[ActorMention] = []
        place = 0
        for number, of_sentence in enumerate(drafts):
            if of_sentence:
                start = self.reading.sentences[number].span.start
                while place < len(self.times) and self.times[place][0] < start:
                    place += 1
                mentions += self._sentence(number, of_sentence, place)
        return tuple(mentions)

    def _sentence(self, number: int, drafts: list[Draft], place: int) -> list[ActorMention]:
        """The mentions of one sentence; `place` is the index of the first time expression that is not before it."""
        scene, times = self.scene, self.times
        scene.sentence = number
        story = self.reading.story[number] if number < len(self.reading.story) else None
        told = story.interval if story is not None else None
        scene.when = told or self.reading.article.published
        end = self.reading.sentences[number].span.end
        absolute = any(sure for start, _, sure in times[place : place + _AHEAD] if start < end)
        by = story.by if story is not None and told is not None else "none"
        scene.dated = by == "paragraph" or (by == "sentence" and absolute)
        joined_here = self._joined(drafts)
        mentions: list[ActorMention] = []
        led = False
        for at, draft in enumerate(drafts):
            while place < len(times) and times[place][0] < draft.start:
                scene.when, scene.dated = times[place][1], scene.dated or times[place][2]
                place += 1
            mention = self._mention(draft, drafts[at + 1 : at + 1 + _FOLLOWING])
            if mention is None:
                continue
            if mention.rule.startswith("prefix:"):
                mentions.append(mention)
                continue
            joined = bool(scene.trail.traces) and bool(mentions) and at in joined_here
            leads = not led and draft.before.lower() not in self.oblique
            subject = leads or (joined and scene.trail.traces[-1].subject)
            led = led or subject
            scene.trail.traces.append(Trace(number, mention, subject, joined))
            mentions.append(mention)
        return mentions

    def _mention(self, draft: Draft, following: list[Draft]) -> ActorMention | None:
        if draft.anaphor is None:
            return name_actor(self.scene, draft, following)
        opens = draft.before.lower() in self.openers
        return point_back(self.scene, draft, following, self.anaphors[draft.anaphor], opens)

    def _draft(self) -> list[list[Draft]]:
        atoms = find_atoms(self.text, self.words)
        drafts: list[list[Draft]] = []
        at = 0
        for number, sentence in enumerate(self.reading.sentences):
            start, end = sentence.span.start, sentence.span.end
            while at < len(atoms) and atoms[at].start < start:
                at += 1
            first = at
            while at < len(atoms) and atoms[at].end <= end:
                at += 1
            inside = atoms[first:at]
            if not inside:
                drafts.append([])
                continue
            offices_here = any(atom.letter == OFFICE for atom in inside)
            names = (
                offices_here
                and sentence.kind is not BlockKind.HEADLINE
                and not self.scene.neighbours.in_title_case(number)
            )
            drafts.append(draft_mentions(self.text, inside, start, end, self.shapes, names))
        return drafts

    def _survey(self, drafts: list[list[Draft]]) -> None:
        """What the article names without doubt, which decides what it names in short."""
        leading: Counter[str] = Counter()
        for number, of_sentence in enumerate(drafts):
            headline = self.reading.sentences[number].kind is BlockKind.HEADLINE
            for draft in of_sentence:
                if draft.head is not None and _decided(draft.head):
                    code = draft.head.senses[0].code
                    self.scene.support[code] += 1
                    self.scene.named[code] += draft.head.letter != PLACE
                    if draft.head.letter in (STATE, CAPITAL):
                        leading[code] += 3 if headline else 1
                if draft.person is not None and draft.person.senses[0].kind == "full":
                    self.scene.people.expect(draft.person.senses[0].refers)
                elif draft.name and draft.head is not None:
                    self.scene.people.learn(draft.name, draft.head.senses[0].code)
        top = [code for code, _ in sorted(leading.items(), key=lambda item: (-item[1], item[0]))[:3]]
        if len(top) >= 2 and (len(top) == 2 or leading[top[1]] >= 2 * leading[top[2]]):
            self.scene.trail.focus = tuple(top[:2])
        written_in = who.find(self.reading.article.dateline or "")
        if len(written_in) == 1:
            self.scene.trail.home = written_in[0]
        if self.scene.people.learned:
            self._find_learned(drafts)

    def _find_learned(self, drafts: list[list[Draft]]) -> None:
        """Adds later mentions by surname of people whom no table knows."""
        pattern = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(self.scene.people.learned, key=len, reverse=True)))})(?![\w-])"
        )
        for number, sentence in enumerate(self.reading.sentences):
            of_sentence = drafts[number]
            for found in pattern.finditer(self.text, sentence.span.start, sentence.span.end):
                if any(draft.start < found.end() and found.start() < draft.end for draft in of_sentence):
                    continue
                draft = Draft(found.start(), found.end(), "learned", MentionedBy.PERSON, name=found.group())
                draft.before = self._written_before(found.start(), sentence.span.start)
                of_sentence.append(draft)
            of_sentence.sort(key=lambda draft: draft.start)

    def _written_before(self, at: int, start: int) -> str:
        words = self.text[max(start, at - 24) : at].rstrip(' “"(').rsplit(" ", 1)
        return words[-1]

    def _joined(self, drafts: list[Draft]) -> frozenset[int]:
        """Indices of drafts that stand beside the one before them as equals ("Washington, Seoul, dan Tokyo")."""
        gaps = [self.text[one.end : two.start].strip().lower() for one, two in pairwise(drafts)]
        joined: set[int] = set()
        for number in range(len(gaps) - 1, -1, -1):
            gap = gaps[number]
            listed = gap == "," and number + 2 in joined
            if listed or (gap and gap.lstrip(", ") in self.together):
                joined.add(number + 1)
        return frozenset(joined)


def _decided(head: Atom) -> bool:
    return not head.senses[0].weak and len({sense.code for sense in head.senses}) == 1
