"""Encoders of strings and their sizes."""

from collections.abc import Callable

from oran_harness.codec.asn1.generated.conditions import allowed, refused
from oran_harness.codec.asn1.generated.decoding.strings import permitted
from oran_harness.codec.asn1.generated.encoding.body import Body, Branch
from oran_harness.codec.asn1.generated.encoding.pending import Pending
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.size import Size


def write_counted(body: Body, octets: str) -> None:
    """Octets behind an unconstrained length of them."""
    body.align()
    length = body.keep(f"len({octets})")
    with body.block(f"if {length} < 128:"):
        body.line(f"o.append({length}); o += {octets}")
    with body.block("else:"):
        body.line(f"counted_octets(o, {octets})")


def write_length(body: Body, length: str) -> None:
    """An unconstrained length below 16,384 (X.691 11.9.3.6, 11.9.3.7)."""
    body.align()
    with body.block(f"if {length} < 128:"):
        body.line(f"o.append({length})")
    with body.block("else:"):
        body.off(f"{length} > 16383")
        body.line(f"o += (32768 | {length}).to_bytes(2, 'big')")


def write_size(body: Body, size: Size, length: str) -> None:
    """A size that is constrained and not fixed, and lies in the root."""
    if size.octets:
        body.align()
    body.put(f"{length} - {size.minimum}" if size.minimum else length, size.width)


def write_octet_string(body: Body, node: OctetString, value: str, closing: bool) -> None:
    """OCTET STRING."""
    body.off(f"type({value}) is not bytes")
    write_string(body, node.size, value, closing, lambda size: _octets(body, size, value, closing))


def write_text(body: Body, node: CharacterString, value: str, closing: bool) -> None:
    """A string of characters that take an octet each and stand at octet boundaries."""
    body.off(f"type({value}) is not str")
    octets = body.keep(f"{value}.encode('latin-1')")
    body.off(f"{octets}.translate(None, {body.unit.constant(permitted(node.alphabet))})")
    write_string(body, node.size, octets, closing, lambda size: _octets(body, size, octets, closing, False))


def write_string(body: Body, size: Size, octets: str, closing: bool, inside: Callable[[Size], None]) -> None:
    """Octets of that size; ``inside`` writes what follows the extension bit of a size in the root."""
    if size.extensible:
        condition = allowed(size.bounds, f"len({octets})")
        body.extensible(condition, lambda: inside(size), lambda: write_counted(body, octets), closing)
        return
    if refusal := refused(size.bounds, f"len({octets})"):
        body.off(refusal)
    if size.constrained:
        inside(size)
    else:
        write_counted(body, octets)


def _octets(body: Body, size: Size, octets: str, closing: bool, short: bool = True) -> None:
    """Octets whose size lies in the root; ``short`` says that up to two of them need not be aligned."""
    if size.fixed is not None:
        if not size.fixed:
            return
        if size.fixed > 2 or not short or body.pending.entry == 0:
            body.octets(octets)
        else:
            body.put(f"from_bytes({octets})", 8 * size.fixed)
        return
    length = body.keep(f"len({octets})")
    write_size(body, size, length)
    if size.minimum or size.octets or closing:
        body.octets(octets)
        return
    branches: list[Branch] = []
    with body.branch(f"if {length}:", branches):
        body.octets(octets)
    with body.branch("else:", branches):
        pass
    body.join(branches)


def write_bit_string(body: Body, node: BitStringNode, value: str, closing: bool) -> None:
    """BIT STRING without named bits."""
    size = node.size
    body.off(f"type({value}) is not BitString")
    octets, length, number = body.fresh(), body.fresh(), body.fresh()
    body.line(f"{octets}, {length} = {value}")
    body.off(f"type({octets}) is not bytes or type({length}) is not int or {length} + 7 >> 3 != len({octets})")
    body.line(f"{number} = from_bytes({octets})")
    body.off(f"{number} & (1 << (-{length} & 7)) - 1")
    if not size.extensible:
        if refusal := refused(size.bounds, length):
            body.off(refusal)
        _bits(body, size, octets, length, number, closing)
        return

    def extension() -> None:
        write_length(body, length)
        _behind_length(body, octets, length, number, closing)

    body.extensible(
        allowed(size.bounds, length), lambda: _bits(body, size, octets, length, number, closing), extension, closing
    )


def _bits(body: Body, size: Size, octets: str, length: str, number: str, closing: bool) -> None:
    """Bits whose number lies in the root."""
    if size.fixed is not None:
        if size.fixed > 16:
            body.align()
        unused = -size.fixed & 7
        body.put(f"{number} >> {unused}" if unused else number, size.fixed)
        return
    if not size.constrained:
        write_length(body, length)
        _behind_length(body, octets, length, number, closing)
        return
    write_size(body, size, length)
    if size.minimum or size.octets or closing:
        _behind_length(body, octets, length, number, closing)
        return
    branches: list[Branch] = []
    with body.branch(f"if {length}:", branches):
        _behind_length(body, octets, length, number, closing)
    with body.branch("else:", branches):
        pass
    body.join(branches)


def _behind_length(body: Body, octets: str, length: str, number: str, closing: bool) -> None:
    """Bits at an octet boundary; where they end only a run tells."""
    if closing:
        body.octets(octets)
        return
    body.align()
    body.line(f"a = {number} >> (-{length} & 7); c = {length}")
    body.pending = Pending(True)
