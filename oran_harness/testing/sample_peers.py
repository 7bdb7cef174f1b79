"""Sample peers, good and flawed: the reference behaviour of either role, with one planted flaw where one is named."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from oran_harness.drivers.hosting import Hosting, hosted
from oran_harness.model import Role, UsageError
from oran_harness.peers import Actor
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.flaws import find
from oran_harness.peers.reference import reference
from oran_harness.testing.memory_links import memory_uri
from oran_harness.transports import parse_address

_IN_MEMORY = NodeConfig(scheme="memory")


def sample_peer(role: Role | str, flaw: str | None = None, *, edition: str = "3.01", scheme: str = "memory") -> Actor:
    """A peer of that role, sans-IO: ``hosted_peer`` puts it on a wire, ``perform_virtual`` performs cases against it.

    ``role`` is ``near-rt-ric`` or ``e2-node``. ``flaw`` is the id of a planted misbehaviour (``oran-harness list
    flaws``), None for a peer that is as it should be. ``edition`` is of E2AP, ``scheme`` the transport to which an E2
    node goes for further associations. Raises ``UsageError`` if there is no such role, edition or flaw, or if the flaw
    is one of the other role.
    """
    kind = role_named(role)
    if kind is Role.E2_NODE:
        peer: Actor = E2Node(replace(_IN_MEMORY, edition=edition, scheme=scheme))
    else:
        peer = reference(kind, edition)
    if flaw is None:
        return peer
    found = find(flaw)
    if found.role is not kind:
        raise UsageError(f"The flaw {found.id} is one of a {found.role}; oran-harness list flaws shows all.")
    return found.wrap(peer)


def role_named(name: Role | str) -> Role:
    """The role of that name; raises ``UsageError`` if there is none."""
    if name not in Role.ends_of("e2"):
        raise UsageError(f"There is no role {str(name)[:60]!r}; there is {' and '.join(Role.ends_of('e2'))}.")
    return Role(name)


@asynccontextmanager
async def hosted_peer(
    role: Role | str,
    flaw: str | None = None,
    *,
    edition: str = "3.01",
    listen: str | None = None,
    connect: str | None = None,
) -> AsyncIterator[Hosting]:
    """A sample peer on the wire, in this process, while the body runs; afterwards nothing of it is left.

    A near-RT RIC listens at ``listen``, by default at an address in memory of its own, which is the ``uri`` of what
    this gives; an E2 node connects to ``connect``. ``stimulate(name, arguments)`` of what this gives has the peer do
    something. Raises ``UsageError`` as ``sample_peer`` does, and where an E2 node has nowhere to connect to;
    ``TransportError`` if the address cannot be opened.
    """
    if role == Role.E2_NODE and connect is None:
        raise UsageError("An E2 node connects to a near-RT RIC; say where that listens, with connect=URI.")
    if role == Role.NEAR_RT_RIC and listen is None and connect is None:
        listen = memory_uri()
    scheme = parse_address(connect or listen or memory_uri()).scheme
    peer = sample_peer(role, flaw, edition=edition, scheme=scheme)
    async with hosted([peer], listen=listen, connect=connect) as hosting:
        yield hosting
