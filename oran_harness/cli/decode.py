"""``decode``: look at one message."""

import json
import sys
from typing import Annotated

import typer

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.given.octets import given_octets


def _complete_model(incomplete: str) -> list[str]:
    return [key for key in ("kpm", "rc", "ni") if key.startswith(incomplete)]


def _complete_edition(incomplete: str) -> list[str]:
    from oran_harness.resources import interface

    return [each.edition for each in interface("e2ap").editions if each.edition.startswith(incomplete)]


def decode(
    octets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HEX|FILE|-", help="Octets in hex, the path of a file, or - for standard input (the default)."
        ),
    ] = None,
    edition: Annotated[
        str | None,
        typer.Option("--as", metavar="EDITION", help="Read by this edition.", autocompletion=_complete_edition),
    ] = None,
    type_name: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="The octets are this ASN.1 type, not a whole E2AP message."),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            metavar="MODEL",
            help="Service model of the payloads: kpm, rc or ni.",
            autocompletion=_complete_model,
        ),
    ] = None,
    frame: Annotated[
        int | None, typer.Option("--frame", metavar="N", help="Of a capture, the message that ends in frame N.")
    ] = None,
    every_octet: Annotated[bool, typer.Option("--full", help="Show all octets of long values.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON document on standard output; encode accepts it.")
    ] = False,
) -> int:
    """Show one E2AP message as a tree beside its octets, with everything that is wrong with it in place.

    Says which editions of E2AP accept the octets, and which revisions of the service models accept the payloads
    inside. Without --as it is read by the oldest edition that accepts it, else by the one that has the
    least to say against it. In hex, spaces, colons, commas, 0x and line breaks do not matter; a file
    holds the octets themselves or hex. A file of that name goes before hex.

    Exit codes:
      0  an edition accepts the octets (with --as: that edition)
      1  none does; what could be read is shown
      2  wrong usage, no such file

    Examples:
      oran-harness decode 20 09 00 0f 00 00 02 00 1d 00 05 00 03 fd 00 00 00 05 00 02 00 93
      oran-harness decode message.bin --as 2.03
      oran-harness decode capture.pcapng --frame 12
      oran-harness decode 0803e7 --type E2SM-KPM-EventTriggerDefinition
      xclip -o | oran-harness decode - --json
    """
    given = given_octets(octets or ["-"], frame)
    # Imported here: the codecs are not needed to say that a file does not exist.
    from oran_harness.cli.shown.message_view import MessageView
    from oran_harness.cli.shown.terminal import terminal
    from oran_harness.cli.shown.type_view import TypeView

    view: MessageView | TypeView
    if type_name is None:
        view = MessageView.of(given.octets, edition, model)
    else:
        view = TypeView.of(given.octets, type_name, edition, model)
    if as_json:
        sys.stdout.write(json.dumps(view.document(), indent=2) + "\n")
    else:
        screen = terminal()
        screen.lines(view.lines(screen, every_octet))
    return ExitCode.FINE if view.accepted else ExitCode.FAILED
