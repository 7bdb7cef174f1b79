"""``new``: the folder of a new vendor, to begin with."""

from pathlib import Path
from typing import Annotated

import typer

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.shown.nearest import nearest
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import terminal
from oran_harness.model import Role, UsageError

_WAYS = ("command", "container", "adapter", "grpc", "operator", "wire")


def _complete_what(incomplete: str) -> list[str]:
    return [what for what in ("vendor",) if what.startswith(incomplete)]


def _complete_role(incomplete: str) -> list[str]:
    return [role.value for role in Role if role.startswith(incomplete)]


def _complete_kind(incomplete: str) -> list[str]:
    return [kind for kind in _WAYS if kind.startswith(incomplete)]


def new(
    what: Annotated[str, typer.Argument(metavar="vendor", help="What is new.", autocompletion=_complete_what)],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name: letters, digits, dots, dashes, underscores.")],
    role: Annotated[
        list[str] | None,
        typer.Option(
            "--role",
            metavar="ROLE",
            help="near-rt-ric, e2-node, o1-provider or o1-manager; may be given several times.",
            show_default="e2-node",
            autocompletion=_complete_role,
        ),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="How it is reached: command, container, adapter, grpc, operator or wire.",
            autocompletion=_complete_kind,
        ),
    ] = "command",
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder in which NAME is made.")] = Path(),
) -> int:
    """Write the folder of a new vendor: profile.toml, expected.toml, README.md, and what else its kind takes.

    command: a program that the harness starts. container: an image that docker or podman runs. adapter: a class in
    Python that starts and stimulates the product; grpc: the same, served elsewhere. operator: a person starts the
    product when asked. wire: the product runs already.

    The reference peer of oran-harness stands in for the product, so that everything works before you change it: of
    command, adapter and grpc the folder passes the adapter contract, by pytest, as it is written.

    Exit codes:
      0  written
      2  wrong usage: a name that cannot be, that another vendor has, or whose folder is there already

    Examples:
      oran-harness new vendor alfa --role near-rt-ric
      oran-harness new vendor alfa --kind adapter --role e2-node --role near-rt-ric --out vendors
      oran-harness new vendor alfa && oran-harness run --sut ./alfa -k setup
    """
    from oran_harness.cli.scaffold import KINDS, OF_O1, NewVendor, write_vendor

    if what != "vendor":
        raise UsageError(f"There is no new {printable(what)[:60]!r}; write oran-harness new vendor NAME.")
    if kind not in KINDS:
        raise UsageError(f"There is no kind {printable(kind)[:60]!r}; {nearest(kind, KINDS)}")
    for each in role or ():
        if each not in list(Role):
            raise UsageError(f"There is no role {printable(each)[:60]!r}; {nearest(each, Role)}")
    roles = tuple(each for each in Role if each in (role or (Role.E2_NODE,)))
    if kind not in OF_O1 and any(each.interface == "o1" for each in roles):
        raise UsageError(f"No {kind} is written for a role of O1; choose one of {', '.join(OF_O1)} as --kind.")
    vendor = NewVendor(name, kind, roles, out)
    screen = terminal()
    screen.lines([printable(str(path)) for path in write_vendor(vendor)])
    screen.line(f"Next: {printable(str(vendor.folder / 'README.md'))}")
    return ExitCode.FINE
