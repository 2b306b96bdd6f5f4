"""A request answered as a stream."""

from __future__ import annotations

import json

import pytest
import samples
from scripted import answer, events, hang_up, reset, silence

from tenlines import Answered, Deferred, Incomplete, Problem, Sentence, Timeout, Token

TOKEN = b'event: token\ndata: {"text": "Dear"}\n\n'
SENTENCE = b'event: sentence\ndata: {"text": "Dear Ann.", "from": []}\n\n'
OUTCOME = b"event: outcome\ndata: " + json.dumps(samples.outcome()).encode() + b"\n\n"
ERROR = b"event: error\ndata: " + json.dumps(samples.problem(503, "TL-511")).encode() + b"\n\n"


def test_events_come_typed_and_the_outcome_last(start):
    server, client = start(events(TOKEN, b": still here\n\n", SENTENCE, OUTCOME))
    token, sentence, outcome = client.stream("reply", "Hello")

    assert token == Token("Dear")
    assert sentence == Sentence("Dear Ann.", {"text": "Dear Ann.", "from": []})
    assert isinstance(outcome, Answered)
    assert server.received[0].headers["accept"].startswith("text/event-stream")


def test_unknown_events_are_read_over(start):
    _, client = start(events(b"event: weather\ndata: rain\n\n", OUTCOME))

    assert len(list(client.stream("reply", "Hello"))) == 1


def test_a_server_that_does_not_stream_gives_the_outcome_alone(start):
    _, client = start(answer(202, samples.outcome("deferred")))
    (outcome,) = client.stream("triage", "Hello")

    assert isinstance(outcome, Deferred)


def test_a_stream_cut_at_any_byte_is_never_a_success(start):
    whole = TOKEN + SENTENCE + OUTCOME
    cuts = range(len(TOKEN), len(whole), 7)
    _, client = start(*[events(whole[:cut], end=cut % 2 == 0) for cut in cuts], retries=0)

    for _ in cuts:
        stream = client.stream("reply", "Hello", idempotency_key="mine")
        assert next(stream) == Token("Dear")
        with pytest.raises(Incomplete) as caught:
            list(stream)
        assert caught.value.idempotency_key == "mine"


def test_an_error_event_is_a_problem(start):
    server, client = start(events(TOKEN, ERROR))
    stream = client.stream("reply", "Hello")
    assert next(stream) == Token("Dear")

    with pytest.raises(Problem) as caught:
        next(stream)

    assert (caught.value.status, caught.value.code) == (503, "TL-511")
    assert caught.value.idempotency_key == server.received[0].headers["idempotency-key"]
    assert len(server.received) == 1


def test_an_error_event_that_is_not_json_is_a_problem_too(start):
    _, client = start(events(b"event: error\ndata: oops\n\n"), retries=0)

    with pytest.raises(Problem):
        list(client.stream("reply", "Hello"))


def test_an_outcome_that_is_not_json_is_incomplete(start):
    _, client = start(events(b"event: outcome\ndata: oops\n\n"), retries=0)

    with pytest.raises(Incomplete):
        list(client.stream("reply", "Hello"))


@pytest.mark.parametrize(
    "fault", [hang_up, reset, events(), events(b": hello\n\n", end=False), events(ERROR)]
)
def test_a_fault_before_the_first_event_is_retried(start, fault):
    server, client = start(fault, events(OUTCOME))

    assert len(list(client.stream("reply", "Hello"))) == 1
    assert len({call.headers["idempotency-key"] for call in server.received}) == 1


def test_a_fault_after_the_first_event_is_not_replayed(start):
    server, client = start(events(TOKEN, end=False), events(TOKEN, OUTCOME))

    with pytest.raises(Incomplete):
        list(client.stream("reply", "Hello"))

    assert len(server.received) == 1


def test_silence_in_the_middle_ends_with_the_read_limit(start):
    begun = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + TOKEN
    _, client = start(silence(begun), timeout=Timeout(read=0.05), retries=0)
    stream = client.stream("reply", "Hello")
    assert next(stream) == Token("Dear")

    with pytest.raises(Incomplete, match="timed out"):
        next(stream)


def test_a_stream_left_early_closes_its_connection(start):
    server, client = start(events(TOKEN, OUTCOME), answer(204))
    stream = client.stream("reply", "Hello")
    next(stream)
    stream.close()
    client.take()

    assert [call.connection for call in server.received] == [1, 2]
