"""Type of one given event per sentence: `python -m benchmarks.plv FILE.tsv --out predictions.tsv`.

FILE.tsv has the columns ``uid``, ``sentence``, ``source`` and ``target`` and, for the figures, ``root`` and ``quad``: a sentence, the
words in it that name who acts and towards whom, and the PLOVER type of what the one does to the other (CONCEDE and RETREAT
together as YIELD). The sentence is read as any other; the two strings stand in for the mentions of actors. predictions.tsv:
uid, tab, type, or NONE where nothing is told of either party.
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tidebook.events.clauses import clauses_of
from tidebook.events.code import code
from tidebook.events.frames import Teller
from tidebook.events.items import items_of
from tidebook.events.lexicon import lexicon_of
from tidebook.events.phrases import phrases_of
from tidebook.events.scope import Scope
from tidebook.events.structure import structure_of
from tidebook.events.told import Told
from tidebook.grammar.tokens import words_of
from tidebook.knowledge.load import of_language
from tidebook.records.articles import Article, Block, BlockKind, Sentence
from tidebook.records.events import Report, Standing
from tidebook.records.mentions import ActorMention, MentionedBy
from tidebook.records.readings import Reading
from tidebook.records.spans import Span

SOURCE, TARGET = "user:source", "user:target"
COOPERATION = {"SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "AGREE"}
FORCE = {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
QUADS = {
    "1": ("AGREE", "CONSULT", "SUPPORT"),
    "2": ("COOPERATE", "AID", "YIELD"),
    "3": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "4": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD_OF = {kind: quad for quad, kinds in QUADS.items() for kind in kinds}
_PEERS = (
    ("entailment model, hand-made prompts", 0.964, 0.892, 0.821),
    ("linear SVM trained on such rows", 0.914, 0.852, 0.726),
)
_FIRST = re.compile(r"^(?:the|a|an|its|his|her|their|in|on)\s+", re.IGNORECASE)


def find(sentence: str, words: str) -> Span | None:
    """Where a given party stands in its sentence; as written, else without a first small word, else its longest run of words."""
    bare = words.strip().strip("\"'")
    low = sentence.lower()
    for form in (bare, _FIRST.sub("", bare)):
        at = low.find(form.lower())
        if form and at >= 0:
            return Span(start=at, end=at + len(form))
    parts = bare.split()
    for size in range(len(parts) - 1, 0, -1):
        for start in range(len(parts) - size + 1):
            run = " ".join(parts[start : start + size]).strip(",.;")
            if len(run) > 3 and run[0].isupper():
                found = re.search(rf"(?<!\w){re.escape(run)}(?!\w)", sentence)
                if found:
                    return Span(start=found.start(), end=found.end())
    return None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one event is filed by: its PLOVER type and mode, its standing, its themes and contexts, and the rule that read it.

    Attributes:
        rank: how plainly it is the given event, best first: both parties in their roles, then one of them, then its place.
    """

    type: str
    mode: str | None
    standing: Standing
    themes: frozenset[str]
    contexts: frozenset[str]
    rule: str
    rank: tuple[int, int, int]


@cache
def pronouns() -> re.Pattern[str]:
    """Words that may stand for a party named before."""
    entries = of_language("en", "anaphora.yaml")["anaphors"].values()
    words = {word for entry in entries if entry["refers"] in ("person", "thing", "many") for word in entry["words"]}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words))})(?!\w)", re.IGNORECASE)


def mentions_of(sentence: str, actor: Span | None, recipient: Span | None) -> tuple[ActorMention, ...]:
    """The two parties as mentions; a pronoun behind the one who acts is taken for it."""
    found: list[ActorMention] = []

    def add(span: Span, party: str, by: MentionedBy) -> None:
        if len(span) and not any(span.meets(m.span) for m in found):
            found.append(ActorMention(span=span, actors=(party,), by=by, rule="given"))

    for span, given in ((actor, SOURCE), (recipient, TARGET)):
        if span is not None:
            add(span, given, MentionedBy.NAME)
    if actor is not None:
        for word in pronouns().finditer(sentence, actor.end):
            add(Span(start=word.start(), end=word.end()), SOURCE, MentionedBy.PRONOUN)
    return tuple(sorted(found, key=lambda m: m.span))


