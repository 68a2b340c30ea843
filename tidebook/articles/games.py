"""Whether an article tells of a game: its sides attack, defend and surrender, and no state does (``genres.yaml``, `games`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ..knowledge.load import languages, of_language
from ..records.articles import GAME, Block, Evidence
from ..records.spans import Span

_SURE, _FEW, _LIKELY = 3, 2, 4
"""Different words that only games have which make an article one of a game; or so few of them beside words that games often have."""
_SHARE = 0.3
"""The least share of its blocks that hold such a word: a summit that takes up the football is no game."""


def plays(text: str, blocks: Sequence[Block], language: str) -> Evidence | None:
    """The evidence that an article tells of a game, or None.

    Args:
        text: of the article. blocks: its blocks, in order. language: BCP 47; of a language without such words None comes back.
    """
    code = language.split("-")[0]
    if code not in languages("genres.yaml"):
        return None
    searcher, sure = _searcher(code)
    lowered = text.lower()
    found: dict[str, int] = {}
    held: set[int] = set()
    at = 0
    for number, start, end in searcher.find_matches_as_indexes(lowered):
        if lowered[start - 1 : start].isalnum() or lowered[end : end + 1].isalnum():
            continue
        found.setdefault(_words(code)[number], start)
        while blocks[at].span.end <= start:
            at += 1
        held.add(at)
    certain = [word for word in found if word in sure]
    enough = len(certain) >= _SURE or (len(certain) >= _FEW and len(found) - len(certain) >= _LIKELY)
    if not enough or len(held) < _SHARE * len(blocks):
        return None
    certain.sort(key=lambda word: found[word])
    first = certain[0]
    block = next(one for one in blocks if found[first] < one.span.end)
    start = found[first] - block.span.start + block.source.start
    return Evidence(
        fact="subject",
        value=GAME,
        rule="game-words",
        why=f"it has the words of a game: {', '.join(certain[:5])}",
        page=block.page,
        span=Span(start=start, end=start + len(first)),
    )


@cache
def _words(code: str) -> tuple[str, ...]:
    games = of_language(code, "genres.yaml")["games"]
    return tuple(sorted({*games["sure"], *games["likely"]}))


@cache
def _searcher(code: str) -> tuple[AhoCorasick, frozenset[str]]:
    sure = frozenset(of_language(code, "genres.yaml")["games"]["sure"])
    return AhoCorasick(_words(code), matchkind=MatchKind.LeftmostLongest), sure
