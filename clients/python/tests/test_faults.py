"""What happens when the network or the server does not behave."""

from __future__ import annotations

import socket
import threading
import time

import pytest
import samples
from scripted import answer, drip, hang_up, raw, reset, silence

from tenlines import Answered, Incomplete, Problem, Tenlines, Timeout, TooManyCalls, Unreachable

GOOD = answer(200, samples.outcome())
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n"
CUT_CHUNK = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{}"


@pytest.mark.parametrize(
    "fault",
    [
        hang_up,
        reset,
        raw(b"HTTP/1.1 200", stay=False),
        raw(b"SSH-2.0-OpenSSH\r\n", stay=False),
        raw(HEAD, stay=False),
        raw(HEAD + b'{"id": "r_1"', stay=False),
        raw(CUT_CHUNK, stay=False),
        raw(CUT_CHUNK.replace(b"ff\r\n", b"zz\r\n"), stay=False),
        answer(200, b"{broken"),
        answer(429, samples.problem(429)),
        answer(502, b"<html>Bad gateway</html>"),
        answer(503, samples.problem(503), {"Retry-After": "1"}),
        answer(504, b""),
    ],
)
def test_ask_after_a_fault_is_tried_again_with_the_same_key(start, slept, fault):
    server, client = start(fault, fault, GOOD)
    outcome = client.ask("triage", "Hm")

    assert isinstance(outcome, Answered)
    keys = {call.headers["idempotency-key"] for call in server.received}
    assert (len(server.received), len(keys), len(slept)) == (3, 1, 2)


def test_two_calls_have_two_keys(start):
    server, client = start(GOOD, GOOD)
    client.ask("triage", "Hm")
    client.ask("triage", "Hm")

    assert len({call.headers["idempotency-key"] for call in server.received}) == 2


def test_retries_end(start, slept):
    server, client = start(*[hang_up] * 9, retries=2)

    with pytest.raises(Unreachable, match="has no answer"):
        client.ask("triage", "Hm")

    assert (len(server.received), len(slept)) == (3, 2)


@pytest.mark.parametrize("call", ["take", "undo", "release"])
def test_what_must_not_happen_twice_is_not_retried(start, slept, call):
    server, client = start(answer(503, samples.problem(503)))

    with pytest.raises(Problem):
        getattr(client, call)("v_1")

    assert (len(server.received), slept) == (1, [])


def test_a_verdict_is_retried_because_it_is_idempotent(start):
    server, client = start(reset, answer(200, samples.review()))
    client.decide("v_1", "approved")

    assert len(server.received) == 2


def test_the_server_says_how_long_to_wait(start, slept):
    busy = answer(429, samples.problem(429), {"Retry-After": "9"})
    _, client = start(busy, GOOD)
    client.ask("triage", "Hm")

    assert slept == [9]


def test_a_wait_beyond_the_deadline_is_not_begun(start, slept):
    busy = answer(429, samples.problem(429), {"Retry-After": "20"})
    _, client = start(busy, GOOD, timeout=10)

    with pytest.raises(TooManyCalls) as caught:
        client.ask("triage", "Hm")

    assert (caught.value.retry_after, slept) == (20, [])


def test_nobody_listens(start):
    server, _ = start()
    with Tenlines(server.url.replace("127.0.0.1", "127.0.0.2"), "tl_k", retries=0) as client:
        with pytest.raises(Unreachable) as caught:
            client.ask("triage", "Hm")

    assert caught.value.idempotency_key


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (silence(), Unreachable),
        (silence(b"HTTP/1.1 200"), Unreachable),
        (silence(HEAD), Incomplete),
    ],
)
def test_silence_ends_with_the_read_limit(start, fault, error):
    _, client = start(fault, timeout=Timeout(read=0.05), retries=0)
    began = time.monotonic()

    with pytest.raises(error, match="timed out"):
        client.features()

    assert time.monotonic() - began < 5


def test_a_head_that_drips_ends_with_the_deadline(start):
    _, client = start(drip(HEAD, 0.02), timeout=Timeout(read=2, total=0.2), retries=0)
    began = time.monotonic()

    with pytest.raises(Unreachable):
        client.features()

    assert time.monotonic() - began < 1.5


def test_a_body_that_drips_ends_with_the_deadline(start):
    def fault(connection, show):
        connection.sendall(HEAD)
        return drip(b" " * 500, 0.02)(connection, show)

    _, client = start(fault, timeout=Timeout(read=2, total=0.2), retries=0)
    began = time.monotonic()

    with pytest.raises(Incomplete):
        client.features()

    assert time.monotonic() - began < 1.5


def test_the_deadline_covers_all_attempts(start):
    _, client = start(*[silence()] * 9, timeout=Timeout(read=0.1, total=0.35), retries=99)
    began = time.monotonic()

    with pytest.raises(Unreachable):
        client.ask("triage", "Hm")

    assert time.monotonic() - began < 2


def test_calls_share_a_connection(start):
    server, client = start(answer(404, samples.problem(404)), GOOD, answer(204), GOOD)
    with pytest.raises(Problem):
        client.review("v_1")
    client.ask("triage", "Hm")
    client.take()
    client.ask("triage", "Hm")

    assert [call.connection for call in server.received] == [1, 1, 1, 1]


def test_a_server_that_says_close_gets_a_new_connection(start):
    server, client = start(answer(200, samples.outcome(), {"Connection": "close"}), GOOD)
    client.ask("triage", "Hm")
    client.ask("triage", "Hm")

    assert [call.connection for call in server.received] == [1, 2]


def test_a_connection_that_the_server_closed_meanwhile_is_not_used(start):
    gone = threading.Event()

    def answer_and_go(connection, show):
        GOOD(connection, show)
        connection.shutdown(socket.SHUT_RDWR)  # at once: close() waits for the reader of the call
        gone.set()
        return False

    server, client = start(answer_and_go, answer(204))
    client.ask("triage", "Hm")
    assert gone.wait(5)

    assert client.take() is None  # which is never retried
    assert [call.connection for call in server.received] == [1, 2]


def test_a_forked_process_opens_its_own_connections(start, monkeypatch):
    server, client = start(GOOD, GOOD)
    client.ask("triage", "Hm")
    monkeypatch.setattr("os.getpid", lambda: -1)
    client.ask("triage", "Hm")

    assert [call.connection for call in server.received] == [1, 2]


def test_threads_share_a_client(start):
    server, client = start(*[GOOD] * 200, connections=4)
    failed = []

    def work():
        try:
            for _ in range(20):
                client.ask("triage", "Hm")
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not failed
    assert len({call.headers["idempotency-key"] for call in server.received}) == 200


def test_an_answer_without_end_is_not_collected(start, monkeypatch):
    monkeypatch.setattr("tenlines.transport.LARGEST", 1000)
    _, client = start(answer(200, b" " * 2000), retries=0)

    with pytest.raises(Incomplete, match="more than 1000 bytes"):
        client.features()
