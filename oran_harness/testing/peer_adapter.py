"""An adapter whose product is a peer in the same process: what needs an adapter is tried without starting anything."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any

from oran_harness.adapters import AdapterError, Addresses, Description, Health, StimulusAnswer, StimulusStatus
from oran_harness.drivers.hosting import Hosting, hosted
from oran_harness.model import Role
from oran_harness.peers import Actor
from oran_harness.testing.sample_peers import sample_peer


class PeerAdapter:
    """The seven calls; ``start`` hosts what ``make`` gives, a fresh actor each time, at the addresses of the start."""

    def __init__(self, make: Callable[[], Actor], product: str = "sample peer", version: str | None = None) -> None:
        self.hosting: Hosting | None = None
        self._make = make
        self._product = product
        self._version = version
        self._context: AbstractAsyncContextManager[Hosting] | None = None
        self._addresses = Addresses()
        self._end = "not started"

    @classmethod
    def of(cls, role: Role | str, flaw: str | None = None, *, edition: str = "3.01") -> "PeerAdapter":
        """One whose product is a sample peer; raises ``UsageError`` as ``sample_peer`` does."""
        sample_peer(role, flaw, edition=edition)
        return cls(lambda: sample_peer(role, flaw, edition=edition), f"sample {role}{f', {flaw}' if flaw else ''}")

    async def describe(self) -> Description:
        """The product; what it can be asked for is not listed, for peers differ in that."""
        return Description(self._product, self._version, None)

    async def start(self, addresses: Addresses) -> None:
        """Host a fresh actor; raises ``TransportError`` or ``UsageError`` if the address cannot be used."""
        await self._leave("stopped")
        self._addresses = addresses
        context = hosted([self._make()], listen=addresses.own, connect=addresses.peer)
        self.hosting = await context.__aenter__()
        self._context = context

    async def stop(self) -> None:
        """End the hosting, and all associations with it."""
        await self._leave("stopped")

    async def die(self, how: str) -> None:
        """End as a process does that crashes: ``health`` says how from now on."""
        await self._leave(how)

    async def reset(self) -> None:
        """Host another actor where the one before was."""
        await self.start(self._addresses)

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """Have the actor do something; raises ``AdapterError`` if none is hosted."""
        if self.hosting is None:
            raise AdapterError(f"the {self._product} is not there ({self._end}), so it cannot be asked to {name}")
        answer = await self.hosting.stimulate(name, arguments)
        return StimulusAnswer(StimulusStatus(answer.status), answer.details)

    async def health(self) -> Health:
        """Alive while it is hosted."""
        return Health(True, "hosted") if self.hosting is not None else Health(False, self._end)

    async def collect(self) -> Mapping[str, bytes]:
        """Nothing: it leaves nothing behind."""
        return {}

    async def _leave(self, how: str) -> None:
        context, self._context, self.hosting = self._context, None, None
        self._end = how
        if context is not None:
            await context.__aexit__(None, None, None)
