"""An extension addition that an edition does not know."""

from oran_harness.codec.asn1 import UnknownAddition
from tests.codec.asn1.schemas import codec


def test_place_and_octets() -> None:
    """The octets are those of the open type, at their place in the message."""
    newer = codec("T ::= SEQUENCE { a SEQUENCE { ..., b PrintableString } }")
    octets = newer.encode("T", {"a": {"b": "hello"}})
    found = codec("T ::= SEQUENCE { a SEQUENCE { ... } }").decode_lenient("T", octets, offset=20).unknown_additions
    assert found == (UnknownAddition("a", 0, b"\x05hello", 23),)
    assert octets[3:] == b"\x05hello"
