"""JSON of articles: a line for each (JSON Lines), an array of them, or one object; the fields by the names that crawlers give them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from ..records.drops import Dropped
from ..records.pages import Page, Stated
from .composed import composed_page
from .moments import in_utc
from .source import Carried, Found, PackedError, Reading, Source
from .text import MOST_BYTES, refused

LONGEST_RECORD = 4 * MOST_BYTES
"""Bytes of the longest line, or of the longest array, that is read: JSON writes a letter in up to six bytes, a page in several fields."""
LONGEST_FACT = 2_000
"""Code points kept of a stated fact."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "html": ("html", "raw_html", "content_html", "html_content", "page_html", "body_html"),
    "text": (
        "text", "body", "maintext", "main_text", "articleBody", "article_body", "full_text", "fulltext", "plain_text", "plaintext",
        "article_text", "content_text", "cleaned_text", "raw_text", "raw_content", "content", "article", "story",
    ),
    "headline": ("headline", "title", "article_title"),
    "url": ("url", "link", "canonical_url", "page_url", "web_url", "article_url", "source_url", "webUrl", "uri"),
    "published": (
        "published", "date_published", "datePublished", "date_publish", "published_at", "publishedAt", "publish_date",
        "publication_date", "published_date", "publishing_date", "pub_date", "pubDate", "pubdate", "date", "timestamp",
    ),
    "modified": ("modified", "date_modified", "dateModified", "date_modify", "updated", "updated_at", "updatedAt", "last_modified"),
    "fetched": ("fetched", "crawled", "crawl_date", "date_download", "retrieved", "fetched_at", "crawled_at", "warc_date"),
    "author": ("author", "authors", "byline", "creator"),
    "publisher": ("publisher", "source_domain", "site_name", "sitename", "outlet", "newspaper", "source", "domain", "site"),
    "section": ("section", "category", "article_section", "articleSection"),
    "language": ("language", "lang", "inLanguage"),
}  # fmt: skip
"""For each thing that is read of an article, the names under which crawlers, corpora and newspapers' own interfaces keep it; the first
that holds words is taken."""

_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\{\]])")
_COUNTED = re.compile(r"\d{9,10}(?:\.\d{1,9})?|\d{12,13}")
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|article|html|body|a|span)\b[^<>]{0,500}>", re.I)


def sniff(head: bytes) -> bool:
    """Whether some first bytes begin an object or an array of objects."""
    return _OPENING.match(head) is not None


def read(source: Source, inside: Reading) -> Found:
    """The pages of a file of JSON, named ``FILE!/000012`` by line (or by place in the array); one object alone has the file's name."""
    names = names_of(source.fields)
    read, others, first = 0, 0, ""
    for number, whole, record in _records(source):
        uri = source.uri if whole else f"{source.uri}!/{number:06d}"
        if isinstance(record, str):
            yield refused(uri, "damaged", record)
            continue
        page = _page(record, uri, names, source)
        if isinstance(page, str):
            others += 1
            first = first or page
        else:
            read += 1
            yield page
    if others:
        yield refused(
            source.uri, "no-pages" if read else "not-a-page", f"{others:,} of its objects are no articles: {first}"
        )


