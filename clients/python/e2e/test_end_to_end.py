"""Client, Django example and the real server together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import processes
import pytest

from tenlines import (
    Answered,
    Conflict,
    Deferred,
    KeyReused,
    NotAllowed,
    NotFound,
    Problem,
    Tenlines,
)

EFFECTIVE = 60.0
"""Seconds: a verdict has effects after ten, and a webhook may need a second attempt."""


class Running(NamedTuple):
    """What runs, and a client with the application's key."""

    url: str
    site: str
    client: Tenlines


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    directory: Path = tmp_path_factory.mktemp("e2e")
    port = processes.free_port()
    with (
        processes.server(directory, port) as (url, key),
        processes.django(directory, port, url, key) as site,
        Tenlines(url, key) as client,
    ):
        yield Running(url, site, client)


def write(site: str, text: str) -> tuple[str, str]:
    """Writes a ticket as a browser does: the address and the text of the page that follows."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    form = browser.open(f"{site}/tickets/new").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
    assert token
    sent = urlencode({"csrfmiddlewaretoken": token[1], "text": text}).encode()
    with browser.open(f"{site}/tickets/new", sent) as page:
        return page.url, page.read().decode()


def read(url: str) -> str:
    with urlopen(url) as page:
        return str(page.read().decode())


def test_a_ticket_that_a_rule_answers(running):
    _, page = write(running.site, "Where is my parcel?")

    assert "We put your ticket to: <strong>delivery</strong>" in page


def test_a_deferred_ticket_changes_after_the_verdict(running):
    address, page = write(running.site, "Something odd happened to me yesterday.")
    assert "A person will answer." in page

    (review,) = running.client.reviews(feature="triage")
    assert (review.input, review.cause) == (
        "Something odd happened to me yesterday.",
        "no_proposal",
    )
    decided = running.client.decide(review, "corrected", value="returns")
    assert decided.verdict is not None
    assert decided.verdict.value == "returns"
    assert "A person will answer." in read(address)

    processes.until("The message", EFFECTIVE, lambda: "<strong>returns</strong>" in read(address))
    assert review.id in [item.id for item in running.client.reviews(state="decided")]
    request = running.client.request(review.request)
    assert request.verdict is not None
    assert request.verdict.value == "returns"
    assert ">returns</span>" in read(running.site)


def test_a_rejected_ticket_fits_no_queue(running):
    address, _ = write(running.site, "Is the moon made of cheese?")
    (review,) = running.client.reviews(feature="triage")
    running.client.decide(review.id, "rejected", reason="not for us")

    processes.until("The message", EFFECTIVE, lambda: "fits none of our queues" in read(address))


def test_a_verdict_can_be_undone_and_decided_again(running):
    outcome = running.client.ask("triage", "The colour looks different in daylight.")
    assert isinstance(outcome, Deferred)
    review = running.client.review(outcome.review)

    running.client.decide(review, "corrected", value="payment")
    with pytest.raises(Conflict):
        running.client.decide(review, "corrected", value="delivery")
    assert running.client.undo(review.id).verdict is None
    again = running.client.decide(review.id, "corrected", value="returns")

    assert again.verdict is not None
    assert again.verdict.value == "returns"


def test_an_answer_says_where_it_comes_from(running):
    outcome = running.client.ask("triage", "I was charged twice", fields={"country": "DE"})

    assert isinstance(outcome, Answered)
    assert (outcome.value, outcome.basis) == ("payment", "construction")
    assert outcome.trace[0].result == "answered"
    assert outcome.charge == 0
    stored = running.client.request(outcome.id)
    assert (stored.input, stored.fields) == ("I was charged twice", {"country": "DE"})
    assert stored.outcome.id == outcome.id


def test_the_same_key_gets_the_first_outcome(running):
    first = running.client.ask("triage", "my parcel", idempotency_key="e2e ticket 1")
    second = running.client.ask("triage", "my parcel", idempotency_key="e2e ticket 1")

    assert (first.replayed, second.replayed, first.id) == (False, True, second.id)
    with pytest.raises(KeyReused):
        running.client.ask("triage", "another text", idempotency_key="e2e ticket 1")


def test_a_stream_ends_with_the_outcome(running):
    *_, outcome = running.client.stream("triage", "Where is my parcel?")

    assert isinstance(outcome, Answered)
    assert outcome.value == "delivery"


def test_pages_of_requests_have_every_request_once(running):
    for number in range(5):
        running.client.ask("triage", f"parcel number {number}")
    by_twos = [request.outcome.id for request in running.client.requests(page=2)]
    at_once = [request.outcome.id for request in running.client.requests(page=200)]

    assert by_twos == at_once == sorted(set(at_once), reverse=True)
    assert len(at_once) >= 5


def test_features_and_spend_are_read(running):
    names = [one.name for one in running.client.features()]
    assert names == ["triage", "tickets"]

    feature = running.client.feature("triage")
    assert (feature.name, feature.kind) == ("triage", "classify")
    assert set(feature.labels) == {"delivery", "returns", "payment"}
    assert sum(running.client.spend().sums.values()) == 0


def test_problems_are_typed(running):
    with pytest.raises(NotFound) as caught:
        running.client.request("r_none")
    assert (caught.value.code, caught.value.detail) == ("TL-504", "There is nothing here.")
    with pytest.raises(NotFound):
        running.client.ask("no_such_feature", "Hm")
    with pytest.raises(Problem):
        running.client.decide("v_none", "perhaps")
    with Tenlines(running.url, "tl_wrong") as stranger, pytest.raises(NotAllowed) as caught:
        stranger.features()
    assert (caught.value.status, caught.value.code) == (401, "TL-502")
