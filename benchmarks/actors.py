"""Country and sector of actor strings: `python -m benchmarks.actors FILE.tsv [--half odd|even] [--list]`.

FILE.tsv has the columns ``text``, ``country`` (ISO alpha-3, empty for none, ``*`` for any) and ``sector`` (CAMEO's codes, the
crosswalk to PLOVER's is ours, below). A text on several rows is right where one of them is met. Each string is read as an
English sentence published on the day of ``--published``.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from tidebook.knowledge import who
from tidebook.knowledge.actor_words import BODY, CIVIL, GROUP, INSTITUTION, OFFICE, actor_words
from tidebook.knowledge.load import read_table
from tidebook.mentions.actor_atoms import find_atoms
from tidebook.mentions.actors import read_actors
from tidebook.records.articles import Article, BlockKind, Sentence
from tidebook.records.edtf import parse
from tidebook.records.readings import Reading
from tidebook.records.spans import Span

# CAMEO's sector to those of ours that mean it: an elite is whoever once spoke for a state; protesters are PLOVER's opposition.
CAMEO = {
    "ELI": {"GOV", "LEG", "OPP", "PTY", "SPY", "MIL"},
    "PRM": {"REB"},
    "UAF": {"REB", "CRM", "UAF"},
    "PRE": {"GOV"},
    "SOC": {"NGO", "CVL"},
    "AGR": {"CVL", "BUS"},
    "CVL": {"CVL", "CIT", "OPP"},
    "MED": {"MED", "HLH"},
    "PTY": {"PTY", "OPP", "GOV", "LEG"},
    "OPP": {"OPP", "CVL"},
    "LEG": {"LEG", "GOV"},
}
COUNTRIES = {"EUU": "EUR", "ICJ": "UNO", "IMF": "IGO", "WBK": "IGO"}


def answer(text: str, published: str) -> tuple[str, str]:
    """Country and sector that Tidebook reads in a string; "" where it reads none."""
    sentence = Sentence(article="a", index=0, span=Span(start=0, end=len(text)), block=0, kind=BlockKind.PARAGRAPH)
    mentions = read_actors(Reading(article=_article(text, published), sentences=(sentence,)))
    named = [mention for mention in mentions if mention.actors or mention.person]
    country = who.home(named[0].actors[0]) if named and named[0].actors else ""
    sector = next((mention.sector for mention in named if mention.sector), None) or ""
    atoms = find_atoms(text, actor_words("en"))
    spoken = [atom.senses[0].sector for atom in atoms if atom.letter in (OFFICE, INSTITUTION, CIVIL, BODY, GROUP)]
    if (not sector or not named) and any(spoken):
        sector = next(filter(None, spoken))
    return COUNTRIES.get(country, country), sector


def main() -> None:
    """Prints both shares of strings read right, and with ``--list`` each string read wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("file", type=Path)
    parser.add_argument("--half", choices=("odd", "even", "all"), default="all")
    parser.add_argument("--published", default="2021-09-01")
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    wanted: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_table(arguments.file):
        wanted[row["text"]].append((row["country"], row["sector"]))
    texts = [
        text
        for number, text in enumerate(wanted, 1)
        if arguments.half == "all" or number % 2 == (arguments.half == "odd")
    ]
    countries = sectors = 0
    for text in texts:
        country, sector = answer(text, arguments.published)
        right = any(want in ("*", country) for want, _ in wanted[text])
        fits = any(_fits(want, sector) for _, want in wanted[text])
        countries, sectors = countries + right, sectors + fits
        if arguments.list and not (right and fits):
            print(f"{text}: read {country or '-'} {sector or '-'}, wanted {wanted[text]}")
    print(f"{len(texts)} strings: country {countries / len(texts):.3f}, sector {sectors / len(texts):.3f}")


def _fits(want: str, sector: str) -> bool:
    if want in ("", "*", "UNK", "JNK", "????"):
        return True
    return sector in CAMEO.get(want, {want})


def _article(text: str, published: str) -> Article:
    return Article(
        id="a-benchmark",
        headline=text,
        publisher=None,
        byline=None,
        dateline=None,
        published=parse(published),
        published_at=None,
        modified=None,
        language="en",
        section=None,
        canonical=None,
        text=text,
        blocks=(),
        pages=(),
        missing=(),
        credits=(),
        evidence=(),
    )


if __name__ == "__main__":
    main()
