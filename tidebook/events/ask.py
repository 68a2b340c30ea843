"""A reader that asks a model instead of the rules, behind the same contract as `code`: a reading in, reports out.

The text of a page is sent as data, one JSON object in a message of its own. What comes back are words of fixed lists and quotes,
which `ask_claims` holds against the sentence: no text of a model reaches a book unless it stands in the page. Answers are
kept by what was asked, so that what was asked before need not be asked again.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..errors import ReaderError
from ..knowledge import load
from ..records.articles import Sentence
from ..records.drops import Dropped
from ..records.events import Report
from ..records.readings import Reading
from .ask_claims import check, claims_in, contexts, modes, schema
from .ask_line import Endpoint, Line, UnansweredError
from .record import distinct

_TOGETHER = 12  # sentences of one request
_SIZE = 6_000  # code points of one request
_LONGEST = 2_000  # code points of a sentence
_TOKENS = 4_096  # of one reply
_TIMES = 3  # requests in a row without an answer, after which nothing more is asked
UNPROVEN, SILENT = "model-unproven", "model-silent"


class ModelReader:
    """Asks one model about every sentence that names an actor.

    Attributes:
        drops: what was not answered or not borne out so far, for the ledger.
        replies: what was asked (a digest) to what was answered, for all that this run used.
    """

    def __init__(self, endpoint: Endpoint, replies: Mapping[str, str] | None = None) -> None:
        """`replies` are those of an earlier run.

        Raises:
            ReaderError: httpx is not installed.
        """
        self.endpoint = endpoint
        self.drops: list[Dropped] = []
        self.replies: dict[str, str] = {}
        self._known = dict(replies or {})
        self._line = Line(endpoint)
        self._failed = 0
        self._answered = False
        self._why = ""

    def __call__(self, reading: Reading) -> tuple[Report, ...]:
        """Every report of an article that the model tells and its sentences bear out, in order.

        Raises:
            ReaderError: the endpoint refuses for good, or has answered nothing at all.
        """
        if reading.article.language.split("-")[0].lower() not in load.languages("structure.yaml"):
            return ()
        found: list[Report] = []
        naming = _naming(reading)
        for sentence in naming:
            if len(sentence.span) > _LONGEST:
                self._silent(reading, [sentence], "it is too long")
        for asked in _chunks(naming):
            try:
                claims = self._claims(reading, asked)
            except UnansweredError as error:
                self._silent(reading, asked, str(error))
                continue
            checked = check(claims, reading, asked, f"llm:{self.endpoint.model}")
            found += checked.reports
            for of, why in checked.thrown:
                self._drop(reading, of or asked[0], UNPROVEN, why)
        by_sentence: dict[int, list[Report]] = {}
        for report in found:
            by_sentence.setdefault(report.sentence, []).append(report)
        return tuple(report for _, reports in sorted(by_sentence.items()) for report in distinct(reports))

    def close(self) -> None:
        """Says at the end of a run that nobody was there: a pile that was never read is not one that tells of nothing.

        Raises:
            ReaderError: something was asked, and nothing answered.
        """
        if self._failed and not self._answered:
            raise ReaderError(
                f"{self.endpoint.host} answered none of {self._failed} requests: {self._why}; see --endpoint and --model"
            )

    def _claims(self, reading: Reading, asked: list[Sentence]) -> list[Any]:
        payload = self._payload(reading, asked)
        written = json.dumps([self.endpoint.address, payload], sort_keys=True, ensure_ascii=False)
        key = hashlib.sha256(written.encode()).hexdigest()
        kept = self._known.get(key)
        if kept is not None:
            self.replies[key] = kept
            return claims_in(kept)
        if self._failed >= _TIMES:
            raise UnansweredError("the endpoint had failed too often")
        try:
            content, claims = self._asked(payload)
        except UnansweredError as error:
            self._failed, self._why = self._failed + 1, str(error)
            if self._failed >= _TIMES and not self._answered:
                raise ReaderError(
                    f"{self.endpoint.host} answered none of {_TIMES} requests: {error}; see --endpoint and --model"
                ) from None
            raise
        self._failed, self._answered = 0, True
        self.replies[key] = content
        return claims

    def _asked(self, payload: dict[str, Any]) -> tuple[str, list[Any]]:
        """An answer and its claims; what has not the shape that was asked for is asked once more."""
        try:
            content = self._line.ask(payload)
            return content, claims_in(content)
        except UnansweredError as first:
            if not str(first).startswith("the reply"):
                raise
        content = self._line.ask(payload)
        return content, claims_in(content)

    def _payload(self, reading: Reading, asked: list[Sentence]) -> dict[str, Any]:
        text, article = reading.article.text, reading.article
        data = {
            "published": article.published.edtf if article.published else None,
            "language": article.language,
            "sentences": [{"n": sentence.index, "text": sentence.span.cut(text)} for sentence in asked],
        }
        return {
            "model": self.endpoint.model,
            "messages": [
                {"role": "system", "content": _instructions()},
                {"role": "user", "content": json.dumps(data, ensure_ascii=False)},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "claims", "strict": True, "schema": schema()},
            },
            "temperature": 0,
            "seed": 0,
            "max_tokens": _TOKENS,
            "stream": False,
        }

    def _silent(self, reading: Reading, asked: list[Sentence], why: str) -> None:
        for sentence in asked:
            self._drop(reading, sentence, SILENT, f"the sentence was not read: {why}")

    def _drop(self, reading: Reading, sentence: Sentence, reason: str, detail: str) -> None:
        at = reading.article.address(sentence.span)
        self.drops.append(Dropped(room="events", page=at.page, reason=reason, detail=detail, span=at.span))


def _chunks(naming: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences some at a time, without those so long that they would crowd out the others."""
    chunk: list[Sentence] = []
    size = 0
    for sentence in naming:
        length = len(sentence.span)
        if length > _LONGEST:
            continue
        if chunk and (len(chunk) == _TOGETHER or size + length > _SIZE):
            yield chunk
            chunk, size = [], 0
        chunk.append(sentence)
        size += length
    if chunk:
        yield chunk


def _naming(reading: Reading) -> list[Sentence]:
    """The sentences that name an actor."""
    starts = [mention.span.start for mention in reading.actors if mention.actors]
    return [s for s in reading.sentences if bisect_left(starts, s.span.start) < bisect_left(starts, s.span.end)]


def _instructions() -> str:
    told = load.read_yaml(load.ROOT / "codes" / "reader.yaml")
    rows = load.read_yaml(load.ROOT / "codes" / "plover.yaml")["types"]
    known = modes()
    types = "\n".join(
        f"    {row['type']}: {row['about']}"
        + (f" (modes: {', '.join(known[row['type']])})" if known[row["type"]] else "")
        for row in rows
    )
    standings = "\n".join(f"    {name}: {about}" for name, about in told["standings"].items())
    text: str = told["instructions"]
    return text.format(types=types.strip(), standings=standings.strip(), contexts=", ".join(contexts()))
