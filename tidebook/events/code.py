"""Mentions to reports: what each sentence of an article claims, coded in PLOVER."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ..grammar.tokens import words_of
from ..knowledge import load
from ..records.articles import Sentence
from ..records.events import Part, Report, Standing
from ..records.mentions import ActorMention, MentionedBy, TimeMention
from ..records.readings import Reading, StoryTime
from ..records.spans import Span
from .clauses import Clause, clauses_of
from .dating import Dated, date
from .discourse import complete
from .frames import Teller, Told
from .items import ACTOR, MARK, TRIGGER, WORD, Item, items_of
from .lexicon import Lexicon, lexicon_of
from .lifetimes import within_lives
from .phrases import Phrase, phrases_of
from .roles import Casting, Parties, alike
from .scope import Scope, Stance
from .structure import Structure, structure_of

_NEEDS_RECIPIENT = frozenset({"AID", "SANCTION"})
_SAID_TO = frozenset({"REQUEST", "AGREE"})
_SUFFERS = frozenset({"recipient:obj", "recipient:of", "recipient:to", "recipient:against", "recipient:theme.of"})
_PRIVATE = frozenset({"citizen", "fishermen", "refugee"})
_STATES = frozenset({"COOPERATE", "SUPPORT", "AID", "SANCTION"})
_ANSWERED = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN"})
_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "RETREAT"})
_ARMED = frozenset({"troops", "missile", "drone", "warplane", "warship", "arms"})
_MEMORY = 3
_PEOPLE = frozenset({MentionedBy.OFFICE, MentionedBy.PERSON, MentionedBy.PRONOUN})
_RANK = {standing: rank for rank, standing in enumerate(Standing)}


def code(reading: Reading) -> tuple[Report, ...]:
    """Every report of an article, in order of its sentences.

    A language without frames gives no reports. Mentions and story times must point into the article's text; a sentence
    without an actor tells nothing that can be coded.
    """
    language = reading.article.language.split("-")[0].lower()
    if language not in load.languages():
        return ()
    coder = _Coder(reading, lexicon_of(language), structure_of(language), language)
    return coder.run()


class _Coder:
    def __init__(self, reading: Reading, lexicon: Lexicon, structure: Structure, language: str) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.lexicon = lexicon
        self.structure = structure
        self.language = language
        self.story = {told.sentence: told for told in reading.story}
        self.accuser: tuple[int, tuple[str, ...]] = (-9, ())
        self.talks: tuple[int, tuple[str, ...]] = (-9, ())
        self.war: tuple[int, tuple[str, ...], tuple[str, ...]] = (-9, (), ())

    def run(self) -> tuple[Report, ...]:
        found: list[Report] = []
        actors, times = self.reading.actors, self.reading.times
        actor_starts = [m.span.start for m in actors]
        time_starts = [m.span.start for m in times]
        for sentence in self.reading.sentences:
            start, end = sentence.span.start, sentence.span.end
            mine = actors[bisect_left(actor_starts, start) : bisect_left(actor_starts, end)]
            if not mine and sentence.index - self.war[0] > _MEMORY:
                continue
            when = times[bisect_left(time_starts, start) : bisect_left(time_starts, end)]
            found += self._sentence(sentence, mine, when)
        return complete(found, self.reading)

    def _sentence(
        self, sentence: Sentence, actors: Sequence[ActorMention], times: Sequence[TimeMention]
    ) -> list[Report]:
        tokens = words_of(self.text, sentence.span.start, sentence.span.end)
        items = items_of(self.text, tokens, actors, times, self.lexicon, self.structure)
        if not any(item.kind == TRIGGER for item in items) or any("game" in item.classes for item in items):
            return []
        if items[-1].lower == "?" and not any(item.quoted for item in items):
            return []  # what is only asked is not told
        phrases = phrases_of(items, self.structure)
        clauses = clauses_of(items, phrases, self.structure)
        teller = Teller(items, phrases, clauses, self.structure)
        casting = Casting(items, phrases, clauses, self.structure)
        scope = Scope(items, phrases, clauses)
        if sentence.index - self.war[0] <= _MEMORY:
            casting.remember(self.war[1], (*self.war[1], *self.war[2]))
        if any("sport" in item.classes for item in items):
            return []
        found: list[Report] = []
        cast: list[tuple[Told, Parties]] = []
        governed: dict[int, tuple[Told, Parties]] = {}
        for told in teller.tell():
            parties = casting.cast(told)
            if told.inner is not None and told.inner_standing:
                governed[id(told.inner)] = (told, parties)
            outer = governed.get(id(told))
            if outer is not None:
                self._fill_governed(told, parties, *outer)
            self._answer(sentence, told, parties, cast)
            self._same_talks(sentence, items, told, parties)
            self._addressed(told, parties, cast, casting)
            cast.append((told, parties))
            if told.without == ("inner",) and not parties.recipients and told.inner is not None:
                told.inner.actor, told.inner.clause = told.actor, told.clause
                told = told.inner
                parties = casting.cast(told)
            elif told.without and not alike(told.type) and not parties.recipients and self._aimed(items, told):
                told.without = ("keep",)
            elif told.without and told.without != ("keep",) and _alone(told, parties):
                told.type, told.mode = told.without[0], told.without[1] if len(told.without) > 1 else None
            if told.type == "NONE":
                continue
            if outer is not None and told.type == "AID":
                told.without = ("keep",)  # who is accused of helping need not have helped anyone named
            here = [p for p in phrases if "at" in p.classes and told.clause.start <= p.start < told.clause.end]
            told.place_of = tuple(here[0].codes) if here else None
            self._crowd(items, told, parties)
            told, parties = self._fitting(items, told, parties, casting)
            if not self._stands(items, told, parties):
                continue
            if told.operator in ("promise", "agree") and len(parties.actors) > 1:
                told.type, told.mode = "AGREE", None
            stance = scope.stance(told, parties.actors)
            if outer is not None:
                stance = self._claimed(outer[0], outer[1], stance)
            else:
                stance = self._held_against(items, told, stance, cast)
            for dated in date(told, items, clauses, self._story_of(sentence, items, clauses)):
                found.append(self._report(sentence, items, told, parties, stance, dated))
            if told.type == "ACCUSE" and stance.standing is Standing.ASSERTED:
                self.accuser = (sentence.index, tuple(parties.actors))
            if told.type == "ASSAULT" and parties.recipients and stance.standing is Standing.ASSERTED:
                self.war = (sentence.index, tuple(parties.actors), tuple(parties.recipients))
        return _distinct(found)

    def _story_of(self, sentence: Sentence, items: Sequence[Item], clauses: Sequence[Clause]) -> StoryTime | None:
        """The story's time here; a time that only a condition names is not it, the one before is."""
        now = self.story.get(sentence.index)
        if now is None or now.mention is None:
            return now
        for clause in clauses:
            if clause.marker != "condition" or clause.end == clause.start:
                continue
            if items[clause.start].start <= now.mention.start < items[clause.end - 1].end:
                return self.story.get(sentence.index - 1)
        return now

    # -- what the sentence alone does not say

    def _fill_governed(self, told: Told, parties: Parties, outer: Told, around: Parties) -> None:
        """An accused or denied deed without an actor of its own is the accused's (the denier's)."""
        if parties.actors and parties.actors != around.actors:
            return
        doers = around.recipient_phrases if outer.inner_standing == "alleged" else around.actor_phrases
        if not doers:
            return
        codes = [code for phrase in doers for code in phrase.codes]
        parties.actors = list(dict.fromkeys(codes))
        parties.actor_phrases = list(doers)
        parties.recipients = [code for code in parties.recipients if code not in parties.actors]

    def _answer(self, sentence: Sentence, told: Told, parties: Parties, cast: Sequence[tuple[Told, Parties]]) -> None:
        """A denial of "the accusation" answers whoever accused in the sentences just before."""
        if told.type == "REJECT" and not parties.recipients:
            for other, asked in cast:
                if other.type in _ANSWERED and set(parties.actors) & set(asked.recipients):
                    parties.recipients = [code for code in asked.actors if code not in parties.actors]
                    parties.rules.append("recipient:who-asked")
                    return
        if "accusation" in told.themes and told.type == "REJECT" and not parties.recipients:
            said, accuser = self.accuser
            if 0 <= sentence.index - said <= 3:
                parties.recipients = [code for code in accuser if code not in parties.actors]
                parties.rules.append("recipient:last-accuser")

    def _same_talks(self, sentence: Sentence, items: Sequence[Item], told: Told, parties: Parties) -> None:
        """ "Those talks" are those that somebody was just said to take part in."""
        if told.type != "CONSULT" or "talks" not in told.themes:
            return
        if "topic:" in told.name:
            said, others = self.talks
            after = min(told.words) + 1
            if 0 < sentence.index - said <= _MEMORY and "determiner" in items[after].classes:
                parties.actors = list(dict.fromkeys((*others, *parties.actors)))
                parties.rules.append("actor:same-talks")
        elif parties.actors:
            self.talks = (sentence.index, tuple(parties.actors))

    def _addressed(self, told: Told, parties: Parties, cast: Sequence[tuple[Told, Parties]], casting: Casting) -> None:
        """Who meets somebody and asks or promises something says it to them ("bertemu X dan mengusulkan ...")."""
        if told.type not in _SAID_TO or parties.recipients:
            return
        matrix = told.clause.parent
        if told.clause.marker == "purpose" and matrix is not None and matrix.verbs:
            for phrase in casting.phrases:
                if (
                    matrix.verbs[-1] < phrase.members[0] < matrix.end
                    and phrase.bare
                    and phrase is not told.clause.subject
                ):
                    parties.recipients = [code for code in phrase.codes if code not in parties.actors]
                    parties.recipient_phrases = [phrase]
                    parties.rules.append("recipient:matrix-object")
                    return
        if not told.clause.inherited:
            return
        for other, met in reversed(cast):
            if (
                other.type == "CONSULT"
                and other.clause.end <= told.clause.start
                and set(parties.actors) <= set(met.actors)
            ):
                others = [code for code in (*met.actors, *met.recipients) if code not in parties.actors]
                if any("+" in role for role in told.actor):
                    parties.actors = [*parties.actors, *others]
                else:
                    parties.recipients = others
                parties.rules.append("recipient:met")
                parties.sure *= 0.9
                return

    def _crowd(self, items: Sequence[Item], told: Told, parties: Parties) -> None:
        """A crowd that storms or burns protests; where it is nobody's, it is that of the place ("di Phnom Penh")."""
        if told.type not in ("ASSAULT", "PROTEST"):
            return
        start = told.clause.start
        ahead = [n for n in range(start, told.trigger) if "crowd" in items[n].classes or self._is_crowd(items[n])]
        if not ahead or told.voice not in ("active", "bare", "past"):
            return
        if not parties.actors and told.place_of is not None:
            parties.actors = [code for code in told.place_of if code not in parties.recipients] or list(told.place_of)
        if not parties.recipients and any("authority" in item.classes for item in items[told.trigger :]):
            parties.recipients = list(parties.actors)
        if told.type == "ASSAULT":
            told.type, told.mode = ("PROTEST", "riot") if parties.recipients else ("NONE", None)

    def _is_crowd(self, item: Item) -> bool:
        return item.kind == ACTOR and "crowd" in self.structure.marks.get(item.lower.split()[0], frozenset())

    def _aimed(self, items: Sequence[Item], told: Told) -> bool:
        """Whether something goes to a named place that no table knows ("ke Ashdod")."""
        for n in range(told.trigger + 1, told.clause.end - 1):
            after = items[n + 1]
            if "p:to" in items[n].classes and after.kind == WORD and after.capital:
                return after.lower not in self.structure.waters
            if "p:whom" in items[n].classes and (after.kind == WORD or after.noun):
                return True
        return False

    def _body(self, items: Sequence[Item], parties: Parties) -> bool:
        """Whether an international body acts, which meets by itself."""
        members = [items[n].actor for phrase in parties.actor_phrases for n in phrase.members]
        return any(m is not None and m.sector == "IGO" for m in members)

    def _private(self, items: Sequence[Item], parties: Parties) -> bool:
        """Whether those who act are a state's citizens and no more ("wisatawan dari Cina")."""
        heads = [items[n] for phrase in parties.actor_phrases for n in range(phrase.start, phrase.end)]
        return any(s.entry.code in _PRIVATE for item in heads for s in item.senses)

    def _military(self, items: Sequence[Item], parties: Parties) -> bool:
        """Whether those who act are soldiers or weapons."""
        for phrase in parties.actor_phrases:
            for n in range(phrase.start, phrase.end):
                actor = items[n].actor
                if (actor is not None and actor.sector == "MIL") or any(
                    s.entry.code in _ARMED for s in items[n].senses
                ):
                    return True
        return False

    def _personal(self, items: Sequence[Item], parties: Parties) -> bool:
        """Whether somebody who acts is a person, an office or a delegation rather than a state by its bare name."""
        if self._military(items, parties) or self._private(items, parties):
            return False
        for phrase in parties.actor_phrases:
            headed = phrase.start < phrase.members[0] or phrase.end > phrase.members[-1] + 1
            if headed or any(_is_person(items[member]) for member in phrase.members):
                return True
        return False

    def _fitting(self, items: Sequence[Item], told: Told, parties: Parties, casting: Casting) -> tuple[Told, Parties]:
        """The first reading of the same words that fits its parties."""
        if not self._stands(items, told, parties):
            for other in told.alternatives:
                cast = casting.cast(other)
                if self._stands(items, other, cast):
                    return other, cast
        return told, parties

    def _stands(self, items: Sequence[Item], told: Told, parties: Parties) -> bool:
        named = bool(_SUFFERS & set(parties.rules))
        named = named and (told.operator == "" or bool(told.themes))
        suffered = named and told.voice in ("passive", "deed") and told.type in _SUFFERED and bool(parties.recipients)
        if told.type == "NONE" or (not parties.actors and not suffered):
            return False
        if told.type != "PROTEST" and self._private(items, parties):
            return False  # private persons act for nobody
        if "person" in told.needs and not self._personal(items, parties):
            return False
        if "military" in told.needs and not self._military(items, parties):
            return False
        if "parties" in told.needs and len(parties.actors) + len(parties.recipients) < 2:
            return False
        if told.voice == "noun" and told.type in _STATES and not told.clause.verbs and told.clause.marker == "main":
            return False  # "kolaborasi X dan Y semakin erat" tells how things stand
        if told.without == ("keep",):
            return True
        if told.mode == "third-party" and parties.actors:
            return True
        if told.mode == "multilateral" and told.type == "CONSULT" and self._body(items, parties):
            return True
        if told.type in _NEEDS_RECIPIENT or "recipient" in told.needs:
            pair = any("+" in role for role in told.actor) or (told.type == "SANCTION" and "relations" in told.themes)
            equals = pair and len(parties.actors) > 1
            return equals or bool(parties.recipients)
        if told.type in ("COOPERATE", "CONSULT"):
            return len(parties.actors) + len(parties.recipients) > 1
        return True

    def _held_against(
        self, items: Sequence[Item], told: Told, stance: Stance, cast: Sequence[tuple[Told, Parties]]
    ) -> Stance:
        """What an accusation gives as its cause ("protes karena X menanam ranjau") is the accuser's claim."""
        opener = told.clause.opener
        if stance.standing is not Standing.ASSERTED or opener < 0 or "cause" not in items[opener].classes:
            return stance
        for other, around in cast:
            if other.type == "ACCUSE" and other.clause is told.clause.parent and other.clause.end == told.clause.start:
                if {"retrospect", "after"} & items[opener].classes:
                    return stance
                return replace(stance, standing=Standing.ALLEGED, speaker=tuple(around.actors))
        return stance

    def _claimed(self, outer: Told, around: Parties, stance: Stance) -> Stance:
        standing = Standing(outer.inner_standing)
        if standing is Standing.ASSERTED:
            return stance
        if standing is Standing.ALLEGED:
            return replace(
                stance, standing=standing, speaker=tuple(around.actors), speaker_phrases=tuple(around.actor_phrases)
            )
        return replace(stance, standing=standing, speaker=tuple(around.actors))

    # -- the record

    def _report(
        self,
        sentence: Sentence,
        items: Sequence[Item],
        told: Told,
        parties: Parties,
        stance: Stance,
        dated: Dated,
    ) -> Report:
        actors, recipients = list(parties.actors), list(parties.recipients)
        if alike(told.type) and told.type != "AGREE":
            actors, recipients = actors + recipients, []
        dated = within_lives(dated, (*actors, *recipients))
        place, place_part = self._place(items, told)
        parts = [
            *(Part(role="trigger", span=Span(start=items[n].start, end=items[n].end)) for n in sorted(set(told.words))),
            *self._party_parts("actor", items, parties.actor_phrases),
            *self._party_parts("recipient", items, parties.recipient_phrases),
            *self._party_parts("speaker", items, stance.speaker_phrases),
            *(Part(role=role, span=Span(start=items[n].start, end=items[n].end)) for role, n in stance.parts),
            *place_part,
        ]
        if dated.at >= 0 and dated.when is not None:
            item = items[dated.at]
            parts.append(Part(role="time", span=Span(start=item.start, end=item.end), fills=(dated.when.edtf,)))
        persons = [p for phrase in (*parties.actor_phrases, *parties.recipient_phrases) for p in phrase.persons]
        sure = 0.95 * parties.sure
        sure *= {"clause": 1.0, "sentence": 0.97, "paragraph": 0.97, "none": 0.85}.get(dated.by, 0.93)
        if not recipients and len(actors) == 1:
            sure *= 0.85
        report = Report(
            id="",
            article=sentence.article,
            sentence=sentence.index,
            span=sentence.span,
            type=told.type,
            mode=told.mode,
            contexts=tuple(sorted(told.contexts)),
            actors=tuple(actors),
            recipients=tuple(recipients),
            when=dated.when,
            when_by=dated.by,
            standing=stance.standing,
            parts=tuple(dict.fromkeys(parts)),
            rule=f"{self.language}:{told.name} {' '.join(parties.rules)}",
            persons=tuple(dict.fromkeys(persons)),
            place=place,
            speaker=stance.speaker,
            background=stance.background,
            figures=self._figures(items, told),
            themes=tuple(sorted(told.themes)),
            others=tuple(told.lost),
            confidence=round(sure, 3),
        )
        return replace(report, id=_identify(report))

    def _party_parts(self, role: str, items: Sequence[Item], phrases: Sequence[Phrase]) -> list[Part]:
        found = []
        for phrase in phrases:
            for member in phrase.members:
                actor = items[member].actor
                if actor is not None and actor.actors:
                    found.append(Part(role=role, span=actor.span, fills=actor.actors))
        return found

    def _place(self, items: Sequence[Item], told: Told) -> tuple[str | None, list[Part]]:
        """The first place named behind the trigger in its clause."""
        for n in range(told.trigger + 1, told.clause.end - 1):
            if "p:at" in items[n].classes and items[n].kind == MARK:
                last = n + 1
                while last < told.clause.end and (
                    items[last].kind == ACTOR or (items[last].kind == WORD and not items[last].verb)
                ):
                    last += 1
                named = [m for m in range(n + 1, last) if items[m].capital]
                if named:
                    span = Span(start=items[named[0]].start, end=items[named[-1]].end)
                    return span.cut(self.text), [Part(role="place", span=span)]
        return None, []

    def _figures(self, items: Sequence[Item], told: Told) -> tuple[str, ...]:
        if told.clause.end <= told.clause.start:
            return ()
        start, end = items[told.clause.start].start, items[told.clause.end - 1].end
        return tuple(dict.fromkeys(m.group().strip() for m in self.structure.figures.finditer(self.text, start, end)))


