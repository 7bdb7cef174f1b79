"""Criticalities that generated decoders note."""

import pytest

from oran_harness.codec.asn1.field import FieldRow
from oran_harness.codec.asn1.generated.decoding.deviations import STRICT, Deviation, other_criticality, under
from oran_harness.codec.asn1.generated.field_head import FieldHead
from oran_harness.codec.asn1.generated.off import Rare
from oran_harness.codec.asn1.reader import MAXIMUM_COMPLAINTS
from oran_harness.model.complaint import Complaint, ComplaintKind

HEAD = FieldHead(FieldRow("thing", "Thing", "reject"), b"\0\7\0", {b"\0\7\x40": "ignore", b"\0\7\x80": "notify"}, 16)


def test_what_is_noted() -> None:
    """Place, path and words are those of the complaint that the nodes make."""
    found: list[Deviation] = []
    other_criticality(found, b"\xff\0\7\x80\1\5", 1, HEAD, b"\1")
    under(found, 0, "[3]")
    under(found, 0, "list")
    under(found, 1, "another")
    text = "thing carries criticality notify"
    complaint = Complaint(ComplaintKind.CRITICALITY, "list[3].thing", 3, 0, text, "reject", "notify")
    assert [each.complaint() for each in found] == [complaint]


@pytest.mark.parametrize(
    "octets", [b"\0\7\xc0\1", b"\0\7\x41\1", b"\0\6\x40\1", b"\0\7\x40\2", b"\0\7\x40", b"\0\7"], ids=bytes.hex
)
def test_whatever_else_differs(octets: bytes) -> None:
    """No criticality at all, padding, another key, another length, too few octets: the nodes tell."""
    found: list[Deviation] = []
    with pytest.raises(Rare):
        other_criticality(found, octets, 0, HEAD, b"\1")
    assert not found


def test_none_is_read_over_in_strict_reading() -> None:
    """And no more than anybody reads."""
    with pytest.raises(Rare):
        other_criticality(STRICT, b"\0\7\x40", 0, HEAD, b"")
    found = [Deviation(HEAD.row, 0, "ignore", [])] * MAXIMUM_COMPLAINTS
    with pytest.raises(Rare):
        other_criticality(found, b"\0\7\x40", 0, HEAD, b"")
