"""Every text of the report in all languages at once; the style sheet shows the one that the page is set to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from markupsafe import Markup, escape

from ...records.events import Event
from ...records.times import Interval
from ..dates import say_day, say_when
from ..shelf import Shelf
from ..words import Words

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class Voices:
    """Says a thing in each language.

    Attributes:
        all: the languages, the one that the page opens in first.
    """

    def __init__(self, languages: Sequence[Words]) -> None:
        self.all = tuple(languages)
        self.first = self.all[0]

    def both(self, tell: Callable[[Words], str]) -> Markup:
        """One element for each language, as short as HTML has one; plain text where all say the same."""
        texts = [(words.code, tell(words)) for words in self.all]
        if len({text for _, text in texts}) == 1:
            return escape(texts[0][1])
        return Markup("").join(Markup("<i lang={}>{}</i>").format(code, text) for code, text in texts)

    def svg(self, tell: Callable[[Words], str]) -> Markup:
        """As `both`, for text inside a drawing."""
        texts = [(words.code, tell(words)) for words in self.all]
        if len({text for _, text in texts}) == 1:
            return escape(texts[0][1])
        return Markup("").join(
            Markup('<tspan class="i" lang="{}">{}</tspan>').format(code, text) for code, text in texts
        )

    def attribute(self, name: str, tell: Callable[[Words], str]) -> Markup:
        """An attribute that the script sets anew when the language changes."""
        kept = Markup(" ").join(Markup('data-{}="{}"').format(words.code, tell(words)) for words in self.all)
        return Markup('{}="{}" data-say="{}" {}').format(name, tell(self.first), name, kept)

    def say(self, path: str, /, n: int | None = None, **values: object) -> Markup:
        """The text at a path of the interface."""
        return self.both(lambda words: words.say(path, n, **values))

    def label(self, group: str, slug: str) -> Markup:
        """The word for a slug."""
        return self.both(lambda words: words.label(group, slug))

    def event_line(self, event: Event, shelf: Shelf) -> Markup:
        """Who did what to whom; see `Words.event_line`."""
        return self.both(lambda words: words.event_line(event, shelf.reports_of(event), shelf.called(event)))

    def when(self, when: Interval | None, *, short: bool = False) -> Markup:
        """A date for people."""
        return self.both(lambda words: say_when(words, when, short=short))

    def day(self, day: date) -> Markup:
        """A day for people."""
        return self.both(lambda words: say_day(words, day))


def inert(text: str | None) -> str:
    """Words of a page with the characters that no HTML may hold shown as replacement marks; escaping is the template's."""
    return _CONTROLS.sub("\ufffd", text or "")
