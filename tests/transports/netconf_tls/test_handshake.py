"""What both ends know of each other once TLS is set up."""

import ssl
from hashlib import sha256

import pytest
from cryptography import x509

from oran_harness.transports import (
    ClientSide,
    ServerSide,
    TlsPolicy,
)
from tests.transports.associations import run
from tests.transports.certificates import Issuer
from tests.transports.netconf_tls.sessions import options, session


@pytest.mark.parametrize("version", ["1.2", "1.3"])
def test_both_know_each_other(issuer: Issuer, version: str) -> None:
    """The server knows the user by cert-to-name, and both the version, the cipher and the other's certificate."""
    server, client = issuer.issue("server"), issuer.issue("client", [x509.RFC822Name("nms@Lab.org")])
    policy = TlsPolicy(newest=version)

    async def test() -> None:
        both = options(issuer.ca, server), options(issuer.ca, client)
        async with session(*both, ServerSide(), ClientSide(tls=policy)) as (near, far):
            assert (near.user, far.user) == ("", "nms@lab.org")
            assert near.security["version"] == far.security["version"] == f"TLSv{version}"
            assert near.security["cipher"] == far.security["cipher"] != ""
            assert (near.security["subject"], far.security["subject"]) == ("commonName=server", "commonName=client")
            der = ssl.PEM_cert_to_DER_cert(client.cert.read_text("ascii"))
            assert far.security["fingerprint"] == "SHA256:" + sha256(der).hexdigest()

    run(test())
