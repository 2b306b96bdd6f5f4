"""Reads values as they stand in the server's JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from tenlines.errors import Incomplete

T = TypeVar("T")

_FRACTION = re.compile(r"\.(\d+)")


def read(what: str, value: Any, reader: Callable[[Any], T]) -> T:
    """Reads an object; one that lacks what the contract promises is `Incomplete`."""
    try:
        return reader(value)
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as broken:
        raise Incomplete(f"The answer is not {what}: {broken!r}") from broken


def moment(text: str) -> datetime:
    """An ISO 8601 moment; Python before 3.11 knows neither Z nor nanoseconds."""
    micros = _FRACTION.sub(lambda found: "." + found[1][:6].ljust(6, "0"), text)
    return datetime.fromisoformat(micros.replace("Z", "+00:00"))


def moment_or_none(text: str | None) -> datetime | None:
    return None if text is None else moment(text)


def amount(charge: dict[str, Any]) -> Decimal:
    return Decimal(str(charge["amount"]))
