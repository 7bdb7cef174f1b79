"""Examples on pages: what stands below ``$ oran-harness ...`` in a console block is what the command prints."""

import contextlib
import functools
import io
import os
import shlex
import subprocess
import sys
from pathlib import Path
from unittest import mock

from oran_harness.cli import main

ROOT = Path(__file__).resolve().parent.parent
PROMPT = "$ oran-harness "
# Pages are read without colours and in no particular width.
SETTINGS = {"NO_COLOR": "1", "COLUMNS": "100", "TERM": "dumb", "LC_ALL": "C.UTF-8"}


def refreshed(page: str) -> str:
    """The page with the output of each oran-harness command in its console blocks as it is now.

    Other commands keep the output that they have. Commands run in the checkout's folder.
    """
    lines: list[str] = []
    in_block = False
    keep = True
    for line in page.splitlines():
        if line.startswith("```"):
            in_block, keep = line == "```console", True
        elif in_block and line.startswith("$ "):
            keep = not line.startswith(PROMPT)
            lines.append(line)
            if not keep:
                lines += output(line.removeprefix("$ ")).splitlines()
            continue
        if keep:
            lines.append(line)
    return "\n".join(lines) + "\n"


@functools.cache
def output(command: str) -> str:
    """What a command prints to standard output and error, without spaces at the ends of lines.

    Ours is run once, and in this process: the program does not change meanwhile, and to start it costs more than what
    it does. What stands behind a pipe runs in a shell.
    """
    own, _, filters = command.partition(" | ")
    printed = _printed(shlex.split(own)[1:])
    if filters:
        printed = subprocess.run(
            ["bash", "-c", filters], cwd=ROOT, env={**os.environ, **SETTINGS}, input=printed, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=120, check=False,
        ).stdout  # fmt: skip
    return "\n".join(line.rstrip() for line in printed.decode().splitlines())


def _printed(arguments: list[str]) -> bytes:
    """What the program writes, run in the checkout's folder."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with (
        mock.patch.dict(os.environ, SETTINGS),
        mock.patch.multiple(sys, stdout=stream, stderr=stream),
        contextlib.chdir(ROOT),
    ):
        main(arguments)
    return stream.buffer.getvalue()
