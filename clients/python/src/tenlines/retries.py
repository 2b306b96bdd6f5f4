"""How long to wait, and when to try again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime

RETRIED = frozenset({429, 502, 503, 504})
"""Statuses after which the same call may succeed. Everything else stays as it is."""

LONGEST_WAIT = 30.0
"""No wait is longer, whatever a server says in Retry-After."""


@dataclass(frozen=True)
class Timeout:
    """Seconds. `total` is for one call with all its retries, `stream` for a whole stream."""

    connect: float = 3.0
    read: float = 10.0
    total: float = 30.0
    stream: float = 600.0

    def __post_init__(self) -> None:
        if min(self.connect, self.read, self.total, self.stream) <= 0:
            raise ValueError(f"A timeout ({self}) has to be above zero.")

    @classmethod
    def of(cls, value: float | Timeout) -> Timeout:
        """A number is the total; the other limits get no longer than that."""
        if isinstance(value, Timeout):
            return value
        usual = cls()
        return cls(
            min(usual.connect, value), min(usual.read, value), value, max(usual.stream, value)
        )

    def for_stream(self) -> Timeout:
        """The same limits for a stream, which may take longer as a whole."""
        return replace(self, total=self.stream)


@dataclass(frozen=True)
class Deadline:
    """The moment at which a call has to be over."""

    at: float
    clock: Callable[[], float] = field(default=time.monotonic, repr=False)

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float] = time.monotonic) -> Deadline:
        return cls(clock() + seconds, clock)

    def left(self) -> float:
        """Seconds until then; not above zero when it is over."""
        return self.at - self.clock()


def pause(
    attempt: int, retry_after: float | None, chance: Callable[[], float] = random.random
) -> float:
    """Seconds before the next attempt: exponential, full jitter, at least what the server asked.

    `attempt` is 0 after the first failure.
    """
    jittered = chance() * min(8.0, 0.2 * 2.0**attempt)
    return min(LONGEST_WAIT, max(jittered, retry_after or 0.0))


def retry_after(header: str | None, now: Callable[[], float] = time.time) -> float | None:
    """Seconds that a Retry-After header asks for, or None when it says nothing sensible."""
    if header is None:
        return None
    text = header.strip()
    if text.isascii() and text.isdigit():
        return min(LONGEST_WAIT, float(text[:9]))
    try:
        moment = parsedate_to_datetime(text)
        return min(LONGEST_WAIT, max(0.0, moment.timestamp() - now()))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
