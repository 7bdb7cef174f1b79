"""What is read of a server's certificate."""

import asyncio
import socket
from pathlib import Path

import pytest

pytest.importorskip("cryptography")
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.drivers.attempts.certificate_reading import read_certificate, see_certificate
from oran_harness.drivers.attempts.certificates import shown_certificate
from oran_harness.steps.attempts import Shown
from oran_harness.transports import ServerSide, listen, parse_address
from tests.transports.certificates import Issuer


def der_of(file: Path | str) -> bytes:
    return x509.load_pem_x509_certificate(Path(file).read_bytes()).public_bytes(Encoding.DER)


def test_a_certificate(tmp_path: Path) -> None:
    """Its times, key and names; extensions that are not there are none."""
    read = read_certificate(der_of(Issuer(tmp_path, "issuer").issue("server", days=(-1, 9)).cert))
    assert (read.version, read.digest, read.kind, read.bits) == (3, "sha256", "EC", 256)
    assert round((read.ends - read.begins) / 86_400) == 10
    assert (read.names, read.addresses) == (("localhost",), ("127.0.0.1", "::1"))
    assert (read.usage, read.purposes, read.revocation, read.why) == (None, None, (), "")


def test_purposes(tmp_path: Path) -> None:
    """By their OIDs."""
    right = Issuer(tmp_path, "issuer").issue("server").cert
    with shown_certificate(Shown.SELF_SIGNED, str(right), None, server=True) as (cert, _):
        assert read_certificate(der_of(cert)).purposes == ("1.3.6.1.5.5.7.3.1",)


@given(st.binary(max_size=200))
def test_whatever_it_is(octets: bytes) -> None:
    """Nothing raises, and what cannot be read says why."""
    assert read_certificate(octets).why


def test_on_the_wire(tmp_path: Path) -> None:
    """The server's own is seen, whoever issued it; something that is no TLS says why there is none."""
    issuer, other = Issuer(tmp_path, "issuer"), Issuer(tmp_path, "other")
    server, client = issuer.issue("server"), issuer.issue("client")

    async def both() -> None:
        place = f"netconf+tls://127.0.0.1:0?ca={issuer.ca}&cert={server.cert}&key={server.key}"
        listener = await listen(place, side=ServerSide())
        ours = parse_address(f"{listener.uri}?ca={other.ca}&cert={client.cert}&key={client.key}")
        assert (await see_certificate(ours, 5.0)).der == der_of(server.cert)
        await listener.close()
        with socket.create_server(("127.0.0.1", 0)) as silent:
            at = parse_address(f"netconf+tls://127.0.0.1:{silent.getsockname()[1]}?ca={other.ca}")
            assert (await see_certificate(at, 0.2)).why == "TLS is not set up in time"

    asyncio.run(both())
