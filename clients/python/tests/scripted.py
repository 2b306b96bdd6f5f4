"""A server on loopback that plays a script: one step for each call, then the next."""

from __future__ import annotations

import json
import socket
import socketserver
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import parse_headers
from typing import Any


@dataclass(frozen=True)
class Received:
    """One call as it came."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    connection: int

    def json(self) -> Any:
        return json.loads(self.body)


class Play:
    """The running server: what came, and where it is."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self.received: list[Received] = []
        self.steps = list(steps)
        self.over = threading.Event()
        self.connections = 0
        self.url = ""


Step = Callable[[socket.socket, Play], bool]
"""Plays one answer; says whether the connection stays open."""


def answer(status: int, body: Any = None, headers: dict[str, str] | None = None) -> Step:
    """A whole answer: JSON, or bytes as they are."""
    written = (
        body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    )
    kind = "application/problem+json" if status >= 400 else "application/json"
    named = {"Content-Type": kind, "Content-Length": str(len(written))} | (headers or {})
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return raw(f"HTTP/1.1 {status} Words\r\n{head}\r\n".encode() + written)


def events(*pieces: bytes, end: bool = True) -> Step:
    """A chunked event stream, one chunk for each piece; without an end it is cut off."""
    head = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces if piece)
    return raw(head + chunks + (b"0\r\n\r\n" if end else b""), stay=end)


def raw(written: bytes, stay: bool = True) -> Step:
    def play(connection: socket.socket, _: Play) -> bool:
        connection.sendall(written)
        return stay

    return play


def hang_up(connection: socket.socket, _: Play) -> bool:
    """Closes without an answer."""
    return False


def reset(connection: socket.socket, _: Play) -> bool:
    """Breaks the connection the hard way."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    return False


def silence(after: bytes = b"") -> Step:
    """Sends this much, and then nothing until the client goes or the test ends."""

    def play(connection: socket.socket, show: Play) -> bool:
        connection.sendall(after)
        show.over.wait(10)
        return False

    return play


def drip(written: bytes, seconds: float) -> Step:
    """One byte at a time, each in time for a read limit, all of them together not."""

    def play(connection: socket.socket, show: Play) -> bool:
        try:
            for byte in written:
                connection.sendall(bytes([byte]))
                if show.over.wait(seconds):
                    break
        except OSError:
            pass
        return False

    return play


@contextmanager
def scripted(*steps: Step) -> Iterator[Play]:
    """Runs the script. A call beyond its end gets a 500, which no client retries."""
    show = Play(steps)

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            show.connections += 1
            number = show.connections
            while line := self.rfile.readline():
                method, target, _ = line.decode().split()
                headers = {k.lower(): v for k, v in parse_headers(self.rfile).items()}
                body = self.rfile.read(int(headers.get("content-length", 0)))
                show.received.append(Received(method, target, headers, body, number))
                step = show.steps.pop(0) if show.steps else answer(500, {"detail": "script over"})
                if not step(self.connection, show):
                    return

        def finish(self) -> None:
            with suppress(OSError):
                super().finish()

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            pass  # the client went away, which some scripts want

    with Server(("127.0.0.1", 0), Handler) as server:
        show.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield show
        finally:
            show.over.set()
            server.shutdown()
            thread.join()
