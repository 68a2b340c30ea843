"""Reads a draft that names a state, a body or a person into a mention."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..knowledge import who
from ..knowledge.actor_words import GROUP
from ..records.mentions import ActorMention
from ..records.spans import Span
from ..records.times import Interval
from . import offices
from .actor_atoms import Atom
from .actor_neighbours import Neighbours
from .actor_people import People
from .actor_phrases import Draft
from .actor_states import states_meant
from .actor_trail import Trail

_JOINED = len(" and ")


@dataclass(slots=True)
class Scene:
    """What an article has said and where its reading stands.

    Attributes:
        neighbours: the words around its drafts. trail: what was read so far. people: whom it names.
        support: how often it names an actor without doubt. named: the same, but for towns, which are where and not who.
        sentence: index of the sentence being read. when: the time its words are told in; dated: whether the text itself says so.
        apart_after: words before a pair to whom somebody else speaks.
    """

    neighbours: Neighbours
    trail: Trail = field(default_factory=Trail)
    people: People = field(default_factory=People)
    support: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    sentence: int = 0
    when: Interval | None = None
    dated: bool = False
    apart_after: frozenset[str] = frozenset()

    def bearing(self, head: Atom) -> Counter[str]:
        """What bears out a name: how often the article names its actors; where it never does, those often named beside them."""
        codes = {sense.code for sense in head.senses}
        if not head.senses[0].weak or any(self.support[code] for code in codes):
            return self.support
        beside = self.neighbours.shapes.beside
        return Counter({code: sum(self.support[near] for near in beside.get(code, ())) for code in codes})


def record(
    draft: Draft,
    actors: tuple[str, ...],
    rule: str,
    person: str | None = None,
    sector: str | None = None,
    candidates: tuple[str, ...] = (),
) -> ActorMention:
    """The mention of a draft; candidates only where `actors` is empty."""
    return ActorMention(
        span=Span(start=draft.start, end=draft.end),
        actors=actors,
        by=draft.by,
        rule=rule,
        person=person,
        sector=sector or draft.sector,
        candidates=() if actors else candidates,
    )


def name_actor(scene: Scene, draft: Draft, following: list[Draft]) -> ActorMention | None:
    """The mention of a draft with words of its own; None where they name no actor after all."""
    leaning = scene.neighbours.leaning(draft)
    if leaning and draft.head is not None:
        return record(draft, (), f"prefix:{leaning}", candidates=_codes(scene, draft))  # leaned on, and no party itself
    if scene.neighbours.no_actor(draft):
        return None
    if draft.person is not None:
        return name_person(scene, draft, following)
    if draft.name is not None:
        return _stranger(scene, draft, following)
    return None if draft.head is None else _state(scene, draft, following)


def _state(scene: Scene, draft: Draft, following: list[Draft]) -> ActorMention | None:
    assert draft.head is not None
    sense = draft.head.senses[0]
    if sense.lone and not _supported(scene, draft, following):
        return None
    codes = _codes(scene, draft)
    rule = draft.rule + scene.neighbours.standing(draft)
    if len(codes) != 1:
        return record(draft, (), rule, candidates=codes)
    person = None
    if draft.office and (draft.head.letter != GROUP or codes[0] not in who.states()):
        person = offices.holder(codes[0], draft.office, scene.when)  # who leads a parliament does not lead the state
    if draft.office and draft.before.lower() in scene.neighbours.shapes.becoming:
        return record(draft, codes, f"{rule}+role")  # "menjadi pemimpin Rusia" names an office, and nobody in it
    return record(draft, codes, rule, person=person)


def _codes(scene: Scene, draft: Draft) -> tuple[str, ...]:
    if draft.head is None:
        return ()
    codes = states_meant(draft.head, scene.when, scene.bearing(draft.head), scene.trail, scene.dated)
    return tuple(code for code in codes if code)


def _supported(scene: Scene, draft: Draft, following: list[Draft]) -> bool:
    """Whether the article bears out a weak name."""
    assert draft.head is not None
    if not scene.neighbours.alone(draft, following):
        return False
    sense = draft.head.senses[0]
    if not sense.weak or sense.kind == "bloc" or draft.office:
        return True
    beside = following[0] if following else None
    if beside is not None and beside.head is not None and beside.rule == "name" and beside.start - draft.end <= _JOINED:
        return True  # "Georgia, Moldova and Ukraine"
    bearing = scene.bearing(draft.head)
    named = any(bearing[sense.code] for sense in draft.head.senses)
    return named or scene.neighbours.standing(draft) == "+place"


def _foreign(scene: Scene, draft: Draft, following: list[Draft]) -> bool:
    named_to = scene.trail.traces[-1].mention.span.end if scene.trail.traces else -1
    return scene.neighbours.stranger(draft, scene.sentence, following, named_to)


def _stranger(scene: Scene, draft: Draft, following: list[Draft]) -> ActorMention | None:
    """A person whom no table knows: he acts for the state named beside him, and later too when only his name stands there."""
    assert draft.name is not None
    known = scene.people.named(draft.name)
    if known is None and draft.head is None:
        return None
    if draft.rule == "learned" and _foreign(scene, draft, following):
        return None
    codes = _codes(scene, draft)
    name, code = known or (draft.name, "")
    actors = codes if len(codes) == 1 else ((code,) if code else ())
    return record(draft, actors, draft.rule, person=name, candidates=codes)


def name_person(scene: Scene, draft: Draft, following: list[Draft]) -> ActorMention | None:
    """A person of the tables, by full name or surname; what an office beside the name says goes first."""
    assert draft.person is not None
    senses, when = draft.person.senses, scene.when
    bare = senses[0].kind == "short" or " " not in senses[0].words
    if bare and not draft.title and _foreign(scene, draft, following):
        if all(sense.weak for sense in senses):
            scene.people.strangers.add(senses[0].words)
        return None
    if draft.head is None and draft.before.lower() in scene.neighbours.shapes.place_nouns:
        return None
    codes = _codes(scene, draft)
    if draft.head is not None and len({sense.code for sense in draft.head.senses}) > 1:
        acting = offices.code_of(senses[0].refers, when)
        codes = (acting,) if acting in {sense.code for sense in draft.head.senses} else codes
    titled = draft.title or draft.head is not None
    found = scene.people.meant(senses, when, codes, scene.support, titled, draft.office)
    if found is None:
        if draft.head is None:
            return None
        return record(draft, codes if len(codes) == 1 else (), draft.rule, candidates=codes)
    person, readings = found
    word = bare and not draft.title and scene.neighbours.may_be_word(draft, scene.sentence)
    if word and person is not None and not (scene.people.full[person] or scene.people.supported(person, scene.support)):
        return None
    if person is None and not codes:
        codes = tuple(dict.fromkeys(code for one in readings if (code := offices.code_of(one, when))))
        return record(draft, codes if len(codes) == 1 else (), draft.rule, candidates=codes)
    if person is not None and len(codes) != 1:
        acting = offices.code_of(person, when)
        codes = (acting,) if acting else codes
    rule = {"full": "person", "short": "person:surname"}.get(draft.rule, draft.rule)
    sector = draft.sector or (offices.sector_of(person, when) if person else None)
    return record(draft, codes if len(codes) == 1 else (), rule, person=person, sector=sector, candidates=codes)
