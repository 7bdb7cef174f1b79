"""What a connection carries, by how its octets begin."""

from oran_harness.captures.carried import LOOKED_AT, Carried, carried, encryption, netconf_port

HELLO = b'<hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><capabilities/></hello>]]>]]>'


def test_what_begins_tells() -> None:
    """By its text, its port, and how much of it there is."""
    assert carried(HELLO, (1, 2)) is Carried.NETCONF
    assert carried(b"<x/>", (1, 2)) is Carried.UNDECIDED
    assert carried(b"<x/>", (1, 830)) is Carried.NETCONF
    assert carried(b" " * LOOKED_AT, (1, 2)) is Carried.OTHER
    assert carried(b"\0", (1, 2)) is Carried.OTHER
    assert carried(b"SSH-2.0-x", (830, 4)) is Carried.ENCRYPTED
    assert carried(b"SSH-2.0-x", (22, 4)) is Carried.OTHER


def test_ports() -> None:
    """Those of NETCONF over SSH and TLS, call-home included."""
    assert netconf_port((40000, 4334)) == 4334
    assert netconf_port((40000, 22)) is None
    assert encryption(6513) == "TLS"
