"""A sentence as a row of items: actors, times, triggers, small words, other words, marks of punctuation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category

from ..grammar.tokens import Token
from ..records.mentions import ActorMention, MentionedBy, TimeMention
from .homographs import settle
from .item import ACTOR, MARK, NOUNS, STOP, TIME, TRIGGER, VERBS, WORD, Item
from .lexicon import Lexicon, Match, Sense
from .structure import NOTHING, PLAIN, Structure

_UNREADABLE, _OF_TIME = "0", "00"
_NEVER = (1 << 62, 1 << 62)  # where no mention begins or ends
_QUOTES = frozenset('"“”„‟«»')
_ADVERB = frozenset({"adverb"})
_INNER = frozenset("()[]‘’'%$€£¥#*/+=&<>°")
_BEFORE_BASE = frozenset({"infinitive", "future", "possible"})
_Shape = tuple[bool, bool, bool, frozenset[str]]
"""Whether a word is like a verb, like an adverb, a verb's base form; the classes of the agent noun that it inflects."""
_PARTED = re.compile(r"\d[.,]\d")


def items_of(
    text: str,
    tokens: Sequence[Token],
    actors: Sequence[ActorMention],
    times: Sequence[TimeMention],
    lexicon: Lexicon,
    structure: Structure,
) -> list[Item]:
    """The items of one sentence, in order."""
    if tokens and _PARTED.search(text, tokens[0].start, tokens[-1].end):
        tokens = _whole_numbers(tokens)
    found: list[Item] = []
    used: set[int] = set()
    acting = [
        m for m in actors if not m.rule.startswith("prefix:")
    ]  # "anti-American" leans on an actor, and names none
    mentions: list[tuple[int, int, ActorMention | TimeMention]] = sorted(
        [(m.span.start, m.span.end, m) for m in acting] + [(m.span.start, m.span.end, m) for m in times],
        key=lambda m: (m[0], -m[1]),
    )
    words = [token.lower for token in tokens]
    open_words = _without(tokens, words, mentions)
    at, next_mention, quoted, count = 0, 0, False, len(tokens)
    begins, ends = mentions[0][:2] if mentions else _NEVER
    while at < count:
        token = tokens[at]
        while ends <= token.start:
            next_mention += 1
            begins, ends = mentions[next_mention][:2] if next_mention < len(mentions) else _NEVER
        if begins < token.end:
            start, end, mention = mentions[next_mention]
            last = at
            while last + 1 < count and tokens[last + 1].start < end:
                last += 1
            if isinstance(mention, ActorMention):
                item = _actor_item(text, mention, tokens[last].end, quoted, structure)
                item.senses = _within(words, at, last, lexicon, structure)
                found.append(item)
            else:
                found.append(Item(TIME, start, end, text[start:end].lower(), time=mention, quoted=quoted))
            next_mention += 1
            while next_mention < len(mentions) and mentions[next_mention][0] < tokens[last].end:
                other = mentions[next_mention][2]  # "Cina-Vietnam" is one word with two actors
                if isinstance(other, ActorMention) and mentions[next_mention][0] >= end:
                    found.append(_actor_item(text, other, tokens[last].end, quoted, structure))
                next_mention += 1
            begins, ends = mentions[next_mention][:2] if next_mention < len(mentions) else _NEVER
            at = last + 1
            continue
        if at in used:
            at += 1
            continue
        char = token.text[0]
        if not char.isalnum() and char != "_" and category(char) != "Sc":
            if char == "." and at + 1 < count and tokens[at + 1].text[0].isalnum():
                pass  # of an abbreviation: sentences have been told apart before
            elif char in _QUOTES:
                quoted = not quoted if char in '"' else char in "“„«"
                found.append(Item(STOP, token.start, token.end, '"', quoted=quoted))
            elif char not in _INNER:
                found.append(Item(STOP, token.start, token.end, token.lower, quoted=quoted))
            at += 1
            continue
        lower = open_words[at]
        shape = _unknown(lower, lexicon, structure)
        if shape is None:
            at += _word_item(tokens, open_words, at, found, used, quoted, lexicon, structure)
        else:
            found.append(_shaped(token, lower, shape, at, found, quoted))
            at += 1
    settle(found, structure)
    return found


