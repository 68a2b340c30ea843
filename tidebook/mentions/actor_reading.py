"""Reads one article's drafts into mentions, sentence by sentence, with what the article has said so far."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from ..knowledge import who
from ..knowledge.actor_words import CAPITAL, GROUP, OFFICE, STATE, actor_words
from ..records.articles import BlockKind
from ..records.mentions import ActorMention, MentionedBy
from ..records.readings import Reading
from ..records.spans import Span
from ..records.times import Interval
from . import actor_people, offices
from .actor_atoms import Atom, find_atoms
from .actor_phrases import Draft, draft_mentions
from .actor_shapes import shapes_of
from .actor_states import Lives, states_meant
from .anaphora import Answer, Trace, Trail, anaphors_of, answer

_PLACES = frozenset({"name", "capital", "seat", "adjective", "place"})
_DATELINE = re.compile(r"(?:, [\w ./]{3,20})?(?: \([\w ./-]+\))? ?[-–—] ")
_DATELINE_BEFORE = re.compile(r"(?:^|\n|[A-Z.]{3,}, )$")
_NEXT_CAPITAL = re.compile(r" [^\W\d_a-z]\w")


def _decided(head: Atom) -> bool:
    return not head.senses[0].weak and len({sense.code for sense in head.senses}) == 1


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
        self.trail = Trail()
        self.people = actor_people.People()
        self.support: Counter[str] = Counter()
        self.lives = Lives()
        self.dated = False

    def read(self) -> tuple[ActorMention, ...]:
        """The mentions, sorted by span."""
        drafts = self._draft()
        self._survey(drafts)
        mentions: list[ActorMention] = []
        times = [
            (time.span.start, time.interval, time.anchor is None)
            for time in self.reading.times
            if time.interval is not None
        ]
        starts = {time.span.start for time in self.reading.times}
        place = 0
        for number, of_sentence in enumerate(drafts):
            if not of_sentence:
                continue
            sentence = self.reading.sentences[number]
            told = self.reading.story[number].interval if number < len(self.reading.story) else None
            while place < len(times) and times[place][0] < sentence.span.start:
                place += 1
            when, following = told or self.reading.article.published, place
            by = self.reading.story[number].by if told is not None else "none"
            ahead = [absolute for start, _, absolute in times[place : place + 3] if start < sentence.span.end]
            self.dated = by == "paragraph" or (by == "sentence" and any(ahead))
            led = False
            joined_here = self._joined(of_sentence)
            kept: list[tuple[Draft, ActorMention]] = []
            for at, draft in enumerate(of_sentence):
                while following < len(times) and times[following][0] < draft.start:
                    when, self.dated = times[following][1], self.dated or times[following][2]
                    following += 1
                mention = self._mention(draft, number, when, of_sentence[at + 1 :], starts)
                if mention is None:
                    continue
                joined = bool(kept) and at in joined_here
                subject = (joined and self.trail.traces[-1].subject) or (not led and not self._is_oblique(draft))
                led = led or subject
                self.trail.traces.append(Trace(number, mention, subject, joined))
                kept.append((draft, mention))
            mentions += [mention for _, mention in kept]
        return tuple(mentions)

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
            names = offices_here and sentence.kind is not BlockKind.HEADLINE and not self._in_title_case(number)
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
                    self.support[code] += 1
                    if draft.head.letter in (STATE, CAPITAL):
                        leading[code] += 3 if headline else 1
                if draft.person is not None and draft.person.senses[0].kind == "full":
                    self.people.expect(draft.person.senses[0].refers)
                elif draft.name and draft.head is not None:
                    self.people.learn(draft.name, draft.head.senses[0].code)
        top = [code for code, _ in sorted(leading.items(), key=lambda item: (-item[1], item[0]))[:3]]
        if len(top) >= 2 and (len(top) == 2 or leading[top[1]] >= 2 * leading[top[2]]):
            self.trail.focus = tuple(top[:2])
        if self.people.learned:
            self._find_learned(drafts)

    def _find_learned(self, drafts: list[list[Draft]]) -> None:
        """Adds later mentions by surname of people whom no table knows."""
        pattern = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(self.people.learned, key=len, reverse=True)))})(?![\w-])"
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

    def _mention(
        self, draft: Draft, number: int, when: Interval | None, following: list[Draft], times: set[int]
    ) -> ActorMention | None:
        if draft.anaphor is not None:
            return self._anaphor(draft, number, when, following)
        before = draft.before
        low = before.lower()
        if low.rstrip("-") in self.shapes.leanings and before.endswith("-"):
            return None
        if low in self.shapes.not_after or self._tail(draft.end) in self.shapes.tails:
            return None
        if draft.person is not None or draft.name is not None:
            return self._person(draft, number, when, following, times)
        assert draft.head is not None or draft.rule
        if draft.head is None:
            return None
        if draft.head.senses[0].lone and not self._supported(draft, following):
            return None
        codes = states_meant(draft.head, when, self.support, self.trail, self.lives, self.dated)
        rule = draft.rule + self._standing(draft)
        if len(codes) != 1 and draft.head.senses[0].code:
            return self._record(draft, (), rule, candidates=codes)
        own = draft.head.letter != GROUP or codes[0] not in who.states()  # who leads parliament does not lead the state
        person = offices.holder(codes[0], draft.office, when) if draft.office and codes and own else None
        if draft.office and low in self.shapes.becoming:  # "menjadi pemimpin Rusia" names an office, and nobody in it
            person, rule = None, f"{rule}+role"
        return self._record(draft, tuple(code for code in codes if code), rule, person=person)

    def _person(
        self, draft: Draft, number: int, when: Interval | None, following: list[Draft], times: set[int]
    ) -> ActorMention | None:
        head = draft.head
        codes: tuple[str, ...] = ()
        if head is not None:
            codes = states_meant(head, when, self.support, self.trail, self.lives, self.dated)
            codes = tuple(code for code in codes if code)
            if draft.person is not None and len({sense.code for sense in head.senses}) > 1:
                acting = offices.code_of(draft.person.senses[0].refers, when)
                codes = (acting,) if acting in {sense.code for sense in head.senses} else codes
        if draft.name is not None:
            known = self.people.named(draft.name)
            if draft.rule == "learned" and (known is None or self._stranger(draft, number, following, times)):
                return None
            if head is None and known is None:
                return None
            name, code = known or (draft.name, "")
            actors = codes if len(codes) == 1 else ((code,) if code else ())
            return self._record(draft, actors, draft.rule, person=name, candidates=() if actors else codes)
        assert draft.person is not None
        if (
            draft.person.senses[0].kind == "short"
            and not draft.title
            and self._stranger(draft, number, following, times)
        ):
            return None
        if head is None and draft.before.lower() in self.shapes.place_nouns:
            return None
        found = self.people.meant(
            draft.person.senses, when, codes, self.support, titled=draft.title or head is not None
        )
        if found is None:
            if head is None:
                return None
            if len(codes) == 1:
                return self._record(draft, codes, draft.rule)
            return self._record(draft, (), draft.rule, candidates=codes)
        person, readings = found
        if person is None and not codes:
            options = tuple(dict.fromkeys(c for p in readings if (c := offices.code_of(p, when))))
            actors = options if len(options) == 1 else ()
            return self._record(draft, actors, draft.rule, candidates=() if actors else options)
        if person is not None and len(codes) != 1:
            acting = offices.code_of(person, when)
            codes = (acting,) if acting else codes
        rule = "person" if draft.rule == "full" else "person:surname" if draft.rule == "short" else draft.rule
        sector = draft.sector or (offices.sector_of(person, when) if person else None)
        return self._record(
            draft,
            codes if len(codes) == 1 else (),
            rule,
            person=person,
            sector=sector,
            candidates=() if len(codes) == 1 else codes,
        )

    def _anaphor(self, draft: Draft, number: int, when: Interval | None, following: list[Draft]) -> ActorMention | None:
        entry = self.anaphors[draft.anaphor]
        word_after = re.match(r"\s*(\w+)?", self.text[draft.end : draft.end + 24])
        next_word = (word_after.group(1) or "").lower() if word_after else ""
        if next_word in entry.get("unless_before", ()) or next_word not in entry.get("needs_next", (next_word,)):
            return None
        if "after" in entry and draft.before.lower() not in entry["after"]:
            return None
        if entry["refers"] == "leader":
            return self._leader(draft, number, when, following)
        comma = self.text.find(",", draft.end)
        ahead: tuple[ActorMention, ...] = ()
        if entry["refers"] == "possessor" and comma >= 0 and not self.trail.of(number):
            after = [d for d in following if d.start > comma and d.person is not None]
            if after and after[0].start - comma < 4:
                mention = self._person(after[0], number, when, [], set())
                ahead = (mention,) if mention is not None else ()
        between = entry.get("between")
        if between and any(
            word in between for word in self.text[max(0, draft.start - 30) : draft.start].lower().split()
        ):
            entry = {"refers": "pair"}
        if entry["refers"] == "office":
            found = self._holder(entry["offices"], when)
        else:
            found = answer(entry, self.trail, number, ahead, draft.before.lower() in self.openers)
        if found is None or not (found.actors or found.candidates):
            return None
        name = "pronoun" if draft.by is MentionedBy.PRONOUN else "anaphor"
        rule = f"{name}:{found.by}" if found.actors else f"{name}:undecided"
        candidates = () if found.actors else found.candidates
        sector = found.sector or ("GOV" if found.person is None else offices.sector_of(found.person, when))
        return self._record(draft, found.actors, rule, person=found.person, sector=sector, candidates=candidates)

    def _holder(self, wanted: list[str], when: Interval | None) -> Answer | None:
        """The last person named who holds one of these offices then ("the president" after "Donald Trump")."""
        for trace in reversed(self.trail.traces[-12:]):
            person = trace.mention.person
            if person and any(offices.holds(person, office, when) for office in wanted):
                return Answer(trace.mention.actors, person, by="last-holder")
        return None

    def _leader(self, draft: Draft, number: int, when: Interval | None, following: list[Draft]) -> ActorMention | None:
        if following and self.text[draft.end : following[0].start].strip() in ("", ",") and following[0].person:
            return None
        found = answer({"refers": "state"}, self.trail, number)
        if found is None:
            return None
        if not found.actors:
            return self._record(draft, (), "anaphor:undecided", sector="GOV", candidates=found.candidates)
        person = offices.holder(found.actors[0], "leader", when)
        return self._record(draft, found.actors, "anaphor:leader", person=person, sector="GOV")

    def _record(
        self,
        draft: Draft,
        actors: tuple[str, ...],
        rule: str,
        person: str | None = None,
        sector: str | None = None,
        candidates: tuple[str, ...] = (),
    ) -> ActorMention:
        return ActorMention(
            span=Span(start=draft.start, end=draft.end),
            actors=actors,
            by=draft.by,
            rule=rule,
            person=person,
            sector=sector or draft.sector,
            candidates=candidates,
        )

    def _supported(self, draft: Draft, following: list[Draft]) -> bool:
        """Whether the article bears out a weak name, and its neighbours do not make it part of a longer one."""
        assert draft.head is not None
        first = self.text[draft.start]
        if draft.rule in ("name", "adjective", "people", "capital", "bloc") and first.isupper():
            if draft.before[:1].isupper() and not self._opens(draft):
                return False
            near = following and following[0].start == draft.end + 1
            if _NEXT_CAPITAL.match(self.text, draft.end) and not near:
                return False
        if not draft.head.senses[0].weak or draft.head.senses[0].kind == "bloc" or draft.office:
            return True
        return any(self.support[sense.code] for sense in draft.head.senses) or self._standing(draft) == "+place"

    def _stranger(self, draft: Draft, number: int, following: list[Draft], times: set[int]) -> bool:
        """Whether a surname is part of another, unknown name ("Erik Prabowo", "Kim Kardashian")."""
        if self.reading.sentences[number].kind is BlockKind.HEADLINE or self._in_title_case(number):
            return False
        if draft.before[:1].isupper() and not self._opens(draft) and draft.before.lower() not in self.shapes.honorifics:
            previous = self.trail.traces[-1].mention.span.end if self.trail.traces else -1
            if previous != draft.start - 1 and not draft.before.endswith("-"):
                return True
        if _NEXT_CAPITAL.match(self.text, draft.end):
            near = following and following[0].start == draft.end + 1
            return not near and draft.end + 1 not in times
        return False

    def _in_title_case(self, number: int) -> bool:
        """Whether most words of a sentence have capitals, so that a capital tells nothing."""
        words = self.reading.sentences[number].span.cut(self.text).split()
        return 5 * sum(word[:1].isupper() for word in words) > 4 * len(words)

    def _opens(self, draft: Draft) -> bool:
        """Whether only one word stands before the draft in its sentence or after a mark that opens a clause."""
        at = draft.start - len(draft.before) - 1
        head = self.text[max(0, at - 2) : at].rstrip(" ")
        return at <= 0 or not head or head[-1] in '.:;!?\n“"—–(-'

    def _standing(self, draft: Draft) -> str:
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
        found = re.compile(r"\w+").match(self.text, end + 1)
        return found.group().lower() if found else ""

    def _is_oblique(self, draft: Draft) -> bool:
        return draft.before.lower() in self.oblique

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
