"""Messages that are genuine are read; all others are refused."""

from __future__ import annotations

import json

import pytest

from tenlines import BadWebhook, Event, Incomplete, Once, ReviewEvent, verify
from tenlines.webhooks import sign

SECRET = "a secret of the shop"
NOW = 1_795_428_133
BODY = json.dumps(
    {
        "type": "review.decided",
        "timestamp": "2026-11-23T10:02:13Z",
        "data": {
            "review": "v_1",
            "request": "r_1",
            "feature": "triage",
            "outcome": "answered",
            "value": "delivery",
            "verdict": {"decision": "approved", "value": "delivery", "reason": None},
        },
    }
).encode()


def headers(secret: str = SECRET, body: bytes = BODY, stamp: int = NOW) -> dict[str, str]:
    return {
        "Webhook-Id": "m_1",
        "webhook-timestamp": str(stamp),
        "WEBHOOK-SIGNATURE": sign(secret, "m_1", stamp, body),
    }


def test_a_genuine_message_is_read():
    event = verify(SECRET, headers(), BODY, now=NOW)

    assert isinstance(event, ReviewEvent)
    assert (event.id, event.type, event.review) == ("m_1", "review.decided", "v_1")
    assert (event.outcome, event.value) == ("answered", "delivery")
    assert event.verdict is not None
    assert event.verdict.decision == "approved"


def test_the_example_of_standard_webhooks_has_the_known_signature():
    """The vector that the specification's own libraries are tested with."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    id = "msg_p5jXN8AQM9LWM0D4loKWxJek"

    assert (
        sign(secret, id, 1614265330, b'{"test": 2432232314}')
        == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )


def test_a_message_of_a_type_of_tomorrow_is_an_event():
    body = b'{"type": "model.trained", "timestamp": "2026-11-23T10:02:13Z", "data": {"a": 1}}'
    event = verify(SECRET, headers(body=body), body, now=NOW)

    assert type(event) is Event
    assert event.data == {"a": 1}


def test_any_of_several_secrets_and_signatures_will_do():
    signed = headers()
    signed["WEBHOOK-SIGNATURE"] = "v2,x v1,AAAA " + signed["WEBHOOK-SIGNATURE"] + " v1,é"

    assert verify(["the new one", SECRET], signed, BODY, now=NOW).id == "m_1"


@pytest.mark.parametrize("flip", range(0, len(BODY), 11))
def test_a_changed_body_is_refused(flip):
    changed = bytearray(BODY)
    changed[flip] ^= 1

    with pytest.raises(BadWebhook, match="signature"):
        verify(SECRET, headers(), bytes(changed), now=NOW)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Webhook-Id", "m_2"),
        ("Webhook-Id", ""),
        ("webhook-timestamp", str(NOW + 1)),
        ("webhook-timestamp", "now"),
        ("webhook-timestamp", "9" * 30),
        ("webhook-timestamp", "-5"),
        ("WEBHOOK-SIGNATURE", ""),
        ("WEBHOOK-SIGNATURE", "v1,"),
        ("WEBHOOK-SIGNATURE", sign("another secret", "m_1", NOW, BODY)),
        ("WEBHOOK-SIGNATURE", sign(SECRET, "m_1", NOW, BODY).replace("v1,", "v1a,")),
    ],
)
def test_a_changed_header_is_refused(name, value):
    with pytest.raises(BadWebhook):
        verify(SECRET, headers() | {name: value}, BODY, now=NOW)


@pytest.mark.parametrize(
    ("late", "genuine"), [(-301, False), (-300, True), (300, True), (301, False)]
)
def test_a_message_far_from_now_is_refused(late, genuine):
    def check():
        return verify(SECRET, headers(stamp=NOW + late), BODY, now=NOW)

    if genuine:
        assert check().id == "m_1"
    else:
        with pytest.raises(BadWebhook, match="300 seconds"):
            check()


@pytest.mark.parametrize("body", [b"", b"[]", b'{"type": "review.decided"}', b'{"type": 1}'])
def test_a_genuine_message_against_the_contract_is_incomplete(body):
    with pytest.raises(Incomplete):
        verify(SECRET, headers(body=body), body, now=NOW)


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_!"])
def test_a_secret_that_is_none_is_refused(secret):
    with pytest.raises(ValueError, match="secret"):
        verify(secret, headers(), BODY, now=NOW)


def test_no_secret_at_all_trusts_nobody():
    with pytest.raises(BadWebhook):
        verify([], headers(), BODY, now=NOW)


def test_once_notices_repetitions_and_forgets_the_oldest():
    once = Once(most=2)

    assert [once.first(id) for id in ("a", "a", "b", "c", "b", "a")] == [
        True, False, True, True, False, True,
    ]  # fmt: skip
    once.forget("a")
    assert once.first("a")
