"""``harvest``: get every YANG module of a managed element."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.options import AsJson


def _complete_driver(incomplete: str) -> list[str]:
    return [name for name in ("own", "ncclient") if name.startswith(incomplete)]


def harvest(
    uri: Annotated[
        str | None,
        typer.Argument(metavar="URI", help="Where the element is: netconf+ssh://USER@HOST or netconf+tls://HOST."),
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the modules go.")] = Path("yang"),
    listen: Annotated[
        str | None, typer.Option("--listen", metavar="URI", help="The element calls home to this address (RFC 8071).")
    ] = None,
    driver: Annotated[
        str,
        typer.Option(
            "--driver", metavar="NAME", help="own, which is fast, or ncclient.", autocompletion=_complete_driver
        ),
    ] = "own",
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="S", min=0.1, max=86_400, help="Seconds that each answer may take.")
    ] = 30.0,
    as_json: AsJson = False,
) -> int:
    """Get every YANG module and submodule of a managed element with get-schema, as NAME@REVISION.yang.

    What is asked for: all that the YANG library, the schemas of netconf-state and the hello list, and whatever that
    imports or includes. What the element lists and does not deliver is told, with the reason: a manager that loads its
    models from the element would miss it. Each file is written whole or not at all.

    Exit codes:
      0    every module was delivered
      1    some were not
      2    wrong usage, there is no session, or the folder cannot be written
      3    the element lists no modules at all
      130  interrupted with Ctrl-C; what was had stays

    Examples:
      oran-harness harvest 'netconf+ssh://admin@192.0.2.1:830?password=env:PASSWORD' --out yang/alfa
      oran-harness harvest netconf+tls://du.example:6513?ca=ca.pem&cert=me.pem&key=me.key --json
      oran-harness harvest --listen 'netconf+ssh://admin@0.0.0.0:4334?password=env:PASSWORD' --out yang/alfa
      oran-harness harvest 'netconf+ssh://admin@192.0.2.1?password=env:PASSWORD' --driver ncclient
    """
    # Imported here: whoever asks for help need not wait for all of it.
    from oran_harness.cli.harvesting import Order, performed, shown
    from oran_harness.cli.shown.terminal import terminal

    harvested = performed(Order(uri, listen, driver, out, timeout))
    if as_json:
        sys.stdout.write(json.dumps(harvested.to_json(), indent=2) + "\n")
    else:
        screen = terminal()
        screen.lines(shown(screen, harvested, out))
    if harvested.undelivered:
        return ExitCode.FAILED
    return ExitCode.FINE if harvested.gathered else ExitCode.NOTHING_JUDGED
