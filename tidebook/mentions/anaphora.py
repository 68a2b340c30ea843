"""What pronouns and words like "kedua negara" or "the two leaders" point back to, where the text decides it."""

from __future__ import annotations

from functools import cache
from typing import Any

from ..knowledge import who
from ..knowledge.load import of_language
from ..records.mentions import ActorMention
from .actor_trail import Answer, Trace, Trail

_LOOK_BACK = 3  # sentences
_UNDER_IT = frozenset(
    {"LEG", "PTY", "OPP", "CVL", "NGO", "JUD", "LAB", "BUS"}
)  # sectors that speak to their own government


@cache
def anaphors_of(language: str) -> dict[str, Any]:
    """The anaphors of a language by name; empty where it has none."""
    found: dict[str, Any] = of_language(language, "anaphora.yaml")
    return found


def answer(
    entry: dict[str, Any],
    trail: Trail,
    sentence: int,
    ahead: tuple[ActorMention, ...] = (),
    opens: bool = True,
    apart: bool = False,
) -> Answer | None:
    """What an anaphor of this kind points to, seen from where the trail ends; None where nothing could be meant.

    `opens` says that the anaphor opens a clause. `ahead` holds the mentions after the first comma of the sentence, for "after his country's test, Kim ...".
    """
    kind = entry["refers"]
    if kind == "person":
        return _person(trail, sentence, entry.get("sex", ""))
    if kind == "possessor":
        return _possessor(trail, sentence, ahead)
    if kind == "named":
        return Answer(tuple(entry["names"]), by="named")
    if kind == "pair":
        count = entry.get("count", 2)
        without = _subjects(trail, sentence) if apart and count == 2 else frozenset[str]()
        return _pair(trail, sentence, entry.get("of", "any"), count, without)
    if kind == "many":
        return _many(trail, sentence)
    if kind == "subject":
        before = trail.of(sentence)
        return Answer(before[-1].mention.actors, by="last-named") if before else _leading(trail, sentence, things=False)
    if kind == "group":
        return _group(trail)
    if kind == "government":
        return _government(trail, sentence, opens)
    if kind == "state":
        return _state(trail, sentence, opens)
    return _leading(trail, sentence, things=kind == "thing")


def _person(trail: Trail, sentence: int, sex: str) -> Answer | None:
    for back in range(_LOOK_BACK):
        people = [t for t in trail.of(sentence - back) if t.mention.person and _may_be(t.mention.person, sex)]
        if not people:
            continue
        leading = [t for t in people if t.subject]
        chosen = leading or people
        persons = list(dict.fromkeys(t.mention.person for t in chosen))
        if len(persons) == 1:
            return Answer(chosen[0].mention.actors, persons[0], by="last-subject" if leading else "only-person")
        return Answer(candidates=_codes(chosen))
    return None


def _may_be(person: str, sex: str) -> bool:
    return not sex or who.sex(person) in ("", sex)


def _possessor(trail: Trail, sentence: int, ahead: tuple[ActorMention, ...]) -> Answer | None:
    before = trail.of(sentence)
    if not before and ahead and ahead[0].person and ahead[0].actors:
        return Answer(ahead[0].actors, by="following-subject")
    found = _person(trail, sentence, "")
    if found is not None:
        return Answer(found.actors, None, found.candidates, found.by)
    return _leading(trail, sentence, things=False)


def _leading(trail: Trail, sentence: int, things: bool) -> Answer | None:
    for back in range(_LOOK_BACK - 1):
        traces = [t for t in trail.of(sentence - back) if t.mention.actors and not (things and t.mention.person)]
        leading = [t for t in traces if t.subject] or traces
        codes = _codes(leading)
        if len(codes) == 1:
            sectors = {t.mention.sector for t in leading}
            return Answer(codes, by="last-subject", sector=sectors.pop() if len(sectors) == 1 else None)
        if codes:
            return Answer(candidates=codes)
    return None


def _subjects(trail: Trail, sentence: int) -> frozenset[str]:
    return frozenset(_codes([t for t in trail.of(sentence) if t.subject]))


def _pair(trail: Trail, sentence: int, of: str, count: int, without: frozenset[str]) -> Answer | None:
    """The two (`count`) who were told last; `without` are those who speak to them and are neither."""
    seen: list[Trace] = []
    for back in range(_LOOK_BACK + 1):
        seen = [t for t in trail.of(sentence - back) if _may_pair(t, of, without)] + seen
        both = next((t for t in reversed(seen) if len(t.mention.actors) == count), None)
        if both is not None:
            return Answer(both.mention.actors, by="last-pair")
        traces = _acting(seen)
        traces = _states(traces) if of == "state" else traces
        codes = _codes(traces)
        if len(codes) == count and back and count == 2 and _outsider(codes, trail, sentence):
            return Answer(trail.focus, by="focus")
        if len(codes) == count == len(trail.focus) and not set(codes) & set(trail.focus) and not _joined(traces, count):
            return Answer(trail.focus, by="focus")  # two bystanders named one after the other are no pair
        if len(codes) == count:
            return Answer(codes, by="last-two" if count == 2 else "last-named")
        if len(codes) > count:
            pair = _joined(traces, count) or trail.focus
            if len(pair) == count and set(pair) <= set(codes):
                return Answer(pair, by="last-joined" if pair != trail.focus else "focus")
            return Answer(candidates=codes)
    return Answer(trail.focus, by="focus") if count == 2 and trail.focus and not without & set(trail.focus) else None


