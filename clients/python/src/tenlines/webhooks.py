"""Checks that a webhook message comes from your server (Standard Webhooks), and reads it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import threading
import time
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tenlines import wire
from tenlines.errors import BadWebhook, Incomplete
from tenlines.reviews import Verdict, verdict_of


@dataclass(frozen=True)
class Event:
    """A message that is genuine. `id` is the same for every attempt to deliver it."""

    id: str
    type: str
    timestamp: datetime
    data: dict[str, Any]


@dataclass(frozen=True)
class ReviewEvent(Event):
    """A person decided: `review.decided`, or `review.corrected` when an audit changed an answer."""

    review: str
    request: str
    feature: str
    outcome: str
    value: Any
    verdict: Verdict | None


def verify(
    secret: str | Sequence[str],
    headers: Mapping[str, str],
    body: bytes,
    tolerance: float = 300,
    now: float | None = None,
) -> Event:
    """The event in a message, or `BadWebhook` when it is not genuine or not of this moment.

    `secret` may be several while you change it. `body` has to be the bytes as they came. A message
    of another type than `review.…` is a plain `Event`: answer it with 2xx and forget it.
    """
    secrets = [secret] if isinstance(secret, str) else list(secret)
    named = {name.lower(): value for name, value in headers.items()}
    id, stamp, signatures = (
        named.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature")
    )
    if not (id and stamp and signatures):
        raise BadWebhook("The message lacks webhook-id, webhook-timestamp or webhook-signature.")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12):
        raise BadWebhook("The message's webhook-timestamp is not a number of seconds.")
    signed = b".".join((id.encode(), stamp.encode(), body))
    if not _signed_by_any(secrets, signed, signatures):
        raise BadWebhook("The message's signature is not of this secret.")
    if abs((time.time() if now is None else now) - int(stamp)) > tolerance:
        raise BadWebhook(f"The message is more than {tolerance:g} seconds off this clock.")
    return _event(id, body)


def sign(secret: str, id: str, timestamp: int, body: bytes) -> str:
    """The `webhook-signature` of a message, for your tests."""
    signed = b".".join((id.encode(), str(timestamp).encode(), body))
    return "v1," + base64.b64encode(_mac(secret, signed)).decode()


class Once:
    """Remembers message ids in this process, so that a repetition is noticed.

    With more than one process use a store that they share, as `tenlines.django` does.
    """

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._seen: OrderedDict[str, None] = OrderedDict()

    def first(self, id: str) -> bool:
        """Whether this id comes for the first time."""
        with self._lock:
            if id in self._seen:
                return False
            self._seen[id] = None
            if len(self._seen) > self._most:
                self._seen.popitem(last=False)
            return True

    def forget(self, id: str) -> None:
        """Takes an id as unseen, because its message could not be handled."""
        with self._lock:
            self._seen.pop(id, None)


def _signed_by_any(secrets: list[str], signed: bytes, signatures: str) -> bool:
    given = [one[3:].encode() for one in signatures.split(" ") if one.startswith("v1,")]
    genuine = False
    for secret in secrets:
        expected = base64.b64encode(_mac(secret, signed))
        for one in given[:20]:
            genuine |= hmac.compare_digest(expected, one)
    return genuine


def _mac(secret: str, signed: bytes) -> bytes:
    return hmac.new(_key(secret), signed, hashlib.sha256).digest()


def _key(secret: str) -> bytes:
    key = secret.encode()
    if secret.startswith("whsec_"):
        try:
            key = base64.b64decode(secret[6:], validate=True)
        except binascii.Error as broken:
            raise ValueError("The webhook secret after whsec_ is not base64.") from broken
    if not key:
        raise ValueError("The webhook secret is empty: anybody could sign with it.")
    return key


def _event(id: str, body: bytes) -> Event:
    def reader(message: Any) -> Event:
        kind, data = message["type"], message["data"]
        at = wire.moment(message["timestamp"])
        if not kind.startswith("review."):
            return Event(id, kind, at, data)
        verdict = data.get("verdict")
        return ReviewEvent(
            id,
            kind,
            at,
            data,
            data["review"],
            data["request"],
            data["feature"],
            data["outcome"],
            data.get("value"),
            None if verdict is None else verdict_of(verdict),
        )

    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as broken:
        raise Incomplete("The message is not JSON.") from broken
    return wire.read("a webhook message", message, reader)
