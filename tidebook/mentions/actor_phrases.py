"""Puts the parts of a sentence together: "Menteri Pertahanan Rusia Sergei Shoigu" is one draft of a mention, not three."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..knowledge import who
from ..knowledge.actor_words import ANAPHOR, BODY, CAPITAL, CIVIL, GROUP, INSTITUTION, OFFICE, PERSON, PLACE, STATE
from ..records.mentions import MentionedBy
from .actor_atoms import Atom
from .actor_shapes import Shapes, nameless

_NAMED = frozenset({STATE, CAPITAL, BODY, GROUP, PLACE})
_ALONE = frozenset({STATE, CAPITAL, BODY, GROUP, PERSON, ANAPHOR, PLACE})
_OWNERS = frozenset({STATE, CAPITAL, BODY, GROUP})
_BY = {
    STATE: MentionedBy.NAME,
    CAPITAL: MentionedBy.CAPITAL,
    BODY: MentionedBy.BODY,
    GROUP: MentionedBy.BODY,
    PERSON: MentionedBy.PERSON,
    PLACE: MentionedBy.WEAK_NAME,
}


@dataclass(slots=True)
class Draft:
    """A mention whose words are known and whose actor may still depend on the article.

    Attributes:
        start, end: code points of the text.
        rule: shape of the phrase, or kind of the single word.
        head: the atom that names state or body; person: the one that names a known person; name: words of an unknown one.
        office: the key of ``offices.yaml`` for the office named, or None; sector: PLOVER sector that the words give.
        before: the word before the phrase, lower case.
        title: whether an office or honorific stands before the person.
    """

    start: int
    end: int
    rule: str
    by: MentionedBy
    head: Atom | None = None
    person: Atom | None = None
    name: str | None = None
    office: str | None = None
    sector: str | None = None
    before: str = ""
    anaphor: str | None = None
    title: bool = False


def draft_mentions(
    text: str, atoms: Sequence[Atom], start: int, end: int, shapes: Shapes, names: bool = True
) -> list[Draft]:
    """The drafts of one sentence (`start`, `end`), in order; words that only seem to name an actor are left out.

    `names` allows unknown names of people; in a headline every word may have a capital, and none is a name by that.
    """
    letters, owners = _spell(text, atoms, start, end, shapes if names else nameless(shapes))
    drafts: list[Draft] = []
    at = 0
    for found in shapes.phrase.finditer(letters):
        _singles(text, owners[at : found.start()], start, shapes, drafts)
        parts = [atom for atom in owners[found.start() : found.end()] if atom is not None]
        rule = shapes.rules[int((found.lastgroup or "r0")[1:])]
        if _elsewhere(text, parts, found.group(), start, shapes):
            _singles(text, parts, start, shapes, drafts)
            at = found.end()
            continue
        drafts.append(_phrase(text, parts, found.group(), rule, start, shapes))
        at = found.end()
    _singles(text, owners[at:], start, shapes, drafts)
    return drafts


def _elsewhere(text: str, parts: Sequence[Atom], letters: str, start: int, shapes: Shapes) -> bool:
    """Whether the state behind a preposition is not whose the people before it are ("its troops from", "an embassy in")."""
    if letters[0] not in "OI" or len(parts) < 2 or not set(letters) & {"o", "w", "u"}:
        return False
    lead = text[max(start, parts[0].start - 32) : parts[0].start].lower().split()[-3:]  # "its last 5,000 troops from"
    if any(word in shapes.owners for word in lead):
        return True
    link = text[parts[0].end : parts[1].start].split()
    away = text[parts[0].start : parts[0].end].lower().split()[-1] in shapes.abroad
    if "u" in letters:
        if _posted(text, parts[0], shapes):
            return False  # an ambassador is whose he is wherever he is sent; experts "to Saudi Arabia" are not its own
        owned = bool(set(letters.split("u", 1)[0]) & _OWNERS)
        return away or (not owned and " ".join(link).lower() in shapes.sent)
    return away and bool(link) and link[0] in shapes.within


def _posted(text: str, office: Atom, shapes: Shapes) -> bool:
    """Whether somebody is sent to a state that is not his own ("the envoy to Pyongyang")."""
    return bool({office.senses[0].refers, text[office.start : office.end].lower().split()[-1]} & shapes.posted)


def _spell(text: str, atoms: Sequence[Atom], start: int, end: int, shapes: Shapes) -> tuple[str, list[Atom | None]]:
    """One letter for each atom and for each link between two; a dot where other words stand between them."""
    letters: list[str] = []
    owners: list[Atom | None] = []
    at = start
    titled = False  # whether an unknown name may follow here
    for number, atom in enumerate(atoms):
        if atom.start < at:  # swallowed by an unknown name
            continue
        if atom.letter == PERSON and titled:
            atom = _longer_name(text, atom, atoms[number + 1].start if number + 1 < len(atoms) else end, shapes)
        gap = text[at : atom.start]
        if gap != " " or number == 0:
            if titled and len(gap) > 3:
                name = _name_at(text, at, atom.start, shapes)
                if name is not None:
                    letters.append("N")
                    owners.append(name)
                    gap = text[name.end : atom.start]
            if len(gap) > 6 and gap.endswith(", ") and atom.letter in "OQSBGC":
                early = shapes.name_before.search(gap)
                if early is not None:
                    letters.append(".N")
                    shift = atom.start - len(gap)
                    owners += [None, Atom(shift + early.start(1), shift + early.end(1), "N", ())]
                    gap = ", "
            letter = _link(gap, shapes) if number else "."
            if letter:
                letters.append(letter)
                owners.append(None)
        letters.append(atom.letter)
        owners.append(atom)
        at = atom.end
        titled = atom.letter in "OQt" or (titled and atom.letter in _NAMED) or atom.letter in _NAMED
    if titled:
        name = _name_at(text, at, end, shapes)
        if name is not None:
            letters.append("N")
            owners.append(name)
    spelled = "".join(letters)
    return spelled, owners


def _longer_name(text: str, atom: Atom, end: int, shapes: Shapes) -> Atom:
    """An unknown person who only shares a surname with known ones ("Duta Besar Tiongkok Huang Xilian")."""
    if atom.senses[0].kind != "short" or not atom.senses[0].weak:
        return atom
    found = shapes.name.match(text, atom.start, end)
    if found is None or found.end() <= atom.end:
        return atom
    return Atom(atom.start, found.end(), "N", ())


def _link(gap: str, shapes: Shapes) -> str:
    words = gap.strip().lower()
    if not words:
        return "" if gap else "-"
    letter = shapes.links.get(words)
    if letter is not None:
        return letter
    if len(words) < 30 and words[0].isalpha() and words.rsplit(" ", 1)[-1] in shapes.within and words.count(" ") < 3:
        return "w"
    return "."


def _name_at(text: str, at: int, end: int, shapes: Shapes) -> Atom | None:
    if text[at : at + 1] != " ":
        return None
    found = shapes.name.match(text, at + 1, end)
    return None if found is None else Atom(found.start(), found.end(), "N", ())


def _phrase(text: str, parts: list[Atom], letters: str, rule: str, start: int, shapes: Shapes) -> Draft:
    leading = letters.split("u", 1)[0].split("l", 1)[0] if "u" in letters or "l" in letters else letters
    count = sum(1 for letter in leading if letter in "SCBGLPNOIQt")
    heads = [atom for atom in parts[: max(count, 1)] if atom.letter in _NAMED]
    offices = [atom for atom in parts if atom.letter == OFFICE]
    institutions = [atom for atom in parts if atom.letter in (INSTITUTION, CIVIL)]
    person = next((atom for atom in reversed(parts) if atom.letter == PERSON), None)
    unknown = next((atom for atom in reversed(parts) if atom.letter == "N"), None)
    if not heads and not (offices and _posted(text, offices[0], shapes) and "u" in letters):
        heads = [atom for atom in parts if atom.letter in _NAMED]
    acting = institutions[-1] if institutions else offices[-1] if offices else None
    sector = acting.senses[0].sector if acting is not None else None
    group = next((atom for atom in heads if atom.letter == GROUP and atom.senses[0].code), None)
    if group is not None:  # "Iran's Revolutionary Guards": the group acts, whoever owns it
        heads.insert(0, group)
    if heads and heads[0].letter in (BODY, GROUP) and (sector in (None, "GOV", "IGO")):
        sector = heads[0].senses[0].sector or sector
    if unknown is not None and offices and who.offices()[offices[-1].senses[0].refers].get("many"):
        parts, unknown = [atom for atom in parts if atom is not unknown], None
    by = MentionedBy.OFFICE if offices else MentionedBy.BODY
    if (person is not None or unknown is not None) and (offices or not institutions):
        by = MentionedBy.PERSON
    first = parts[0].start
    return Draft(
        start=first,
        end=parts[-1].end,
        rule=rule,
        by=by,
        head=heads[0] if heads else None,
        person=person,
        name=text[unknown.start : unknown.end] if unknown is not None and person is None else None,
        office=offices[-1].senses[0].refers if offices and not institutions else None,
        sector=sector or None,
        before=_word_before(text, first, start),
        title=bool(offices or institutions),
    )


def _singles(text: str, owners: Sequence[Atom | None], start: int, shapes: Shapes, drafts: list[Draft]) -> None:
    for atom in owners:
        if atom is None or not atom.senses:
            continue
        sense = atom.senses[-1] if atom.letter in (OFFICE, INSTITUTION) else atom.senses[0]
        if sense.letter not in _ALONE:
            continue
        before = _word_before(text, atom.start, start)
        by, anaphor = _BY.get(sense.letter, MentionedBy.ANAPHOR), None
        if sense.letter == ANAPHOR:
            anaphor = sense.refers
            by = MentionedBy.PRONOUN if sense.kind in ("person", "many", "thing") else MentionedBy.ANAPHOR
        elif sense.kind in ("adjective", "people"):
            by = MentionedBy.ADJECTIVE if sense.kind == "adjective" else MentionedBy.NAME
        elif sense.weak and atom.letter == STATE:
            by = MentionedBy.WEAK_NAME
        drafts.append(
            Draft(
                start=atom.start,
                end=atom.end,
                rule=sense.kind,
                by=by,
                head=atom if atom.letter in _NAMED else None,
                person=atom if atom.letter == PERSON else None,
                sector=sense.sector or None,
                before=before,
                anaphor=anaphor,
                title=before in shapes.honorifics,
            )
        )


_LAST_WORD = re.compile(r"([\w.’'&]+)([\s\-(“\"‘]*)$")


def _word_before(text: str, at: int, start: int) -> str:
    """The word before `at` in the sentence as written; with a hyphen at its end where that joins the two; "" at its start."""
    found = _LAST_WORD.search(text, max(start, at - 24), at)
    if found is None:
        return ""
    return f"{found.group(1)}-" if found.group(2) == "-" else found.group(1)
