"""Decoders of whole messages; tests/codec/asn1/test_container.py holds what they accept."""

from oran_harness.codec.asn1.generated.off import GIVEN_UP
from tests.codec.asn1.test_container import CODEC, MESSAGE, Record


def test_fields_stand_in_their_order_or_not_at_all() -> None:
    """Optional fields may be absent; another order, or a field twice, is given up."""
    regular = CODEC.regular(MESSAGE)
    both, one = regular.encode(Record(1, b"a")), regular.encode(Record(1, None))
    assert [regular.decode(both, []), regular.decode(one, [])] == [Record(1, b"a"), Record(1, None)]
    first, second = both[7:12], both[12:]
    for fields in (second + first, first + first, second, first + second + second):
        count = fields.count(b"\x00\x07\x00") + fields.count(b"\x00\x09\x40")
        octets = both[:3] + bytes([3 + len(fields)]) + b"\0" + count.to_bytes(2) + fields
        try:
            regular.decode(octets, [])
        except GIVEN_UP:
            continue
        raise AssertionError(octets.hex())
