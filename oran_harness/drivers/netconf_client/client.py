"""What every driver of NETCONF offers to a client, and how what goes wrong is told."""

from collections.abc import AsyncIterator, Iterable
from typing import Protocol

from oran_harness.codec.xml import Element
from oran_harness.model import HarnessError
from oran_harness.protocols.netconf import Capabilities, Notification, RpcError, RpcReply
from oran_harness.steps.manager import errors_text

WITHIN = 60.0
"""Seconds that a reply may take unless the caller says otherwise."""
Operation = Element | bytes
"""What is asked for: the element of an operation, or the octets of one."""


class ClientError(HarnessError):
    """A session cannot be had, or gives no answer; the text says what to do next."""


class SessionLost(ClientError):
    """The session is over, or nothing more can be understood on it: open another one."""


class NoReply(ClientError):
    """A request got no reply in time. The session goes on, and the reply may come later, to nobody."""


class Unreadable(ClientError):
    """A reply came that cannot be read."""


class Refused(ClientError):
    """A request was refused; ``errors`` are the server's own."""

    def __init__(self, name: str, errors: tuple[RpcError, ...]) -> None:
        super().__init__(f"The element refuses {name}: {errors_text(errors)}")
        self.errors = errors

    @property
    def tags(self) -> frozenset[str]:
        """The error-tags."""
        return frozenset(error.tag for error in self.errors)


class NetconfClient(Protocol):
    """One session as a client. What the server says wrong is told by ``ClientError``, never by another exception."""

    @property
    def driver(self) -> str:
        """The name of the driver."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What the server's hello names."""
        ...

    @property
    def session_id(self) -> int | None:
        """The number that the server gave the session; None if it gave none."""
        ...

    async def rpc(self, operation: Operation, *, within: float | None = None) -> RpcReply:
        """Ask, and wait for the reply, whatever it says.

        Raises ``NoReply`` where none comes within so many seconds, ``Unreadable``, and ``SessionLost``.
        """
        ...

    def many(self, operations: Iterable[Operation], *, within: float | None = None) -> AsyncIterator[RpcReply]:
        """Ask for one operation after the other, as far ahead of the replies as the driver can; replies in order.

        Raises as ``rpc`` does, in place of the reply.
        """
        ...

    async def notification(self, *, within: float) -> Notification | None:
        """The next notification; None where none comes within so many seconds. Raises ``SessionLost``."""
        ...

    async def close(self) -> None:
        """End the session in order, if it is not over. Raises nothing for what the server does."""
        ...


async def done(client: NetconfClient, operation: bytes, *, within: float | None = None) -> RpcReply:
    """Ask for what has to be done; the reply. Raises ``Refused``, and as ``rpc`` does."""
    reply = await client.rpc(operation, within=within)
    if reply.refused:
        name = operation[1:].split(b" ", 1)[0].split(b">", 1)[0].decode("utf-8", "replace")
        raise Refused(name, tuple(error for error in reply.errors if error.severity != "warning"))
    return reply
