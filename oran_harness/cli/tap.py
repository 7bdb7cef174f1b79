"""``tap``: stand between two products."""

from pathlib import Path
from typing import Annotated

import typer

from oran_harness.cli.options import AsJson


def tap(
    listen: Annotated[
        str, typer.Option("--listen", metavar="URI", help="Where E2 nodes connect to; port 0 takes any.")
    ],
    connect: Annotated[str, typer.Option("--connect", metavar="URI", help="Where the near-RT RIC listens.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Where the record goes.", show_default="results/<time>"),
    ] = None,
    fault: Annotated[
        list[str] | None,
        typer.Option(
            "--fault",
            metavar="RULE",
            help="Do that to messages that pass, as 'drop message=RICindication nth=3'; may be repeated.",
        ),
    ] = None,
    faults: Annotated[
        Path | None, typer.Option("--faults", metavar="FILE", help="Rules in a TOML file, each under [[fault]].")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="Decides what faults leave to chance.")] = 0,
    vendor: Annotated[
        list[str] | None,
        typer.Option(
            "--vendor",
            metavar="ROLE=NAME",
            help="Whose product is in that role; may be repeated.",
        ),
    ] = None,
    seconds: Annotated[
        float | None, typer.Option("--time", metavar="S", min=0.1, help="End after so many seconds.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 for should-level findings, too.")] = False,
    as_json: AsJson = False,
    metrics_port: Annotated[
        str | None,
        typer.Option("--metrics-port", metavar="[HOST:]PORT", help="Serve metrics for Prometheus meanwhile."),
    ] = None,
    i_own_this: Annotated[
        bool, typer.Option("--i-own-this", help="Do not ask before working beyond this machine.")
    ] = False,
) -> int:
    """Stand between E2 nodes and a near-RT RIC: pass everything on, write it down, judge both sides meanwhile.

    The two transports need not be the same. Streams, PPIDs and the way an association ends are carried over as they
    are. DIR/history gets tap.jsonl and tap.pcapng; whatever was passed on is in the first, even if the tap is killed.
    Passing on never waits for judging, which may fall behind and is done to the end before the tap ends.

    Prints one line "ready: URI" once the address is open, and each finding as it comes. Ctrl-C or SIGTERM ends it with
    a summary; a second Ctrl-C leaves at once.

    Rules inject faults: drop, delay, duplicate, reorder, mangle or cut, then which messages: from=ROLE, message=NAME
    (of a message or a procedure), nth=N or every=N, request=REQUESTOR/INSTANCE, association=N, while=subscription,
    after=SECONDS. Neither side is blamed for them: each is judged by what it saw, in a history of its own. list faults
    shows all.

    Exit codes:
      0    no must-level finding
      1    a must-level finding; with --strict, any finding
      2    wrong usage, the address is in use, or the kernel has no SCTP
      3    no E2AP has passed, or not all could be recorded or judged
      130  ended by a second Ctrl-C; the record is whole, and check judges it

    Examples:
      oran-harness tap --listen sctp://0.0.0.0:36421 --connect tcp://127.0.0.1:36422
      oran-harness tap --listen tcp://127.0.0.1:0 --connect tcp://127.0.0.1:36421 --vendor e2-node=alfa
      oran-harness tap --listen tcp://[::1]:0 --connect tcp://[::1]:36421 --fault 'mangle message=RICindication nth=3'
      oran-harness tap --listen tcp://[::1]:0 --connect tcp://[::1]:36421 --fault 'cut while=subscription after=2'
      oran-harness check results/20261122T101500Z/history/tap.jsonl --chart
    """
    from oran_harness.cli.tapping import TapOptions, Tapping, claims_of, vendors_of
    from oran_harness.cli.testing_ground import confirm_outside, new_folder
    from oran_harness.faults import read_rules
    from oran_harness.model import UsageError
    from oran_harness.transports import parse_address

    rules = read_rules(fault or (), faults)
    vendors = vendors_of(vendor or ())
    claims = claims_of(vendors)
    for uri in (listen, connect):
        if parse_address(uri).scheme == "memory":
            raise UsageError("memory:// reaches nobody outside of this process; use sctp://, tcp:// or grpc://.")
        if parse_address(uri).scheme.startswith("netconf+"):
            raise UsageError("The tap stands between the two ends of E2; it does not know NETCONF, the wire of O1.")
    if parse_address(connect).port == 0:
        raise UsageError(f"{connect!r} cannot be connected to: port 0 is any free one; name the port of the RIC.")
    for uri in (listen, connect):
        confirm_outside(uri, i_own_this)
    tapping = Tapping(
        TapOptions(
            listen, connect, new_folder(out), rules, seed, vendors, claims, seconds, strict, as_json, metrics_port
        )
    )
    return tapping.run()
