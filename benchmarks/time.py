"""How well and how fast times are read, on a folder of TIMEX gold.

    python -m benchmarks.time GOLD_DIR --language id|en|de --out predictions.json [--half even|odd] [--errors]

GOLD_DIR holds files with TIMEX3 or TIMEX2 inline in ``<TEXT>`` (TimeML, WikiWars, KRAUTS). Predictions are
``{document: [[start, end, type, value], ...]}`` with offsets into the text without its tags. Definitions as in TempEval-3:
strict, same extent (edge punctuation ignored); relaxed, any overlap, one to one; value, relaxed and the same value. All
three as F1 over the whole folder; the document's creation time is given, never scored.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tidebook.errors import EdtfError
from tidebook.mentions.times import read_times
from tidebook.records.edtf import parse
from tidebook.records.times import Interval

_GIVEN = r"[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*')"  # an attribute with its value, which may hold a ">"
_TAG = re.compile(rf"<(/?)([A-Za-z_][\w:.-]*)((?:\s+{_GIVEN})*)\s*(/?)>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_EDGE = " \t\n\r\"'“”‘’.,;:()[]"
_SPEED_TEXT = 1_000_000  # characters; small folders are read again and again until so much was read

# Strict, relaxed and value F1 of others on the whole of these sets, measured by the makers of the issue on shared cores.
PEERS = {
    "indotimex": ("IndoTimex 91.6 / 93.6 / 80.7, 0.6 docs/s", "dateparser 51.3 / 76.9 / 49.0"),
    "wikiwars": ("HeidelTime 85.9 / 91.9 / 83.2, 1.4 docs/s", "SUTime 76.9 / 91.2 / 49.8"),
    "tempeval": ("HeidelTime 82.5 / 90.7 / 78.1, 1.4 docs/s", "SUTime 80.9 / 90.2 / 67.2"),
}

Timex = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Document:
    """One gold document: text without tags, what is marked in it, and its date."""

    name: str
    text: str
    published: Interval | None
    gold: tuple[Timex, ...]


def read_folder(folder: Path) -> list[Document]:
    """The documents of a folder, sorted by file name."""
    files = sorted(p for p in folder.iterdir() if p.suffix in (".tml", ".xml") and not p.name.startswith("._"))
    return [read_document(path) for path in files]


def read_document(path: Path) -> Document:
    """One TimeML or WikiWars file."""
    raw = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").lstrip("\ufeff")
    raw = re.sub(r"<!--.*?-->", "", raw, flags=re.S)
    body = re.search(r"<TEXT[^>]*>(.*)</TEXT>", raw, re.S)
    text, gold = _without_tags(body.group(1) if body else raw)
    head = raw[: body.start()] if body else ""
    name = path.name.split(".tml")[0].replace(".key.xml", "").replace(".xml", "")
    return Document(name, text, _date_of(head), gold)


def _date_of(head: str) -> Interval | None:
    found = re.search(r"<(DCT|DATETIME)>(.*?)</\1>", head, re.S)
    if found is None:
        return None
    value = re.search(r"val(?:ue)?\s*=\s*[\"']([^\"']+)[\"']", found.group(2))
    written = value.group(1) if value else re.sub(r"<[^>]+>", "", found.group(2)).strip()
    compact = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", written[:8])
    try:
        return parse("-".join(compact.groups()) if compact else written[:10])
    except EdtfError:
        return None


def _without_tags(marked: str) -> tuple[str, tuple[Timex, ...]]:
    pieces: list[str] = []
    found: list[Timex] = []
    opened: list[tuple[int, dict[str, str]]] = []
    at = length = 0
    for tag in _TAG.finditer(marked):
        piece = html.unescape(marked[at : tag.start()])
        pieces.append(piece)
        length += len(piece)
        at = tag.end()
        name = tag.group(2).upper()
        if not name.startswith("TIMEX") or name == "TIMEX3INTERVAL":
            continue
        if tag.group(1):
            if opened:
                start, given = opened.pop()
                value = given.get("value", given.get("val", given.get("VAL", "")))
                found.append((start, length, given.get("type", ""), value))
        elif not tag.group(4):
            opened.append((length, {key: one or two for key, one, two in _ATTRIBUTE.findall(tag.group(3))}))
    pieces.append(html.unescape(marked[at:]))
    return "".join(pieces), tuple(sorted(found, key=lambda timex: (timex[0], -timex[1])))


def predict(document: Document, language: str) -> list[Timex]:
    """What Tidebook reads in a document."""
    mentions = read_times(document.text, language, document.published)
    return [(m.span.start, m.span.end, m.kind.value, m.value) for m in mentions]


def aligned(text: str, gold: tuple[Timex, ...], ours: list[Timex]) -> list[tuple[int, int, bool]]:
    """(gold, ours, same extent) for every pair, one to one: exact extents first, then the longest overlap."""
    pairs = []
    for one, wanted in enumerate(gold):
        start, end = _trimmed(text, wanted[0], wanted[1])
        for other, got in enumerate(ours):
            first, last = _trimmed(text, got[0], got[1])
            overlap = min(end, last) - max(start, first)
            if overlap > 0:
                pairs.append(((start, end) != (first, last), -overlap, one, other))
    taken_gold: set[int] = set()
    taken_ours: set[int] = set()
    chosen = []
    for different, _, one, other in sorted(pairs):
        if one not in taken_gold and other not in taken_ours:
            taken_gold.add(one)
            taken_ours.add(other)
            chosen.append((one, other, not different))
    return chosen


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _spelled(value: str) -> str:
    return re.sub(r"T(\d\d):(\d\d):00(?:\.0+)?(?=$|Z|[+-])", r"T\1:\2", value.strip().upper())


def score(documents: list[Document], ours: dict[str, list[Timex]], errors: bool = False) -> dict[str, float]:
    """Strict, relaxed, value and type F1 in percent, and the numbers behind them; prints what went wrong if asked."""
    count: Counter[str] = Counter()
    for document in documents:
        got = ours[document.name]
        pairs = aligned(document.text, document.gold, got)
        count["gold"] += len(document.gold)
        count["ours"] += len(got)
        count["relaxed"] += len(pairs)
        for one, other, same in pairs:
            wanted, read = document.gold[one], got[other]
            count["strict"] += same
            count["value"] += _spelled(wanted[3]) == _spelled(read[3])
            count["type"] += wanted[2].upper() == read[2].upper()
        if errors:
            _show_errors(document, got, pairs)
    total = count["gold"] + count["ours"]
    shares = {name: 200 * count[name] / total if total else 0.0 for name in ("strict", "relaxed", "value", "type")}
    return {**shares, "gold": count["gold"], "ours": count["ours"]}


def _show_errors(document: Document, got: list[Timex], pairs: list[tuple[int, int, bool]]) -> None:
    def words(timex: Timex) -> str:
        start, end = timex[0], timex[1]
        before = document.text[max(0, start - 25) : start]
        return f"{before}[[{document.text[start:end]}]]".replace("\n", "⏎")

    for one, other, same in pairs:
        wanted, read = document.gold[one], got[other]
        if _spelled(wanted[3]) != _spelled(read[3]):
            print(f"{document.name}\tVALUE\t{wanted[3]}\t{read[3]}\t{words(wanted)}\t{words(read)[-40:]}")
        elif not same:
            print(f"{document.name}\tEXTENT\t{wanted[3]}\t{read[3]}\t{words(wanted)}\t{words(read)[-40:]}")
    for one, wanted in enumerate(document.gold):
        if one not in {pair[0] for pair in pairs}:
            print(f"{document.name}\tMISSED\t{wanted[3]}\t\t{words(wanted)}")
    for other, read in enumerate(got):
        if other not in {pair[1] for pair in pairs}:
            print(f"{document.name}\tOURS\t\t{read[3]}\t{words(read)}")


def speed(documents: list[Document], language: str) -> float:
    """Megabytes (UTF-8) of these documents read per second of one core."""
    characters = sum(len(document.text) for document in documents)
    rounds = max(1, _SPEED_TEXT // max(1, characters))
    began = time.process_time()
    for _ in range(rounds):
        for document in documents:
            read_times(document.text, language, document.published)
    spent = time.process_time() - began
    return rounds * sum(len(document.text.encode()) for document in documents) / 1e6 / max(spent, 1e-9)


def main() -> None:
    """Reads, writes, scores, prints."""
    parser = argparse.ArgumentParser(description="Reads a folder of TIMEX gold and shows how well and how fast.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--language", required=True)
    parser.add_argument("--out", type=Path, help="where the predictions go, as JSON")
    parser.add_argument("--half", choices=("even", "odd"), help="every second document only, to keep the others unseen")
    parser.add_argument("--errors", action="store_true", help="list every expression that went wrong")
    asked = parser.parse_args()
    documents = read_folder(asked.gold)
    if asked.half:
        documents = documents[0 if asked.half == "even" else 1 :: 2]
    ours = {document.name: predict(document, asked.language) for document in documents}
    if asked.out:
        asked.out.write_text(json.dumps(ours, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    figures = score(documents, ours, asked.errors)
    print(
        f"{asked.gold.name}: {len(documents)} documents, {figures['gold']:.0f} expressions, {figures['ours']:.0f} read\n"
        f"  Tidebook    strict {figures['strict']:.1f} / relaxed {figures['relaxed']:.1f} / value {figures['value']:.1f}"
        f" (type {figures['type']:.1f}), {speed(documents, asked.language):.2f} MB/s"
    )
    name = asked.gold.resolve().name.lower()
    for peer in next((peers for key, peers in PEERS.items() if key in name), ()):
        print(f"  peer, whole set    {peer}")


if __name__ == "__main__":
    main()
