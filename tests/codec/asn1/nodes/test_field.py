"""Open types whose content a key decides."""

import asn1tools
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1 import Asn1Codec, DecodeError, EncodeError, Field, FieldRow, FieldTable
from oran_harness.codec.asn1.codec import build
from oran_harness.model.complaint import Complaint, ComplaintKind
from oran_harness.model.errors import UsageError
from tests.codec.asn1.schemas import module

BODY = """
Message ::= SEQUENCE { protocolIEs SEQUENCE (SIZE (0..65535)) OF Ies-Field, ... }
Ies-Field ::= SEQUENCE { id INTEGER (0..65535), criticality Criticality, value OCTET STRING }
List ::= SEQUENCE (SIZE (1..256)) OF Item-Field
Item-Field ::= SEQUENCE { id INTEGER (0..65535), criticality Criticality, value OCTET STRING }
Criticality ::= ENUMERATED { reject, ignore, notify }
Number ::= INTEGER (0..4)
Text ::= PrintableString
"""
IES = FieldTable(
    {
        1: FieldRow("number", "Number", "reject"),
        2: FieldRow("text", "Text", "ignore"),
        3: FieldRow("list", "List", "reject"),
    }
)
ITEM = FieldTable({9: FieldRow("item", "Text", "ignore")}, items=True)


def schema(**tables: FieldTable) -> Asn1Codec:
    """The codec with these tables, or with the usual ones."""
    found = {"Ies-Field": IES, "Item-Field": ITEM} | {name.replace("_", "-"): one for name, one in tables.items()}
    return build(asn1tools.parse_string(module(BODY)), {}, found)


CODEC = schema()
MESSAGE = {
    "protocolIEs": (
        Field(1, "reject", 4),
        Field(2, "ignore", "Ann"),
        Field(3, "reject", ("a", "b")),
    )
}
OCTETS = bytes.fromhex(
    "00 0003"  # no extension, three fields
    "0001 00 01 80"  # 4 in three bits: 100
    "0002 40 04 03416e6e"
    "0003 00 0d 01 0009 40 02 0161 0009 40 02 0162"
)


def complaints(octets: bytes, codec: Asn1Codec = CODEC) -> list[Complaint]:
    """All complaints; strict decoding raises the first."""
    found = list(codec.decode_lenient("Message", octets, offset=100, path="m").complaints)
    if found:
        with pytest.raises(DecodeError) as caught:
            codec.decode("Message", octets, offset=100, path="m")
        assert caught.value.complaint == found[0]
    return found


def test_contents_are_decoded_with_their_octets_and_places() -> None:
    """A field has the value of its content, the content's octets, and their place in the message."""
    assert CODEC.encode("Message", MESSAGE) == OCTETS
    decoded = CODEC.decode("Message", OCTETS, offset=100)
    assert decoded == {
        "protocolIEs": (
            Field(1, "reject", 4, b"\x80", 107),
            Field(2, "ignore", "Ann", b"\x03Ann", 112),
            Field(3, "reject", ("a", "b"), OCTETS[20:], 120),
        )
    }
    assert CODEC.decode_lenient("Message", OCTETS, offset=100).value == decoded
    assert CODEC.encode("Message", decoded) == OCTETS


def test_unknown_keys() -> None:
    """A key outside of the table is complained about; its octets are kept and can be written again."""
    octets = bytes.fromhex("000001 0063 80 02 abcd")
    (complaint,) = complaints(octets)
    assert (complaint.kind, complaint.path, complaint.octet) == (ComplaintKind.UNKNOWN_IE, "m.protocolIEs[0]", 103)
    decoded = CODEC.decode_lenient("Message", octets)
    assert decoded.value == {"protocolIEs": (Field(99, "notify", None, b"\xab\xcd", 7),)}
    assert CODEC.encode("Message", decoded.value) == octets
    procedures = schema(Ies_Field=FieldTable(IES.rows, unknown=ComplaintKind.UNKNOWN_PROCEDURE))
    assert complaints(octets, procedures)[0].message == "procedure code 99 is not known here"


def test_criticalities() -> None:
    """One other than the table's is complained about at its bits, under the field's name; one that is none too."""
    octets = bytearray(OCTETS)
    octets[5], octets[29] = 0x80, 0x00
    first, second = complaints(bytes(octets))
    assert (first.kind, first.path, first.octet, first.actual) == (
        ComplaintKind.CRITICALITY, "m.protocolIEs[0].number", 105, "notify"
    )  # fmt: skip
    assert (second.path, second.octet) == ("m.protocolIEs[2].list[1].item", 129)
    assert CODEC.decode_lenient("Message", bytes(octets)).value["protocolIEs"][2].value == ("a", "b")
    octets[5], octets[29] = 0xC0, 0x40
    (complaint,) = complaints(bytes(octets))
    assert complaint.kind is ComplaintKind.UNKNOWN_ALTERNATIVE
    assert CODEC.decode_lenient("Message", bytes(octets)).value["protocolIEs"][0].criticality == "unknown"


