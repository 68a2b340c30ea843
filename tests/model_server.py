"""A server of chat completions on this machine, for tests: it answers as a test tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Caller", dict[str, Any]], None]


class Caller(BaseHTTPRequestHandler):
    """One request; an answer writes to it."""

    answer: Answer
    asked: list[tuple[str, dict[str, str], dict[str, Any]]]

    def do_POST(self) -> None:
        """Notes the request and lets the test's answer speak."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}, body))
        try:
            type(self).answer(self, body)
        except (BrokenPipeError, ConnectionResetError):
            return

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def give(self, body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def say(self, content: object) -> None:
        """A chat completion with this content."""
        self.give(json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode())

    def claim(self, *claims: dict[str, Any]) -> None:
        """A chat completion with these claims."""
        self.say(json.dumps({"claims": list(claims)}))


class Server:
    """Where it is, and what it was asked: path, headers (lower case), body of each request."""

    def __init__(self, url: str, asked: list[tuple[str, dict[str, str], dict[str, Any]]]) -> None:
        self.url, self.asked = url, asked


@contextmanager
def serving(answer: Answer) -> Iterator[Server]:
    """A server that answers so while the block runs."""
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
    handler = type("Answering", (Caller,), {"answer": staticmethod(answer), "asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_port}/v1", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def sentences_in(body: dict[str, Any]) -> list[dict[str, Any]]:
    """The sentences that a request asks about."""
    found: list[dict[str, Any]] = json.loads(body["messages"][1]["content"])["sentences"]
    return found


def claim(**fields: Any) -> dict[str, Any]:
    """A claim of the right shape; `fields` say what differs."""
    return {
        "sentence": 0,
        "type": "CONSULT",
        "mode": None,
        "contexts": [],
        "standing": "asserted",
        "background": False,
        "trigger": "met",
        "actors": [],
        "recipients": [],
        "speaker": None,
        "when": None,
        "place": None,
        **fields,
    }
