"""A managed element is left as it was found: what cases left behind is put back, and what cannot be is told."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from oran_harness.drivers import Reach
from oran_harness.model import Event, EventKind, HarnessError, Role

if TYPE_CHECKING:
    from oran_harness.drivers.netconf_client import Found, OwnClient

T = TypeVar("T")
WITHIN_S = 60.0
"""Seconds that looking or putting back may take."""
_REPLY_S = 20.0
_SHOWN = 8
_CHANGING = (b"edit-config", b"copy-config", b"delete-config", b"commit", b"edit-data", b"discard-changes")
"""What is in the octets of a request that may change a configuration."""


class AsFound:
    """Looks at the datastores of a SUT that is reached so, on sessions of its own, which are in no history.

    ``remarks`` are sentences for people. Whatever the SUT does there raises nothing.
    """

    def __init__(self, reach: Reach, connect_timeout: float) -> None:
        self.remarks: list[str] = []
        self._reach = reach
        self._timeout = connect_timeout
        self._found: Found | None = None
        self._fine: Found | None = None
        """What was there when all was as it was found, the order of entries that means nothing included."""
        self._told: set[str] = set()
        self._begun = self._changed = False

    async def begin(self) -> None:
        """Remember what the SUT holds, once."""
        if self._begun:
            return
        self._begun = True
        from oran_harness.drivers.netconf_client import find

        async def look(client: "OwnClient") -> "Found":
            return await find(client)

        self._found = self._fine = await self._asked(look, "What the element holds cannot be read before the cases")
        if self._found is not None:
            self.remarks += self._found.remarks

    async def after(self, case: str, events: Sequence[Event]) -> None:
        """Put back what a case has left behind, if it may have changed anything.

        Where the SUT calls home that is left to the end: between two cases it would have to come once more.
        """
        if any(map(_may_change, events)) and not self._reach.sut_connects:
            await self._put_back(f"After {case}")

    def performed(self, events: Sequence[Event]) -> None:
        """Note that a case was performed, and whether it may have changed anything."""
        self._changed = self._changed or any(map(_may_change, events))

    async def end(self) -> None:
        """Put back what all cases have left behind."""
        if self._changed:
            await self._put_back("At the end of the run")

    async def _put_back(self, when: str) -> None:
        found = self._found
        if found is None:
            return
        from oran_harness.drivers.netconf_client import Restored, find, restore

        async def mend(client: "OwnClient") -> "Restored":
            if self._fine is not None and self._fine.same(await find(client)):
                return Restored()
            restored = await restore(client, found)
            if not restored.left:
                self._fine = await find(client)
            return restored

        restored = await self._asked(mend, f"{when} the configuration cannot be compared with what was found")
        if restored is None:
            return
        if restored.done:
            self.remarks.append(f"{when} the configuration was put back as it was found: {_listed(restored.done)}.")
        left = [each for each in restored.left if each not in self._told]
        self._told.update(left)
        if left:
            self.remarks.append(f"{when} this could not be put back as it was found: {_listed(left)}.")

    async def _asked(self, ask: Callable[["OwnClient"], Awaitable[T]], trouble: str) -> T | None:
        """What comes of a session of its own; None where there is none, which is told."""
        from oran_harness.drivers.netconf_client import OwnClient

        try:
            async with asyncio.timeout(WITHIN_S):
                await self._reach.begin()
                link = await self._reach.open(self._timeout)
                client = await OwnClient.greeted(link, timeout=self._timeout, within=_REPLY_S)
                try:
                    return await ask(client)
                finally:
                    await client.close()
        except HarnessError as error:
            why = str(error).rstrip(".")
        except TimeoutError:
            why = "it takes too long"
        self.remarks.append(f"{trouble}: {why}.")
        return None


def _may_change(event: Event) -> bool:
    """Whether an event is a request of ours that may change a configuration."""
    if event.kind is not EventKind.OCTETS or event.source != Role.O1_MANAGER or event.octets is None:
        return False
    return any(word in event.octets for word in _CHANGING)


def _listed(sentences: Sequence[str]) -> str:
    more = f"; and {len(sentences) - _SHOWN} more" if len(sentences) > _SHOWN else ""
    return "; ".join(sentences[:_SHOWN]) + more
