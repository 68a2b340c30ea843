"""Who really saw it: copies, translations and credits, whatever the order of arrival."""

from __future__ import annotations

import random
from dataclasses import replace

from tidebook.articles.origin import find_origins
from tidebook.records.articles import Article, Block, BlockKind, Credit, OriginKind
from tidebook.records.edtf import parse
from tidebook.records.spans import Span

STORY = (
    "NUUK - Greenland's parliament voted 17 to 14 on Tuesday to reopen the Kvanefjeld pit after a debate of 11 hours. "
    "Premier Aksel Lindqvist said the pit would give work to 640 people in Narsaq and bring in 2,150 million kroner by 2031. "
    "Opposition leader Maren Heilmann called the vote a betrayal of the 1,346 sheep farmers of Qaqortoq. "
    "The Danish minister Jonas Vestergaard, who flew in from Copenhagen, promised 75 inspectors. "
    "Australian company Perenti Downs owns 61 percent of the concession, which it bought in 2016 for 90 million dollars. "
    "A poll by Sermitsiaq in Sisimiut found that 48 percent were against the pit and 39 percent for it."
)
TRANSLATION = (
    "NUUK - Parlemen Greenland memutuskan dengan 17 lawan 14 suara pada Selasa untuk membuka lagi tambang Kvanefjeld seusai "
    "debat 11 jam. Perdana Menteri Aksel Lindqvist mengatakan tambang itu akan memberi kerja kepada 640 orang di Narsaq dan "
    "menghasilkan 2.150 juta krona sampai 2031. Pemimpin oposisi Maren Heilmann menyebut keputusan itu pengkhianatan terhadap "
    "1.346 peternak domba di Qaqortoq. Menteri Denmark Jonas Vestergaard, yang terbang dari Copenhagen, menjanjikan 75 pengawas. "
    "Perusahaan Australia Perenti Downs memiliki 61 persen konsesi, yang dibelinya pada 2016 seharga 90 juta dolar. "
    "Jajak pendapat Sermitsiaq di Sisimiut menunjukkan 48 persen menolak tambang itu dan 39 persen mendukung."
)
OTHER = (
    "Kapal riset Baruna Jaya berlabuh di Nuuk setelah 40 hari memetakan dasar laut di sekitar Teluk Disko. "
    "Kepala ekspedisi Ratna Sulistyo mengatakan timnya menemukan 12 gunung bawah laut yang belum ada di peta. "
    "Premier Aksel Lindqvist menyambut para peneliti di pelabuhan dan menerima peta itu dalam bentuk digital. "
    "Universitas di Bandung akan menyimpan contoh batuan selama 5 tahun."
)


def article(
    name: str,
    text: str,
    language: str = "en",
    published: str | None = "2031-05-06",
    credit: tuple[str, str, str] | None = None,
    byline: str | None = None,
) -> Article:
    """An article of one paragraph; the credit is (name, kind, scope)."""
    whole = Span(start=0, end=len(text))
    page = f"{name}.txt"
    credits = (Credit(name=credit[0], kind=credit[1], scope=credit[2], page=page, span=whole),) if credit else ()
    return Article(
        id=f"a-{name}",
        headline=name,
        publisher=name,
        byline=byline,
        dateline=None,
        published=parse(published) if published else None,
        published_at=None,
        modified=None,
        language=language,
        section=None,
        canonical=None,
        text=text,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=whole, page=page, source=whole),),
        pages=(page,),
        missing=(),
        credits=credits,
        evidence=(),
    )


def origins(*articles: Article) -> dict[str, tuple[str, OriginKind]]:
    """Origin id and kind by name of the article."""
    found = {}
    for one in find_origins(articles):
        assert one.origin is not None
        found[one.headline] = (one.origin.id, one.origin.kind)
    return found


def test_an_article_that_credits_nobody_is_its_own_origin() -> None:
    assert origins(article("one", STORY)) == {"one": ("article:a-one", OriginKind.OWN)}


def test_an_agency_that_is_credited_is_the_origin() -> None:
    found = origins(article("one", STORY, credit=("AP", "agency", "text")))
    assert found == {"one": ("agency:ap", OriginKind.WIRE)}


def test_retelling_another_outlet_makes_that_outlet_the_origin() -> None:
    found = origins(article("one", STORY, credit=("Al Jazeera", "outlet", "text")))
    assert found == {"one": ("outlet:al-jazeera", OriginKind.RETELLING)}


