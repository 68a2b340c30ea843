"""Translations, found without a model: the same rare numbers and names in the same order, in another language.

Sharing what is rare is the evidence (Dong, Berti-Equille and Srivastava 2009, "Integrating conflicting data: the role of
source dependence", VLDB). Two newsrooms that saw the same thing share names too, but not which they tell, which they leave
out, and in what order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

from ..records.times import Interval
from .origin_copies import Link

_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COMMON = 40  # texts that share a fact from which it says little
_LEAST = 6  # facts in common
SHARE = 0.25  # share of the weight of both texts' facts that stands in both, in the same order
_ENOUGH, _EACH = 12, 0.03  # facts in common below which each that is missing asks for a larger share
_LATER, _SURER = 30, 0.5  # days between two texts from which more is asked: retold history shares its facts too


def facts_of(text: str) -> list[str]:
    """The numbers and the capitalised words of a text in order, spelled so that languages can be compared."""
    found: list[str] = []
    for token in _TOKEN.findall(text):
        if token[0].isdigit():
            found.extend(_number(token))
        elif token[0].isupper() and len(token) > 2:
            found.append(token.casefold().replace("’", "'"))
    return found


def translations_of(
    texts: Sequence[str], languages: Sequence[str], published: Sequence[Interval | None] | None = None
) -> list[Link]:
    """Links between texts of different languages that tell the same facts in the same order.

    A text is linked to the one that it shares most with, so that two texts that resemble a third are not held for one.

    Args:
        texts: bodies of the articles. languages: BCP 47 codes, published: when each may have been, in the same order.
    """
    tongues = [language.split("-")[0] for language in languages]
    if len(set(tongues)) < 2:
        return []
    told = [facts_of(text) for text in texts]
    spread = Counter(fact for facts in told for fact in set(facts))
    per_tongue = Counter(tongues)
    shelves: dict[str, list[int]] = defaultdict(list)
    for number, facts in enumerate(told):
        for fact in set(facts):
            if 1 < spread[fact] <= _COMMON:
                shelves[fact].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for shelf in shelves.values():
        for i, first in enumerate(shelf):
            for second in shelf[i + 1 :]:
                if tongues[first] != tongues[second]:
                    shared[first, second] += 1
    size = sum(per_tongue.values())
    weights = {fact: log((size + 1) / count) + 0.3 for fact, count in spread.items()}
    links = []
    for (first, second), count in sorted(shared.items()):
        if count >= 3:
            apart = published is not None and _far(published[first], published[second])
            link = _compared(first, second, told[first], told[second], weights)
            if link is not None and (not apart or link.share >= _SURER):
                links.append(link)
    best: dict[int, Link] = {}
    for link in links:
        for number in (link.first, link.second):
            if number not in best or link.share > best[number].share:
                best[number] = link
    return [link for link in links if link in (best[link.first], best[link.second])]


def _far(a: Interval | None, b: Interval | None) -> bool:
    if a is None or b is None or None in (a.start, a.end, b.start, b.end):
        return False
    first, second = sorted((a, b), key=lambda i: i.edtf)
    assert first.end is not None
    assert second.start is not None
    return (second.start - first.end).days > _LATER


def _compared(first: int, second: int, a: list[str], b: list[str], weights: dict[str, float]) -> Link | None:
    ours, theirs = set(a), set(b)
    both = ours & theirs
    if len(both) < _LEAST:
        return None
    shared_a = [fact for fact in a if fact in both]
    shared_b = [fact for fact in b if fact in both]
    order = _in_order(shared_a, shared_b, weights)
    # words that begin a sentence are capitalised without being names, and have no counterpart: half of what is not shared
    total = sum(weights[f] for f in both)
    left = min(sum(weights[f] for f in ours - both), sum(weights[f] for f in theirs - both))
    share = total / (total + 0.5 * left) * order**2
    if share < SHARE + _EACH * max(0, _ENOUGH - len(both)):
        return None
    rarest = sorted(both, key=lambda f: (-weights[f], f))[:5]
    why = f"{len(both)} names and numbers are the same and {order:.0%} of them in the same order ({', '.join(rarest)})"
    return Link(first, second, "translation", share, why)


def _in_order(a: list[str], b: list[str], weights: dict[str, float], most: int = 160) -> float:
    """The weight of the longest common subsequence, as a share of the shorter sequence's weight."""
    a, b = a[:most], b[:most]
    row = [0.0] * (len(b) + 1)
    for fact in a:
        before = 0.0
        for j, other in enumerate(b, 1):
            kept = row[j]
            row[j] = before + weights[fact] if fact == other else max(row[j], row[j - 1])
            before = kept
    least = min(sum(weights[f] for f in a), sum(weights[f] for f in b))
    return row[-1] / least if least else 0.0


def _number(token: str) -> list[str]:
    """A number without the marks of thousands; a date such as 12/9 in its parts."""
    if re.search(r"[:/-]", token):
        return [part.lstrip("0") or "0" for part in re.split(r"[.,:/-]", token)]
    groups = re.split(r"[.,]", token)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and groups[0] != "0":
        return ["".join(groups)]
    return [".".join(groups)]
