"""Objects as the server sends them."""

from __future__ import annotations

from typing import Any

MONEY = {"amount": "0.000125", "currency": "USD"}

STEP = {
    "rung": "rules@c7c8f6",
    "result": "abstained",
    "reason": "no line matched",
    "score": None,
    "charge": MONEY,
    "millis": 0.1,
}

VERDICT = {
    "decision": "approved",
    "value": "delivery",
    "reason": None,
    "reviewer": "ann",
    "at": "2026-11-23T10:02:03.123456789Z",
    "effective": "2026-11-23T10:02:13.1Z",
}


def outcome(kind: str = "answered", **more: Any) -> dict[str, Any]:
    """An outcome object; every name is there, absent values are null."""
    absent = (
        "value",
        "reason",
        "rung",
        "basis",
        "certificate",
        "probability",
        "review",
        "proposal",
    )
    of_kind: dict[str, Any] = {
        "answered": {"value": "delivery", "rung": "classifier@1", "basis": "certificate"},
        "deferred": {"review": "v_1", "proposal": "delivery"},
        "declined": {"reason": "SHADOW"},
    }[kind]
    common = {
        "id": "r_1",
        "feature": "triage",
        "outcome": kind,
        "evidence": [],
        "violations": [],
        "charge": MONEY,
        "millis": 4.1,
        "trace": [STEP],
        "a_name_of_tomorrow": 1,
    }
    return dict.fromkeys(absent) | common | of_kind | more


def request(id: str = "r_1", **more: Any) -> dict[str, Any]:
    asked = {"input": "Where is it?", "fields": {"country": "DE"}}
    return outcome(id=id) | asked | {"created": "2026-11-23T10:00:00Z", "verdict": None} | more


def review(id: str = "v_1", **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "request": "r_1",
        "feature": "triage",
        "input": "My card never arrived",
        "fields": {},
        "proposal": "delivery",
        "evidence": [],
        "cause": "low_margin",
        "reason": "score 0.412 below the certified 1.310",
        "escalated": False,
        "version": 7,
        "lease": {"holder": "ann", "until": "2026-11-23T10:05:00Z"},
        "created": "2026-11-23T10:00:00Z",
        "due": None,
        "verdict": None,
    } | more


def problem(status: int, code: str = "TL-504") -> dict[str, Any]:
    return {
        "type": f"urn:tenlines:error:{code}",
        "title": "Title",
        "status": status,
        "detail": "There is nothing here.",
        "code": code,
        "hint": "Maybe check the id.",
    }
