"""The same events come out, whatever pieces the bytes come in."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from tenlines.errors import Incomplete
from tenlines.sse import Parser, Sent

STREAM = (
    b"\xef\xbb\xbf: a comment\r\n"
    b"\r\n"
    b'event: token\r\ndata: {"text": "Sch\xc3\xb6n \xf0\x9f\x8e\x81"}\r\n\r\n'
    b"id: 7\nretry: 10\nevent:sentence\ndata: one\ndata:two\ndata\ndata:  three: 3\n\n"
    b"event: without data\n\n"
    b"data: after\revent: later\r\r"
    b"data: a\xe2\x80\xa8b\x0bc\x85d\r\n\r\n"
    b":\n\nunknown: x\ndata:\ndata:\n\n"
    b"event: outcome\ndata: {}\n\n"
    b'event: outcome\ndata: {"cut": true}\n'
)
EXPECTED = [
    Sent("token", '{"text": "Schön 🎁"}'),
    Sent("sentence", "one\ntwo\n\n three: 3"),
    Sent("later", "after"),
    Sent("message", "a\u2028b\x0bc\ufffdd"),
    Sent("message", "\n"),
    Sent("outcome", "{}"),
]


def parsed(pieces: list[bytes]) -> list[Sent]:
    parser = Parser()
    return [sent for piece in pieces for sent in parser.feed(piece)]


def test_the_whole_at_once():
    assert parsed([STREAM]) == EXPECTED


def test_byte_by_byte():
    assert parsed([bytes([byte]) for byte in STREAM]) == EXPECTED


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_every_cut_in_two_with_every_line_end(end):
    stream = STREAM.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", end)

    for cut in range(len(stream) + 1):
        assert parsed([stream[:cut], b"", stream[cut:]]) == EXPECTED, cut


def test_random_cuts_of_the_mixed_stream():
    chance = random.Random(4)
    for _ in range(500):
        cuts = sorted(chance.choices(range(len(STREAM)), k=chance.randrange(12)))
        bounds = [0, *cuts, len(STREAM)]
        pieces = [STREAM[a:b] for a, b in pairwise(bounds)]

        assert parsed(pieces) == EXPECTED, cuts


def test_a_stream_cut_anywhere_has_a_prefix_of_its_events():
    for cut in range(len(STREAM)):
        found = parsed([STREAM[:cut]])

        assert found == EXPECTED[: len(found)], cut


@pytest.mark.parametrize("endless", [b"x" * 65536, b"data: x\n" * 8192])
def test_an_event_without_end_is_not_collected(endless):
    with pytest.raises(Incomplete, match="more than"):
        parsed([endless] * 1000)
