"""The commands there are."""

import importlib

import pytest

from oran_harness.cli.commands import COMMANDS, CommandRow
from tests.cli.run import run


@pytest.mark.parametrize("row", COMMANDS.values(), ids=lambda row: row.name)
def test_each_command_is_there(row: CommandRow) -> None:
    """The table points at a function with a docstring, under its own name."""
    assert COMMANDS[row.name] is row
    assert getattr(importlib.import_module(row.module), row.function).__doc__


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_examples(name: str) -> None:
    """--help says what the command does, with examples that begin with the program's name, and fits a terminal."""
    ended = run(name, "--help")
    assert ended.code == 0
    assert ended.err == ""
    assert f"Usage: oran-harness {name}" in ended.text
    assert "Examples:" in ended.text
    assert f"    oran-harness {name}" in ended.text
    assert "--help" in ended.text


def test_the_commands_of_this_version() -> None:
    """These are promised, in the order of the overview."""
    looking = ["check", "decode", "encode", "replay", "list", "explain", "coverage", "new", "doctor"]
    assert list(COMMANDS) == ["run", "interop", "serve", "tap", "harvest", *looking]
