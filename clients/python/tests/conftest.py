from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, Protocol

import pytest
from scripted import Play, Step, scripted

from tenlines import Tenlines


class Start(Protocol):
    def __call__(self, *steps: Step, **options: Any) -> tuple[Play, Tenlines]: ...


@pytest.fixture
def slept() -> list[float]:
    """The waits between attempts, which take no time in tests."""
    return []


@pytest.fixture
def start(slept: list[float]) -> Iterator[Start]:
    """Starts a scripted server and a client of it; both end with the test."""
    with ExitStack() as stack:

        def begin(*steps: Step, **options: Any) -> tuple[Play, Tenlines]:
            server = stack.enter_context(scripted(*steps))
            client = Tenlines(server.url, "tl_k", sleep=slept.append, **options)
            return server, stack.enter_context(client)

        yield begin
