"""A drawn world: events of one invented relationship, and the articles that tell them, with the truth beside them.

Nothing in it means anything. Its use is that the truth is known: which reports tell one happening, which articles copy or
translate which others, and that its size can be chosen. Sentences are strings of made-up words; what merging compares (types,
parties, days, persons, places, themes, figures) is drawn the way news tells it: later and vaguer, with things left out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from tidebook.records.articles import Article, Block, BlockKind, Sentence
from tidebook.records.chronicles import Dyad, Side
from tidebook.records.events import Part, Report, Standing
from tidebook.records.pages import Page
from tidebook.records.spans import Span
from tidebook.records.times import Interval, on

LEFT, RIGHT = "AAA", "BBB"
OTHERS = ("CCC", "DDD", "EEE")
TYPES = (
    ("CONSULT", "visit", 30),
    ("CONSULT", None, 15),
    ("AGREE", None, 12),
    ("SUPPORT", None, 6),
    ("AID", None, 6),
    ("COOPERATE", None, 6),
    ("ACCUSE", "allege", 8),
    ("REJECT", None, 6),
    ("SANCTION", None, 4),
    ("THREATEN", None, 3),
    ("ASSAULT", None, 3),
    ("REQUEST", None, 4),
)
THEMES = {
    "CONSULT": ("talks", "trade", "border", "security", "energy"),
    "AGREE": ("trade", "energy", "fishing", "border", "visa"),
    "SUPPORT": ("territory", "election", "recognition", "support"),
    "AID": ("food", "loan", "medics", "arms"),
    "COOPERATE": ("exercise", "trade", "relations", "road"),
    "ACCUSE": ("spy", "border", "arms", "election", "fire"),
    "REJECT": ("accusation", "proposal", "border", "visa"),
    "SANCTION": ("sanction", "tariff", "visa", "aid"),
    "THREATEN": ("attack", "sanction", "relations"),
    "ASSAULT": ("attack", "border", "warship"),
    "REQUEST": ("talks", "extradition", "apology", "aid"),
}
EQUAL = ("CONSULT", "AGREE", "COOPERATE")


@dataclass(frozen=True, slots=True)
class Happening:
    """A true event."""

    number: int
    day: date
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    persons: tuple[str, ...]
    place: str
    themes: tuple[str, ...]
    figure: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class World:
    """Articles and reports, and the truth: the happening of each report, the story of each article."""

    dyad: Dyad
    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]
    reports: tuple[Report, ...]
    happening: dict[str, int]
    story: dict[str, int]


def draw_world(articles: int, seed: int = 3) -> World:
    """A world of so many articles, a third of them copies or translations, over forty years."""
    random = np.random.default_rng(seed)
    words = [_word(random) for _ in range(6000)]
    names = [f"{_word(random).capitalize()} {_word(random).capitalize()}" for _ in range(60)]
    places = [_word(random).capitalize() for _ in range(40)]
    happenings = [_happening(i, random, names, places, words) for i in range(max(40, articles // 4))]
    happenings.sort(key=lambda h: h.day)
    days = [h.day for h in happenings]
    pages: list[Page] = []
    written: list[Article] = []
    lines: list[Sentence] = []
    reports: list[Report] = []
    truth: dict[str, int] = {}
    story: dict[str, int] = {}
    while len(written) < articles:
        number = len(story)
        told, published = _chosen(happenings, days, random)
        texts = [(_sentence(h, random, words), h) for h in told for _ in range(1 + int(random.random() < 0.3))]
        filler = [" ".join(_pick(words, 14, random)).capitalize() + "." for _ in range(6)]
        copies = 1 + (int(random.integers(1, 4)) if random.random() < 0.2 else 0)
        for copy in range(min(copies, articles - len(written))):
            tongue = "id" if copy and random.random() < 0.5 else "en"
            page, article, sentences, found = _article(
                len(written), texts, filler, published + timedelta(days=copy // 2), tongue, copy, random
            )
            pages.append(page)
            written.append(article)
            lines.extend(sentences)
            for report, happening in found:
                reports.append(report)
                truth[report.id] = happening
            story[article.id] = number
    dyad = Dyad(left=Side(actor=LEFT), right=Side(actor=RIGHT))
    return World(dyad, tuple(pages), tuple(written), tuple(lines), tuple(reports), truth, story)


def _word(random: np.random.Generator) -> str:
    beats = ["ba", "ko", "ri", "ten", "mu", "sal", "do", "vi", "gar", "lo", "pe", "nis", "ta", "zu", "hem", "ra"]
    return "".join(beats[int(i)] for i in random.integers(0, len(beats), 2 + int(random.integers(0, 3))))


def _pick(words: list[str], number: int, random: np.random.Generator) -> list[str]:
    return [words[int(i)] for i in random.integers(0, len(words), number)]


def _happening(
    number: int, random: np.random.Generator, names: list[str], places: list[str], words: list[str]
) -> Happening:
    weights = np.array([w for _, _, w in TYPES], dtype=float)
    type, mode, _ = TYPES[int(random.choice(len(TYPES), p=weights / weights.sum()))]
    day = date(1980, 1, 1) + timedelta(days=int(random.integers(0, 365 * 40)))
    left, right = (LEFT, RIGHT) if random.random() < 0.5 else (RIGHT, LEFT)
    if random.random() < 0.2:
        right = OTHERS[int(random.integers(0, len(OTHERS)))]
    equal = type in EQUAL
    themes = THEMES[type]
    return Happening(
        number=number,
        day=day,
        type=type,
        mode=mode,
        actors=(left, right) if equal else (left,),
        recipients=() if equal else (right,),
        persons=tuple(sorted(set(_pick(names, 1 + int(random.integers(0, 2)), random)))),
        place=places[int(random.integers(0, len(places)))],
        themes=(themes[int(random.integers(0, len(themes)))],),
        figure=str(int(random.integers(11, 9999))),
        words=tuple(_pick(words, 6, random)),
    )


def _chosen(happenings: list[Happening], days: list[date], random: np.random.Generator) -> tuple[list[Happening], date]:
    """What an article tells: the news of a day, or years looked back on."""
    first = int(random.integers(0, len(happenings)))
    if random.random() < 0.7:
        told = [happenings[first]]
        published = happenings[first].day + timedelta(days=int(random.integers(0, 3)))
        earlier = int(random.integers(0, first + 1))
        return [*told, happenings[earlier]] if earlier != first else told, published
    chosen = sorted({int(i) for i in random.integers(0, first + 1, 8)})
    return [happenings[i] for i in chosen], days[chosen[-1]] + timedelta(days=int(random.integers(0, 400)))


def _sentence(told: Happening, random: np.random.Generator, words: list[str]) -> tuple[str, Happening]:
    """A sentence, and the happening as it is told there: with things left out."""
    persons = told.persons if random.random() < 0.7 else told.persons[:1] if random.random() < 0.5 else ()
    said = replace(
        told,
        persons=persons,
        place=told.place if random.random() < 0.6 else "",
        themes=told.themes if random.random() < 0.7 else (),
        figure=told.figure if random.random() < 0.4 else "",
        mode=told.mode if random.random() < 0.8 else None,
    )
    own = list(told.words[: int(random.integers(2, 7))]) + _pick(words, 8, random)
    parts = [*said.actors, own[0], *own[1:4], *said.persons, said.place, said.figure, *said.recipients, *own[4:]]
    return " ".join(part for part in parts if part) + ".", said


def _article(
    number: int,
    texts: list[tuple[tuple[str, Happening], Happening]],
    filler: list[str],
    published: date,
    tongue: str,
    copy: int,
    random: np.random.Generator,
) -> tuple[Page, Article, list[Sentence], list[tuple[Report, int]]]:
    uri = f"world/{number:06}.txt"
    text, cuts = "", []
    body: list[tuple[str, tuple[Happening, Happening] | None]] = [(s, (said, told)) for (s, said), told in texts]
    body += [(s, None) for s in filler]
    for line, told in body:
        if tongue == "id":
            line = _translated(line)
        if text:
            text += " "
        cuts.append((Span(start=len(text), end=len(text) + len(line)), told))
        text += line
    ident = "a-" + hashlib.sha256(f"{uri} {text}".encode()).hexdigest()[:12]
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    page = Page(uri=uri, digest=digest, media_type="text/plain", charset="utf-8", text=text)
    whole = Span(start=0, end=len(text))
    article = Article(
        id=ident,
        headline=text[:40],
        publisher=f"Paper {number % 37}",
        byline=None,
        dateline=None,
        published=on(published.year, published.month, published.day),
        published_at=None,
        modified=None,
        language=tongue,
        section=None,
        canonical=None,
        text=text,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=whole, page=uri, source=whole),),
        pages=(uri,),
        missing=(),
        credits=(),
        evidence=(),
    )
    sentences = [
        Sentence(article=ident, index=i, span=span, block=0, kind=BlockKind.PARAGRAPH)
        for i, (span, _) in enumerate(cuts)
    ]
    reports = [
        (_report(article, i, span, said, published, random), told.number)
        for i, (span, pair) in enumerate(cuts)
        if pair is not None
        for said, told in (pair,)
    ]
    return page, article, sentences, reports


def _translated(line: str) -> str:
    """Another language: every small word is another, names and numbers stay."""
    return " ".join(w if w[:1].isupper() or w[:1].isdigit() else "ng" + w[::-1].strip(".") for w in line.split())


def _report(
    article: Article, index: int, span: Span, said: Happening, published: date, random: np.random.Generator
) -> Report:
    words = span.cut(article.text).split()
    trigger = next(w for w in words if w[:1].islower())
    at = article.text.index(trigger, span.start)
    parts = [Part(role="trigger", span=Span(start=at, end=at + len(trigger)))]
    for code in (*said.actors, *said.recipients):
        start = article.text.index(code, span.start)
        role = "actor" if code in said.actors else "recipient"
        parts.append(Part(role=role, span=Span(start=start, end=start + len(code)), fills=(code,)))
    when = _when(said.day, published, random)
    return Report(
        id="r-" + hashlib.sha256(f"{article.id} {index}".encode()).hexdigest()[:12],
        article=article.id,
        sentence=index,
        span=span,
        type=said.type,
        mode=said.mode,
        contexts=(),
        actors=said.actors,
        recipients=said.recipients,
        when=when,
        when_by="clause",
        standing=Standing.ASSERTED,
        parts=tuple(parts),
        rule="world",
        persons=said.persons,
        place=said.place or None,
        figures=(said.figure,) if said.figure else (),
        themes=said.themes,
        background=(published - said.day).days > 30,
    )


def _when(day: date, published: date, random: np.random.Generator) -> Interval:
    """Fresh news gives the day; what lies further back is told to the month or the year."""
    fresh = (published - day).days <= 10
    draw = float(random.random())
    if fresh or draw < 0.35:
        return on(day.year, day.month, day.day)
    return on(day.year, day.month) if draw < 0.7 else on(day.year)
