"""``encode``: write a message from JSON."""

import sys
from typing import Annotated

import typer

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.given.json_document import given_document


def encode(
    source: Annotated[
        str, typer.Argument(metavar="FILE|JSON|-", help="The path of a file, JSON itself, or - for standard input.")
    ] = "-",
    edition: Annotated[
        str | None, typer.Option("--as", metavar="EDITION", help="Write by this edition, whatever the JSON says.")
    ] = None,
    binary: Annotated[
        bool, typer.Option("--binary", help="The octets themselves on standard output, instead of hex.")
    ] = False,
) -> int:
    """Write the octets of a message, or of a value of any type, from the JSON that decode --json shows.

    A message needs the members message and ies; edition, criticalities (path to criticality, where it is not the one
    that the specification fixes) and layout (the order of the IEs on the wire) may be there, everything else is not
    looked at. Without an edition it is the oldest that has the message. A value of a type needs type and value;
    interface and edition may be there. IEs and members have their ASN.1 names, octets are hex, a CHOICE is an object
    with one member.

    Exit codes:
      0  the octets are on standard output
      2  wrong usage, no such file, or JSON that is no message; the sentence names the place

    Examples:
      oran-harness encode message.json
      oran-harness encode message.json --as 3.01 --binary > message.bin
      oran-harness decode capture.pcapng --frame 12 --json | oran-harness encode
      oran-harness encode '{"message": "RICsubscriptionDeleteRequest", "ies": {
          "RICrequestID": {"ricRequestorID": 1021, "ricInstanceID": 0}, "RANfunctionID": 147}}'
    """
    document = given_document(source)
    # Imported here: the codecs are not needed to say that a file does not exist.
    from oran_harness.cli.encoding import encode_document

    octets = encode_document(document, edition)
    if binary:
        sys.stdout.flush()
        sys.stdout.buffer.write(octets)
    else:
        sys.stdout.write(octets.hex() + "\n")
    return ExitCode.FINE
