"""Sessions over TLS for tests, and what is told when there is none."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from oran_harness.transports import (
    ClientSide,
    Ending,
    ServerSide,
    TlsPolicy,
    TransportError,
    connect,
    listen,
)
from oran_harness.transports.netconf_tls.link import TlsLink
from tests.transports.certificates import Files

ANYWHERE = "netconf+tls://127.0.0.1:0"
ANY_TLS = TlsPolicy()


def options(ca: Path, files: Files | None) -> str:
    """The options of an address."""
    return f"?ca={ca}" + ("" if files is None else f"&cert={files.cert}&key={files.key}")


@asynccontextmanager
async def session(
    server: str, client: str, side: ServerSide, manager: ClientSide
) -> AsyncIterator[tuple[TlsLink, TlsLink]]:
    """Both ends of a session with a new listener."""
    listener = await listen(ANYWHERE + server, side=side)
    try:
        near = await connect(listener.uri + client, side=manager)
        far = await listener.accept()
        assert isinstance(near, TlsLink)
        assert isinstance(far, TlsLink)
        yield near, far
        await near.abort()
        await far.abort()
    finally:
        await listener.close()


async def turned_away(server: str, client: str, policy: TlsPolicy = ANY_TLS) -> tuple[str, str]:
    """What a client and its server are told when the client is not let in."""
    told: list[str] = []
    listener = await listen(ANYWHERE + server, side=ServerSide(on_refusal=told.append))
    try:
        near = await connect(listener.uri + client, side=ClientSide(tls=policy))
        # With TLS 1.3 a client is through before the server has looked at its certificate.
        ending = await near.receive()
        assert isinstance(ending, Ending)
        assert (ending.how, ending.by_peer) == ("abort", True)
        sentence = ending.reason
    except TransportError as error:
        sentence = str(error)
    await asyncio.sleep(0.05)
    await listener.close()
    (other,) = told
    return sentence, other
