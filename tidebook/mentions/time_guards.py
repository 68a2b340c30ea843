"""What must stand around words before they may be a time: no number inside a longer number, no name, no count of things."""

from __future__ import annotations

from ..grammar.match import Match
from ..grammar.tape import BLANK, GLUED, Tape
from .time_grammar import TimeGrammar

_INNER = frozenset(".,:/-–'’_")
_MONEY = frozenset("$€£¥#@&+=*^")


def may_begin(tape: Tape, index: int, known: TimeGrammar) -> bool:
    """Whether a time may begin at this token, judged by what touches it on its left."""
    before = tape.glued_before(index)
    if not before:
        return True
    if before.isalnum() or before in _MONEY or before == "_":
        return False
    if not tape.words[index].isdecimal() or before not in _INNER:
        return True
    outer = tape.words[index - 2] if index >= 2 and tape.gaps[index - 1] == GLUED else ""
    if (before, outer) in known.before:  # "mid-1950s"
        return True
    if before not in "-–/" or not outer:
        return not outer
    if "month" in known.grammar.lexicon.single.get(outer, ()):  # "17 August-2 September"
        return before != "/"
    if not outer.isdecimal() or _glued_digits(tape, index - 3):  # "F-16", "62-2010-2015"
        return False
    size = len(tape.words[index])
    days = before != "/" and len(outer) <= 2 and size <= 2  # "6-7 January"
    return days or 3 <= len(outer) == size <= 4  # "1950-1953", but not "555-1234"


def _glued_digits(tape: Tape, mark: int) -> bool:
    """Whether a mark that stands between two numbers touches both."""
    if mark < 1 or tape.gaps[mark] != GLUED or tape.gaps[mark + 1] != GLUED or tape.words[mark].isalnum():
        return False
    return tape.words[mark - 1].isdecimal()


def may_end(tape: Tape, after: int, known: TimeGrammar) -> bool:
    """Whether a time may end before this token, judged by what touches it on its right."""
    if after >= len(tape) or tape.gaps[after] != GLUED:
        return True
    mark = tape.words[after]
    if mark.isalnum() or mark in "_%@":
        return False
    if mark in ".,:/" and tape.words[after - 1].isdecimal():
        following = tape.glued_after(after)
        years = (
            mark == "/"
            and len(tape.words[after - 1]) == 4
            and len(following) in (2, 4)
            and not _glued_digits(tape, after + 2)
        )
        return years or not following.isdecimal()
    if mark in "-–" and tape.words[after - 1].isdecimal() and tape.glued_after(after).isdecimal():
        beyond = after + 2  # "1915-17" goes on, "2015-32-1" and "1687-4ea7" do not
        if beyond < len(tape) and tape.gaps[beyond] == GLUED:
            number_goes_on = tape.words[beyond] in "-–" and tape.glued_after(beyond).isdecimal()
            return not (number_goes_on or tape.words[beyond].isalpha()) or "month" in known.grammar.lexicon.single.get(
                tape.words[beyond], ()
            )
    return True


def allowed(match: Match, tape: Tape, known: TimeGrammar, story_year: int | None) -> bool:
    """Whether the neighbours that the rule asks for, or forbids, are as it says, and names are told from times."""
    given = match.rule.given
    if match.after == match.first + 1 and _among_numbers(tape, match.first):
        return False
    if given:
        after = tape.words[match.after] if match.after < len(tape) and tape.gaps[match.after] < 2 else ""
        before = tape.words[match.first - 1] if match.first > 0 and tape.gaps[match.first] < 2 else ""
        if "not_before" in given and _is(after, given["not_before"], known):
            return False
        if "only_before" in given and not _is(after, given["only_before"], known):
            return False
        if "not_after" in given:
            hedged = match.first > 1 and match.rule.means == "offset" and (before,) in known.before
            outer = tape.words[match.first - 2] if hedged else ""  # "for about a year after"
            if not {before, outer}.isdisjoint(known.lists[given["not_after"]]):
                return False
        if "only_after" in given and before not in known.lists[given["only_after"]]:
            year = match.value("year")
            near = given.get("or_story")
            if near is None or year is None or story_year is None or abs(int(year) - story_year) > near:
                return False
    capital = known.grammar.lexicon.capital
    return all(
        tape.written(token)[:1].isupper() for token in range(match.first, match.after) if tape.words[token] in capital
    )


def _is(word: str, name: str, known: TimeGrammar) -> bool:
    """Whether a token belongs to a list or a category of that name."""
    return word in known.lists[name] if name in known.lists else name in known.grammar.lexicon.categories_of(word)


def _among_numbers(tape: Tape, token: int) -> bool:
    """Whether a bare number stands in a row of numbers, as in a telephone number or a table."""
    if not tape.words[token].isdecimal():
        return False
    before = token > 0 and tape.gaps[token] == BLANK and tape.words[token - 1].isdecimal()
    after = token + 1 < len(tape) and tape.gaps[token + 1] == BLANK and tape.words[token + 1].isdecimal()
    return before or after


def vetoed(tape: Tape, index: int, known: TimeGrammar) -> int:
    """How many tokens from here on are a name or idiom that only looks like a time; 0 if none."""
    for tokens in known.vetoes.get(tape.words[index], ()):
        if tuple(tape.words[index : index + len(tokens)]) == tokens:
            return len(tokens)
    return 0
