"""What generated decoders call for forms that are rare, or whose length only a run tells."""

from math import ldexp
from typing import Any

from oran_harness.codec.asn1.bit_string import BitString
from oran_harness.codec.asn1.fault import Fault
from oran_harness.codec.asn1.generated.decoding.deviations import STRICT, other_criticality, under
from oran_harness.codec.asn1.generated.off import Off, Padded, Rare
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.real import decode_real
from oran_harness.codec.asn1.reader import FRAGMENT, Reader

BEHIND = bytes(4)
"""Octets behind a message, so that four can be read from any of it."""
PADDING = bytes((0, 127, 63, 31, 15, 7, 3, 1))
"""Which bits of an octet are padding, by the bit at which it begins; none where a boundary is there already."""

SHORT_BINARY = (b"\x80", b"\xc0")
"""First octets of a REAL of base 2 with an exponent of one octet (X.690 8.5.7)."""
EXACT = 1 << 53
"""Mantissas below this are exact in a ``float``."""


def long_length(d: bytes, i: int) -> tuple[int, int]:
    """A length of two octets at octet ``i`` (X.691 11.9.3.7), and the octet behind it."""
    length = (d[i] & 63) << 8 | d[i + 1]
    if d[i] >= 192 or length < 128:
        raise Rare
    return length, i + 2


def counted_octets(d: bytes, i: int) -> tuple[bytes, int]:
    """Octets behind a length of more than one octet, or in fragments, and the octet behind them."""
    if d[i] < 192:
        length, i = long_length(d, i)
        return d[i : i + length], i + length
    parts = []
    previous = 4
    while True:
        first = d[i]
        if first < 192:
            break
        multiplier = first & 63
        if not 1 <= multiplier <= 4 or previous < 4:
            raise Off
        previous = multiplier
        parts.append(d[i + 1 : i + 1 + multiplier * FRAGMENT])
        i += 1 + multiplier * FRAGMENT
    length, i = (first, i + 1) if first < 128 else long_length(d, i)
    parts.append(d[i : i + length])
    return b"".join(parts), i + length


def bit_string(d: bytes, p: int, length: int) -> BitString:
    """So many bits from bit ``p``."""
    stop = p + length
    if stop > 8 * len(d):
        raise Off
    octets = d[p >> 3 : (stop + 7) >> 3]
    number = (int.from_bytes(octets) >> (-stop & 7)) & ((1 << length) - 1)
    return BitString((number << (-length & 7)).to_bytes((length + 7) >> 3), length)


def real(octets: bytes) -> float:
    """The value of a REAL's contents."""
    if len(octets) < 10 and octets[:1] in SHORT_BINARY and len(octets) > 2:
        mantissa = int.from_bytes(octets[2:])
        if mantissa < EXACT:
            value = ldexp(mantissa, octets[1] - (octets[1] << 1 & 256))
            return -value if octets[0] & 64 else value
    value_or_none = decode_real(octets)
    if value_or_none is None:
        raise Off
    return value_or_none


def by_node(node: Node, d: bytes, p: int, n: int) -> tuple[Any, int]:
    """What a node reads from bit ``p``, and the bit behind it."""
    reader = Reader(d)
    reader.position, reader.nesting = p, n
    reader.end -= 8 * len(BEHIND)
    spare = reader.spare
    try:
        value = node.decode(reader)
    except Fault as fault:
        raise (Off if fault.kind.breaks_syntax else Padded) from None
    # Elements without bits are held against those of the whole message, additions noted for it.
    if reader.unknown_additions or reader.spare != spare:
        raise Rare
    return value, reader.position


GLOBALS = {
    "Off": Off,
    "Padded": Padded,
    "Rare": Rare,
    "from_bytes": int.from_bytes,
    "new": object.__new__,
    "new_tuple": tuple.__new__,
    "BitString": BitString,
    "BEHIND": BEHIND,
    "PADDING": PADDING,
    "long_length": long_length,
    "counted_octets": counted_octets,
    "bit_string": bit_string,
    "real": real,
    "STRICT": STRICT,
    "other_criticality": other_criticality,
    "under": under,
    "by_node": by_node,
}
