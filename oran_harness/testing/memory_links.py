"""The link in memory: associations within this process, without a port or a socket."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count

from oran_harness.transports import Link, Listener, connect, listen

_places = count(1)


@dataclass(frozen=True, slots=True)
class LinkPair:
    """An association: the end that connected, the end that accepted, and where that was."""

    near: Link
    far: Link
    listener: Listener


def memory_uri() -> str:
    """An address ``memory://NAME`` that nothing else in this process has."""
    return f"memory://testing-{next(_places)}"


@asynccontextmanager
async def linked(uri: str | None = None, query: str = "") -> AsyncIterator[LinkPair]:
    """An association while the body runs; both ends and the listener are closed afterwards.

    ``uri`` is where to listen, by default an address in memory of its own; any other transport will do too. ``query``
    is added to the listener's URI in order to connect, as ``?ca=FILE`` for a ``grpcs://``. Raises what ``connect`` and
    ``listen`` of ``oran_harness.transports`` raise.
    """
    listener = await listen(uri or memory_uri())
    try:
        near = await connect(listener.uri + query)
        try:
            far = await listener.accept()
            try:
                yield LinkPair(near, far, listener)
            finally:
                await far.abort()
        finally:
            await near.abort()
    finally:
        await listener.close()
