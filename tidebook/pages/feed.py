"""Feeds: RSS 0.9x, 1.0 and 2.0, and Atom; each item that carries its text is a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree

from ..records.pages import Stated
from .composed import composed_page
from .decode import decode
from .source import Carried, Found, PackedError, Reading, Source
from .text import refused

MOST_FEED = 16 << 20
"""Bytes of the largest feed that is read; feeds hold the last few dozen items."""
MOST_TAGS = 400_000
"""Tags, of beginning and of end, of the largest feed that is read."""
MOST_ITEMS = 20_000
"""Items of the longest feed that is read."""
LONGEST_FACT = 2_000
"""Code points kept of a stated fact."""

_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s|<!--.*?-->)*+(?:<\?xml\b|<!doctype\s(?!\s*html\b)|<!(?:entity|element|attlist)\b|<(?:rss|feed|rdf:RDF)\b)",
    re.I | re.S,
)
_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF|atom:feed)\b", re.I)
_PROLOG = re.compile(r"(?>\s|<\?.*?\?>|<!--.*?-->)*+", re.S)
_DECLARED = re.compile(r"<\?xml[^>]{0,400}\?>")
_ENCODING = re.compile(rb"<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w:.-]{2,40})")
_MARKUP = re.compile(r"<[a-zA-Z!/][^<>]{0,2000}>|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.I)
_FACTS = (
    ("headline", ("title",)),
    ("url", ("link", "guid", "id", "origLink")),
    ("published", ("published", "pubDate", "issued", "date", "created")),
    ("modified", ("updated", "modified")),
    ("author", ("creator", "author")),
    ("section", ("category", "subject")),
    ("language", ("language",)),
    ("publisher", ("source", "publisher")),
)
_BODIES = (("encoded", "content"), ("description", "summary", "body"))


def sniff(head: bytes) -> bool:
    """Whether some first bytes begin XML; that it is a feed shows further on, and HTML that begins like it is left to its reader."""
    if _OPENING.match(head.replace(b"\x00", b"").lstrip(b"\xff\xfe")) is None:
        return False
    plain = head.replace(b"\x00", b"").lower()
    return not (b"<html" in plain or b"<!doctype html" in plain) or _ROOT.search(plain) is not None


def read(source: Source, inside: Reading) -> Found:
    """The items of a feed, named ``FEED!/000003`` by their place in it.

    A feed with a document type is refused: entities that it may define can make a small file unfold to a huge one, or read files.
    """
    raw = source.whole(MOST_FEED)
    if raw is None:
        raise PackedError(f"a feed of more than {MOST_FEED >> 20} MB is not read; save its items as pages", "too-large")
    if raw.count(b"<") > MOST_TAGS:
        raise PackedError(f"a feed of more than {MOST_TAGS:,} tags is not read; save its items as pages", "too-large")
    root = _root(raw)
    if isinstance(root, str):
        yield refused(source.uri, "unreadable", root)
        return
    shared = tuple(_of_channel(root))
    bare, items = 0, 0
    for number, item in enumerate(_items(root), 1):
        items += 1
        uri = f"{source.uri}!/{number:06d}"
        if number > MOST_ITEMS:
            yield refused(uri, "too-large", f"a feed of more than {MOST_ITEMS:,} items is not read to its end")
            break
        body, is_html = _body(item)
        stated = (*_stated(item, f"/{_name(root)}/item[{number}]"), *shared)
        address = next((one.value for one in stated if one.key == "feed:url" and one.value.startswith("http")), None)
        headline = next((one.value for one in stated if one.key == "feed:headline"), "")
        if not body.strip():
            bare += 1
            continue
        carried = Carried(address=address, fetched=source.carried.fetched, stated=stated)
        yield composed_page(headline, body, is_html=is_html, uri=uri, carried=carried)
    if bare:
        detail = f"{bare:,} of its {items:,} items come without their text; give the pages that they point to"
        yield refused(source.uri, "empty", detail)
    if not items:
        yield refused(source.uri, "empty", "the feed has no items; fetch it again or leave it out")


def _root(raw: bytes) -> etree._Element | str:
    encoding = _ENCODING.search(raw[:1_000])
    decoded = decode(raw, encoding[1].decode("ascii") if encoding else None)
    if isinstance(decoded, str):
        return f"the file is {decoded}, not text; save the page as text or HTML"
    text = decoded.text
    prolog = _PROLOG.match(text)
    begin = prolog.end() if prolog else 0
    if text.startswith("<!", begin):
        return "it has a document type (DTD), which is not read, as it can unfold to anything; save the feed without it"
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(_DECLARED.sub("", text, count=1).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None or _name(root) not in ("rss", "feed", "RDF"):
        return "it is XML, but neither RSS nor Atom; save the page as text or HTML"
    return root


def _items(root: etree._Element) -> Iterator[etree._Element]:
    for element in root.iter(etree.Element):
        if _name(element) in ("item", "entry"):
            yield element


def _body(item: etree._Element) -> tuple[str, bool]:
    """The fullest text of an item, and whether it is HTML."""
    for names in _BODIES:
        for child in item:
            if _name(child) in names:
                kind = (child.get("type") or "").lower()
                if kind == "xhtml":
                    return "".join(etree.tostring(one, encoding="unicode") for one in child), True
                text = _text(child)
                if text.strip():
                    return text, kind in ("html", "text/html") or (kind != "text" and _MARKUP.search(text) is not None)
    return "", False


def _stated(item: etree._Element, path: str) -> Iterator[Stated]:
    for what, names in _FACTS:
        for child in item:
            name = _name(child)
            if name not in names:
                continue
            value = _text(child).strip() or child.get("href") or child.get("term") or ""
            if name == "link" and child.get("rel", "alternate") != "alternate":
                continue
            value = " ".join(unescape(value).split())
            if value:
                yield Stated(key=f"feed:{what}", value=value[:LONGEST_FACT], path=f"{path}/{name}")


def _of_channel(root: etree._Element) -> Iterator[Stated]:
    """What the feed says of all its items."""
    channel = next((child for child in root if _name(child) == "channel"), root)
    for what, name in (("publisher", "title"), ("language", "language")):
        for child in channel:
            if _name(child) == name and _text(child).strip():
                words = " ".join(unescape(_text(child)).split())
                yield Stated(key=f"feed:{what}", value=words[:LONGEST_FACT], path=f"/{_name(root)}/{name}")
                break


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1] if isinstance(tag, str) else ""
