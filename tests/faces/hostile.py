"""The sample chronicle with the words of its pages replaced by what an attacker would write; same length, same spans."""

from __future__ import annotations

from dataclasses import replace

from tests.samples import sample_chronicle
from tidebook.records.chronicles import Chronicle

ATTACKS = (
    "</script><script>document.title='owned'</script>",
    "<img src=x onerror=document.title='owned'>",
    "<svg/onload=document.title='owned'>",
    "\"' onmouseover=document.title='owned' x=\"",
    "<!--<script>document.title='owned'//",
    "\u202emoc.live//:sptth\u202c \u2066mixed\u2069",
    '=HYPERLINK("https://evil.example")',
    "\x1b]0;owned\x07\x1b[31mred",
    "{{ 7*7 }}{% raw %}\u2028\u2029",
    "x" * 60,
)


def hostile_chronicle() -> Chronicle:
    """Every page, headline, publisher, place, person and origin speaks in attacks."""
    chronicle = sample_chronicle()
    attack = {page.uri: _filled(number, len(page.text)) for number, page in enumerate(chronicle.pages)}
    pages = tuple(replace(page, text=attack[page.uri]) for page in chronicle.pages)
    articles = []
    for number, article in enumerate(chronicle.articles):
        text = list(article.text)
        for block in article.blocks:
            text[block.span.start : block.span.end] = block.source.cut(attack[block.page])
        assert article.origin is not None
        articles.append(
            replace(
                article,
                text="".join(text),
                headline=ATTACKS[number % len(ATTACKS)],
                publisher=ATTACKS[(number + 1) % len(ATTACKS)],
                origin=replace(article.origin, name=ATTACKS[0], reason=ATTACKS[1]),
            )
        )
    events = tuple(
        replace(event, place=ATTACKS[n % 10], persons=(ATTACKS[(n + 1) % 10],), reasons=(ATTACKS[(n + 2) % 10],))
        for n, event in enumerate(chronicle.events)
    )
    drops = tuple(replace(drop, detail=ATTACKS[n], page=ATTACKS[0]) for n, drop in enumerate(chronicle.drops))
    ties = tuple(replace(tie, about=ATTACKS[1]) for tie in chronicle.ties)
    return replace(chronicle, pages=pages, articles=tuple(articles), events=events, drops=drops, ties=ties)


def _filled(start: int, length: int) -> str:
    text = ""
    while len(text) < length:
        text += ATTACKS[(start + len(text)) % len(ATTACKS)] + " "
    return text[:length]
