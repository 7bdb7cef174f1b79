"""What is read of a server's first words over SSH."""

import struct

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.drivers.attempts.ssh_hello import identification_of, offer_of
from oran_harness.steps.attempts import SshOffered

BANNER = b"hello\r\nSSH-2.0-x\r\n"


def kexinit(*lists: str) -> bytes:
    body = bytes((4, 20)) + bytes(16)
    for each in (*lists, *[""] * (10 - len(lists))):
        body += struct.pack("!I", len(each)) + each.encode()
    body += bytes(5) + bytes(4)
    return struct.pack("!I", len(body)) + body


def test_an_offer() -> None:
    """Its lists, those of both directions together; lines before the identification do not count."""
    octets = BANNER + kexinit("k1,k2", "h", "c1", "c1,c2", "m1", "m2")
    assert offer_of(octets) == SshOffered("SSH-2.0-x", True, ("k1", "k2"), ("h",), ("c1", "c2"), ("m1", "m2"))
    assert offer_of(octets[:-10]) is None
    assert offer_of(BANNER) is None
    assert identification_of(b"SSH-2.0-unfinished") == ""


def test_ssh_1() -> None:
    """A key of version 1 is known by its kind, behind padding."""
    packet = b"\2" + bytes(20)
    padding = bytes(8 - (len(packet) + 4) % 8)
    found = offer_of(b"SSH-1.99-x\n" + struct.pack("!I", len(packet) + 4) + padding + packet + bytes(4))
    assert found is not None
    assert (found.begun, found.key_exchange) == (True, ())


def test_something_else() -> None:
    """What is neither is not taken for an offer."""
    found = offer_of(BANNER + struct.pack("!I", 12) + bytes((4, 1)) + bytes(10))
    assert found is not None
    assert not found.begun
    broken = bytearray(BANNER + kexinit("k"))
    broken[len(BANNER) + 22] = 0xFF
    found = offer_of(bytes(broken))
    assert found is not None
    assert not found.begun


@given(st.binary(max_size=200), st.booleans())
def test_any_octets(octets: bytes, behind: bool) -> None:
    """Whatever a server says, nothing is raised."""
    offer_of((BANNER if behind else b"") + octets)
    identification_of(octets)
