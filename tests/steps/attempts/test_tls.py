"""Attempts at TLS in words."""

from oran_harness.steps.attempts import Shown, TlsHello, TlsHelloAnswered, TlsLogin


def test_words() -> None:
    """A history says what was tried."""
    assert TlsHello("TLS 1.0", (1, 2), compression=True).text == "offer TLS 1.0 with 2 cipher suites and compression"
    assert TlsLogin(Shown.EXPIRED).text == "set up TLS, and show a certificate that has expired"


def test_agreed() -> None:
    """Who names a suite goes on."""
    assert TlsHelloAnswered("TLS 1.2", 0).agreed
    assert not TlsHelloAnswered(alert="handshake_failure").agreed


def test_whose_certificates() -> None:
    """Only the CA that the SUT trusts can issue what is wrong with its date, its name or its use."""
    assert {each for each in Shown if each.needs_issuer} == {
        Shown.EXPIRED,
        Shown.NOT_YET_VALID,
        Shown.NAMELESS,
        Shown.FOR_SERVERS,
        Shown.FOR_CLIENTS,
        Shown.OTHER_NAME,
    }