def reports_of(sentence: str, mentions: tuple[ActorMention, ...]) -> tuple[Report, ...]:
    """The reports of a sentence in which only the given parties act."""
    whole = Span(start=0, end=len(sentence))
    article = Article(
        id="a-given",
        headline="",
        publisher=None,
        byline=None,
        dateline=None,
        published=None,
        published_at=None,
        modified=None,
        language="en",
        section=None,
        canonical=None,
        text=sentence,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=whole, page="-", source=whole),),
        pages=("-",),
        missing=(),
        credits=(),
        evidence=(),
    )
    alone = Sentence(article=article.id, index=0, span=whole, block=0, kind=BlockKind.PARAGRAPH)
    return code(Reading(article=article, sentences=(alone,), actors=mentions))


def claims_of(reports: Iterable[Report]) -> Iterator[Claim]:
    """The reports as claims, ranked by how well the given parties fill their roles."""
    for report in reports:
        actors, recipients = set(report.actors), set(report.recipients)
        both = {SOURCE, TARGET} <= actors or (SOURCE in actors and TARGET in recipients)
        place = 0 if both else 1 if SOURCE in actors else 2 if TARGET in recipients else 3
        place += report.standing in (Standing.PLANNED, Standing.HYPOTHETICAL)
        aim = report.standing is Standing.PLANNED and not any(part.role == "modal" for part in report.parts)
        start = min(part.span.start for part in report.parts)
        yield Claim(
            report.type,
            report.mode,
            Standing.ASSERTED if aim else report.standing,  # "sent planes to bomb": the aim of what was done
            frozenset(report.themes),
            frozenset(report.contexts),
            report.rule,
            (place, int(report.background), start),
        )


def bare_claims(sentence: str, mentions: Sequence[ActorMention]) -> Iterator[Claim]:
    """What the words of a sentence tell, whoever does it: for where the structure gave the parties no role."""
    structure = structure_of("en")
    items = items_of(sentence, words_of(sentence), mentions, (), lexicon_of("en"), structure)
    phrases = phrases_of(items, structure)
    clauses = clauses_of(items, phrases, structure)
    scope = Scope(items, phrases, clauses)
    parties = [n for n, item in enumerate(items) if item.actor is not None]

    def rank(told: Told) -> tuple[int, int, int]:
        distance = min((abs(told.trigger - n) for n in parties), default=0)
        return 4, int(told.voice in ("noun", "deed")), distance

    for told in Teller(items, phrases, clauses, structure).tell():
        yield Claim(
            told.type,
            told.mode,
            scope.stance(told, ()).standing,
            frozenset(told.themes),
            frozenset(told.contexts),
            told.name,
            rank(told),
        )