def _without(tokens: Sequence[Token], words: Sequence[str], mentions: Sequence[tuple[int, int, object]]) -> list[str]:
    """The words with those of mentions made unreadable: a gap may step over a mention, no entry may take a word of it."""
    found = list(words)
    at, count = 0, len(tokens)
    for start, end, mention in mentions:
        while at < count and tokens[at].end <= start:
            at += 1
        while at < count and tokens[at].start < end:
            found[at] = _OF_TIME if isinstance(mention, TimeMention) else _UNREADABLE
            at += 1
    return found


def _whole_numbers(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with "300,000" as one: its comma parts nothing."""
    found: list[Token] = []
    for token in tokens:
        mark = found[-1] if found else None
        if (
            token.text.isdigit()
            and len(found) > 1
            and mark is not None
            and mark.text in ",."
            and mark.end == token.start
        ):
            number = found[-2]
            if number.text[-1].isdigit() and number.end == mark.start:
                whole = f"{number.text}{mark.text}{token.text}"
                found[-2:] = [Token(whole, whole, number.start, token.end)]
                continue
        found.append(token)
    return found


def _actor_item(text: str, mention: ActorMention, end: int, quoted: bool, structure: Structure) -> Item:
    span = mention.span
    tail = text[span.end : max(end, span.end + 2)]
    owned = structure.possessive is not None and structure.possessive.match(tail) is not None
    return Item(
        ACTOR,
        span.start,
        span.end,
        span.cut(text).lower(),
        capital=True,
        actor=mention,
        quoted=quoted,
        possessive=owned or mention.by is MentionedBy.ADJECTIVE,
    )


def _within(words: Sequence[str], at: int, last: int, lexicon: Lexicon, structure: Structure) -> tuple[Sense, ...]:
    """Themes that head the words of an actor ("pasukan Rusia", "Russian troops", "pasukannya")."""
    match = lexicon.match(words, at if structure.head_first else last)
    if match is None or (len(match.used) > last - at and not match.clitic):
        return ()
    return tuple(s for s in match.senses if s.entry.kind == "theme")


def _word_item(
    tokens: Sequence[Token],
    words: Sequence[str],
    at: int,
    found: list[Item],
    used: set[int],
    quoted: bool,
    lexicon: Lexicon,
    structure: Structure,
) -> int:
    """Adds the item that begins at a token; gives how many tokens it covers from there on."""
    token, lower = tokens[at], words[at]
    size, classes = structure.mark(words, at)
    match = lexicon.match(words, at, tokens)
    if match is not None and len(match.used) > 1:
        if not structure.head_first:
            match = _noun_before_preposition(words, match, found, lexicon, structure)
            match = _verb_before_preposition(words, match, found, lexicon, structure)
        if len(match.used) > 1:
            match = _short_of_time(words, match, lexicon, structure)
    if match is not None and len(match.used) >= size:
        gapless = 1
        while gapless < len(match.used) and match.used[gapless] == at + gapless:
            gapless += 1
        used.update(match.used[gapless:])
        last = tokens[match.used[gapless - 1]]
        found.append(
            Item(
                TRIGGER,
                token.start,
                last.end,
                lower,
                capital=token.text[0].isupper(),
                classes=classes if size == len(match.used) else NOTHING,
                senses=match.senses,
                clitic=match.clitic,
                quoted=quoted,
                reach=tokens[match.used[-1]].end,
            )
        )
        return gapless
    if size:
        last = tokens[at + size - 1]
        kind = WORD if classes <= PLAIN else MARK
        joined = " ".join(words[at : at + size])
        found.append(Item(kind, token.start, last.end, joined, token.text[0].isupper(), classes, quoted=quoted))
        return size
    found.append(_shaped(token, lower, _shape(lower, structure), at, found, quoted))
    return 1


def _shaped(token: Token, lower: str, shape: _Shape, at: int, found: Sequence[Item], quoted: bool) -> Item:
    """The item of a word that no table knows, by its shape."""
    capital = token.text[0].isupper()
    verb, adverb, base, classes = shape
    verb = verb and not (capital and at > 0)
    if base:
        verb = bool(found) and not _BEFORE_BASE.isdisjoint(found[-1].classes)
    if verb:
        return Item(WORD, token.start, token.end, lower, capital, verb=True, quoted=quoted)
    if adverb or (found and "adverbial" in found[-1].classes):
        return Item(MARK, token.start, token.end, lower, capital, _ADVERB, quoted=quoted)
    return Item(WORD, token.start, token.end, lower, capital, classes, quoted=quoted)


@lru_cache(maxsize=1 << 16)
def _unknown(lower: str, lexicon: Lexicon, structure: Structure) -> _Shape | None:
    """The shape of a word that no table knows; None where one may know it, alone or with the words behind it."""
    return None if structure.begins(lower) or lexicon.begins(lower) else _shape(lower, structure)


@lru_cache(maxsize=1 << 16)
def _shape(lower: str, structure: Structure) -> _Shape:
    """Whether a word that no table knows looks like a verb, like an adverb, and the classes of the agent noun that it inflects."""
    known = structure.verb_shape is None or any(
        lower.removesuffix(clitic) in structure.not_verbs for clitic in ("", *structure.clitics)
    )
    verb = not known and structure.verb_shape is not None and structure.verb_shape.fullmatch(lower) is not None
    adverb = structure.adverb_shape is not None and structure.adverb_shape.search(lower) is not None
    for clitic in structure.clitics:
        base = lower.removesuffix(clitic)
        if base != lower and base in structure.agents:
            return verb, adverb, lower in structure.base_verbs, structure.marks.get(base, NOTHING)
    return verb, adverb, lower in structure.base_verbs, NOTHING


def _noun_before_preposition(
    words: Sequence[str], match: Match, found: list[Item], lexicon: Lexicon, structure: Structure
) -> Match:
    """A verb with its preposition gives way to a noun of the same form where no verb can stand ("their talks with Iran")."""
    before = found[-1] if found else None
    owned = before is not None and before.possessive
    last = structure.marks.get(words[match.used[-1]], NOTHING)
    if not all(s.voice in VERBS for s in match.senses) or not (
        owned or (len(match.used) == 2 and any(c.startswith("p:") for c in last))
    ):
        return match
    single = lexicon.word(words, match.head)
    if single is None or not any(s.voice in NOUNS for s in single.senses):
        return match
    if before is None or before.kind == STOP or before.possessive:
        return single
    if before.kind == MARK:
        finite = before.lower in structure.verb_after
        allowed = finite or bool(
            before.classes & {"adverb", "negation", "future", "possible", "relative", "infinitive", "have"}
        )
        return match if allowed else single
    if before.kind == TIME:  # "said on Monday talks with Iran": what stands before the time tells
        n = len(found) - 1
        while n > 0 and (found[n].kind == TIME or any(c.startswith("p:") for c in found[n].classes)):
            n -= 1
        return single if found[n].verb else match
    return match if before.kind == ACTOR or before.verb or "agent" in before.classes else single


def _verb_before_preposition(
    words: Sequence[str], match: Match, found: list[Item], lexicon: Lexicon, structure: Structure
) -> Match:
    """The verb alone where a passive goes on with what its preposition governs ("troops were withdrawn from Germany")."""
    last = match.used[-1]
    if len(match.used) < 2 or last + 1 >= len(words) or match.head != match.used[0]:
        return match
    n = len(found) - 1
    while n >= 0 and found[n].kind == MARK and found[n].classes & {"adverb", "negation"}:
        n -= 1
    passive = n >= 0 and "be" in found[n].classes and all(s.voice == "past" for s in match.senses)
    governs = any(c.startswith("p:") for c in structure.marks.get(words[last], NOTHING))
    named = words[last + 1] == _UNREADABLE or "determiner" in structure.marks.get(words[last + 1], NOTHING)
    if not passive or not governs or not named:
        return match
    return lexicon.word(words, match.head) or match


def _short_of_time(words: Sequence[str], match: Match, lexicon: Lexicon, structure: Structure) -> Match:
    """The shorter reading of "declared war on Sunday", whose last word only says when."""
    last = match.used[-1]
    if last + 1 >= len(words) or words[last + 1] != _OF_TIME:
        return match
    if any(c.startswith("p:") for c in structure.marks.get(words[last], NOTHING)):
        return lexicon.match(words[:last], match.used[0]) or match
    return match
