"""What the address of a page says of it: whose it is, on which day it was published, which page of its article it is."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from urllib.parse import SplitResult, parse_qsl, urlsplit

from ..records.pages import Page
from ..records.times import Interval, on
from .outlets import Outlet, outlets
from .stated import part_names

_DAY = re.compile(
    r"/(?P<y>(?:19|20)\d\d)(?P<s>[/-])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])(?=[/-]|\Z)"
    r"|/(?P<y2>(?:19|20)\d\d)(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?=/|-|_|\d{6,9}(?:/|\Z))"
    r"|[-_](?P<y3>20\d\d)-(?P<m3>0[1-9]|1[0-2])-(?P<d3>0[1-9]|[12]\d|3[01])(?=\D|\Z)"
)
_OLDEST = 1990
_MOST_PARTS, _DEEP = 60, 2
"""The highest number of a page within its article; steps of a path from which it tells articles apart without a query."""


def split_address(address: str | None) -> SplitResult | None:
    """The parts of an address of the web, or None where there is none or it cannot be read."""
    if not address:
        return None
    try:
        parts = urlsplit(address.strip())
        parts.port  # noqa: B018  raises where the port is no number
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.hostname else None


def host_of(page: Page) -> str:
    """The host of a page's address, in lower case, or nothing."""
    parts = split_address(page.address)
    return (parts.hostname or "").lower() if parts is not None else ""


def day_in(address: str | None) -> Interval | None:
    """The day that the path of an address names (``/2023/11/02/``), or None; years and months alone name none."""
    parts = split_address(address)
    if parts is None:
        return None
    for found in _DAY.finditer(parts.path):
        key = "" if found["y"] else "2" if found["y2"] else "3"
        year, month, day = (int(found[f"{name}{key}"]) for name in "ymd")
        if year < _OLDEST:
            continue
        try:
            date(year, month, day)
        except ValueError:
            continue
        return on(year, month, day)
    return None


def part_in(address: str | None) -> int | None:
    """Which page of its article an address says that it leads to (``?page=2``, ``/halaman/2``), or None."""
    parts = split_address(address)
    if parts is None:
        return None
    for name, value in parse_qsl(parts.query)[:30]:
        if name.lower() in part_names() and value.isdecimal() and 0 < int(value[:4]) <= _MOST_PARTS:
            return int(value)
    found = _part().search(parts.path)
    if found is None:
        return None
    number = int(found["n"] or found["bare"])
    return number if 0 < number <= _MOST_PARTS else None


def lie_apart(one: str | None, other: str | None) -> bool:
    """Whether two addresses cannot be those of pages of one article: neither goes on from the other, page numbers aside."""
    first, second = _whole(one), _whole(other)
    if not first or not second:
        return False
    return not (first.startswith(second) or second.startswith(first))


def _whole(address: str | None) -> str:
    """Host and path of an address without what counts the pages of an article, and without an ending."""
    parts = split_address(address)
    if parts is None:
        return ""
    path = _part().sub("", parts.path).rstrip("/")
    path = path[: path.rfind(".")] if "." in path.rpartition("/")[2][-6:] else path
    named = [f"{name}={value}" for name, value in parse_qsl(parts.query)[:30] if name.lower() not in part_names()]
    query = "?" + "&".join(sorted(named)) if named and path.count("/") < _DEEP else ""
    return f"{(parts.hostname or '').removeprefix('www.')}{path}{query}"


def outlet_at(address: str | None) -> Outlet | None:
    """The outlet whose host an address names: its own domain, or one above it (``health.detik.com`` is Detik's)."""
    parts = split_address(address)
    if parts is None or parts.hostname is None:
        return None
    first = parts.path.strip("/").split("/", 1)[0].lower()
    labels = parts.hostname.lower().rstrip(".").split(".")
    table = _hosts()
    for start in range(len(labels) - 1):
        host = ".".join(labels[start:])
        found = table.get(f"{host}/{first}") or table.get(host)
        if found is not None:
            return found
    return None


@cache
def _part() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, part_names())))
    return re.compile(rf"/(?:{names})[/-]?(?P<n>\d{{1,2}})/?\Z|/(?P<bare>[2-9])/?\Z", re.I)


@cache
def _hosts() -> dict[str, Outlet]:
    table: dict[str, Outlet] = {}
    for outlet in outlets():
        for domain in outlet.domains:
            table.setdefault(domain.lower(), outlet)
    return table