def test_places_of_criticalities() -> None:
    """Whoever wants to write another criticality finds the bit where it is."""
    assert CODEC.criticality_bits("Message", OCTETS) == {
        "protocolIEs[0].number": 40, "protocolIEs[1].text": 80, "protocolIEs[2].list": 144,
        "protocolIEs[2].list[0].item": 184, "protocolIEs[2].list[1].item": 232,
    }  # fmt: skip


def test_contents_that_are_wrong() -> None:
    """What is wrong inside of a content is found under the field's name; the other fields are read."""
    octets = OCTETS.replace(bytes.fromhex("000100 01 80"), bytes.fromhex("000100 02 e000"))
    first, second = complaints(octets)
    assert (first.kind, first.path, first.octet) == (ComplaintKind.OUT_OF_RANGE, "m.protocolIEs[0].number", 107)
    assert (second.kind, second.octet) == (ComplaintKind.OPEN_TYPE_NOT_CONSUMED, 108)
    fields = CODEC.decode_lenient("Message", octets).value["protocolIEs"]
    assert (fields[0].value, fields[0].octets, fields[1].value) == (7, b"\xe0\0", "Ann")


def test_cut_off_messages() -> None:
    """Cut off anywhere, there is one TRUNCATED complaint, and the fields before it are there."""
    for length in range(1, len(OCTETS)):
        (complaint,) = complaints(OCTETS[:length])
        assert complaint.kind is ComplaintKind.TRUNCATED
        value = CODEC.decode_lenient("Message", OCTETS[:length]).value
        if length >= 8:
            assert value["protocolIEs"][0].value == 4


@pytest.mark.parametrize("length", [127, 128, 16382, 16383, 16384, 70000])
def test_long_contents(length: int) -> None:
    """The octets and the place are right with every form of a length, fragments included."""
    message = {"protocolIEs": (Field(2, "ignore", "A" * length), Field(1, "reject", 1))}
    octets = CODEC.encode("Message", message)
    first, second = CODEC.decode("Message", octets)["protocolIEs"]
    assert CODEC.decode("Text", first.octets) == "A" * length
    assert octets[first.offset : first.offset + 100] == first.octets[:100]
    assert octets[second.offset :] == second.octets


def test_a_length_in_too_many_octets() -> None:
    """A two-octet length below 128 is complained about once, and the content's place is right."""
    octets = bytes.fromhex("000001 0001 00 8001 80")
    (complaint,) = complaints(octets)
    assert (complaint.kind, complaint.octet) == (ComplaintKind.MALFORMED, 106)
    assert CODEC.decode_lenient("Message", octets).value["protocolIEs"] == (Field(1, "reject", 4, b"\x80", 8),)


def test_values_that_do_not_fit() -> None:
    """Fields without content, of other types, or with contents that do not fit, are refused by name."""
    for ies, message in (
        ((Field(1, "reject", 9),), r"protocolIEs\[0\]\.number: 9 is out of range"),
        ((Field(99, "reject", 9),), r"protocolIEs\[0\]: Ies-Field knows no content for 99; give its octets"),
        ((Field(99, "reject", None),), r"protocolIEs\[0\]: neither a value nor octets"),
        ((Field(70000, "reject", 9),), r"protocolIEs\[0\]: 70000 is out of range"),
        ((Field(1, "maybe", 1),), r"'maybe' is none of reject, ignore, notify"),
        ((5,), r"protocolIEs\[0\]: Ies-Field takes Field, not 5"),
        ((Field(3, "reject", ("a", 5)),), r"protocolIEs\[0\]\.list\[1\]\.item: Text takes str, not 5"),
    ):
        with pytest.raises(EncodeError, match=message):
            CODEC.encode("Message", {"protocolIEs": ies})


def test_tables_that_do_not_fit() -> None:
    """A row whose type the schema does not have is found when the schema is loaded."""
    with pytest.raises(UsageError, match=r"Item-Field: the schema has no type Nothing for item \(9\)"):
        schema(Item_Field=FieldTable({9: FieldRow("item", "Nothing", "ignore")}))


@settings(max_examples=300, database=None, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(OCTETS) - 1), st.integers(0, 255)), max_size=3), st.integers(0, 8))
def test_mutated_messages(changes: list[tuple[int, int]], cut: int) -> None:
    """Whatever the octets, strict and lenient decoding agree."""
    octets = bytearray(OCTETS)
    for place, octet in changes:
        octets[place] = octet
    complaints(bytes(octets[: len(octets) - cut]))
