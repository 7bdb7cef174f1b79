"""The value of a BIT STRING."""

from oran_harness.codec.asn1 import BitString


def test_a_pair() -> None:
    """Octets and number of bits, equal to the tuple that asn1tools uses."""
    assert BitString(b"\xe0", 3) == (b"\xe0", 3)
    assert (BitString(b"\xe0", 3).octets, BitString(b"\xe0", 3).length) == (b"\xe0", 3)
