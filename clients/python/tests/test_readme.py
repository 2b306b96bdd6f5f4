"""The first lines of the README work as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import samples
from scripted import answer

README = Path(__file__).parent.parent / "README.md"


def test_the_first_lines_print_the_answer(start, capsys):
    server, _ = start(answer(200, samples.outcome()))
    code = re.search(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert code
    lines = code[1].replace("http://127.0.0.1:8080", server.url).replace("tl_…", "tl_k")

    exec(compile(lines, README, "exec"), {})

    assert capsys.readouterr().out == "delivery by classifier@1\n"
