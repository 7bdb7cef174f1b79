"""What generated decoders call."""

import math
import struct

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.codec.asn1.generated.decoding.rare import bit_string, counted_octets, long_length, real
from oran_harness.codec.asn1.generated.off import Off, Rare
from oran_harness.codec.asn1.nodes.real import decode_real, encode_real


def test_long_lengths() -> None:
    """X.691 11.9.3.7: 10 and fourteen bits; one that is short, or of a fragment, is no such length."""
    assert long_length(b"\x80\x80", 0) == (128, 2)
    for octets in (b"\x80\x7f", b"\xc1\x00"):
        with pytest.raises(Rare):
            long_length(octets, 0)


def test_counted_octets() -> None:
    """Two octets of length, or fragments."""
    assert counted_octets(b"\x80\x80" + bytes(128) + b"x", 0) == (bytes(128), 130)
    assert counted_octets(b"\xc1" + bytes(16384) + b"\x01a", 0) == (bytes(16384) + b"a", 16387)


def test_bit_strings_end_with_the_octets() -> None:
    """Bits that are not there are refused before room is made for them."""
    assert bit_string(b"\x0f\xf0", 4, 8) == BitString(b"\xff", 8)
    with pytest.raises(Off):
        bit_string(b"\x0f\xf0", 4, 65535)


@pytest.mark.parametrize("value", [0.0, -0.0, 1.0, -1.5, 1e300, 5e-324, math.pi, -(2.0**-1074), 2.0**53 - 1, math.inf])
def test_reals(value: float) -> None:
    """The short way gives what the long way gives, to the bit."""
    octets = encode_real(value)
    assert struct.pack(">d", real(octets)) == struct.pack(">d", value)
    # An exponent of one octet, mantissas of all lengths, also those that are not odd.
    for form in (b"\x80\x03\x06", b"\xc0\x81" + b"\xff" * 7, b"\x80\x7f" + b"\xff" * 8, b"\x80\x05\x00"):
        wanted = decode_real(form)
        assert wanted is not None
        assert struct.pack(">d", real(form)) == struct.pack(">d", wanted)


def test_no_real() -> None:
    """Contents that are none are refused."""
    with pytest.raises(Off):
        real(b"\x80")
