"""Examples on pages: what stands below ``$ oran-harness ...`` in a console block is what the command prints."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROMPT = "$ oran-harness "
# Pages are read without colours and in no particular width.
SETTINGS = {"NO_COLOR": "1", "COLUMNS": "100", "TERM": "dumb", "LC_ALL": "C.UTF-8"}


def refreshed(page: str) -> str:
    """The page with the output of each oran-harness command in its console blocks as it is now.

    Other commands keep the output that they have. Commands run in a shell, in the checkout's folder.
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


def output(command: str) -> str:
    """What a command prints to standard output and error, without spaces at the ends of lines."""
    shell = f'oran-harness() {{ "{sys.executable}" -m oran_harness "$@"; }}\n{command}'
    done = subprocess.run(
        ["bash", "-c", shell],
        cwd=ROOT,
        env={**os.environ, **SETTINGS},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())
