"""A client by the name of its driver, at an address or called home to one."""

import asyncio
from collections.abc import Callable

from oran_harness.drivers.netconf_client.client import WITHIN, NetconfClient, SessionLost
from oran_harness.drivers.netconf_client.own import OwnClient
from oran_harness.model import UsageError
from oran_harness.transports import ClientSide, listen, parse_address

DRIVERS = ("own", "ncclient")


async def client_at(uri: str, driver: str = "own", *, timeout: float = 10.0, within: float = WITHIN) -> NetconfClient:
    """A session with the server at a URI; hellos are exchanged within ``timeout`` seconds.

    ``within`` is how many seconds a reply may take. Raises ``UsageError`` for what is no address of NETCONF,
    ``TransportError`` and ``ClientError`` where there is no session.
    """
    if not parse_address(uri).scheme.startswith("netconf+"):
        raise UsageError(f"{uri!r} is no address of NETCONF; give netconf+ssh:// or netconf+tls://.")
    if driver == "own":
        return await OwnClient.connect(uri, timeout=timeout, within=within)
    if driver != "ncclient":
        raise UsageError(f"There is no driver {driver!r} of NETCONF; give one of {', '.join(DRIVERS)}.")
    # Loading ncclient takes longer than all the rest, and most do without.
    from oran_harness.drivers.netconf_client.with_ncclient import Ncclient

    return await Ncclient.connect(uri, timeout=timeout, within=within)


async def client_called_home(
    uri: str, ready: Callable[[str], None], *, timeout: float = 60.0, within: float = WITHIN
) -> OwnClient:
    """A session with the first server that calls home to a URI (RFC 8071), within ``timeout`` seconds.

    ``ready`` is told the address once it is open. Raises as ``client_at`` does.
    """
    if not parse_address(uri, call_home=True).scheme.startswith("netconf+"):
        raise UsageError(f"{uri!r} is no address of NETCONF; give netconf+ssh:// or netconf+tls://.")
    listener = await listen(uri, side=ClientSide())
    try:
        ready(listener.uri)
        try:
            async with asyncio.timeout(timeout):
                link = await listener.accept()
        except TimeoutError:
            raise SessionLost(
                f"Nobody calls home to {listener.uri} within {timeout:g} s; see that the element is told to."
            ) from None
        return await OwnClient.greeted(link, within=within)
    finally:
        await listener.close()
