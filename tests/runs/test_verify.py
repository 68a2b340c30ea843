"""`verify` re-reads every quote at its address, and names what rests on words that changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tidebook.errors import BookError
from tidebook.runs.build import build
from tidebook.runs.verify import verify

PILE = Path(__file__).parents[2] / "samples" / "india-pakistan"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A copy of a sample pile, and its book."""
    folder = tmp_path_factory.mktemp("verify")
    pages = folder / "pages"
    pages.mkdir()
    for page in PILE.glob("*.txt"):
        shutil.copy(page, pages)
    build([pages], ("IND", "PAK"), folder / "book")
    return pages, folder / "book"


def change(page: Path, old: str, new: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")


def quoted(book: Path) -> tuple[str, str, str]:
    """A page, a sentence of it that an event rests on, and the id of the event."""
    import tidebook

    chronicle = tidebook.open_book(book)
    event = next(event for event in chronicle.events if event.between)
    report = next(report for report in chronicle.reports if report.id == event.reports[0])
    article = next(article for article in chronicle.articles if article.id == report.article)
    address = article.address(report.span)
    return address.page, address.quote.exact, event.id


def test_an_untouched_pile_has_no_fault(built: tuple[Path, Path]) -> None:
    assert verify(built[1]) == ()


def test_one_changed_letter_is_found_with_the_events_that_rest_on_it(built: tuple[Path, Path], tmp_path: Path) -> None:
    pages = shutil.copytree(built[0], tmp_path / "pages")
    uri, sentence, event = quoted(built[1])
    middle = len(sentence) // 2
    letter = "x" if sentence[middle] != "x" else "y"
    change(pages / uri, sentence, sentence[:middle] + letter + sentence[middle + 1 :])
    faults = verify(built[1], pages)
    assert [fault.page for fault in faults] == [uri]
    assert faults[0].kind == "changed"
    assert event in faults[0].events
    assert "now reads" in faults[0].detail


def test_a_change_where_no_event_rests_is_said_without_naming_one(built: tuple[Path, Path], tmp_path: Path) -> None:
    pages = shutil.copytree(built[0], tmp_path / "pages")
    page = sorted(pages.glob("*.txt"))[0]
    page.write_text("Menu baru\n" + page.read_text(encoding="utf-8"), encoding="utf-8")
    (fault,) = verify(built[1], pages)
    assert (fault.page, fault.kind, fault.events) == (page.name, "changed", ())


def test_a_page_that_is_gone_is_named_with_all_that_rests_on_it(built: tuple[Path, Path], tmp_path: Path) -> None:
    pages = shutil.copytree(built[0], tmp_path / "pages")
    uri, _, event = quoted(built[1])
    (pages / uri).unlink()
    (fault,) = verify(built[1], pages)
    assert (fault.page, fault.kind) == (uri, "missing")
    assert event in fault.events


def test_a_folder_of_pages_that_is_gone_is_one_sentence(built: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(BookError, match="--pages"):
        verify(built[1], tmp_path / "nowhere")


def packed(pages: Path, archive: Path) -> Path:
    import zipfile

    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for page in sorted(pages.iterdir()):
            out.write(page, f"pages/{page.name}")
    return archive


def test_pages_in_a_container_are_read_again_where_they_lie(built: tuple[Path, Path], tmp_path: Path) -> None:
    archive = packed(built[0], tmp_path / "pile.zip")
    build([archive], ("IND", "PAK"), tmp_path / "book")
    assert verify(tmp_path / "book") == ()
    uri, sentence, event = quoted(tmp_path / "book")
    pages = shutil.copytree(built[0], tmp_path / "pages")
    change(pages / uri.rsplit("/", 1)[-1], sentence, sentence.swapcase())
    packed(pages, archive)
    faults = verify(tmp_path / "book")
    assert {fault.page for fault in faults} == {uri}
    assert event in faults[0].events
    (pages / uri.rsplit("/", 1)[-1]).unlink()
    packed(pages, archive)
    assert [(fault.page, fault.kind) for fault in verify(tmp_path / "book")] == [(uri, "missing")]
    archive.unlink()
    assert {fault.kind for fault in verify(tmp_path / "book")} == {"missing"}


def test_pages_of_standard_input_are_not_missed_and_are_counted(
    built: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tidebook
    from tidebook.runs.verify import passing

    archive = packed(built[0], tmp_path / "pile.zip")
    with archive.open("rb") as stream:

        class Given:
            buffer = stream

        monkeypatch.setattr("sys.stdin", Given())
        build([Path("-")], ("IND", "PAK"), tmp_path / "book")
    assert verify(tmp_path / "book") == ()
    assert len(passing(tidebook.open_book(tmp_path / "book"))) == len(list(built[0].iterdir()))
