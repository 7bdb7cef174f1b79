"""Who is not let in over TLS, and what both ends are told."""

import asyncio
import re
from pathlib import Path

import pytest
from cryptography import x509

from oran_harness.model import UsageError
from oran_harness.transports import (
    ClientSide,
    ServerSide,
    TlsPolicy,
    TransportError,
    connect,
    listen,
)
from tests.transports.associations import run
from tests.transports.certificates import Issuer
from tests.transports.netconf_tls.sessions import ANYWHERE, options, session, turned_away
from tests.transports.ssh.places import Talk, close_at_once, other_program, say_nothing, speak_http


@pytest.mark.parametrize("version", ["1.2", "1.3"])
@pytest.mark.parametrize(
    ("which", "client_told", "server_told"),
    [
        ("none", "wants a certificate|refused all that we offer", "showed no certificate"),
        ("expired", "refused our certificate, because it has expired", "has expired"),
        ("early", "refused our certificate", "is not valid yet"),
        ("foreign", "refused our certificate, because it does not know its issuer", "is not trusted"),
    ],
)
def test_clients_that_are_not_let_in(
    issuer: Issuer, tmp_path: Path, version: str, which: str, client_told: str, server_told: str
) -> None:
    """A missing certificate, one out of date and a foreign one are told apart at both ends."""
    files = {
        "none": None,
        "expired": issuer.issue("expired", days=(-3, -1)),
        "early": issuer.issue("early", days=(1, 3)),
        "foreign": Issuer(tmp_path, "foreigner").issue("foreign"),
    }[which]

    async def test() -> None:
        near, far = await turned_away(
            options(issuer.ca, issuer.issue("server")), options(issuer.ca, files), TlsPolicy(newest=version)
        )
        assert re.search(client_told, near), near
        assert server_told in far

    run(test())


def test_servers_that_are_not_trusted(issuer: Issuer, tmp_path: Path) -> None:
    """A server's certificate that is out of date, foreign or for another name is told, with what to do."""
    client = issuer.issue("client")
    other = issuer.issue("other", [x509.DNSName("element.lab")])
    cases = (
        (issuer.issue("old", days=(-3, -1)), "", "The certificate of .* has expired"),
        (Issuer(tmp_path, "stranger").issue("strange"), "", r"is not trusted .*\?ca=FILE"),
        (other, "", r"is for another (name|address).*\?name=NAME"),
        (other, "&name=element.lab", None),
    )

    async def test() -> None:
        for server, more, why in cases:
            told: list[str] = []
            side = ServerSide(on_refusal=told.append)
            opening = session(options(issuer.ca, server), options(issuer.ca, client) + more, side, ClientSide())
            if why is None:
                async with opening:
                    pass
            else:
                with pytest.raises(TransportError, match=why):
                    async with opening:
                        pass

    run(test())


def test_versions_and_ciphers_are_ours_to_choose(issuer: Issuer) -> None:
    """What has no version or no cipher in common is told at both ends."""
    server, client = options(issuer.ca, issuer.issue("server")), options(issuer.ca, issuer.issue("client"))
    only_13 = TlsPolicy(oldest="1.3")

    async def test() -> None:
        told: list[str] = []
        listener = await listen(ANYWHERE + server, side=ServerSide(tls=only_13, on_refusal=told.append))
        with pytest.raises(TransportError, match="refused all versions of TLS that we offer"):
            await connect(listener.uri + client, side=ClientSide(tls=TlsPolicy(newest="1.2")))
        await asyncio.sleep(0.05)
        await listener.close()
        assert "offers no version of TLS that we allow" in told[0]
        near, far = await turned_away(server, client, TlsPolicy(newest="1.2", ciphers="ECDHE-ECDSA-AES256-CCM"))
        assert "refused all that we offer" in near
        assert "offers no cipher suite that we allow" in far
        with pytest.raises(UsageError, match="knows no cipher of 'NONSENSE'"):
            await connect(f"netconf+tls://127.0.0.1:1{client}", side=ClientSide(tls=TlsPolicy(ciphers="NONSENSE")))

    run(test())


@pytest.mark.parametrize(
    ("talk", "why"),
    [
        (say_nothing, r"took the connection, but said nothing within 0\.[34] s"),
        (close_at_once, "closed the connection while TLS was set up: perhaps it expects no TLS"),
        (speak_http, "speaks no TLS"),
    ],
)
def test_a_far_end_that_is_no_tls_server(issuer: Issuer, talk: Talk, why: str) -> None:
    """A silent one, one that closes and one that speaks something else are told in one sentence."""

    async def test() -> None:
        async with other_program(talk) as place:
            with pytest.raises(TransportError, match=why):
                await connect(f"netconf+tls://{place}?ca={issuer.ca}", timeout=0.4)

    run(test())
