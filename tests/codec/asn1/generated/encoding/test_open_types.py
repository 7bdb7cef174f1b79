"""Generated encoders of what lies in open types; what they write, the tests of the decoders hold."""

import pytest

from tests.codec.asn1.schemas import codec, encoded_by_nodes


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 128, 16381, 16382, 65536 * 2])
def test_lengths_are_put_before_what_was_written(size: int) -> None:
    """X.691 11.9.3.6 to 11.9.3.8: one octet, two octets, fragments."""
    body = "T ::= SEQUENCE { ..., a SEQUENCE { b OCTET STRING } OPTIONAL, c BOOLEAN OPTIONAL }"
    value = {"a": {"b": bytes(size)}, "c": True}
    octets = codec(body).encode("T", value)
    assert octets == encoded_by_nodes(codec(body).node("T"), value)
    assert codec(body).decode("T", octets) == value
