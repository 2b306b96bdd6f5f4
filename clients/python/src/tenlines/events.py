"""A request answered as a stream: drafts as they come, the outcome at the end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Union

from tenlines.errors import Incomplete, problem_of
from tenlines.outcomes import Answered, Declined, Deferred, outcome_of
from tenlines.sse import Parser, Sent
from tenlines.transport import Exchange


@dataclass(frozen=True)
class Token:
    """A piece of a draft. Nobody verified it yet: the outcome may be another."""

    text: str


@dataclass(frozen=True)
class Sentence:
    """A whole sentence that passed its checks."""

    text: str
    details: dict[str, Any]


StreamEvent = Union[Token, Sentence, Answered, Deferred, Declined]  # noqa: UP007


def begin(exchange: Exchange) -> Iterator[StreamEvent]:
    """Reads up to the first event, so that a failure before it can be retried."""
    if "text/event-stream" not in exchange.header("Content-Type").lower():
        return iter((outcome_of(exchange.json(), replayed(exchange)),))
    events = _events(exchange)
    first = next(events)
    return _with_first(first, events)


def replayed(exchange: Exchange) -> bool:
    """Whether the answer is the stored one of an earlier request with the same key."""
    return exchange.header("Idempotency-Replayed").lower() == "true"


def _with_first(first: StreamEvent, events: Iterator[StreamEvent]) -> Iterator[StreamEvent]:
    yield first
    yield from events


def _events(exchange: Exchange) -> Iterator[StreamEvent]:
    """The events up to the outcome. A stream that ends without one is `Incomplete`."""
    parser = Parser()
    try:
        for some in exchange.chunks():
            for sent in parser.feed(some):
                event = _event(sent, replayed(exchange))
                if event is not None:
                    yield event
                if isinstance(event, (Answered, Deferred, Declined)):
                    return
    finally:
        exchange.close()
    raise Incomplete("The stream ended without an outcome.")


def _event(sent: Sent, again: bool) -> StreamEvent | None:
    if sent.event == "token":
        return Token(_text(sent.data, _object(sent)))
    if sent.event == "sentence":
        details = _object(sent)
        return Sentence(_text(sent.data, details), details)
    if sent.event == "outcome":
        return outcome_of(_object(sent), again)
    if sent.event == "error":
        said = _object(sent)
        status = said.get("status")
        raise problem_of(said, status if isinstance(status, int) else 500)
    return None  # a newer server may send more


def _object(sent: Sent) -> dict[str, Any]:
    try:
        value = json.loads(sent.data)
    except (ValueError, RecursionError):
        value = None
    return value if isinstance(value, dict) else {}


def _text(data: str, details: dict[str, Any]) -> str:
    text = details.get("text")
    return text if isinstance(text, str) else data
