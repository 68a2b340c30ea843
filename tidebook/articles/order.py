"""The reading order of the pages of one article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise, permutations

from ..knowledge.load import ROOT, read_table
from ..records.articles import BlockKind
from .body import Reading
from .captions import is_caption
from .dates import stamps_in
from .marks import ends_sentence
from .names import is_byline
from .paging import Part, paging_words

WEIGHTS, OPENINGS = ROOT / "order.tsv", ROOT / "openings.tsv"
FEATURES = (
    "head", "heading first", "captions", "dateline", "title told", "title told at once", "small letter", "quote first", "opening words", "goes on",
    "opening length", "closing words", "closing short", "closing in brackets", "unfinished end", "words taken up", "sentence goes on",
    "leads on", "names taken up", "pages alike", "names known already", "names in full before short", "short forms explained before", "title told before",
)  # fmt: skip
"""What an order is judged by; the weights are made by ``python -m benchmarks.pages_order``."""
_LAST = 11
"""Where the features of the last page begin, behind those of the first."""
_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+\S")
_RUN = re.compile(r"(?<!\w)[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)*")
_DEFINED = re.compile(r"\(([A-Z][\w-]{1,9})\)")
_WORD = re.compile(r"[^\W\d_]{5,}")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_MOST = 6
"""Pages of which all orders are tried."""
_LEAST_HEAD, _LONGEST_HEADING = 8, 90
"""Code points of the shortest line above a text that tells its first page, and of the longest heading within a text."""
_OPENING = 14
"""Words of a paragraph by which it is known as the first or the last of an article."""


def in_order(parts: Sequence[Part], common: Collection[str] = ()) -> list[Part]:
    """Pages in reading order: by the numbers they state, else by numbered headings, else as the text runs.

    Args:
        parts: pages of one article. common: lines, as they are compared, that stand on several of them.
    """
    if all(part.number for part in parts):
        return sorted(parts, key=lambda part: (part.number or 0, part.reading.page.uri))
    counted = [numbers_of(part.reading) for part in parts]
    if any(counted) and sum(map(bool, counted)) >= len(parts) - 1:
        keys = [(found[0] if found else 0, part.reading.page.uri) for found, part in zip(counted, parts, strict=True)]
        if len({key[0] for key in keys}) == len(keys):
            return [part for _, part in sorted(zip(keys, parts, strict=True), key=lambda pair: pair[0])]
    ordered = sorted(parts, key=lambda part: (part.number or 0, part.reading.page.uri))
    if len(ordered) > _MOST:
        return ordered
    texts = [text_of(part, common) for part in ordered]
    weights = _weights()
    stated = [(i, part.number) for i, part in enumerate(ordered) if part.number]
    best, most = list(range(len(ordered))), -1e9
    for order, features in orders_of(texts):
        if all(order[number - 1] == i for i, number in stated if number <= len(order)):
            score = sum(w * x for w, x in zip(weights, features, strict=True))
            if score > most:
                best, most = list(order), score
    return [ordered[index] for index in best]


def numbers_of(reading: Reading) -> list[int]:
    """The numbers of a page's numbered headings and items, in order."""
    found = (_NUMBER.match(piece.line.text) for piece in reading.pieces if piece.kind is not BlockKind.CAPTION)
    return [int(match.group(1)) for match in found if match is not None]


class Text:
    """What one page of an article shows of its place among the others.

    Attributes:
        alone: features of the page as the first one and as the last one, in the order of `FEATURES`.
    """

    def __init__(
        self, title: str, paragraphs: Sequence[str], head: Sequence[str], captions: int, dateline: bool
    ) -> None:
        """Reads a page.

        Args:
            title: headline of the article. paragraphs: running text of this page.
            head: own lines between the title and the text. captions: own captions. dateline: whether the text begins with one.
        """
        heading = bool(head) and _is_heading(head[-1])
        head = head[:-1] if heading else head
        while len(paragraphs) > 1 and _is_heading(paragraphs[0]):
            heading, paragraphs = True, paragraphs[1:]
        first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else ("", "")
        titled = set(_WORD.findall(title.lower()))
        words = [set(_WORD.findall(paragraph.lower())) for paragraph in paragraphs]
        lead = words[0] | words[1] if len(words) > 1 else words[0] if words else set()
        self.told = len(titled & set().union(*words)) / max(3, len(titled))
        self.heads = set().union(*words[:2])
        self.tails = set().union(*words[-2:])
        self.words = set().union(*words)
        whole = "\n".join(paragraphs)
        self.full: set[str] = set()
        self.short: set[str] = set()
        for match in _RUN.finditer(whole):
            run = match.group().split()
            name = _bare(run[-1])
            if name not in self.full and name not in self.short and len(name) > 2:
                (self.full if len(run) > 1 else self.short).add(name)
        self.defined = set(_DEFINED.findall(whole))
        self.first_names = {_bare(run.split()[-1]) for paragraph in paragraphs[:1] for run in _RUN.findall(paragraph)}
        self.last_names = {_bare(run.split()[-1]) for paragraph in paragraphs[-2:] for run in _RUN.findall(paragraph)}
        self.unfinished = bool(last) and not ends_sentence(last)
        self.small = first[:1].islower()
        self.leads_on = last.endswith(":")
        opening, closing = _ANY_WORD.findall(first.lower())[:_OPENING], _ANY_WORD.findall(last.lower())[:_OPENING]
        odds = _openings()
        self.alone = (
            min(len(head), 4) / 4,
            float(heading),
            min(captions, 2) / 2,
            float(dateline),
            self.told,
            len(titled & lead) / max(3, len(titled)),
            float(self.small),
            float(first[:1] in "\"“‘'«„"),
            sum(odds.get(word, (0.0, 0.0))[0] for word in opening) / max(4, len(opening)),
            float(any(" ".join(opening[:n]) in _going_on() for n in (1, 2, 3))),
            min(len(first), 400) / 400,
            sum(odds.get(word, (0.0, 0.0))[1] for word in closing) / max(4, len(closing)),
            float(len(last) < 80),
            float(last[:1] in "([*"),
            float(self.unfinished),
        )