def filed(claim: Claim) -> str:
    """The type under which the makers of such files have an event.

    They follow the CAMEO crosswalk where it parts from PLOVER's own codebook: a plan to cooperate or yield is AGREE and a plan to use force
    THREATEN (CAMEO 03 and 13), help not given is refused, sanctions and embargoes are COERCE (163), peacekeepers sent AID (074), blockades, occupations and cyber
    attacks ASSAULT (18, 19), verdicts ACCUSE (116), apologies, signed treaties and opened
    relations SUPPORT (05).
    """
    kind, standing = claim.type, claim.standing
    if standing in (Standing.NEGATED, Standing.DENIED) and kind in COOPERATION | {"CONSULT"}:
        return "REJECT"
    if standing in (Standing.PLANNED, Standing.HYPOTHETICAL) and kind in FORCE:
        return "THREATEN"
    if standing is Standing.PLANNED and kind in COOPERATION - {"SUPPORT"} | {"CONSULT"}:
        return "AGREE"
    if kind == "SANCTION" and {"sanction", "embargo", "tariff"} & claim.themes:
        return "COERCE"
    if kind == "MOBILIZE" and ("peacekeeper" in claim.themes or "peacekeeping" in claim.contexts):
        return "AID"
    if kind == "CONCEDE" and ("reparations" in claim.contexts or "apology" in claim.themes):
        return "SUPPORT"
    if kind == "CONCEDE" and re.search(r" (?:agree|promise|offer)\*", claim.rule):
        return "AGREE"
    if kind == "SANCTION" and claim.mode == "convict":
        return "ACCUSE"
    if kind == "COERCE" and (
        claim.mode == "cyber" or "blockade" in claim.themes or {"territory", "military"} <= claim.contexts
    ):
        return "ASSAULT"
    if kind == "AGREE" and re.search(r" (?:sign|ratify|do|make|begin)\*", claim.rule):
        return "SUPPORT"
    if kind == "COOPERATE" and (
        "diplomatic" in claim.contexts or {"relations", "embassy", "ambassador"} & claim.themes
    ):
        return "SUPPORT"
    return {"CONCEDE": "YIELD", "RETREAT": "YIELD"}.get(kind, kind)


def claim_of(sentence: str, source: str, target: str) -> Claim | None:
    """What the source does to the target, or None."""
    mentions = mentions_of(sentence, find(sentence, source), find(sentence, target))
    best = min(claims_of(reports_of(sentence, mentions)), key=lambda c: c.rank, default=None)
    return best or min(bare_claims(sentence, mentions), key=lambda c: c.rank, default=None)


def predict(sentence: str, source: str, target: str) -> str:
    """The type of what the source does to the target, or NONE."""
    claim = claim_of(sentence, source, target)
    return "NONE" if claim is None else filed(claim)


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Mean of the classes' F1 over pairs of (gold, predicted)."""
    total = 0.0
    labels = sorted({gold for gold, _ in pairs})
    for label in labels:
        hit = sum(gold == label == got for gold, got in pairs)
        wrong = sum((gold == label) != (got == label) for gold, got in pairs)
        total += 2 * hit / (2 * hit + wrong) if hit else 0.0
    return total / len(labels)


def figures(rows: list[dict[str, str]], got: list[str]) -> Iterator[tuple[str, float]]:
    """Macro-F1 of the binary, quad and root readings."""
    roots = [(row["root"], kind) for row, kind in zip(rows, got, strict=True)]
    quads = [
        (row["quad"], row["quad"] if kind == row["root"] else _QUAD_OF.get(kind, "0"))
        for row, kind in zip(rows, got, strict=True)
    ]
    pole = {"1": "+", "2": "+", "3": "-", "4": "-"}
    yield "binary", macro_f1([(pole[gold], pole.get(kind, "0")) for gold, kind in quads])
    yield "quad", macro_f1(quads)
    yield "root", macro_f1(roots)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    with arguments.file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    start = time.perf_counter()
    got = [predict(row["sentence"], row["source"], row["target"]) for row in rows]
    seconds = time.perf_counter() - start
    arguments.out.write_text(
        "".join(f"{row['uid']}\t{kind}\n" for row, kind in zip(rows, got, strict=True)), encoding="utf-8"
    )
    print(f"{len(rows)} sentences, {len(rows) / seconds:.0f} a second; nothing told in {got.count('NONE')}")
    if rows and "root" in rows[0]:
        print(f"{'Tidebook':40s}" + "  ".join(f"{name} {value:.3f}" for name, value in figures(rows, got)))
        for name, *values in _PEERS:
            print(
                f"{name:40s}"
                + "  ".join(f"{n} {v:.3f}" for n, v in zip(("binary", "quad", "root"), values, strict=True))
            )


if __name__ == "__main__":
    main()
