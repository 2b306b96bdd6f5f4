"""Starts the real server and the Django example, each on a free port, and ends them again."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "django"
SECRET = "whsec_dGhpcyBpcyBhIHNlY3JldCBvZiB0aGUgdGVzdHM="
START = 300.0
"""Seconds: a first start may have to build the server."""

T = TypeVar("T")


def until(what: str, seconds: float, look: Callable[[], T | None]) -> T:
    """Looks until there is something to see."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        seen = look()
        if seen:
            return seen
        time.sleep(0.25)
    raise AssertionError(f"{what} did not come within {seconds:g} seconds.")


def free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return int(any_port.getsockname()[1])


@contextmanager
def server(directory: Path, webhook_port: int) -> Iterator[tuple[str, str]]:
    """`tenlines serve` on a copy of the example's project: its address and an application key."""
    project = directory / "triage"
    shutil.copytree(EXAMPLE / "triage", project, ignore=shutil.ignore_patterns(".tenlines"))
    declared = project / "tenlines.yaml"
    text = declared.read_text().replace(":8000/", f":{webhook_port}/")
    # without audits, which come at random and hide their request from applications
    declared.write_text(text.replace("review]\n", "review]\n    review: { audits: 0 }\n"))
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [ROOT / "tenlines", "serve", "--port", str(port), "--project", project]
    with process(directory / "tenlines.log", command, ROOT, {}) as said:
        until("The server", START, lambda: said.answers(f"{url}/v1/openapi.json"))
        key = until("A key", 10, lambda: re.search(r"key: +(tl_\w+)", said.text()))
        yield url, key[1]


@contextmanager
def django(directory: Path, port: int, url: str, key: str) -> Iterator[str]:
    """The Django example: its address."""
    more = {
        "TENLINES_URL": url,
        "TENLINES_KEY": key,
        "TICKETS_DATABASE": str(directory / "tickets.sqlite3"),
    }
    manage = [sys.executable, "manage.py"]
    subprocess.run(
        [*manage, "migrate", "-v", "0"], cwd=EXAMPLE, env=environment(more), check=True, timeout=60
    )
    command = [*manage, "runserver", "--noreload", f"127.0.0.1:{port}"]
    with process(directory / "django.log", command, EXAMPLE, more) as said:
        address = f"http://127.0.0.1:{port}"
        until("Django", 30, lambda: said.answers(address))
        yield address


class Said:
    """A running process and what it printed."""

    def __init__(self, running: subprocess.Popen[bytes], log: Path) -> None:
        self._running = running
        self._log = log

    def text(self) -> str:
        return self._log.read_text("utf-8", "replace")

    def answers(self, url: str) -> bool:
        if self._running.poll() is not None:
            raise AssertionError(f"It ended with {self._running.returncode}:\n{self.text()}")
        try:
            with urlopen(url, timeout=5) as answer:
                return answer.status == 200
        except (URLError, OSError):
            return False


@contextmanager
def process(log: Path, command: list[object], where: Path, more: dict[str, str]) -> Iterator[Said]:
    with (
        log.open("wb") as out,
        subprocess.Popen(
            [str(part) for part in command],
            cwd=where,
            env=environment(more),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        ) as running,
    ):
        said = Said(running, log)
        try:
            yield said
        except BaseException:
            print(f"--- {log.name}\n{said.text()}", file=sys.stderr)
            raise
        finally:
            running.terminate()
            try:
                running.wait(20)
            except subprocess.TimeoutExpired:
                running.kill()


def environment(more: dict[str, str]) -> dict[str, str]:
    return os.environ | {"TENLINES_WEBHOOK_SECRET": SECRET, "PYTHONUNBUFFERED": "1"} | more
