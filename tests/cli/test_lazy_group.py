"""Commands are imported when they are called."""

import json
import subprocess
import sys

import pytest

from oran_harness.cli.commands import COMMANDS
from tests.cli.run import process, refused, run

HEAVY = (
    "asn1tools",
    "scapy",
    "rich",
    "pydantic",
    "oran_harness.checkers",
    "oran_harness.protocols",
    "oran_harness.codec",
)


def test_help_imports_no_command() -> None:
    """The overview comes from the table: no command, codec or library that takes its time is imported for it."""
    program = "import sys; from oran_harness.cli import main; main(['--help']); "
    program += "names = sorted(sys.modules); import json; print(); print(json.dumps(names))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert loaded & ({*HEAVY} | {row.module for row in COMMANDS.values()}) == set()


@pytest.mark.parametrize(
    ("word", "meant"), [("chek", "check"), ("DECODE", "decode"), ("expain", "explain"), ("lst", "list")]
)
def test_a_wrong_name_gets_the_nearest(word: str, meant: str) -> None:
    """A misspelt command is an error that names the right one."""
    assert refused(run(word)) == f"There is no command '{word}'; did you mean {meant}?"


def test_a_strange_name_gets_all() -> None:
    """Without a near name all commands are named."""
    said = refused(run("frobnicate"))
    assert all(name in said for name in COMMANDS)


def test_completion_of_commands() -> None:
    """The shell learns the commands that begin as typed, and a command's own options."""
    words = {"_ORAN_HARNESS_COMPLETE": "complete_bash", "COMP_CWORD": "1"}
    assert process(**words, COMP_WORDS="oran-harness de").out.split() == [b"decode"]
    options = process(_ORAN_HARNESS_COMPLETE="complete_bash", COMP_CWORD="2", COMP_WORDS="oran-harness decode --")
    assert {b"--as", b"--json", b"--type", b"--frame"} <= set(options.out.split())
