"""Decoders of strings and their sizes."""

from functools import cache

from oran_harness.codec.asn1.generated.conditions import allowed, refused
from oran_harness.codec.asn1.generated.decoding.body import Body, Read
from oran_harness.codec.asn1.generated.decoding.cursor import Cursor
from oran_harness.codec.asn1.nodes.alphabet import Alphabet
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.size import Size


def read_length(body: Body) -> str:
    """An unconstrained length below 16,384, aligned (X.691 11.9.3.6, 11.9.3.7)."""
    body.align()
    here = body.place()
    length = body.keep(body.bits(8))
    behind = body.place()
    with body.block(f"if {length} > 127:"):
        body.line(f"{length}, i = long_length(d, {here})")
    with body.block("else:"):
        body.line(f"i = {behind}")
    body.cursor = Cursor("i")
    return length


def read_counted(body: Body) -> str:
    """Octets behind an unconstrained length of them, in fragments or not."""
    body.align()
    here = body.place()
    length = body.keep(body.bits(8))
    value = body.fresh()
    with body.block(f"if {length} < 128:"):
        body.line(f"{value} = {body.octets(length)}")
    with body.block("else:"):
        body.line(f"{value}, i = counted_octets(d, {here})")
    return value


def read_size(body: Body, size: Size) -> str:
    """A size that is constrained and not fixed."""
    if size.octets:
        body.align()
    length = body.bits(size.width)
    if size.minimum:
        length = f"({length}) + {size.minimum}"
    length = body.keep(length)
    if size.maximum is not None and size.minimum + (1 << size.width) - 1 > size.maximum:
        body.off(f"{length} > {size.maximum}")
    if len(size.bounds.parts) > 1:
        body.off(refused(size.bounds, length))
    return length


def read_octet_string(body: Body, node: OctetString, closing: bool) -> str:
    """OCTET STRING."""
    size = node.size
    if size.extensible:
        return _extensible(body, size, closing, lambda: read_counted(body), lambda: _octet_string(body, size, closing))
    if not size.constrained:
        value = read_counted(body)
        if refusal := refused(size.bounds, f"len({value})"):
            body.off(refusal)
        return value
    return _octet_string(body, size, closing)


def _octet_string(body: Body, size: Size, closing: bool) -> str:
    """One whose size lies in the root, behind the extension bit."""
    if size.fixed is not None:
        if not size.fixed:
            return 'b""'
        if size.fixed > 2:
            body.align()
        if body.cursor.entry == 0:
            return body.octets(size.fixed)
        return f"({body.bits(8 * size.fixed)}).to_bytes({size.fixed}, 'big')"
    length = read_size(body, size)
    return _behind_length(body, length, size, 'b""', closing)


def _behind_length(body: Body, length: str, size: Size, nothing: str, closing: bool) -> str:
    """So many octets; where there are none, there is no padding before them either (X.691 11.9.3.3)."""
    if size.minimum or body.cursor.entry == 0 or closing:
        body.align()
        return body.keep(body.octets(length))

    def some() -> str:
        body.align()
        return body.octets(length)

    return body.either(length, some, lambda: nothing, closing=False)


def _extensible(body: Body, size: Size, closing: bool, outside: Read, inside: Read) -> str:
    """A string whose size may lie outside the root: an extension bit, then one of two forms."""

    def checked() -> str:
        value = body.keep(outside())
        body.off(allowed(size.bounds, f"len({value})") or "True")
        return value

    return body.either(body.keep(body.bits(1)), checked, inside, closing)


def read_text(body: Body, node: CharacterString, closing: bool) -> str:
    """A string of characters that take an octet each and stand at octet boundaries."""
    size = node.size
    if size.extensible:
        octets = _extensible(body, size, closing, lambda: read_counted(body), lambda: _text_octets(body, node, closing))
    elif size.constrained:
        octets = body.keep(_text_octets(body, node, closing))
    else:
        octets = read_counted(body)
        if refusal := refused(size.bounds, f"len({octets})"):
            body.off(refusal)
    known = body.unit.constant(permitted(node.alphabet))
    body.off(f"{octets}.translate(None, {known})")
    return f"{octets}.decode('latin-1')"


def _text_octets(body: Body, node: CharacterString, closing: bool) -> str:
    size = node.size
    if size.fixed is None:
        return _behind_length(body, read_size(body, size), size, 'b""', closing)
    if not size.fixed:
        return 'b""'
    body.align()
    return body.octets(size.fixed)


@cache
def permitted(alphabet: Alphabet) -> bytes:
    """The octets that stand for characters of an alphabet."""
    return bytes(sorted(alphabet.known))


def is_plain_text(node: CharacterString) -> bool:
    """Whether ``read_text`` reads such strings."""
    return node.plain and node.aligned


def read_bit_string(body: Body, node: BitStringNode, closing: bool) -> str:
    """BIT STRING."""
    size = node.size
    if size.extensible:
        return _extensible_bits(body, node, closing)
    if not size.constrained:
        length = read_length(body)
        if refusal := refused(size.bounds, length):
            body.off(refusal)
        return _bits_behind_length(body, length)
    return _bit_string(body, node, closing)


def _extensible_bits(body: Body, node: BitStringNode, closing: bool) -> str:
    def outside() -> str:
        length = read_length(body)
        body.off(allowed(node.size.bounds, length) or "True")
        return _bits_behind_length(body, length)

    return body.either(body.keep(body.bits(1)), outside, lambda: _bit_string(body, node, closing), closing)


def _bit_string(body: Body, node: BitStringNode, closing: bool) -> str:
    """One whose size lies in the root, behind the extension bit."""
    size = node.size
    if size.fixed is not None:
        return _fixed_bits(body, size.fixed)
    length = read_size(body, size)
    if size.minimum or body.cursor.entry == 0 or closing:
        body.align()
        return _bits_behind_length(body, length)

    def some() -> str:
        body.align()
        return _bits_behind_length(body, length)

    return body.either(length, some, lambda: 'new_tuple(BitString, (b"", 0))', closing=False)


def _fixed_bits(body: Body, length: int) -> str:
    if length > 16:
        body.align()
    octets = (length + 7) >> 3
    if not length:
        content = 'b""'
    elif not length & 7 and body.cursor.entry == 0:
        content = body.octets(octets)
    else:
        number = body.bits(length)
        content = f"(({number}) << {-length & 7}).to_bytes({octets}, 'big')"
    return f"new_tuple(BitString, ({content}, {length}))"


def _bits_behind_length(body: Body, length: str) -> str:
    """So many bits from an octet boundary; where they end only a run tells."""
    start = body.keep(body.cursor.bit())
    value = body.keep(f"bit_string(d, {start}, {length})")
    body.line(f"p = {start} + {length}")
    body.cursor = Cursor("p")
    return value
