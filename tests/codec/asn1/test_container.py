"""Messages that are lists of fields, read into records."""

from dataclasses import dataclass

import asn1tools
import pytest

from oran_harness.codec.asn1 import Container, ContainerRow, DecodeError, Field, FieldRow, FieldTable
from oran_harness.codec.asn1.codec import build
from oran_harness.codec.asn1.generated.off import GIVEN_UP
from oran_harness.model.errors import UsageError
from tests.codec.asn1.schemas import module

SCHEMA = """
Pdu ::= CHOICE { first Envelope, second NULL, ... }
Envelope ::= SEQUENCE { code INTEGER (0..255), criticality Criticality, value OCTET STRING }
Criticality ::= ENUMERATED { reject, ignore, notify }
Message ::= SEQUENCE { fields SEQUENCE (SIZE (0..65535)) OF One, ... }
One ::= SEQUENCE { id INTEGER (0..65535), criticality Criticality, value OCTET STRING }
Number ::= INTEGER (0..255)
Text ::= OCTET STRING
"""
TABLES = {
    "Envelope": FieldTable({5: FieldRow("Message", "Message", "ignore")}),
    "One": FieldTable({7: FieldRow("number", "Number", "reject"), 9: FieldRow("text", "Text", "ignore")}),
}


@dataclass(frozen=True, slots=True)
class Record:
    number: int | None = None
    text: bytes | None = None


CODEC = build(asn1tools.parse_string(module(SCHEMA)), {}, TABLES)
MESSAGE = Container("Pdu", "first", 5, Record, (ContainerRow(7, "number", True), ContainerRow(9, "text", False)))


def test_a_record_is_what_the_fields_would_be() -> None:
    """The octets are those of the same message as a list of fields."""
    regular = CODEC.regular(MESSAGE)
    octets = regular.encode(Record(1, b"a"))
    fields = (Field(7, "reject", 1), Field(9, "ignore", b"a"))
    assert CODEC.encode("Pdu", ("first", Field(5, "ignore", {"fields": fields}))) == octets
    # first: 0 00; 5; ignore 01; 13 octets; no additions, two fields; each id, criticality and open type.
    assert octets.hex() == "000540" + "0e" + "000002" + "0007000101" + "000940020161"
    assert regular.decode(octets, []) == Record(1, b"a")
    assert regular.head == octets[:3]


@pytest.mark.parametrize("value", [Record(None, b"a"), Record(256), Record(True), Record(1, "a"), (1, b"a")])
def test_values_that_do_not_fit_are_given_up(value: object) -> None:
    """What is wrong with them, the nodes say."""
    with pytest.raises(GIVEN_UP):
        CODEC.regular(MESSAGE).encode(value)


def test_every_change_of_an_octet_is_read_right_or_given_up() -> None:
    """What the container reads, the nodes read as the same values; what it notes, they complain about."""
    regular = CODEC.regular(MESSAGE)
    good = regular.encode(Record(1, b"a"))
    noted = 0
    for place in range(2, len(good)):
        for octet in range(256):
            octets = good[:place] + bytes([octet]) + good[place + 1 :]
            try:
                value = regular.decode(octets, deviations := [])
            except GIVEN_UP:
                continue
            decoded = CODEC.decode_lenient("Pdu", octets)
            _, envelope = decoded.value
            assert [field.value for field in envelope.value["fields"]] == [value.number, value.text]
            found = [each.complaint() for each in deviations]
            assert [(each.octet, each.bit, each.message, each.expected, each.actual) for each in found] == [
                (each.octet, each.bit, each.message, each.expected, each.actual) for each in decoded.complaints
            ]
            noted += len(found)
    # Three criticalities, each with two other values.
    assert noted == 6


@pytest.mark.parametrize(
    ("alternative", "key", "type_name"), [("second", 5, "Pdu"), ("first", 5, "Number"), ("first", 5, "One")]
)
def test_what_is_no_list_of_fields(alternative: str, key: int, type_name: str) -> None:
    """It cannot be read as one."""
    with pytest.raises(UsageError):
        CODEC.regular(Container(type_name, alternative, key, Record, ()))


def test_a_stated_depth() -> None:
    """Fields that are nested deeper keep their octets, whatever these hold; depth 2 is all that there is here."""
    octets = CODEC.regular(MESSAGE).encode(Record(1, b"a"))
    _, envelope = CODEC.decode("Pdu", octets, depth=0)
    assert envelope == Field(5, "ignore", None, octets[4:], 4)
    _, envelope = CODEC.decode("Pdu", octets, depth=1)
    fields = (Field(7, "reject", None, b"\1", 11), Field(9, "ignore", None, b"\1a", 16))
    assert envelope == Field(5, "ignore", {"fields": fields}, octets[4:], 4)
    assert CODEC.decode("Pdu", octets, depth=2) == CODEC.decode("Pdu", octets)
    broken = octets[:-3] + b"\2\3a"
    assert CODEC.decode("Pdu", broken, depth=1)[1].value["fields"][1].octets == b"\3a"
    with pytest.raises(DecodeError):
        CODEC.decode("Pdu", broken)
