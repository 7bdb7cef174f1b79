"""Strings by the decisions of a chooser."""

from oran_harness.codec.asn1.bit_string import BitString
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.counted_text import CountedText
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.size import Bounds, Size
from oran_harness.codec.asn1.walker.chooser import Chooser, Make
from oran_harness.codec.asn1.walker.plan import Plan
from oran_harness.codec.asn1.walker.sizes import length

ANY = Size(Bounds(1, None))
LETTERS = "09azAZ \x00\x7f\u00e4\u00ff\u20ac\u4e2d\U0001f600"
"""Characters of one to four octets in UTF-8."""


def octet_string(node: OctetString, plan: Plan) -> Make:
    """OCTET STRING."""
    size = length(node.size, plan)
    if node.size.fixed is not None and not node.size.extensible:
        fixed = node.size.fixed
        return lambda chooser: chooser.octets(fixed)
    return lambda chooser: chooser.octets(size(chooser))


def any_open_type(plan: Plan) -> Make:
    """The octets of an open type that nothing is known of."""
    size = length(ANY, plan)
    return lambda chooser: chooser.octets(size(chooser))


def bit_string(node: BitStringNode, plan: Plan) -> Make:
    """BIT STRING; with named bits the last one is set, as trailing zeros are not kept (X.691 16.2)."""
    size = length(node.size, plan)
    last = 1 if node.named else 0

    def make(chooser: Chooser) -> BitString:
        bits = size(chooser)
        if not bits:
            return BitString(b"", 0)
        count, spare = (bits + 7) >> 3, -bits & 7
        number = int.from_bytes(chooser.octets(count)) >> spare | last
        return BitString((number << spare).to_bytes(count), bits)

    return make


def character_string(node: CharacterString, plan: Plan) -> Make:
    """Strings of an alphabet; the plainest character is a digit or a letter."""
    size = length(node.size, plan)
    letters = sorted(node.alphabet.ordered, key=lambda each: (not (each.isascii() and each.isalnum()), each))
    if len(letters) <= 256 and ord(max(letters)) < 256:
        table = "".join(letters[octet % len(letters)] for octet in range(256)).encode("latin-1")
        return lambda chooser: chooser.octets(size(chooser)).translate(table).decode("latin-1")

    def wide(chooser: Chooser) -> str:
        octets = chooser.octets(2 * size(chooser))
        pairs = (int.from_bytes(octets[place : place + 2]) for place in range(0, len(octets), 2))
        return "".join(letters[pair % len(letters)] for pair in pairs)

    return wide


def counted_text(node: CountedText, plan: Plan) -> Make:
    """UTF8String and the like."""
    size = length(Size(None), plan)
    letters = LETTERS if node.encoding == "utf-8" else LETTERS.encode(node.encoding, "ignore").decode(node.encoding)

    def make(chooser: Chooser) -> str:
        return "".join([letters[octet % len(letters)] for octet in chooser.octets(size(chooser))])

    return make
