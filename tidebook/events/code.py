"""Mentions to reports: what each sentence of an article claims, coded in PLOVER."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from ..grammar.tokens import words_of
from ..knowledge import load
from ..records.articles import Sentence
from ..records.events import Lost, Report, Standing
from ..records.mentions import ActorMention, TimeMention
from ..records.readings import Reading, StoryTime
from ..records.spans import Span
from .clause import Clause
from .clauses import clauses_of
from .compose import TYPES
from .confidence import with_confidence
from .dating import date
from .discourse import complete
from .fitting import Fitting, alone
from .frames import Teller
from .item import TRIGGER, Item
from .items import items_of
from .lexicon import Lexicon, lexicon_of
from .measured import answers_later, said_after
from .memory import Memory
from .oneact import doubles, lend
from .phrases import phrases_of
from .record import Recorder, beside, distinct
from .roles import Casting, Parties
from .scope import Scope, Stance
from .shared import Sharing, from_then
from .structure import Structure, structure_of
from .told import Told, alike
from .whose_date import Dated, after, later_in, not_ahead, of_another

LEANS = frozenset({"PROTEST", "ACCUSE"})
"""Types whose noun may say whom they are against ("anti-American riots")."""


def _leaned_on(actors: Sequence[ActorMention], trigger: Item) -> tuple[str, ...]:
    """Whom the word right before a noun is against."""
    for mention in actors:
        if mention.rule == "prefix:anti" and 0 <= trigger.start - mention.span.end < 2:
            return mention.candidates
    return ()


NOTHING_TOLD = "its words tell nothing by themselves"


def code(reading: Reading) -> tuple[Report, ...]:
    """Every report of an article, in order of its sentences.

    A language without frames gives no reports. Mentions and story times must point into the article's text; a sentence
    without an actor tells nothing that can be coded.
    """
    return with_confidence(told(reading), reading, reading.article.language.split("-")[0].lower())


def told(reading: Reading) -> tuple[Report, ...]:
    """The reports as the rules alone hold them, before their confidence is weighed."""
    return _run(reading)[0]


def explained(reading: Reading) -> tuple[tuple[Report, ...], tuple[Lost, ...]]:
    """The reports of `code`, and every reading that became none, in order of the sentences."""
    reports, lost = _run(reading)
    language = reading.article.language.split("-")[0].lower()
    return with_confidence(reports, reading, language), tuple(sorted(lost, key=lambda one: (one.sentence, one.span)))


def _run(reading: Reading) -> tuple[tuple[Report, ...], list[Lost]]:
    language = reading.article.language.split("-")[0].lower()
    if language not in load.languages("structure.yaml"):
        return (), []
    coder = _Coder(reading, lexicon_of(language), structure_of(language), language)
    return coder.run(), coder.lost


class _Coder:
    def __init__(self, reading: Reading, lexicon: Lexicon, structure: Structure, language: str) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.lexicon = lexicon
        self.structure = structure
        self.story = {told.sentence: told for told in reading.story}
        self.memory = Memory()
        self.lost: list[Lost] = []
        self.sharing = Sharing(reading, structure)
        self.wanting: set[str] = set()  # reports that only the story can give a recipient
        self.recorder = Recorder(reading.article.text, structure, language)

    def run(self) -> tuple[Report, ...]:
        found: list[Report] = []
        actors, times = self.reading.actors, self.reading.times
        actor_starts = [m.span.start for m in actors]
        time_starts = [m.span.start for m in times]
        for sentence in self.reading.sentences:
            start, end = sentence.span.start, sentence.span.end
            mine = actors[bisect_left(actor_starts, start) : bisect_left(actor_starts, end)]
            when = times[bisect_left(time_starts, start) : bisect_left(time_starts, end)]
            if not mine and not self.memory.at_war(sentence.index) and not (when and self.sharing.known):
                continue
            found += self._sentence(sentence, mine, when)
        done = complete(found, self.reading, self.wanting)
        if len(done) < len(found):
            self._left_by_the_story(found, {report.id for report in done})
        return beside(done, self.lost)

    def _sentence(
        self, sentence: Sentence, actors: Sequence[ActorMention], times: Sequence[TimeMention]
    ) -> list[Report]:
        tokens = words_of(self.text, sentence.span.start, sentence.span.end)
        items = items_of(self.text, tokens, actors, times, self.lexicon, self.structure)
        if not any(item.kind == TRIGGER for item in items):
            return []
        if any("game" in item.classes for item in items):
            return self._lose(sentence, items, None, "it is about a game")
        if items[-1].lower == "?" and not any(item.quoted for item in items):
            return self._lose(sentence, items, None, "what is only asked is not told")
        phrases = phrases_of(items, self.structure)
        clauses = clauses_of(items, phrases, self.structure)
        teller = Teller(items, phrases, clauses, self.structure)
        casting = Casting(items, phrases, clauses, self.structure)
        scope = Scope(items, phrases, clauses)
        fitting = Fitting(items, self.structure)
        memory = self.memory
        if memory.at_war(sentence.index):
            casting.remember(memory.war[1], (*memory.war[1], *memory.war[2]))
        found: list[Report] = []
        cast: list[tuple[Told, Parties]] = []
        governed: dict[int, tuple[Told, Parties]] = {}
        tolds = teller.tell()
        again = doubles(tolds, items)
        spare = {id(other) for other in again.values()}
        for told in tolds:
            if id(told) in spare:
                continue
            parties = casting.cast(told)
            if id(told) in again:
                lend(told, parties, again[id(told)], casting.cast(again[id(told)]))
            if told.inner is not None and told.inner_standing:
                governed[id(told.inner)] = (told, parties)
            outer = governed.get(id(told)) or memory.goes_on(told, governed.values())
            if outer is not None:
                memory.fill_governed(told, parties, *outer)
            memory.caused(items, told, parties, cast)
            memory.answer(sentence, told, parties, cast)
            memory.same_talks(sentence, items, told, parties)
            memory.addressed(told, parties, cast, casting)
            if told.type == "SAME" and not memory.same(told, parties, cast):
                self._lose(sentence, items, told, "nothing was told before that is done again")
                continue
            cast.append((told, parties))
            if told.without == ("inner",) and not parties.recipients and told.inner is not None:
                inner, ordered = told.inner, casting.cast(told.inner)
                if not ordered.actors or set(ordered.actors) != set(parties.actors):
                    inner.actor, inner.clause, inner.voice = told.actor, told.clause, told.voice
                    ordered = casting.cast(inner)
                told, parties = inner, ordered
            elif told.without and not alike(told.type) and not parties.recipients and fitting.aimed(told):
                told.without = ("keep",)
            elif told.without and told.without != ("keep",) and alone(told, parties):
                told.type, told.mode = told.without[0], told.without[1] if len(told.without) > 1 else None
            if memory.by_means(told, parties, cast):
                continue
            if told.type in ("NONE", "inner") or (outer is not None and memory.of_nobody(parties, *outer)):
                self._lose(
                    sentence, items, told, "nobody is named who is said to have done it" if outer else NOTHING_TOLD
                )
                continue
            if outer is not None and told.type == "AID":
                told.without = ("keep",)  # who is accused of helping need not have helped anyone named
            joined = [told.clause, *(c for c in clauses if c.marker == "coordination" and c.sibling is told.clause)]
            here = [p for p in phrases if {"at", "in"} & p.classes and any(c.start <= p.start < c.end for c in joined)]
            here.sort(
                key=lambda p: bool(p.codes) and set(p.codes) <= set(parties.recipients)
            )  # elsewhere before at theirs
            if told.type == "PROTEST" and not here:  # "marched through Caracas"
                here = [p for p in phrases if "through" in p.classes and told.clause.start <= p.start < told.clause.end]
            if (told.type, told.voice) == ("PROTEST", "noun") and not here:  # "riots shook Jakarta"
                here = [p for p in phrases if p.bare and told.trigger < p.start < told.clause.end]
            told.place_of = tuple(here[0].codes) if here else None
            if told.type in LEANS and not parties.recipients:
                parties.recipients = [
                    code for code in _leaned_on(actors, items[told.trigger]) if code not in parties.actors
                ]
            self.sharing.give(told, parties, items)
            fitting.authorities(told, parties)
            fitting.crowd(told, parties)
            fitting.at_home_of(told, parties)
            fitting.awarded(told, parties)
            fitting.into_waters(told, parties)
            chosen, parties = fitting.fit(told, parties, casting)
            if chosen is not told and outer is not None:
                memory.fill_governed(chosen, parties, *outer)
            told = chosen
            stands = fitting.stands(told, parties)
            if not stands and not fitting.wanting(told, parties):
                self._lose(sentence, items, told, fitting.why_not(told, parties))
                continue
            truce = told.type == "CONCEDE" and told.mode == "ceasefire"  # what both sides announce they agreed
            if (told.operator in ("promise", "agree") or truce) and len(parties.actors) > 1:
                told.type, told.mode = "AGREE", None
            stance = scope.stance(told, parties.actors)
            if outer is not None:
                stance = memory.claimed(outer[0], outer[1], stance)
            else:
                stance = memory.held_against(items, told, stance, cast)
            story = self._story_of(sentence, told, items, clauses)
            for dated in date(told, items, clauses, story):
                if stance.standing is Standing.ASSERTED:
                    dated = not_ahead(dated, items, self.reading.article.published)
                dated = self._words_later(dated, told, items, clauses, story)
                stands_at = self._ahead(stance, dated)
                found.append(self.recorder.report(sentence, items, told, parties, stands_at, dated))
                self.wanting |= set() if stands else {found[-1].id}
            if stance.standing is Standing.ASSERTED:
                memory.keep(sentence.index, told, parties)
                if memory.war[0] == sentence.index:
                    casting.remember(memory.war[1], (*memory.war[1], *memory.war[2]))
        return distinct(found) + self._shared(sentence, items, clauses, casting, scope, {r.type for r in found})

    def _shared(
        self,
        sentence: Sentence,
        items: Sequence[Item],
        clauses: Sequence[Clause],
        casting: Casting,
        scope: Scope,
        told_of: set[str],
    ) -> list[Report]:
        """What a sentence that tells of nobody's deeds says of a treaty, a meeting or a ceasefire of the two."""
        told = self.sharing.happened(items, clauses) if self.sharing.known else None
        if told is None or told.type in told_of or told_of - {"CONSULT"}:
            return []
        parties = casting.cast(told)
        self.sharing.give(told, parties, items)
        if len(parties.actors) < 2:
            return []
        stance, story = scope.stance(told, parties.actors), self._story_of(sentence, told, items, clauses)
        dates = [dated for dated in date(told, items, clauses, story) if dated.when is not None]
        dates = [from_then(dated) for dated in dates or later_in(items, told.trigger)]
        return [self.recorder.report(sentence, items, told, parties, self._ahead(stance, d), d) for d in dates]

    def _lose(self, sentence: Sentence, items: Sequence[Item], told: Told | None, why: str) -> list[Report]:
        """Notes why a sentence, or what was told in it, becomes no report; gives none."""
        if told is None:
            self.lost.append(Lost(sentence=sentence.index, span=sentence.span, name="", type="", why=why))
        else:
            at = items[told.trigger]
            span = Span(start=at.start, end=at.end)
            type = told.type if told.type in TYPES else ""
            self.lost.append(Lost(sentence=sentence.index, span=span, name=told.name, type=type, why=why))
        return []

    def _left_by_the_story(self, found: Sequence[Report], done: Collection[str]) -> None:
        for report in found:
            if report.id not in done:
                span = min(part.span for part in report.parts if part.role == "trigger")
                want = report.id in self.wanting
                why = "nobody is named to whom it is done" if want else "it is what somebody only warned of"
                name = report.rule.partition(":")[2].partition(" actor:")[0].partition(" recipient:")[0]
                self.lost.append(Lost(sentence=report.sentence, span=span, name=name, type=report.type, why=why))

    def _words_later(
        self, dated: Dated, told: Told, items: Sequence[Item], clauses: Sequence[Clause], story: StoryTime | None
    ) -> Dated:
        """An accusation or a denial came after the deed that alone its sentence dates."""
        at = dated.at
        if at < 0 and dated.by == "sentence" and story is not None and story.mention is not None:
            at = next((n for n, item in enumerate(items) if item.start == story.mention.start), -1)
        if dated.when is None or at < 0 or not answers_later(told, clauses, at):
            return dated
        return replace(dated, when=said_after(dated.when, self.reading.article.published))

    def _ahead(self, stance: Stance, dated: Dated) -> Stance:
        """What is dated after the day of printing, without more, is still to happen ("berlaku mulai 4 Juli")."""
        printed = self.reading.article.published
        if stance.standing is not Standing.ASSERTED or printed is None or printed.end is None or dated.when is None:
            return stance
        later = dated.when.start is not None and dated.when.start >= printed.end and dated.by in ("clause", "sentence")
        return replace(stance, standing=Standing.PLANNED) if later else stance

    def _story_of(
        self, sentence: Sentence, told: Told, items: Sequence[Item], clauses: Sequence[Clause]
    ) -> StoryTime | None:
        """The story's time here; a time that only a condition names, or what came later, is not it, the one before is."""
        now = self.story.get(sentence.index)
        if now is None or now.mention is None:
            return now
        for clause in clauses:
            here = clause.end > clause.start and items[clause.start].start <= now.mention.start
            within = here and now.mention.start < items[clause.end - 1].end
            ahead = clause.opener >= 0 and "ahead" in items[clause.opener].classes and clause is not told.clause
            if (clause.marker == "condition" or ahead) and within:
                return self.story.get(sentence.index - 1)
            for n in range(clause.start, clause.end):
                if items[n].start == now.mention.start and of_another(items, clause, n, told.trigger):
                    return after(now, self.story.get(sentence.index - 1))
        return now