def test_a_picture_of_an_agency_is_weak_evidence_and_says_so() -> None:
    (one,) = find_origins([article("one", STORY, credit=("Reuters", "agency", "image"))])
    assert one.origin is not None
    assert one.origin.id == "agency:reuters"
    assert one.origin.certainty < 0.5
    assert "picture" in one.origin.reason


def test_an_author_outweighs_the_credit_of_a_picture() -> None:
    one = article("one", STORY, credit=("Reuters", "agency", "image"), byline="A. Writer")
    assert origins(one) == {"one": ("article:a-one", OriginKind.OWN)}


def test_an_agency_of_the_text_outweighs_the_author() -> None:
    one = article("one", STORY, credit=("Reuters", "agency", "text"), byline="A. Writer")
    assert origins(one)["one"][0] == "agency:reuters"


def test_of_a_chain_of_credits_the_last_sold_the_picture() -> None:
    one = article("one", STORY)
    chain = tuple(
        Credit(name=name, kind="agency", scope="image", page="one.txt", span=Span(start=at, end=at + 7))
        for name, at in (("Sputnik", 4), ("Reuters", 25))
    )
    assert origins(replace(one, credits=chain))["one"][0] == "agency:reuters"


def test_a_copy_descends_from_the_earlier_text() -> None:
    early = article("early", STORY, published="2031-05-06")
    late = article("late", "Editors' note. " + STORY, published="2031-05-08")
    assert origins(late, early) == {
        "early": ("article:a-early", OriginKind.OWN),
        "late": ("article:a-early", OriginKind.COPY),
    }


def test_a_part_of_a_longer_text_retells_it() -> None:
    brief = STORY[:330]
    found = origins(article("long", STORY), article("brief", brief, published="2031-05-07"))
    assert found["brief"][0] == found["long"][0]


def test_a_translation_is_known_by_its_rare_facts_in_their_order() -> None:
    found = find_origins(
        [
            article("english", STORY),
            article("terjemahan", TRANSLATION, "id", "2031-05-07"),
            article("lain", OTHER, "id"),
        ]
    )
    by_name = {one.headline: one.origin for one in found}
    assert by_name["terjemahan"] is not None
    assert by_name["terjemahan"].kind is OriginKind.TRANSLATION
    assert by_name["terjemahan"].of == "a-english"
    assert "same order" in by_name["terjemahan"].reason
    assert by_name["lain"] is not None
    assert by_name["lain"].id == "article:a-lain"


def test_a_translation_and_its_copy_go_back_to_the_wire() -> None:
    found = origins(
        article("wire", STORY, credit=("AFP", "agency", "text")),
        article("terjemahan", TRANSLATION, "id", "2031-05-07"),
        article("salinan", TRANSLATION + " Baca lagi besok.", "id", "2031-05-08"),
    )
    assert {name: ident for name, (ident, _) in found.items()} == dict.fromkeys(
        ("wire", "terjemahan", "salinan"), "agency:afp"
    )
    assert found["salinan"][1] is OriginKind.COPY


def test_the_order_of_arrival_changes_nothing() -> None:
    pile = [
        article("wire", STORY, credit=("AFP", "agency", "text")),
        article("terjemahan", TRANSLATION, "id", "2031-05-07"),
        article("salinan", TRANSLATION + " Baca lagi besok.", "id", "2031-05-08"),
        article("lain", OTHER, "id"),
        article("sendiri", "Hujan turun di Narsaq sepanjang hari.", "id", None),
    ]
    expected = find_origins(pile)
    for seed in range(6):
        random.Random(seed).shuffle(pile)
        assert find_origins(pile) == expected


def test_two_reports_of_one_event_are_two_witnesses() -> None:
    one = article(
        "one", "Premier Aksel Lindqvist met Jonas Vestergaard in Nuuk on 4 May to talk about the pit at Kvanefjeld."
    )
    two = article(
        "dua",
        "Di Nuuk, Jonas Vestergaard berjumpa Aksel Lindqvist. Pertemuan 4 Mei itu membahas Kvanefjeld dan Qaqortoq, kata 3 pejabat.",
        "id",
    )
    assert len({ident for ident, _ in origins(one, two).values()}) == 2


def test_an_empty_pile_has_no_origins() -> None:
    assert find_origins([]) == ()
