"""Waits and limits as numbers."""

from __future__ import annotations

import pytest

from tenlines.retries import LONGEST_WAIT, Deadline, Timeout, pause, retry_after


def test_pause_is_anything_up_to_a_doubling_limit():
    limits = [pause(attempt, None, chance=lambda: 1.0) for attempt in range(8)]

    assert limits == pytest.approx([0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 8.0, 8.0])
    assert pause(5, None, chance=lambda: 0.0) == 0


def test_pause_is_at_least_what_the_server_asked():
    assert pause(0, 5.0, chance=lambda: 1.0) == 5
    assert pause(9, 5.0, chance=lambda: 1.0) == 8
    assert pause(0, 1e9) == LONGEST_WAIT


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7),
        (" 0 ", 0),
        ("999999999999999999999", LONGEST_WAIT),
        ("Thu, 01 Jan 1970 00:00:20 GMT", 10),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_WAIT),
        ("-1", None),
        ("1.5", None),
        ("٣", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_read_and_clamped(header, seconds):
    assert retry_after(header, now=lambda: 10.0) == seconds


def test_timeout_from_a_number_is_the_total():
    assert Timeout.of(60) == Timeout(connect=3, read=10, total=60)
    assert Timeout.of(2) == Timeout(connect=2, read=2, total=2)
    assert Timeout.of(Timeout(read=1)).for_stream().total == 600


@pytest.mark.parametrize("seconds", [0, -1])
def test_a_timeout_of_nothing_is_refused(seconds):
    with pytest.raises(ValueError, match="above zero"):
        Timeout.of(seconds)


def test_deadline_counts_down():
    moments = iter([100.0, 103.0])

    assert Deadline.after(5, clock=lambda: next(moments)).left() == 2
