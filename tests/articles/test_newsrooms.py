"""Languages and newsrooms as data: every file fits its shape, and what it says is read."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tidebook.articles.datelines import dateline_of
from tidebook.articles.outlets import by_name, outlets
from tidebook.articles.write import write_articles
from tidebook.knowledge.load import ROOT, languages, of_language, read_yaml
from tidebook.records.pages import Page

FILES = sorted((ROOT / "outlets").glob("*/*.yaml"))


def shape(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / "schema" / f"{name}.schema.json").read_text()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_outlet_fits_its_shape(path: Path) -> None:
    assert not list(shape("outlet").iter_errors(read_yaml(path)))


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("kind", ["language", "furniture"])
def test_every_language_fits_its_shape(code: str, kind: str) -> None:
    assert not [error.message for error in shape(kind).iter_errors(of_language(code, f"{kind}.yaml"))]


def test_there_are_enough_newsrooms_of_both_languages() -> None:
    assert sum(outlet.country == "IDN" for outlet in outlets()) >= 25
    assert sum(read_yaml(path)["language"] == "en" for path in FILES) >= 15


def test_no_name_is_shared_by_two_newsrooms() -> None:
    for outlet in outlets():
        assert [name for name in (*outlet.names, *outlet.domains) if by_name()[name] != outlet] == []


def dateline_form(path: Path) -> str:
    """How a newsroom writes its datelines today; empty where no place stands before a dash."""
    form: str = read_yaml(path)["manners"][-1]["dateline"] or ""
    return form if "{place}" in form and form.rstrip().endswith(("-", "—", "–")) else ""


@pytest.mark.parametrize("path", [path for path in FILES if dateline_form(path)], ids=lambda p: p.stem)
def test_a_lead_in_the_manner_of_the_newsroom_has_its_place_read(path: Path) -> None:
    form = dateline_form(path)
    head = form.replace("{place}", "LIMA").replace("{date}", "March 12").replace("{outlet}", "The Jakarta Post")
    found = dateline_of(f"{head} The two governments opened a road along the lake.")
    assert found is not None
    assert found.place is not None
    assert found.place.split(",")[0] == "LIMA"


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        ("Lake Courier\nHome | World | Sport\n\n{story}\n", "Lake Courier"),
        ("Masuk\n\n{story}\n\nKabar Danau © 2024\n", "Kabar Danau"),
        ("Masuk\n\n{story}\n\nCopyright (c) 2024 Kabar Danau\n", "Kabar Danau"),
        ("Masuk\n\n{story}\n\nBaca berita lainnya di Google News\n", None),
        ("Masuk\n\n{story}\n\n© Lake Courier 2024\n", "Lake Courier"),
        ("Skip to content\n\n{story}\n", None),
    ],
)
def test_a_newsroom_nobody_has_described_is_known_by_its_masthead_or_copyright(
    page: str, publisher: str | None
) -> None:
    story = (
        "Two lakes and one road\n\nThe two governments opened a road along the lake on Monday, officials said. It had been "
        "closed for nine years.\n\nFarmers on both sides said that they would use it to bring their milk to market."
    )
    text = page.replace("{story}", story)
    (article,), _ = write_articles(
        [Page(uri="a.txt", digest="sha256:0", media_type="text/plain", charset="utf-8", text=text)]
    )
    assert article.publisher == publisher
