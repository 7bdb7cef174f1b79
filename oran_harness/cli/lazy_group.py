"""The group of commands; a command's module is imported when the command is called, not before."""

import importlib
from typing import Any

import typer
from typer.core import TyperGroup

from oran_harness.cli.commands import COMMANDS, CommandRow
from oran_harness.cli.help_text import help_text
from oran_harness.cli.shown.nearest import nearest
from oran_harness.model.errors import UsageError


class LazyGroup(TyperGroup):
    """Knows the names and summaries of all commands, and imports one on demand."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the overview."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name; an unknown one is an error that names the nearest."""
        row = COMMANDS.get(cmd_name)
        if row is not None:
            return _load(row)
        if ctx.resilient_parsing:  # shell completion asks for names that are not complete yet
            return None
        raise UsageError(f"There is no command {cmd_name!r}; {nearest(cmd_name, COMMANDS)}")

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the overview from the table, without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(row.name, row.summary) for row in COMMANDS.values()])


def _load(row: CommandRow) -> Any:
    function = getattr(importlib.import_module(row.module), row.function)
    application = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    application.command(name=row.name, help=help_text(function), short_help=row.summary)(function)
    command = typer.main.get_command(application)
    command.name = row.name
    return command
