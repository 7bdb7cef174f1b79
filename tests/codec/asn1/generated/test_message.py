"""What the generators know of a message that is a list of fields."""

from oran_harness.codec.asn1.generated.message import message
from tests.codec.asn1.test_container import CODEC, MESSAGE


def test_heads() -> None:
    """Octets that are the same in every such message: key, criticality, and the index of the CHOICE before them."""
    found = message(CODEC.node("Pdu"), MESSAGE)
    assert found.head.octets.hex() == "000540"
    assert [field.head.octets.hex() for field in found.fields] == ["000700", "000940"]
    assert [field.content.type_name for field in found.fields] == ["Number", "Text"]
    assert found.list is found.node.members.entries[0][1]
