"""REAL (X.691 clause 15; contents as X.690 8.5, written as 11.3 has it)."""

import math
from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind

SPECIAL = {0x40: math.inf, 0x41: -math.inf, 0x42: math.nan, 0x43: -0.0}
SHIFTS = {0: 1, 1: 3, 2: 4}
"""Bits of the base, by its number in the first octet: 2, 8, 16 (X.690 8.5.7.2)."""


class Real(Node):
    """A number in counted octets; ``float`` in Python.

    All forms of X.690 8.5 are read; a value beyond the range of a ``float`` becomes infinite. The binary form of
    base 2 with an odd mantissa in the fewest octets is written.
    """

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("REAL", 8)

    def decode(self, reader: Reader) -> float | None:
        start = reader.position
        octets = reader.counted_octets()
        value = decode_real(octets)
        if value is None:
            reader.complain(ComplaintKind.MALFORMED, start, "no REAL", "a form of X.690 8.5", f"{octets[:16].hex()}")
        return value

    def encode(self, writer: Writer, value: Any) -> None:
        self.expect(value, (float, int))
        try:
            number = float(value)
        except OverflowError:
            raise Misfit("the number is too large for a REAL of ours") from None
        if isinstance(value, int) and number != value:
            raise Misfit(f"a float holds {shown(number)}, not {shown(value)}; give what is meant as float")
        writer.counted_octets(encode_real(number))


def decode_real(octets: bytes) -> float | None:
    """The value of a REAL's contents, None if they are none."""
    if not octets:
        return 0.0
    first = octets[0]
    if first & 0x80:
        return _binary(first, octets)
    if first & 0x40:
        return SPECIAL.get(first) if len(octets) == 1 else None
    return _decimal(first, octets)


def _binary(first: int, octets: bytes) -> float | None:
    shift = SHIFTS.get(first >> 4 & 3)
    length = (first & 3) + 1
    start = 1
    if length == 4:  # the exponent's own length comes first
        if len(octets) < 2:
            return None
        length, start = octets[1], 2
    mantissa = octets[start + length :]
    if shift is None or not length or not mantissa:
        return None
    exponent = int.from_bytes(octets[start : start + length], signed=True) * shift + (first >> 2 & 3)
    # More than 2,000 bits of mantissa and an exponent to match say nothing that a float can hold.
    number = int.from_bytes(mantissa)
    value = _scaled(number, exponent)
    return -value if first & 0x40 else value


def _scaled(mantissa: int, exponent: int) -> float:
    """``mantissa * 2 ** exponent`` as the nearest float, without building huge numbers."""
    excess = mantissa.bit_length() - 64
    if excess > 0:
        # Keep 64 bits; a last bit that is set keeps rounding right.
        sticky = mantissa & ((1 << excess) - 1) != 0
        mantissa, exponent = (mantissa >> excess) | sticky, exponent + excess
    if not mantissa:
        return 0.0
    if exponent > 2000:
        return math.inf
    if exponent < -2000:
        return 0.0
    try:
        return mantissa / (1 << -exponent) if exponent < 0 else float(mantissa << exponent)
    except OverflowError:
        return math.inf


def _decimal(first: int, octets: bytes) -> float | None:
    text = octets[1:].decode("latin-1").strip(" ").replace(",", ".")
    form = first & 0x3F
    allowed = {1: "+-0123456789", 2: "+-0123456789.", 3: "+-0123456789.Ee"}.get(form)
    if allowed is None or not set(text) <= set(allowed):
        return None
    try:
        return float(text)
    except ValueError:
        return None


def encode_real(value: float) -> bytes:
    """The contents of a REAL (X.690 11.3.1)."""
    if value == 0:
        return b"\x43" if math.copysign(1, value) < 0 else b""
    if math.isnan(value):
        return b"\x42"
    if math.isinf(value):
        return b"\x40" if value > 0 else b"\x41"
    mantissa, denominator = abs(value).as_integer_ratio()
    zeros = (mantissa & -mantissa).bit_length() - 1
    mantissa >>= zeros
    exponent = zeros - (denominator.bit_length() - 1)
    length = ((exponent if exponent >= 0 else ~exponent).bit_length() >> 3) + 1
    first = 0x80 | (0x40 if value < 0 else 0) | (length - 1)
    return bytes([first]) + exponent.to_bytes(length, signed=True) + mantissa.to_bytes((mantissa.bit_length() + 7) >> 3)
