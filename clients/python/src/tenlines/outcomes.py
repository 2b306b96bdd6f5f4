"""What became of a request: `Answered`, `Deferred` or `Declined`. All three are expected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Union

from tenlines import wire
from tenlines.reviews import Verdict, verdict_of


@dataclass(frozen=True)
class Step:
    """What one rung said during the climb."""

    rung: str
    result: str
    reason: str | None
    score: float | None
    charge: Decimal
    currency: str
    millis: float


@dataclass(frozen=True, kw_only=True)
class _Common:
    id: str
    feature: str
    trace: tuple[Step, ...]
    charge: Decimal
    currency: str
    millis: float
    evidence: tuple[dict[str, Any], ...] = ()
    replayed: bool = False
    """Whether this is the stored outcome of an earlier request with the same idempotency key."""


@dataclass(frozen=True, kw_only=True)
class Answered(_Common):
    """A rung answered. `probability` is None where the rung claims none."""

    value: Any
    rung: str
    basis: str
    certificate: str | None
    probability: float | None


@dataclass(frozen=True, kw_only=True)
class Deferred(_Common):
    """A person will answer. The review item is stored already; a webhook tells of the verdict."""

    review: str
    proposal: Any


@dataclass(frozen=True, kw_only=True)
class Declined(_Common):
    """No answer, and nobody will look at it: `reason` says why, SHADOW or UNCONFIRMED."""

    reason: str
    proposal: Any


Outcome = Union[Answered, Deferred, Declined]  # noqa: UP007  (a value that isinstance() takes)


@dataclass(frozen=True)
class Request:
    """A request of the past: what was asked, what became of it, and a person's verdict, if any."""

    outcome: Outcome
    input: str
    fields: dict[str, Any]
    created: datetime
    verdict: Verdict | None


def outcome_of(value: Any, replayed: bool = False) -> Outcome:
    """Reads an outcome."""
    return wire.read("an outcome", value, lambda json: _outcome(json, replayed))


def request_of(value: Any) -> Request:
    """Reads a request with its outcome."""

    def reader(json: Any) -> Request:
        verdict = json.get("verdict")
        return Request(
            _outcome(json, False),
            json["input"],
            json.get("fields") or {},
            wire.moment(json["created"]),
            None if verdict is None else verdict_of(verdict),
        )

    return wire.read("a request", value, reader)


def _outcome(json: Any, replayed: bool) -> Outcome:
    common: dict[str, Any] = {
        "id": json["id"],
        "feature": json["feature"],
        "trace": tuple(_step(step) for step in json["trace"]),
        "charge": wire.amount(json["charge"]),
        "currency": json["charge"]["currency"],
        "millis": json["millis"],
        "evidence": tuple(json.get("evidence") or ()),
        "replayed": replayed,
    }
    kind = json["outcome"]
    if kind == "answered":
        return Answered(
            value=json["value"],
            rung=json["rung"],
            basis=json["basis"],
            certificate=json.get("certificate"),
            probability=json.get("probability"),
            **common,
        )
    if kind == "deferred":
        return Deferred(review=json["review"], proposal=json.get("proposal"), **common)
    if kind == "declined":
        return Declined(reason=json["reason"], proposal=json.get("proposal"), **common)
    raise ValueError(f"unknown outcome ({kind})")


def _step(json: Any) -> Step:
    return Step(
        json["rung"],
        json["result"],
        json.get("reason"),
        json.get("score"),
        wire.amount(json["charge"]),
        json["charge"]["currency"],
        json["millis"],
    )
