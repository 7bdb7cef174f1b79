"""Encoders of whole messages; tests/codec/asn1/test_container.py holds what they write."""

from tests.codec.asn1.test_container import CODEC, MESSAGE, Record


def test_absent_fields_are_not_counted() -> None:
    """The number of fields is that of those that are there."""
    regular = CODEC.regular(MESSAGE)
    assert regular.encode(Record(1, None)).hex() == "000540" + "08" + "000001" + "0007000101"
    assert CODEC.decode("Pdu", regular.encode(Record(1, None)))[1].id == 5
