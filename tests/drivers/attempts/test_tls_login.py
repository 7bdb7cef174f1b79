"""Logins over TLS: what a stranger hears, and who is let in. tests/conformance/security has the rest on the wire."""

import asyncio
from pathlib import Path

from oran_harness.drivers.attempts.tls_login import log_in
from oran_harness.steps.attempts import Shown, TlsLogin
from oran_harness.transports import Link, ServerSide, listen, parse_address
from tests.transports.certificates import Issuer


def test_hearing_and_asking(tmp_path: Path) -> None:
    """Who is let in says hello, hears one, and asks; who is not hears nothing, and why."""
    issuer = Issuer(tmp_path, "issuer")
    server, client = issuer.issue("server"), issuer.issue("operator", ())

    async def answer(link: Link) -> None:
        await link.send(b"hello]]>]]>")
        heard = b""
        while b"who" not in heard:
            heard += (await link.receive()).octets  # type: ignore[union-attr]
        await link.send(b"you")
        await link.shutdown()

    async def both() -> None:
        uri = f"netconf+tls://127.0.0.1:0?ca={issuer.ca}&cert={server.cert}&key={server.key}"
        listener = await listen(uri, side=ServerSide())
        address = parse_address(f"{listener.uri}?ca={issuer.ca}&cert={client.cert}&key={client.key}")
        attempt = TlsLogin(Shown.RIGHT, b"hello", b"who")
        made = asyncio.create_task(log_in(attempt, address, None, 5.0))
        await answer(await listener.accept())
        came = await made
        assert came.heard == b"hello]]>]]>you"
        assert came.version == "TLSv1.3"
        refused = await log_in(TlsLogin(Shown.SELF_SIGNED, b"hello"), address, None, 5.0)
        assert (refused.heard, bool(refused.why)) == (b"", True)
        await listener.close()

    asyncio.run(both())
