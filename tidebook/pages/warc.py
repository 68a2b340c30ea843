"""Web archives: WARC with responses and resources, WET with plain text; each page is one record."""

from __future__ import annotations

from collections import Counter

from ..records.drops import Dropped
from .http import Response, response
from .moments import in_utc
from .source import Carried, Found, PackedError, Reading, Source
from .streams import Whole
from .text import MOST_BYTES, refused
from .warc_records import MARK, Record, Records

MOST_LOSSES = 1_000
"""Damaged places from which an archive is given up: it is something else."""

_PAGES = ("response", "resource", "conversion")
_TEXTS = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/rss+xml",
    "application/atom+xml",
    "text/xml",
    "application/xml",
)
_SAID_KINDS = 6


def sniff(head: bytes) -> bool:
    """Whether some first bytes begin an archive."""
    return head.lstrip(b"\r\n").startswith(MARK)


def read(source: Source, inside: Reading) -> Found:
    """The pages of an archive, named ``ARCHIVE!/000012`` by the number of their record.

    Records that are no pages by their kind (requests, metadata, images, answers other than 200) are counted in one sentence at
    the end; each record that is damaged or past a limit has a sentence of its own, and the rest is read.
    """
    others: Counter[str] = Counter()
    losses = 0
    for record in Records(source.pieces()):
        uri = f"{source.uri}!/{record.number:06d}"
        if record.lost is not None:
            losses += 1
            if losses > MOST_LOSSES:
                yield refused(
                    source.uri, "damaged", f"more than {MOST_LOSSES:,} places are damaged; the rest is not read"
                )
                break
            where = record.lost if record.fields else f"after this record, {record.lost}"
            yield refused(uri, "damaged", f"{where}; crawl or copy the archive again")
            continue
        other = _no_page(record)
        if other is not None:
            others[other] += 1
            continue
        try:
            answer = _answer(record)
            other = _not_read(answer)
            if other is not None:
                others[other] += 1
                continue
            carried = Carried(
                charset=answer.charset,
                address=_address(record),
                fetched=in_utc(record.fields.get("warc-date")),
                record_id=record.fields.get("warc-record-id", "").strip("<>") or None,
            )
            if record.size > MOST_BYTES:
                raise PackedError(
                    f"it has {record.size / 1e6:,.1f} MB (at most {MOST_BYTES / 1e6:,.1f} MB are read)", "too-large"
                )
            yield from inside(source.inner(Whole(answer.body), uri, carried))
        except PackedError as error:
            if error.deadly:
                raise
            yield refused(uri, error.reason, str(error))
    if others:
        yield _summary(source.uri, others)


def _no_page(record: Record) -> str | None:
    kind = record.fields.get("warc-type", "").lower()
    if kind not in _PAGES:
        return kind[:30] or "without a type"
    address = _address(record) or ""
    return None if not address.startswith(("dns:", "metadata:", "urn:")) else address.split(":")[0]


def _answer(record: Record) -> Response:
    kind = record.fields.get("content-type", "").lower()
    if record.fields.get("warc-type", "").lower() == "response":
        return response(record.body, MOST_BYTES)
    return Response(200, kind.split(";")[0].strip(), None, record.body)


def _not_read(answer: Response) -> str | None:
    """What an answer is instead of a page; the stated type tells only what is certainly none, the bytes tell the rest."""
    if answer.status != 200:
        return f"status {answer.status}"
    kind = answer.media_type
    if (
        kind
        and kind not in _TEXTS
        and not kind.startswith("application/octet")
        and "/" in kind
        and kind.split("/")[0] != "text"
    ):
        return kind[:40]
    return kind if kind in ("text/css", "text/javascript") else None


def _address(record: Record) -> str | None:
    return record.fields.get("warc-target-uri", "").strip("<> ").replace(" ", "%20") or None


def _summary(uri: str, others: Counter[str]) -> Dropped:
    ranked = sorted(others.items(), key=lambda item: (-item[1], item[0]))
    said = ", ".join(f"{count:,} {kind}" for kind, count in ranked[:_SAID_KINDS])
    if len(ranked) > _SAID_KINDS:
        said += f", {sum(count for _, count in ranked[_SAID_KINDS:]):,} others"
    return refused(uri, "no-pages", f"records of this archive that are no pages: {said}")
