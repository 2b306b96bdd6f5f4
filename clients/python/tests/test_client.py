"""What each method sends, and what it makes of the answer."""

from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal

import pytest
import samples
from scripted import answer

from tenlines import (
    Answered,
    Conflict,
    Declined,
    Deferred,
    Incomplete,
    KeyReused,
    NotAllowed,
    NotFound,
    Problem,
    Tenlines,
    TooManyCalls,
)


def test_ask_answered_is_typed(start):
    body = samples.outcome(certificate="c_1", probability=0.998)
    server, client = start(answer(200, body))
    outcome = client.ask("triage", "Where is it? ü", fields={"country": "DE"})

    assert isinstance(outcome, Answered)
    assert (outcome.id, outcome.feature, outcome.value) == ("r_1", "triage", "delivery")
    assert (outcome.certificate, outcome.probability) == ("c_1", 0.998)
    assert outcome.charge == Decimal("0.000125")
    assert outcome.trace[0].reason == "no line matched"
    assert not outcome.replayed
    call = server.received[0]
    assert (call.method, call.target) == ("POST", "/v1/features/triage/requests")
    assert call.json() == {"input": "Where is it? ü", "fields": {"country": "DE"}}
    assert call.headers["authorization"] == "Bearer tl_k"
    assert len(call.headers["idempotency-key"]) == 36


def test_ask_deferred_names_the_review(start):
    body = samples.outcome("deferred")
    _, client = start(answer(202, body))
    outcome = client.ask("triage", "Hm")

    assert isinstance(outcome, Deferred)
    assert (outcome.review, outcome.proposal) == ("v_1", "delivery")


def test_ask_declined_says_why(start):
    body = samples.outcome("declined")
    _, client = start(answer(200, body))
    outcome = client.ask("triage", "Hm")

    assert isinstance(outcome, Declined)
    assert outcome.reason == "SHADOW"


def test_ask_with_own_key_sends_it_and_sees_the_replay(start):
    replay = answer(200, samples.outcome(), {"Idempotency-Replayed": "true"})
    server, client = start(replay)
    outcome = client.ask("triage", "Hm", idempotency_key="ticket-4711")

    assert outcome.replayed
    assert server.received[0].headers["idempotency-key"] == "ticket-4711"


@pytest.mark.parametrize("key", ["", "x" * 201, "a\r\nb", "ü"])
def test_ask_with_an_impossible_key_sends_nothing(start, key):
    server, client = start()
    with pytest.raises(ValueError, match="idempotency key"):
        client.ask("triage", "Hm", idempotency_key=key)

    assert not server.received


def test_names_are_one_part_of_the_path(start):
    server, client = start(answer(200, samples.request()))
    client.request("../a b/ü?x#y")
    for nothing in ("", ".", ".."):
        with pytest.raises(NotFound):
            client.request(nothing)

    assert [call.target for call in server.received] == ["/v1/requests/..%2Fa%20b%2F%C3%BC%3Fx%23y"]


def test_a_path_in_the_base_url_is_kept(start):
    page = answer(200, {"items": []})
    server, _ = start(page)
    with Tenlines(server.url + "/ai/", "tl_k") as client:
        assert client.features() == []

    assert server.received[0].target == "/ai/v1/features"


@pytest.mark.parametrize(
    "url", ["localhost:8080", "ftp://x", "http://", "http://a:b@c", "http://c?d"]
)
def test_a_base_url_that_is_none_is_refused(url):
    with pytest.raises(ValueError, match="base URL"):
        Tenlines(url, "tl_k")


def test_the_key_is_not_shown():
    assert "tl_secret" not in repr(Tenlines("http://127.0.0.1:1", "tl_secret"))


def test_request_has_what_was_asked(start):
    body = samples.request(verdict=samples.VERDICT)
    _, client = start(answer(200, body))
    request = client.request("r_1")

    assert (request.input, request.fields) == ("Where is it?", {"country": "DE"})
    assert request.created == datetime(2026, 11, 23, 10, tzinfo=timezone.utc)
    assert request.verdict is not None
    assert request.verdict.at == datetime(2026, 11, 23, 10, 2, 3, 123456, timezone.utc)
    assert request.verdict.effective == datetime(2026, 11, 23, 10, 2, 13, 100000, timezone.utc)


def test_requests_go_on_to_the_last_page(start):
    first = answer(200, {"items": [samples.request("r_3"), samples.request("r_2")], "next": "r_2"})
    last = answer(200, {"items": [samples.request("r_1")], "next": None})
    server, client = start(first, last)
    requests = client.requests(feature="triage", page=2)
    assert not server.received
    assert [request.outcome.id for request in requests] == ["r_3", "r_2", "r_1"]

    assert [call.target for call in server.received] == [
        "/v1/requests?feature=triage&limit=2",
        "/v1/requests?feature=triage&limit=2&before=r_2",
    ]


