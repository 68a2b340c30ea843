"""Who really saw it: every article's origin, so that witnesses are counted and not pages.

What an article says of its source (credits, date lines) and what it shares with others (wording, passages, facts in their
order) are put together; articles of one origin get one `Origin.id`. Nothing here depends on the order of arrival.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ..records.articles import Article, Credit, Origin, OriginKind
from .origin_copies import Link, copies_of
from .origin_facts import translations_of
from .origin_prints import body_of

_SLUG = re.compile(r"[^\w]+")
_IMAGE_CERTAINTY = 0.4  # only the picture is the agency's: weak evidence that the text is too
_CHAIN = 60  # code points between the links of one credit line
_AGENCY_CERTAINTY, _OUTLET_CERTAINTY = 0.9, 0.75
_OWN_CERTAINTY = 0.6


def find_origins(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, each with its origin, sorted by id.

    Args:
        articles: the whole pile; an origin that was set before is set anew.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    bodies = [body_of(article) for article in ordered]
    links = copies_of(bodies) + translations_of(bodies, [a.language for a in ordered], [a.published for a in ordered])
    groups = _groups(len(ordered), links)
    by_member: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        by_member[link.first].append(link)
        by_member[link.second].append(link)
    origins: dict[int, Origin] = {}
    for members in groups:
        origins.update(_origins(members, ordered, by_member))
    return tuple(replace(article, origin=origins[i]) for i, article in enumerate(ordered))


def _groups(size: int, links: Sequence[Link]) -> list[list[int]]:
    parent = list(range(size))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for link in links:
        first, second = sorted((root(link.first), root(link.second)))
        parent[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(size):
        groups[root(i)].append(i)
    return [groups[i] for i in sorted(groups)]


def _origins(members: list[int], articles: Sequence[Article], links: dict[int, list[Link]]) -> dict[int, Origin]:
    """The origins of articles that go back to one text."""
    by_age = sorted(members, key=lambda i: _age(articles[i]))
    rank = {i: place for place, i in enumerate(by_age)}
    source = by_age[0]
    base = _alone(articles[source], _credit_of_all([articles[i] for i in by_age]))
    found = {source: base}
    for i in by_age[1:]:
        link = max(links[i], key=lambda n: _closeness(n, rank[_other(n, i)] < rank[i], rank[_other(n, i)]))
        other = _other(link, i)
        parent = other if rank[other] < rank[i] else source
        kind, certainty = _kind(link, articles[i], articles[other])
        if kind is OriginKind.TRANSLATION and _tongue(articles[i]) == _tongue(articles[source]):
            kind, parent = (
                OriginKind.RETELLING,
                source,
            )  # a translation into another language tells that both go back to it
        found[i] = Origin(
            id=base.id,
            kind=kind,
            name=base.name,
            of=articles[parent].id,
            reason=f"{link.why}; the other is {_called(articles[other])}",
            certainty=certainty,
        )
    return found


def _other(link: Link, one: int) -> int:
    return link.second if link.first == one else link.first


def _closeness(link: Link, older: bool, rank: int) -> tuple[bool, bool, float, int]:
    """Which link tells best where a text is from: one to an older text, a copy before a translation, the closest."""
    return (older, link.kind == "copy", link.share, -rank)


def _alone(article: Article, credit: Credit | None) -> Origin:
    """The origin of an article that derives from no other of the pile."""
    if credit is None:
        name = article.publisher or article.headline
        reason = "it has a byline and names no other source" if article.byline else "it names no other source"
        return Origin(
            id=f"article:{article.id}",
            kind=OriginKind.OWN,
            name=name,
            reason=reason,
            certainty=0.85 if article.byline else _OWN_CERTAINTY,
        )
    ident = f"{credit.kind}:{_SLUG.sub('-', credit.name.casefold()).strip('-')}"
    if credit.scope == "image":
        return Origin(
            id=ident,
            kind=OriginKind.WIRE,
            name=credit.name,
            reason=f"only its picture is credited to {credit.name}, and it names no source and no author of the text",
            certainty=_IMAGE_CERTAINTY,
        )
    agency = credit.kind == "agency"
    return Origin(
        id=ident,
        kind=OriginKind.WIRE if agency else OriginKind.RETELLING,
        name=credit.name,
        reason=f"it credits {credit.name}",
        certainty=_AGENCY_CERTAINTY if agency else _OUTLET_CERTAINTY,
    )


def _kind(link: Link, article: Article, source: Article) -> tuple[OriginKind, float]:
    if link.kind == "translation":
        return OriginKind.TRANSLATION, round(min(0.95, 0.5 + link.share / 2), 2)
    if _tongue(article) != _tongue(source):
        return OriginKind.TRANSLATION, 0.7
    if link.kind == "part":
        return OriginKind.RETELLING, round(min(0.95, 0.4 + link.share / 2), 2)
    return OriginKind.COPY, round(min(0.99, 0.6 + link.share / 2), 2)


def _tongue(article: Article) -> str:
    return article.language.split("-")[0]


def _credit_of_all(articles: Sequence[Article]) -> Credit | None:
    """The credit that names the origin: of the text before the picture, of an agency before an outlet, what most say.

    A picture's credit counts only where the article names no author; of a chain ("Sputnik/Pool via Reuters") the last
    link sold it.
    """
    texts = [c for a in articles for c in a.credits if c.scope == "text" and not _own_name(a, c)]
    if texts:
        counts = Counter(c.name for c in texts)
        first = {c.name: i for i, c in reversed(list(enumerate(texts)))}
        return min(texts, key=lambda c: (c.kind != "agency", -counts[c.name], first[c.name], c.page, c.span))
    pictures = [_sold([c for c in a.credits if c.scope == "image"]) for a in articles if not a.byline]
    return next((c for c in pictures if c is not None), None)


def _sold(credits: Sequence[Credit]) -> Credit | None:
    """The last agency of the first credit line under a picture."""
    chain: list[Credit] = []
    for credit in sorted((c for c in credits if c.kind == "agency"), key=lambda c: (c.page, c.span)):
        if chain and (credit.page != chain[-1].page or credit.span.start - chain[-1].span.end > _CHAIN):
            break
        chain.append(credit)
    return chain[-1] if chain else None


def _own_name(article: Article, credit: Credit) -> bool:
    """An outlet that names itself ("TEMPO.CO, Jakarta") credits nobody; an agency's own page is its wire."""
    return credit.kind != "agency" and (article.publisher or "").casefold() == credit.name.casefold()


def _age(article: Article) -> tuple[str, int, str]:
    """Earlier first, then the longer text, then by id."""
    start = article.published.start if article.published is not None else None
    return (article.published_at or (start.isoformat() if start else "9999"), -len(article.text), article.id)


def _called(article: Article) -> str:
    return f"{article.publisher or article.pages[0]}: {article.headline}"
