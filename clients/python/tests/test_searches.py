"""Searches: chips, plans that go back, rows."""

from __future__ import annotations

import pytest
import samples
from scripted import answer

from tenlines import Found, Incomplete

PLAN = {"entity": "orders", "limit": 5}
CHIP = {"id": "limit", "kind": "limit", "label": "first 5", "words": "", "removable": True}
COLUMN = {"name": "total", "label": "total", "type": "money", "unit": "EUR"}
FOUND = {
    "chips": [CHIP],
    "plan": PLAN,
    "sql": "SELECT 1",
    "parameters": [6, "default"],
    "columns": [COLUMN],
    "rows": [["10.50"], [None]],
    "more": True,
    "readings": [{"chips": [CHIP], "plan": PLAN}],
    "emptying": [{"chip": "where.0", "rows": 3}],
    "lacking": None,
}


def test_a_search_has_its_chips_rows_and_readings(start):
    server, client = start(answer(200, samples.outcome(value=FOUND)))
    found = Found.of(client.ask("orders", "5 orders", zone="Europe/Berlin").value)

    assert (found.chips[0].label, found.columns[0].unit) == ("first 5", "EUR")
    assert found.rows == (("10.50",), (None,))
    assert found.readings[0].plan == PLAN
    assert (found.emptying, found.why, found.more) == ({"where.0": 3}, None, True)
    assert server.received[0].json()["context"] == {"zone": "Europe/Berlin"}


def test_a_plan_goes_back_as_it_is_or_changed(start):
    server, client = start(answer(200, samples.outcome(value=FOUND)))
    client.ask("orders", "5 orders", plan=PLAN | {"limit": 6})

    assert server.received[0].json()["options"] == {"plan": {"entity": "orders", "limit": 6}}


def test_what_was_in_the_way_is_told():
    found = Found.of(FOUND | {"plan": None, "lacking": {"words": "gluten", "why": "Unknown."}})

    assert (found.plan, found.why) == (None, "Unknown.")


def test_further_rows_are_read_page_by_page(start):
    page = {"columns": [COLUMN], "rows": [["9"]], "more": False}
    server, client = start(answer(200, page))
    rows = client.rows("r_1", offset=50)

    assert (rows.rows, rows.more) == ((("9",),), False)
    assert server.received[0].target == "/v1/requests/r_1/rows?offset=50&limit=50"


def test_what_is_no_search_is_refused():
    with pytest.raises(Incomplete, match="not a search"):
        Found.of({"text": "x"})
