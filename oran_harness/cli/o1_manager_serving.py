"""What ``serve o1-manager`` does: makes the manager that was asked for, and hosts it until it is ended."""

import asyncio
from dataclasses import dataclass

from oran_harness.cli.serving import Place, complain, planting, serve_until_ended
from oran_harness.faults import parse_faults
from oran_harness.model import Role, UsageError
from oran_harness.peers.actor import Actor
from oran_harness.peers.o1_manager import ManagerConfig, O1Manager
from oran_harness.peers.secured import client_side_of
from oran_harness.transports import ClientSide, parse_address


@dataclass(frozen=True, slots=True)
class ManagerServeOptions:
    """The options of ``serve o1-manager``, as they were given."""

    listen: str | None = None
    connect: str | None = None
    stream: str | None = None
    reconnect_after: float | None = None
    flaw: str | None = None
    control: bool = False
    until_eof: bool = False
    fault: tuple[str, ...] = ()


def run(options: ManagerServeOptions) -> None:
    """Serve until SIGTERM, or until standard input ends if that was asked for.

    Raises ``UsageError`` or ``TransportError`` for what cannot be, ``KeyboardInterrupt`` after Ctrl-C.
    """
    given = [uri for uri in (options.listen, options.connect) if uri is not None]
    if len(given) != 1:
        raise UsageError("Say either --connect URI, where the element listens, or --listen URI, where it calls home.")
    if parse_address(given[0]).scheme not in ("netconf+ssh", "netconf+tls"):
        raise UsageError("An o1-manager speaks NETCONF; give netconf+ssh:// or netconf+tls://.")
    if options.until_eof and not options.control:
        raise UsageError("--until-eof goes with --control, which reads standard input.")
    manager = manager_of(options)
    side = client_side_of(manager, ClientSide(on_refusal=complain))
    place = Place(options.listen, options.connect, parse_faults(options.fault), side)
    asyncio.run(serve_until_ended((manager,), place, options))


def manager_of(options: ManagerServeOptions) -> Actor:
    """The manager that was asked for; raises ``UsageError`` for a flaw that there is not."""
    config = ManagerConfig(
        connects=options.connect is not None,
        subscribe=options.stream,
        reconnect_after=options.reconnect_after or ManagerConfig.reconnect_after,
    )
    manager = O1Manager(config)
    return manager if options.flaw is None else planting(options.flaw, Role.O1_MANAGER.value)(manager)
