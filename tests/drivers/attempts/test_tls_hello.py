"""Hellos that we write ourselves, and what is read of answers."""

import ssl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.drivers.attempts.tls_hello import NUMBERS, answer_of, client_hello
from oran_harness.steps.attempts import TlsHello, TlsHelloAnswered
from oran_harness.steps.security_policy import suites
from tests.transports.certificates import Issuer

ALERT = bytes.fromhex("15030300020228")
HELLO = bytes.fromhex("160303002a020000260303") + bytes(32) + bytes.fromhex("00 c02f 00")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    files = Issuer(tmp_path_factory.mktemp("certificates"), "issuer").issue("server")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files.cert, files.key)
    return context


def answered(context: ssl.SSLContext, hello: TlsHello) -> TlsHelloAnswered | None:
    """What OpenSSL says to a hello."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = context.wrap_bio(incoming, outgoing, server_side=True)
    incoming.write(client_hello(hello, "localhost", bytes(range(64))))
    ended = False
    try:
        tls.do_handshake()
    except ssl.SSLWantReadError:
        pass
    except ssl.SSLError:
        ended = True
    return answer_of(outgoing.read(), ended=ended)


def test_openssl_reads_them(server: ssl.SSLContext) -> None:
    """It agrees on the new versions, with the suite and the group that were offered, and refuses the old ones."""
    new = answered(server, TlsHello("TLS 1.3", (0x1301,)))
    assert new == TlsHelloAnswered("TLS 1.3", 0x1301, 0, 29)
    old = answered(server, TlsHello("TLS 1.2", (0xC02B, 0xC02F), groups=(23,), compression=True))
    assert old == TlsHelloAnswered("TLS 1.2", 0xC02B, 0, 23)
    for version in ("SSL 3.0", "TLS 1.0", "TLS 1.1"):
        found = answered(server, TlsHello(version, tuple(suites().values())))
        assert found is not None
        assert found.alert in ("protocol_version", "handshake_failure")
    found = answered(server, TlsHello("TLS 1.2", (0xC02B,), groups=(1,)))
    assert found is not None
    assert found.alert == "handshake_failure"


def test_ssl_2() -> None:
    """Its hello is another one, and so is the answer."""
    octets = client_hello(TlsHello("SSL 2.0", ()), None, bytes(64))
    assert octets[:5] == bytes.fromhex("802e010002")
    assert answer_of(b"\x80\x20\x04" + bytes(30), ended=False) == TlsHelloAnswered("SSL 2.0", 0)


def test_pieces() -> None:
    """As long as more may come nothing is said; at the end, what there was."""
    assert answer_of(b"", ended=False) is None
    assert answer_of(ALERT[:5], ended=False) is None
    assert answer_of(b"", ended=True) == TlsHelloAnswered(ended=True)
    assert answer_of(ALERT, ended=False) == TlsHelloAnswered(alert="handshake_failure")
    assert answer_of(HELLO, ended=False) is None
    assert answer_of(HELLO, ended=True) == TlsHelloAnswered("TLS 1.2", 0xC02F, ended=True)


@given(st.binary(max_size=200), st.booleans(), st.sampled_from([b"", HELLO, ALERT, b"\x16\x03\x03"]))
def test_any_octets(octets: bytes, ended: bool, before: bytes) -> None:
    """Whatever comes, nothing is raised; and at the end there is an answer."""
    found = answer_of(before + octets, ended=ended)
    assert found is not None or not ended


@pytest.mark.parametrize("version", NUMBERS)
def test_lengths(version: str) -> None:
    """Each hello is as long as it says."""
    octets = client_hello(TlsHello(version, (1, 2)), "localhost", bytes(64))
    length = int.from_bytes(octets[:2], "big") & 0x7FFF if version == "SSL 2.0" else int.from_bytes(octets[3:5], "big")
    assert len(octets) == length + (2 if version == "SSL 2.0" else 5)
