"""Actors whose transport is another than it should be: what of SSH and TLS is different where they are hosted."""

from typing import Protocol, runtime_checkable

from oran_harness.peers.actor import Actor
from oran_harness.transports.side import ClientSide, ServerSide


@runtime_checkable
class Secured(Protocol):
    """An actor that has a say in how its sessions are secured."""

    def secured(self, side: ServerSide) -> ServerSide:
        """The side of a server as this actor has it."""
        ...


@runtime_checkable
class SecuredClient(Protocol):
    """An actor that has a say in how the sessions are secured that it opens."""

    def secured_as_client(self, side: ClientSide) -> ClientSide:
        """The side of a client as this actor has it."""
        ...


def side_of(actor: Actor, side: ServerSide) -> ServerSide:
    """The side of SSH or TLS that an actor is to be hosted with; ``side`` unless it has a say in that."""
    return actor.secured(side) if isinstance(actor, Secured) else side


def client_side_of(actor: Actor, side: ClientSide) -> ClientSide:
    """As ``side_of``, of an actor that opens sessions."""
    return actor.secured_as_client(side) if isinstance(actor, SecuredClient) else side
