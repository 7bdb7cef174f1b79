"""TLS with a certificate of any kind, and what comes when one is let in."""

import asyncio
import ssl
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import replace

from oran_harness.drivers.attempts.certificates import read_authority, shown_certificate
from oran_harness.steps.attempts import Shown, TlsLogin, TlsLoginTried
from oran_harness.transports import Address, ClientSide, Ending, Link, LinkEnded, TransportError
from oran_harness.transports.netconf_tls import connect_netconf_tls

_MOST = 16 * 1024
_HELLO_ENDS = b"]]>]]>"
_QUIET = 0.5


async def log_in(attempt: TlsLogin, address: Address, client_ca: str | None, timeout: float) -> TlsLoginTried:
    """Make the attempt. Raises ``UsageError`` for files that cannot be used."""
    options: Mapping[str, str] = address.options
    with ExitStack() as files:
        if attempt.shown is Shown.NONE:
            options = {name: value for name, value in options.items() if name not in ("cert", "key")}
        elif attempt.shown is not Shown.RIGHT:
            ca = read_authority(client_ca) if attempt.shown.needs_issuer and client_ca is not None else None
            cert, key = files.enter_context(shown_certificate(attempt.shown, options["cert"], ca))
            options = {**options, "cert": cert, "key": key}
        shown = replace(address, options=options)
        try:
            link = await connect_netconf_tls(shown, ClientSide(), timeout)
        except TransportError as error:
            return TlsLoginTried(why=str(error))
    try:
        heard, why = await hear(link, attempt.hello, attempt.then, timeout)
    finally:
        await link.abort()
    security = link.security
    return TlsLoginTried(security["version"], security["cipher"], heard, why)


async def hear(link: Link, hello: bytes, then: bytes, timeout: float, quiet: float = _QUIET) -> tuple[bytes, str]:
    """Say what there is to say, ``then`` behind the far end's hello; what comes until it ends or keeps silent,
    for ``quiet`` seconds once it has spoken.
    """
    heard = bytearray()
    with suppress(LinkEnded, ssl.SSLError):
        if hello:
            await link.send(hello)
    why = ""
    said = not then
    limit = timeout
    while len(heard) < _MOST:
        try:
            async with asyncio.timeout(limit):
                come = await link.receive()
        except TimeoutError:
            break
        if isinstance(come, Ending):
            why = come.reason
            break
        heard += come.octets
        if not said and _HELLO_ENDS in heard:
            said = True
            with suppress(LinkEnded, ssl.SSLError):
                await link.send(then)
        elif said:
            # What is let in has spoken: enough, when it has no more to say.
            limit = quiet
    return bytes(heard[:_MOST]), why
