"""From pages to articles."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ..knowledge.kept import resting
from ..records.articles import GAME, MADE_UP, Article, Block, BlockKind, Evidence
from ..records.drops import Dropped
from ..records.pages import Page
from ..records.spans import Span
from .apart import take_apart
from .body import Piece
from .facts import Facts, facts_of
from .games import plays
from .language import judge_language
from .paging import Part, part_of
from .stitch import missing_of, stitch

__all__ = ["judge_language", "write_articles"]

_JOINT = "\n\n"
_SET_ASIDE = frozenset({("section", MADE_UP), ("subject", GAME)})


def write_articles(pages: Sequence[Page]) -> tuple[tuple[Article, ...], tuple[Dropped, ...]]:
    """The articles of a pile, sorted by id, and the ledger of all that was left out, sorted."""
    with resting():
        return _write_articles(pages)


def _write_articles(pages: Sequence[Page]) -> tuple[tuple[Article, ...], tuple[Dropped, ...]]:
    parts: list[Part] = []
    drops: list[Dropped] = []
    ordered = sorted(pages, key=lambda page: page.uri)
    for page, reading in zip(ordered, take_apart(ordered), strict=True):
        if reading is None:
            drops.append(_no_article(page))
            continue
        drops += reading.drops
        parts.append(part_of(reading, facts_of(reading)))
    articles = []
    for group in stitch(parts):
        article, recaps = _write(group)
        articles.append(article)
        drops += recaps
        drops += (_set_aside(proof) for proof in article.evidence if (proof.fact, proof.value) in _SET_ASIDE)
    return tuple(sorted(articles, key=lambda article: article.id)), tuple(sorted(drops, key=_by_place))


def _write(parts: list[Part]) -> tuple[Article, list[Dropped]]:
    first = parts[0].facts
    blocks: list[Block] = []
    texts: list[str] = []
    drops: list[Dropped] = []
    told: set[str] = set()
    at = 0
    for part in parts:
        for piece in _pieces(part):
            line = piece.line
            if part is not parts[0] and (line.folded in told or piece.kind is BlockKind.HEADLINE):
                drops.append(_dropped(part, piece, "recap"))
                continue
            told.add(line.folded)
            at += len(_JOINT) if blocks else 0
            span = Span(start=at, end=at + len(line.text))
            blocks.append(Block(kind=piece.kind, span=span, page=part.reading.page.uri, source=line.span))
            texts.append(line.text)
            at = span.end
    text = _JOINT.join(texts)
    uris = tuple(part.reading.page.uri for part in parts)
    facts = [part.facts for part in parts]
    evidence = [e for fact in facts for e in fact.evidence]
    for part in parts:
        if part.number:
            value = f"{part.number}" + (f"/{part.of}" if part.of else "")
            evidence.append(Evidence(fact="part", value=value, rule="paging-line", page=part.reading.page.uri))
    game = plays(text, blocks, first.language)
    evidence += [game] if game is not None else []
    article = Article(
        id=f"a-{hashlib.sha256(chr(31).join((text, *uris)).encode()).hexdigest()[:12]}",
        headline=first.headline,
        publisher=next((fact.publisher for fact in facts if fact.publisher), None),
        byline=next((fact.byline for fact in facts if fact.byline), None),
        dateline=next((fact.dateline for fact in facts if fact.dateline), None),
        published=next((fact.published for fact in facts if fact.published), None),
        published_at=next((fact.published_at for fact in facts if fact.published_at), None),
        modified=next((fact.modified for fact in facts if fact.modified), None),
        language=first.language,
        section=_section(facts),
        canonical=next((fact.canonical for fact in facts if fact.canonical), None),
        text=text,
        blocks=tuple(blocks),
        pages=uris,
        missing=missing_of(parts),
        credits=tuple(credit for fact in facts for credit in fact.credits),
        evidence=tuple(evidence),
    )
    return article, drops


def _section(facts: list[Facts]) -> str | None:
    sections = [fact.section for fact in facts if fact.section]
    return MADE_UP if MADE_UP in sections else next(iter(sections), None)


def _pieces(part: Part) -> list[Piece]:
    reading = part.reading
    if reading.headline is None:
        return reading.pieces
    return [Piece(BlockKind.HEADLINE, reading.lines[reading.headline].line), *reading.pieces]


def _no_article(page: Page) -> Dropped:
    return Dropped(
        room="articles",
        page=page.uri,
        reason="no-article",
        detail=f"{page.uri}: no line of this page reads as a paragraph of an article",
    )


def _set_aside(proof: Evidence) -> Dropped:
    return Dropped(
        room="articles",
        page=proof.page or "",
        reason=proof.value,
        detail=f"{proof.why}: what it tells is not taken for events",
        span=proof.span,
    )


def _dropped(part: Part, piece: Piece, reason: str) -> Dropped:
    return Dropped(
        room="articles",
        page=part.reading.page.uri,
        reason=reason,
        detail=piece.line.text[:160],
        span=piece.line.span,
    )


def _by_place(drop: Dropped) -> tuple[str, int, int, str]:
    return drop.page, drop.span.start if drop.span else -1, drop.span.end if drop.span else -1, drop.reason
