"""What stands before the content of a field."""

from oran_harness.codec.asn1.generated.field_head import field_head
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.field import FieldNode
from tests.codec.asn1.test_container import CODEC


def test_a_field() -> None:
    """Key and criticality; with another criticality only its two bits differ, and padding is zero in all of them."""
    node = CODEC.node("One")
    assert isinstance(node, FieldNode)
    head = field_head(node, 9)
    assert head.octets.hex() == "000940"
    assert {octets.hex(): name for octets, name in head.others.items()} == {"000900": "reject", "000980": "notify"}
    assert (head.row.name, head.bit) == ("text", 16)


def test_an_envelope() -> None:
    """What stands in front of the key belongs to it."""
    pdu, node = CODEC.node("Pdu"), CODEC.node("Envelope")
    assert isinstance(pdu, Choice)
    assert isinstance(node, FieldNode)
    head = field_head(node, 5, lambda writer: pdu.index.write(writer, 0))
    assert head.octets.hex() == "000540"
    assert head.bit == 16
