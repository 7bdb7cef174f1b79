"""Links within one process and event loop: ``memory://NAME``, for tests and for peers that live beside us."""

import itertools

from oran_harness.transports.address import Address
from oran_harness.transports.backlog import Backlog
from oran_harness.transports.inbox import Inbox
from oran_harness.transports.link import Delivery, Ending, LinkEnded, TransportError
from oran_harness.transports.message import check_message

_listeners: dict[str, "MemoryListener"] = {}
_numbers = itertools.count(1)


class MemoryLink:
    """One end of an association in this process; ``far`` is the other."""

    far: "MemoryLink"

    def __init__(self, local: str, remote: str) -> None:
        self.local = local
        self.remote = remote
        self.inbox = Inbox()

    async def send(self, octets: bytes, *, stream: int = 0, ppid: int = 70) -> None:
        """Put a message into the far end's inbox; waits while that is full."""
        check_message(octets, stream, ppid)
        await self.far.inbox.room()
        # The own end is told first: it knows which side ended it.
        if self.inbox.ending is not None:
            raise LinkEnded(self.inbox.ending)
        self.far.inbox.put(Delivery(bytes(octets), stream, ppid))

    async def delivered(self) -> None:
        """What is sent is there at once."""

    async def receive(self) -> Delivery | Ending:
        """The next message, or how the link ended."""
        return await self.inbox.receive()

    async def shutdown(self) -> None:
        """End it in order."""
        self._end("shutdown", "closed the association")

    async def abort(self) -> None:
        """End it at once."""
        self._end("abort", "aborted the association")

    async def cut(self) -> None:
        """Let both ends see silence, as when the cable is cut; only links in memory can be cut by themselves."""
        for end in (self, self.far):
            end.inbox.end(Ending("down", True, "the path to the far end was cut"))

    def _end(self, how: str, did: str) -> None:
        self.inbox.end(Ending(how, False, f"we {did}"))
        self.far.inbox.end(Ending(how, True, f"the far end {did}"))


class MemoryListener:
    """A name that is known in this process."""

    def __init__(self, address: Address) -> None:
        self.uri = str(address)
        self._name = address.host
        self.backlog: Backlog[MemoryLink] = Backlog(self.uri)

    async def accept(self) -> MemoryLink:
        """The next association."""
        return await self.backlog.accept()

    async def close(self) -> None:
        """Forget the name."""
        if _listeners.get(self._name) is self:
            del _listeners[self._name]
        await self.backlog.close()


async def listen_memory(address: Address) -> MemoryListener:
    """Make a name known. Raises ``TransportError`` where it is taken."""
    if address.host in _listeners:
        raise TransportError(f"{address} is in use: something in this process listens there; choose another name.")
    listener = _listeners[address.host] = MemoryListener(address)
    return listener


async def connect_memory(address: Address, timeout: float) -> MemoryLink:
    """Connect to a name. Raises ``TransportError`` where nobody in this process listens, or too many wait there."""
    listener = _listeners.get(address.host)
    if listener is None:
        raise TransportError(f"Nobody listens at {address}: memory:// reaches only what runs in the same process.")
    if listener.backlog.full:
        raise TransportError(f"{address} accepts nobody: too many associations wait there.")
    local, remote = MemoryLink(f"{address}.{next(_numbers)}", str(address)), MemoryLink(str(address), "")
    remote.remote = local.local
    local.far, remote.far = remote, local
    listener.backlog.put(remote)
    return local
