"""What the documents say is so: their blocks run, their links lead somewhere, every command is told of."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "samples/README.md",
]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_block_of_the_readme_runs_and_finds_both_the_claim_and_the_deed() -> None:
    (block,) = re.findall(r"```python\n(.*?)```", README, flags=re.S)
    told = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert "2019-03-01 ACCUSE IND PAK asserted" in told
    assert "alleged" in told


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_that_is_there(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_command_is_in_the_readme() -> None:
    from tidebook.faces.cli import app

    commands = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    assert {name for name in commands if f"tidebook {name}" not in README} == set()


def test_the_two_commands_of_the_readme_are_scripts_that_run() -> None:
    for name in ("demo", "test"):
        assert f"    scripts/{name}\n" in README
        script = ROOT / "scripts" / name
        assert script.stat().st_mode & 0o111
        subprocess.run([shutil.which("bash") or "bash", "-n", str(script)], check=True)