def _alone(told: Told, parties: Parties) -> bool:
    return not parties.recipients and (len(parties.actors) < 2 or not alike(told.type))


def _is_person(item: Item) -> bool:
    return (
        item.actor is not None
        and item.actor.sector != "MIL"
        and (item.actor.person is not None or item.actor.by in _PEOPLE)
    )


def _distinct(reports: list[Report]) -> list[Report]:
    """One report per type, parties and date: the one that says most; a meeting within a larger one is that one."""
    kept: list[Report] = []
    for report in sorted(
        reports, key=lambda r: (_RANK[r.standing], -len(r.actors) - len(r.recipients), r.background, -r.confidence)
    ):
        if not any(_same(report, other) for other in kept):
            kept.append(report)
    return sorted(kept, key=lambda r: (min((p.span.start for p in r.parts), default=0), r.id))


def _same(report: Report, other: Report) -> bool:
    if report.type != other.type or report.when != other.when:
        return False
    if alike(report.type):
        return {*report.actors, *report.recipients} <= {*other.actors, *other.recipients}
    return set(report.actors) <= set(other.actors) and set(report.recipients) <= set(other.recipients)


def _identify(report: Report) -> str:
    when = report.when.edtf if report.when else ""
    content = "|".join(
        (
            report.article,
            str(report.sentence),
            report.type,
            report.mode or "",
            " ".join(report.actors),
            " ".join(report.recipients),
            when,
            report.standing,
            " ".join(f"{p.role}:{p.span.start}-{p.span.end}" for p in report.parts),
        )
    )
    return "r-" + hashlib.sha256(content.encode()).hexdigest()[:12]
