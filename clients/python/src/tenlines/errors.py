"""What can go wrong. Expected outcomes (deferred, declined) are not errors and never raised."""

from __future__ import annotations

import json
from typing import Any


class TenlinesError(Exception):
    """Something went wrong between you and Tenlines."""

    idempotency_key: str | None = None
    """The key of the request that failed: ask again with it and nothing happens twice."""


class Unreachable(TenlinesError):
    """There is no answer: no connection, a timeout, or the connection broke before the answer."""


class Incomplete(TenlinesError):
    """An answer began, but it broke off or is not what the contract says. It may have been done."""


class BadWebhook(TenlinesError):
    """A message that is not from your Tenlines server, or comes too late. Do not act on it."""


class Problem(TenlinesError):
    """The server refused or failed, and says why (RFC 9457)."""

    def __init__(
        self,
        status: int,
        code: str = "",
        detail: str = "",
        hint: str = "",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(status, code, detail, hint)
        self.status = status
        self.code = code
        self.detail = detail
        self.hint = hint
        self.retry_after = retry_after

    def __str__(self) -> str:
        words = f"{self.detail} {self.hint}".strip()
        return f"{self.status} {self.code}".strip() + (f": {words}" if words else "")


class NotAllowed(Problem):
    """401 or 403: the key is missing, unknown, or its role may not do this."""


class NotFound(Problem):
    """404: there is no such thing for this key's tenant."""


class Conflict(Problem):
    """409: held by somebody else, or changed or decided since you looked."""


class KeyReused(Problem):
    """422: this idempotency key was used for another request."""


class TooManyCalls(Problem):
    """429: too many calls; `retry_after` says in how many seconds to come back."""


_BY_STATUS: dict[int, type[Problem]] = {
    401: NotAllowed,
    403: NotAllowed,
    404: NotFound,
    409: Conflict,
    422: KeyReused,
    429: TooManyCalls,
}


def problem(status: int, body: bytes, retry_after: float | None = None) -> Problem:
    """The error for an answer that is not 2xx, whatever its body is."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):  # a proxy's page, perhaps
        said = {"detail": body[:200].decode("utf-8", "replace").strip()}
    return problem_of(said, status, retry_after)


def problem_of(
    said: dict[str, Any], status: int = 500, retry_after: float | None = None
) -> Problem:
    """The error for a problem object; `status` where there is none in the object itself."""
    kind = _BY_STATUS.get(status, Problem)
    code, detail, hint = (_text(said.get(name)) for name in ("code", "detail", "hint"))
    return kind(status, code, detail or _text(said.get("title")), hint, retry_after)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
