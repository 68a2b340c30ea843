"""report.html: one file that works from a mail attachment with the network cut."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ...records.chronicles import Chronicle
from ..words import interfaces, language_for, words_of
from .view import view_of

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = Path(__file__).parent


def write_report(chronicle: Chronicle, out: TextIO, language: str | None = None) -> None:
    """Writes the report in all languages of the interface.

    Args:
        out: text stream that does not translate line ends; the same chronicle gives the same characters.
        language: the one that it opens in; None takes that of most articles.
    """
    first = words_of(language or language_for(chronicle)).for_book(chronicle)
    all_words = tuple(
        words_of(code).for_book(chronicle) for code in sorted(interfaces(), key=lambda code: (code != first.code, code))
    )
    style = _asset("report.css") + "".join(
        f":root[lang={w.code}] :is(i,.i)[lang={w.code}]{{display:inline}}\n" for w in all_words
    )
    script = _asset("report.js")
    view, data = view_of(chronicle, all_words)
    page = _template().render(
        **view,
        style=style,
        script=script,
        data=embedded(data),
        policy=(
            f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
            "base-uri 'none'; form-action 'none'"
        ),
    )
    out.write(page)


def embedded(data: Any) -> str:
    """JSON that no HTML parser can leave: ``<``, ``>``, ``&`` and the line separators of old scripts are escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.jinja")
