"""The Django part, in a project that is nothing but settings."""

from __future__ import annotations

import json
import time

import django
import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured

SECRET = "a secret of the shop"

settings.configure(
    ALLOWED_HOSTS=["testserver"],
    CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    ROOT_URLCONF="test_django",
    SECRET_KEY="of this test",
    TENLINES={"URL": "http://127.0.0.1:1", "KEY": "tl_k", "WEBHOOK_SECRET": SECRET},
)
django.setup()

from django.test import Client, override_settings  # noqa: E402
from django.urls import path  # noqa: E402

from tenlines.django import client, review_decided, webhook  # noqa: E402
from tenlines.webhooks import sign  # noqa: E402

urlpatterns = [path("tenlines/webhook", webhook)]


@pytest.fixture
def heard():
    """The events that receivers got."""
    events = []

    def receiver(event, **_):
        events.append(event)

    cache.clear()
    review_decided.connect(receiver)
    yield events
    review_decided.disconnect(receiver)


def message(kind: str = "review.decided") -> bytes:
    data = {"review": "v_1", "request": "r_1", "feature": "triage", "outcome": "declined"}
    return json.dumps({"type": kind, "timestamp": "2026-11-23T10:02:13Z", "data": data}).encode()


def post(body: bytes, id: str = "m_1", secret: str = SECRET, raises: bool = True):
    stamp = int(time.time())
    return Client(enforce_csrf_checks=True, raise_request_exception=raises).post(
        "/tenlines/webhook",
        body,
        content_type="application/json",
        headers={
            "webhook-id": id,
            "webhook-timestamp": str(stamp),
            "webhook-signature": sign(secret, id, stamp, body),
        },
    )


def test_a_genuine_message_becomes_a_signal(heard):
    assert post(message()).status_code == 204
    assert [(event.review, event.outcome) for event in heard] == [("v_1", "declined")]


def test_a_repetition_is_heard_once(heard):
    assert [post(message()).status_code for _ in range(3)] == [204, 204, 204]
    assert post(message(), id="m_2").status_code == 204
    assert [event.id for event in heard] == ["m_1", "m_2"]


def test_a_false_message_is_not_heard(heard):
    assert post(message(), secret="another").status_code == 401
    assert Client().get("/tenlines/webhook").status_code == 405
    assert Client().post("/tenlines/webhook").status_code == 401
    assert post(b"{}").status_code == 400
    assert heard == []


def test_a_message_of_another_type_is_taken_and_not_heard(heard):
    assert post(message("model.trained")).status_code == 204
    assert heard == []


def test_a_receiver_that_fails_hears_the_repetition(heard):
    def failing(event, **_):
        raise RuntimeError("no database")

    review_decided.connect(failing)
    try:
        assert post(message(), raises=False).status_code == 500
    finally:
        review_decided.disconnect(failing)

    assert post(message()).status_code == 204
    assert len(heard) == 2


def test_a_repetition_while_the_first_is_handled_has_to_come_again(heard):
    during = []

    def slow(event, **_):
        during.append(post(message()))

    review_decided.connect(slow)
    try:
        assert post(message()).status_code == 204
    finally:
        review_decided.disconnect(slow)

    assert (during[0].status_code, during[0].headers["Retry-After"]) == (503, "5")
    assert len(heard) == 1


def test_the_client_is_made_once_until_the_settings_change():
    first = client()
    assert client() is first

    with override_settings(TENLINES={"URL": "http://127.0.0.1:2", "KEY": "tl_k"}):
        assert repr(client()) == "Tenlines('http://127.0.0.1:2')"
    assert repr(client()) == "Tenlines('http://127.0.0.1:1')"


@pytest.mark.parametrize("missing", ["URL", "KEY"])
def test_a_setting_that_is_missing_is_named(missing):
    given = {"URL": "http://127.0.0.1:1", "KEY": "tl_k"}
    with (
        override_settings(TENLINES=given | {missing: ""}),
        pytest.raises(ImproperlyConfigured, match=missing),
    ):
        client()


def test_a_webhook_without_a_secret_is_not_open(heard):
    with override_settings(TENLINES={}):
        assert post(message(), raises=False).status_code == 500
    assert heard == []
