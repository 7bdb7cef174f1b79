"""Fields, and the tables of what their keys stand for."""

from oran_harness.codec.asn1 import Field, FieldRow, FieldTable
from oran_harness.model.complaint import ComplaintKind


def test_a_field_of_our_own_needs_no_octets() -> None:
    """To encode, a key, a criticality and a value are enough."""
    assert Field(5, "reject", 7) == Field(5, "reject", 7, b"", 0)


def test_a_table_is_of_ies_if_nothing_else_is_said() -> None:
    """An unknown key is an unknown IE; rows are values of their own, not contents of a list."""
    table = FieldTable({5: FieldRow("number", "Number", "reject")})
    assert (table.items, table.unknown) == (False, ComplaintKind.UNKNOWN_IE)
