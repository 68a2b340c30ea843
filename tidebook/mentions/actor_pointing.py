"""Reads a draft that points back ("keduanya", "the president", "pemimpinnya") into a mention."""

from __future__ import annotations

import re
from typing import Any

from ..records.mentions import ActorMention, MentionedBy
from . import offices
from .actor_naming import Scene, name_person, record
from .actor_phrases import Draft
from .actor_trail import Answer
from .anaphora import answer

_NEXT_WORD = re.compile(r"\s*(\w+)")


def point_back(
    scene: Scene, draft: Draft, following: list[Draft], entry: dict[str, Any], opens: bool
) -> ActorMention | None:
    """What an anaphor (`entry` of ``anaphora.yaml``) means here; None where the words around it say it means nothing.

    `opens` says that it stands at the head of a clause.
    """
    if not _means_it(scene, draft, entry):
        return None
    among = [code for code in entry.get("among", ()) if scene.named[code]]
    if len(among) == 1:
        return record(draft, (among[0],), "anaphor:only-such", sector="JUD" if entry["refers"] == "body" else "GOV")
    if entry["refers"] == "body":
        return None
    if entry["refers"] == "leader":
        return _leader(scene, draft, following)
    if entry["refers"] == "office":
        found = _holder(scene, entry["offices"])
    elif _between(scene, draft, entry):
        found = answer({"refers": "pair"}, scene.trail, scene.sentence)
    else:
        apart = entry["refers"] == "pair" and _addressed(scene, draft)
        found = answer(entry, scene.trail, scene.sentence, _ahead(scene, draft, following, entry), opens, apart)
    if found is None or not (found.actors or found.candidates):
        return None
    kind = "pronoun" if draft.by is MentionedBy.PRONOUN else "anaphor"
    rule = f"{kind}:{found.by if found.actors else 'undecided'}"
    sector = found.sector or ("GOV" if found.person is None else offices.sector_of(found.person, scene.when))
    return record(draft, found.actors, rule, found.person, sector, found.candidates)


def _means_it(scene: Scene, draft: Draft, entry: dict[str, Any]) -> bool:
    after = _NEXT_WORD.match(scene.neighbours.text, draft.end, draft.end + 24)
    word = after.group(1).lower() if after else ""
    if word in entry.get("unless_before", ()) or word not in entry.get("needs_next", (word,)):
        return False
    return draft.before.lower() in entry.get("after", (draft.before.lower(),))


def _between(scene: Scene, draft: Draft, entry: dict[str, Any]) -> bool:
    """Whether a noun that takes two ("hubungan mereka") stands before the anaphor."""
    words: list[str] = entry.get("between", [])
    before = scene.neighbours.text[max(0, draft.start - 30) : draft.start] if words else ""
    return any(word in words for word in before.lower().split())


def _addressed(scene: Scene, draft: Draft) -> bool:
    """Whether somebody else speaks to the pair ("Cina mendesak kedua negara")."""
    before = scene.neighbours.text[max(0, draft.start - 30) : draft.start].lower().split()[-2:]
    return " ".join(before) in scene.apart_after or (before[-1:] != [] and before[-1] in scene.apart_after)


def _ahead(scene: Scene, draft: Draft, following: list[Draft], entry: dict[str, Any]) -> tuple[ActorMention, ...]:
    """The person right after the first comma, for "after his country's test, Kim ..."."""
    comma = scene.neighbours.text.find(",", draft.end)
    if entry["refers"] != "possessor" or comma < 0 or scene.trail.of(scene.sentence):
        return ()
    after = next((later for later in following if later.start > comma and later.person is not None), None)
    if after is None or after.start - comma > 3:
        return ()
    mention = name_person(scene, after, [])
    return (mention,) if mention is not None else ()


def _holder(scene: Scene, wanted: list[str]) -> Answer | None:
    """The last person named who holds one of these offices then ("the president" after "Donald Trump")."""
    for trace in reversed(scene.trail.traces[-12:]):
        person = trace.mention.person
        if person and any(offices.holds(person, office, scene.when) for office in wanted):
            return Answer(trace.mention.actors, person, by="last-holder")
    return None


def _leader(scene: Scene, draft: Draft, following: list[Draft]) -> ActorMention | None:
    """ "its leader": nothing of its own beside a name ("pemimpinnya, Kim Jong Un"), else whoever leads the state then."""
    if following and following[0].person:
        gap = scene.neighbours.text[draft.end : following[0].start].strip()
        if gap in ("", ","):
            return None
    found = answer({"refers": "state"}, scene.trail, scene.sentence)
    if found is None:
        return None
    if not found.actors:
        return record(draft, (), "anaphor:undecided", sector="GOV", candidates=found.candidates)
    person = offices.holder(found.actors[0], "leader", scene.when)
    return record(draft, found.actors, "anaphor:leader", person, "GOV")
