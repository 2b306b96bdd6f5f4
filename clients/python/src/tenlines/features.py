"""What the server offers, and what it cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tenlines import wire


@dataclass(frozen=True)
class Feature:
    """A declared feature. `details` is the whole object with promise, rungs and certificates."""

    name: str
    kind: str
    stage: str
    labels: tuple[str, ...]
    details: dict[str, Any]


@dataclass(frozen=True)
class SpendDay:
    """What one rung of one feature was charged on one day."""

    day: date
    feature: str
    rung: str
    charges: int
    amount: Decimal
    currency: str


@dataclass(frozen=True)
class Spend:
    """Charges by day, and their sums by currency."""

    days: tuple[SpendDay, ...]
    sums: dict[str, Decimal]


def feature_of(value: Any) -> Feature:
    """Reads a feature."""

    def reader(json: Any) -> Feature:
        return Feature(json["name"], json["kind"], json["stage"], tuple(json["labels"]), json)

    return wire.read("a feature", value, reader)


def spend_of(value: Any) -> Spend:
    """Reads the spend."""

    def reader(json: Any) -> Spend:
        return Spend(
            tuple(_day(item) for item in json["items"]),
            {charge["currency"]: wire.amount(charge) for charge in json["sums"]},
        )

    return wire.read("the spend", value, reader)


def _day(json: Any) -> SpendDay:
    return SpendDay(
        date.fromisoformat(json["day"]),
        json["feature"],
        json["rung"],
        json["charges"],
        wire.amount(json),
        json["currency"],
    )
