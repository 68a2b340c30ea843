"""Pages of one article, in the manners in which sites number and turn them."""

from __future__ import annotations

import random

import pytest

from tests.articles.pages_of_our_own import page
from tidebook.articles.paging import series_of
from tidebook.articles.write import write_articles
from tidebook.records.articles import Article

TITLE = "Two river towns agree to share one bridge after forty years of quarrels"
PARTS = (
    (
        "The mayors of Varden and Solheim signed an agreement on Monday to rebuild the bridge that has divided their two towns for forty years.",
        "Mayor Ingrid Dahl of Varden said that the bridge would open to lorries before the winter, and that neither town would ask the other for a toll.",
        "The quarrel began when a flood carried away the middle pier and each of the towns sent the bill for it to the other one.",
    ),
    (
        "Dahl had promised to end the quarrel when she was elected, and she met her colleague from the other bank eleven times last year.",
        "Her colleague had asked for a ferry first, because the farmers on his side could not wait until the piers were dry enough to build on.",
        "A commission of engineers then found that the old piers would hold, which made the bridge cheaper than anybody had expected it to be.",
    ),
    (
        "The engineers will begin with the eastern pier, and the road that leads to it will be closed to cars until the end of September.",
        "Both councils still have to vote on the budget, but nobody expects them to refuse what their own mayors have put their names to.",
        "The ferry will go on running in the meantime, and the towns have agreed that its captain will keep his post when the bridge is open.",
    ),
)
BEHIND = "More stories\n\nAdvertisement\n\n© 2023 The River Courier. All rights reserved.\n"
INDONESIAN = "Dua kota di tepi sungai sepakat membangun kembali jembatan lama"
SHARED = (
    (
        "Wali kota dari kedua kota menandatangani kesepakatan pada Senin untuk membangun kembali jembatan yang rusak sejak empat puluh tahun lalu.",
        "Wali Kota Ratna Dewi mengatakan bahwa jembatan itu akan dibuka untuk truk sebelum musim hujan, tanpa pungutan dari kota mana pun.",
    ),
    (
        "Namun, Ratna mengingatkan bahwa kedua dewan kota masih harus menyetujui anggaran sebelum pekerjaan di tiang sebelah timur dimulai.",
        "Kapal penyeberangan tetap beroperasi sampai jembatan selesai, dan nakhodanya dijanjikan pekerjaan baru oleh kedua pemerintah kota.",
    ),
)


def _pages(
    paging: tuple[str, ...], uris: tuple[str, ...] = (), title: str = TITLE, parts: tuple[tuple[str, ...], ...] = PARTS
) -> list[Article]:
    """The articles of a pile in which an article is split, each page with its own paging line."""
    pile = [
        page(f"{title}\n\n" + "\n\n".join(parts[n]) + f"\n\n{line}\n\n{BEHIND}", uris[n] if uris else f"{'zyx'[n]}.txt")
        for n, line in enumerate(paging)
    ]
    random.Random(3).shuffle(pile)
    return list(write_articles(pile)[0])


@pytest.mark.parametrize(
    "paging",
    [
        ("Page 1 of 3", "Page 2 of 3", "Page 3 of 3"),
        ("Page 1/3", "Page 2/3", "Page 3/3"),
        ("page 1 sur 3", "page 2 sur 3", "page 3 sur 3"),
        ("Seite 1 von 3", "Seite 2 von 3", "Seite 3 von 3"),
        ("Halaman 1 dari 3", "Halaman 2 dari 3", "Halaman 3 dari 3"),
        ("Pages: [1] 2 3 Next", "Pages: 1 [2] 3 Next", "Pages: 1 2 [3]"),
        ("‹ (1) 2 3 ›", "‹ 1 (2) 3 ›", "‹ 1 2 (3) ›"),
    ],
)
def test_pages_that_state_their_number_are_put_in_that_order(paging: tuple[str, ...]) -> None:
    (article,) = _pages(paging)
    assert article.pages == ("z.txt", "y.txt", "x.txt")
    assert article.missing == ()
    assert article.text.count(TITLE) == 1


