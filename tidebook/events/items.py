"""A sentence as a row of items: actors, times, triggers, small words, other words, marks of punctuation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from unicodedata import category

from ..grammar.tokens import Token
from ..records.mentions import ActorMention, MentionedBy, TimeMention
from .homographs import settle
from .item import ACTOR, MARK, NOUNS, STOP, TIME, TRIGGER, VERBS, WORD, Item
from .lexicon import Lexicon, Match, Sense
from .structure import NOTHING, PLAIN, Structure

_UNREADABLE, _OF_TIME = "0", "00"
_QUOTES = frozenset('"“”„‟«»')
_INNER = frozenset("()[]‘’'%$€£¥#*/+=&<>°")


def items_of(
    text: str,
    tokens: Sequence[Token],
    actors: Sequence[ActorMention],
    times: Sequence[TimeMention],
    lexicon: Lexicon,
    structure: Structure,
) -> list[Item]:
    """The items of one sentence, in order."""
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
    open_tokens = _without(tokens, mentions)
    at, next_mention, quoted = 0, 0, False
    while at < len(tokens):
        token = tokens[at]
        while next_mention < len(mentions) and mentions[next_mention][1] <= token.start:
            next_mention += 1
        if next_mention < len(mentions) and mentions[next_mention][0] < token.end:
            start, end, mention = mentions[next_mention]
            last = at
            while last + 1 < len(tokens) and tokens[last + 1].start < end:
                last += 1
            if isinstance(mention, ActorMention):
                item = _actor_item(text, mention, tokens[last].end, quoted, structure)
                item.senses = _within(tokens, at, last, lexicon, structure)
                found.append(item)
            else:
                words = text[start:end].lower()
                found.append(Item(TIME, start, end, words, time=mention, quoted=quoted))
            next_mention += 1
            while next_mention < len(mentions) and mentions[next_mention][0] < tokens[last].end:
                other = mentions[next_mention][2]  # "Cina-Vietnam" is one word with two actors
                if isinstance(other, ActorMention) and mentions[next_mention][0] >= end:
                    found.append(_actor_item(text, other, tokens[last].end, quoted, structure))
                next_mention += 1
            at = last + 1
            continue
        if at in used:
            at += 1
            continue
        char = token.text[0]
        if not char.isalnum() and char != "_" and category(char) != "Sc":
            if char == "." and at + 1 < len(tokens) and tokens[at + 1].text[0].isalnum():
                pass  # of an abbreviation: sentences have been told apart before
            elif char in _QUOTES:
                quoted = not quoted if char in '"' else char in "“„«"
                found.append(Item(STOP, token.start, token.end, '"', quoted=quoted))
            elif char not in _INNER:
                found.append(Item(STOP, token.start, token.end, token.lower, quoted=quoted))
            at += 1
            continue
        at += _word_item(open_tokens, at, found, used, quoted, lexicon, structure)
    settle(found, structure)
    return found


def _without(tokens: Sequence[Token], mentions: Sequence[tuple[int, int, object]]) -> list[Token]:
    """The tokens with those of mentions made unreadable: a gap may step over a mention, no entry may take a word of it."""
    found = list(tokens)
    at = 0
    for start, end, mention in mentions:
        while at < len(found) and found[at].end <= start:
            at += 1
        while at < len(found) and found[at].start < end:
            found[at] = replace(found[at], lower=_OF_TIME if isinstance(mention, TimeMention) else _UNREADABLE)
            at += 1
    return found


def _whole_numbers(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with "300,000" as one: its comma parts nothing."""
    if not any(token.text in ",." for token in tokens):
        return tokens
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


def _within(tokens: Sequence[Token], at: int, last: int, lexicon: Lexicon, structure: Structure) -> tuple[Sense, ...]:
    """Themes that head the words of an actor ("pasukan Rusia", "Russian troops", "pasukannya")."""
    match = lexicon.match(tokens, at if structure.head_first else last)
    if match is None or (len(match.used) > last - at and not match.clitic):
        return ()
    return tuple(s for s in match.senses if s.entry.kind == "theme")


def _word_item(
    tokens: Sequence[Token],
    at: int,
    found: list[Item],
    used: set[int],
    quoted: bool,
    lexicon: Lexicon,
    structure: Structure,
) -> int:
    """Adds the item that begins at a token; gives how many tokens it covers from there on."""
    size, classes = structure.mark(tokens, at)
    match = lexicon.match(tokens, at)
    if match is not None and len(match.used) > 1 and not structure.head_first:
        match = _noun_before_preposition(tokens, match, found, lexicon, structure)
    if match is not None and len(match.used) > 1:
        match = _short_of_time(tokens, match, lexicon, structure)
    if match is not None and len(match.used) > 1 and structure.head_first:
        match = _short_of_actor(tokens, match, lexicon, structure)
    token = tokens[at]
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
                token.lower,
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
        words = " ".join(t.lower for t in tokens[at : at + size])
        kind = WORD if classes <= PLAIN else MARK
        found.append(Item(kind, token.start, last.end, words, token.text[0].isupper(), classes, quoted=quoted))
        return size
    lower = token.lower
    verb = False
    if structure.verb_shape is not None and lower not in structure.not_verbs:
        verb = structure.verb_shape.fullmatch(lower) is not None and not (token.text[0].isupper() and at > 0)
    kind, classes = WORD, NOTHING
    if not verb:
        if (structure.adverb_shape is not None and structure.adverb_shape.search(lower)) or (
            found and "adverbial" in found[-1].classes
        ):
            kind, classes = MARK, frozenset({"adverb"})
        else:
            for clitic in structure.clitics:
                base = lower.removesuffix(clitic)
                if base != lower and base in structure.agents:
                    classes = structure.marks.get(base, NOTHING)
                    break
    found.append(Item(kind, token.start, token.end, lower, token.text[0].isupper(), classes, verb=verb, quoted=quoted))
    return 1


def _noun_before_preposition(
    tokens: Sequence[Token], match: Match, found: list[Item], lexicon: Lexicon, structure: Structure
) -> Match:
    """A verb with its preposition gives way to a noun of the same form where no verb can stand ("their talks with Iran")."""
    before = found[-1] if found else None
    owned = before is not None and before.possessive
    last = structure.marks.get(tokens[match.used[-1]].lower, NOTHING)
    if not all(s.voice in VERBS for s in match.senses) or not (
        owned or (len(match.used) == 2 and any(c.startswith("p:") for c in last))
    ):
        return match
    single = lexicon.word(tokens, match.head)
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


def _short_of_time(tokens: Sequence[Token], match: Match, lexicon: Lexicon, structure: Structure) -> Match:
    """The shorter reading of "declared war on Sunday", whose last word only says when."""
    last = match.used[-1]
    if last + 1 >= len(tokens) or tokens[last + 1].lower != _OF_TIME:
        return match
    if any(c.startswith("p:") for c in structure.marks.get(tokens[last].lower, NOTHING)):
        return lexicon.match(tokens[:last], match.used[0]) or match
    return match


def _short_of_actor(tokens: Sequence[Token], match: Match, lexicon: Lexicon, structure: Structure) -> Match:
    """The shorter reading of "latihan bersama Jepang", whose last word governs the actor behind it."""
    last = match.used[-1]
    if last + 1 >= len(tokens) or tokens[last + 1].lower:
        return match
    if any(c.startswith("p:") for c in structure.marks.get(tokens[last].lower, NOTHING)):
        return lexicon.match(tokens[:last], match.used[0]) or match
    return match
