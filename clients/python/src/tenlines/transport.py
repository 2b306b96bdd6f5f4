"""One HTTP call: sent, read to its end, and tried again where that is safe."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import Any, TypeVar
from urllib.parse import urlencode

from tenlines.connections import Connection, Pool
from tenlines.errors import Incomplete, Problem, TenlinesError, Unreachable, problem
from tenlines.retries import RETRIED, Deadline, Timeout, pause, retry_after

LARGEST = 32 * 1024 * 1024
"""An answer with more bytes is not read to its end."""

JSON = "application/json, application/problem+json"
EVENTS = "text/event-stream, application/json, application/problem+json"

T = TypeVar("T")


@dataclass(frozen=True)
class Call:
    """One call. `repeatable` says that doing it twice is the same as doing it once."""

    method: str
    path: str
    query: dict[str, Any] | None = None
    body: dict[str, Any] | None = None
    idempotency_key: str | None = None
    repeatable: bool = False
    accept: str = JSON

    def target(self) -> str:
        asked = {name: value for name, value in (self.query or {}).items() if value is not None}
        return self.path + ("?" + urlencode(asked) if asked else "")


class Transport:
    """Sends calls with the key and the limits of one client. Threads may share it."""

    def __init__(
        self,
        pool: Pool,
        key: str,
        timeout: Timeout,
        retries: int,
        sleep: Callable[[float], None],
    ) -> None:
        self._pool = pool
        self._headers = {"Authorization": f"Bearer {key}", "User-Agent": "tenlines-python"}
        self._timeout = timeout
        self._retries = retries
        self._sleep = sleep

    def json(self, call: Call) -> tuple[Any, Exchange]:
        """The answer's JSON (None for 204) and where it came from."""

        def once(deadline: Deadline) -> tuple[Any, Exchange]:
            exchange = self._open(call, self._timeout, deadline)
            return exchange.json(), exchange

        return self._repeat(call, self._timeout, once)

    def stream(self, call: Call, begin: Callable[[Exchange], T]) -> T:
        """Opens a stream. It is retried until `begin` has read the first event."""
        timeout = self._timeout.for_stream()
        return self._repeat(call, timeout, lambda end: begin(self._open(call, timeout, end)))

    def _repeat(self, call: Call, timeout: Timeout, once: Callable[[Deadline], T]) -> T:
        deadline = Deadline.after(timeout.total)
        attempt = 0
        while True:
            try:
                return once(deadline)
            except TenlinesError as error:
                refused = error if isinstance(error, Problem) else None
                wait = pause(attempt, refused.retry_after if refused else None)
                if (
                    not call.repeatable
                    or (refused and refused.status not in RETRIED)
                    or attempt >= self._retries
                    or wait >= deadline.left()
                ):
                    raise
            attempt += 1
            self._sleep(wait)

    def _open(self, call: Call, timeout: Timeout, deadline: Deadline) -> Exchange:
        body = None if call.body is None else json.dumps(call.body).encode()
        headers = self._headers | {"Accept": call.accept}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if call.idempotency_key is not None:
            headers["Idempotency-Key"] = call.idempotency_key
        connection: Connection | None = None
        try:
            connection = self._pool.take(timeout, deadline)
            try:
                target = self._pool.path + call.target()
                connection.http.request(call.method, target, body, headers)
            except BrokenPipeError:
                pass  # the server may have answered before it read everything, and closed
            response = connection.http.getresponse()
        except (OSError, HTTPException) as broken:
            if connection:
                connection.close()
            said = str(broken) or type(broken).__name__
            raise Unreachable(f"{call.method} {call.path} has no answer: {said}") from broken
        except BaseException:
            if connection:
                connection.close()
            raise
        exchange = Exchange(self._pool, connection, response, call)
        if not 200 <= response.status < 300:
            wait = retry_after(response.getheader("Retry-After"))
            raise problem(response.status, exchange.read(), wait)
        return exchange


class Exchange:
    """An answer whose head has come. Read it to its end, or close it."""

    def __init__(
        self, pool: Pool, connection: Connection, response: HTTPResponse, call: Call
    ) -> None:
        self._pool = pool
        self._connection = connection
        self._response = response
        self._call = call
        self.status = response.status

    def header(self, name: str) -> str:
        return self._response.getheader(name) or ""

    def json(self) -> Any:
        body = self.read()
        if self.status == 204:
            return None
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as broken:
            raise Incomplete(f"{self._name()} answered something that is not JSON.") from broken

    def read(self) -> bytes:
        """Everything, after which the connection is free for the next call."""
        read = bytearray()
        for some in self.chunks():
            read += some
            if len(read) > LARGEST:
                self.close()
                raise Incomplete(f"{self._name()} answered more than {LARGEST} bytes.")
        return bytes(read)

    def chunks(self) -> Iterator[bytes]:
        """The bytes as they come. Ends only when the answer is whole."""
        try:
            while some := self._response.read1(65536):
                yield some
            if self._response.length:
                raise Incomplete(f"{self._name()} broke off {self._response.length} bytes early.")
        except (OSError, HTTPException, ValueError) as broken:
            self.close()
            said = str(broken) or type(broken).__name__
            raise Incomplete(f"{self._name()} broke off: {said}") from broken
        except BaseException:
            self.close()
            raise
        self._response.close()
        if self._response.will_close:
            self._connection.close()
        else:
            self._pool.give_back(self._connection)

    def close(self) -> None:
        """Drops the connection, because something unread may still be in it."""
        self._response.close()
        self._connection.close()

    def _name(self) -> str:
        return f"{self._call.method} {self._call.path}"
