"""The client. Make one, share it between threads, close it at the end."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from types import TracebackType
from typing import Any, TypeVar
from urllib.parse import quote

from tenlines import events
from tenlines.answers import Turn
from tenlines.connections import Pool
from tenlines.errors import Incomplete, NotFound, TenlinesError
from tenlines.features import Feature, Spend, feature_of, spend_of
from tenlines.outcomes import Outcome, Request, outcome_of, request_of
from tenlines.retries import Timeout
from tenlines.reviews import Decision, Review, review_of
from tenlines.searches import Rows, rows_of
from tenlines.transport import EVENTS, Call, Transport

T = TypeVar("T")


class Tenlines:
    """A Tenlines server, as one key sees it.

    `timeout` is a `Timeout`, or the seconds that one call may take with all its retries.
    `retries` is how often a call is tried again after a broken connection, 429, 502, 503 or 504;
    only calls that are the same when done twice are.
    """

    def __init__(
        self,
        base_url: str,
        key: str,
        timeout: float | Timeout = 30.0,
        retries: int = 3,
        connections: int = 8,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if not key or not key.isascii() or not key.isprintable() or " " in key:
            raise ValueError("The key is empty or has characters that no key has.")
        self._base_url = base_url
        self._pool = Pool(base_url, connections)
        self._transport = Transport(self._pool, key, Timeout.of(timeout), retries, sleep)

    def __repr__(self) -> str:
        return f"Tenlines({self._base_url!r})"

    def __enter__(self) -> Tenlines:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes idle connections. The client still works afterwards, over new ones."""
        self._pool.close()

    def ask(
        self,
        feature: str,
        text: str,
        fields: Mapping[str, Any] | None = None,
        idempotency_key: str | None = None,
        conversation: Iterable[Turn] = (),
        words: int | None = None,
        plan: Mapping[str, Any] | None = None,
        zone: str | None = None,
    ) -> Outcome:
        """Asks a feature. The outcome is stored at the server before this returns.

        Without a key of your own each call gets a new one, so retries never ask twice. Give your
        own, a ticket's number perhaps, and asking again later gives the first outcome.

        `conversation` is what was said before, oldest first: the server remembers nothing else.
        `words` is the most that a summary may have. `plan` is what a search is to run instead of
        reading the text anew: of a proposal, a reading or an answer, as it is or changed. `zone`
        is where its asker is, such as Europe/Berlin.
        """
        call = _ask(feature, text, fields, idempotency_key, conversation, words, plan, zone)
        with _named(call):
            body, exchange = self._transport.json(call)
            return outcome_of(body, events.replayed(exchange))

    def stream(
        self,
        feature: str,
        text: str,
        fields: Mapping[str, Any] | None = None,
        idempotency_key: str | None = None,
        conversation: Iterable[Turn] = (),
        words: int | None = None,
        plan: Mapping[str, Any] | None = None,
        zone: str | None = None,
    ) -> Iterator[events.StreamEvent]:
        """Asks a feature, and yields what comes until the outcome, which is always last.

        Nothing is sent until you iterate. A stream that breaks raises `Incomplete`, an error event
        raises `Problem`: forget what came, and `ask` with the error's `idempotency_key`.
        """
        call = _ask(feature, text, fields, idempotency_key, conversation, words, plan, zone, EVENTS)
        with _named(call):
            yield from self._transport.stream(call, events.begin)

    def request(self, id: str) -> Request:
        """One request of the past."""
        return request_of(self._get(f"/v1/requests/{_segment(id)}"))

    def requests(
        self,
        feature: str | None = None,
        outcome: str | None = None,
        before: str | None = None,
        page: int = 50,
    ) -> Iterator[Request]:
        """Requests, newest first, fetched page by page while you iterate."""
        query = {"feature": feature, "outcome": outcome, "limit": page}
        return self._pages("/v1/requests", query, "before", before, request_of)

    def rows(self, request: str, offset: int = 0, limit: int = 50) -> Rows:
        """Rows of an answered search, read anew by its plan."""
        query = {"offset": offset, "limit": limit}
        return rows_of(self._get(f"/v1/requests/{_segment(request)}/rows", query))

    def reviews(
        self,
        feature: str | None = None,
        state: str = "open",
        after: str | None = None,
        page: int = 50,
    ) -> Iterator[Review]:
        """Review items that are `open` or `decided`, fetched page by page while you iterate."""
        query = {"feature": feature, "state": state, "limit": page}
        return self._pages("/v1/reviews", query, "after", after, review_of)

    def review(self, id: str) -> Review:
        """One review item."""
        return review_of(self._get(f"/v1/reviews/{_segment(id)}"))

    def take(
        self, feature: str | None = None, skipped: bool = False, escalated: bool = False
    ) -> Review | None:
        """The next review item, leased to this key, or None when nothing waits. Never retried."""
        body = {"feature": feature, "skipped": skipped, "escalated": escalated}
        item, _ = self._transport.json(Call("POST", "/v1/leases", body=body))
        return None if item is None else review_of(item)

    def lease(self, id: str) -> Review:
        """Leases a certain review item, or prolongs the lease."""
        call = Call("PUT", f"/v1/reviews/{_segment(id)}/lease", repeatable=True)
        return review_of(self._transport.json(call)[0])

    def release(self, id: str) -> None:
        """Gives a leased review item back."""
        self._transport.json(Call("DELETE", f"/v1/reviews/{_segment(id)}/lease"))

    def decide(
        self,
        review: str | Review,
        decision: Decision,
        value: Any = None,
        reason: str | None = None,
    ) -> Review:
        """Decides a review item: its proposal is right, `value` is, or nothing is.

        With a `Review` instead of an id the decision holds only for the version that you saw.
        """
        seen = review if isinstance(review, Review) else None
        body = {
            "decision": decision,
            "value": value,
            "reason": reason,
            "version": seen.version if seen else None,
        }
        path = f"/v1/reviews/{_segment(seen.id if seen else str(review))}/verdict"
        return review_of(self._transport.json(Call("POST", path, body=body, repeatable=True))[0])

    def undo(self, id: str) -> Review:
        """Takes this key's own verdict back, within ten seconds."""
        call = Call("DELETE", f"/v1/reviews/{_segment(id)}/verdict")
        return review_of(self._transport.json(call)[0])

    def features(self) -> list[Feature]:
        """What this server offers."""
        return _items(self._get("/v1/features"), feature_of)

    def feature(self, name: str) -> Feature:
        """One feature."""
        return feature_of(self._get(f"/v1/features/{_segment(name)}"))

    def spend(self, start: date | None = None, end: date | None = None) -> Spend:
        """Charges by day; the last 30 days unless you say otherwise, `end` included."""
        return spend_of(self._get("/v1/spend", {"from": start, "to": end}))

    def _get(self, path: str, query: dict[str, Any] | None = None) -> Any:
        return self._transport.json(Call("GET", path, query, repeatable=True))[0]

    def _pages(
        self,
        path: str,
        query: dict[str, Any],
        name: str,
        start: str | None,
        reader: Callable[[Any], T],
    ) -> Iterator[T]:
        while True:
            page = self._get(path, query | {name: start})
            yield from _items(page, reader)
            following = page.get("next")
            if following is None:
                return
            if following == start:
                raise Incomplete(f"The page of {path} after ({start}) is followed by itself.")
            start = following