def names_of(fields: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The names of JSON fields to look under; those that the user gave stand alone."""
    names = {**FIELDS, **{what: (name,) for what, name in fields.items()}}
    if "text" in fields and "html" not in fields:
        names["html"] = ()
    return names


def _records(source: Source) -> Iterator[tuple[int, bool, Any]]:
    """Number, whether it is all there is, and the record, or a sentence why it cannot be read."""
    head = source.head.lstrip(b"\xef\xbb\xbf \t\r\n")
    first, ended, _ = head.partition(b"\n")
    if head.startswith(b"[") or (ended and first.rstrip().endswith((b"{", b",", b"["))):
        raw = source.whole(LONGEST_RECORD)
        if raw is None:
            raise PackedError(f"{_too_long()}; write one article per line", "too-large")
        parsed = _loads(raw)
        if isinstance(parsed, list):
            yield from ((number, False, record) for number, record in enumerate(parsed, 1))
        else:
            yield 1, True, parsed
        return
    for number, line in enumerate(_lines(source), 1):
        if line is None:
            yield number, False, _too_long()
        elif line.strip():
            yield number, False, _loads(line)


def _lines(source: Source) -> Iterator[bytes | None]:
    """The lines of a source; None for one that is longer than any is read."""
    kept: list[bytes] = []
    size = 0
    while data := source.read():
        first, *others = data.split(b"\n")
        kept.append(first)
        size += len(first)
        if size > LONGEST_RECORD:
            kept.clear()
        for line in others:
            yield None if size > LONGEST_RECORD else b"".join(kept)
            kept, size = [line], len(line)
    if size:
        yield None if size > LONGEST_RECORD else b"".join(kept)


def _loads(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode("utf-8-sig", "replace"), strict=False)
    except RecursionError:
        return "it is nested too deep to be an article"
    except ValueError:
        return "it is no JSON; the line was cut, or is of another format"


def _too_long() -> str:
    return f"it has more than {LONGEST_RECORD >> 20} MB, the most that is read of one article or one array"


def _page(record: Any, uri: str, names: Mapping[str, tuple[str, ...]], source: Source) -> Page | Dropped | str:
    if not isinstance(record, dict):
        return "there are no fields"
    found = {what: _words(record, tried) for what, tried in names.items()}
    for what in ("published", "modified", "fetched"):
        when = found[what]
        if when is not None:
            found[what] = when[0], _moment(when[1])
    html, text = found["html"], found["text"]
    if html is None and text is None:
        held = ", ".join(sorted(map(str, record))[:8])
        return f"no field that is known holds text (there are {held[:200] or 'none'}); name it with --fields text=NAME"
    markup = html[1] if html is not None else text[1] if text is not None else ""
    address = found["url"]
    carried = Carried(
        address=address[1]
        if address is not None and address[1].startswith(("http://", "https://"))
        else source.carried.address,
        fetched=source.carried.fetched if found["fetched"] is None else in_utc(found["fetched"][1]),
        record_id=source.carried.record_id,
        stated=tuple(
            Stated(key=f"json:{what}", value=value[1][:LONGEST_FACT], path=f"/{_pointer(value[0])}")
            for what, value in found.items()
            if value is not None and what not in ("html", "text", "fetched")
        ),
    )
    headline = found["headline"]
    page = composed_page(
        headline[1] if headline is not None else "",
        markup,
        is_html=html is not None or _MARKUP.search(markup) is not None,
        uri=uri,
        carried=carried,
    )
    if isinstance(page, Page):
        raw = json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
        return replace(page, digest="sha256:" + hashlib.sha256(raw).hexdigest())
    return page


def _words(record: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, str] | None:
    """The first of some fields that holds words, with its name; names with dots lead inward (``meta.title``)."""
    for name in names:
        value: Any = record.get(name)
        if value is None and "." in name:
            value = record
            for step in name.split("."):
                value = value.get(step) if isinstance(value, dict) else None
        words = _said(value)
        if words.strip():
            return name, words
    return None


def _said(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        said = [_said(one) for one in value[:1000] if not isinstance(one, list)]
        return ("\n" if any(len(one) > 80 for one in said) else ", ").join(one for one in said if one)
    if isinstance(value, dict):
        return next(
            (value[key] for key in ("name", "title", "value", "text", "rendered") if isinstance(value.get(key), str)),
            "",
        )
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def _moment(words: str) -> str:
    """A date as it stands; seconds or milliseconds since 1970, as databases count, in the form of ISO 8601."""
    if not _COUNTED.fullmatch(words):
        return words
    number = float(words)
    seconds = number / 1000 if number > 1e11 else number
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")


def _pointer(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1").replace(".", "/")
