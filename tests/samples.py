"""A chronicle built by hand: an invented relationship of two real states, for tests of stores and faces.

Nothing in it happened. Every span is true of its text, every id is made from content, and it holds one of each hard
case: an article of two pages, a wire story told twice, a translation, claims, a denial, disputes about a date and a
figure, a predecessor state, an undated event, ties of every end, phases, and things that were dropped.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from tidebook.records.articles import (
    Article,
    Block,
    BlockKind,
    Credit,
    Evidence,
    Origin,
    OriginKind,
    Sentence,
)
from tidebook.records.chronicles import Chronicle, Dyad, Entry, Phase, Side, TidePoint, Tie
from tidebook.records.drops import Dropped
from tidebook.records.edtf import parse
from tidebook.records.events import Dispute, Event, Part, Report, Standing
from tidebook.records.pages import Page
from tidebook.records.spans import Span


@dataclass(frozen=True)
class _Story:
    """An article to be: paragraphs per page, each a tuple of sentences; a paragraph that begins with ``# `` is a heading,
    with ``! `` a caption."""

    key: str
    publisher: str
    language: str
    published: str
    headline: str
    pages: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    origin: tuple[str, OriginKind, str, str | None, str, float]
    byline: str | None = None
    dateline: str | None = None
    credit: tuple[str, str, str, str] | None = None
    missing: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Claim:
    """A report to be: `words` gives (role, words in the sentence, what they fill)."""

    key: str
    story: str
    begins: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: str | None
    words: tuple[tuple[str, str, tuple[str, ...]], ...]
    standing: Standing = Standing.ASSERTED
    speaker: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    place: str | None = None
    contexts: tuple[str, ...] = ("diplomatic",)
    themes: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    background: bool = False
    when_by: str = "clause"
    confidence: float = 0.9


@dataclass(frozen=True)
class _Happening:
    """An event to be: the keys of its reports, the first being the one that tells it best."""

    claims: tuple[str, ...]
    score: float
    goldstein: float | None
    weight: float
    when: str | None = None
    disputes: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = ()
    reasons: tuple[str, ...] = ()
    told: bool = True


_FOOT = "Share this page\nMore stories\nAbout us\n© Nothing of this happened\n"

_STORIES = (
    _Story(
        key="fjord",
        publisher="Fjord Courier",
        language="en",
        published="2021-03-14",
        headline="How Prague and Santiago fell out over copper, and made up",
        byline="Inga Holm",
        pages=(
            (
                "fjord/copper-1.txt",
                (
                    (
                        "Czechoslovakia recognised the new government of Chile in June 1925.",
                        "The two states opened embassies in 1926.",
                    ),
                    ("# The cold years",),
                    (
                        "Czechoslovakia broke off relations with Chile in September 1973.",
                        "Santiago expelled eleven Czechoslovak engineers a week later.",
                        "In the late 1970s Prague condemned the arrest of union leaders in Chile at every meeting of the United Nations.",
                    ),
                    ("! Copper ingots in the port of Antofagasta. Photo: Nordpress",),
                    (
                        "Chile and Czechoslovakia restored diplomatic relations on 12 April 1990.",
                        "Prague wrote off 60 percent of an old machine debt of $40 million in 1991.",
                    ),
                ),
            ),
            (
                "fjord/copper-2.txt",
                (
                    ("# A treaty and a quarrel",),
                    (
                        "President Vaclav Havel visited Santiago in May 1994.",
                        "The Czech Republic and Chile signed a treaty on the protection of investments during the visit.",
                        "In 2001 Chile imposed a duty on Czech glass.",
                        "Prague called the duty unfair and answered with a ban on Chilean wine in March 2002.",
                    ),
                    (
                        "The ban was lifted in 2004.",
                        "Trade grew in the years that followed.",
                    ),
                ),
            ),
        ),
        origin=(
            "article:fjord",
            OriginKind.OWN,
            "Fjord Courier",
            None,
            "a byline of its own and no credit to others",
            0.9,
        ),
    ),
    _Story(
        key="wire",
        publisher="Nordpress",
        language="en",
        published="2014-08-21",
        headline="Czech minister signs lithium accord in Chile",
        dateline="SANTIAGO",
        pages=(
            (
                "nordpress/lithium.html",
                (
                    (
                        "SANTIAGO (Nordpress) - The Czech Republic and Chile signed an accord on lithium on 20 August 2014.",
                        "The accord is worth 250 million euros, the Czech industry ministry said.",
                        "Foreign Minister Jan Dvorak met President Elena Rojas in Santiago on the same day.",
                    ),
                    (
                        "Chile accused Prague in 2013 of selling night-vision devices to armed groups on its northern border.",
                        "The Czech government denied that any devices had been sold.",
                    ),
                ),
            ),
        ),
        origin=("agency:nordpress", OriginKind.WIRE, "Nordpress", None, "the date line names the agency", 0.98),
        credit=("Nordpress", "agency", "text", "SANTIAGO (Nordpress)"),
    ),
    _Story(
        key="pantai",
        publisher="Pantai Kita",
        language="id",
        published="2014-08-22",
        headline="Menteri Ceko Teken Kesepakatan Litium di Chile",
        dateline="Jakarta",
        pages=(
            (
                "pantai/litium.txt",
                (
                    (
                        "PANTAI KITA, Jakarta - Republik Ceko dan Chile menandatangani kesepakatan litium pada 20 Agustus 2014.",
                        "Nilai kesepakatan itu 280 juta euro, menurut kementerian perindustrian Ceko.",
                    ),
                    (
                        "Pada 2013 Chile menuduh Praha menjual alat penglihatan malam kepada kelompok bersenjata.",
                        "Pemerintah Ceko membantah tuduhan tersebut.",
                    ),
                ),
            ),
        ),
        origin=(
            "agency:nordpress",
            OriginKind.TRANSLATION,
            "Nordpress",
            "wire",
            "the same rare numbers and names in the same order as Nordpress, one day later",
            0.86,
        ),
    ),
    _Story(
        key="rakit",
        publisher="Rakit",
        language="id",
        published="2022-11",
        headline="Ceko dan Chile: Dari Embargo Sampai Pakta Pertahanan",
        pages=(
            (
                "rakit/ceko-chile.txt",
                (
                    (
                        "Hubungan Ceko dan Chile tidak selalu hangat.",
                        "Pada September 1973 Cekoslowakia memutus hubungan diplomatik dengan Chile.",
                        "Kedua negara memulihkan hubungan diplomatik pada 13 April 1990.",
                    ),
                    (
                        "Presiden Vaclav Havel mengunjungi Santiago pada 1994.",
                        "Chile mengirim 200 ton bantuan ke Ceko setelah banjir besar Agustus 2002.",
                    ),
                    (
                        "Pada 9 Mei 2016 Ceko dan Chile menandatangani pakta pertahanan selama lima tahun.",
                        "Presiden Elena Rojas mengunjungi Praha pada Oktober 2018.",
                        "Chile membatalkan pembelian pesawat latih Ceko pada Februari 2020.",
                        "Praha mengancam akan menutup kedutaannya di Santiago.",
                        "Ceko menarik duta besarnya dari Santiago pada Juni 2020.",
                    ),
                ),
            ),
        ),
        origin=(
            "article:rakit",
            OriginKind.OWN,
            "Rakit",
            None,
            "no credit and no passage shared with another page",
            0.6,
        ),
        missing=(0,),
    ),
    _Story(
        key="andes",
        publisher="Andes Monitor",
        language="en",
        published="2022-10-03",
        headline="Chile and Czech Republic mend fences with joint exercise",
        byline="Tomas Vidal",
        pages=(
            (
                "andes/exercise.html",
                (
                    (
                        "Chile and the Czech Republic held their first joint mountain exercise in September 2022.",
                        "The Czech ambassador returned to Santiago in March 2021.",
                        "The defence pact of 2016 ran out in May 2021 and has not been renewed.",
                    ),
                    (
                        "Chile promised to supply lithium for a battery plant in Ostrava by 2025.",
                        "Opposition deputies claimed that Prague had secretly paid for the exercise.",
                        "Czech rescuers helped to put out forest fires in southern Chile in February 2022.",
                    ),
                ),
            ),
        ),
        origin=(
            "article:andes",
            OriginKind.OWN,
            "Andes Monitor",
            None,
            "a byline of its own and no credit to others",
            0.9,
        ),
    ),
)

_A, _R, _T = "actor", "recipient", "trigger"

_CLAIMS = (
    _Claim("recognise", "fjord", "Czechoslovakia recognised", "SUPPORT", None, ("CSK",), ("CHL",), "1925-06",
           ((_A, "Czechoslovakia", ("CSK",)), (_T, "recognised", ()), (_R, "Chile", ("CHL",)), ("time", "June 1925", ("1925-06",))),
           themes=("recognition",), background=True),
    _Claim("embassies", "fjord", "The two states opened", "COOPERATE", None, ("CSK", "CHL"), (), "1926",
           ((_A, "The two states", ("CSK", "CHL")), (_T, "opened", ()), ("time", "1926", ("1926",))),
           themes=("relations",), background=True, confidence=0.7),
    _Claim("break", "fjord", "Czechoslovakia broke off", "SANCTION", "withdraw", ("CSK",), ("CHL",), "1973-09",
           ((_A, "Czechoslovakia", ("CSK",)), (_T, "broke off relations", ()), (_R, "Chile", ("CHL",)), ("time", "September 1973", ("1973-09",))),
           themes=("relations",), background=True),
    _Claim("break-id", "rakit", "Pada September 1973", "SANCTION", "withdraw", ("CSK",), ("CHL",), "1973-09",
           ((_A, "Cekoslowakia", ("CSK",)), (_T, "memutus hubungan diplomatik", ()), (_R, "Chile", ("CHL",)), ("time", "September 1973", ("1973-09",))),
           themes=("relations",), background=True),
    _Claim("expel", "fjord", "Santiago expelled", "SANCTION", "expel", ("CHL",), ("CSK",), "1973-09~",
           ((_A, "Santiago", ("CHL",)), (_T, "expelled", ()), (_R, "Czechoslovak", ("CSK",)), ("time", "a week later", ("1973-09~",))),
           figures=("eleven engineers",), background=True),
    _Claim("condemn", "fjord", "In the late 1970s", "ACCUSE", "disapprove", ("CSK",), ("CHL",), "1975/1979",
           ((_A, "Prague", ("CSK",)), (_T, "condemned", ()), (_R, "Chile", ("CHL",)), ("time", "the late 1970s", ("1975/1979",))),
           contexts=("diplomatic", "rights"), background=True),
    _Claim("restore", "fjord", "Chile and Czechoslovakia restored", "COOPERATE", None, ("CHL", "CSK"), (), "1990-04-12",
           ((_A, "Chile", ("CHL",)), (_A, "Czechoslovakia", ("CSK",)), (_T, "restored diplomatic relations", ()), ("time", "12 April 1990", ("1990-04-12",))),
           themes=("relations",), background=True),
    _Claim("restore-id", "rakit", "Kedua negara memulihkan", "COOPERATE", None, ("CSK", "CHL"), (), "1990-04-13",
           ((_A, "Kedua negara", ("CSK", "CHL")), (_T, "memulihkan hubungan diplomatik", ()), ("time", "13 April 1990", ("1990-04-13",))),
           themes=("relations",), background=True),
    _Claim("debt", "fjord", "Prague wrote off", "AID", None, ("CSK",), ("CHL",), "1991",
           ((_A, "Prague", ("CSK",)), (_T, "wrote off", ()), ("time", "1991", ("1991",)), ("object", "debt", ())),
           themes=("debt",), figures=("60 percent", "$40 million"), contexts=("economic",), background=True),
    _Claim("havel", "fjord", "President Vaclav Havel", "CONSULT", "visit", ("CZE", "CHL"), (), "1994-05",
           ((_A, "President Vaclav Havel", ("CZE",)), (_T, "visited", ()), (_A, "Santiago", ("CHL",)), ("place", "Santiago", ()), ("time", "May 1994", ("1994-05",))),
           persons=("Václav Havel",), place="Santiago", background=True),
    _Claim("havel-id", "rakit", "Presiden Vaclav Havel", "CONSULT", "visit", ("CZE", "CHL"), (), "1994",
           ((_A, "Presiden Vaclav Havel", ("CZE",)), (_T, "mengunjungi", ()), (_A, "Santiago", ("CHL",)), ("place", "Santiago", ()), ("time", "1994", ("1994",))),
           persons=("Václav Havel",), place="Santiago", background=True),
    _Claim("investments", "fjord", "The Czech Republic and Chile signed", "AGREE", None, ("CZE", "CHL"), (), "1994-05",
           ((_A, "The Czech Republic", ("CZE",)), (_A, "Chile", ("CHL",)), (_T, "signed", ()), ("object", "treaty", ())),
           themes=("agreement",), contexts=("economic", "legal"), when_by="story", background=True),
    _Claim("duty", "fjord", "In 2001 Chile imposed", "SANCTION", None, ("CHL",), ("CZE",), "2001",
           ((_A, "Chile", ("CHL",)), (_T, "imposed", ()), (_R, "Czech", ("CZE",)), ("time", "2001", ("2001",))),
           themes=("sanction", "trade"), contexts=("economic",), background=True),
    _Claim("wine", "fjord", "Prague called the duty", "SANCTION", None, ("CZE",), ("CHL",), "2002-03",
           ((_A, "Prague", ("CZE",)), (_T, "ban", ()), (_R, "Chilean", ("CHL",)), ("time", "March 2002", ("2002-03",))),
           themes=("sanction", "trade"), contexts=("economic",), background=True),
    _Claim("unfair", "fjord", "Prague called the duty", "ACCUSE", "disapprove", ("CZE",), ("CHL",), "2002-03~",
           ((_A, "Prague", ("CZE",)), (_T, "called", ()), ("time", "March 2002", ("2002-03",))),
           contexts=("economic",), background=True, confidence=0.6),
    _Claim("flood", "rakit", "Chile mengirim 200 ton", "AID", None, ("CHL",), ("CZE",), "2002-08",
           ((_A, "Chile", ("CHL",)), (_T, "mengirim 200 ton bantuan", ()), (_R, "Ceko", ("CZE",)), ("time", "Agustus 2002", ("2002-08",))),
           figures=("200 ton",), contexts=("humanitarian",), themes=("aid",), background=True),
    _Claim("lifted", "fjord", "The ban was lifted", "CONCEDE", None, ("CZE",), ("CHL",), "2004",
           ((_T, "lifted", ()), ("object", "The ban", ()), ("time", "2004", ("2004",))),
           themes=("sanction", "trade"), contexts=("economic",), background=True, confidence=0.6),
    _Claim("accuse", "wire", "Chile accused Prague", "ACCUSE", "allege", ("CHL",), ("CZE",), "2013",
           ((_A, "Chile", ("CHL",)), (_T, "accused", ()), (_R, "Prague", ("CZE",)), ("time", "2013", ("2013",))),
           contexts=("military",), background=True),
    _Claim("accuse-id", "pantai", "Pada 2013 Chile menuduh", "ACCUSE", "allege", ("CHL",), ("CZE",), "2013",
           ((_A, "Chile", ("CHL",)), (_T, "menuduh", ()), (_R, "Praha", ("CZE",)), ("time", "2013", ("2013",))),
           contexts=("military",), background=True),
    _Claim("devices", "wire", "Chile accused Prague", "COERCE", None, ("CZE",), ("CHL",), "2013",
           (("speaker", "Chile", ("CHL",)), (_A, "Prague", ("CZE",)), (_T, "selling", ()), ("time", "2013", ("2013",))),
           standing=Standing.ALLEGED, speaker=("CHL",), themes=("arms",), contexts=("military",), background=True),
    _Claim("devices-denied", "wire", "The Czech government denied", "COERCE", None, ("CZE",), ("CHL",), "2013",
           (("speaker", "The Czech government", ("CZE",)), (_T, "sold", ()), ("negation", "denied", ())),
           standing=Standing.DENIED, speaker=("CZE",), themes=("arms",), contexts=("military",), when_by="story", background=True),
    _Claim("deny", "wire", "The Czech government denied", "REJECT", None, ("CZE",), ("CHL",), "2013/2014-08",
           ((_A, "The Czech government", ("CZE",)), (_T, "denied", ())), contexts=("military",), when_by="story"),
    _Claim("deny-id", "pantai", "Pemerintah Ceko membantah", "REJECT", None, ("CZE",), ("CHL",), "2013/2014-08",
           ((_A, "Pemerintah Ceko", ("CZE",)), (_T, "membantah", ())), contexts=("military",), when_by="story"),
    _Claim("lithium", "wire", "SANTIAGO (Nordpress)", "AGREE", None, ("CZE", "CHL"), (), "2014-08-20",
           ((_A, "The Czech Republic", ("CZE",)), (_A, "Chile", ("CHL",)), (_T, "signed", ()), ("object", "accord", ()), ("time", "20 August 2014", ("2014-08-20",))),
           themes=("agreement",), contexts=("economic",), figures=("250 million euros",)),
    _Claim("lithium-id", "pantai", "PANTAI KITA, Jakarta", "AGREE", None, ("CZE", "CHL"), (), "2014-08-20",
           ((_A, "Republik Ceko", ("CZE",)), (_A, "Chile", ("CHL",)), (_T, "menandatangani", ()), ("object", "kesepakatan", ()), ("time", "20 Agustus 2014", ("2014-08-20",))),
           themes=("agreement",), contexts=("economic",), figures=("280 juta euro",)),
    _Claim("dvorak", "wire", "Foreign Minister Jan Dvorak", "CONSULT", None, ("CZE", "CHL"), (), "2014-08-20",
           ((_A, "Foreign Minister Jan Dvorak", ("CZE",)), (_T, "met", ()), (_A, "President Elena Rojas", ("CHL",)), ("place", "Santiago", ()), ("time", "on the same day", ("2014-08-20",))),
           persons=("Jan Dvorak", "Elena Rojas"), place="Santiago"),
    _Claim("pact", "rakit", "Pada 9 Mei 2016", "AGREE", None, ("CZE", "CHL"), (), "2016-05-09",
           ((_A, "Ceko", ("CZE",)), (_A, "Chile", ("CHL",)), (_T, "menandatangani pakta pertahanan", ()), ("time", "9 Mei 2016", ("2016-05-09",))),
           themes=("alliance",), contexts=("military",), background=True),
    _Claim("rojas", "rakit", "Presiden Elena Rojas", "CONSULT", "visit", ("CHL", "CZE"), (), "2018-10",
           ((_A, "Presiden Elena Rojas", ("CHL",)), (_T, "mengunjungi", ()), (_A, "Praha", ("CZE",)), ("place", "Praha", ()), ("time", "Oktober 2018", ("2018-10",))),
           persons=("Elena Rojas",), place="Praha", background=True),
    _Claim("aircraft", "rakit", "Chile membatalkan", "REJECT", None, ("CHL",), ("CZE",), "2020-02",
           ((_A, "Chile", ("CHL",)), (_T, "membatalkan", ()), (_R, "Ceko", ("CZE",)), ("time", "Februari 2020", ("2020-02",))),
           themes=("arms",), contexts=("military",), background=True),
    _Claim("threat", "rakit", "Praha mengancam", "THREATEN", "relations", ("CZE",), ("CHL",), "2020-02/2020-06",
           ((_A, "Praha", ("CZE",)), (_T, "mengancam", ()), (_R, "Santiago", ("CHL",))), when_by="story", background=True),
    _Claim("close", "rakit", "Praha mengancam", "SANCTION", "withdraw", ("CZE",), ("CHL",), "2020-02/2020-06",
           ((_A, "Praha", ("CZE",)), (_T, "menutup kedutaannya", ()), (_R, "Santiago", ("CHL",))),
           standing=Standing.HYPOTHETICAL, themes=("embassy",), when_by="story", background=True),
    _Claim("recall", "rakit", "Ceko menarik duta besarnya", "SANCTION", "withdraw", ("CZE",), ("CHL",), "2020-06",
           ((_A, "Ceko", ("CZE",)), (_T, "menarik duta besarnya", ()), (_R, "Santiago", ("CHL",)), ("time", "Juni 2020", ("2020-06",))),
           themes=("embassy",), background=True),
    _Claim("return", "andes", "The Czech ambassador", "CONCEDE", None, ("CZE",), ("CHL",), "2021-03",
           ((_A, "The Czech ambassador", ("CZE",)), (_T, "returned", ()), (_R, "Santiago", ("CHL",)), ("time", "March 2021", ("2021-03",))),
           themes=("embassy",), background=True),
    _Claim("expire", "andes", "The defence pact of 2016", "REJECT", None, ("CZE", "CHL"), (), "2021-05",
           ((_T, "ran out", ()), ("object", "The defence pact", ()), ("time", "May 2021", ("2021-05",))),
           themes=("alliance",), contexts=("military",), background=True, confidence=0.5),
    _Claim("fires", "andes", "Czech rescuers", "AID", None, ("CZE",), ("CHL",), "2022-02",
           ((_A, "Czech rescuers", ("CZE",)), (_T, "helped", ()), (_R, "Chile", ("CHL",)), ("time", "February 2022", ("2022-02",))),
           contexts=("humanitarian",), themes=("aid",)),
    _Claim("exercise", "andes", "Chile and the Czech Republic held", "COOPERATE", None, ("CHL", "CZE"), (), "2022-09",
           ((_A, "Chile", ("CHL",)), (_A, "the Czech Republic", ("CZE",)), (_T, "held", ()), ("object", "exercise", ()), ("time", "September 2022", ("2022-09",))),
           themes=("exercise",), contexts=("military",)),
    _Claim("supply", "andes", "Chile promised to supply", "COOPERATE", None, ("CHL", "CZE"), (), "2022-10/2025",
           ((_A, "Chile", ("CHL",)), (_T, "supply", ()), ("modal", "promised", ()), ("time", "by 2025", ("../2025",))),
           standing=Standing.PLANNED, themes=("trade",), contexts=("economic",)),
    _Claim("paid", "andes", "Opposition deputies claimed", "AID", None, ("CZE",), ("CHL",), None,
           (("speaker", "Opposition deputies", ("CHL",)), (_A, "Prague", ("CZE",)), (_T, "paid", ())),
           standing=Standing.ALLEGED, speaker=("CHL",), contexts=("economic",), when_by="none", confidence=0.5),
)  # fmt: skip

_HAPPENINGS = (
    _Happening(("recognise",), 5.0, 3.5, 0.55),
    _Happening(("embassies",), 9.5, 2.5, 0.35),
    _Happening(("break", "break-id"), -6.0, -7.0, 0.95, reasons=("both say September 1973", "same two parties on the same sides", "same theme: relations")),
    _Happening(("expel",), -5.5, -5.0, 0.4),
    _Happening(("condemn",), -2.0, -2.0, 0.3),
    _Happening(("restore", "restore-id"), 9.5, 2.5, 0.9, when="1990-04-12/1990-04-13",
               disputes=(("when", (("1990-04-12", ("restore",)), ("1990-04-13", ("restore-id",)))),),
               reasons=("days one apart", "same two parties", "same theme: relations")),
    _Happening(("debt",), 10.0, 7.4, 0.5),
    _Happening(("havel", "havel-id"), 4.0, 1.9, 0.8, when="1994-05", reasons=("1994 holds May 1994", "Václav Havel in both", "Santiago in both")),
    _Happening(("investments",), 2.5, 6.0, 0.6),
    _Happening(("duty",), -6.0, -7.0, 0.55),
    _Happening(("wine",), -6.0, -7.0, 0.6),
    _Happening(("unfair",), -2.0, -2.0, 0.2, told=False),
    _Happening(("flood",), 10.0, 7.0, 0.45),
    _Happening(("lifted",), 4.5, 5.0, 0.4),
    _Happening(("accuse", "accuse-id"), -3.5, -2.0, 0.5, reasons=("both say 2013", "same parties on the same sides")),
    _Happening(("devices", "devices-denied"), -7.0, -4.4, 0.45,
               disputes=(("standing", (("alleged", ("devices",)), ("denied", ("devices-denied",)))),),
               reasons=("the denial answers the claim before it",)),
    _Happening(("deny", "deny-id"), -2.0, -2.0, 0.3, reasons=("same parties on the same sides", "same days")),
    _Happening(("lithium", "lithium-id"), 2.5, 6.0, 0.7,
               disputes=(("figure", (("250 million euros", ("lithium",)), ("280 juta euro", ("lithium-id",)))),),
               reasons=("both say 20 August 2014", "same two parties", "same theme: agreement")),
    _Happening(("dvorak",), 2.5, 1.0, 0.4),
    _Happening(("pact",), 2.5, 8.0, 0.75),
    _Happening(("rojas",), 4.0, 1.9, 0.5),
    _Happening(("aircraft",), -2.0, -4.0, 0.45),
    _Happening(("threat",), -3.5, -5.8, 0.35),
    _Happening(("close",), -6.0, -7.0, 0.1, told=False),
    _Happening(("recall",), -6.0, -4.0, 0.7),
    _Happening(("return",), 4.5, 5.0, 0.6),
    _Happening(("expire",), -2.0, -4.0, 0.5),
    _Happening(("fires",), 10.0, 7.0, 0.5),
    _Happening(("exercise",), 9.5, 7.4, 0.65),
    _Happening(("supply",), 9.5, 6.0, 0.3),
    _Happening(("paid",), 10.0, 7.0, 0.05, told=False),
)  # fmt: skip

# (from, to, the level, the half-width of the band)
_LEVELS = (
    (1925, 1972, 4.0, 4.5),
    (1973, 1989, -4.6, 2.2),
    (1990, 2000, 5.4, 2.6),
    (2001, 2003, -2.1, 3.0),
    (2004, 2019, 3.4, 2.1),
    (2020, 2020, -3.9, 3.1),
    (2021, 2022, 4.8, 2.9),
)

_PHASES = (
    ("1925/1973-08", None, 4.0, 0.0, 1.0, "opening", ()),
    ("1973-09/1990-03", "1972-11/1973-10", -4.6, 0.05, 0.97, "fall.SANCTION", ("break",)),
    ("1990-04/2000", "1989-06/1990-09", 5.4, -0.02, 0.96, "rise.COOPERATE", ("restore", "debt")),
    ("2001/2003", "2000-02/2001-12", -2.1, 0.4, 0.71, "fall.SANCTION", ("duty", "wine")),
    ("2004/2020-01", "2002-09/2005-03", 3.4, 0.1, 0.66, "rise.CONCEDE", ("lifted",)),
    ("2020-02/2021-02", "2019-10/2020-06", -3.9, -0.8, 0.83, "fall.SANCTION", ("recall", "aircraft")),
    ("2021-03/2022-12", "2020-12/2021-08", 4.8, 0.6, 0.74, "rise.CONCEDE", ("return",)),
)

_TIES = (
    ("recognition", ("CSK", "CHL"), "recognition", "1925-06", None, "in force", ("recognise",), (), None),
    (
        "diplomatic relations",
        ("CSK", "CHL"),
        "diplomatic relations",
        "1926",
        "1973-09",
        "known",
        ("embassies",),
        ("break",),
        None,
    ),
    (
        "diplomatic relations",
        ("CHL", "CSK"),
        "diplomatic relations",
        "1990-04-12/1990-04-13",
        None,
        "in force",
        ("restore",),
        (),
        None,
    ),
    ("debt", ("CHL", "CSK"), "debt", None, "1991", "known", (), ("debt",), None),
    ("treaty", ("CZE", "CHL"), "agreement", "1994-05", None, "unknown", ("investments",), (), None),
    ("sanctions", ("CHL", "CZE"), "duty on glass", "2001", None, "unknown", ("duty",), (), None),
    ("sanctions", ("CZE", "CHL"), "ban on wine", "2002-03", "2004", "known", ("wine",), ("lifted",), None),
    ("alliance", ("CZE", "CHL"), "defence pact", "2016-05-09", "2021-05", "known", ("pact",), ("expire",), None),
    ("leader", ("CZE",), "Václav Havel", "1993-02-02", "2003-02-02", "known", (), (), "knowledge/actors/CZE.yaml"),
    ("leader", ("CHL",), "Elena Rojas", "2014", None, "in force", (), (), "knowledge/actors/CHL.yaml"),
)

_DROPS = (
    ("pages", "rakit/cover.jpg", "unreadable", "the file is an image, not text"),
    ("articles", "fjord/copper-1.txt", "furniture", "Share this page"),
    ("articles", "rakit/ceko-chile.txt", "related-item", "More stories"),
    ("articles", "quinoa/recipe.txt", "no-date", "no line of the page and nothing in its text dates it"),
    ("events", "rakit/ceko-chile.txt", "no-actor", "Hubungan Ceko dan Chile tidak selalu hangat."),
)


def sample_dyad() -> Dyad:
    """Chile and the Czech Republic, which Czechoslovakia stands for until the last day of 1992."""
    return Dyad(
        left=Side(actor="CHL"),
        right=Side(actor="CZE", predecessors=(("CSK", date(1992, 12, 31)),)),
    )


def sample_chronicle() -> Chronicle:
    """About thirty invented events from 1925 to 2022, told by six pages of five articles."""
    built = {story.key: _write(story) for story in _STORIES}
    articles = {key: article for key, (_, article, _) in built.items()}
    articles = {key: _with_origin(key, articles) for key in articles}
    sentences = {key: lines for key, (_, _, lines) in built.items()}
    reports = {claim.key: _report(claim, articles[claim.story], sentences[claim.story]) for claim in _CLAIMS}
    by_id = {article.id: article for article in articles.values()}
    events: dict[str, Event] = {}
    for happening in _HAPPENINGS:
        events[happening.claims[0]] = _event(happening, reports, by_id)
    far = date.max
    ordered = sorted(events.values(), key=lambda e: (e.when.start or far if e.when else far, e.id))
    weights = {events[h.claims[0]].id: h.weight for h in _HAPPENINGS if h.told}
    best = {events[h.claims[0]].id: reports[h.claims[0]].id for h in _HAPPENINGS}
    pages = [page for parts, _, _ in built.values() for page in parts]
    return Chronicle(
        dyad=sample_dyad(),
        pages=tuple(sorted(pages, key=lambda page: page.uri)),
        articles=tuple(sorted(articles.values(), key=lambda article: article.id)),
        sentences=tuple(sorted((s for lines in sentences.values() for s in lines), key=lambda s: (s.article, s.index))),
        reports=tuple(sorted(reports.values(), key=lambda report: report.id)),
        events=tuple(ordered),
        entries=tuple(Entry(event=e.id, weight=weights[e.id], report=best[e.id]) for e in ordered if e.id in weights),
        tide=_tide(ordered),
        tide_note="",
        phases=tuple(
            Phase(
                when=parse(when),
                turn=parse(turn) if turn else None,
                level=level,
                trend=trend,
                certainty=certainty,
                name=name,
                turned_by=tuple(events[key].id for key in keys),
            )
            for when, turn, level, trend, certainty, name, keys in _PHASES
        ),
        phases_note="",
        ties=_ties(events),
        drops=tuple(
            Dropped(room=room, page=page, reason=reason, detail=detail) for room, page, reason, detail in _DROPS
        ),
    )


def _hash(prefix: str, *parts: object) -> str:
    return f"{prefix}-{hashlib.sha256(chr(31).join(map(str, parts)).encode()).hexdigest()[:12]}"


def _write(story: _Story) -> tuple[tuple[Page, ...], Article, tuple[Sentence, ...]]:
    pages: list[Page] = []
    text, blocks, cuts = "", [], []
    for number, (uri, paragraphs) in enumerate(story.pages):
        body = f"{story.publisher}\n\n"
        pieces: list[tuple[BlockKind, tuple[str, ...]]] = []
        if number == 0:
            pieces.append((BlockKind.HEADLINE, (story.headline,)))
        if number:
            body += story.headline + "\n\n"
        pieces += [_kind_of(paragraph) for paragraph in paragraphs]
        for kind, lines in pieces:
            words = " ".join(lines)
            if text:
                text += "\n\n"
            at = len(text)
            blocks.append(
                Block(
                    kind=kind,
                    span=Span(start=at, end=at + len(words)),
                    page=uri,
                    source=Span(start=len(body), end=len(body) + len(words)),
                )
            )
            for line in lines:
                cuts.append((Span(start=at, end=at + len(line)), len(blocks) - 1, kind))
                at += len(line) + 1
            text += words
            body += words + "\n\n"
        body += _FOOT
        digest = "sha256:" + hashlib.sha256(body.encode()).hexdigest()
        pages.append(Page(uri=uri, digest=digest, media_type="text/plain", charset="utf-8", text=body))
    uris = tuple(uri for uri, _ in story.pages)
    article = Article(
        id=_hash("a", story.key, text),
        headline=story.headline,
        publisher=story.publisher,
        byline=story.byline,
        dateline=story.dateline,
        published=parse(story.published),
        published_at=None,
        modified=None,
        language=story.language,
        section=None,
        canonical=None,
        text=text,
        blocks=tuple(blocks),
        pages=uris,
        missing=story.missing,
        credits=_credits(story, pages[0]),
        evidence=(
            Evidence(
                fact="publisher",
                value=story.publisher,
                rule="masthead",
                page=uris[0],
                span=Span(start=0, end=len(story.publisher)),
            ),
            Evidence(
                fact="published",
                value=story.published,
                rule="inferred-from-text",
                why="not before the last day it tells of",
            ),
        ),
    )
    sentences = tuple(
        Sentence(article=article.id, index=i, span=span, block=block, kind=kind)
        for i, (span, block, kind) in enumerate(cuts)
    )
    return tuple(pages), article, sentences


def _kind_of(paragraph: tuple[str, ...]) -> tuple[BlockKind, tuple[str, ...]]:
    if paragraph[0].startswith("# "):
        return BlockKind.HEADING, (paragraph[0][2:],)
    if paragraph[0].startswith("! "):
        return BlockKind.CAPTION, (paragraph[0][2:],)
    return BlockKind.PARAGRAPH, paragraph


def _credits(story: _Story, page: Page) -> tuple[Credit, ...]:
    if story.credit is None:
        return ()
    name, kind, scope, words = story.credit
    start = page.text.index(words)
    return (Credit(name=name, kind=kind, scope=scope, page=page.uri, span=Span(start=start, end=start + len(words))),)


def _with_origin(key: str, articles: dict[str, Article]) -> Article:

    story = next(s for s in _STORIES if s.key == key)
    name, kind, shown, of, reason, certainty = story.origin
    of_id = articles[of].id if of else None
    ident = f"article:{articles[key].id}" if name.startswith("article:") else name
    origin = Origin(id=ident, kind=kind, name=shown, of=of_id, reason=reason, certainty=certainty)
    return replace(articles[key], origin=origin)


def _report(claim: _Claim, article: Article, sentences: tuple[Sentence, ...]) -> Report:
    sentence = next(s for s in sentences if s.span.cut(article.text).startswith(claim.begins))
    parts = []
    for role, words, fills in claim.words:
        start = article.text.index(words, sentence.span.start, sentence.span.end)
        parts.append(Part(role=role, span=Span(start=start, end=start + len(words)), fills=fills))
    return Report(
        id=_hash("r", article.id, sentence.index, claim.key),
        article=article.id,
        sentence=sentence.index,
        span=sentence.span,
        type=claim.type,
        mode=claim.mode,
        contexts=claim.contexts,
        actors=claim.actors,
        recipients=claim.recipients,
        when=parse(claim.when) if claim.when else None,
        when_by=claim.when_by,
        standing=claim.standing,
        parts=tuple(parts),
        rule=f"sample:{claim.type.lower()}/active",
        persons=claim.persons,
        place=claim.place,
        speaker=claim.speaker,
        background=claim.background,
        figures=claim.figures,
        themes=claim.themes,
        confidence=claim.confidence,
    )


def _event(happening: _Happening, reports: dict[str, Report], articles: dict[str, Article]) -> Event:
    told = [reports[key] for key in happening.claims]
    first = told[0]
    origins = set()
    for report in told:
        origin = articles[report.article].origin
        assert origin is not None
        origins.add(origin.id)
    days = [articles[report.article].published for report in told]
    said = min((day.start for day in days if day and day.start), default=None)
    both = {*first.actors, *first.recipients}
    return Event(
        id=_hash("e", *sorted(report.id for report in told)),
        type=first.type,
        mode=first.mode,
        contexts=first.contexts,
        actors=first.actors,
        recipients=first.recipients,
        persons=first.persons,
        when=parse(happening.when) if happening.when else first.when,
        place=first.place,
        standing=first.standing,
        speaker=first.speaker,
        reports=tuple(sorted(report.id for report in told)),
        origins=tuple(sorted(origins)),
        disputes=tuple(
            Dispute(about=about, sides=tuple((what, tuple(reports[key].id for key in keys)) for what, keys in sides))
            for about, sides in happening.disputes
        ),
        score=happening.score,
        goldstein=happening.goldstein,
        between="CHL" in both and bool(both & {"CZE", "CSK"}),
        background=first.background,
        reasons=happening.reasons,
        first_said=said.isoformat() if said else None,
    )


def _tide(events: list[Event]) -> tuple[TidePoint, ...]:
    points = []
    for first, last, level, half in _LEVELS:
        inside = [e for e in events if e.when and e.when.start and first <= e.when.start.year <= last and e.between]
        for year in range(first, last + 1):
            for month in (1, 7):
                points.append(
                    TidePoint(
                        at=date(year, month, 1),
                        level=level,
                        low=max(-10.0, level - half),
                        high=min(10.0, level + half),
                        volume=len(inside),
                        origins=len({origin for event in inside for origin in event.origins}),
                    )
                )
    return tuple(points)


def _ties(events: dict[str, Event]) -> tuple[Tie, ...]:
    ties = [
        Tie(
            id=_hash("t", kind, *parties, about, since, until),
            kind=kind,
            parties=parties,
            about=about,
            since=parse(since) if since else None,
            until=parse(until) if until else None,
            end=end,
            opened_by=tuple(events[key].id for key in opened),
            closed_by=tuple(events[key].id for key in closed),
            source=source,
        )
        for kind, parties, about, since, until, end, opened, closed, source in _TIES
    ]
    return tuple(sorted(ties, key=lambda tie: (tie.kind, tie.since.edtf if tie.since else "", tie.id)))