def test_pages_that_only_offer_the_next_one_are_ordered_by_what_they_tell() -> None:
    (article,) = _pages(("1 2 3 Next", "1 2 3 Next", "1 2 3 Next"))
    assert article.pages == ("z.txt", "y.txt", "x.txt")


def test_an_indonesian_article_whose_pages_have_no_number_begins_with_its_lead() -> None:
    (article,) = _pages(("Halaman :", "Halaman :"), title=INDONESIAN, parts=SHARED)
    assert article.pages == ("z.txt", "y.txt")


def test_addresses_number_pages_whose_lines_do_not() -> None:
    base = "https://courier.example/bridge"
    (article,) = _pages(("Share", "Share", "Share"), (base, f"{base}?page=2", f"{base}?page=3"))
    assert article.pages == (base, f"{base}?page=2", f"{base}?page=3")


@pytest.mark.parametrize(
    ("uri", "found"),
    [
        ("https://a.example/news/1?page=2&x=1", ("https://a.example/news/1&x=1", 2)),
        ("https://a.example/news/story/page/3", ("https://a.example/news/story", 3)),
        ("https://a.example/berita/jembatan?halaman=4", ("https://a.example/berita/jembatan", 4)),
        ("pile/bridge_page2.txt", ("pile/bridge.txt", 2)),
        ("https://a.example/news/2023/12/19/bridge", (None, None)),
        ("pile/17.txt", (None, None)),
    ],
)
def test_an_address_numbers_a_page_only_where_it_says_page(uri: str, found: tuple[str | None, int | None]) -> None:
    assert series_of(uri) == found


def test_the_pages_that_are_not_in_the_pile_are_named() -> None:
    pile = [
        page(f"{TITLE}\n\n" + "\n\n".join(PARTS[n]) + f"\n\nPage {n + 1} of 3\n\n{BEHIND}", f"{n}.txt") for n in (0, 2)
    ]
    (article,) = write_articles(pile)[0]
    assert (article.pages, article.missing) == (("0.txt", "2.txt"), (2,))


def test_the_pages_of_comments_are_not_those_of_the_article() -> None:
    text = (
        f"{TITLE}\n\n"
        + "\n\n".join((*PARTS[0], *PARTS[1]))
        + f"\n\n{BEHIND}\n"
        + "\n".join(["Reply", "Like"] * 30)
        + "\nPage 2 of 9\n"
    )
    (article,) = write_articles([page(text)])[0]
    assert not [evidence for evidence in article.evidence if evidence.fact == "part"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Page 1 of 2", "Page 1 of 2"),
        ("Page 1 of 2", "Page 2 of 3"),
        ("By Ola Berg\n\nNext page", "By Kari Moen\n\nNext page"),
        ("Published March 3, 2023 10:00 AM\n\nNext page", "Published March 9, 2023 10:00 AM\n\nNext page"),
    ],
)
def test_pages_with_one_headline_that_contradict_each_other_are_two_articles(first: str, second: str) -> None:
    pile = []
    for name, line, part in (("a.txt", first, PARTS[0]), ("b.txt", second, PARTS[2])):
        head, _, foot = line.rpartition("\n\n")
        pile.append(page(f"{TITLE}\n\n{head}\n\n" + "\n\n".join(part) + f"\n\n{foot}\n\n{BEHIND}", name))
    assert len(write_articles(pile)[0]) == 2


def test_a_page_that_tells_nothing_of_its_own_is_no_further_page() -> None:
    text = f"{TITLE}\n\n" + "\n\n".join(PARTS[0]) + "\n\nPage {} of 2\n\n" + BEHIND
    assert len(write_articles([page(text.format(1), "a.txt"), page(text.format(2), "b.txt")])[0]) == 2


def test_an_outlet_s_own_words_for_turning_a_page_are_known() -> None:
    (article,) = _pages(("Bersambung ke halaman berikutnya...", "Lanjut ke sebelah..."), title=INDONESIAN, parts=SHARED)
    assert article.pages == ("z.txt", "y.txt")