def _may_pair(trace: Trace, of: str, without: frozenset[str]) -> bool:
    """Whether a mention may be one of a pair of states (not a court), of people, or of any; never who speaks to the pair."""
    mention = trace.mention
    if not mention.actors or set(mention.actors) & without:
        return False
    if of == "state":
        return any(code in who.states() for code in mention.actors)
    return of != "person" or mention.person is not None


def _outsider(codes: tuple[str, ...], trail: Trail, sentence: int) -> bool:
    """Whether one of the two only speaks of those that the article is about ("Presiden AS mengumumkan bahwa kedua negara ...")."""
    here = set(_codes(trail.of(sentence)))
    return (
        bool(trail.focus) and len(here) == 1 and not here & set(trail.focus) and len(set(codes) & set(trail.focus)) == 1
    )


def _joined(traces: list[Trace], count: int) -> tuple[str, ...]:
    groups: list[list[Trace]] = []
    for trace in traces:
        if trace.together and groups:
            groups[-1].append(trace)
        else:
            groups.append([trace])
    pairs = [_codes(group) for group in groups if len(_codes(group)) == count]
    return pairs[-1] if len(set(pairs)) == 1 else ()


def _many(trail: Trail, sentence: int) -> Answer | None:
    for back in range(_LOOK_BACK - 1):
        traces = _acting([t for t in trail.of(sentence - back) if t.mention.actors])
        if not traces:
            continue
        plural = [t for t in traces if len(t.mention.actors) > 1]
        leading = [t for t in traces if t.subject]
        group = plural[-1].mention.actors if plural else _codes(leading)
        codes = _codes(traces)
        last = traces.index(plural[-1] if plural else leading[-1]) if plural or leading else -1
        others = set(_codes(traces[last + 1 :])) - set(group) if back == 0 else set()
        if len(group) > 1 and not others:
            return Answer(group, by="last-plural" if plural else "last-subjects")
        if len(codes) == 1 and back == 0 and leading and not leading[0].mention.rule.endswith("+place"):
            return Answer(codes, by="last-subject")
        if back and trail.focus and set(trail.focus) == set(codes):
            return Answer(trail.focus, by="focus")
        return Answer(candidates=codes)
    return None


def _group(trail: Trail) -> Answer | None:
    for trace in reversed(trail.traces[-10:]):
        if trace.mention.sector == "REB" and trace.mention.actors:
            return Answer(trace.mention.actors, by="last-group", sector="REB")
    return None


def _state(trail: Trail, sentence: int, opens: bool) -> Answer | None:
    """The one state that "that country" may mean: where it opens a clause its subject, elsewhere some other one."""
    here = _states(trail.of(sentence))
    if opens and len(_codes(here)) == 1:
        return Answer(_codes(here), by="only-state")
    subjects = set(_codes([t for t in here if t.subject]))
    if not opens and len(subjects) == 1 and all(t.mention.sector == "LEG" for t in here if t.subject):
        return Answer(tuple(subjects), by="own-state")  # a parliament speaks to its own government
    others = tuple(code for code in _codes(here) if opens or code not in subjects)
    if len(others) == 1:
        return Answer(others, by="other-state")
    if others:
        return Answer(candidates=_codes(here))
    for back in range(1, _LOOK_BACK - 1):
        codes = _codes(_states(trail.of(sentence - back)))
        if len(codes) == 1:
            return Answer(codes, by="only-state")
        if codes:
            left = tuple(code for code in codes if code not in subjects)
            return Answer(left, by="other-state") if subjects and len(left) == 1 else Answer(candidates=codes)
    return Answer(candidates=_codes(here)) if here else None


def _government(trail: Trail, sentence: int, opens: bool) -> Answer | None:
    """Whose government: that of a parliament or party that speaks to it, that of the article's own place if in view, else as a state."""
    here = _states(trail.of(sentence))
    own = _codes([t for t in here if t.subject and t.mention.sector in _UNDER_IT])
    if len(own) == 1:
        return Answer(own, by="own-state")
    if not here and trail.home and trail.home in _codes(trail.traces[-10:]):
        return Answer((trail.home,), by="home")
    return _state(trail, sentence, opens)


def _states(traces: list[Trace]) -> list[Trace]:
    return [t for t in traces if t.mention.actors and all(code in who.states() for code in t.mention.actors)]


def _acting(traces: list[Trace]) -> list[Trace]:
    """Without those that only name a place, unless that leaves fewer than two actors."""
    acting = [t for t in traces if not t.mention.rule.endswith("+place")]
    return acting if len(_codes(acting)) > 1 else traces


def _codes(traces: list[Trace]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for t in traces for code in t.mention.actors))
