"""chronicle.json: the whole chronicle with every address, for programs."""

from __future__ import annotations

import json
from typing import TextIO

from ...records.chronicles import Chronicle
from ..chronicle_json import as_json
from ..lacks import Lack, lacking


def lacks(chronicle: Chronicle) -> tuple[Lack, ...]:
    """It quotes the pages and does not hold their whole text."""
    return lacking(page_texts=len(chronicle.pages))


def write(chronicle: Chronicle, out: TextIO, language: str | None = None) -> None:
    """Writes `as_json` indented, so that two books can be compared line by line. It holds codes, so no `language` changes it."""
    json.dump(as_json(chronicle), out, ensure_ascii=False, indent=1)
    out.write("\n")
