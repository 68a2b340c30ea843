"""A real browser without a network, for the report."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.samples import sample_chronicle
from tidebook.faces.report import write_report
from tidebook.records.chronicles import Chronicle

_QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or whichever is on the path."""
    found = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
    if found is None:
        pytest.fail("no Chromium on the path; install it with: apt-get install chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=list(_QUIET))
        yield running
        running.close()


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a chronicle's report from disk, offline; any request, error or blocked thing fails the test."""
    pages: list[Page] = []
    faults: list[str] = []

    def opened(chronicle: Chronicle | None = None, language: str = "en", hash: str = "", **context: object) -> Page:
        path = tmp_path / f"report-{len(pages)}.html"
        with path.open("w", encoding="utf-8", newline="") as out:
            write_report(chronicle or sample_chronicle(), out, language)
        place = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "offline": True, **context})  # type: ignore[arg-type]
        page = place.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on(
            "request",
            lambda request: (
                faults.append(f"request: {request.url}") if not request.url.startswith(path.as_uri()) else None
            ),
        )
        page.goto(path.as_uri() + hash)
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.context.close()
    assert not faults
