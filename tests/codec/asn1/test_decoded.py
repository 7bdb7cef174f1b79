"""What lenient decoding returns."""

from oran_harness.codec.asn1 import Decoded
from tests.codec.asn1.schemas import codec


def test_conforming_octets() -> None:
    """All octets are consumed, and there is nothing to say."""
    assert codec("T ::= BOOLEAN").decode_lenient("T", b"\x80") == Decoded(True, (), 1, ())


def test_consumed_octets() -> None:
    """The octets that the value took, at most those that there are."""
    body = "T ::= SEQUENCE { a OCTET STRING (SIZE (3)), b OCTET STRING }"
    assert codec(body).decode_lenient("T", b"abc\x01defg").consumed == 5
    assert codec(body).decode_lenient("T", b"abc\x09d").consumed == 4
    assert codec(body).decode_lenient("T", b"").consumed == 0