def text_of(part: Part, common: Collection[str]) -> Text:
    """What a page shows, without the lines that other pages of its article have too."""
    reading = part.reading
    pieces = [piece for piece in reading.pieces if piece.line.folded not in common] or reading.pieces
    title = reading.headline if reading.headline is not None else max(0, reading.first - 1)
    above = (judged.line for judged in reading.lines[title + 1 : reading.first])
    return Text(
        reading.lines[title].line.text,
        [piece.line.text for piece in pieces if piece.kind is not BlockKind.CAPTION],
        [line.text for line in above if len(line.text) > _LEAST_HEAD and line.folded not in common],
        sum(piece.kind is BlockKind.CAPTION for piece in pieces),
        part.facts.dateline is not None,
    )


def orders_of(texts: Sequence[Text]) -> list[tuple[tuple[int, ...], list[float]]]:
    """Every order of some pages with its features."""
    rare = Counter(word for text in texts for word in text.words)
    places = range(len(texts))
    next_to = [[_next(one, other, rare) for other in texts] for one in texts]
    before = [[_before(one, other) for other in texts] for one in texts]
    found = []
    for order in permutations(places):
        features = [*texts[order[0]].alone[:_LAST], *texts[order[-1]].alone[_LAST:]]
        features += map(sum, zip(*(next_to[a][b] for a, b in pairwise(order)), strict=True))
        features += map(sum, zip(*(before[a][b] for i, a in enumerate(order) for b in order[i + 1 :]), strict=True))
        found.append((order, features))
    return found


def _next(one: Text, other: Text, rare: Counter[str]) -> tuple[float, ...]:
    """What speaks for a page standing right behind another: the words, the sentence and the names that it takes up."""
    shared = sum(1.0 / rare[word] for word in one.tails & other.heads)
    return (
        min(shared, 4.0) / 2,
        float(one.unfinished and other.small),
        float(one.leads_on),
        min(len(one.last_names & other.first_names), 3) / 2,
        sum(1.0 / rare[word] for word in one.words & other.words) / (1 + min(len(one.words), len(other.words))) * 10,
        len((one.full | one.short) & other.short) / (1 + len(other.short)),
    )


def _before(one: Text, other: Text) -> tuple[float, ...]:
    """What speaks for a page standing anywhere before another: names in full, short forms explained, the title told."""
    named = len(one.full & other.short) - len(other.full & one.short)
    explained = len(one.defined & (other.short | other.full)) - len(other.defined & (one.short | one.full))
    return (max(-4, min(4, named)) / 2, max(-2, min(2, explained)) / 1.0, one.told - other.told)


def _is_heading(words: str) -> bool:
    """Whether a line right above a paragraph may be a heading within the text: short, no sentence, no date, writer or picture."""
    return (
        len(words) <= _LONGEST_HEADING
        and not ends_sentence(words)
        and not is_byline(words)
        and not is_caption(words)
        and not stamps_in(words)
    )


def _bare(name: str) -> str:
    """A name without its possessive."""
    return name.rstrip(".").removesuffix("'s").removesuffix("’s")


@cache
def _going_on() -> frozenset[str]:
    """Words with which a paragraph goes on from another one, in all known languages."""
    return paging_words("goes_on")


@cache
def _openings() -> dict[str, tuple[float, float]]:
    """For words the log odds to stand at the beginning of the first, and of the last, paragraph of an article rather than another."""
    if not OPENINGS.is_file():
        return {}
    return {row["word"]: (float(row["first"]), float(row["last"])) for row in read_table(OPENINGS)}


@cache
def _weights() -> tuple[float, ...]:
    table = {row["feature"]: float(row["weight"]) for row in read_table(WEIGHTS)}
    return tuple(table[name] for name in FEATURES)