def test_pages_that_go_in_a_circle_end(start):
    page = {"items": [samples.review()], "next": "v_1"}
    _, client = start(answer(200, page), answer(200, page))

    with pytest.raises(Incomplete, match="followed by itself"):
        list(client.reviews())


def test_review_is_typed(start):
    _, client = start(answer(200, samples.review()))
    review = client.review("v_1")

    assert (review.cause, review.version) == ("low_margin", 7)
    assert review.lease is not None
    assert review.lease.holder == "ann"


def test_take_gives_none_when_nothing_waits(start):
    steps = answer(201, samples.review()), answer(204)
    server, client = start(*steps)
    taken, nothing = client.take("triage"), client.take()

    assert taken is not None
    assert (taken.id, nothing) == ("v_1", None)
    assert server.received[0].json() == {"feature": "triage", "skipped": False, "escalated": False}


def test_decide_by_id_and_by_what_was_seen(start):
    item = answer(200, samples.review(verdict=samples.VERDICT))
    server, client = start(answer(200, samples.review()), item, item)
    seen = client.review("v_1")
    decided = client.decide(seen, "corrected", value="returns")
    client.decide("v_1", "rejected", reason="spam")

    assert decided.verdict is not None
    assert decided.verdict.decision == "approved"
    path = "/v1/reviews/v_1/verdict"
    assert [call.target for call in server.received[1:]] == [path, path]
    assert [call.json() for call in server.received[1:]] == [
        {"decision": "corrected", "value": "returns", "reason": None, "version": 7},
        {"decision": "rejected", "value": None, "reason": "spam", "version": None},
    ]


def test_leases_and_undo(start):
    item = answer(200, samples.review())
    server, client = start(item, answer(204), item)
    client.lease("v_1")
    client.release("v_1")
    client.undo("v_1")

    assert [(call.method, call.target) for call in server.received] == [
        ("PUT", "/v1/reviews/v_1/lease"),
        ("DELETE", "/v1/reviews/v_1/lease"),
        ("DELETE", "/v1/reviews/v_1/verdict"),
    ]


def test_spend_is_decimal(start):
    day = {"day": "2026-11-23", "feature": "triage", "rung": "model:haiku", "charges": 3}
    spend = {"items": [day | samples.MONEY], "sums": [samples.MONEY]}
    server, client = start(answer(200, spend))
    spent = client.spend(start=date(2026, 11, 1))

    assert spent.sums == {"USD": Decimal("0.000125")}
    assert spent.days[0].day == date(2026, 11, 23)
    assert server.received[0].target == "/v1/spend?from=2026-11-01"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Problem),
        (401, NotAllowed),
        (403, NotAllowed),
        (404, NotFound),
        (409, Conflict),
        (413, Problem),
        (422, KeyReused),
        (500, Problem),
    ],
)
def test_a_problem_is_typed_and_not_retried(start, status, kind):
    server, client = start(answer(status, samples.problem(status, "TL-5xx")))

    with pytest.raises(kind) as caught:
        client.ask("triage", "Hm", idempotency_key="mine")

    error = caught.value
    assert type(error) is kind
    assert (error.status, error.code, error.hint) == (status, "TL-5xx", "Maybe check the id.")
    assert str(error) == f"{status} TL-5xx: There is nothing here. Maybe check the id."
    assert error.idempotency_key == "mine"
    assert len(server.received) == 1


@pytest.mark.parametrize(
    "body", [b"", b"<html>Bad gateway</html>", b"[1]", b"\xff\xfe", b"[" * 9999]
)
def test_a_problem_without_a_problem_body_is_one_too(start, body):
    _, client = start(answer(500, body))

    with pytest.raises(Problem) as caught:
        client.features()

    assert caught.value.status == 500


def test_too_many_calls_says_when_to_come_back(start):
    busy = answer(429, samples.problem(429, "TL-509"), {"Retry-After": "7"})
    _, client = start(busy, retries=0)

    with pytest.raises(TooManyCalls) as caught:
        client.features()

    assert caught.value.retry_after == 7


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"null",
        b"[]",
        b'"x"',
        b"",
        b"{}",
        b"[" * 100_000,
        b'{"id":"r_1","feature":"f","outcome":"maybe","trace":[],"charge":{"amount":"0","currency":"USD"},"millis":1}',
        b'{"id":"r_1","feature":"f","outcome":"answered","trace":[],"charge":{"amount":"x","currency":"USD"},"millis":1}',
    ],
)
def test_an_answer_against_the_contract_is_incomplete(start, body):
    _, client = start(answer(200, body), retries=0)

    with pytest.raises(Incomplete) as caught:
        client.ask("triage", "Hm", idempotency_key="mine")

    assert caught.value.idempotency_key == "mine"


def test_a_redirect_is_not_followed(start):
    _, client = start(answer(302, b"", {"Location": "http://127.0.0.1:1/"}))

    with pytest.raises(Problem) as caught:
        client.features()

    assert caught.value.status == 302
