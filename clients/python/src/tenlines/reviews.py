"""What waits for a person, and what a person decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from tenlines import wire

Decision = Literal["approved", "corrected", "rejected"]


@dataclass(frozen=True)
class Verdict:
    """A person's decision. Until `effective` it can be undone, and nobody outside hears of it."""

    decision: Decision
    value: Any
    reason: str | None
    reviewer: str | None
    at: datetime | None
    effective: datetime | None


@dataclass(frozen=True)
class Lease:
    """Who holds a review item, and until when."""

    holder: str
    until: datetime


@dataclass(frozen=True)
class Review:
    """A request that waits, or waited, for a person. An audit has no proposal: judge it blind."""

    id: str
    feature: str
    input: str
    fields: dict[str, Any]
    request: str | None
    proposal: Any
    evidence: tuple[dict[str, Any], ...]
    cause: str
    reason: str
    escalated: bool
    version: int
    lease: Lease | None
    created: datetime
    due: datetime | None
    verdict: Verdict | None


def review_of(value: Any) -> Review:
    """Reads a review item."""
    return wire.read("a review item", value, _review)


def verdict_of(json: Any) -> Verdict:
    """Reads a verdict; a webhook's has neither reviewer nor times."""
    return Verdict(
        json["decision"],
        json.get("value"),
        json.get("reason"),
        json.get("reviewer"),
        wire.moment_or_none(json.get("at")),
        wire.moment_or_none(json.get("effective")),
    )


def _review(json: Any) -> Review:
    lease, verdict = json.get("lease"), json.get("verdict")
    return Review(
        id=json["id"],
        feature=json["feature"],
        input=json["input"],
        fields=json.get("fields") or {},
        request=json.get("request"),
        proposal=json.get("proposal"),
        evidence=tuple(json.get("evidence") or ()),
        cause=json["cause"],
        reason=json["reason"],
        escalated=json["escalated"],
        version=json["version"],
        lease=None if lease is None else Lease(lease["holder"], wire.moment(lease["until"])),
        created=wire.moment(json["created"]),
        due=wire.moment_or_none(json.get("due")),
        verdict=None if verdict is None else verdict_of(verdict),
    )
