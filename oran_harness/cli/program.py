"""The program ``oran-harness``: options of all commands, and the one place where errors become exit codes."""

import contextlib
import os
import sys
import warnings
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.failure import debugging, failure, trace
from oran_harness.cli.help_text import help_text
from oran_harness.cli.lazy_group import LazyGroup
from oran_harness.cli.shown.printable import printable

NAME = "oran-harness"
_EPILOG = (
    "Exit codes: 0 fine; 1 a must-level fail or finding (decode: no edition accepts the octets); 2 wrong usage or "
    "configuration; 3 nothing to judge, an inconclusive verdict or an error; 130 interrupted."
)

application = typer.Typer(
    cls=LazyGroup,
    name=NAME,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EPILOG,
    invoke_without_command=True,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        import importlib.metadata

        from oran_harness import resources

        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            typer.echo(f"{NAME} {importlib.metadata.version(NAME)}")
            raise typer.Exit
        typer.echo(f"{NAME}, not installed, run from {resources.specs().parent}")
        raise typer.Exit


def overview(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version and exit.")
    ] = False,
) -> None:
    """Tells, on the real wire, whether Open RAN products work together, and who is to blame when not.

    Examples:
      oran-harness run --sut oran-harness-ric      a suite against a product: verdicts, and what was wrong
      oran-harness check capture.pcapng            what was said, what was wrong, and whose fault it is
      oran-harness decode 20010011...              one message as a tree beside its octets
      oran-harness explain RICsubscriptionRequest  what a message, an IE or a rule means
      oran-harness COMMAND --help                  options and examples of one command
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(ExitCode.USAGE)


application.callback(help=help_text(overview))(overview)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (default: the process's) and return its exit code.

    Nothing raises out of here: an error is one sentence on standard error, and its exit code.
    """
    _open_streams()
    # asyncssh offers old algorithms where it is told to; what cryptography thinks of them is nothing for people.
    warnings.filterwarnings("ignore", module=r"asyncssh\.")
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _discard_output()
        return ExitCode.BROKEN_PIPE
    except KeyboardInterrupt:
        _say("Interrupted.")
        return ExitCode.INTERRUPTED
    except Exception as error:
        if debugging():
            sys.stderr.write(trace(error))
        told = failure(error)
        _say(told.sentence)
        return told.exit_code


def _run(arguments: list[str]) -> int:
    try:
        result = typer.main.get_command(application).main(arguments, prog_name=NAME, standalone_mode=False)
    except SystemExit as ended:  # shell completion ends the program by itself; so does typer when the pipe breaks
        if isinstance(ended.__context__, BrokenPipeError):
            raise ended.__context__ from None
        result = ended.code
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:
        if not hasattr(error, "format_message"):  # of the command line's parser, whichever typer brings along
            raise
        return _wrong_usage(error)
    if result == ExitCode.INTERRUPTED:
        _say("Interrupted.")
    return result if isinstance(result, int) else ExitCode.FINE


def _wrong_usage(error: Any) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else NAME
    message = " ".join(printable(error.format_message()).split()).rstrip(".")
    _say(f"{message}; see {command} --help.")
    return ExitCode.USAGE


def _say(sentence: str) -> None:
    with contextlib.suppress(OSError, ValueError):  # nobody listens
        sys.stderr.write(f"{NAME}: {sentence}\n")
        sys.stderr.flush()


def _open_streams() -> None:
    """Make sure that writing works: a closed stream swallows, an unencodable character is escaped."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 (lives as long as the process)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Point standard output to nowhere, so that the interpreter's last flush does not fail too."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
