"""From a pile to a book, whatever the pile holds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import tidebook
from tidebook.errors import DyadError, PileError
from tidebook.runs.build import build

PILE = Path(__file__).parents[2] / "samples" / "iran-saudi"
OTHER = Path(__file__).parents[2] / "samples" / "india-pakistan"


def test_the_same_pile_in_any_order_gives_the_same_chronicle(tmp_path: Path) -> None:
    pages = sorted(PILE.glob("*.txt"))
    forth = build(pages, ("IRN", "SAU"), tmp_path / "forth").chronicle
    back = build(pages[::-1], ("IRN", "SAU"), tmp_path / "back").chronicle
    assert forth == back


def test_a_folder_gives_what_its_files_give(tmp_path: Path) -> None:
    folder = shutil.copytree(PILE, tmp_path / "pile", ignore=shutil.ignore_patterns("gold"))
    whole = build([folder], ("IRN", "SAU"), tmp_path / "a").chronicle
    each = build(sorted(folder.glob("*.txt")), ("IRN", "SAU"), tmp_path / "b").chronicle
    assert whole.events == each.events


def test_pages_of_other_names_tell_the_same_events(tmp_path: Path) -> None:
    pages = sorted(OTHER.glob("*.txt"))
    renamed = tmp_path / "renamed"
    renamed.mkdir()
    for number, page in enumerate(reversed(pages)):
        shutil.copy(page, renamed / f"page-{number:02}.txt")

    def told(paths: list[Path], out: Path) -> list[tuple[object, ...]]:
        chronicle = build(paths, ("IND", "PAK"), out).chronicle
        articles = {article.id: article.text for article in chronicle.articles}
        words = {report.id: report.span.cut(articles[report.article]) for report in chronicle.reports}
        return sorted(
            (e.when.edtf if e.when else "", e.type, e.actors, e.recipients, tuple(sorted(words[r] for r in e.reports)))
            for e in chronicle.events
        )

    assert told(pages, tmp_path / "a") == told([renamed], tmp_path / "b")


def test_names_in_any_supported_language_name_the_pair(tmp_path: Path) -> None:
    by_name = build([PILE], ("Arab Saudi", "Iran"), tmp_path / "a").chronicle
    assert (by_name.dyad.left.actor, by_name.dyad.right.actor) == ("SAU", "IRN")


def test_without_a_pair_the_one_most_spoken_of_is_taken_and_said(tmp_path: Path) -> None:
    dyad = build([PILE], None, tmp_path / "book").chronicle.dyad
    assert {dyad.left.actor, dyad.right.actor} == {"IRN", "SAU"}
    assert dyad.chosen == "found"


def test_an_unknown_name_is_one_sentence_with_near_choices(tmp_path: Path) -> None:
    with pytest.raises(DyadError, match="Irann"):
        build([PILE], ("Irann", "SAU"), tmp_path / "book")


def test_an_empty_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    with pytest.raises(PileError, match="no readable page"):
        build([tmp_path / "pile"], None, tmp_path / "book")


def test_pages_about_others_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PileError, match="name another pair"):
        build([PILE], ("BRA", "ARG"), tmp_path / "book")


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = shutil.copytree(PILE, tmp_path / "pile", ignore=shutil.ignore_patterns("gold"))
    (folder / "099_binary.txt").write_bytes(bytes(range(256)) * 64)
    (folder / "098_line.txt").write_bytes(b"kata " * 10_500_000)
    built = build([folder], ("IRN", "SAU"), tmp_path / "book")
    assert {drop.page for drop in built.unread} == {"098_line.txt", "099_binary.txt"}
    assert all(drop.detail.count("\n") == 0 for drop in built.unread)
    assert built.chronicle.events


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_the_encoding_of_a_page_changes_nothing_in_its_book(charset: str, tmp_path: Path) -> None:
    plain, recoded = tmp_path / "plain", tmp_path / "recoded"
    plain.mkdir()
    recoded.mkdir()
    for page in PILE.glob("*.txt"):
        text = page.read_text(encoding="utf-8")
        encodable = text.encode("cp1252", errors="replace").decode("cp1252")
        (plain / page.name).write_bytes(encodable.encode("utf-8"))
        (recoded / page.name).write_bytes(encodable.encode(charset))
    want = build([plain], ("IRN", "SAU"), tmp_path / "a").chronicle
    got = build([recoded], ("IRN", "SAU"), tmp_path / "b").chronicle
    assert got.events == want.events


def test_a_pile_without_any_date_still_gives_a_book(tmp_path: Path) -> None:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "page.txt").write_text(
        "Iran accuses Saudi Arabia\n\nIran accused Saudi Arabia of backing rebels. Saudi Arabia denied the accusation. "
        "The two countries later agreed to hold talks, and Riyadh reopened its embassy in Tehran.\n",
        encoding="utf-8",
    )
    chronicle = build([folder], ("IRN", "SAU"), tmp_path / "book").chronicle
    assert chronicle.articles[0].published is None
    assert chronicle.events
    assert all(event.when is None for event in chronicle.events)


def test_a_page_in_an_unknown_language_is_kept_and_said(tmp_path: Path) -> None:
    folder = shutil.copytree(PILE, tmp_path / "pile", ignore=shutil.ignore_patterns("gold"))
    (folder / "090_hu.txt").write_text(
        "Irán és Szaúd-Arábia megállapodott\n\nIrán és Szaúd-Arábia pénteken megállapodott arról, hogy helyreállítja "
        "a diplomáciai kapcsolatokat, és két hónapon belül újra megnyitja nagykövetségeit egymás országában.\n",
        encoding="utf-8",
    )
    chronicle = build([folder], ("IRN", "SAU"), tmp_path / "book").chronicle
    (drop,) = [drop for drop in chronicle.drops if drop.reason == "language"]
    assert drop.page == "090_hu.txt"


def test_the_front_door_takes_one_path_as_well_as_several(tmp_path: Path) -> None:
    one = tidebook.build(str(PILE), ("IRN", "SAU"), str(tmp_path / "a")).chronicle
    several = tidebook.build([PILE], ("IRN", "SAU"), tmp_path / "b").chronicle
    assert one == several


def test_the_front_door_has_the_verbs_of_the_command_line(tmp_path: Path) -> None:
    tidebook.build([OTHER], ("IND", "PAK"), tmp_path / "book")
    chronicle = tidebook.open_book(tmp_path / "book")
    assert tidebook.verify(tmp_path / "book") == ()
    with (tmp_path / "out.md").open("w", encoding="utf-8") as out:
        tidebook.export(chronicle, "md", out)
    assert (tmp_path / "out.md").stat().st_size > 1000
    reading, reports = tidebook.code("India attacked Pakistan on Friday.", "2019-03-01", "en")
    assert [report.type for report in reports] == ["ASSAULT"]
    assert reading.times[0].interval is not None


def test_a_headline_and_a_sentence_are_an_article(tmp_path: Path) -> None:
    page = tmp_path / "short.txt"
    page.write_text(
        "Chad and Libya sign treaty\n\nChad and Libya signed a border treaty in Tripoli on 19 June 2024.\n",
        encoding="utf-8",
    )
    assert [event.type for event in build([page], None, tmp_path / "book").chronicle.events] == ["AGREE"]


def test_a_pile_without_an_article_is_one_sentence_and_not_a_pile_about_nobody(tmp_path: Path) -> None:
    page = tmp_path / "menu.txt"
    page.write_text("Menu\nLog in\n", encoding="utf-8")
    with pytest.raises(PileError, match="no page of this pile holds an article"):
        build([page], None, tmp_path / "book")
