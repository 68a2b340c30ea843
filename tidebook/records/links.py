"""Links that open a page at the quoted words: text fragments of addresses.

The form is that of the Text Fragments specification (https://wicg.github.io/scroll-to-text-fragment/):
``#:~:text=[before-,]first words[,last words][,-after]``. Browsers that do not know it open the page at its top.
"""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from .spans import Quote

LONGEST_WHOLE = 200
"""Code points up to which a quote stands in the link whole; of longer ones the first and the last words do."""
SHORTEST_ALONE = 50
"""Code points from which a quote is taken to stand once on a page, and needs no words around it."""
EDGE_WORDS = 6
"""Words that name each end of a longer quote."""

_KEPT = "%/:?@!$&'()*+,;=-._~[]"
"""Signs of an address that stand as they are; the per cent sign, as most addresses are encoded already."""
_HOST = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_.])?|[0-9a-f:.]{2,45}")


def text_fragment(quote: Quote) -> str:
    """The fragment of an address by which a browser finds and marks a quote, without ``#``: ``:~:text=...``.

    Words around the quote are given only where it is short, and only whole words of the same line.
    """
    lines = [line for line in quote.exact.split("\n") if line.strip()]
    if not lines:
        return ""
    words = " ".join(lines).split()
    whole = len(lines) == 1 and len(quote.exact) <= LONGEST_WHOLE
    if whole or len(words) < 2:
        terms = [_encoded(" ".join(words))]
    else:
        half = min(EDGE_WORDS, len(words) // 2)
        first, last = lines[0].split()[:half], lines[-1].split()[-half:]
        terms = [_encoded(" ".join(first)), _encoded(" ".join(last))]
    if len(quote.exact) < SHORTEST_ALONE:
        before, after = _before(quote.prefix), _after(quote.suffix)
        if before:
            terms.insert(0, f"{_encoded(before)}-")
        if after:
            terms.append(f"-{_encoded(after)}")
    return f":~:text={','.join(terms)}"


def link_to(address: str | None, quote: Quote) -> str | None:
    """The address of a page with the place of a quote on it; None where the page has no address on the web.

    The user and the password that an address may hold are left out.
    """
    if address is None or not address.startswith(("http://", "https://")):
        return None
    fragment = text_fragment(quote)
    place, _, there = address.partition("#")
    bare = _plain(place)
    if bare is None:
        return None
    there = percent_encoded(there.partition(":~:")[0], safe=_KEPT)
    return f"{bare}#{there}{fragment}" if fragment or there else bare


def _plain(address: str) -> str | None:
    """An address in ASCII: letters of other scripts in its host as IDNA writes them (``xn--...``), so that none can pass for another;
    None where the host is none."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:  # also what IDNA refuses
        return None
    if not _HOST.fullmatch(host):
        return None
    place = f"[{host}]" if ":" in host else host
    place += "" if port is None else f":{port}"
    path, query = (percent_encoded(part, safe=_KEPT) for part in (parts.path, parts.query))
    return f"{parts.scheme}://{place}{path}{'?' if query else ''}{query}"


def _before(prefix: str) -> str:
    """Whole words that stand before the quote on its line; what begins the prefix may be half a word."""
    line = prefix.rsplit("\n", 1)[-1]
    words = line.split()
    return " ".join(words[1:] if words and "\n" not in prefix and not line[:1].isspace() else words)


def _after(suffix: str) -> str:
    line = suffix.split("\n", 1)[0]
    words = line.split()
    return " ".join(words[:-1] if words and "\n" not in suffix and not line[-1:].isspace() else words)


def _encoded(words: str) -> str:
    """Percent-encoded; also ``-``, which marks what stands around a quote."""
    return percent_encoded(words, safe="").replace("-", "%2D")
