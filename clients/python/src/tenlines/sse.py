"""Server-sent events out of bytes that come in any pieces."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tenlines.errors import Incomplete

LARGEST = 8 * 1024 * 1024
"""An event with more characters is not collected."""

_LINE_END = re.compile("\r\n|\r|\n")


class Sent(NamedTuple):
    """One event as it was sent: its name, and its data lines joined."""

    event: str
    data: str


class Parser:
    """Takes bytes, gives events. Comments, ids and retry times are read over.

    An event counts only with the empty line that ends it: what is left at the end of a stream was
    cut off.
    """

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._line: list[str] = []
        self._after_return = False
        self._event = ""
        self._data: list[str] = []
        self._held = 0

    def feed(self, some: bytes) -> list[Sent]:
        """The events that these bytes complete."""
        text = self._decode(some)
        if not text:
            return []
        if self._after_return:
            text = text.removeprefix("\n")  # the second half of a line end that came in two pieces
        self._after_return = text.endswith("\r")
        first, *others = _LINE_END.split(text)
        self._hold(first)
        self._line.append(first)
        done: list[Sent] = []
        for start in others:
            self._take("".join(self._line), done)
            self._hold(start)
            self._line = [start]
        return done

    def _take(self, line: str, done: list[Sent]) -> None:
        if not line:
            if self._data:
                done.append(Sent(self._event or "message", "\n".join(self._data)))
            self._event, self._data, self._held = "", [], 0
            return
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value

    def _hold(self, text: str) -> None:
        self._held += len(text)
        if self._held > LARGEST:
            raise Incomplete(f"An event of the stream has more than {LARGEST} characters.")
