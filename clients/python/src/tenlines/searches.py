"""Searches of an application's tables: what stands in `value` and `proposal` of such features."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tenlines import wire


@dataclass(frozen=True)
class Chip:
    """A piece of a plan as people read it, with its exact values."""

    id: str
    kind: str
    label: str
    words: str
    removable: bool


@dataclass(frozen=True)
class Column:
    """A column of the rows. Decimals, dates and moments stand in them as texts."""

    name: str
    label: str
    type: str
    unit: str | None


@dataclass(frozen=True)
class Reading:
    """A plan that a question may mean: send it back as `plan` to pick it."""

    chips: tuple[Chip, ...]
    plan: dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What a search was understood as, and what it found.

    `plan` is None where nothing, or one of several things, was understood; `why` says what was in
    the way. `emptying` has the ids of chips without which there would be rows, with how many.
    """

    chips: tuple[Chip, ...]
    plan: dict[str, Any] | None
    sql: str
    parameters: tuple[Any, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool
    readings: tuple[Reading, ...]
    emptying: dict[str, int]
    why: str | None

    @staticmethod
    def of(value: Any) -> Found:
        """Reads the value or the proposal of an outcome."""
        return wire.read("a search", value, _found)


@dataclass(frozen=True)
class Rows:
    """Some rows of an answered search, read anew."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool


def rows_of(value: Any) -> Rows:
    """Reads a page of rows."""
    return wire.read(
        "rows",
        value,
        lambda json: Rows(_columns(json), _rows(json), json["more"]),
    )


def _found(json: Any) -> Found:
    lacking = json.get("lacking")
    return Found(
        _chips(json),
        json["plan"],
        json["sql"],
        tuple(json["parameters"]),
        _columns(json),
        _rows(json),
        json["more"],
        tuple(Reading(_chips(one), one["plan"]) for one in json["readings"]),
        {one["chip"]: one["rows"] for one in json["emptying"]},
        None if lacking is None else lacking["why"],
    )


def _chips(json: Any) -> tuple[Chip, ...]:
    return tuple(
        Chip(one["id"], one["kind"], one["label"], one["words"], one["removable"])
        for one in json["chips"]
    )


def _columns(json: Any) -> tuple[Column, ...]:
    return tuple(
        Column(one["name"], one["label"], one["type"], one["unit"]) for one in json["columns"]
    )


def _rows(json: Any) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(row) for row in json["rows"])
