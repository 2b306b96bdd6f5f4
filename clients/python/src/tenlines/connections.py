"""Connections that are kept open and reused, with three limits: connect, read and a deadline."""

from __future__ import annotations

import io
import os
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from tenlines.retries import Deadline, Timeout

LONGEST_IDLE = 15.0
"""Seconds after which an idle connection is not trusted any more."""


class Pool:
    """Idle connections to one server, shared by threads; the one used last is used first."""

    def __init__(
        self, base_url: str, size: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        address = urlsplit(base_url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise ValueError(f"The base URL ({base_url}) has to start with http:// or https://.")
        if address.username or address.query or address.fragment:
            raise ValueError("The base URL has to be without user, query and fragment.")
        self.path = address.path.rstrip("/")
        self._host = address.hostname
        self._port = address.port
        self._tls = ssl.create_default_context() if address.scheme == "https" else None
        self._size = size
        self._clock = clock
        self._lock = threading.Lock()
        self._idle: list[tuple[float, Connection]] = []
        self._process = os.getpid()

    def take(self, timeout: Timeout, deadline: Deadline) -> Connection:
        """An idle connection that still looks alive, or a new one."""
        while True:
            with self._lock:
                self._leave_parent()
                since, connection = self._idle.pop() if self._idle else (0.0, None)
            if connection is None:
                return Connection(self._http(timeout, deadline), timeout, deadline)
            if self._clock() - since < LONGEST_IDLE and connection.quiet():
                connection.limits(timeout, deadline)
                return connection
            connection.close()

    def give_back(self, connection: Connection) -> None:
        """Keeps a connection whose last answer was read to its end."""
        with self._lock:
            if self._process == os.getpid() and len(self._idle) < self._size:
                self._idle.append((self._clock(), connection))
                return
        connection.close()

    def close(self) -> None:
        """Closes what is idle. What is in use is closed by who uses it."""
        with self._lock:
            idle, self._idle = self._idle, []
        for _, connection in idle:
            connection.close()

    def _leave_parent(self) -> None:
        """Two processes must not share a socket: after a fork this one starts with none."""
        if self._process != os.getpid():
            for _, connection in self._idle:
                connection.close()  # closes this process's copy alone
            self._idle, self._process = [], os.getpid()

    def _http(self, timeout: Timeout, deadline: Deadline) -> HTTPConnection:
        seconds = max(0.001, min(timeout.connect, deadline.left()))
        if self._tls:
            return HTTPSConnection(self._host, self._port, timeout=seconds, context=self._tls)
        return HTTPConnection(self._host, self._port, timeout=seconds)


class Connection:
    """One connection. Every wait on its socket ends with the read limit or the deadline."""

    def __init__(self, http: HTTPConnection, timeout: Timeout, deadline: Deadline) -> None:
        self.http = http
        self.limits(timeout, deadline)
        http.connect()
        self._socket: socket.socket = http.sock
        http.sock = _LimitedSocket(self)

    def limits(self, timeout: Timeout, deadline: Deadline) -> None:
        """Sets the limits of the next call."""
        self._timeout = timeout
        self._deadline = deadline

    def quiet(self) -> bool:
        """Whether nothing came while it was idle. What would come is the server's goodbye."""
        try:
            if hasattr(select, "poll"):
                poll = select.poll()
                poll.register(self._socket, select.POLLIN)
                return not poll.poll(0)
            return not select.select([self._socket], [], [], 0)[0]
        except (OSError, ValueError):
            return False

    def close(self) -> None:
        self.http.close()

    def limited(self) -> socket.socket:
        """The socket, ready to wait no longer than it may."""
        left = self._deadline.left()
        if left <= 0:
            raise TimeoutError("the deadline passed")
        self._socket.settimeout(min(self._timeout.read, left))
        return self._socket


class _LimitedSocket:
    """What http.client needs of a socket, with the limits set anew before each wait."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._socket = connection._socket

    def sendall(self, some: Any) -> None:
        self._connection.limited().sendall(some)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_LimitedReader(self._connection, self._socket))

    def close(self) -> None:
        self._socket.close()


class _LimitedReader(io.RawIOBase):
    def __init__(self, connection: Connection, plain: socket.socket) -> None:
        self._connection = connection
        self._raw = plain.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._connection.limited()
        return self._raw.readinto(buffer)

    def close(self) -> None:
        if not self.closed:
            self._raw.close()
        super().close()
