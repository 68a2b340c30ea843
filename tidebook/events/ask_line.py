"""Asks an OpenAI-compatible endpoint, and takes nothing from it but one short text.

Only the address named by the user is asked: no redirect is followed, no proxy of the environment is used. Every request has a
time by which it must be over and a size that its answer must not pass; what may pass by itself is tried again a few times.
"""

from __future__ import annotations

import ipaddress
import json
import queue
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from ..errors import ReaderError

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_MODEL = re.compile(r"[\w.:/@+-]{1,120}", re.ASCII)
_PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504})  # may be gone when asked once more
_FOR_GOOD = {
    401: "it wants a key, or another one: set TIDEBOOK_API_KEY",
    403: "its key may not do this: set another TIDEBOOK_API_KEY",
    404: "there is no such address or no such model: see --endpoint and --model",
    405: "it takes no chat completions: see --endpoint",
}
_LONGEST_PAUSE = 10.0  # seconds, whatever the endpoint asks for


class UnansweredError(Exception):
    """One request gave nothing that can be used; `str(error)` says why, in words for the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Whom to ask, and how patiently.

    Attributes:
        url: base address (``http://localhost:8000/v1``) or that of the chat completions themselves.
        model: its name there. key: sent as bearer token; never written anywhere.
        seconds: by which a request must be over; one that is late is not repeated. attempts: requests for one answer at most.
        pause: seconds before the second attempt, doubled before each further one.
        most: bytes that an answer may have.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 60.0
    attempts: int = 3
    pause: float = 0.5
    most: int = 1 << 20

    def __post_init__(self) -> None:
        if not 0 < self.seconds <= 3600:
            raise ReaderError(f"a request may take more than 0 and at most 3600 seconds, not {self.seconds:g}")
        try:
            parts = urlsplit(self.url)
            _ = parts.port
        except ValueError:
            raise ReaderError(f"{self.url!r} is no address; expected one such as http://localhost:8000/v1") from None
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ReaderError(f"{self.url!r} is no address; expected one such as http://localhost:8000/v1")
        if parts.username or parts.password:
            raise ReaderError("an address with a password in it is not used; give the key in TIDEBOOK_API_KEY")
        if self.key and parts.scheme == "http" and not _is_near(parts.hostname):
            raise ReaderError(
                f"the key is not sent to {parts.hostname} unprotected; use https, or unset TIDEBOOK_API_KEY"
            )
        if self.key and not (self.key.isascii() and self.key.isprintable()):
            raise ReaderError("TIDEBOOK_API_KEY holds characters that no key has; set it anew")
        if not _MODEL.fullmatch(self.model):
            raise ReaderError(f"{self.model!r} is no name of a model; expected letters, digits and ._:/@+- only")

    @property
    def address(self) -> str:
        """Where chat completions are asked for."""
        base = self.url.split("#")[0].rstrip("/")
        return base if base.endswith("/chat/completions") else f"{base}/chat/completions"

    @property
    def host(self) -> str:
        """For people."""
        return urlsplit(self.url).hostname or self.url


def _is_near(host: str) -> bool:
    """Whether a host is this very machine."""
    if host in _LOCAL:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Line:
    """A line to one endpoint.

    Raises:
        ReaderError: httpx is not installed.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        try:
            import httpx
        except ImportError:
            raise ReaderError("asking a model needs httpx; install it with: pip install httpx") from None
        self.endpoint = endpoint
        self._httpx = httpx
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if endpoint.key:
            headers["Authorization"] = f"Bearer {endpoint.key}"
        self._client = httpx.Client(
            headers=headers, timeout=endpoint.seconds, follow_redirects=False, trust_env=False, http2=False
        )

    def ask(self, payload: dict[str, Any]) -> str:
        """The text of the first choice.

        Raises:
            UnansweredError: this request gave nothing.
            ReaderError: no request will.
        """
        reason = UnansweredError("the endpoint did not answer")
        for attempt in range(self.endpoint.attempts):
            if attempt:
                time.sleep(min(_LONGEST_PAUSE, self.endpoint.pause * 2 ** (attempt - 1)))
            try:
                status, body = _within(self.endpoint.seconds, lambda: self._once(payload))
            except _PassingError as error:
                reason = UnansweredError(str(error))
                continue
            if status in _PASSING:
                reason = UnansweredError(f"the endpoint answered with HTTP {status}")
                continue
            return _content(self._judged(status, body))
        raise reason

    def _once(self, payload: dict[str, Any]) -> tuple[int, bytes]:
        httpx = self._httpx
        found = bytearray()
        try:
            with self._client.stream("POST", self.endpoint.address, json=payload) as response:
                for piece in response.iter_raw():
                    found += piece
                    if len(found) > self.endpoint.most:
                        raise UnansweredError(f"the reply was larger than {self.endpoint.most} bytes")
                return response.status_code, bytes(found)
        except httpx.TimeoutException as error:
            raise UnansweredError("the endpoint did not answer in time") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _PassingError("the endpoint could not be reached") from error

    def _judged(self, status: int, body: bytes) -> bytes:
        if 300 <= status < 400:
            raise ReaderError(
                f"{self.endpoint.host} sends the request elsewhere (HTTP {status}), where nothing is asked; "
                "give the right address with --endpoint"
            )
        if status in _FOR_GOOD:
            raise ReaderError(f"{self.endpoint.host} refused (HTTP {status}): {_FOR_GOOD[status]}")
        if status != 200:
            raise UnansweredError(f"the endpoint answered with HTTP {status}")
        return body


class _PassingError(Exception):
    """May be gone when asked once more."""


def _content(body: bytes) -> str:
    try:
        message = json.loads(body)["choices"][0]["message"]
        content = message["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise UnansweredError("the reply is no chat completion") from None
    if not isinstance(content, str) or not content.strip():
        raise UnansweredError("the model gave no answer")
    return content


def _within(seconds: float, call: Callable[[], tuple[int, bytes]]) -> tuple[int, bytes]:
    """What `call` gives if it is over by then: a server that sends a byte now and then keeps every other clock running."""
    answers: queue.SimpleQueue[tuple[int, bytes] | BaseException] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(call())
        except BaseException as error:
            answers.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise UnansweredError("the endpoint did not answer in time") from None
    if isinstance(answer, BaseException):
        raise answer
    return answer