def _ask(
    feature: str,
    text: str,
    fields: Mapping[str, Any] | None,
    idempotency_key: str | None,
    conversation: Iterable[Turn],
    words: int | None,
    plan: Mapping[str, Any] | None,
    zone: str | None,
    accept: str = Call.accept,
) -> Call:
    key = str(uuid.uuid4()) if idempotency_key is None else idempotency_key
    if not 1 <= len(key) <= 200 or not key.isascii() or not key.isprintable():
        raise ValueError(f"The idempotency key ({key}) needs 1 to 200 printable ASCII characters.")
    body: dict[str, Any] = {"input": text, "fields": dict(fields or {})}
    turns = [{"role": turn.role, "text": turn.text} for turn in conversation]
    if turns:
        body["conversation"] = turns
    options: dict[str, Any] = {}
    if words is not None:
        options["words"] = words
    if plan is not None:
        options["plan"] = dict(plan)
    if options:
        body["options"] = options
    if zone is not None:
        body["context"] = {"zone": zone}
    return Call(
        "POST",
        f"/v1/features/{_segment(feature)}/requests",
        body=body,
        idempotency_key=key,
        repeatable=True,
        accept=accept,
    )


@contextmanager
def _named(call: Call) -> Iterator[None]:
    """Lets an error name the key with which the same can be asked again."""
    try:
        yield
    except TenlinesError as error:
        error.idempotency_key = call.idempotency_key
        raise


def _items(page: Any, reader: Callable[[Any], T]) -> list[T]:
    if not isinstance(page, dict) or not isinstance(page.get("items"), list):
        raise Incomplete("The answer is not a page of items.")
    return [reader(item) for item in page["items"]]


def _segment(name: str) -> str:
    """A name as one part of a path. What cannot be one names nothing."""
    if name in ("", ".", ".."):
        raise NotFound(404, "", f"Nothing is named ({name}).")
    return quote(name, safe="")
