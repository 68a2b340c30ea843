"""What the head and the markup of an HTML page state about it, verbatim, each with where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from ..records.pages import Stated
from .frames import Frame
from .jsonld import facts_of

MOST_FACTS = 400
"""Facts kept of one page; a page that states more is a list of other pages."""
LONGEST_FACT = 2_000
"""Code points kept of one value, but for the body of the article (`LONGEST_BODY`)."""
LONGEST_BODY = 200_000
"""Code points kept of ``ld:articleBody``."""
LONGEST_SCRIPT = 1 << 20
"""Code points of the longest JSON-LD script that is read."""

_RELATIONS = frozenset(
    ("canonical", "next", "prev", "previous", "amphtml", "shortlink", "author", "license", "alternate")
)
STATING = frozenset(("base", "html", "link", "meta", "script", "time", "title"))
"""Tags that may state something; besides, any tag with ``itemprop`` or ``rel`` may."""

_VALUES = ("content", "datetime", "href", "value")


class Head:
    """Collects facts as the tags of a page go by."""

    def __init__(self) -> None:
        self._facts: list[Stated] = []
        self._bytes = 0
        self._heard: list[str] = []
        self._key = ""
        self._frame: Frame | None = None
        self._titled = False

    def opened(self, tag: str, attributes: Mapping[str, str], frame: Frame) -> list[str] | None:
        """Takes what such a tag states; a list where its text must be heard until `closed`."""
        if tag in ("a", "script", "title") and not self._says(tag, attributes):
            return None
        if tag == "title" or (tag == "script" and "ld+json" in attributes.get("type", "").lower()):
            self._titled = self._titled or tag == "title"
            self._heard, self._key, self._frame = [], tag, frame
            return self._heard
        if tag == "meta":
            self._meta(attributes, frame)
        elif tag in ("link", "a"):
            for word in attributes.get("rel", "").lower().split():
                if word in _RELATIONS and (tag == "link" or word in ("next", "prev", "previous", "canonical")):
                    self._keep(f"link:{'prev' if word == 'previous' else word}", attributes.get("href"), frame)
        elif tag == "html":
            self._keep("html:lang", attributes.get("lang") or attributes.get("xml:lang"), frame)
        elif tag == "time":
            self._keep("time:datetime", attributes.get("datetime"), frame)
        elif tag == "base":
            self._keep("base:href", attributes.get("href"), frame)
        if "itemprop" in attributes and tag != "script":
            stated = next((attributes[key] for key in _VALUES if key in attributes), None)
            for name in attributes["itemprop"].split()[:4]:
                self._keep(f"itemprop:{name}", stated, frame)
        return None

    def _says(self, tag: str, attributes: Mapping[str, str]) -> bool:
        if tag == "title":
            return not self._titled
        return "itemprop" in attributes or ("rel" in attributes if tag == "a" else "type" in attributes)

    def closed(self) -> None:
        """The text that `opened` asked for is whole."""
        text = "".join(self._heard)
        if self._key == "title":
            self._keep("title", " ".join(text.split()), self._frame)
        elif len(text) <= LONGEST_SCRIPT:
            for key, value, pointer in facts_of(text):
                self._keep(key, value, self._frame, f"#{pointer}")
        self._heard = []

    def stated(self) -> tuple[Stated, ...]:
        """Every fact, in document order; the same words of the same key are kept once."""
        return tuple({(fact.key, fact.value): fact for fact in reversed(self._facts)}.values())[::-1]

    def _meta(self, attributes: Mapping[str, str], frame: Frame) -> None:
        content = attributes.get("content")
        for name in (attributes.get("property"), attributes.get("name")):
            if name:
                lowered = name.strip().lower()
                self._keep(lowered if ":" in lowered else f"meta:{lowered}", content, frame)
        if "http-equiv" in attributes:
            self._keep(f"http:{attributes['http-equiv'].strip().lower()}", content, frame)

    def _keep(self, key: str, value: str | None, frame: Frame | None, pointer: str = "") -> None:
        if value is None or frame is None or len(self._facts) >= MOST_FACTS:
            return
        value = value.strip()
        if value:
            longest = LONGEST_BODY if key == "ld:articleBody" else LONGEST_FACT
            self._facts.append(Stated(key=key[:100], value=value[:longest], path=frame.path() + pointer))
