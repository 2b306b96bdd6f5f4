"""Tenlines in a Django project.

    TENLINES = {"URL": "http://127.0.0.1:8080", "KEY": "tl_…", "WEBHOOK_SECRET": "…", "TIMEOUT": 10}

`client()` asks; `path("tenlines/webhook", webhook)` in your URLs hears of decided reviews and sends
the signal `review_decided`.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.db.transaction import non_atomic_requests
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from tenlines.client import Tenlines
from tenlines.errors import BadWebhook, Incomplete
from tenlines.webhooks import ReviewEvent, verify

review_decided = Signal()
"""Sent with `event`, a `ReviewEvent`, once for each message.

A receiver that raises makes the server send the message again, to all receivers; so a receiver
should do no harm when called twice.
"""

REMEMBERED = 4 * 24 * 3600
"""Seconds for which a message counts as known. The server repeats for three days."""

HANDLING = 60
"""Seconds that receivers have before a repetition is handled as if the first had died."""

_log = logging.getLogger("tenlines.django")


@lru_cache(maxsize=1)
def client() -> Tenlines:
    """This process's client, made of `settings.TENLINES` on first use."""
    return Tenlines(_setting("URL"), _setting("KEY"), timeout=_settings().get("TIMEOUT", 10))


@csrf_exempt
@require_POST
@non_atomic_requests
def webhook(request: HttpRequest) -> HttpResponse:
    """The view that hears of decided reviews. Messages that are not genuine get a 401."""
    secret = _setting("WEBHOOK_SECRET")
    try:
        event = verify(secret, request.headers, request.body)
    except (BadWebhook, Incomplete) as error:
        _log.warning("A webhook message was refused: %s", error)
        status = 401 if isinstance(error, BadWebhook) else 400
        return HttpResponse(str(error), status=status, content_type="text/plain")
    if isinstance(event, ReviewEvent):
        return _send_once(event)
    return HttpResponse(status=204)


def _send_once(event: ReviewEvent) -> HttpResponse:
    """Sends the signal unless it was sent; a failure is forgotten, so that it comes again."""
    name = f"tenlines:webhook:{event.id}"
    if not cache.add(name, "handling", HANDLING):
        if cache.get(name) == "done":
            return HttpResponse(status=204)
        return HttpResponse(status=503, headers={"Retry-After": "5"})
    try:
        review_decided.send(sender=ReviewEvent, event=event)
    except BaseException:
        cache.delete(name)
        raise
    cache.set(name, "done", REMEMBERED)
    return HttpResponse(status=204)


def _settings() -> dict[str, Any]:
    return getattr(settings, "TENLINES", {})


def _setting(name: str) -> Any:
    value = _settings().get(name)
    if not value:
        raise ImproperlyConfigured(f'settings.TENLINES has no "{name}".')
    return value


def _forget_client(*, setting: str, **_: Any) -> None:
    if setting == "TENLINES" and client.cache_info().currsize:
        client().close()
        client.cache_clear()


setting_changed.connect(_forget_client, dispatch_uid="tenlines.django")
