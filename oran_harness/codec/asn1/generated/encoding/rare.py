"""What generated encoders call for forms that are rare."""

from typing import Any

from oran_harness.codec.asn1.bit_string import BitString
from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.generated.off import Off
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.real import encode_real
from oran_harness.codec.asn1.reader import FRAGMENT
from oran_harness.codec.asn1.writer import Writer


def counted_octets(o: bytearray, octets: bytes) -> None:
    """Append octets behind their length, in fragments where it must be."""
    writer = Writer()
    writer.finished = o
    writer.counted_octets(octets)


def closed(o: bytearray, start: int) -> None:
    """Put a length of more than one octet before the octets of an open type, for which one stands at ``start``.

    A value without bits gets its octet (X.691 11.1.4), and a length of one.
    """
    length = len(o) - start - 1
    if not length:
        o[start:] = b"\1\0"
    elif length < FRAGMENT:
        o[start : start + 1] = (0x8000 | length).to_bytes(2)
    else:
        octets = bytes(o[start + 1 :])
        del o[start:]
        counted_octets(o, octets)


def by_node(node: Node, value: Any, o: bytearray, a: int, c: int, n: int) -> tuple[int, int]:
    """Let a node write behind ``c`` bits that are pending; returns those that are then."""
    writer = Writer(n)
    writer.finished, writer.value, writer.width = o, a, c
    try:
        node.encode(writer, value)
    except Misfit:
        raise Off from None
    return writer.value, writer.width


def same(node: Node, value: Any, default: Any) -> bool:
    """Whether a value is the default."""
    try:
        return node.same(value, default)
    except Misfit:
        raise Off from None


GLOBALS = {
    "Off": Off,
    "from_bytes": int.from_bytes,
    "BitString": BitString,
    "counted_octets": counted_octets,
    "closed": closed,
    "encode_real": encode_real,
    "by_node": by_node,
    "same": same,
}
